from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _


class EditingConfig(AppConfig):
    name = "editing"
    verbose_name = _("Editorial work")

    def ready(self):
        from editing import signals  # noqa: F401 - connects what follows a review
        from editing.bin import deletion  # noqa: F401 - every deletion passes through the bin
        from editing.schedule.problems import on_change
        from editing.share_image import studio  # noqa: F401 - draws what is published
        from editing.translation import (
            privacy,  # noqa: F401 - keeps restricted what is restricted in the source
            titles,  # noqa: F401 - refuses titles that are too long
        )
        from editing.worker import image_changes

        post_save.connect(on_change)
        post_delete.connect(on_change)
        image_changes.connect()
