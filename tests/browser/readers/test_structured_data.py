"""The policy of the site lets a browser keep the data block and execute nothing."""

import json

import pytest

from tests import factories

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_the_data_of_an_interview_passes_the_policy(open_browser):
    page = factories.interview("</script><script>document.title='pris'</script>")
    browser = open_browser()
    said = []
    browser.on("console", lambda message: said.append(message.text))
    browser.goto(page.url)
    block = browser.locator('script[type="application/ld+json"]')
    graph = json.loads(block.text_content())["@graph"]
    assert {"Article", "BreadcrumbList", "Organization"} <= {node["@type"] for node in graph}
    assert browser.title() != "pris"
    assert said == []
