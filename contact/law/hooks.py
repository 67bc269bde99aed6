"""Where the CMS shows what the law asks for: addresses, menu, history; and the nightly purge."""

from django.dispatch import receiver
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogFormatter

from contact.law import views
from contact.law.erasure import purge
from editing.worker.jobs import daily


@receiver(daily, dispatch_uid="contact.purge")
def purge_daily(**kwargs):
    purge()


@hooks.register("register_admin_urls")
def law_urls():
    return [
        path("quote_requests/person/", views.PersonView.as_view(), name="request_person"),
        path(
            "quote_requests/person/export/",
            views.PersonExportView.as_view(),
            name="request_person_export",
        ),
        path(
            "quote_requests/person/erase/",
            views.PersonEraseView.as_view(),
            name="request_person_erase",
        ),
        path(
            "quote_requests/<int:pk>/person/",
            views.RequestPersonView.as_view(),
            name="request_person_of",
        ),
        path(
            "quote_requests/<int:pk>/withdrawal/",
            views.WithdrawalView.as_view(),
            name="request_withdrawal",
        ),
    ]


class PersonMenuItem(MenuItem):
    def is_shown(self, request):
        return views.may(request.user, "view")


@hooks.register("register_reports_menu_item")
def person_menu_item():
    return PersonMenuItem(
        gettext_lazy("Data of a person"), reverse("request_person"), icon_name="user", order=1_200
    )


class CountFormatter(LogFormatter):
    """Says how many requests an action was about; never whose."""

    def format_comment(self, log_entry):
        count = log_entry.data.get("count")
        if count is None:
            return _("The number is not known: the download did not end.")
        return ngettext("%(count)d request", "%(count)d requests", count) % {"count": count}


@hooks.register("register_log_actions")
def law_actions(actions):
    @actions.register_action("contact.withdraw_consent")
    class Withdrawal(LogFormatter):
        label = gettext_lazy("Note the withdrawal of the consent to be called back")
        message = gettext_lazy("Consent to be called back: withdrawn")

    @actions.register_action("contact.erase")
    class Erasure(CountFormatter):
        label = gettext_lazy("Erase quote requests")
        message = gettext_lazy("Quote requests erased")

    @actions.register_action("contact.export_person")
    class PersonExport(CountFormatter):
        label = gettext_lazy("Export the data of a person")
        message = gettext_lazy("Data of a person exported")

    @actions.register_action("contact.export")
    class ListExport(CountFormatter):
        label = gettext_lazy("Export quote requests")
        message = gettext_lazy("Quote requests exported")

        def format_comment(self, log_entry):
            filters = "; ".join(
                f"{name}: {', '.join(values)}" if values else name
                for name, values in log_entry.data.get("filters", {}).items()
            )
            parts = [super().format_comment(log_entry), log_entry.data["format"], filters]
            return " – ".join(filter(None, parts))
