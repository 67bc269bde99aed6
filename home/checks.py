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
def check_mail(app_configs, **kwargs):
    """Mail that is written to files reaches nobody."""
    if "smtp" in settings.POST_OFFICE["BACKENDS"]["default"]:
        return []
    return [Error("EMAIL_URL names no mail server: mail would reach nobody.", id="home.E002")]
