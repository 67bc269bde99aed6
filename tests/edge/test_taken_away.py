"""A page that was made private is not shown by nginx any more, whatever happens to the site."""

import time

import pytest
from wagtail.models import PageViewRestriction

from tests import factories

pytestmark = pytest.mark.django_db


def grow_old():
    time.sleep(3.1)  # the two seconds of the site's own pages are over, whenever they began


def says(application, client, address):
    """Have the application say what the site itself answers."""
    answer = client.get(address)
    headers = dict(answer.headers)
    headers.pop("Content-Length", None)
    if answer.cookies:
        headers["Set-Cookie"] = answer.cookies.output(header="")
    application.answers[address] = answer.status_code, headers, answer.content.decode()


@pytest.mark.parametrize("kind", [PageViewRestriction.PASSWORD, PageViewRestriction.LOGIN])
def test_what_was_public_is_gone_with_the_first_request_after(edge, application, visiteur, kind):
    page = factories.interview("Bientôt secret")
    says(application, visiteur, page.url)
    assert "Bientôt secret" in edge.ask(page.url).text
    PageViewRestriction.objects.create(page=page, restriction_type=kind, password="sésame")
    says(application, visiteur, page.url)
    grow_old()
    assert edge.ask(page.url).status == 302
    application.stop()
    grow_old()
    assert "Bientôt secret" not in edge.ask(page.url).text
