"""The quote form as one visitor gets it, and one post of it: stored, or shown with its errors."""

import logging

from django.core.exceptions import TooManyFieldsSent
from django.utils.functional import cached_property
from django.utils.translation import gettext

from contact.form.intake import AlreadySent, receive
from contact.form.source import SOURCE, source_of
from contact.requests.token import new_token, read_token
from contact.uploads.waiting import FormFiles
from cyberworkers.client_address import client_address
from cyberworkers.outages.answers import unavailable

logger = logging.getLogger(__name__)

# With hyphens, which the names of the editors' own fields never have.
HONEYPOT, TOKEN = "leave-unchanged", "form-token"
MOST_VALUES = 500  # in a post; a choice may have many


class ShownForm:
    """The form of a quote page with the one-time token that it is sent with.

    ``sent`` are the data and files of a post; without them nothing is filled in.
    """

    def __init__(self, page, request, *sent):
        self.page, self.request = page, request
        self.form = page.get_form(*sent, page=page, user=request.user)
        self.token = new_token()

    @cached_property
    def source(self):
        """The page from which the visitor came to the form, or None."""
        return source_of(self.request)

    def show(self):
        """Return the page with the form, and with what is wrong with it."""
        response = self.page.render(
            self.request,
            context_overrides={
                "form": self.form,
                "token_name": TOKEN,
                "token": self.token,
                "trap": HONEYPOT,
                "source_name": SOURCE,
                "source": self.source,
            },
        )
        # RFC 9110, 15.5.21: understood, but the answers cannot be processed.
        response.status_code = 422 if self.form.errors else 200
        return response


class Post(ShownForm):
    """The form as a visitor sent it: `store` it, and `show` it again when that returns nothing.

    Raises TooManyFieldsSent for more values than any form has.
    """

    def __init__(self, page, request):
        if sum(map(len, dict(request.POST.lists()).values())) > MOST_VALUES:
            raise TooManyFieldsSent("A quote form with too many values was sent.")
        super().__init__(page, request, request.POST, request.FILES)
        self.known_token = read_token(request.POST.get(TOKEN))
        self.token = self.known_token or self.token
        self.files = FormFiles(self.form, self.token.id)

    @property
    def trapped(self):
        """Whether the field that people do not see was filled in."""
        return bool(self.request.POST.get(HONEYPOT))

    @cached_property
    def address(self):
        """The visitor's IP address, or None."""
        return client_address(self.request)

    def store(self):
        """Return the QuoteRequest that the form became, in this post or in an earlier one.

        Returns None when the form has to be sent again: it says why, and its good files wait.
        """
        if self.known_token is None:
            message = gettext("This form is too old. Your text is still here: send it again.")
            self.form.add_error(None, message)
        self.files.keep()
        if not self.form.is_valid():
            logger.info("A form was sent back for its fields %s.", ", ".join(self.form.errors))
            return None
        try:
            return receive(self)
        except AlreadySent as sent:
            self.become_another(sent.quote_request)
            return None

    def show_untaken(self):
        """Return the page with all that was typed, and that the request could not be stored.

        Raises the database's errors where it cannot be read either: then `outages.answers` does it.
        """
        logger.error("A request could not be stored: the database does not take it.")
        message = gettext(
            "The site cannot take your request at the moment. What you typed is still here: send "
            "it again in a few minutes. Files that are not listed below have to be chosen again."
        )
        self.form.add_error(None, message)
        return unavailable(self.show())

    def become_another(self, quote_request):
        """Make the form another than the one that became ``quote_request``, if it is sent again."""
        self.token = new_token(self.token.age)
        self.files.wait_under(self.token.id)
        message = gettext(
            "You sent this form before, under the reference %(reference)s. To send what "
            "stands here now as another request, press the button again."
        )
        self.form.add_error(None, message % {"reference": quote_request.reference})
