"""A document that is a zip file, before anybody unpacks it: is it what word processors write?"""

import io
import zipfile
from contextlib import contextmanager
from xml.sax.handler import ContentHandler

from defusedxml.common import DefusedXmlException
from defusedxml.sax import parseString

from articles.transcript.paragraphs import Unreadable
from articles.transcript.reading.sentences import HOSTILE, MACROS, NOT_WHAT_IT_SAYS

MB = 1024 * 1024
# Far above what an interview with its photos has: 100 pages of Word take 3 MB of XML.
MOST_XML, MOST_UNPACKED, MOST_MEMBERS = 8 * MB, 100 * MB, 1_000
MOST_ELEMENTS, DEEPEST = 80_000, 200  # in all, and within each other


@contextmanager
def opened(data, member):
    """Give the ZipFile of ``data``, which holds ``member``, when nothing in it is hostile.

    What is unpacked of it is bounded: zipfile reads no more of a member than it announces. Raises
    Unreadable, also for what goes wrong while the document is read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            look_at(archive, member)
            yield archive
    except Unreadable:
        raise
    except DefusedXmlException as error:
        raise Unreadable(HOSTILE) from error
    except Exception as error:  # zipfile and the readers raise many kinds for broken documents
        raise Unreadable(NOT_WHAT_IT_SAYS) from error


class Elements(ContentHandler):
    """Reads on as long as there are no more elements than a document has, nor deeper ones."""

    count = depth = 0

    def startElement(self, name, attrs):
        self.count += 1
        self.depth += 1
        if self.count > MOST_ELEMENTS or self.depth > DEEPEST:
            raise Unreadable(HOSTILE)

    def endElement(self, name):
        self.depth -= 1


def look_at(archive, member):
    members = archive.infolist()
    names = {one.filename for one in members}
    if any(name.lower().endswith("vbaproject.bin") or name.startswith("Basic/") for name in names):
        raise Unreadable(MACROS)
    if member not in names:
        raise Unreadable(NOT_WHAT_IT_SAYS)
    texts = [one for one in members if one.filename.endswith((".xml", ".rels"))]
    if (
        len(members) > MOST_MEMBERS
        or len(names) < len(members)
        or sum(one.file_size for one in texts) > MOST_XML
        or sum(one.file_size for one in members) > MOST_UNPACKED
    ):
        raise Unreadable(HOSTILE)
    elements = Elements()
    for one in texts:
        # Word processors declare no types and no entities of their own.
        parseString(archive.read(one), elements, forbid_dtd=True)
