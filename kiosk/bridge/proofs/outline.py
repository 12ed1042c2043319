"""Bookmarks for a PDF that Qt wrote, which has none: added at its end, as the format has it for changes.

ISO 32000-1, 7.5.6 (incremental updates) and 12.3.3 (document outline).
"""

from __future__ import annotations

import mmap
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_TAIL = 4096
_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$", re.DOTALL)
_SIZE = re.compile(rb"/Size\s+(\d+)")
_ROOT = re.compile(rb"/Root\s+(\d+)\s+0\s+R")


def add_outline(file: Path, marks: Sequence[tuple[str, int]]) -> bool:
    """Add bookmarks, each a title and a page from 0, to the PDF in `file`; whether it could be done.

    A PDF that is not as Qt writes it is left as it is.
    """
    with file.open("r+b") as opened:
        length = opened.seek(0, 2)
        opened.seek(max(0, length - _TAIL))
        trailer = _TRAILER.search(opened.read())
        size, root = (_SIZE.search(trailer[1]), _ROOT.search(trailer[1])) if trailer else (None, None)
        if not (trailer and size and root and marks):
            return False
        with mmap.mmap(opened.fileno(), length, access=mmap.ACCESS_READ) as mapped:
            catalogue, pages = _catalogue(mapped, int(root[1]))
        if catalogue is None or any(page >= len(pages) for _, page in marks):
            return False
        first = int(size[1])
        objects = {int(root[1]): _with_outline(catalogue, first)} | _outline(marks, pages, first)
        written = bytearray()
        offsets = {}
        for number, content in objects.items():
            offsets[number] = length + len(written)
            written += b"%d 0 obj\n%b\nendobj\n" % (number, content)
        start = length + len(written)
        written += b"xref\n" + b"".join(b"%d 1\n%010d 00000 n \n" % (number, at) for number, at in offsets.items())
        entries = _SIZE.sub(b"/Size %d" % (first + len(marks) + 1), trailer[1]) + b"\n/Prev %d\n" % int(trailer[2])
        written += b"trailer\n<<" + entries + b">>\nstartxref\n%d\n%%%%EOF\n" % start
        opened.seek(length)
        opened.write(written)
    return True


def _catalogue(content: mmap.mmap, root: int) -> tuple[bytes | None, list[bytes]]:
    """The document's catalogue, and the references of its pages in their order."""
    found = re.search(rb"(?:^|\n)%d 0 obj\s*(<<.*?>>)\s*endobj" % root, content, re.DOTALL)
    tree = re.search(rb"/Pages\s+(\d+)\s+0\s+R", found[1]) if found else None
    kids = re.search(rb"(?:^|\n)%b 0 obj\s*<<.*?/Kids\s*\[(.*?)\]" % tree[1], content, re.DOTALL) if tree else None
    if not (found and kids):
        return None, []
    return found[1], re.findall(rb"\d+ 0 R", kids[1])


def _with_outline(catalogue: bytes, number: int) -> bytes:
    return catalogue[:2] + b"\n/Outlines %d 0 R\n/PageMode /UseOutlines" % number + catalogue[2:]


def _outline(marks: Sequence[tuple[str, int]], pages: Sequence[bytes], first: int) -> dict[int, bytes]:
    """The objects of a flat outline, numbered from `first`."""
    last = first + len(marks)
    objects = {first: b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>" % (first + 1, last, len(marks))}
    for number, (title, page) in enumerate(marks, start=first + 1):
        beside = b"" if number == first + 1 else b" /Prev %d 0 R" % (number - 1)
        beside += b"" if number == last else b" /Next %d 0 R" % (number + 1)
        words = b"<" + (b"\xfe\xff" + title.encode("utf-16-be", "replace")).hex().encode() + b">"
        objects[number] = b"<< /Title %b /Parent %d 0 R /Dest [%b /Fit]%b >>" % (words, first, pages[page], beside)
    return objects
