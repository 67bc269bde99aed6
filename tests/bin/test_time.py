"""A page comes back once, and within 30 days."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageLogEntry
from wagtail_localize.models import StringTranslation

from editing.bin.deletion import purge
from editing.models import BinnedPage
from home.models import StandardPage
from tests import factories
from tests.steps.binning import BIN, binned, delete, restore
from tests.steps.queries import queries

pytestmark = pytest.mark.django_db


def test_a_second_click_finds_the_page_no_longer_in_the_bin(cheffe):
    page = factories.interview()
    delete(cheffe, page)
    old = binned(page)
    restore(cheffe, old)
    html = restore(cheffe, old).content.decode()
    assert "plus dans la corbeille" in html
    assert Page.objects.filter(translation_key=page.translation_key).count() == 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_at_once_bring_one_page_back(cheffe):
    page = factories.interview()
    delete(cheffe, page)
    old = binned(page)
    clients = [Client(), Client()]
    for client in clients:
        client.force_login(cheffe.user)

    def run(client):
        restore(client, old)
        connection.close()

    threads = [threading.Thread(target=run, args=[client]) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Page.objects.filter(translation_key=page.translation_key).count() == 1
    assert PageLogEntry.objects.filter(page=page.pk, action="editing.restore").count() == 1


def test_after_30_days_a_page_is_erased_for_good(cheffe):
    old, young = factories.interview("Vieux"), factories.interview("Jeune")
    delete(cheffe, old)
    delete(cheffe, young)
    too_old = timezone.now() - timedelta(days=30)
    BinnedPage.objects.filter(page_id=old.pk).update(deleted_at=too_old)
    assert "<strong>Vieux" not in cheffe.get(BIN).content.decode()
    restore(cheffe, binned(old))
    assert not Page.objects.filter(pk=old.pk).exists()
    assert purge() == 1
    assert BinnedPage.objects.get().page_id == young.pk


def test_purging_forgets_the_translators_strings_too(site):
    english = StandardPage.objects.filter(locale__language_code="en").first()
    english.delete()
    BinnedPage.objects.update(deleted_at=timezone.now() - timedelta(days=31))
    purge()
    assert not StringTranslation.objects.filter(
        context__object_id=english.translation_key, locale=english.locale
    ).exists()


def test_the_bin_takes_as_many_queries_with_two_pages_as_with_ten(cheffe):
    def delete_some(count):
        for number in range(count):
            delete(cheffe, factories.interview(f"Entretien {number}"))

    delete_some(2)
    few = queries(cheffe, BIN)
    delete_some(8)
    assert queries(cheffe, BIN) == few
