"""The calendar's queries do not grow with the data."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, Revision

from articles.models import InterviewPage
from tests import factories
from tests.steps.planned import CALENDAR, at, draft, in_review, local, published, scheduled, seen

pytestmark = pytest.mark.django_db


def fill(count, owner):
    """Make ``count`` pages in every state this month; return nothing."""
    for number in range(count):
        make = (published, scheduled, in_review, draft)[number % 4]
        options = {} if make is published else {"owner": owner}
        make(f"{make.__name__} {number}", when=at(number % 5), **options)
        draft(f"sans date {number}", owner=owner)


def queries(client, **query):
    client.get(CALENDAR, query)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(CALENDAR, query).status_code == 200
    assert not [query for query in captured if '"articles_interviewpage"."body"' in query["sql"]]
    return len(captured)


def test_the_calendar_takes_as_many_queries_with_200_entries_as_with_20(cheffe):
    topic = str(factories.topic().translation_key)
    fill(10, cheffe.user)
    few = queries(cheffe), queries(cheffe, topic=topic, language="fr")
    fill(90, cheffe.user)
    assert (queries(cheffe), queries(cheffe, topic=topic, language="fr")) == few
    assert few[0] < 30


def test_it_takes_a_writer_as_many_queries_for_20_pages_of_others_as_for_8(redactrice, cheffe):
    fill(4, cheffe.user)
    few = queries(redactrice)
    fill(6, cheffe.user)
    assert queries(redactrice) == few


def test_2000_entries_in_view_take_no_more(cheffe):
    scheduled(owner=cheffe.user)
    few = queries(cheffe)
    copy_scheduled(2000)
    assert queries(cheffe) == few
    assert seen(cheffe, local(at(3)).date(), view="month").count("+ 1997 ") == 1


def copy_scheduled(count):
    """Multiply the scheduled page by inserting rows: making each one takes minutes."""
    page, parent = InterviewPage.objects.get(slug__startswith="entretien-"), factories.index()
    revision = page.get_latest_revision()
    first = Page.objects.order_by("-pk").first().pk + 1
    pages = Page.objects.bulk_create(
        Page(
            pk=pk,
            title=f"Entretien {pk}",
            draft_title=f"Entretien {pk}",
            slug=f"e-{pk}",
            path=f"{parent.path}{pk:04}",
            depth=parent.depth + 1,
            url_path=f"{parent.url_path}e-{pk}/",
            live=False,
            locale=page.locale,
            content_type=page.content_type,
        )
        for pk in range(first, first + count)
    )
    Revision.objects.bulk_create(
        Revision(
            content_type=page.content_type,
            base_content_type=ContentType.objects.get_for_model(Page),
            object_id=str(one.pk),
            content=revision.content,
            created_at=timezone.now(),
            approved_go_live_at=at(3),
        )
        for one in pages
    )
