"""Who gets an account chooses the password: by a link in a mail, as for a forgotten one."""

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail import hooks
from wagtail.admin import messages

from editing.outbox.letters import post


def unknown_password():
    """Return a password that nobody knows: with none at all, one could not ask for another."""
    return get_random_string(64)


def invite(user):
    """Queue the mail that leads ``user`` to the choice of a password."""
    key = urlsafe_base64_encode(force_bytes(user.pk))
    values = [key, default_token_generator.make_token(user)]
    path = reverse("wagtailadmin_password_reset_confirm", args=values)
    context = {
        "user": user,
        "link": settings.WAGTAILADMIN_BASE_URL + path,
        "again": settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_password_reset"),
        "days": settings.PASSWORD_RESET_TIMEOUT // 86_400,
    }
    with override(settings.LANGUAGE_CODE):
        text = render_to_string("home/mail/invitation.txt", context).strip()
        subject, _rest, message = text.partition("\n")
        post(user.email, subject, message.strip() + "\n")


@hooks.register("after_create_user")
def say_who_was_invited(request, user):
    if getattr(user, "is_invited", False):
        said = _("An invitation to choose a password leaves by e-mail to %(email)s.")
        messages.info(request, said % {"email": user.email})
