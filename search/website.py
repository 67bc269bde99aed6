"""What the structured data of the site say of its search (https://schema.org/SearchAction)."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override


def about(language):
    """Return what search engines read of the search in ``language``: part of a WebSite."""
    with override(language):
        address = settings.SITE_URL + reverse("search")
    return {
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{address}?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        }
    }
