"""What no form and no signal sees: bulk updates, raw SQL, whole tables."""

from datetime import timedelta

from django.db import connection, transaction
from django.db.models import F, Value
from django.db.models.functions import Concat
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from articles.models import (
    ArticleIndexPage,
    Interviewee,
    InterviewPage,
    InterviewTopic,
    Person,
    Topic,
)
from home.models import HomePage, SiteImage, StandardPage
from tests import factories
from tests.changes.kinds import of_tree, seen


def sql(text, *values):
    with connection.cursor() as cursor:
        cursor.execute(text, values)


@seen
def updates_all_in_one_statement(world):
    InterviewPage.objects.update(standfirst=world.name("D’un coup"))


@seen
def updates_with_an_expression(world):
    found = InterviewPage.objects.filter(pk=world.interview().pk)
    found.update(title=Concat(Value("· "), F("title")), date=F("date") - timedelta(days=3))


@seen
def updates_objects_in_bulk(world):
    people = list(Person.objects.all())
    for person in people:
        person.role = world.name("rôle")
    Person.objects.bulk_update(people, ["role"])


@seen
def inserts_in_bulk(world):
    page = world.interview()
    topic = world.topic()
    if topic.locale_id == page.locale_id:
        link = InterviewTopic(page=page, topic=topic, locale=page.locale, sort_order=8)
        InterviewTopic.objects.bulk_create([link])


@seen
def inserts_or_updates_in_bulk(world):
    topic = world.topic()
    topic.name = world.name("Sujet")
    Topic.objects.bulk_create(
        [topic], update_conflicts=True, unique_fields=["id"], update_fields=["name"]
    )


@seen
def hides_in_one_statement(world):
    Page.objects.filter(pk=world.interview().pk).update(live=False)


@seen
def writes_sql(world):
    page = world.interview()
    sql("UPDATE wagtailcore_page SET title = %s WHERE id = %s", world.name("SQL"), page.pk)


@seen
def writes_sql_with_a_joined_table(world):
    sql(
        "UPDATE articles_topic SET description = %s WHERE id IN"
        " (SELECT topic_id FROM articles_interviewtopic)",
        world.name("SQL"),
    )


@seen
def replaces_a_text_in_all_bodies(world):
    words = world.name("raconte")
    text = "REPLACE(CAST(body AS text), 'soleil', %s)"
    text = f"CAST({text} AS jsonb)" if connection.vendor == "postgresql" else text
    sql(f"UPDATE articles_interviewpage SET body = {text}", words)


@seen
def deletes_links_by_sql(world):
    sql("DELETE FROM articles_interviewee WHERE page_id = %s", world.interview().pk)


@seen
def empties_a_table(world):
    table = world.random.choice([Redirect, InterviewTopic, Interviewee])._meta.db_table
    with transaction.atomic():
        connection.check_constraints()  # PostgreSQL refuses while it has some to check
        sql(f"TRUNCATE {table}" if connection.vendor == "postgresql" else f"DELETE FROM {table}")


@seen
def replaces_a_row(world):
    """SQLite takes the old row away without a word to triggers of deletions."""
    image = world.interview().hero_image
    if image and connection.vendor == "sqlite":
        columns = ", ".join(field.column for field in SiteImage._meta.concrete_fields)
        values = columns.replace("credit", "'Remplacé'")
        sql(
            f"REPLACE INTO home_siteimage ({columns})"
            f" SELECT {values} FROM home_siteimage WHERE id = {image.pk}"
        )


@of_tree
def gives_all_below_another_address(world):
    page = world.standing()
    slug = world.slug()
    old, new = page.url_path, page.url_path.removesuffix(f"{page.slug}/") + f"{slug}/"
    for one in Page.objects.filter(url_path__startswith=old):
        Page.objects.filter(pk=one.pk).update(url_path=new + one.url_path.removeprefix(old))
    StandardPage.objects.filter(pk=page.pk).update(slug=slug)


@seen
def changes_the_front_page_in_one_statement(world):
    world.interview()
    HomePage.objects.update(quote_title=world.name("Une offre"), quote_text=world.name())


@seen
def changes_texts_in_one_statement(world):
    world.standing()
    StandardPage.objects.update(body=f"<p>{world.name()}</p>")
    ArticleIndexPage.objects.update(standfirst=world.name())


@seen
def renames_the_first_page(world):
    """Wagtail keeps the roots of sites in its cache, and hears of signals only."""
    root = Site.objects.get().root_page
    Page.objects.filter(pk=root.pk).update(title=world.name("Accueil"))


@seen
def inserts_a_part_of_a_page_that_comes_up(world):
    page = world.draft()
    person = factories.person()
    Interviewee.objects.create(page=page, person=person, locale=page.locale, sort_order=5)
    Page.objects.filter(pk=page.pk).update(live=True, first_published_at=world.now())
