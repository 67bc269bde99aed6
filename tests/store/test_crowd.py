"""When something changes while everybody reads it, each process renders it once."""

import http.client
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from tests import factories
from tests.load.database import environment
from tests.load.readers import Web

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
READERS = 200
PROCESSES = 2
SLOW = 0.05  # seconds at most for each statement: all are there before the first answer


@pytest.fixture
def web(tmp_path):
    """The site's real web server, in which each statement takes its time."""
    settings = {"DJANGO_SETTINGS_MODULE": "tests.load.shared_settings"}
    with Web(tmp_path, environment("memorymail://") | settings, SLOW) as web:
        yield web


def read_at_once(web, address):
    """Let all ask for ``address`` in the same moment; return the texts of their answers."""
    all_are_there = Barrier(READERS)

    def read(_number):
        connection = http.client.HTTPConnection("127.0.0.1", web.port, timeout=60)
        connection.connect()
        all_are_there.wait()
        connection.request("GET", address, headers={"Host": "testserver"})
        answer = connection.getresponse()
        assert answer.status == 200
        text = answer.read().decode()
        connection.close()
        return text

    with ThreadPoolExecutor(READERS) as readers:
        return list(readers.map(read, range(READERS)))


def test_two_hundred_readers_at_once_are_rendered_for_once_in_each_process(web):
    page = factories.interview("Une fibre partout")
    read_at_once(web, page.url)
    asked = Path(web.environment["PROOF_FOLDER"], "asked")
    for title in ("Une fibre nulle part", "Une fibre encore"):
        asked.unlink()
        page.title = title
        page.save_revision().publish()
        texts = read_at_once(web, page.url)
        assert all(f"<title>{title}" in text for text in texts)
        renderings = Counter(asked.read_text().splitlines())
        assert len(renderings) <= PROCESSES
        assert set(renderings.values()) == {1}
