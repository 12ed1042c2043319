"""The reasons why a YAML file is refused as a whole, in words for whoever wrote it."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibition.problems import nearest_beside, printable

if TYPE_CHECKING:
    from pathlib import Path

    import yaml


class Place(NamedTuple):
    """Where something is in a file, counted from 1; 0 where there is no place to name."""

    line: int = 0
    column: int = 0


NOWHERE = Place()


class Refusal(Exception):
    """A file that cannot be used as a whole. `rule` is one of the names in `REASONS`."""

    def __init__(self, rule: str, place: Place = NOWHERE, **facts: object) -> None:
        message, remedy = REASONS[rule]
        self.rule = rule
        self.message = message.format(**facts)
        self.remedy = remedy.format(**facts)
        self.place = place
        super().__init__(self.message)


REASONS = {
    "missing": ('There is no file "{name}" here.{likely}', "Check the name and the folder."),
    "not-a-file": ('"{name}" is not a file.', "Name a text file, such as manifest.yaml."),
    "no-permission": ('"{name}" may not be read.', "Give the account that runs the kiosk the right to read it."),
    "unreadable": ('"{name}" cannot be read: {reason}.', "Check the name, and the disk or the network it is on."),
    "too-big": (
        "The file has {size} MB; the limit is {limit} MB.",
        "Divide the exhibition, or check that this is the right file.",
    ),
    "empty": ("The file is empty.", "Start from the example that `kiosk new` writes."),
    "binary": ("This is {kind}, not a text file.", "Name a text file saved as UTF-8, such as manifest.yaml."),
    "encoding": (
        'The file is not UTF-8 text. Byte 0x{byte} here would be "{letter}" in Windows-1252 (Latin-1).',
        "Save the file with the encoding UTF-8 (Notepad: Save as, Encoding: UTF-8).",
    ),
    "utf-16": ("The file is damaged UTF-16 text.", "Save it again with the encoding UTF-8."),
    "control-character": (
        "There is an invisible control character here (U+{code:04X}).",
        "Delete it: it stands just before what you see at this place.",
    ),
    "too-deep": (
        "Lists or groups lie more than {limit} deep in each other.",
        "Check the brackets and the indentation before this place.",
    ),
    "too-many-values": (
        "The file has far more values than words: this is no exhibition.",
        "Check that this is the right file.",
    ),
    "anchor": (
        '"&{name}" would mark this part for repetition, which is not supported.',
        "Write the part out where it is needed, or put text that begins with & in quotes.",
    ),
    "alias": (
        '"*{name}" would repeat another part of the file, which is not supported.',
        "Write the part out, or put text that begins with * in quotes.",
    ),
    "tag": (
        '"{name}" would change the type of this value, which is not supported.',
        "Remove it, or put text that begins with ! in quotes.",
    ),
    "second-document": (
        "A second document begins here (---), but a file holds one exhibition.",
        "Remove the line with --- and what follows, or use two files.",
    ),
    "complex-key": (
        "A key must be a word; here it is a list or a group.",
        "Put text that begins with [ or {{ or ? in quotes.",
    ),
    "tab": (
        "A tab indents this line; YAML takes spaces only.",
        "Use two spaces for each step (most editors can convert tabs to spaces).",
    ),
    "syntax": ("{message}", "{remedy}"),
}


def unreadable(path: Path, error: Exception) -> Refusal:
    """Why the operating system does not give the file."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Refusal("missing", name=path.name, likely=nearest_beside(path))
    if isinstance(error, PermissionError):
        return Refusal("no-permission", name=path.name)
    reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else error
    return Refusal("unreadable", name=path.name, reason=reason)


_KINDS = {
    b"\xff\xd8\xff": "a JPEG picture",
    b"\x89PNG": "a PNG picture",
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a Word, Excel or ZIP file",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
}


def undecodable(content: bytes, error: UnicodeDecodeError) -> Refusal:
    """Why bytes are not text in the encoding that was tried."""
    if error.encoding != "utf-8":
        return Refusal("utf-16", Place(1, 1))
    if kind := _kind(content):
        return Refusal("binary", Place(1, 1), kind=kind)
    before = content[: error.start].decode("utf-8-sig")
    byte = content[error.start : error.start + 1]
    letter = printable(byte.decode("cp1252", "replace"))
    return Refusal("encoding", position(before, len(before)), byte=byte.hex().upper(), letter=letter)


def unprintable(content: bytes, text: str, index: int) -> Refusal:
    """Why text with the control character `text[index]` is refused."""
    if kind := _kind(content):
        return Refusal("binary", Place(1, 1), kind=kind)
    return Refusal("control-character", position(text, index), code=ord(text[index]))


def _kind(content: bytes) -> str:
    known = (kind for start, kind in _KINDS.items() if content.startswith(start))
    return next(known, "a program's own data" if b"\0" in content else "")


BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""What libyaml counts as the end of a line."""


def position(text: str, index: int) -> Place:
    """The place of `text[index]`."""
    lines = BREAK.split(text[:index])
    return Place(len(lines), len(lines[-1]) + 1)


_SYNTAX = {
    "mapping values are not allowed": (
        "There is a colon in text without quotes, or the indentation is wrong.",
        'Put the text in quotes: title: "Study: red".',
    ),
    "did not find expected key": (
        "This does not fit what comes before it.",
        "Check that it is indented like the line above and that quotes are closed.",
    ),
    "did not find expected '-' indicator": (
        "This line does not continue the list above it.",
        "Begin each entry with a dash, all in the same column.",
    ),
    "could not find expected ':'": ("A colon is missing.", "Write key: value, with a space after the colon."),
    "did not find expected ','": (
        "A bracket is not closed, or a comma is missing.",
        'Check the brackets [ ] and { }, and put colours such as "#101214" in quotes.',
    ),
    "did not find expected node content": ("A value is missing here.", "Check the brackets and commas."),
    "unexpected end of stream": ("A quotation mark is not closed.", "Close it where the text ends."),
    "unknown escape character": (
        "A backslash in double quotes has a special meaning.",
        "Use single quotes, or / instead of \\ in the names of pictures.",
    ),
    "cannot start any token": (
        "Text cannot begin with this character unless it is in quotes.",
        "Put the text in quotes.",
    ),
}


def syntax(error: yaml.YAMLError, text: str) -> Refusal:
    """What libyaml complains about, with the place and the usual cause."""
    mark = getattr(error, "problem_mark", None)
    problem = str(getattr(error, "problem", None) or error)
    if "unexpected end of stream" in problem:
        mark = getattr(error, "context_mark", None) or mark
    place = Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
    if tab := _indenting_tab(text, place.line):
        return Refusal("tab", Place(place.line, tab))
    known = (words for sign, words in _SYNTAX.items() if sign in problem)
    message, remedy = next(known, (f"This is not valid YAML: {problem}.", "Compare with the lines above."))
    return Refusal("syntax", place, message=message, remedy=remedy)


def _indenting_tab(text: str, line: int) -> int:
    """The column of a tab in the indentation of a line, 0 when there is none."""
    lines = BREAK.split(text)
    here = lines[line - 1] if line <= len(lines) else ""
    return here[: len(here) - len(here.lstrip())].find("\t") + 1
