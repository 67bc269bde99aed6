"""How the log tells of what somebody sent."""

import logging

MOST = 300  # characters of what was sent


class OneLine(logging.Formatter):
    """One line for a request that Django refuses: whoever sent it decides how often it is written.

    Where in Django it was refused says nothing; what was sent may be long, and hold line breaks.
    """

    def format(self, record):
        record = logging.makeLogRecord(
            record.__dict__ | {"exc_info": None, "exc_text": None, "stack_info": None}
        )
        line = " ".join(record.getMessage().split())
        record.msg, record.args = line[:MOST], None
        return super().format(record)
