"""What pages show of interviews besides their own rows, fetched for many in two statements.

People and topics come from three tables of links: one statement asks all of them.
"""

from collections import defaultdict

from django.db.models import F, Prefetch, Value, prefetch_related_objects
from wagtail.images import get_image_model

from articles.interview_links import Interviewee, Interviewer, InterviewTopic
from articles.snippets import Person, Topic

LINKS = {
    "interviewee_links": (Interviewee, "person"),
    "interviewer_links": (Interviewer, "person"),
    "topic_links": (InterviewTopic, "topic"),
}
PERSON = ("id", "name", "slug", "locale_id", "role", "biography")
TOPIC = PERSON[:4]


def load_cards(interviews, *links, also=()):
    """Fetch pictures and interviewees of those ``interviews`` that lack them.

    ``links`` names those that are shown besides, ``also`` more images.
    """
    images = [page.hero_image for page in interviews if page.hero_image]
    prefetch_related_objects([*images, *filter(None, also)], Prefetch("renditions", cuts()))
    load_links(interviews, "interviewee_links", *links)


def cuts():
    """Return the renditions that are cut to a size, as all pictures of cards and portraits are.

    The page of an interview has as many others of its image, in the image's own shape.
    """
    return get_image_model().get_rendition_model().objects.filter(filter_spec__contains="fill-")


def load_links(interviews, *names):
    """Give ``interviews`` the links ``names``, with the person or the topic of each.

    What has links of its own already keeps them: a draft, and what was loaded before.
    """
    lacking = [page for page in interviews if not page.has_links]
    if not lacking:
        return
    first, *others = (rows(name, {page.pk for page in lacking}) for name in names)
    found = defaultdict(list)
    for name, page, _order, *values in sorted(first.union(*others, all=True), key=place):
        found[page, name].append(values)
    for page in lacking:
        for name in names:
            setattr(page, name, [link(name, page, values) for values in found[page.pk, name]])


def place(row):
    """Return by what a row of `rows` is sorted; what has no place of its own comes first."""
    order = row[2]
    return -1 if order is None else order


def rows(name, pages):
    """Return a queryset of the links ``name`` of ``pages``, in columns that are alike for all."""
    model, to = LINKS[name]
    people = [F(f"{to}__{field}") if to == "person" else Value("") for field in PERSON[4:]]
    return (
        model.objects.filter(page__in=pages)
        .order_by()
        .values_list(
            Value(name),
            "page_id",
            F("sort_order"),
            *(f"{to}__{field}" for field in TOPIC),
            *people,
        )
    )


def link(name, page, values):
    model, to = LINKS[name]
    kind, fields = (Person, PERSON) if to == "person" else (Topic, TOPIC)
    known = dict(zip(fields, values, strict=False))
    names = [field.attname for field in kind._meta.concrete_fields if field.attname in known]
    # The fields that are not among them are fetched when somebody asks for them.
    one = kind.from_db(None, names, [known[name] for name in names])
    return model(page=page, **{to: one})
