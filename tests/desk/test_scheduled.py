"""The home of the CMS shows what goes online later, to those who may publish."""

from datetime import timedelta

import pytest

from tests.desk.panels import panel, scheduled

pytestmark = pytest.mark.django_db


def test_the_editor_in_chief_sees_what_is_scheduled_and_not_again_what_is_late(cheffe, redactrice):
    scheduled(redactrice, "Pour demain")
    scheduled(redactrice, "Pour hier", timedelta(days=-1))
    assert "Pour demain" in panel(cheffe, "scheduled")
    assert "Pour hier" not in panel(cheffe, "scheduled")
    assert cheffe.get("/cms/").content.decode().count("Pour hier") == 1  # in the alarm


def test_the_editor_in_chief_reads_that_nothing_is_scheduled(cheffe):
    assert "Rien n’est programmé." in panel(cheffe, "scheduled")


def test_only_who_may_publish_sees_everybodys_dates(redactrice, relecteur, traductrice, commercial):
    scheduled(redactrice, "Pour hier", timedelta(days=-1))
    for who in (redactrice, relecteur, traductrice, commercial):
        assert panel(who, "scheduled") is None
