"""The rights of a person, in the CMS: see, take out, erase, withdraw a consent.

An address is posted, never part of a link: links are kept in histories and journals.
"""

from django import forms
from django.db import transaction
from django.db.models import Sum
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from contact.law.consent import CallbackConsent
from contact.law.erased import ErasedRequests
from contact.law.erasure import erase
from contact.law.person import Person
from contact.law.takeout import take_out
from contact.requests.models import QuoteRequest


def may(user, action):
    return policy_registry.get_by_type(QuoteRequest).user_has_permission(user, action)


class AddressForm(forms.Form):
    email = forms.EmailField(label=gettext_lazy("E-mail address"), max_length=254)


class LawView(PermissionCheckedMixin, WagtailAdminTemplateMixin):
    """What the views have in common: rights, icon, and the way back to the list."""

    model = QuoteRequest
    permission_required = "view"
    header_icon = "user"
    page_title = gettext_lazy("Data of a person")

    def get_breadcrumbs_items(self):
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("quote_requests:index"), "label": _("Quote requests")},
            {"url": "", "label": self.page_title},
        ]


class PersonView(LawView, FormView):
    """Asks for an address, and shows what there is."""

    form_class = AddressForm
    template_name = "contact/person.html"

    def form_valid(self, form):
        return self.show(form.cleaned_data["email"], form)

    def show(self, email, form=None):
        person = Person(email)
        context = self.get_context_data(
            form=form or AddressForm(initial={"email": email}),
            person=person,
            may_export=may(self.request.user, "export"),
            may_erase=may(self.request.user, "delete"),
        )
        return self.render_to_response(context)

    def get_context_data(self, **kwargs):
        erased = ErasedRequests.objects.order_by().values_list("reason").annotate(Sum("count"))
        labels = dict(ErasedRequests.Reason.choices)
        return super().get_context_data(
            erased=[(labels[reason], count) for reason, count in erased], **kwargs
        )


class RequestPersonView(PersonView):
    """The same, of who sent a request."""

    http_method_names = ["get", "head"]

    def get(self, request, pk):
        quote_request = get_object_or_404(QuoteRequest, pk=pk)
        if not quote_request.email:
            messages.error(
                request, _("This request has no e-mail address: export or erase it by itself.")
            )
            return redirect("quote_requests:edit", pk)
        return self.show(quote_request.email)


class PostedAddressView(LawView, FormView):
    """Takes an address from a form, and sends those without one to where it is asked."""

    form_class = AddressForm
    http_method_names = ["post"]

    def form_invalid(self, form):
        return redirect("request_person")


class PersonExportView(PostedAddressView):
    """A ZIP with all that is known of an address."""

    permission_required = "export"

    def form_valid(self, form):
        person, user = Person(form.cleaned_data["email"]), self.request.user
        file = take_out(person)
        log(user, "contact.export_person", user=user, data={"count": person.counts["requests"]})
        name = _("data-of-a-person-%(day)s.zip") % {"day": timezone.localdate().isoformat()}
        return FileResponse(file, as_attachment=True, filename=name)


class PersonEraseView(PostedAddressView):
    """Says how much would be erased; erases it when that number is posted back."""

    permission_required = "delete"
    template_name = "contact/person_erase.html"
    page_title = gettext_lazy("Erase the data of a person")

    def form_valid(self, form):
        person = Person(form.cleaned_data["email"])
        # What arrived since the question is asked about again.
        if self.request.POST.get("total") != str(sum(person.counts.values())):
            return self.render_to_response(
                self.get_context_data(form=form, person=person, total=sum(person.counts.values()))
            )
        erased = person.erase(self.request.user)
        text = ngettext(
            "%(count)d request was erased, with its mails and files.",
            "%(count)d requests were erased, with their mails and files.",
            erased,
        )
        messages.success(self.request, text % {"count": erased})
        return redirect("request_person")


class EraseView(generic.DeleteView):
    """Erases one request, and says what goes with it."""

    template_name = "contact/request_erase.html"
    page_title = gettext_lazy("Erase the request")

    def get_page_subtitle(self):
        return self.object.reference

    def delete_action(self):
        erase([self.object.pk], ErasedRequests.Reason.DEMAND, self.request.user)

    def get_success_message(self):
        return _("The request was erased, with its mails and files.")


class WithdrawalView(LawView, TemplateView):
    """Notes that a visitor does not want to be called any more; nothing undoes it."""

    permission_required = "change"
    template_name = "contact/withdrawal.html"
    header_icon = "warning"
    page_title = gettext_lazy("Consent to be called back")

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.quote_request = get_object_or_404(QuoteRequest, pk=kwargs["pk"])

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            quote_request=self.quote_request, count=self.standing().count(), **kwargs
        )

    def standing(self):
        return CallbackConsent.objects.of_the_same_person(self.quote_request).standing()

    @transaction.atomic
    def post(self, request, pk):
        # The requests are locked first, as by whoever erases them.
        concerned = QuoteRequest.objects.filter(pk__in=self.standing().values("quote_request"))
        list(concerned.order_by("pk").select_for_update().values_list("pk"))
        withdrawn = list(self.standing().select_for_update())
        for consent in withdrawn:
            consent.withdrawn_at, consent.withdrawn_by = timezone.now(), request.user
            consent.save(update_fields=["withdrawn_at", "withdrawn_by"])
            # The title of the entry is not the name of the visitor.
            log(
                consent.quote_request,
                "contact.withdraw_consent",
                user=request.user,
                title=consent.quote_request.reference,
            )
        if withdrawn:
            messages.success(request, _("The withdrawal was noted: do not call any more."))
        else:
            messages.warning(request, _("There is no consent that could be withdrawn."))
        return redirect("quote_requests:edit", pk)
