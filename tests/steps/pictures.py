"""What a page's HTML says of its pictures, and how many were made."""

import io
import re

from django.core.files.images import ImageFile
from PIL import Image

from editing.worker.prerendering import prerender
from editing.worker.wanted import make_wanted, waiting
from home.images import SiteImage, SiteRendition

# Small enough to be cut and encoded in a moment; large enough for every width of a template.
SMALL, LARGE = (500, 320), (1600, 1000)


def photo(title="Le pylône", size=SMALL, **fields):
    content = io.BytesIO()
    Image.new("RGB", size, "teal").save(content, "JPEG")
    content.seek(0)
    return SiteImage.objects.create(
        title=title,
        description="Un pylône au soleil",
        credit="Ana Ruiz",
        file=ImageFile(content, name="pylone.jpg"),
        **fields,
    )


def figure(image, alt="Un pylône au soleil"):
    value = {"image": image.pk, "alt_text": alt, "decorative": not alt}
    return {"type": "figure", "value": {"image": value, "caption": "Le pylône"}}


def work():
    """Let the worker look until nothing waits, and make what it missed."""
    while prerender():
        pass
    make_all()


def make_all():
    """Let the worker make what anybody missed."""
    while waiting().exists():
        make_wanted()


def made_by(client, *addresses):
    """Return how many renditions the views of ``addresses`` make."""
    before = SiteRendition.objects.count()
    for address in addresses:
        assert client.get(address).status_code == 200, address
    return SiteRendition.objects.count() - before


def pictures(client, address):
    """Return the HTML of each picture of the page."""
    answer = client.get(address)
    assert answer.status_code == 200
    return re.findall(r"<picture>.*?</picture>", answer.content.decode(), re.DOTALL)


def widths(srcset):
    return [int(width) for width in re.findall(r" (\d+)w", srcset)]


def attributes(tag):
    return dict(re.findall(r'([a-z]+)="([^"]*)"', tag))
