"""gunicorn: `gunicorn -c deploy/gunicorn.conf.py` from the project's folder."""

import os
from pathlib import Path

chdir = str(Path(__file__).resolve().parents[1])
pythonpath = "site"
wsgi_app = "cyberworkers.wsgi:application"
bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
timeout = 30
accesslog = None
errorlog = "-"
loglevel = "error"  # without a line for each HEAD request
