"""What pages show of interviews besides their own rows, fetched for many in two statements.

People and topics come from three tables of links: one statement asks all of them.
"""

from django.db.models import F, Prefetch, Value, prefetch_related_objects
from wagtail.images import get_image_model
from wagtail.images.shortcuts import get_rendition_or_not_found

from articles.interview_links import Interviewee, Interviewer, InterviewTopic
from articles.snippets import Person, Topic
from articles.video.posters import add_posters, videos
from cyberworkers.answering.asked import known_each
from cyberworkers.found.card import Picture, absolute

LINKS = {
    "interviewee_links": (Interviewee, "person"),
    "interviewer_links": (Interviewer, "person"),
    "topic_links": (InterviewTopic, "topic"),
}
PERSON = ("id", "name", "slug", "locale_id", "role", "biography")
TOPIC = PERSON[:4]


def load_pictures(interview):
    """Fetch the renditions of the main image, of every figure and of every video's poster."""
    figures = (block.value["image"] for block in interview.body if block.block_type == "figure")
    shown = videos(interview)
    add_posters(shown)
    posters = (video.picture for video in shown)
    images = [image for image in (interview.hero_image, *figures, *posters) if image]
    prefetch_related_objects(images, "renditions")


def main_picture(interview):
    """Return the main image as the page of ``interview`` shows it at best: a Picture or None."""
    if not interview.hero_image:
        return None
    shown = get_rendition_or_not_found(interview.hero_image, "format-jpeg|width-1440")
    if not (shown.width and shown.file):
        return None
    return Picture(absolute(shown.url), shown.width, shown.height, interview.hero_description)


def load_cards(interviews):
    """Fetch what the cards and entries of ``interviews`` show: pictures, people, topics."""
    images = [page.hero_image for page in interviews if page.hero_image]
    prefetch_related_objects(images, Prefetch("renditions", cuts()))
    load_links(interviews, *LINKS)


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
    found = known_each(find_links, [page.pk for page in lacking], *names)
    for page in lacking:
        for name in names:
            setattr(page, name, [link(name, page, values) for values in found[page.pk][name]])


def find_links(pages, *names):
    """Return {page: {name: what the links ``name`` of the page lead to}} by one statement."""
    first, *others = (rows(name, set(pages)) for name in names)
    found = {page: {name: [] for name in names} for page in pages}
    for name, page, _order, *values in sorted(first.union(*others, all=True), key=place):
        found[page][name].append(values)
    return found


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
    one = partial(kind, dict(zip(fields, values, strict=False)))
    return model(page=page, **{to: one})


def partial(model, known):
    """Return an object of ``model`` with the fields ``known``, by name; the others are fetched when
    somebody asks for them.
    """
    names = [field.attname for field in model._meta.concrete_fields if field.attname in known]
    return model.from_db(None, names, [known[name] for name in names])
