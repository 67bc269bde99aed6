"""How long requests are kept (GDPR, article 5.1.e)."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


def months(label):
    """Return a field of months since the last contact.

    36 is what the CNIL's reference on the management of commercial activities
    (deliberation 2021-131) gives for prospects.
    """
    limits = [MinValueValidator(1), MaxValueValidator(120)]
    return models.PositiveSmallIntegerField(label, default=36, validators=limits)


@register_setting(icon="calendar-alt", order=500)
class RetentionSettings(BaseGenericSetting):
    """Months after the last contact; for spam, days after its arrival."""

    new = months(_("new: months"))
    in_progress = months(_("in progress: months"))
    answered = months(_("answered: months"))
    won = months(_("won: months"))
    lost = months(_("lost: months"))
    spam = models.PositiveSmallIntegerField(
        _("spam: days"), default=30, validators=[MinValueValidator(1), MaxValueValidator(365)]
    )

    class Meta:
        verbose_name = _("retention of quote requests")
