"""What readers looked at most lately is made ready for them first."""

from datetime import timedelta

from django.db.models import Sum
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page

from editing.worker.warming import asked_for_most

DAYS = 7
PAGES = 20


@receiver(asked_for_most)
def popular(**kwargs):
    """Return the addresses of the pages with the most views of the last days."""
    since = timezone.localdate() - timedelta(days=DAYS)
    pages = Page.objects.live().public().filter(views_by_day__day__gte=since)
    pages = pages.annotate(views=Sum("views_by_day__views")).order_by("-views", "pk")
    return [page.url for page in pages[:PAGES]]
