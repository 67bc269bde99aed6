from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditingConfig(AppConfig):
    name = "editing"
    verbose_name = _("Editorial work")

    def ready(self):
        from editing import signals  # noqa: F401 - connects what follows a save or a review
        from editing.bin import deletion  # noqa: F401 - every deletion passes through the bin
        from editing.editor import dates
        from editing.share_image import studio  # noqa: F401 - draws what is published
        from editing.translation import (
            privacy,  # noqa: F401 - keeps restricted what is restricted in the source
            titles,  # noqa: F401 - refuses titles that are too long
        )
        from editing.worker import image_changes

        dates.register()
        image_changes.connect()
