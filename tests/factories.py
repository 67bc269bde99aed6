"""Plausible French content for tests."""

import io
import uuid

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.documents.models import Document
from wagtail.models import Locale

from articles.models import (
    ArticleIndexPage,
    Interviewee,
    InterviewPage,
    InterviewTopic,
    Person,
    Topic,
)
from contact.models import QuotePage
from home.images import SiteImage

ANSWER = "<p>La ligne tenait enfin, alors nous sommes restés.</p>"

REQUEST = {
    "name": "Solange Prévert",
    "company": "Menuiserie Prévert",
    "email": "solange@prevert.example",
    "telephone": "",
    "activity": "Nous fabriquons des escaliers.",
    "context": "Notre site date de 2009.",
    "how": "Un indépendant, à distance.",
    "when": "Le mardi matin.",
}


def index(language="fr"):
    return ArticleIndexPage.objects.get(locale__language_code=language)


def quote_page(language="fr"):
    return QuotePage.objects.get(locale__language_code=language)


def locale(language="fr"):
    return Locale.objects.get(language_code=language)


def image(title="Le pylône"):
    content = io.BytesIO()
    Image.new("RGB", (400, 250), "teal").save(content, "JPEG")
    content.seek(0)
    file = ImageFile(content, name="pylone.jpg")
    return SiteImage.objects.create(title=title, credit="Ana Ruiz", file=file)


def document(title="Convention"):
    return Document.objects.create(title=title, file=ContentFile(b"%PDF-1.7", name="c.pdf"))


def person(name="Hélène Marchetti", slug="helene-marchetti", role="maire", language="fr"):
    found = Person.objects.filter(slug=slug, locale=locale(language)).first()
    return found or Person.objects.create(name=name, slug=slug, role=role, locale=locale(language))


def topic(name="Fibre", slug="fibre", language="fr"):
    found = Topic.objects.filter(slug=slug, locale=locale(language)).first()
    return found or Topic.objects.create(name=name, slug=slug, locale=locale(language))


def item(value):
    """Return an item of a list block as it is stored."""
    return {"type": "item", "id": str(uuid.uuid4()), "value": value}


def exchange(question="Pourquoi rester ?", answers=(ANSWER,), speaker=None):
    return {
        "type": "exchange",
        "value": {
            "question": question,
            "answers": [item({"speaker": speaker, "text": text}) for text in answers],
        },
    }


def interview(
    title="Le village a la fibre", slug=None, language="fr", live=True, body=None, **fields
):
    """Return an interview below the index of ``language``, with a person and a topic."""
    field = InterviewPage._meta.get_field("body")
    page = InterviewPage(
        title=title,
        slug=slug or f"entretien-{InterviewPage.objects.count()}",
        locale=locale(language),
        standfirst=fields.pop("standfirst", "Une maire raconte."),
        body=field.stream_block.to_python(body if body is not None else [exchange()]),
        live=live,
        **fields,
    )
    page.interviewee_links = [Interviewee(person=person(language=language), locale=page.locale)]
    page.topic_links = [InterviewTopic(topic=topic(language=language), locale=page.locale)]
    return index(language).add_child(instance=page)


def rich_body(times, linked):
    """Return every kind of block, ``times`` times."""
    link = f'<p>Voir <a linktype="page" id="{linked.pk}">cet entretien</a>.</p>'
    blocks = []
    for number in range(times):
        speaker = person(f"Personne {number}", f"personne-{number}")
        picture = {"image": image().pk, "alt_text": "Un pylône", "decorative": False}
        blocks += [
            exchange(answers=[link, link], speaker=speaker.pk),
            {"type": "paragraph", "value": {"text": link}},
            {"type": "heading", "value": {"text": "Le village"}},
            {"type": "pull_quote", "value": {"quote": "Nous restons."}},
            {"type": "figure", "value": {"image": picture, "caption": "Le pylône"}},
            {
                "type": "key_figures",
                "value": {"figures": [item({"value": "14", "label": "communes"})]},
            },
            {"type": "editors_note", "value": {"text": link}},
            {"type": "document", "value": {"document": document().pk}},
            {
                "type": "video",
                "value": {"title": "Visite", "url": "https://v.example/1", "transcript": link},
            },
        ]
    related = {"interviews": [item(linked.pk)]}
    return [*blocks, {"type": "related", "value": related}]
