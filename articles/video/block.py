"""The video block: a link that becomes a player on a click, where the host is known."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from articles.video.hosts import Video, recognise
from cyberworkers.answering.choosers import Image
from cyberworkers.blocks import RICH_TEXT

# Added later: blocks that lack them are stored as before, so saving again changes no text.
OPTIONAL = ("poster", "duration", "date")


class VideoValue(blocks.StructValue):
    fetched = None  # the host's poster in our storage, set by `posters.add_posters`

    @cached_property
    def video(self):
        """What the table of hosts says of the address, or None: then it stays a link."""
        return recognise(self.get("url") or "")

    @property
    def link(self):
        """Where the video is watched, or "" for what must not become a link."""
        if self.video:
            return self.video.watch
        return self["url"] if web_host(self.get("url") or "") else ""

    @property
    def host(self):
        """The name of the host, for an unknown one as it stands in the address."""
        return self.video.host if self.video else web_host(self.get("url") or "")

    @property
    def picture(self):
        return self.get("poster") or self.fetched

    @property
    def iso_duration(self):
        """The duration as ISO 8601 has it, "PT3M20S", or ""."""
        parts = (self.get("duration") or "").split(":")
        if len(parts) < 2:
            return ""
        return "PT" + "".join(
            f"{int(n)}{unit}" for n, unit in zip(parts, "HMS"[-len(parts) :], strict=True)
        )


def web_host(address):
    """Return the host of a plain web address, in ASCII; "" for every other text.

    Not plain is what has a user name, which can pass for a host (https://youtube.com@evil.example).
    """
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError:  # includes UnicodeError: no host name at all
        return ""
    plain = parts.scheme in ("http", "https") and "@" not in parts.netloc
    return host if plain else ""


class VideoBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=150)
    url = blocks.URLBlock(
        label=_("Address of the video"),
        help_text=_(
            "Videos of YouTube and Vimeo, and of the PeerTube and Dailymotion hosts that the "
            "administrators have set, play in the page. Any other address stays a link."
        ),
    )
    poster = Image(
        label=_("Poster"),
        required=False,
        help_text=_(
            "Shown until the video is started. Leave empty to use the host's own, which is "
            "copied shortly after saving."
        ),
    )
    transcript = blocks.RichTextBlock(label=_("Transcript"), features=RICH_TEXT, required=False)
    duration = blocks.RegexBlock(
        r"^(?:\d{1,2}:[0-5]?\d|\d{1,3}):[0-5]\d$|^$",
        label=_("Duration"),
        required=False,
        default="",
        help_text=_("Minutes and seconds: 3:20, or 1:03:20 with hours."),
        error_messages={"invalid": _("Write the duration as 3:20 or 1:03:20.")},
    )
    date = blocks.DateBlock(
        label=_("Date of the video"),
        required=False,
        help_text=_("When the host published it. Search engines show videos that have a date."),
    )

    def clean(self, value):
        cleaned = super().clean(value)
        if not web_host(cleaned["url"]):
            message = _("Give an address with https:// and without a user name.")
            raise StructBlockValidationError({"url": ValidationError(message)})
        return cleaned

    def get_prep_value(self, value):
        stored = super().get_prep_value(value)
        return {name: one for name, one in stored.items() if one or name not in OPTIONAL}

    def get_preview_value(self):
        """Show a video at no host, so that a click in the CMS reaches nobody."""
        value = self.normalize({"title": "Visite du chantier", "duration": "3:20"})
        host = "video.example"
        value.video = Video(host, "", "#", "", "about:blank", "", "")
        return value

    class Meta:
        label = _("Video")
        icon = "media"
        template = "articles/blocks/video.html"
        description = _("A video that is loaded on a click only, with its transcript.")
        value_class = VideoValue
