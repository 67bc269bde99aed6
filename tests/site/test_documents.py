"""Documents are sent as they were uploaded."""

import gzip

import pytest
from django.core.files.base import ContentFile
from wagtail.documents.models import Document

pytestmark = pytest.mark.django_db

FILES = {"convention.pdf": b"%PDF-1.7", "releve.csv.gz": gzip.compress(b"a;b\n" * 200)}


@pytest.mark.parametrize("name", FILES)
def test_no_encoding_is_said_of_a_document(visiteur, site, name):
    document = Document.objects.create(title=name, file=ContentFile(FILES[name], name=name))
    answer = visiteur.get(document.url, headers={"accept-encoding": "gzip"})
    assert answer.status_code == 200
    assert "Content-Encoding" not in answer
    assert b"".join(answer.streaming_content) == FILES[name]
    assert int(answer["Content-Length"]) == len(FILES[name])
