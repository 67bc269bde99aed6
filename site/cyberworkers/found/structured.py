"""What pages say of themselves to machines, in the words of schema.org (JSON-LD).

Each function returns the nodes of a graph; they name each other by ``@id``.
"""

from django.conf import settings
from django.templatetags.static import static
from django.utils.translation import gettext

from cyberworkers.answering.asked import reading
from cyberworkers.found import card as cards
from cyberworkers.slots import modules

LOGO_SIZE = 512  # pixels


def organization():
    return {
        "@type": "Organization",
        "@id": f"{settings.SITE_URL}/#organization",
        "name": settings.WAGTAIL_SITE_NAME,
        "url": f"{settings.SITE_URL}/",
        "logo": {
            "@type": "ImageObject",
            "url": cards.absolute(static("img/logo.png")),
            "width": LOGO_SIZE,
            "height": LOGO_SIZE,
        },
    }


def frame():
    """Return what every graph refers to: the publisher, and the site, of which the front page says
    more.
    """
    site = {
        "@type": "WebSite",
        "@id": f"{settings.SITE_URL}/#website",
        "name": settings.WAGTAIL_SITE_NAME,
        "url": f"{settings.SITE_URL}/",
    }
    return [organization(), site]


def website(language):
    """Return the site in ``language``, with what the apps say of it in their modules `website`."""
    _publisher, site = frame()
    node = site | {
        "inLanguage": [code for code, _name in settings.LANGUAGES],
        "publisher": {"@id": f"{settings.SITE_URL}/#organization"},
    }
    for module in modules("website"):
        node |= module.about(language)
    return node


def front(card):
    return [organization(), website(card.language), web_page(card)]


def page(page, card):
    return [*frame(), web_page(card), breadcrumbs(page)]


def web_page(card):
    return without_nothing(
        {
            "@type": "WebPage",
            "@id": card.url,
            "url": card.url,
            "isPartOf": {"@id": f"{settings.SITE_URL}/#website"},
            "name": card.title,
            **common(card),
        }
    )


def common(card):
    """Return what any work on the site has: description, language, image, dates, translations."""
    others = [{"@id": one.url} for one in card.alternates if one.code != card.language]
    # What exists in French was written in French.
    original = card.language == settings.LANGUAGE_CODE
    return {
        "description": card.description,
        "inLanguage": card.language,
        "image": image(card.image) if card.image else None,
        "datePublished": card.published_at,
        "dateModified": card.changed_at,
        "workTranslation" if original else "translationOfWork": others or None,
    }


def image(picture):
    return without_nothing(
        {
            "@type": "ImageObject",
            "url": picture.url,
            "width": picture.width,
            "height": picture.height,
            "caption": picture.alt,
        }
    )


def breadcrumbs(page, *, last=None):
    """Return the way to ``page``, and from it to ``last``, a pair of a name and an address."""
    names = {2: gettext("Front page")}
    steps = [(names.get(one.depth, one.title), one.get_full_url(reading())) for one in page.way]
    steps += [(page.title, page.full_url), *([last] if last else [])]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": url}
            for number, (name, url) in enumerate(steps, start=1)
        ],
    }


def without_nothing(node):
    """Return ``node`` without the properties that have no value."""
    return {name: value for name, value in node.items() if value not in (None, "", [])}
