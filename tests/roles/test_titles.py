"""Who handles requests reads no title of a draft, by whatever address of the CMS."""

import pytest

from tests import factories

pytestmark = pytest.mark.django_db

TITLE = "Un titre secret"
HTML, SCRIPT = {}, {"x-requested-with": "XMLHttpRequest"}
ADDRESSES = [
    ("/cms/pages/{draft}/move/{index}/confirm/", HTML),
    ("/cms/pages/{draft}/move/{index}/confirm/", SCRIPT),
    ("/cms/pages/{draft}/edit/", HTML),
    ("/cms/pages/{draft}/usage/", HTML),
    ("/cms/pages/{draft}/history/", HTML),
    ("/cms/pages/{index}/", HTML),
    ("/cms/pages/search/?q=titre", HTML),
    ("/cms/choose-page/{index}/", SCRIPT),
    ("/cms/choose-page/search/?q=titre", SCRIPT),
    ("/cms/choose-page/chosen-multiple/?id={draft}", SCRIPT),
    ("/cms/api/main/pages/{draft}/", SCRIPT),
    ("/cms/api/main/pages/?child_of={index}", SCRIPT),
]


@pytest.fixture
def numbers(redactrice):
    page = factories.interview(TITLE, live=False, owner=redactrice.user)
    page.save_revision(user=redactrice.user)
    return {"draft": page.pk, "index": factories.index().pk}


@pytest.mark.parametrize(("address", "headers"), ADDRESSES)
def test_sales_reads_no_title_of_a_draft(commercial, numbers, address, headers):
    answer = commercial.get(address.format(**numbers), headers=headers)
    assert answer.status_code in (302, 403)
    assert TITLE not in answer.content.decode()
    assert TITLE not in commercial.get("/cms/").content.decode()


def test_those_who_write_choose_pages_as_before(redactrice, numbers):
    answer = redactrice.get("/cms/choose-page/{index}/".format(**numbers), headers=SCRIPT)
    assert TITLE in answer.content.decode()
