"""The words with the same meaning with which the search of every site begins."""

from django.conf import settings
from wagtail.models import ModelLogEntry

from search.models import SynonymGroup
from search.synonyms.groups import first_groups


def make_synonyms():
    """Make the first lines of both languages, once: as `home.setup.replies.make_replies`."""
    log = ModelLogEntry.objects.get_for_model(SynonymGroup)
    if SynonymGroup.objects.exists() or log.exists():
        return
    SynonymGroup.objects.bulk_create(
        SynonymGroup(language=code, words=", ".join(group))
        for code, _name in settings.LANGUAGES
        for group in first_groups(code)
    )
