"""How long counts are kept."""

from datetime import timedelta

from django.dispatch import receiver
from django.utils import timezone

from audience.models import FruitlessSearch, PageViews
from editing.worker.jobs import daily

# 25 months, the shortest there are: what the CNIL allows for statistics of an audience that need
# no consent (guidelines of 17 September 2020, article 5).
KEPT_FOR = timedelta(days=2 * 365 + 28)


@receiver(daily)
def forget(**kwargs):
    """Let go of the days that have been kept long enough."""
    for model in (PageViews, FruitlessSearch):
        model.objects.filter(day__lt=timezone.localdate() - KEPT_FOR).delete()
