"""Only who may edit an interview sees its links and makes others."""

import re

import pytest
from django.urls import reverse

from articles.models import AgreementLink
from tests import factories
from tests.agreement.steps import NEW, editor, links

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["commercial", "visiteur", "other_writer"])
def test_others_neither_see_nor_make_nor_withdraw_links(request, page, link, name):
    if name == "other_writer":
        from home.setup import roles
        from tests.conftest import account, signed_in

        client = signed_in(account("autre", roles.WRITER))
    else:
        client = request.getfixturevalue(name)
    for address in (links(page), editor(page)):
        answer = client.get(address, follow=True)
        assert link.token not in answer.content.decode()
    for address in (
        links(page),
        reverse("agreement_send", args=[page.pk, link.pk]),
        reverse("agreement_withdraw", args=[page.pk, link.pk]),
    ):
        assert client.post(address, NEW).status_code in (302, 403)
    link.refresh_from_db()
    assert link.withdrawn_at is None
    assert AgreementLink.objects.count() == 1


def test_a_link_is_not_reached_through_another_page(redactrice, page, link):
    other = factories.interview(live=False, owner=redactrice.user)
    address = reverse("agreement_withdraw", args=[other.pk, link.pk])
    assert redactrice.post(address).status_code == 404
    assert redactrice.get(reverse("agreement_links", args=[99999])).status_code == 404


def test_a_link_is_withdrawn_and_sent_by_post_only(redactrice, page, link):
    for name in ("agreement_send", "agreement_withdraw"):
        assert redactrice.get(reverse(name, args=[page.pk, link.pk])).status_code == 405


def test_a_reviewer_who_may_edit_the_page_sees_the_links(relecteur, page, link):
    assert link.url in relecteur.get(editor(page)).content.decode()


def test_a_new_page_has_no_panel(redactrice):
    address = reverse(
        "wagtailadmin_pages:add", args=["articles", "interviewpage", factories.index().pk]
    )
    answer = redactrice.get(address)
    assert answer.status_code == 200
    assert "agreement" not in re.sub(
        r"<script.*?</script>", "", answer.content.decode(), flags=re.S
    )


def test_a_page_number_beyond_all_databases_is_not_found(cheffe):
    assert cheffe.get(f"/cms/articles/agreement/{10**30}/").status_code == 404
