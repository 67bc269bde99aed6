"""A database that takes its time, so that changes fall between two statements of a rendering."""

import os
import random
import time

from django.core.exceptions import MiddlewareNotUsed
from django.db import connection


class SlowStatements:
    """Middleware: lets each statement wait up to PROOF_SLOW seconds."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.most = float(os.environ.get("PROOF_SLOW", "0"))
        if not self.most:
            raise MiddlewareNotUsed

    def __call__(self, request):
        with connection.execute_wrapper(self.wait):
            return self.get_response(request)

    def wait(self, execute, *arguments):
        time.sleep(random.uniform(0, self.most))
        return execute(*arguments)
