"""Make, send and withdraw the links of an interview, for those who may edit it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.utils import get_breadcrumbs_items_for_page
from wagtail.log_actions import log

from articles.agreement.forms import LinkForm
from articles.agreement.mail import send_link
from articles.agreement.models import AgreementLink
from articles.agreement.state import Agreement


def editable_page(user, page_id):
    """Return the interview, or raise Http404 or PermissionDenied."""
    # The model of interviews, which is built on this package.
    interviews = AgreementLink._meta.get_field("page").related_model
    page = get_object_or_404(interviews, id=page_id)
    if not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
    return page


class LinksView(WagtailAdminTemplateMixin, FormView):
    """The links of one interview with what was answered, and a form for another link."""

    page_title = gettext_lazy("Interviewee's agreement")
    header_icon = "user"
    template_name = "articles/agreement/links.html"
    form_class = LinkForm

    def dispatch(self, request, page_id):
        self.page = editable_page(request.user, page_id)
        return super().dispatch(request)

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        return [
            *get_breadcrumbs_items_for_page(self.page, self.request.user),
            {"url": "", "label": self.page_title},
        ]

    def get_initial(self):
        if self.request.method == "POST" or self.page.agreement_links.exists():
            return {}
        return {"name": ", ".join(person.name for person in self.page.interviewees)[:120]}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"sending": "send" in self.request.POST}

    def get_context_data(self, **kwargs):
        agreement = Agreement(self.page.get_latest_revision_as_object())
        return super().get_context_data(page=self.page, agreement=agreement, **kwargs)

    @transaction.atomic
    def form_valid(self, form):
        fields = dict(form.cleaned_data)
        user = self.request.user
        link = AgreementLink.objects.make(self.page, created_by=user, **fields)
        log(self.page, "agreement.link", user=user, data={"name": link.name})
        if form.sending:
            mail_link(link, user)
            said = _("The link was made; it leaves by e-mail to %(email)s.")
        else:
            said = _("The link for %(name)s was made. Copy it and send it.")
        messages.success(self.request, said % {"name": link.name, "email": link.email})
        return redirect("agreement_links", self.page.pk)


def mail_link(link, user):
    send_link(link)
    link.sent_at = timezone.now()
    link.save(update_fields=["sent_at"])
    log(link.page, "agreement.send", user=user, data={"name": link.name})


@require_POST
@transaction.atomic
def send(request, page_id, pk):
    """Queue the mail with an open link, once more if need be."""
    page = editable_page(request.user, page_id)
    link = get_object_or_404(page.agreement_links, pk=pk)
    if link.is_open and link.email and link.path:
        mail_link(link, request.user)
        said = _("The link leaves by e-mail to %(email)s.") % {"email": link.email}
        messages.success(request, said)
    else:
        messages.error(request, _("This link cannot be sent: it is closed or has no address."))
    return redirect("agreement_links", page.pk)


@require_POST
@transaction.atomic
def withdraw(request, page_id, pk):
    """Close a link at once; what was answered through it stays."""
    page = editable_page(request.user, page_id)
    link = get_object_or_404(page.agreement_links.select_for_update(), pk=pk)
    if link.withdrawn_at is None:
        link.withdrawn_at = timezone.now()
        link.save(update_fields=["withdrawn_at"])
        log(page, "agreement.withdraw", user=request.user, data={"name": link.name})
    said = _("The link of %(name)s opens nothing any more.") % {"name": link.name}
    messages.success(request, said)
    return redirect("agreement_links", page.pk)
