"""What reached Django: each request leaves a line in the file ``asked`` of PROOF_FOLDER."""

import os
from pathlib import Path


class NoteAsked:
    """Middleware, for a page that the store answers is not asked for here."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.file = Path(os.environ["PROOF_FOLDER"], "asked")

    def __call__(self, request):
        with open(self.file, "a", encoding="utf-8") as file:  # one write, wherever the end is
            file.write(f"{os.getpid()} {request.get_full_path()}\n")
        return self.get_response(request)
