"""Attributes in which Wagtail notes what it has found, and in which we note it before."""

import inspect
from importlib import import_module

import pytest

# Module that reads it, attribute, and what breaks without.
MARKS = [
    ("wagtail.models.sites", "_wagtail_site", "each request looks for its site"),
    (
        "wagtail.models.pages",
        "_wagtail_cached_site_root_paths",
        "addresses stay old for an hour after a change that sends no signal",
    ),
    (
        "wagtail.models.pages",
        "_wagtail_route_for_request",
        "a page is looked for twice, by us and by Wagtail",
    ),
    ("wagtail.models.pages", "_cached_parent_obj", "a page asks for its parent"),
    (
        "modelcluster.fields",
        "_cluster_related_objects",
        "links of a draft are taken for stored ones",
    ),
    (
        "wagtail.models.workflows",
        "_current_workflow_states",
        "the editor asks twenty times for the review of a draft",
    ),
]


@pytest.mark.parametrize(("module", "name", "breaks"), MARKS)
def test_it_is_read_where_we_expect_it(module, name, breaks):
    assert name in inspect.getsource(import_module(module)), breaks
