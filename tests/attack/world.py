"""A magazine with something of each kind, its people's sessions, and the secrets in addresses."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection

from articles.calendar.models import CalendarFeed, new_token
from articles.models import AgreementLink
from contact.models import ReplyTemplate
from home.setup import roles
from tests import factories
from tests.conftest import account, signed_in
from tests.steps import inbox, planned, reviewing, translating

CAST = {
    "redactrice": roles.WRITER,
    "relecteur": roles.REVIEWER,
    "cheffe": roles.CHIEF,
    "traductrice": roles.TRANSLATOR,
    "commercial": roles.SALES,
    "admin": None,
}


class World:
    """``sessions`` is {who: session cookie}, ``tokens`` secrets that lead somewhere."""

    def __init__(self):
        clients = {name: signed_in(account(name, role)) for name, role in CAST.items()}
        self.sessions = {
            name: client.cookies[settings.SESSION_COOKIE_NAME].value
            for name, client in clients.items()
        }
        writer = clients["redactrice"]
        self.fill(writer.user)
        reviewing.submit(writer, reviewing.standard_page(writer.user, "En relecture"))
        reviewing.standard_page(writer.user, "À moi")
        draft = planned.draft("Un brouillon", owner=writer.user)
        link = AgreementLink.objects.make(draft, 14, name="Hélène", created_by=writer.user)
        feed = CalendarFeed.objects.create(user=clients["cheffe"].user, token=new_token())
        self.tokens = [link.token, feed.token]

    def fill(self, writer):
        first = factories.interview("Le village a la fibre", owner=writer)
        factories.interview("La ville aussi", body=factories.rich_body(1, first))
        planned.scheduled(when=timezone.now() + timedelta(days=3))
        planned.in_review(owner=writer)
        english = translating.interview(title="Une rivière", slug="riviere")
        translating.complete(english, writer)
        translating.charter(writer)
        factories.image()
        factories.document()
        Redirect.objects.create(old_path="/ancien", redirect_link="/en/")
        Collection.get_first_root_node().add_child(name="Archives")
        ReplyTemplate.objects.create(name="Merci", subject="Merci", text="Bonjour")
        inbox.ask(), inbox.ask("Jean Prévert")
