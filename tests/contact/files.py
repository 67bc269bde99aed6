"""Files as visitors send them, good and hostile."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image


def picture(kind):
    content = io.BytesIO()
    Image.new("RGB", (40, 25), "teal").save(content, kind)
    return content.getvalue()


def archive(**members):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        for name, text in members.items():
            packed.writestr(name, text)
    return content.getvalue()


def open_xml(kind):
    types = (
        f"<Types><Override ContentType='application/vnd.openxmlformats-{kind}.main+xml'/></Types>"
    )
    return archive(**{"[Content_Types].xml": types, "x/document.xml": "<x/>"})


def broken_lzma():
    """A Word file whose list of contents is packed in a way that cannot be unpacked."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_LZMA) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
    start = 30 + len("[Content_Types].xml") + 4  # of the properties of the packed data
    return content.getvalue()[:start] + b"\xff" * 5 + content.getvalue()[start + 5 :]


def open_document(kind):
    return archive(mimetype=f"application/vnd.oasis.opendocument.{kind}")


def old_office(stream):
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + stream.encode("utf-16-le")


PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

GOOD = {
    "devis.pdf": PDF,
    "devis.docx": open_xml("officedocument.wordprocessingml.document"),
    "devis.xlsx": open_xml("officedocument.spreadsheetml.sheet"),
    "devis.pptx": open_xml("officedocument.presentationml.presentation"),
    "devis.odt": open_document("text"),
    "devis.ods": open_document("spreadsheet"),
    "devis.odp": open_document("presentation"),
    "devis.doc": old_office("WordDocument"),
    "devis.xls": old_office("Workbook"),
    "devis.ppt": old_office("PowerPoint Document"),
    "PHOTO.JPG": picture("JPEG"),
    "photo.jpeg": picture("JPEG"),
    "photo.png": picture("PNG"),
    "photo.gif": picture("GIF"),
    "photo.webp": picture("WEBP"),
    "notes.txt": "Nous étions là, à 8 h < 9 h.".encode(),
    "excel.csv": "Été;1,5\r\n".encode("cp1252"),
    "bloc-notes.txt": "Été".encode("utf-16"),
}

BAD = {
    "archive renommée.pdf": archive(a="b"),
    "macros.docx": open_xml("officedocument.wordprocessingml.document").replace(b".main", b".mac_"),
    "archive.docx": archive(a="b"),
    "mal emballé.docx": broken_lzma(),
    "tableur.docx": open_xml("officedocument.spreadsheetml.sheet"),
    "programme.docx": b"MZ" + open_xml("officedocument.wordprocessingml.document"),
    "texte.ods": open_document("text"),
    "installateur.doc": old_office("Install"),
    "dessin.svg": SVG,
    "dessin.png": SVG,
    "dessin.txt": SVG,
    "page.html": b"<!doctype html>",
    "page.txt": b"  <!DOCTYPE html><script>alert(1)</script>",
    "page.pdf": b"<html>%PDF-1.7",
    "programme.exe": b"MZ\x90\x00",
    "programme.txt": b"MZ\x90\x00\x03",
    "programme.pdf": b"\x7fELF",
    "script.txt": b"#!/bin/sh\nrm -rf /",
    "facture\u202efdp.exe": PDF,
    "photo.gif": b"GIF89a" + bytes(20),
    "photo.jpg": picture("PNG"),
    "coupée.png": picture("PNG")[:60],
    "vide.pdf": b"",
    "sans extension": PDF,
    "pdf": PDF,
}


def upload(name, content=PDF):
    return SimpleUploadedFile(name, content)


def uploads(*names):
    return [upload(name, GOOD.get(name, PDF)) for name in names]
