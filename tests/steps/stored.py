"""Stored requests, with all that can belong to one."""

import uuid

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from post_office.models import STATUS, Email
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from contact.models import Attachment, CallbackConsent, Note, QuoteRequest, RequestMail
from tests import factories

NAME, ADDRESS = "Solange Prévert", "solange@prevert.example"


def quote_request(page="fr", **fields):
    values = {
        "page": factories.quote_page(page) if page else None,
        "page_title": "Demandez un devis",
        "token": uuid.uuid4(),
        "form_data": {},
        "language": "fr",
        "name": NAME,
        "company": "Menuiserie Prévert",
        "email": ADDRESS,
        "answers": [answer("activity", "Votre activité", f"Des escaliers. {NAME}, {ADDRESS}")],
    }
    sent = fields.pop("submit_time", None)
    stored = QuoteRequest.objects.create(**values | fields)
    if sent:
        QuoteRequest.objects.filter(pk=stored.pk).update(submit_time=sent)
        stored.refresh_from_db()
    return stored


def answer(name, label, value, purpose=""):
    return {
        "name": name,
        "label": label,
        "help_text": "",
        "type": "singleline",
        "purpose": purpose,
        "value": value,
    }


def whole(user, **fields):
    """Return a request with a file, mails, a note, a consent and a history."""
    stored = quote_request(**fields)
    attach(stored, f"../plan de {stored.name}.pdf")
    for kind, to in (("confirmation", stored.email), ("notification", "equipe@cw.example")):
        mail(stored, kind, to)
    Note.objects.create(quote_request=stored, author=user, text=f"{stored.name} rappelle lundi.")
    CallbackConsent.objects.create(quote_request=stored, wording="Rappelez-moi.", version="abc")
    log(stored, "wagtail.edit", user=user)
    return stored


def attach(stored, name="plan.pdf"):
    return Attachment.objects.create(
        quote_request=stored,
        token=stored.token,
        field_name="plan",
        file=ContentFile(b"%PDF-1.7", name="x"),
        name=name,
        content_type="application/pdf",
        size=8,
    )


def mail(stored, kind, to):
    sent = outgoing(to, f"Bonjour {stored.name}", stored.reference)
    return RequestMail.objects.create(quote_request=stored, kind=kind, email=sent)


def outgoing(to, message="Bonjour", subject="Un message", **fields):
    return Email.objects.create(
        from_email="cw@cw.example",
        to=[to],
        subject=subject,
        message=message,
        status=STATUS.sent,
        **fields,
    )


def history(stored):
    kind = ContentType.objects.get_for_model(QuoteRequest)
    return ModelLogEntry.objects.filter(content_type=kind, object_id=str(stored.pk))
