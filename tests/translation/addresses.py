"""What the translation editor sends to addresses of wagtail-localize."""

from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import OverridableSegment, StringTranslation

from tests.steps import translating
from tests.steps.translating import passage


def at(name, page):
    return reverse(f"wagtail_localize:{name}", args=[translating.translation(page).pk])


def override_address(page):
    translation = translating.translation(page)
    segment = OverridableSegment.objects.get(source=translation.source, context__path="hero_image")
    return reverse("wagtail_localize:edit_override", args=[translation.pk, segment.pk])


def choose(client, page, image):
    """Choose another image for the translation, as its editor does."""
    data = encode_multipart(BOUNDARY, {"value": image.pk})
    return client.put(override_address(page), data, MULTIPART_CONTENT)


def give_back(client, page):
    """Take the image of the source again, as the editor does."""
    return client.delete(override_address(page))


def machine_translates(client, page):
    return client.post(at("machine_translate", page), follow=True)


def takes_over(client, page, **data):
    source = translating.translation(page).source_id
    address = reverse("wagtail_localize:update_translations", args=[source])
    return client.post(address, data, follow=True)


def lock(page, client):
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=client.user)


def untitled(page):
    """Take the English title away; return what finds a new one."""
    titles = StringTranslation.objects.filter(context=passage(page, "title").context)
    titles.delete()
    return titles
