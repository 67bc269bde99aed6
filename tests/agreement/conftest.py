"""A draft, and the link by which the person who was interviewed reads it."""

import pytest

from articles.models import AgreementLink, InterviewPage
from tests import factories


@pytest.fixture
def page(redactrice):
    page = factories.interview(
        "La fibre et le facteur",
        live=False,
        owner=redactrice.user,
        body=[
            factories.exchange("Qui a creusé ?"),
            {"type": "paragraph", "value": {"text": "<p>La mairie attendait.</p>"}},
        ],
    )
    page.save_revision(user=redactrice.user)
    return InterviewPage.objects.get(pk=page.pk)


@pytest.fixture
def link(page, redactrice):
    return AgreementLink.objects.make(page, 14, name="Hélène Marchetti", created_by=redactrice.user)
