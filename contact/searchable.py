"""What changes the text of the quote pages without a change of these: how long requests are kept.

And who publishes the site, whose words the notice holds.
"""

from django.apps import apps
from django.conf import settings

from contact.form.page import QuotePage
from contact.law.retention import RetentionSettings


def quote_pages(_setting):
    return list(QuotePage.objects.live().values_list("pk", flat=True))


KINDS = []
FOLLOWED = {
    RetentionSettings: quote_pages,
    apps.get_model(settings.LEGAL_IDENTITY_MODEL): quote_pages,
}
