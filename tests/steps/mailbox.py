"""Who got which mail, and where its link leads."""

import re

from django.conf import settings
from post_office.models import STATUS, Email

WRITER, REVIEWER, CHIEF = (
    f"{name}@cyberworkers.example" for name in ("redactrice", "relecteur", "cheffe")
)
ADMIN = "administratrice@cyberworkers.example"


def mailed():
    """Return {address: mail} of what was queued since the last call; a person gets one each."""
    mails = list(Email.objects.order_by("pk"))
    forget()
    assert all(mail.status == STATUS.queued for mail in mails)
    addresses = [mail.to[0] for mail in mails]
    assert len(addresses) == len(set(addresses)), addresses
    return dict(zip(addresses, mails, strict=True))


def forget():
    Email.objects.all().delete()


def opens(client, mail):
    link = re.search(rf"{re.escape(settings.WAGTAILADMIN_BASE_URL)}(/cms/\S+)", mail.message)[1]
    answer = client.get(link)
    return answer.status_code == 200 and answer.context["page"].pk
