"""Every address that the site answers, made of the address table, with real and wrong ids."""

import re
from urllib.parse import quote

from django.apps import apps
from django.conf import settings
from django.contrib.admindocs.views import simplify_regex
from django.urls import URLPattern, get_resolver
from django.urls.resolvers import LocalePrefixPattern, RoutePattern
from django.utils.translation import override
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.models import Page

from tests.attack import values

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
WORDS = {
    "action": ["delete", "move", "publish", "unpublish", "tag", "add_to_collection", "assign_role"],
    "action_name": [
        *("approve", "reject", "copy", "delete", "publish", "unpublish", "move", "create_alias"),
        *("convert_alias", "revert_to_page_revision", "copy_for_translation"),
    ],
    "mode": ["", "elsewhere", "x"],
    "filter_spec": ["original", "width-100", "fill-10x10", "max-0x0", "width-99999999", "format-x"],
    "name": ["0", "1", "topics", "people", "interviews", "en"],
    "uidb64": ["MQ", "Mg", "x", "_w", "-"],
    "path": ["images/x.jpg", "images/..", "images/" + "a" * 200, "x"],
}
# Of what the parameters of addresses are keys; ``pk`` is of anything.
KEYS = {
    "page_id": "wagtailcore.Page",
    "parent_page_id": "wagtailcore.Page",
    "page_pk": "wagtailcore.Page",
    "page_to_move_id": "wagtailcore.Page",
    "destination_id": "wagtailcore.Page",
    "revision_id": "wagtailcore.Revision",
    "revision_id_a": "wagtailcore.Revision",
    "revision_id_b": "wagtailcore.Revision",
    "task_state_id": "wagtailcore.TaskState",
    "workflow_state_id": "wagtailcore.WorkflowState",
    "translation_id": "wagtail_localize.Translation",
    "translation_source_id": "wagtail_localize.TranslationSource",
    "string_segment_id": "wagtail_localize.StringSegment",
    "overridable_segment_id": "wagtail_localize.OverridableSegment",
    "image_id": "home.SiteImage",
    "document_id": "wagtaildocs.Document",
    "redirect_id": "wagtailredirects.Redirect",
}
MODELS = list(apps.get_models())
LABELS = {
    "app_label": [one._meta.app_label for one in MODELS],
    "model_name": [one._meta.model_name for one in MODELS],
}
LABELS["app_name"] = LABELS["content_type_app_name"] = LABELS["app_label"]
LABELS["content_type_model_name"] = LABELS["model_name"]


def table():
    """Return all addresses of the table, with ``<parameters>``, in every language."""
    found = set()
    for language, _name in settings.LANGUAGES:
        with override(language):
            found |= {address for address in walked(get_resolver().url_patterns, "/")}
    return sorted(found)


def walked(patterns, above):
    for one in patterns:
        path = str(one.pattern)
        if not isinstance(one.pattern, (RoutePattern, LocalePrefixPattern)):
            path = simplify_regex(path).lstrip("/")
        if isinstance(one, URLPattern):
            yield above + path
        else:
            yield from walked(one.url_patterns, above + path)


class Addresses:
    """Draws addresses; ``tokens`` are the secret ones that lead somewhere."""

    def __init__(self, random, tokens=()):
        self.random = random
        self.table = table()
        self.tokens = list(tokens)
        self.keys = {
            name: [str(pk) for pk in apps.get_model(label).objects.values_list("pk", flat=True)]
            for name, label in KEYS.items()
        }
        self.due = []
        self.pages = [page.url for page in Page.objects.all() if page.url]
        self.models = [(m._meta.app_label, m._meta.model_name) for m in MODELS]
        index = next(page.url for page in Page.objects.all() if "entretiens" in (page.url or ""))
        self.pages += [
            f"{index}{end}" for end in ("flux/", "sujet/fibre/", "personne/x/", "?page=2")
        ]

    def editors(self):
        """Return where the largest forms are: of each page, of new ones, of settings."""
        found = [f"/cms/pages/{page.pk}/edit/" for page in Page.objects.filter(depth__gt=1)]
        found += [f"/cms/pages/{page.pk}/copy/" for page in Page.objects.filter(depth__gt=2)[:2]]
        for parent in Page.objects.filter(depth__in=(2, 3)).specific():
            for model in parent.allowed_subpage_models():
                label = model._meta.label_lower.replace(".", "/")
                found.append(f"/cms/pages/add/{label}/{parent.pk}/")
        for model in settings_registry:
            label = model._meta.label_lower.replace(".", "/")
            found.append(f"/cms/settings/{label}/{model.load().pk}/")
        return found

    def draw(self):
        """Return an address, perhaps with a query."""
        address = self.path()
        if self.random.random() < 0.3:
            address += "&" if "?" in address else "?"
            address += "&".join(self.pair() for _ in range(self.random.randint(1, 3)))
        return address

    def path(self):
        draw = self.random.random()
        if draw < 0.1:
            return self.random.choice(self.pages)
        if draw < 0.14:
            return quoted(f"{self.random.choice(self.pages)}{self.any()}/")
        if not self.due:
            self.due = self.random.sample(self.table, len(self.table))
        address = self.due.pop()
        model = self.random.choice(self.models) if self.random.random() < 0.8 else (None, None)
        filled = PARAMETER.sub(lambda found: quoted(self.value(found[1], *model)), address)
        if self.random.random() < 0.03:
            filled = filled.rstrip("/")
        return filled

    def value(self, name, app_label=None, model_name=None):
        """Return what stands for the parameter ``name``: most often something real."""
        if self.random.random() < 0.2:
            return self.any()
        if name in LABELS:
            of_one_model = app_label if LABELS[name] is LABELS["app_label"] else model_name
            return of_one_model or self.random.choice(LABELS[name])
        if name == "token" and self.tokens:
            return self.random.choice(self.tokens)
        if name in WORDS:
            return self.random.choice(WORDS[name])
        if self.keys.get(name):
            return self.random.choice(self.keys[name])
        return str(min(self.random.randint(1, 40), self.random.randint(1, 40)))

    def any(self):
        return self.random.choice(values.IDENTIFIERS)

    def pair(self):
        value = self.random.choice(values.ANY)
        name = self.random.choice(values.QUERIES)
        return f"{name}={quoted(value)}"


def quoted(value):
    """Return ``value`` as it may stand in an address; what is quoted already stays."""
    return quote(value, safe="/%?=&+:@,;!$'()*~#"[:-1])
