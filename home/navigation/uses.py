"""The pages to which menu and footer lead, in Wagtail's index of references: it names the menu
before such a page is deleted.
"""

from wagtail.models import ReferenceIndex

from home.navigation.models import Navigation


def follow():
    """Let each save of the menu enter it in the index."""
    ReferenceIndex.register_model(Navigation)


def enter():
    """Enter the menu that was saved before it was followed."""
    for menu in Navigation.objects.all():
        ReferenceIndex.create_or_update_for_object(menu)
