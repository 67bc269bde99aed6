"""A translation to which wagtail-localize's own addresses are sent."""

import pytest

from tests import factories
from tests.steps import translating


@pytest.fixture
def page(traductrice):
    """The English draft of an interview with an image, every passage translated."""
    page = translating.interview(hero_image=factories.image(), hero_alt="Un pylône")
    translating.complete(page, traductrice.user)
    return page


@pytest.fixture
def other():
    return factories.image("The mast")


@pytest.fixture
def machine(settings):
    dummy = "wagtail_localize.machine_translators.dummy.DummyTranslator"
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {"CLASS": dummy}
