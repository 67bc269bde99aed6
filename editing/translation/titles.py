"""A title that is too long is refused where it is typed.

wagtail-localize copies a title into the page's row as soon as it is saved, and databases that
know limits answer with an error.
"""

from django.db.models.signals import pre_save
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

LIMIT = Page._meta.get_field("draft_title").max_length


class TitleTooLong(ValidationError):
    """Answered with status 400 where passages are saved one by one."""


def refuse_long_title(instance, **kwargs):
    if instance.context and instance.context.path == "title" and len(instance.data) > LIMIT:
        raise TitleTooLong(
            _("The title is too long: %(limit)s characters at most.") % {"limit": LIMIT}
        )


pre_save.connect(
    refuse_long_title, sender=StringTranslation, dispatch_uid="editing.translation.title"
)
