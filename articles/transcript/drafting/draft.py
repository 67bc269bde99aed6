"""The draft of an interview, made of cuts. Nothing is published."""

from django.db import transaction
from django.utils.translation import gettext as _

from articles.interview_links import Interviewee, Interviewer
from articles.interview_page import InterviewPage
from articles.transcript.drafting import pictures
from articles.transcript.drafting.body import Body
from articles.transcript.drafting.people import person_of
from articles.transcript.lines import Role
from articles.transcript.paragraphs import Unreadable
from articles.transcript.reading import formats

TITLE, STANDFIRST = (
    InterviewPage._meta.get_field(name).max_length for name in ("title", "standfirst")
)


@transaction.atomic
def make(transcript, user, people, interviewers, description=""):
    """Return the draft of ``transcript``, and how many images it could not take over.

    ``people`` and ``interviewers`` are pairs of a name and what was chosen for it: see `people`.
    The rights are the caller's to ask for.
    """
    cuts, locale = transcript.cuts, transcript.index.locale
    answering = {name: person_of(name, chosen, locale) for name, chosen in people}
    asking = {name: person_of(name, chosen, locale) for name, chosen in interviewers}
    kept = [line for line in cuts.lines if line.role != Role.OUT]
    title, kept = cut_out(cuts, kept, Role.TITLE, TITLE)
    standfirst, kept = cut_out(cuts, kept, Role.STANDFIRST, STANDFIRST)
    title = title or untitled(transcript, answering)
    found, failed = pictures.store(transcript, images(transcript, cuts, kept), title, user)
    keys = {name: person.pk for name, person in answering.items() if person}
    body = Body.of(cuts, keys, found, kept)
    page = InterviewPage(
        title=title,
        standfirst=standfirst,
        search_description=description,
        locale=locale,
        owner=user,
        live=False,
        body=InterviewPage._meta.get_field("body").stream_block.to_python(body),
    )
    page.interviewee_links = links(Interviewee, answering, locale)
    page.interviewer_links = links(Interviewer, asking, locale)
    transcript.index.add_child(instance=page)
    page.save_revision(user=user, log_action=True, clean=False)
    transcript.page = page
    transcript.save(update_fields=["page"])
    return page, failed


def cut_out(cuts, lines, role, most):
    """Return the text of the lines with ``role``, and the others: also those that find no room."""
    text, others = "", []
    for line in lines:
        longer = f"{text} {cuts.text(line)}".strip() if line.role == role else ""
        if longer and len(longer) <= most:
            text = longer
        else:
            others.append(line)
    return text, others


def untitled(transcript, people):
    if names := [name for name, person in people.items() if person]:
        return _("Interview with %(names)s") % {"names": ", ".join(names)}
    return transcript.name.rpartition(".")[0][:TITLE] or _("Untitled")


def links(kind, people, locale):
    found = list(dict.fromkeys(person for person in people.values() if person))
    return [kind(person=person, locale=locale, sort_order=n) for n, person in enumerate(found)]


def images(transcript, cuts, lines):
    """Return pairs of a number and a Picture of the images in ``lines``, from the original."""
    numbers = [
        line.pieces[0].paragraph
        for line in lines
        if line.pieces and cuts.first(line).kind == "picture"
    ]
    if not numbers:
        return []
    try:
        paragraphs = formats.read(bytes(transcript.original), transcript.kind)
    except Unreadable:
        return []
    return [(n, paragraphs[n].picture) for n in numbers if paragraphs[n].picture.data]
