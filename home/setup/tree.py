"""The languages and the pages that every installation has."""

import tomllib
import uuid
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext, override
from wagtail.models import Collection, Locale, Page, Site

from articles.models import ArticleIndexPage
from contact.models import FormField, QuotePage
from home.models import HomePage, StandardPage
from home.setup.translate import translate

TEXTS = Path(__file__).parent / "pages"
NAMESPACE = uuid.UUID("0c1b7a52-0f0f-4c55-9a0b-3b0f0d0c9e11")


def make_locales():
    """Make the languages of the settings and return them, that of the first pages first."""
    return [Locale.objects.get_or_create(language_code=code)[0] for code, _ in settings.LANGUAGES]


def make_tree():
    """Make home, interviews, quote and standing pages in each language, where there are none.

    Returns whether it made them: pages that editors changed or deleted are never made again.
    """
    first, *others = make_locales()
    words = {locale: texts(locale.language_code) for locale in (first, *others)}
    home = HomePage.objects.filter(locale=first).first() or make_home(words[first]["home"], first)
    # wagtail-localize publishes when the transaction ends, with the number of children of the
    # time of translation: so the other homes are whole before they get children.
    for locale in others:
        if not home.has_translation(locale):
            slug = {"slug": f"home-{locale.language_code}"}
            translate(home, with_texts(home, words[locale]["home"] | slug), locale)
    if home.get_children().exists():
        return False
    make_children(home, first, others, words)
    return True


@transaction.atomic
def make_children(home, first, others, words):
    index = ArticleIndexPage(locale=first, show_in_menus=True, **words[first]["interviews"])
    home.add_child(instance=index)
    for locale in others:
        translate(index, with_texts(index, words[locale]["interviews"]), locale)
    make_quote_page(home, first, others, words)
    for text in words[first]["standard"]:
        key = text.pop("key")
        page = StandardPage(locale=first, show_in_menus=key == "about", **text)
        home.add_child(instance=page)
        for locale in others:
            translate(page, with_texts(page, standing(words[locale], key)), locale)


def standing(words, key):
    """Return what the standing page ``key`` says in the language of ``words``."""
    [text] = [one for one in words["standard"] if one["key"] == key]
    return {name: value for name, value in text.items() if name != "key"}


def texts(language):
    found = tomllib.loads((TEXTS / f"{language}.toml").read_text(encoding="utf-8"))
    found["home"]["body"] = front_page(found["home"]["body"])
    return found


def front_page(blocks):
    """Return the value of the front page's body; each block has the same id in every language."""
    for number, block in enumerate(blocks):
        block["id"] = str(uuid.uuid5(NAMESPACE, str(number)))
        block.setdefault("value", {} if block["type"] == "lead" else None)
    return HomePage._meta.get_field("body").stream_block.to_python(blocks)


@transaction.atomic
def make_home(text, locale):
    """Make the first home page the root of the site, in place of Wagtail's welcome page."""
    root = Page.get_first_root_node()
    home = HomePage(slug="cyberworkers", locale=locale, **text)
    root.add_child(instance=home)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"root_page": home, "site_name": settings.WAGTAIL_SITE_NAME, **address()},
    )
    Page.objects.child_of(root).filter(slug="home", content_type__model="page").delete()
    home.refresh_from_db()
    return home


def address():
    """Return SITE_URL in the fields of Wagtail's Site."""
    url = urlsplit(settings.SITE_URL)
    return {"hostname": url.hostname, "port": url.port or (443 if url.scheme == "https" else 80)}


def follow_address():
    """Let the site's full addresses (canonical, feeds, mails) follow SITE_URL."""
    site = Site.objects.get(is_default_site=True)
    if (site.hostname, site.port) != tuple(address().values()):
        site.hostname, site.port = address().values()
        site.save()


def make_quote_page(home, first, others, words):
    text = words[first]["quote"]
    fields = text.pop("fields")
    page = QuotePage(locale=first, show_in_menus=True, **text)
    page.form_fields = [
        FormField(locale=first, clean_name=field.pop("key"), sort_order=order, **field)
        for order, field in enumerate(fields)
    ]
    home.add_child(instance=page)
    for locale in others:
        translate(page, translated_form(page, words[locale]["quote"]), locale)


def translated_form(page, text):
    """Return an unsaved copy of the quote ``page`` with the words of another language."""
    fields = {field["key"]: field for field in text.pop("fields")}
    copy = with_texts(page, text)
    for field in copy.form_fields.all():
        field.label = fields[field.clean_name]["label"]
        field.help_text = fields[field.clean_name]["help_text"]
    return copy


def with_texts(page, values):
    """Return an unsaved copy of ``page`` with ``values``."""
    copy = page.with_content_json(page.serializable_data())
    for name, value in values.items():
        setattr(copy, name, value)
    return copy


def name_roots():
    """Name in the language of the site what Wagtail calls “Root”; a name of somebody's stays."""
    with override(settings.LANGUAGE_CODE):
        pages, files = gettext("Whole site"), gettext("Without collection")
    Page.objects.filter(depth=1, title="Root").update(title=pages, draft_title=pages)
    Collection.objects.filter(depth=1, name="Root").update(name=files)
