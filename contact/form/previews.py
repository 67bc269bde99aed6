"""What the editor of a quote page can look at before publishing: form, thanks, confirmation."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from contact.form.post import ShownForm
from contact.mails.confirmation import written
from editing.outbox.queue import sender

REFERENCE = "CW-0000-0000"


class QuotePreviews:
    """The previews of `QuotePage`, of which the form is the first."""

    preview_modes = [
        ("", _("Form")),
        ("thanks", _("Thank-you page")),
        ("confirmation", _("Confirmation mail")),
    ]

    def serve_preview(self, request, mode_name):
        if mode_name == "thanks":
            return self.render(
                request,
                template="contact/quote_page_thanks.html",
                context_overrides={"reference": REFERENCE},
            )
        if mode_name == "confirmation":
            return self.preview_confirmation(request)
        return ShownForm(self, request).show()

    def preview_confirmation(self, request):
        subject, text = written(self, gettext("Camille Martin"), REFERENCE)
        return self.render(
            request,
            template="contact/confirmation_preview.html",
            context_overrides={"sender": sender(), "subject": subject, "text": text.strip()},
        )
