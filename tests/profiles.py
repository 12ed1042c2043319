"""Colour profiles made by hand, so that a test knows what each of them means."""

from __future__ import annotations

import itertools
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

D50 = (0.9642, 1.0, 0.8249)

ADOBE_RGB = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
DISPLAY_P3 = ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))
PROPHOTO = ((0.79767, 0.28804, 0.0), (0.13519, 0.71187, 0.0), (0.03134, 0.00009, 0.82490))
SRGB = ((0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410))
"""XYZ of full red, green and blue, seen under D50."""

Lab = tuple[float, float, float]
PAPER: Lab = (100, 0, 0)
INKS: tuple[Lab, Lab, Lab, Lab] = ((55, -37, -50), (48, 74, -3), (89, -5, 93), (10, 0, 0))
"""Full cyan, magenta, yellow and black of `cmyk_profile`; two or more of them give the darkest of them."""


def rgb_profile(primaries: Sequence[Sequence[float]], gamma: float) -> bytes:
    """A display whose values are light to the power of 1 / `gamma`."""
    tags = {b"wtpt": _xyz(D50)}
    for letter, primary in zip(b"rgb", primaries, strict=True):
        tags[bytes([letter]) + b"XYZ"] = _xyz(primary)
        tags[bytes([letter]) + b"TRC"] = _curve(gamma)
    return _profile(b"mntr", b"RGB ", b"XYZ ", tags)


def stored_gamma(gamma: float) -> float:
    """`gamma` as a profile holds it, in 256ths."""
    return round(gamma * 256) / 256


def grey_profile(gamma: float) -> bytes:
    """A grey scale whose values are light to the power of 1 / `gamma`."""
    return _profile(b"mntr", b"GRAY", b"XYZ ", {b"wtpt": _xyz(D50), b"kTRC": _curve(gamma)})


def cmyk_profile() -> bytes:
    """A press with the four `INKS` on white `PAPER`."""
    straight = bytes(range(256))
    nodes = bytearray()
    for inks in itertools.product((0, 1), repeat=4):
        light, a, b = min((colour for colour, used in zip(INKS, inks, strict=True) if used), default=PAPER)
        nodes += bytes((round(light * 2.55), round(a + 128), round(b + 128)))
    identity = (65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    table = b"mft1" + bytes(4) + bytes((4, 3, 2, 0)) + struct.pack(">9i", *identity)
    table += straight * 4 + bytes(nodes) + straight * 3
    return _profile(b"prtr", b"CMYK", b"Lab ", {b"wtpt": _xyz(D50), b"A2B0": table})


def srgb_from_rgb(values: Sequence[int], primaries: Sequence[Sequence[float]], gamma: float) -> tuple[int, int, int]:
    """What `values` on the display of `rgb_profile` are in sRGB, each channel clipped by itself."""
    light = [(value / 255) ** gamma for value in values]
    xyz = [sum(light[channel] * primaries[channel][axis] for channel in range(3)) for axis in range(3)]
    return srgb_from_xyz(xyz)


def srgb_from_lab(lab: Lab) -> tuple[int, int, int]:
    """The sRGB of a CIE Lab colour, each channel clipped by itself."""
    middle = (lab[0] + 16) / 116
    roots = (middle + lab[1] / 500, middle, middle - lab[2] / 200)
    xyz = [
        white * (root**3 if root > 6 / 29 else (root - 4 / 29) * 108 / 841)
        for root, white in zip(roots, D50, strict=True)
    ]
    return srgb_from_xyz(xyz)


def srgb_from_xyz(xyz: Sequence[float]) -> tuple[int, int, int]:
    """The sRGB of an XYZ colour seen under D50."""
    # The inverse of SRGB's matrix.
    rows = ((3.13386, -1.61687, -0.49061), (-0.97877, 1.91614, 0.03345), (0.07195, -0.22899, 1.40524))
    red, green, blue = (_encoded(sum(a * b for a, b in zip(row, xyz, strict=True))) for row in rows)
    return red, green, blue


def _encoded(light: float) -> int:
    light = min(1.0, max(0.0, light))
    return round(255 * (12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055))


def _profile(kind: bytes, space: bytes, connection: bytes, tags: dict[bytes, bytes]) -> bytes:
    tags = {b"desc": _description("Drawn for a test"), b"cprt": b"text" + bytes(4) + b"CC0\0", **tags}
    offset = 128 + 4 + 12 * len(tags)
    table = struct.pack(">I", len(tags))
    body = b""
    for name, data in tags.items():
        table += name + struct.pack(">II", offset + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    size = offset + len(body)
    header = struct.pack(">I4sI4s4s4s", size, bytes(4), 0x02400000, kind, space, connection)
    header += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28) + _fixed(D50)
    return header.ljust(128, b"\0") + table + body


def _description(words: str) -> bytes:
    ascii_words = words.encode() + b"\0"
    return b"desc" + bytes(4) + struct.pack(">I", len(ascii_words)) + ascii_words + bytes(78)


def _xyz(values: Sequence[float]) -> bytes:
    return b"XYZ " + bytes(4) + _fixed(values)


def _fixed(values: Sequence[float]) -> bytes:
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def _curve(gamma: float) -> bytes:
    return b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256))
