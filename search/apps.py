from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self):
        from search.cms import filling, writing
        from search.index import following

        following.connect()
        filling.connect()
        writing.connect()
