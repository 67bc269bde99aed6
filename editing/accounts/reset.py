"""A new password by mail: so many times an hour, for an account and from an address."""

import logging
from datetime import timedelta

from axes.models import AccessFailureLog
from django.utils import timezone
from wagtail.admin.forms.auth import PasswordResetForm

from editing.accounts.limits import address

logger = logging.getLogger(__name__)
HOUR = timedelta(hours=1)
MOST_FOR_ACCOUNT, MOST_FROM_ADDRESS = 3, 10


class LimitedResetForm(PasswordResetForm):
    """Wagtail's. Beyond the limits nothing is mailed, and the same page is shown, so that nobody
    learns here which accounts there are. Each is noted among the failures (`failures`).
    """

    def save(self, *args, request=None, **kwargs):
        asked = self.cleaned_data["email"].lower()
        earlier = AccessFailureLog.objects.filter(
            path_info=request.path_info, attempt_time__gt=timezone.now() - HOUR
        )
        too_often = (
            earlier.filter(username=asked).count() >= MOST_FOR_ACCOUNT
            or earlier.filter(ip_address=address(request)).count() >= MOST_FROM_ADDRESS
        )
        AccessFailureLog.objects.create(
            username=asked,
            ip_address=address(request),
            user_agent="",
            http_accept="",
            path_info=request.path_info,
            locked_out=too_often,
        )
        if too_often:
            logger.warning("A new password was asked for too often, from %s.", address(request))
        else:
            super().save(*args, request=request, **kwargs)
