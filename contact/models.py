"""The models of quote requests, where Django and Wagtail look for them."""

from contact.form.fields import FormField
from contact.form.page import QuotePage
from contact.inbox.answer.templates import ReplyTemplate
from contact.inbox.request.notes import Note
from contact.inbox.request.reading import Reading
from contact.law.consent import CallbackConsent
from contact.law.erased import ErasedRequests
from contact.law.retention import RetentionSettings
from contact.mails.models import RequestMail
from contact.requests.attachments import Attachment
from contact.requests.models import QuoteRequest
from contact.spam.arrivals import Arrival

__all__ = [
    "Arrival",
    "Attachment",
    "CallbackConsent",
    "ErasedRequests",
    "FormField",
    "Note",
    "QuotePage",
    "QuoteRequest",
    "Reading",
    "ReplyTemplate",
    "RequestMail",
    "RetentionSettings",
]
