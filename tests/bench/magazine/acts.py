"""What is done within the site's process: content, addresses, an editor's session, publishing.

Each function is run by the meter (`tests/bench/gauges/meter.py`) in the installation that is
measured.
"""

from collections import Counter

EXCHANGES = 40
LONG = "entretien-de-quarante-echanges"


def fill(interviews):
    """Bring the installation to so many interviews in French, all of them found by a search."""
    from tests.bench.magazine import content

    content.fill(interviews, search_index=True)


def prepare():
    """Make the long interview once; let the pages that are measured be seen by the worker's eye.

    Return the addresses by the name that `tests/bench/pages.py` gives them, and the cookie of an
    administrator.
    """
    from django.contrib.auth import get_user_model
    from django.test import Client
    from wagtail.models import Page

    from articles.models import ArticleIndexPage, Interviewee, InterviewPage, InterviewTopic
    from editing.worker.prerendering import show

    long = InterviewPage.objects.filter(slug=LONG).first() or long_interview()
    index = ArticleIndexPage.objects.get(locale__language_code="fr")
    ours = {"live": True, "locale": index.locale}
    first = rich()
    newest = InterviewPage.objects.filter(**ours).order_by("-date", "-pk").first()
    for page in {first.pk: first, newest.pk: newest, index.pk: index}.values():
        show(page)
    show(index.get_parent().specific)
    legal = Page.objects.filter(**ours, slug="mentions-legales").first()
    client = Client()
    client.force_login(get_user_model().objects.filter(is_superuser=True).first())
    places = {
        "interview": first.url,
        "newest interview": newest.url,
        "topic": f"{index.url}sujet/{most(InterviewTopic, 'topic')}/",
        "person": f"{index.url}personne/{most(Interviewee, 'person')}/",
        "legal page": legal.url,
        "explorer": f"/cms/pages/{index.pk}/",
        "editor": f"/cms/pages/{long.pk}/edit/",
        "cookie": f"sessionid={client.cookies['sessionid'].value}",
        "interviews": InterviewPage.objects.live().count(),
    }
    make_pictures("/", index.url, places["topic"], places["person"], "/nulle-part/")
    return places


def make_pictures(*addresses):
    """Make what views of ``addresses`` miss, and what was missed before."""
    from django.test import Client

    from editing.worker.wanted import make_wanted, waiting

    for address in addresses:
        Client().get(address, headers={"host": "127.0.0.1"})
    while waiting().exists():
        make_wanted()


def long_interview():
    from articles.models import InterviewPage
    from tests import factories

    body = [factories.exchange(f"La question {number} ?") for number in range(EXCHANGES)]
    page = factories.interview("Quarante échanges", LONG, body=body, date="2020-01-01")
    page.save_revision().publish()
    return InterviewPage.objects.get(pk=page.pk)


def most(links, name):
    """Return the slug of what most live interviews in French are linked with."""
    live = links.objects.filter(page__live=True, **{f"{name}__locale__language_code": "fr"})
    return Counter(live.values_list(f"{name}__slug", flat=True)).most_common(1)[0][0]


def publish():
    """Publish an interview of the demo once more."""
    rich().save_revision().publish()


def rich():
    """Return the first interview of the demo: it has blocks of many kinds."""
    from articles.models import InterviewPage

    french = InterviewPage.objects.filter(live=True, locale__language_code="fr")
    return french.exclude(slug=LONG).order_by("pk").first()


def kept_as_spam():
    """Return how many quote requests were: their answer is that of those that were accepted."""
    from contact.models import QuoteRequest

    return QuoteRequest.objects.filter(state="spam").count()
