"""The selections of the inbox."""

from django.apps import apps
from django.db import models

# The states in which a request waits for somebody here.
OPEN = ["new", "in_progress"]


class InboxQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state__in=OPEN)

    def without_spam(self):
        return self.exclude(state="spam")

    def unread_by(self, user):
        """Return the open requests that ``user`` has not read: what is done needs no reading."""
        return self.open().exclude(models.Exists(read_by(user)))

    def with_marks(self, user):
        """Annotate what a list shows: ``is_read`` by ``user``, ``mail_failed``."""
        mails = apps.get_model("contact", "RequestMail").objects
        failed = mails.failed().filter(quote_request=models.OuterRef("pk"))
        return self.annotate(
            is_read=models.Exists(read_by(user)), mail_failed=models.Exists(failed)
        )

    def with_failed_mail(self):
        """Return those of `with_marks` whose ``mail_failed`` is true; there are never many."""
        mails = apps.get_model("contact", "RequestMail").objects
        return self.filter(pk__in=mails.failed().values("quote_request"))

    def older_than(self, quote_request):
        """Return what is below this one in the list, the nearest first."""
        moment = quote_request.submit_time
        older = self.filter(submit_time__lte=moment).exclude(
            submit_time=moment, pk__gte=quote_request.pk
        )
        return older.order_by("-submit_time", "-pk")

    def newer_than(self, quote_request):
        """Return what is above this one in the list, the nearest first."""
        moment = quote_request.submit_time
        newer = self.filter(submit_time__gte=moment).exclude(
            submit_time=moment, pk__lte=quote_request.pk
        )
        return newer.order_by("submit_time", "pk")


def read_by(user):
    readings = apps.get_model("contact", "Reading").objects
    return readings.filter(quote_request=models.OuterRef("pk"), user=user)
