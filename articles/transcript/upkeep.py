"""What the worker forgets: transcripts of which nobody made a draft, and those of gone pages."""

from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page

from articles.transcript.models import Transcript
from editing.bin.models import BinnedPage
from editing.worker.jobs import daily

KEPT_FOR = timedelta(days=90)


@receiver(daily, dispatch_uid="articles.transcript")
def forget(**kwargs):
    """Erase what was pasted three months ago without a draft, and what no page is left of."""
    old = timezone.now() - KEPT_FOR
    Transcript.objects.filter(page=None, created_at__lt=old).delete()
    number = OuterRef("page_id")
    gone = ~Exists(Page.objects.filter(pk=number)) & ~Exists(
        BinnedPage.objects.filter(page_id=number)
    )
    Transcript.objects.filter(gone, page__isnull=False).delete()
