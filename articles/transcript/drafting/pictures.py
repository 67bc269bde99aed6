"""The images of a document, put into the library of the site as if somebody had sent them."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext as _
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form
from wagtail.models import Collection
from wagtail.permissions import policy_registry

MOST = 30


def store(transcript, pictures, title, user):
    """Return {number of a paragraph: figure} of ``pictures``, and how many could not be stored.

    ``pictures`` are pairs of a number and a Picture. Who may add no images stores none.
    """
    may_add = policy_registry.get_by_type(get_image_model()).user_has_permission(user, "add")
    found, failed = {}, 0
    for number, picture in pictures:
        image = may_add and len(found) < MOST and stored(picture, title, len(found) + 1, user)
        if image:
            value = {"image": image.pk, "alt_text": picture.alt, "decorative": False}
            found[number] = ("figure", {"image": value, "caption": "", "credit": ""})
        else:
            failed += 1
    return found, failed


def stored(picture, title, number, user):
    """Return the image, checked like any that is sent to the library, or None."""
    form_class = get_image_form(get_image_model())
    kind = "png" if picture.data.startswith(b"\x89PNG") else "jpg"
    kind = "gif" if picture.data.startswith(b"GIF8") else kind
    file = SimpleUploadedFile(f"image-{number}.{kind}", picture.data)
    name = picture.alt or _("%(title)s, image %(number)d") % {"title": title, "number": number}
    data = {"title": name[:255], "collection": Collection.get_first_root_node().pk, "credit": ""}
    form = form_class(
        data,
        {"file": file},
        instance=get_image_model()(uploaded_by_user=user),
        user=user,
    )
    return form.save() if form.is_valid() else None
