"""A French page with its English translation, and what is done in the translation editor."""

import json

from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from editing.passages import put_together
from tests import factories
from tests.steps import following, reviewing

WORDS = {
    "Notre charte": "Our charter",
    "Un premier jet.": "A first draft.",
    "Le village a la fibre": "The village has fibre",
    "Une maire raconte.": "A mayor tells.",
    "Pourquoi rester ?": "Why stay?",
    "La ligne tenait enfin, alors nous sommes restés.": "The line held at last, so we stayed.",
}


def to_english(page):
    """Send ``page`` for translation, as the editor in chief does; return the English draft."""
    translate_object(page, [factories.locale("en")])
    return page.get_translation(factories.locale("en"))


def charter(owner, title="Notre charte"):
    """Return the English draft of a French page that is published."""
    french = reviewing.standard_page(owner, title)
    french.get_latest_revision().publish()
    return to_english(Page.objects.get(pk=french.pk).specific)


def interview(**fields):
    """Return the English draft of a French interview that is published."""
    return to_english(factories.interview(**fields))


def translation(page):
    return Translation.objects.get(
        source__object_id=page.translation_key, target_locale=page.locale
    )


def segments(page):
    return StringSegment.objects.filter(source=translation(page).source).select_related("string")


def passage(page, path):
    return segments(page).get(context__path=path)


def english(segment):
    said = segment.string.data
    return WORDS.get(said, f"In English: {said}")


def put(client, page, segment, text):
    """Save one passage as the editor does."""
    address = reverse(
        "wagtail_localize:edit_string_translation", args=[translation(page).pk, segment.pk]
    )
    return client.put(address, encode_multipart(BOUNDARY, {"value": text}), MULTIPART_CONTENT)


def translate(client, page):
    """Save every passage of ``page`` in English, one by one; return the statuses."""
    return {put(client, page, one, english(one)).status_code for one in segments(page)}


def complete(page, user):
    """Have ``user`` translate all of ``page``, in a moment."""
    for segment in segments(page):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=page.locale,
            context=segment.context,
            defaults={"data": english(segment), "last_translated_by": user},
        )


def post(client, page, action, opened=None, **more):
    """Press a button at the foot of the editor; return what the person sees then."""
    opened = (opened or timezone.now()).isoformat()
    data = {action: "1", "translation-opened": opened, **more}
    return following.post(client, reviewing.edit_url(page), data)


def submit(client, page, **more):
    return post(client, page, "action-submit", **more)


def publish(client, page, **more):
    return post(client, page, "action-publish", **more)


def act(client, page, name, comment="", **more):
    more |= {
        "workflow-action-name": name,
        "workflow-action-extra-data": json.dumps({"comment": comment}),
    }
    return post(client, page, "action-workflow-action", **more)


def source_changes(page, **fields):
    """Publish the French page anew and take the new passages over, without publishing."""
    french = page.get_translation(factories.locale("fr"))
    for name, value in fields.items():
        setattr(french, name, value)
    french.save_revision().publish()
    TranslationSource.objects.get(object_id=page.translation_key).update_from_db()


def fresh(page):
    return Page.objects.get(pk=page.pk).specific


def latest(page):
    return fresh(page).get_latest_revision_as_object()


def current_title(page):
    """Return the title that the page would have if it were submitted now."""
    return put_together(translation(page), latest(page)).title


def seen(client, page):
    """Return the editor as the person sees it."""
    return plain(client.get(reviewing.edit_url(page)).content.decode())


def said(answer):
    """Return what the person is told next."""
    return plain(reviewing.messages(answer))


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("&#x27;", "'")


def read_only(html):
    return "&quot;isLocked&quot;: true" in html
