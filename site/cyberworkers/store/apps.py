from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class StoreConfig(AppConfig):
    name = "cyberworkers.store"
    verbose_name = "Store of answers"

    def ready(self):
        from cyberworkers.store import triggers

        # Once before and once after all migrations, which may remake tables.
        pre_migrate.connect(triggers.before_migrations, sender=self)
        post_migrate.connect(triggers.after_migrations, sender=self)
