"""The selections of requests."""

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db import connections, models
from django.db.models import Q
from django.db.models.functions import Lower

from contact.requests.states import OPEN, State
from contact.requests.words import sought

# The expression of the index: see the migration that makes it.
WORDS = SearchVector("search_text", config="simple")


class QuoteRequestQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state__in=OPEN)

    def without_spam(self):
        return self.exclude(state=State.SPAM)

    def from_address(self, email):
        """Return the requests of one e-mail address, in whatever case it was typed."""
        return self.alias(address=Lower("email")).filter(address=email.lower())

    def matching(self, text, exact=False):
        """Return the requests in which each word of ``text`` begins a word, of any answer or note;
        or has its stem, unless it is to be ``exact``.

        PostgreSQL looks into the index ``request_words``.
        """
        return self.holding(sought(text, exact))

    def holding(self, words):
        """Return the requests that hold all ``words``, as `sought` says them."""
        if connections[self.db].vendor == "postgresql":
            asked = " & ".join(f"({' | '.join([f'{word}:*', *stems])})" for word, stems in words)
            query = SearchQuery(asked, search_type="raw", config="simple")
            return self.alias(words=WORDS).filter(words=query) if words else self.none()
        found = self if words else self.none()
        for word, stems in words:
            held = Q(search_text__contains=f" {word}")
            for stem in stems:
                held |= Q(search_text__contains=f" {stem} ")
            found = found.filter(held)
        return found

    def older_than(self, quote_request):
        """Return the requests that came before this one, the nearest first."""
        moment = quote_request.submit_time
        older = self.filter(submit_time__lte=moment).exclude(
            submit_time=moment, pk__gte=quote_request.pk
        )
        return older.order_by("-submit_time", "-pk")

    def newer_than(self, quote_request):
        """Return the requests that came after this one, the nearest first."""
        moment = quote_request.submit_time
        newer = self.filter(submit_time__gte=moment).exclude(
            submit_time=moment, pk__lte=quote_request.pk
        )
        return newer.order_by("submit_time", "pk")
