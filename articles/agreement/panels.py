"""The agreement in the editor: where it stands, who has a link, what was answered."""

from wagtail.admin.panels import Panel


class AgreementPanel(Panel):
    """Shown to those who may edit the page, once it exists."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "articles/agreement/panel.html"

        def is_shown(self):
            page = self.instance
            return bool(page.pk) and page.permissions_for_user(self.request.user).can_edit()

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            return context | {"agreement": self.instance.agreement, "page": self.instance}
