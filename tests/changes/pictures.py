"""Images, their renditions, and documents."""

from django.core.files.base import ContentFile

from articles.models import InterviewPage
from home.models import SiteImage, SiteRendition
from tests import factories
from tests.changes.kinds import seen
from tests.changes.world import TINY
from tests.pictures.test_uploads import file, send
from tests.steps.pictures import photo


def shown(world):
    """Return an image that a page shows."""
    pages = InterviewPage.objects.live().exclude(hero_image=None)
    page = world.looked_at(world.pick(pages) or world.publish_interview())
    return page.hero_image


@seen
def corrects_an_image(world):
    image = shown(world)
    values = {"title": image.title, "collection": "1", "tags": "", "credit": world.name("Ana")}
    values |= {"description": world.name("Un pylône")}
    world.post("wagtailimages:edit", image.pk, **values)


@seen
def sets_a_focal_point(world):
    image = shown(world)
    values = {"title": image.title, "collection": "1", "tags": "", "credit": "", "description": "."}
    point = {"x": world.random.randrange(20, 70), "y": 30, "width": 16, "height": 16}
    values |= {f"focal_point_{name}": value for name, value in point.items()}
    world.post("wagtailimages:edit", image.pk, **values)


@seen
def replaces_the_file_of_an_image(world):
    name = f"{world.slug()}.jpg"
    assert send(world.admin, file(name), "wagtailimages:edit", shown(world).pk).status_code == 302


@seen
def deletes_an_image(world):
    world.post("wagtailimages:delete", shown(world).pk)


@seen
def deletes_renditions(world):
    for rendition in SiteRendition.objects.filter(image=shown(world)):
        rendition.delete()


@seen
def deletes_renditions_at_once(world):
    SiteRendition.objects.filter(image=shown(world)).delete()


@seen
def an_image_comes_back_under_its_number(world):
    """As when row and file are taken from a backup."""
    image = shown(world)
    name, content = image.file.name, image.file.read()
    SiteImage.objects.filter(pk=image.pk).delete()
    world.check()
    image.file.storage.save(name, ContentFile(content))
    image.save(force_insert=True)


@seen
def brings_a_new_image(world):
    photo(world.name("Nulle part encore"), TINY)


@seen
def shows_another_image(world):
    page = world.interview()
    page.hero_image, page.hero_alt = photo(world.name("Autre"), TINY), world.name("Alternative")
    page.save_revision().publish()


def offered(world):
    """Return a document that a page offers from now on."""
    page, document = world.interview(), factories.document()
    block = {"type": "document", "value": {"document": document.pk}}
    page.body = page.body.stream_block.to_python([*page.body.get_prep_value(), block])
    page.save_revision().publish()
    world.looked_at(page)
    return document


@seen
def offers_a_document(world):
    offered(world)


@seen
def replaces_a_document(world):
    document = offered(world)
    document.title = world.name("Convention")
    document.file.save(f"{world.slug()}.pdf", ContentFile(b"%PDF-1.7" * world.random.randrange(9)))
    document.save()


@seen
def deletes_a_document(world):
    offered(world).delete()
