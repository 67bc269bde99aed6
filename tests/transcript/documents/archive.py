"""A zip of named texts, always the same bytes for the same texts, and a small picture."""

import io
import struct
import zipfile
import zlib


def zipped(parts):
    """Return the bytes of a zip of {name: text or bytes}; the first is stored uncompressed."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number, (name, content) in enumerate(parts.items()):
            kind = zipfile.ZIP_DEFLATED if number else zipfile.ZIP_STORED
            archive.writestr(zipfile.ZipInfo(name, (2026, 3, 3, 10, 12, 0)), content, kind)
    return file.getvalue()


def png(shade, side=8):
    """Return a small grey picture, a different one for each ``shade``."""
    rows = b"".join(b"\0" + bytes([shade % 256]) * side for _ in range(side))
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
