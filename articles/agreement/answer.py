"""Take an answer in: one transaction stores it, its line in the history and the mails."""

import uuid
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Revision

from articles.agreement.mail import tell_editors
from articles.agreement.models import AgreementAnswer

# An honest person answers a few times, and again after each new version; each answer is stored
# and mailed to editors.
MOST_A_DAY, MOST = 20, 200


class TooMany(Exception):
    """No more answers are taken through this link, today or at all."""


class AlreadySent(Exception):
    """The form was sent before with another answer."""


def receive(link, seal, form):
    """Store the valid ``form`` once and return its answer.

    A second post of the same form returns the answer of the first, and raises AlreadySent when
    it says something else. Raises TooMany when the link was answered too often.
    """
    content = {
        "verdict": form.cleaned_data["verdict"],
        "comment": form.cleaned_data["comment"],
        "passages": form.remarks(),
    }
    form_id = uuid.UUID(seal["form"])
    others = link.answers.exclude(form_id=form_id)
    today = others.filter(created_at__gt=timezone.now() - timedelta(days=1))
    if today.count() >= MOST_A_DAY or others.count() >= MOST:
        raise TooMany
    try:
        with transaction.atomic():
            answer = AgreementAnswer.objects.create(
                link=link,
                form_id=form_id,
                revision=Revision.objects.filter(pk=seal["revision"]).first(),
                digest=seal["digest"],
                **content,
            )
            log(link.page, f"agreement.{answer.verdict}", data={"name": link.name})
            tell_editors(answer)
    except IntegrityError:
        answer = AgreementAnswer.objects.filter(form_id=form_id).first()
        if answer is None:
            raise  # another reason than a second post
        if any(getattr(answer, name) != value for name, value in content.items()):
            raise AlreadySent from None
    return answer
