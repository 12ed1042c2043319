"""Reading YAML that nobody vouches for: limits first, plain data after, a place in the file for every problem.

Only the event stream of libyaml is used, in one pass and without recursion, so neither depth nor aliases can hurt.
Scalars stay text as it was written (`1984.10` and `1972` keep their spelling); the types of the fields decide later.
"""

from __future__ import annotations

import contextlib
import re
import stat
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from kiosk.exhibition import regular_files
from kiosk.exhibition.yaml_events import BEGIN_LIST, BEGIN_MAP, END, SCALAR, events, place_of
from kiosk.exhibition.yaml_refusals import Place, Refusal, undecodable, unprintable, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["Document", "FieldPath", "Flag", "Place", "Refusal", "Spot", "parse_document", "read_document"]

FieldPath = tuple[str | int, ...]
"""The way to a value: keys of mappings and places in lists, such as ("works", 3, "themes", 0)."""

MAX_BYTES = 64 * 1024 * 1024
WINDOW = 1024 * 1024
MARKS = b",[{:?-\n"
"""What divides one value from another."""
CHARACTERS_PER_MARK = 4
"""A mark for every four characters, a megabyte long, is no exhibition: the tersest works have 4.5, usual ones 10."""

NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
YES = frozenset(("yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"))
NO = frozenset(("no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"))
LONGEST_SIGN = max(map(len, NOTHING | YES | NO))


class Flag(str):
    """A word without quotes that YAML takes for yes or no, as it was written."""

    __slots__ = ()

    @property
    def value(self) -> bool:
        """Yes or no."""
        return self in YES


class Spot(NamedTuple):
    """What to look for in a file: the value at `path`, or its key."""

    path: FieldPath
    key: bool = False


class Repeated(NamedTuple):
    """A key that its mapping already had, and the place where it comes again. The first one counts."""

    path: FieldPath
    place: Place


class Document(msgspec.Struct, frozen=True):
    """A YAML file as plain data: dicts, lists, text, `Flag` and None."""

    text: str
    data: object
    repeated: tuple[Repeated, ...] = ()

    def places(self, spots: Iterable[Spot]) -> dict[Spot, Place]:
        """The place of each spot that the file has; the others are missing from the answer."""
        wanted = set(spots)
        found: dict[Spot, Place] = {}
        if wanted:
            for spot, place in _spots(self.text):
                if spot in wanted:
                    found.setdefault(spot, place)
        return found


def read_document(path: Path) -> Document:
    """The data of the file at `path`. Raises `Refusal`."""
    return parse_document(_read(path))


def parse_document(content: bytes) -> Document:
    """The data in `content`. Raises `Refusal`."""
    refuse_dense(content)
    text = decode(content)
    builder = _Builder()
    for kind, event in events(text):
        builder.take(kind, event)
    return Document(text, builder.root[0], tuple(builder.repeated))


def parse_beginning(content: bytes, key: str) -> Document | None:
    """The value of a key of the outermost mapping, from the beginning of a file that may go on; None if not found."""
    builder = _Builder()
    with contextlib.suppress(Refusal):
        text = decode(content[: content.rfind(b"\n") + 1])
        for kind, event in events(text):
            builder.take(kind, event)
            if builder.complete(key):
                return Document(text, {key: builder.root[0][key]})
    return None


def refuse_dense(content: bytes) -> None:
    """Refuse at once what would take long to be found out to hold far more values than words. Raises `Refusal`."""
    for start in range(0, len(content) - WINDOW, WINDOW):
        window = content[start : start + WINDOW]
        if (WINDOW - len(window.translate(None, MARKS))) * CHARACTERS_PER_MARK >= WINDOW:
            raise Refusal("too-many-values", Place(content.count(b"\n", 0, start) + 1, 1))


def _read(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise Refusal("not-a-file", name=path.name)
        if status.st_size > MAX_BYTES:
            raise Refusal("too-big", size=status.st_size >> 20, limit=MAX_BYTES >> 20)
        return regular_files.read(path, MAX_BYTES)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error


_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def decode(content: bytes) -> str:
    """`content` as text: UTF-8, or UTF-16 with a byte order mark. Raises `Refusal`."""
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise undecodable(content, error) from error
    if found := _CONTROL.search(text):
        raise unprintable(content, text, found.start())
    if not text.strip():
        raise Refusal("empty", Place(1, 1))
    return text


class _Waiting(Enum):
    """What a mapping that is being filled waits for, where it is not the value of a key."""

    KEY = 0
    NOTHING = 1
    """It has this key already; the value to come is dropped."""


class _Builder:
    """Fills dicts and lists from events, without recursion. `root` has the document as its only entry."""

    def __init__(self) -> None:
        self.root: list[Any] = []
        self.repeated: list[Repeated] = []
        self._holder: Any = self.root
        self._step: Any = 0
        self._outer: list[tuple[Any, Any]] = []

    def take(self, kind: int, event: Any) -> None:
        if kind == SCALAR:
            if self._step is _Waiting.KEY:
                self._key(event)
            else:
                self._put(_value(event))
                self._advance()
        elif kind == END:
            self._holder, self._step = self._outer.pop()
            self._advance()
        elif self._step is _Waiting.KEY:
            raise Refusal("complex-key", place_of(event))
        else:
            holder: dict[str, object] | list[object] = {} if kind == BEGIN_MAP else []
            self._put(holder)
            self._outer.append((self._holder, self._step))
            self._holder = holder
            self._step = _Waiting.KEY if kind == BEGIN_MAP else 0

    def complete(self, key: str) -> bool:
        """Whether the outermost mapping has the value of `key`."""
        return len(self._outer) == 1 and self._step is _Waiting.KEY and key in self._holder

    def _key(self, event: Any) -> None:
        self._step = event.value
        if self._step in self._holder:
            path = (*(step for _, step in self._outer[1:]), event.value)
            if _Waiting.NOTHING not in path:
                self.repeated.append(Repeated(path, place_of(event)))
            self._step = _Waiting.NOTHING

    def _put(self, value: object) -> None:
        if type(self._holder) is list:
            self._holder.append(value)
        elif self._step is not _Waiting.NOTHING:
            self._holder[self._step] = value

    def _advance(self) -> None:
        self._step = self._step + 1 if type(self._holder) is list else _Waiting.KEY


def _value(event: Any) -> str | None:
    words: str = event.value
    if event.implicit[0] and len(words) <= LONGEST_SIGN:
        if words in NOTHING:
            return None
        if words in YES or words in NO:
            return Flag(words)
    return words


def _spots(text: str) -> Iterator[tuple[Spot, Place]]:
    """Every key and value of a document that was read before, in the order of the file."""
    path: list[Any] = [0]
    for kind, event in events(text):
        if kind == END:
            path.pop()
        elif path[-1] is _Waiting.KEY:
            path[-1] = event.value
            yield Spot(tuple(path[1:]), key=True), place_of(event)
            continue
        else:
            yield Spot(tuple(path[1:])), place_of(event)
            if kind != SCALAR:
                path.append(0 if kind == BEGIN_LIST else _Waiting.KEY)
                continue
        path[-1] = path[-1] + 1 if type(path[-1]) is int else _Waiting.KEY
