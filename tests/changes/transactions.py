"""Changes that are undone, in whole or in part, and what is read in between."""

from django.db import connection, transaction
from wagtail.models import Page

from articles.models import InterviewPage, InterviewTopic, Topic
from tests.changes.kinds import seen, unseen


@unseen
def rolls_back(world):
    page = world.interview()
    with transaction.atomic():
        Page.objects.filter(pk=page.pk).update(title=world.name("Jamais"))
        page.delete()
        world.check_inside()
        transaction.set_rollback(True)


@seen
def rolls_back_a_part(world):
    page, other = world.interview(), world.interview()
    with transaction.atomic():
        Page.objects.filter(pk=page.pk).update(title=world.name("Gardé"))
        world.check_inside()
        with transaction.atomic():
            Page.objects.filter(pk=other.pk).update(title=world.name("Jamais"))
            world.check_inside()
            transaction.set_rollback(True)
        world.check_inside()


@seen
def changes_twice_in_a_transaction(world):
    page = world.interview()
    with transaction.atomic():
        Page.objects.filter(pk=page.pk).update(title=world.name("Un"))
        world.check_inside()
        InterviewPage.objects.filter(pk=page.pk).update(standfirst=world.name("Deux"))
        world.check_inside()


@seen
def keeps_the_outer_part(world):
    try:
        with transaction.atomic():
            Topic.objects.update(description=world.name("Gardé"))
            with transaction.atomic():
                InterviewTopic.objects.all().delete()
                Topic.objects.all().delete()
                raise InterruptedError
    except InterruptedError:
        pass
    with transaction.atomic():
        Topic.objects.update(description=world.name("Puis"))


@seen
def sets_savepoints_by_hand(world):
    page = world.interview()
    with transaction.atomic():
        first = transaction.savepoint()
        Page.objects.filter(pk=page.pk).update(title=world.name("Un"))
        second = transaction.savepoint()
        Page.objects.filter(pk=page.pk).update(title=world.name("Deux"))
        world.check_inside()
        transaction.savepoint_rollback(second)
        world.check_inside()
        transaction.savepoint_commit(first)


@seen
def sends_several_statements_at_once(world):
    page = world.interview()
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        change = f"UPDATE wagtailcore_page SET title = %s WHERE id = {page.pk};"
        cursor.execute(change * 3, [world.name(word) for word in ("Un", "Deux", "Trois")])
