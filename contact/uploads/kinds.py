"""The kinds of files that are taken, and whether a file is what its name says."""

import re
import zipfile
from collections.abc import Callable
from typing import NamedTuple

from PIL import Image

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MARKUP = re.compile(
    rb"<\s*(?:!doctype|\?xml|html|head|body|script|svg|iframe|object)\b|\A\s*(?:#!|%!|%PDF|\{\\rtf)",
    re.IGNORECASE,
)
OPEN_XML = "application/vnd.openxmlformats-officedocument."
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."


class Kind(NamedTuple):
    """``content_type`` is as what a file is stored, ``check`` what its open file must pass."""

    content_type: str
    check: Callable

    def is_genuine(self, file):
        """Return whether an open ``file`` is what it says; it can be read from its start then."""
        file.seek(0)
        good = self.check(file)
        file.seek(0)
        return good


def is_pdf(file):
    return file.read(5) == b"%PDF-"


def member(file, name, most):
    """Return the first ``most`` bytes of a member of a zip file; b"" without such a member.

    Nothing else is unpacked, so that a zip bomb stays packed.
    """
    if file.read(4) != b"PK\x03\x04":  # also refuses a programme that unpacks itself
        return b""
    try:
        with zipfile.ZipFile(file) as archive, archive.open(name) as content:
            return content.read(most)
    except Exception:  # zipfile and what unpacks raise many kinds for a broken or hostile file
        return b""


def open_xml(kind):
    """Word, Excel and PowerPoint say what they are in their list of contents; with macros they
    say something else.
    """
    main = f"{OPEN_XML}{kind}.main+xml".encode()
    return Kind(OPEN_XML + kind, lambda file: main in member(file, "[Content_Types].xml", 500_000))


def open_document(kind):
    name = f"{OPEN_DOCUMENT}{kind}"
    return Kind(name, lambda file: member(file, "mimetype", 100).strip() == name.encode())


def old_office(content_type, *streams):
    names = [stream.encode("utf-16-le") for stream in streams]

    def check(file):
        content = file.read()
        return content.startswith(OLE) and any(name in content for name in names)

    return Kind(content_type, check)


def picture(kind):
    def check(file):
        try:
            with Image.open(file, formats=[kind]) as image:
                image.verify()
        except Exception:  # Pillow raises many kinds for a broken or hostile file
            return False
        return True

    return Kind(f"image/{kind.lower()}", check)


def is_text(file):
    """Text in UTF-8, in UTF-16 with its mark, or in Windows' encoding, and no markup."""
    content = file.read()
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            content = content.decode("utf-16").encode()
        except UnicodeError:
            return False
    controls = re.search(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]", content)
    return not controls and not MARKUP.search(content[:4096])


# By extension.
KINDS = {
    "pdf": Kind("application/pdf", is_pdf),
    "docx": open_xml("wordprocessingml.document"),
    "xlsx": open_xml("spreadsheetml.sheet"),
    "pptx": open_xml("presentationml.presentation"),
    "odt": open_document("text"),
    "ods": open_document("spreadsheet"),
    "odp": open_document("presentation"),
    "doc": old_office("application/msword", "WordDocument"),
    "xls": old_office("application/vnd.ms-excel", "Workbook", "Book"),
    "ppt": old_office("application/vnd.ms-powerpoint", "PowerPoint Document"),
    "jpg": picture("JPEG"),
    "jpeg": picture("JPEG"),
    "png": picture("PNG"),
    "gif": picture("GIF"),
    "webp": picture("WEBP"),
    "txt": Kind("text/plain", is_text),
    "csv": Kind("text/csv", is_text),
}
