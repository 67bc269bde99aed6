"""Colour profiles that Pillow cannot make: of greys, and of the screens of telephones."""

import struct


def fixed(*numbers):
    """Return ``numbers`` as ICC.1 writes them: s15Fixed16Number."""
    return b"".join(struct.pack(">i", round(number * 65536)) for number in numbers)


def of_greys():
    """Return a profile (ICC.1:2001-04) in which a grey of 128 of 255 has half of the light."""
    return profile(b"GRAY", {b"kTRC": gamma(1)})


def of_display_p3():
    """Return a profile with the primaries of Display P3 (SMPTE EG 432-1, for the white of D50)."""
    primaries = {
        b"rXYZ": (0.5151, 0.2412, -0.0011),
        b"gXYZ": (0.2920, 0.6922, 0.0419),
        b"bXYZ": (0.1571, 0.0666, 0.7841),
    }
    tags = {name: b"XYZ " + bytes(4) + fixed(*values) for name, values in primaries.items()}
    return profile(b"RGB ", tags | {name: gamma(2.2) for name in (b"rTRC", b"gTRC", b"bTRC")})


def gamma(value):
    return b"curv" + bytes(4) + struct.pack(">IHxx", 1, round(value * 256))


def profile(colours, own):
    white = fixed(0.9642, 1, 0.8249)
    tags = {
        b"desc": b"desc" + bytes(4) + struct.pack(">I", 5) + b"test\0" + bytes(79),
        b"cprt": b"text" + bytes(4) + b"CC0\0",
        b"wtpt": b"XYZ " + bytes(4) + white,
        **own,
    }
    start = 128 + 4 + 12 * len(tags)
    table, data = struct.pack(">I", len(tags)), b""
    for name, tag in tags.items():
        table += name + struct.pack(">II", start + len(data), len(tag))
        data += tag + bytes(-len(tag) % 4)
    size = struct.pack(">I", start + len(data))
    head = (
        size + b"lcms\x02\x40\0\0mntr" + colours + b"XYZ " + bytes(12) + b"acsp" + bytes(28) + white
    )
    return head.ljust(128, b"\0") + table + data
