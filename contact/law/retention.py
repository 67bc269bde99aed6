"""How long requests are kept (GDPR, article 5.1.e), and which ones have been kept long enough."""

import calendar
from datetime import date, datetime, time, timedelta

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from contact.requests.models import QuoteRequest

SPAM = QuoteRequest.State.SPAM


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

    WORDS = ("{months}", "{days}")  # see fill_in

    new = months(_("new: months"))
    in_progress = months(_("in progress: months"))
    answered = months(_("answered: months"))
    won = months(_("won: months"))
    lost = months(_("lost: months"))
    spam = models.PositiveSmallIntegerField(
        _("spam: days"), default=30, validators=[MinValueValidator(1), MaxValueValidator(365)]
    )

    panels = [
        HelpPanel(template="contact/retention_help.html"),
        *(FieldPanel(state) for state in QuoteRequest.State.values),
    ]

    class Meta:
        verbose_name = _("retention of quote requests")

    def erased_on(self, quote_request, state=None):
        """Return the day on which a request is erased, in its ``state`` or in another one."""
        state = state or quote_request.state
        if state == SPAM:
            return timezone.localdate(quote_request.submit_time) + timedelta(days=self.spam)
        return add_months(timezone.localdate(quote_request.last_contact), getattr(self, state))

    def due(self, state):
        """Return the requests in ``state`` whose day has come."""
        today = timezone.localdate()
        if state == SPAM:
            limits = {"submit_time__lt": after(today - timedelta(days=self.spam))}
        else:
            limits = {"last_contact__lt": after(last_due(today, getattr(self, state)))}
        return QuoteRequest.objects.filter(state=state, **limits)

    def fill_in(self, text):
        """Return ``text`` with the longest time in {months}, and that of spam in {days}."""
        longest = max(getattr(self, state) for state in QuoteRequest.State.values if state != SPAM)
        return text.replace("{months}", str(longest)).replace("{days}", str(self.spam))

    def sentence(self, quote_request):
        """Return when a request is erased, and why, for those who handle it."""
        day, count = self.erased_on(quote_request), getattr(self, quote_request.state)
        if day <= timezone.localdate():
            return gettext("Its time is up: it is erased within a day.")
        if quote_request.state == SPAM:
            text = ngettext(
                "Will be erased on %(day)s, %(count)d day after it arrived (spam).",
                "Will be erased on %(day)s, %(count)d days after it arrived (spam).",
                count,
            )
        else:
            text = ngettext(
                "Will be erased on %(day)s, %(count)d month after the last contact.",
                "Will be erased on %(day)s, %(count)d months after the last contact.",
                count,
            )
        return text % {"day": date_format(day), "count": count}


def when_erased(quote_request):
    """Return the sentence that says when the request is erased, as the settings are now."""
    return RetentionSettings.load().sentence(quote_request)


def due(settings=None):
    """Return the requests whose time is up, whatever their state."""
    settings = settings or RetentionSettings.load()
    found = QuoteRequest.objects.none()
    for state in QuoteRequest.State.values:
        found |= settings.due(state)
    return found


def add_months(day, count):
    """Return the same day ``count`` months later, or the last one of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def last_due(today, count):
    """Return the latest day which `add_months` takes to ``today`` or before."""
    day = add_months(today, -count)
    if (today + timedelta(days=1)).month == today.month:
        return day
    # On the last day of a month, that is also the day of those that this month lacks.
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def after(day):
    """Return the moment at which ``day`` is over."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
