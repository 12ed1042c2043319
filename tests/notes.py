"""Notes written into picture files as programs write them: EXIF, IPTC-IIM and XMP, byte by byte."""

from __future__ import annotations

import struct
import zlib
from functools import cache
from xml.sax.saxutils import escape

from tests.drawn import jpeg, saved

XMP_HEAD = b"http://ns.adobe.com/xap/1.0/\0"
EXTENDED_HEAD = b"http://ns.adobe.com/xmp/extension/\0"
SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "xmpNote": "http://ns.adobe.com/xmp/note/",
    "lr": "http://ns.adobe.com/lightroom/1.0/",
    "exif": "http://ns.adobe.com/exif/1.0/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
}
UTF8 = (1, 90, b"\x1b%G")


@cache
def plain_jpeg():
    return jpeg()


def iim(*sets):
    """Datasets as (record, number, bytes)."""
    return b"".join(
        b"\x1c" + bytes((record, number)) + struct.pack(">H", len(value)) + value for record, number, value in sets
    )


def photoshop(datasets):
    """A block of Photoshop's resources with IIM as its second one."""
    other = b"8BIM\x03\xed\x03odd\x00\x00\x00\x03abc\0"
    return other + b"8BIM\x04\x04\0\0" + struct.pack(">I", len(datasets)) + datasets + b"\0" * (len(datasets) % 2)


def tiff(entries, order="<"):
    """A TIFF structure of one directory: (tag, type, bytes), the types being of single bytes."""
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8)
    place = 8 + 2 + 12 * len(entries) + 4
    directory, values = struct.pack(f"{order}H", len(entries)), b""
    for tag, kind, value in sorted(entries):
        fits = len(value) <= 4
        where = value.ljust(4, b"\0") if fits else struct.pack(f"{order}I", place + len(values))
        directory += struct.pack(f"{order}HHI", tag, kind, len(value)) + where
        values += b"" if fits else value + b"\0" * (len(value) % 2)
    return head + directory + bytes(4) + values


def ascii_tag(tag, words):
    return tag, 2, words + b"\0"


def xp_tag(tag, words):
    return tag, 1, f"{words}\0".encode("utf-16-le")


def lang_alt(**spoken):
    items = "".join(
        f'<rdf:li xml:lang="{tag.replace("_", "-")}">{escape(words)}</rdf:li>' for tag, words in spoken.items()
    )
    return f"<rdf:Alt>{items}</rdf:Alt>"


def bag(*words, kind="Bag"):
    return f"<rdf:{kind}>{''.join(f'<rdf:li>{escape(each)}</rdf:li>' for each in words)}</rdf:{kind}>"


def artwork(**fields):
    inner = "".join(f"<Iptc4xmpExt:{name}>{value}</Iptc4xmpExt:{name}>" for name, value in fields.items())
    return f'<rdf:li rdf:parseType="Resource">{inner}</rdf:li>'


def packet(attributes="", **properties):
    """A packet; names are written `dc__title`."""
    spaces = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())
    inner = "".join(
        f"<{name.replace('__', ':')}>{value}</{name.replace('__', ':')}>" for name, value in properties.items()
    )
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF {spaces}><rdf:Description rdf:about="" {attributes}>{inner}</rdf:Description></rdf:RDF>'
        '</x:xmpmeta>                 <?xpacket end="w"?>'
    ).encode()


def segment(marker, content):
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content


def extended(xmp, guid=b"0123456789ABCDEF0123456789ABCDEF", part=60_000):
    """The segments of a packet that is too long for one."""
    return b"".join(
        segment(0xE1, EXTENDED_HEAD + guid + struct.pack(">II", len(xmp), start) + xmp[start : start + part])
        for start in range(0, len(xmp), part)
    )


def noted_jpeg(exif=b"", datasets=b"", xmp=b"", more=b""):
    """A small JPEG with these notes before its pixels."""
    segments = b""
    if exif:
        segments += segment(0xE1, b"Exif\0\0" + exif)
    if xmp:
        segments += segment(0xE1, XMP_HEAD + xmp)
    if datasets:
        segments += segment(0xED, b"Photoshop 3.0\0" + photoshop(datasets))
    return plain_jpeg()[:2] + segments + more + plain_jpeg()[2:]


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def noted_png(*chunks):
    """A small PNG with these chunks, half of them before its pixels and the others behind."""
    whole = saved_png()
    head, end = whole[:33], whole[-12:]
    return head + b"".join(chunks[::2]) + whole[33:-12] + b"".join(chunks[1::2]) + end


@cache
def saved_png():
    from PIL import Image

    return saved(Image.new("RGB", (8, 8), "red"), "PNG")


def raw_profile(kind, content, packed=True):
    """A profile as ImageMagick writes it."""
    words = f"\n{kind}\n{len(content):8}\n{content.hex()}\n".encode()
    keyword = f"Raw profile type {kind}".encode()
    if packed:
        return chunk(b"zTXt", keyword + b"\0\0" + zlib.compress(words))
    return chunk(b"tEXt", keyword + b"\0" + words)


def riff(name, content):
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
