"""Changing a manifest that people have written in: only the lines of what changes are touched.

Comments, order, quotes and every line of what stays as it is come out as they went in.
"""

from __future__ import annotations

import io
import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kiosk.exhibition.guarded_yaml import Spot, parse_document
from kiosk.staff.importing.yaml_words import entry, scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kiosk.exhibition.guarded_yaml import Document, FieldPath, Place
    from kiosk.staff.importing.yaml_words import Data

_BLOCK_WORDS = re.compile(r":\s+(?:[|>][-+\d]*)\s*(?:#.*)?$")
_COMMENT = re.compile(r"\s*#")
_LINE_END_COMMENT = re.compile(r"""^[^"'#]*(?:"[^"]*"|'[^']*')?[^"'#]*?(\s+#.*)$""")


class ManifestText:
    """The text of a manifest, and the changes that are to be made to it. Raises `Refusal` if it cannot be read."""

    def __init__(self, content: bytes) -> None:
        document = parse_document(content)
        self._places = document.places(_spots(document.data))
        if not _is_plain(document, self._places):
            document = parse_document(_in_blocks(document.text).encode())
            self._places = document.places(_spots(document.data))
        self.data: dict[str, Any] = document.data if isinstance(document.data, dict) else {}
        self._lines = _lines_of(document)
        if self._lines and not self._lines[-1]:
            self._lines.pop()
        self._edits: list[tuple[int, int, Sequence[str]]] = []

    @cached_property
    def works(self) -> list[dict[str, Any]]:
        """The works as the manifest has them, plain data; what is no work is an empty one."""
        works = self.data.get("works")
        return [work if isinstance(work, dict) else {} for work in works] if isinstance(works, list) else []

    def set_key(self, path: FieldPath, key: str, lines: Sequence[str], after: Iterable[str] = ()) -> None:
        """Let the mapping at `path` have these lines, not indented, for `key`; none take it out.

        A new key comes behind the last of the keys `after` that the mapping has, else at its end.
        """
        holder = self._at(path)
        if key in holder:
            self._replace(path, key, lines)
        elif lines:
            before = [name for name in holder if name in set(after)] or list(holder)
            place = self._places[Spot((*path, before[-1]), key=True)]
            indent = " " * (place.column - 1)
            end = self._end_of_value(place)
            self._edits.append((end, end, [_indented(line, indent) for line in lines]))

    def set_theme_name(self, theme: str, name: Data) -> None:
        """Call a theme so; where its keys stand in braces, it is written in lines, its other words as they are."""
        path = ("themes", theme)
        place = self._places[Spot((*path, "name"), key=True)]
        if not self._lines[place.line - 1][: place.column - 1].strip():
            self._replace(path, "name", list(entry("name", name, "")))
            return
        said = {**self._at(path), "name": name}
        if all(isinstance(words, str | dict) for words in said.values()):
            lines = [line for key, words in said.items() for line in entry(key, words, "  ")]
            self._replace(path[:1], theme, [f"{scalar(theme)}:", *lines])

    def add_section(self, lines: Sequence[str], before: str) -> None:
        """Put a key of the outermost mapping in front of another; at the end where there is no such."""
        place = self._places.get(Spot((before,), key=True))
        at = place.line - 1 if place else len(self._lines)
        while place and at > 0 and _COMMENT.match(self._lines[at - 1]):
            at -= 1
        self._edits.append((at, at, [*lines, ""] if place else ["", *lines]))

    def add_works(self, lines: Sequence[str], after: int) -> None:
        """Put lines, indented by two, behind the work of that place."""
        indent = self._dash(after)
        end = self._end_of_work(after)
        shifted = [f"{' ' * indent}{line[2:]}" if line.strip() else "" for line in lines]
        self._edits.append((end, end, shifted))

    def remove_work(self, place: int) -> None:
        """Take a work out, and the comments right above it."""
        start = self._places[Spot(("works", place))].line - 1
        while start > 0 and _COMMENT.match(self._lines[start - 1]):
            start -= 1
        end = self._end_of_work(place)
        if end < len(self._lines) and not self._lines[end].strip():
            end += 1
        self._edits.append((start, end, ()))

    def text(self) -> str:
        """The manifest with all changes."""
        lines = list(self._lines)
        # What is put in at one place keeps the order in which it came.
        for _, (start, end, new) in sorted(enumerate(self._edits), key=lambda edit: (-edit[1][0], -edit[0])):
            lines[start:end] = new
        return "\n".join(lines).rstrip("\n") + "\n"

    def _at(self, path: FieldPath) -> Mapping[str, Any]:
        holder: Any = self.data
        for step in path:
            holder = holder[step]
        return holder if isinstance(holder, dict) else {}

    def _replace(self, path: FieldPath, key: str, lines: Sequence[str]) -> None:
        place = self._places[Spot((*path, key), key=True)]
        start, end = place.line - 1, self._end_of_value(place)
        before = self._lines[start][: place.column - 1]
        indent = " " * len(before)
        if lines:
            comment = _LINE_END_COMMENT.match(self._lines[start][place.column - 1 :]) if end - start == 1 else None
            last = comment[1] if comment and len(lines) == 1 else ""
            new = [f"{before}{lines[0]}{last}", *(_indented(line, indent) for line in lines[1:])]
            self._edits.append((start, end, new))
        elif before.strip():  # the dash of the list is on this line
            follow = self._lines[end]
            self._edits.append((start, end + 1, [f"{before}{follow[len(before) :]}"]))
        else:
            self._edits.append((start, end, ()))

    def _end_of_value(self, place: Place) -> int:
        """The line behind the value of a key, comments and empty lines after it left aside."""
        start, depth = place.line - 1, place.column - 1
        in_words = bool(_BLOCK_WORDS.search(self._lines[start]))
        end = start + 1
        while end < len(self._lines):
            line = self._lines[end]
            inside = len(line) - len(line.lstrip())
            listed = inside == depth and line.lstrip().startswith("- ")
            if line.strip() and inside <= depth and not listed and not _COMMENT.match(line):
                break
            end += 1
        return self._without_trailing(start, end, depth, in_words=in_words)

    def _end_of_work(self, place: int) -> int:
        last = list(self.works[place])[-1]
        return self._end_of_value(self._places[Spot(("works", place, last), key=True)])

    def _without_trailing(self, start: int, end: int, depth: int, *, in_words: bool) -> int:
        while end > start + 1:
            line = self._lines[end - 1]
            comment = _COMMENT.match(line)
            if line.strip() and not (comment and not (in_words and len(line) - len(line.lstrip()) > depth)):
                break
            end -= 1
        return end

    def _dash(self, place: int) -> int:
        """How far the dash of a work is indented."""
        line = self._lines[self._places[Spot(("works", place))].line - 1]
        return line.index("-")


def _indented(line: str, indent: str) -> str:
    return f"{indent}{line}" if line else ""


def _lines_of(document: Document) -> list[str]:
    return re.split(r"\r\n|\r|\n", document.text.removeprefix("\ufeff"))


def _spots(data: object) -> Iterable[Spot]:
    if not isinstance(data, dict):
        return
    for key, value in data.items():
        yield Spot((key,), key=True)
        if isinstance(value, dict):
            yield from (Spot((key, name), key=True) for name in value)
        if key == "themes" and isinstance(value, dict):
            yield from (Spot((key, name, "name"), key=True) for name in value)
        if key == "works" and isinstance(value, list):
            for place, work in enumerate(value):
                yield Spot((key, place))
                yield from (Spot((key, place, name), key=True) for name in work if isinstance(work, dict))


def _is_plain(document: Document, places: Mapping[Spot, Place]) -> bool:
    """Whether a manifest's works, and the keys around them, are written one below the other."""
    lines = _lines_of(document)
    for spot, place in places.items():
        if spot.path[0] == "themes" and len(spot.path) == 3:
            continue
        line = lines[place.line - 1] if place.line <= len(lines) else ""
        before = line[: place.column - 1]
        if before.strip(" ") not in ("", "-") or (not spot.key and "-" not in before):
            return False
        if not spot.key and before.strip() == "-" and line[place.column - 1 :].startswith("{"):
            return False
    return True


def _in_blocks(text: str) -> str:
    """The same manifest with its works and groups below each other, its comments kept."""
    from ruamel.yaml import YAML  # noqa: PLC0415 - only for manifests written in braces
    from ruamel.yaml.comments import CommentedMap, CommentedSeq  # noqa: PLC0415 - see above

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    data = yaml.load(text)
    works = data.get("works", ())
    for holder in (data, *(value for value in data.values() if isinstance(value, CommentedMap | CommentedSeq)), *works):
        if isinstance(holder, CommentedMap | CommentedSeq):
            holder.fa.set_block_style()
    written = io.StringIO()
    yaml.dump(data, written)
    return written.getvalue()
