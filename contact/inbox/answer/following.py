"""Which request to look at after an answer."""

from contact.requests.models import QuoteRequest


def next_to_handle(quote_request):
    """Return the next request that is to be handled, in the order of the list, or None.

    After the last of the list one begins again at its top.
    """
    waiting = QuoteRequest.objects.open().exclude(pk=quote_request.pk).only("pk")
    newest = waiting.order_by("-submit_time", "-pk")
    return waiting.older_than(quote_request).first() or newest.first()
