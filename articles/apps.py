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
        from articles.index import asked_for_most  # noqa: F401 - lets the worker make feeds ready
        from articles.video import posters  # noqa: F401 - fetches what videos lack
