"""What must not be on a deployed site (`check --deploy`)."""

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.db import DatabaseError


@register(Tags.security, deploy=True)
def check_demo(app_configs, **kwargs):
    """Demo accounts have a password that is written in a file."""
    from home.models import SiteSettings

    try:
        demo = SiteSettings.objects.filter(demo=True).exists()
    except DatabaseError:
        return []  # no database yet: no demo
    if not demo:
        return []
    return [Error("The demo content and its accounts are loaded.", id="home.E001")]


@register(Tags.security, deploy=True)
def check_identity(app_configs, **kwargs):
    """What the law requires of a publisher is filled in, and no page says “to be completed”."""
    from cyberworkers.legal_names import name_of
    from home.legal.gaps import gaps
    from home.models import LegalIdentity

    try:
        identity = LegalIdentity.objects.first() or LegalIdentity()
        found = list(gaps(identity))
    except DatabaseError:
        return []  # no database yet
    errors = []
    if missing := ", ".join(name_of(field, "en") for field in identity.missing()):
        hint = "Fill them in: CMS, Settings, Legal identity."
        text = f"The legal identity lacks what the law requires: {missing}."
        errors.append(Error(text, hint=hint, id="home.E003"))
    for page, text in found:
        where = f"The live page “{page.title}” ({page.url}, number {page.pk})"
        errors.append(Error(f"{where} still holds {text}.", id="home.E004"))
    return errors


@register(Tags.security, deploy=True)
def check_mail(app_configs, **kwargs):
    """Mail that is written to files reaches nobody."""
    if "smtp" in settings.POST_OFFICE["BACKENDS"]["default"]:
        return []
    return [Error("EMAIL_URL names no mail server: mail would reach nobody.", id="home.E002")]
