"""Send the mail that waits, from one worker at a time."""

import uuid

from post_office.mail import get_queued, send_queued
from post_office.settings import get_batch_delivery_timeout

from editing.heartbeat import beat
from editing.lease import Lease


def send_mail():
    """Send the queued mail, and what failed and is due for another try.

    post_office would let two workers send the same mail: a lease lets one through, renewed
    before each batch. It outlasts the longest batch, so it is lost only by a worker that
    crashed. No transaction is open while mail servers are spoken to.
    """
    holder = uuid.uuid4().hex
    seconds = get_batch_delivery_timeout() + 60
    if not get_queued().exists():
        return
    try:
        while Lease.take("mail", holder, seconds) and get_queued().exists():
            beat("send_mail")  # a long queue is not a silent worker
            send_queued(processes=1)
    finally:
        Lease.give_back("mail", holder)
