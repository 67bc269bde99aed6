from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Site")

    def ready(self):
        from home import checks  # noqa: F401 - registers the deploy checks
        from home.navigation import uses

        uses.follow()
