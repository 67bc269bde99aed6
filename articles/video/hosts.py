"""The hosts whose videos play in a page: a closed table, and what it says of an address."""

import re
from typing import NamedTuple
from urllib.parse import quote

from django.conf import settings


class Host(NamedTuple):
    """A row of the table. ``{id}`` and ``{key}`` stand for what the pattern found."""

    name: str
    owner: str  # where the name does not say it
    addresses: str  # pattern of what follows https://, up to the end of the video's id
    watch: str  # where people watch the video
    frame: str  # the origin of the player, for Content-Security-Policy
    player: str  # its path
    oembed: str  # where the host describes a video; its address is added
    pictures: str  # pattern of the host names from which its posters come


VIMEO = {
    "name": "Vimeo",
    "owner": "",
    "frame": "https://player.vimeo.com",
    "oembed": "https://vimeo.com/api/oembed.json?url=",
    "pictures": r"i\.vimeocdn\.com",
}
HOSTS = (
    Host(
        name="YouTube",
        owner="Google",
        addresses=r"(?:youtu\.be/|(?:(?:www\.|m\.)?youtube|www\.youtube-nocookie)\.com/"
        r"(?:watch\?(?:[^#]*&)?v=|embed/|shorts/|live/))(?P<id>[\w-]{11})",
        watch="https://www.youtube.com/watch?v={id}",
        frame="https://www.youtube-nocookie.com",
        player="/embed/{id}?autoplay=1&rel=0",
        oembed="https://www.youtube.com/oembed?format=json&url=",
        pictures=r"i\d?\.ytimg\.com",
    ),
    # Before the public ones: an unlisted video has its key behind its number.
    Host(
        addresses=r"(?:www\.)?vimeo\.com/(?P<id>\d{5,12})/(?P<key>[0-9a-f]{6,20})",
        watch="https://vimeo.com/{id}/{key}",
        player="/video/{id}?h={key}&autoplay=1&dnt=1",
        **VIMEO,
    ),
    Host(
        addresses=r"(?:(?:www\.)?vimeo\.com/(?:channels/[\w-]+/)?|player\.vimeo\.com/video/)"
        r"(?P<id>\d{5,12})",
        watch="https://vimeo.com/{id}",
        player="/video/{id}?autoplay=1&dnt=1",
        **VIMEO,
    ),
)


class Video(NamedTuple):
    """A video at a host of the table. All addresses are made here, of nothing but its id."""

    host: str  # "YouTube"
    owner: str
    watch: str
    frame: str
    player: str
    oembed: str
    pictures: str

    @property
    def who(self):
        """The host as readers should know it: "YouTube (Google)"."""
        return f"{self.host} ({self.owner})" if self.owner else self.host


def hosts():
    """Return the table, with the hosts that the settings add."""
    return [*HOSTS, *own_dailymotion(), *map(peertube, settings.PEERTUBE_HOSTS)]


def own_dailymotion():
    """Since September 2026 Dailymotion shows nothing without the number of a player of ours."""
    if number := settings.DAILYMOTION_PLAYER:
        yield Host(
            name="Dailymotion",
            owner="",
            addresses=r"(?:(?:www\.)?dailymotion\.com/(?:embed/)?video|dai\.ly)"
            r"/(?P<id>[a-z0-9]{5,20})(?:_[\w-]*)?",
            watch="https://www.dailymotion.com/video/{id}",
            frame="https://geo.dailymotion.com",
            player=f"/player/{number}.html?video={{id}}",
            oembed=f"https://www.dailymotion.com/services/oembed?player={number}&url=",
            pictures=r"s\d?\.dmcdn\.net",
        )


def peertube(host):
    """Without ``p2p=0`` a visitor's IP address goes to the other visitors too."""
    return Host(
        name=host,
        owner="",
        addresses=re.escape(host) + r"/(?:w|videos/watch|videos/embed)/(?P<id>[\w-]{22,36})",
        watch=f"https://{host}/w/{{id}}",
        frame=f"https://{host}",
        player="/videos/embed/{id}?autoplay=1&p2p=0&warningTitle=0",
        oembed=f"https://{host}/services/oembed?format=json&url=",
        pictures=re.escape(host),
    )


def recognise(address):
    """Return the Video at ``address``, or None where it is not one of a host of the table.

    The pattern begins right behind the scheme, so a user name, a port or another host in front
    or behind never match; of the address only the id goes on.
    """
    for host in hosts():
        pattern = rf"https?://{host.addresses}(?:[/?&#].*)?"
        if found := re.fullmatch(pattern, address.strip(), re.ASCII | re.IGNORECASE):
            names = found.groupdict()
            watch = host.watch.format(**names)
            return Video(
                host=host.name,
                owner=host.owner,
                watch=watch,
                frame=host.frame,
                player=host.frame + host.player.format(**names),
                oembed=host.oembed + quote(watch, safe=""),
                pictures=host.pictures,
            )
    return None
