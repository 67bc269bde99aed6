"""Names of persons as the editors read them."""

from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name


def name(user):
    """Return the name of ``user``, who may be None: gone since, or never known."""
    return get_user_display_name(user) or _("somebody")
