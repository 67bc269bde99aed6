"""The files of a form between their upload and the request that takes them over."""

import hashlib
from datetime import timedelta

from django.conf import settings
from django.core.files.base import File
from django.db.models import Sum
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext as _

from contact.requests.attachments import Attachment
from contact.uploads.field import AttachmentsField
from editing.worker.jobs import daily

DAY = timedelta(days=1)


def waiting(**conditions):
    return Attachment.objects.filter(quote_request=None, **conditions)


def upload_fields(form):
    """Return the fields for files of a form, by name."""
    return {
        name: field for name, field in form.fields.items() if isinstance(field, AttachmentsField)
    }


def expect_files(form, token):
    """Tell a form that is about to be validated under which ``token`` its files wait."""
    for field in upload_fields(form).values():
        field.token = token


def keep_files(form, valid):
    """Store the good files of a validated form; return all of its Attachments.

    They are kept whether the form is ``valid`` or not, so that an error elsewhere does not lose
    them. When too much waits already, an invalid form's files are not kept, and it says so.
    Those of a question that a valid form does not ask go.
    """
    attachments = []
    for name, field in upload_fields(form).items():
        earlier = waiting(token=field.token, field_name=name)
        if valid and name in form.left_out:
            earlier.delete()
            continue
        earlier.filter(pk__in=form[name].data.removed).delete()
        if field.accepted and not valid and is_full():
            form.add_error(name, _("Add your files again: they could not be kept."))
            field.accepted = []
        for attachment in field.accepted:
            attachment.field_name = name
            attachment.save()
        field.widget.kept = [*field.kept, *field.accepted]
        attachments += field.widget.kept
    return attachments


def is_full():
    """Return whether the files that wait fill the place that they may take."""
    size = waiting().aggregate(size=Sum("size"))["size"] or 0
    return size > settings.QUOTE_MAX_WAITING_MB * 1024 * 1024


def attach(attachments, quote_request):
    """Give the files that still wait to ``quote_request``."""
    waiting(pk__in=[attachment.pk for attachment in attachments]).update(
        quote_request=quote_request
    )


def same_files(some, others):
    """Return whether two lists of Attachments are the same files, byte by byte."""
    pairs = zip(sorted(some, key=place), sorted(others, key=place), strict=False)
    return len(some) == len(others) and all(same_file(*pair) for pair in pairs)


def place(attachment):
    return (attachment.field_name, attachment.name, attachment.size)


def same_file(one, other):
    return one.pk == other.pk or (place(one) == place(other) and digest(one) == digest(other))


def digest(attachment):
    found = hashlib.sha256()
    with attachment.file.open() as file:
        for chunk in file.chunks():
            found.update(chunk)
    return found.digest()


def discard(attachments):
    """Drop the files of a repeated post: its first one brought them."""
    waiting(pk__in=[attachment.pk for attachment in attachments]).delete()


def move(form, attachments, token):
    """Let ``attachments`` wait under another ``token``; what a request has, it keeps: a copy waits.

    For a form that is sent again as another request.
    """
    for attachment in Attachment.objects.filter(pk__in=[a.pk for a in attachments]):
        attachment.token = token
        if attachment.quote_request_id:
            attachment.pk = attachment.quote_request_id = None
            attachment._state.adding = True
            with attachment.file.storage.open(attachment.file.name) as content:
                attachment.file = File(content, name=attachment.name)
                attachment.save()
        else:
            attachment.save(update_fields=["token"])
    for name, field in upload_fields(form).items():
        field.widget.kept = list(waiting(token=token, field_name=name))


@receiver(daily)
def purge(**kwargs):
    """Delete the files that nobody came back for within a day."""
    waiting(uploaded_at__lt=timezone.now() - DAY).delete()
