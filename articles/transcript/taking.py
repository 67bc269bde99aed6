"""Taking a transcript in: stored as it came, then read and recognised."""

from django.conf import settings

from articles.transcript.models import Transcript
from articles.transcript.paragraphs import Unreadable
from articles.transcript.reading import formats
from articles.transcript.reading.sentences import TOO_LARGE, UNKNOWN
from articles.transcript.recognition import recognise


def take(index, user, data, name="", kind=""):
    """Return the Transcript of ``data``, bytes of the ``kind``, or of that of the file ``name``.

    What cannot be read is forgotten again: it is where it came from. Raises Unreadable.
    """
    kind = kind or formats.kind_of(name)
    if not kind:
        raise Unreadable(UNKNOWN)
    refuse_too_large(len(data))
    transcript = Transcript.objects.create(
        index=index, owner=user, name=name[-255:], kind=kind, original=data
    )
    try:
        recognise_again(transcript)
    except Unreadable:
        transcript.delete()
        raise
    return transcript


def refuse_too_large(size):
    """Raise Unreadable for a file of ``size`` bytes that is not even stored."""
    if size > formats.MOST_MB * formats.MB:
        raise Unreadable(TOO_LARGE % {"most": formats.MOST_MB})


def recognise_again(transcript):
    """Read the original, and make the first cuts of it. Raises Unreadable."""
    paragraphs = formats.read(bytes(transcript.original), transcript.kind)
    found = recognise(paragraphs, newsroom=(settings.WAGTAIL_SITE_NAME,))
    transcript.paragraphs = [one.as_json() for one in paragraphs]
    transcript.lines = found.cuts.as_json()
    transcript.people, transcript.interviewers = found.people, found.interviewers
    transcript.save()
