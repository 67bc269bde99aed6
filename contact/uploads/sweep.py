"""Files that no row names: of a process that was killed between writing a file and its row."""

from datetime import timedelta

from django.dispatch import receiver
from django.utils import timezone

from contact.requests.attachments import FOLDER, Attachment, private_storage
from editing.worker.jobs import daily

DAY = timedelta(days=1)  # no visitor's request takes so long: a younger file may get its row yet


@receiver(daily, dispatch_uid="contact.sweep")
def sweep(**kwargs):
    """Delete the files of visitors that are older than a day and that no row names."""
    storage = private_storage()
    for folder, files in folders(storage, FOLDER):
        rows = Attachment.objects.filter(file__startswith=f"{folder}/")
        lost = {f"{folder}/{name}" for name in files}.difference(
            rows.values_list("file", flat=True)
        )
        for name in lost:
            if timezone.now() - storage.get_modified_time(name) > DAY:
                storage.delete(name)


def folders(storage, folder):
    """Yield each folder from ``folder`` on with the names of its files: a month's at a time."""
    try:
        below, files = storage.listdir(folder)
    except FileNotFoundError:  # nobody has sent a file yet
        return
    yield folder, files
    for name in below:
        yield from folders(storage, f"{folder}/{name}")
