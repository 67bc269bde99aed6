"""What is published is found at once, and the uses of a page are known at once."""

import pytest
from django.db.models import prefetch_related_objects
from wagtail.models import Page, ReferenceIndex

from articles.models import Interviewee, InterviewPage
from search.cms.models import Listed
from tests import factories

pytestmark = pytest.mark.django_db


def found(words):
    return list(InterviewPage.objects.search(words))


def speaks(page, person):
    page.interviewee_links = [Interviewee(person=person, locale=page.locale)]


def uses(thing):
    return {int(one.object_id) for one in ReferenceIndex.get_references_to(thing)}


def test_an_interview_is_found_by_who_speaks_in_it_from_its_publication_on(site):
    page = factories.interview()
    someone = factories.person("Aliénor Lhermitte", "alienor-lhermitte")
    draft = Page.objects.get(pk=page.pk).specific
    speaks(draft, someone)
    revision = draft.save_revision()
    assert found("Lhermitte") == []
    assert uses(someone) == set()
    revision.publish()
    assert found("Lhermitte") == [page]
    assert uses(someone) == {page.pk}


def test_who_speaks_no_more_is_neither_found_nor_used(site):
    page = factories.interview()
    before = page.interviewee_links.get().person
    assert found("Marchetti") == [page]
    assert uses(before) == {page.pk}
    page = InterviewPage.objects.get(pk=page.pk)
    prefetch_related_objects([page], "interviewee_links__person")
    speaks(page, factories.person("Aliénor Lhermitte", "alienor-lhermitte"))
    page.save()
    assert found("Marchetti") == []
    assert found("Lhermitte") == [page]
    assert uses(before) == set()


def test_a_deleted_interview_leaves_nothing_in_the_indexes(site):
    page = factories.interview()
    someone = page.interviewee_links.get().person
    number = page.pk
    page.delete()
    assert not Listed.objects.filter(root="wagtailcore.page", key=number).exists()
    assert uses(someone) == set()


def test_a_version_opens_without_the_versions_that_were_deleted_since(site):
    page = factories.interview()
    first = page.save_revision()
    first.publish()
    page = Page.objects.get(pk=page.pk).specific
    later = page.save_revision()
    assert later.as_object().live_revision == first
    Page.objects.filter(pk=page.pk).update(live_revision=None)
    first.delete()
    assert type(later).objects.get(pk=later.pk).as_object().live_revision is None
