"""Reading a PDF that Qt wrote: its words page by page, its bookmarks, and that its list of objects is right."""

from __future__ import annotations

import re
import zlib

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\s*(.*?)\s*endobj", re.DOTALL)
_SHOWN = re.compile(rb"/(F\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj|\bET\b")
_RANGE = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]{4})> (?:<([0-9A-F]+)>|\[(.*?)\])", re.DOTALL)


class Pdf:
    """What is in the bytes of a PDF."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._objects = {int(number): body for number, body in _OBJECT.findall(content)}
        tree = self._objects[self._number(rb"/Pages (\d+) 0 R", self.catalogue)]
        self._pages = [
            int(page) for page in re.findall(rb"(\d+) 0 R", re.search(rb"/Kids\s*\[(.*?)\]", tree, re.DOTALL)[1])
        ]

    @property
    def catalogue(self) -> bytes:
        """The newest catalogue."""
        return self._objects[int(re.findall(rb"/Root (\d+) 0 R", self._content)[-1])]

    @property
    def pages(self) -> int:
        return len(self._pages)

    def words(self, page: int) -> str:
        """The text of a page in the order in which it is drawn; runs of one font are apart."""
        body = self._objects[self._pages[page]]
        resources = self._objects[self._number(rb"/Resources (\d+) 0 R", body)]
        fonts = {name: int(at) for name, at in re.findall(rb"/(F\d+) (\d+) 0 R", resources)}
        known = {name: self._letters(at) for name, at in fonts.items()}
        said, font = [], b""
        for name, glyphs in _SHOWN.findall(self._stream(self._number(rb"/Contents (\d+) 0 R", body))):
            if name:
                font = name
            elif glyphs:
                codes = (int(glyphs[at : at + 4], 16) for at in range(0, len(glyphs), 4))
                said += [known[font].get(code, "\ufffd") for code in codes]
            else:
                said.append("\n")
        return "".join(said).replace("\t", " ")  # Qt gives the glyph of both the name of the later one

    @property
    def fonts(self) -> set[str]:
        return {name.decode() for name in re.findall(rb"/BaseFont /(\w[\w-]*)", self._content)}

    @property
    def bookmarks(self) -> list[tuple[str, int]]:
        """Titles and pages from 0, along the chain that a reader follows."""
        at = self._number(rb"/First (\d+) 0 R", self._objects[self._number(rb"/Outlines (\d+) 0 R", self.catalogue)])
        found = []
        while at:
            item = self._objects[at]
            title = bytes.fromhex(re.search(rb"/Title <(\w+)>", item)[1].decode()).decode("utf-16")
            found.append((title, self._pages.index(self._number(rb"/Dest \[(\d+) 0 R", item))))
            following = re.search(rb"/Next (\d+) 0 R", item)
            at = int(following[1]) if following else 0
        return found

    @property
    def misplaced(self) -> list[int]:
        """The objects that are not where the lists of objects say."""
        wrong = []
        start = int(re.findall(rb"startxref\s+(\d+)", self._content)[-1])
        while start:
            assert self._content[start : start + 4] == b"xref"
            section = self._content[start : self._content.index(b"trailer", start)]
            number = 0
            for line in section.splitlines()[1:]:
                parts = line.split()
                if len(parts) == 2:
                    number = int(parts[0])
                    continue
                if parts[2] == b"n" and not self._content[int(parts[0]) :].lstrip()[:20].startswith(
                    b"%d 0 obj" % number
                ):
                    wrong.append(number)
                number += 1
            end = start + len(section)
            before = re.search(rb"/Prev (\d+)", self._content[end : self._content.index(b"startxref", end)])
            start = int(before[1]) if before else 0
        return wrong

    def _letters(self, font: int) -> dict[int, str]:
        cmap = self._stream(self._number(rb"/ToUnicode (\d+) 0 R", self._objects[font]))
        letters = {}
        for first, last, one, several in _RANGE.findall(cmap):
            codes = range(int(first, 16), int(last, 16) + 1)
            if several:
                words = [bytes.fromhex(each.decode()).decode("utf-16-be") for each in re.findall(rb"<(\w+)>", several)]
            else:
                words = [chr(int(one, 16) + step) for step in range(len(codes))]
            letters.update(zip(codes, words, strict=True))
        return letters

    def _stream(self, number: int) -> bytes:
        data = re.search(rb"stream\r?\n(.*)endstream", self._objects[number], re.DOTALL)[1]
        try:
            return zlib.decompressobj().decompress(data)
        except zlib.error:
            return data

    @staticmethod
    def _number(pattern: bytes, body: bytes) -> int:
        return int(re.search(pattern, body)[1])
