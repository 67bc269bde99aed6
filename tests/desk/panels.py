"""Pages and requests as the home of the CMS shows them, and how a test reads it."""

import uuid
from datetime import timedelta

from django.utils import timezone

from contact.models import QuoteRequest
from tests import factories

HOME = "/cms/"


def panel(client, name):
    """Return the text of a panel on this person's home, or None; with plain spaces."""
    html = client.get(HOME).content.decode().replace("\N{NO-BREAK SPACE}", " ")
    start = html.find(f'id="{name}-section"')
    return None if start < 0 else html[start : html.index("</section>", start)]


def draft(client, title="Mon brouillon", **fields):
    page = factories.interview(title, live=False, owner=client.user, **fields)
    page.save_revision(user=client.user)
    return page


def submitted(client, title="Mon brouillon"):
    page = draft(client, title)
    page.get_workflow().start(page, client.user)
    return page


def sent_back(client, reviewer, title="Mon brouillon", comment="Raccourcir la fin."):
    page = submitted(client, title)
    state = page.current_workflow_task_state
    state.task.specific.on_action(state, reviewer.user, "reject", comment=comment)
    return page


def scheduled(client, title="Pour demain", delay=timedelta(days=1)):
    page = draft(client, title)
    revision = page.latest_revision
    revision.approved_go_live_at = timezone.now() + delay
    revision.save()
    return page


def asked(name="Solange Prévert", days=0, state=QuoteRequest.State.NEW):
    request = QuoteRequest.objects.create(
        page=factories.quote_page(),
        token=uuid.uuid4(),
        form_data={},
        language="fr",
        name=name,
        state=state,
        answers=[],
    )
    moment = timezone.now() - timedelta(days=days)
    QuoteRequest.objects.filter(pk=request.pk).update(submit_time=moment)
    return request
