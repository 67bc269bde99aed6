"""What a page must have before readers see it."""

from typing import NamedTuple

from cyberworkers.pages import OwnPage
from editing.checklist.checks import Level
from editing.checklist.settings import ChecklistSettings
from editing.passages import known_translation_of, missing


class Finding(NamedTuple):
    """What the checklist says of one item; ``problems`` are the places to mend.

    ``untranslated``: what it judges is there, but still in the language of the source.
    """

    key: str
    label: str
    advice: str
    level: str
    anchor: str
    problems: list
    untranslated: bool = False

    @property
    def passed(self):
        return not self.problems and not self.untranslated

    @property
    def places(self):
        return [problem for problem in self.problems if problem.text]

    @property
    def blocks(self):
        return bool(self.problems) and self.level == Level.REQUIRED


class NotReady(Exception):
    """A page was to be published or scheduled without what is required.

    Not a PermissionDenied, which the CMS would answer with "you may not": see
    `editing.checklist.refusal`, which says what is missing.
    """

    def __init__(self, page, sentences):
        super().__init__(f"{page.pk}: " + " ".join(sentences))
        self.page, self.sentences = page, sentences


def findings(page):
    """Return a Finding for each item of the type of ``page`` that is not switched off.

    ``page`` is looked at as it is: pass the draft as an object. A fixed number of queries.
    """
    if not isinstance(page, OwnPage):
        return []
    levels = ChecklistSettings.load()
    foreign = missing(page) if page.pk and known_translation_of(page) else []
    found = []
    for check in (kind() for kind in page.checks):
        level = levels.level_of(check)
        if level != Level.OFF and check.concerns(page):
            found.append(
                Finding(
                    key=check.key,
                    label=str(check.label),
                    advice=str(check.advice),
                    level=level,
                    anchor=check.anchor,
                    problems=check.problems(page),
                    untranslated=any(check.judges(path) for path, _words in foreign),
                )
            )
    return found


def blocking(page):
    """Return the sentences that say what required items ``page`` still lacks."""
    sentences = []
    for finding in findings(page):
        if finding.blocks:
            places = ", ".join(place.text for place in finding.places)
            sentences.append(f"{finding.advice} ({places})" if places else finding.advice)
    return sentences


def require_ready(page):
    """Raise NotReady when ``page``, the draft as an object, lacks a required item."""
    if missing := blocking(page):
        raise NotReady(page, missing)
