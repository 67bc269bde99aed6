"""The form with which a request is answered, and what becomes of a post of it."""

from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from contact.inbox.answer.following import next_to_handle
from contact.inbox.answer.form import AnswerForm
from contact.inbox.answer.sending import AlreadySent, answer, hindrance
from contact.requests.models import QuoteRequest
from contact.requests.token import read_token


class AnswerView(PermissionCheckedMixin, WagtailAdminTemplateMixin, View):
    """The form alone on a page: after a template was chosen, or when something is wrong."""

    model = QuoteRequest
    permission_required = "change"
    header_icon = "mail"
    template_name = "contact/answer.html"

    @cached_property
    def quote_request(self):
        """During a post nobody else changes or erases it: it is looked at, then answered."""
        requests = QuoteRequest.objects.all()
        if self.request.method == "POST":
            requests = requests.select_for_update()
        return get_object_or_404(requests, pk=self.kwargs["pk"])

    def get(self, request, pk):
        return self.show(AnswerForm(self.quote_request))

    @transaction.atomic
    def post(self, request, pk):
        form = AnswerForm(self.quote_request, request.POST)
        if "use" in request.POST:
            return self.show(form.with_template())
        token = read_token(request.POST.get("token"))
        self.check(form, token)
        if form.is_valid():
            self.send(form, token)
        if form.errors:
            return self.show(form)
        self.say_it_leaves()
        return redirect("quote_requests:edit", pk)

    def say_it_leaves(self):
        """Say that the answer leaves, and lead on to what waits next."""
        said = [
            _("The answer to %(email)s is on its way. Its state stands under “Mails”.")
            % {"email": self.quote_request.email}
        ]
        buttons = []
        if following := next_to_handle(self.quote_request):
            url = reverse("quote_requests:edit", args=[following.pk])
            buttons = [messages.button(url, _("Next request"))]
        else:
            said.append(_("No other request is waiting."))
        messages.success(self.request, " ".join(said), buttons=buttons)

    def check(self, form, token):
        """Say on the form why it cannot be sent as it is, if so."""
        user = self.request.user
        reason = hindrance(self.quote_request, user) or form.overtaken(user)
        if token is None:
            reason = _("This form is too old. Your text is still here: send it again.")
        if reason:
            form.add_error(None, reason)
        if token is None:
            form.renew()

    def send(self, form, token):
        """Send what a valid form says, or say on it why nothing was sent."""
        subject, text = form.cleaned_data["subject"], form.cleaned_data["text"]
        text = text.replace("\r\n", "\n") + "\n"
        try:
            mail = answer(self.quote_request, self.request.user, subject, text, token.id)
        except AlreadySent as sent:
            if sent.same:
                return
            message = _(
                "You sent this form before with another text. To send what stands here now "
                "as a second mail, press the button again."
            )
            form.add_error(None, message)
            form.renew()
        else:
            if mail is None:
                form.add_error(None, _("The visitor's address is not valid: nothing was sent."))

    def show(self, form):
        context = self.get_context_data(
            form=form,
            quote_request=self.quote_request,
            hindrance=hindrance(self.quote_request, self.request.user),
        )
        # RFC 9110, 15.5.21: understood, but the answer cannot be processed.
        return self.render_to_response(context, status=422 if form.errors else 200)

    def get_page_title(self):
        return self.quote_request.reference

    def get_breadcrumbs_items(self):
        page = reverse("quote_requests:edit", args=[self.quote_request.pk])
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("quote_requests:index"), "label": _("Quote requests")},
            {"url": page, "label": self.quote_request.reference},
            {"url": "", "label": _("Answer by mail")},
        ]


@hooks.register("register_admin_urls")
def answer_url():
    address = "quote_requests/<int:pk>/answer/"
    return [path(address, AnswerView.as_view(), name="answer_request")]


@hooks.register("register_log_actions")
def answer_action(actions):
    label, message = gettext_lazy("Answer a request"), gettext_lazy("Answered by mail")
    actions.register_action("contact.answer", label, message)
