"""The models of quote requests, where Django and Wagtail look for them."""

from contact.attachments import Attachment
from contact.consent import CallbackConsent
from contact.fields import FormField
from contact.inbox.notes import Note
from contact.inbox.reading import Reading
from contact.inbox.reply_templates import ReplyTemplate
from contact.law.erased import ErasedRequests
from contact.law.retention import RetentionSettings
from contact.mails import RequestMail
from contact.quote_page import QuotePage
from contact.requests import QuoteRequest
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
