"""The files of a form between their upload and the request that takes them over."""

from contextlib import suppress
from datetime import timedelta
from operator import attrgetter

from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext as _

from contact.requests.attachments import Attachment, NotStored
from contact.uploads import room
from contact.uploads.field import AttachmentsField
from editing.worker.jobs import daily

DAY = timedelta(days=1)


def waiting(**conditions):
    return Attachment.objects.filter(quote_request=None, **conditions)


class FormFiles:
    """The files of a form that was sent: those of this post, and of earlier ones, which wait.

    To be made before the form is validated: its fields must know under which ``token`` files wait.
    ``lost`` holds, for each field, the names of good files that could not be stored.
    """

    def __init__(self, form, token):
        self.form, self.token, self.attachments, self.lost = form, token, [], {}
        self.fields = {
            name: field
            for name, field in form.fields.items()
            if isinstance(field, AttachmentsField)
        }
        for field in self.fields.values():
            field.token = token

    def keep(self):
        """Store the good files of the validated form: ``attachments`` are all that it has then.

        They are kept whether the form is valid or not, so that an error elsewhere does not lose
        them. Those of a question that a valid form does not ask go; what finds no room is `lost`.
        """
        valid = self.form.is_valid()
        for name, field in self.fields.items():
            if valid and name in self.form.left_out:
                self.earlier(name).delete()
                continue
            if removed := self.form[name].data.removed:
                self.earlier(name, pk__in=removed).delete()
            self.store(name, field, valid)
            field.widget.kept = [*field.kept, *field.accepted]
            self.attachments += field.widget.kept

    def earlier(self, name, **conditions):
        return waiting(token=self.token, field_name=name, **conditions)

    def store(self, name, field, valid):
        """Store the new files of a field; those that find no room are taken out, and it is said."""
        if not field.accepted:
            return
        stored = []
        if not room.is_full() and (valid or not room.is_full_of_waiting()):
            for attachment in field.accepted:
                attachment.field_name = name
                with suppress(NotStored):
                    attachment.store()
                    stored.append(attachment)
        lost = [one.name for one in field.accepted if one not in stored]
        field.accepted = stored
        if valid:
            self.lost[name] = lost
        elif lost:
            self.form.add_error(name, _("Add your files again: they could not be kept."))

    def lose(self):
        """Drop all files of a request that is stored without them."""
        for name, field in self.fields.items():
            names = [attachment.name for attachment in field.widget.kept]
            self.lost[name] = self.lost.get(name, []) + names
            field.widget.kept = []
        self.discard()
        self.attachments = []

    def as_kept(self, answer):
        """Return an answer as `contact.form.intake` stores it, without what was `lost`."""
        if lost := self.lost.get(answer["name"]):
            kept = self.fields[answer["name"]].widget.kept
            return answer | {"value": [attachment.name for attachment in kept], "lost": lost}
        return answer

    @property
    def numbers(self):
        return [attachment.pk for attachment in self.attachments]

    def attach(self, quote_request):
        """Give the files that still wait to ``quote_request``."""
        if self.attachments:
            waiting(pk__in=self.numbers).update(quote_request=quote_request)

    def are_those_of(self, quote_request):
        """Return whether ``quote_request`` has the same files, byte by byte."""
        sent, stored = (
            sorted(files, key=attrgetter("place"))
            for files in (self.attachments, quote_request.attachments.all())
        )
        return len(sent) == len(stored) and all(map(Attachment.is_same, sent, stored))

    def discard(self):
        """Drop the files of a repeated post: its first one brought them."""
        waiting(pk__in=self.numbers).delete()

    def wait_under(self, token):
        """Let the files wait under another ``token``; what a request has, it keeps: a copy waits.

        For a form that is sent again as another request.
        """
        self.token = token
        waiting(pk__in=self.numbers).update(token=token)
        for taken in Attachment.objects.filter(pk__in=self.numbers).exclude(quote_request=None):
            taken.copy(token)
        for name, field in self.fields.items():
            field.widget.kept = list(self.earlier(name))


@receiver(daily)
def purge(**kwargs):
    """Delete the files that nobody came back for within a day."""
    waiting(uploaded_at__lt=timezone.now() - DAY).delete()
