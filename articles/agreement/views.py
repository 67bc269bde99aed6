"""The public page of a secret link: the draft as it would be published, and the answer to it.

The token in the address is all the authority there is: no cookie is read or set, so there is
nothing that a forged post could borrow, and whoever could forge one would need the token, with
which they could as well answer. Django's CSRF check is off for that reason; it could not work
either, as "Referrer-Policy: no-referrer" makes browsers send "Origin: null".
"""

from contextlib import suppress
from functools import wraps

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import DatabaseError, InterfaceError, OperationalError
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.agreement import version
from articles.agreement.answer import AlreadySent, TooMany, receive
from articles.agreement.forms import PASSAGE, AnswerForm
from articles.agreement.models import AgreementLink
from articles.agreement.seal import new_seal, read_seal
from articles.agreement.text import passages
from articles.video.frames import framing
from cyberworkers.outages.answers import unavailable
from cyberworkers.outages.impatience import impatience

TEXTS = ("comment", PASSAGE)


def secret(view):
    """Keep the answer out of caches and search engines, and its address out of referrers."""

    @wraps(view)
    def wrapped(request, token):
        response = view(request, token)
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        response["Referrer-Policy"] = "no-referrer"
        return response

    return csrf_exempt(never_cache(require_http_methods(["GET", "HEAD", "POST"])(wrapped)))


@secret
def draft(request, token):
    """Show the draft of an open link and take the answer; else the same plain page for all."""
    try:
        typed = request.POST
    except RequestDataTooBig:
        return render(request, "articles/agreement/too_long.html", status=413)
    link = AgreementLink.objects.open_for(token)
    if link is None:
        # Whoever typed while the link was closed still has the text to copy.
        texts = [text for name, text in typed.items() if name.startswith(TEXTS) and text.strip()]
        return render(request, "articles/agreement/closed.html", {"texts": texts}, status=404)
    if request.method == "POST":
        return take(request, link, typed)
    note_seen(request, link)
    now = version.latest(link.page)
    return show(request, link, now, AnswerForm(passages(now.page)))


def take(request, link, data):
    """Store a good answer and redirect; else show what they saw with all that they typed."""
    seal = read_seal(data.get("seal"), link)
    if seal is None:
        return show_again(request, link, data)
    form = AnswerForm(seal["passages"], data)
    if form.is_valid():
        try:
            receive(link, seal, form)
            return redirect(request.path + "#answers")
        except AlreadySent:
            message = _(
                "You sent this form before with another answer. To send what stands here now "
                "as well, press the button again."
            )
            form.add_error(None, message)
            return show(request, link, version.seen(link.page, seal), form)
        except TooMany:
            message = _(
                "Very many answers came through this link, and this one was not taken. Your text "
                "is still here: send it tomorrow, or to the person who gave you the link."
            )
            form.add_error(None, message)
        except (OperationalError, InterfaceError):  # locked for too long, full
            message = _(
                "The site cannot take your answer at the moment. What you typed is still here: "
                "send it again in a few minutes."
            )
            form.add_error(None, message)
            seen = version.seen(link.page, seal)
            return unavailable(show(request, link, seen, form, data["seal"]))
    return show(request, link, version.seen(link.page, seal), form, data["seal"])


def show_again(request, link, data):
    """Show the latest version; what was typed on a passage that is gone joins the rest."""
    now = version.latest(link.page)
    known, data = passages(now.page), data.copy()
    lost = [
        text
        for name, text in data.items()
        if name.startswith(PASSAGE) and name.removeprefix(PASSAGE) not in known and text.strip()
    ]
    data["comment"] = "\n\n".join(filter(None, [data.get("comment"), *lost]))
    form = AnswerForm(known, data)
    form.add_error(
        None, _("This form is too old. Your text is still here: read it and send it again.")
    )
    return show(request, link, now, form)


def show(request, link, shown, form, seal=None):
    page = shown.page
    body = [(block, form.passage(block.id)) for block in page.body]
    placed = {field.name for block, field in body if field}
    answers = list(link.answers.all())
    latest = version.text_digest(version.content_of(link.page))
    context = page.get_context(request) | {
        "link": link,
        "body": body,
        "form": form,
        # Of passages that are no longer there.
        "others": [form[PASSAGE + key] for key in form.passages if PASSAGE + key not in placed],
        "answers": answers,
        "is_newer": bool(answers) and answers[0].digest != latest,
        "seal": seal or new_seal(link, shown, form),
        "is_old": shown.digest != latest,
    }
    # RFC 9110, 15.5.21: understood, but the answer cannot be processed.
    status = 422 if form.errors else 200
    view = framing(page, render)
    return view(request, "articles/agreement/draft.html", context, status=status)


def note_seen(request, link):
    """Note the first view, except by an editor who looks whether the link works."""
    # Without the cookie the session is not asked for: interviewees get none.
    signed_in = settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated
    if link.seen_at is None and not signed_in:
        with suppress(DatabaseError), impatience():  # busy: the next view is noted
            AgreementLink.objects.filter(pk=link.pk, seen_at=None).update(seen_at=timezone.now())
