from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Interviews")

    def ready(self):
        from articles import (
            follow_changes,  # noqa: F401 - connects what follows a change
            new_images,  # noqa: F401 - tells the worker of new portraits and videos
        )
        from articles.video import posters  # noqa: F401 - fetches what videos lack
