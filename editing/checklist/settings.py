"""How much each item of the checklist matters: set by administrators."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from editing.checklist.checks import Level


def level(label, default, help_text=""):
    return models.CharField(
        label, max_length=20, choices=Level.choices, default=default, help_text=help_text
    )


@register_setting(icon="list-ul")
class ChecklistSettings(BaseGenericSetting):
    """One level for each item, under the key of its check."""

    standfirst = level(_("Standfirst"), Level.REQUIRED)
    exchange = level(
        _("Questions and answers"),
        Level.REQUIRED,
        _("At least one question with its answer."),
    )
    alternative_texts = level(
        _("Alternative texts"),
        Level.REQUIRED,
        _("What each image shows, in words: for those who do not see it."),
    )
    broken_links = level(
        _("Links within the site"),
        Level.REQUIRED,
        _("No link to a page or document that is deleted or not published."),
    )
    translated = level(
        _("Translation"),
        Level.REQUIRED,
        _("No passage of a translation that is still in the language of its source."),
    )
    search_description = level(
        _("Description for search engines"),
        Level.RECOMMENDED,
        _("Shown below the title in search results and shared links."),
    )
    image_credits = level(_("Photo credits"), Level.RECOMMENDED, _("Who made each image."))
    image_size = level(
        _("Size of the main image"),
        Level.RECOMMENDED,
        _("At least 1440 pixels wide, so that it is sharp on large screens."),
    )
    topics = level(
        _("Topics"),
        Level.RECOMMENDED,
        _("At least one; and none without a description that holds no other interview."),
    )
    video_transcripts = level(
        _("Transcripts of videos"),
        Level.RECOMMENDED,
        _("What is said in each video, as a text: for those who do not hear or play it."),
    )
    agreement = level(
        _("Interviewee's agreement"),
        Level.RECOMMENDED,
        _("To the version that is to be published."),
    )

    panels = [
        FieldPanel(name)
        for name in (
            "standfirst",
            "exchange",
            "alternative_texts",
            "broken_links",
            "translated",
            "search_description",
            "image_credits",
            "image_size",
            "topics",
            "video_transcripts",
            "agreement",
        )
    ]

    class Meta:
        verbose_name = _("checklist before publication")
