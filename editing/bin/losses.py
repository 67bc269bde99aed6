"""What a deletion takes away, in sentences, before it happens."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import (
    Page,
    ReferenceIndex,
    Revision,
    WorkflowState,
    get_default_page_content_type,
)

from cyberworkers.pages import OwnPage
from cyberworkers.slots import modules
from editing.impact.seen import settings_with


def losses(page):
    """Return pairs of a sentence and an address (or None) that shows more of it."""
    doomed = Page.objects.descendant_of(page, inclusive=True)
    numbers = list(doomed.values_list("pk", flat=True))
    lines = [
        (sentence(len(numbers) - 1, below), reverse("wagtailadmin_explore", args=[page.pk])),
        (sentence(doomed.live().count(), online), page.url if page.live else None),
        (sentence(len(scheduled(numbers)), schedules), None),
        (sentence(reviews(numbers), in_review), None),
        (
            sentence(incoming(numbers), links),
            reverse("wagtailadmin_pages:usage", args=[page.pk]),
        ),
    ]
    if settings := settings_with(page):
        text = _("It is in the settings (%(names)s): its link goes with it.")
        lines.append((text % {"names": ", ".join(settings)}, None))
    lines += [
        (stays(translation), reverse("wagtailadmin_pages:edit", args=[translation.pk]))
        for translation in page.get_translations().filter(alias_of=None).select_related("locale")
    ]
    own = page.specific
    if isinstance(own, OwnPage):
        lines += [(text, None) for text in own.losses()]
    lines += [(text, None) for module in modules("kept_in_bin") for text in module.losses(page)]
    return [(text, address) for text, address in lines if text]


def stays(translation):
    text = _("The page in another language stays (%(language)s): “%(title)s”.")
    return text % {"language": translation.locale.get_display_name(), "title": translation.title}


def sentence(count, form):
    return form(count) % {"count": count} if count else ""


def below(count):
    return ngettext(
        "%(count)d page below it is deleted too.",
        "%(count)d pages below it are deleted too.",
        count,
    )


def online(count):
    return ngettext(
        "%(count)d page that is online disappears for readers.",
        "%(count)d pages that are online disappear for readers.",
        count,
    )


def schedules(count):
    return ngettext(
        "%(count)d scheduled date is lost.", "%(count)d scheduled dates are lost.", count
    )


def in_review(count):
    return ngettext(
        "%(count)d review in progress ends without a result.",
        "%(count)d reviews in progress end without a result.",
        count,
    )


def links(count):
    return ngettext(
        "%(count)d other page or text links to it: the link will lead nowhere.",
        "%(count)d other pages or texts link to it: the links will lead nowhere.",
        count,
    )


def scheduled(numbers):
    """Return the numbers of the pages that have a date for going online or offline."""
    waiting = Revision.page_revisions.filter(
        approved_go_live_at__isnull=False, object_id__in=map(str, numbers)
    )
    expiring = Page.objects.filter(pk__in=numbers, live=True, expire_at__isnull=False)
    return {int(pk) for pk in waiting.values_list("object_id", flat=True)} | set(
        expiring.values_list("pk", flat=True)
    )


def reviews(numbers):
    return (
        WorkflowState.objects.active()
        .filter(base_content_type=get_default_page_content_type(), object_id__in=map(str, numbers))
        .count()
    )


def incoming(numbers):
    """Return how many things that stay refer to one of these pages."""
    numbers = [str(number) for number in numbers]
    page_type = get_default_page_content_type()
    return (
        ReferenceIndex.objects.filter(to_content_type=page_type, to_object_id__in=numbers)
        .exclude(base_content_type=page_type, object_id__in=numbers)
        .values("base_content_type", "object_id")
        .distinct()
        .count()
    )
