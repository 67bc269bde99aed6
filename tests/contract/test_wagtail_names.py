"""What we use of Wagtail beyond its documentation, name by name: see `names`.

A name that is gone stops the start, with Python's own sentence and our line. Here is what Python
would not miss: a method that Wagtail calls no more, an argument that it gives no more.
"""

import inspect
from pkgutil import resolve_name

import pytest
from wagtail.admin import signal_handlers

from editing.signals import STOCK, silent
from tests.contract.names import USED
from tests.contract.sources import arguments

OURS = ("wagtail", "modelsearch")  # modelsearch is Wagtail's own search
THINGS = [(owner, thing, breaks) for owner, things, breaks in USED for thing in things.split()]


def of_wagtail(owner, name):
    """Return whether Wagtail itself, not Django, gives ``owner`` the attribute ``name``."""
    if not isinstance(owner, type):
        return not name
    kinds = [kind for kind in owner.__mro__ if kind.__module__.startswith(OURS)]
    return any(name in vars(kind) for kind in kinds) or any(
        f"self.{name} = " in inspect.getsource(kind) for kind in kinds
    )


@pytest.mark.parametrize(("owner", "thing", "breaks"), THINGS)
def test_wagtail_has_what_we_use_of_it(owner, thing, breaks):
    found = resolve_name(owner)
    name, called, wanted = thing.partition("(")
    assert of_wagtail(found, name), f"{owner} has no {name} any more: {breaks}."
    if called:
        takes = arguments(getattr(found, name) if name else found)
        assert takes == wanted.removesuffix(")"), f"{owner} {name} takes ({takes}): {breaks}."


@pytest.mark.parametrize(("signal", "sender", "name"), STOCK, ids=[name for *_, name in STOCK])
def test_the_place_of_a_stock_mail_is_held_under_its_own_name(signal, sender, name):
    text = inspect.getsource(signal_handlers)
    assert f'dispatch_uid="{name}"' in text, (
        f"Wagtail's mail {name} has another dispatch_uid: people get it beside ours."
    )
    held = [receiver() for (uid, _sender), receiver, _async in signal.receivers if uid == name]
    assert held == [silent], f"Wagtail's mail {name} is sent beside ours."


def test_wagtail_sends_no_mail_of_a_review_that_we_do_not_hold():
    text = inspect.getsource(signal_handlers.register_signal_handlers)
    sent = text.count("dispatch_uid=")
    assert sent == len(STOCK), "Wagtail sends other mails of a review than those that we hold."
