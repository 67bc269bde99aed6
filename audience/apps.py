from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AudienceConfig(AppConfig):
    name = "audience"
    verbose_name = _("Audience")

    def ready(self):
        from audience import (
            popular,  # noqa: F401 - tells the worker what to make ready
            retention,  # noqa: F401 - tidies up every night
            searches,  # noqa: F401 - hears of searches
        )
