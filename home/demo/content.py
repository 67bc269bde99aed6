"""Load the demo: people, topics, interviews in French, some of them in English too."""

import tomllib
import uuid
from pathlib import Path

from django.core.files.images import ImageFile
from wagtail.models import Locale

from articles.models import (
    ArticleIndexPage,
    Interviewee,
    Interviewer,
    InterviewPage,
    InterviewTopic,
    Person,
    Topic,
)
from home.images import SiteImage
from home.setup.translate import translate
from home.setup.tree import with_texts

DEMO = Path(__file__).parent
CREDIT = "Cyberworkers"
NAMESPACE = uuid.UUID("5d0cf0a4-6f0e-4bb1-9d6b-2f7f5a0d8f11")


def load_content():
    """Make the demo's content. Raises when a file of home/demo/ is not as it should be."""
    french, english = (Locale.objects.get(language_code=code) for code in ("fr", "en"))
    people = load_people(french, english)
    topics = load_topics(french, english)
    images = load_images()
    index = ArticleIndexPage.objects.get(locale=french)
    files = sorted(DEMO.glob("interviews/*.fr.toml"), key=lambda file: read(file)["date"])
    interviews = {}
    for file in files:
        text = read(file)
        page = InterviewPage(
            locale=french,
            title=text["title"],
            slug=text["slug"],
            standfirst=text["standfirst"],
            search_description=text["search_description"],
            date=text["date"],
            hero_image=images[text["hero"]],
            hero_alt=text["hero_alt"],
        )
        page.interviewee_links = links(Interviewee, "person", text["interviewees"], people, french)
        page.interviewer_links = links(Interviewer, "person", text["interviewers"], people, french)
        page.topic_links = links(InterviewTopic, "topic", text["topics"], topics, french)
        index.add_child(instance=page)
        interviews[text["slug"]] = page
    for file in files:
        page, text = interviews[read(file)["slug"]], read(file)
        page.body = body(page.slug, text["body"], people, images, interviews)
        page.save_revision().publish()
    for file in files:
        in_english = file.with_name(file.name.replace(".fr.", ".en."))
        if in_english.exists():
            page = InterviewPage.objects.get(slug=read(file)["slug"], locale=french)
            translate_interview(page, read(in_english), people, images, interviews, english)


def translate_interview(page, text, people, images, interviews, locale):
    fields = ["title", "slug", "standfirst", "search_description", "hero_alt"]
    target = with_texts(page, {name: text[name] for name in fields})
    target.body = body(page.slug, text["body"], people, images, interviews)
    translate(page, target, locale)


def read(file):
    return tomllib.loads(file.read_text(encoding="utf-8"))


def load_people(french, english):
    """Return the French Person of each slug."""
    people = {}
    for text in read(DEMO / "people.toml")["person"]:
        people[text["slug"]] = make_snippet(
            Person(name=text["name"], slug=text["slug"]),
            {"role": text["role_fr"], "biography": text["bio_fr"]},
            {"role": text["role_en"], "biography": text["bio_en"]},
            french,
            english,
        )
    return people


def load_topics(french, english):
    """Return the French Topic of each French slug."""
    names = ("slug", "name", "description")
    return {
        text["slug_fr"]: make_snippet(
            Topic(),
            {name: text[f"{name}_fr"] for name in names},
            {name: text[f"{name}_en"] for name in names},
            french,
            english,
        )
        for text in read(DEMO / "topics.toml")["topic"]
    }


def make_snippet(instance, in_french, in_english, french, english):
    """Save ``instance`` in French, translate it, and return the French one."""
    instance.locale = french
    set_all(instance, in_french)
    instance.save()
    target = type(instance).objects.get(pk=instance.pk)
    set_all(target, in_english)
    translate(instance, target, english)
    return instance


def set_all(instance, values):
    for name, value in values.items():
        setattr(instance, name, value)


def load_images():
    """Return the image of each file name without its ending."""
    images = {}
    for file in sorted(DEMO.glob("images/*.jpg")):
        with file.open("rb") as content:
            images[file.stem] = SiteImage.objects.create(
                title=file.stem.replace("-", " ").capitalize(),
                credit=CREDIT,
                file=ImageFile(content, name=file.name),
            )
    return images


def links(model, name, slugs, things, locale):
    return [
        model(**{name: things[slug]}, locale=locale, sort_order=order)
        for order, slug in enumerate(slugs)
    ]


def body(slug, blocks, people, images, interviews):
    """Return the StreamField value of a file's blocks.

    The ids come from the slug and the place, so that a translation's blocks have the same.
    """
    ids = (str(uuid.uuid5(NAMESPACE, f"{slug}-{n}")) for n in range(10_000))

    def items(values):
        return [{"type": "item", "id": next(ids), "value": value} for value in values]

    def block(text):
        kind = text.pop("type")
        own_id = next(ids)
        if kind == "exchange":
            for answer in text["answers"]:
                speaker = answer.get("speaker")
                answer["speaker"] = people[speaker].pk if speaker else None
            text["answers"] = items(text["answers"])
        elif kind == "key_figures":
            text["figures"] = items(text["figures"])
        elif kind == "related":
            text["interviews"] = items(interviews[other].pk for other in text["interviews"])
        elif kind == "video":
            text["poster"] = images[text["poster"]].pk
        elif kind == "figure":
            text["image"] = {
                "image": images[text["image"]].pk,
                "alt_text": text.pop("alt"),
                "decorative": False,
            }
        return {"type": kind, "id": own_id, "value": text}

    field = InterviewPage._meta.get_field("body")
    return field.stream_block.to_python([block(text) for text in blocks])
