"""File names that a manifest gives: which of them stay inside the exhibition's folder, on any system."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from kiosk.exhibition.problems import Severity

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibition.findings import Findings
    from kiosk.exhibition.guarded_yaml import FieldPath


class BadName(Exception):
    """A file name that is not accepted. `rule` is "outside-folder" or "file-name"."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.rule = "outside-folder" if remedy is _INSIDE else "file-name"
        self.message = message
        self.remedy = remedy


_INSIDE = "Copy the file into the exhibition's folder and write its name from there, such as pictures/harvest.jpg."
_RENAME = "Rename the file, and write the new name here."

_REFUSED = (
    (r"[\ud800-\udfff]", "There are bytes in the name that are no letters.", _RENAME),
    (r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", "There is an invisible character in the name.", _RENAME),
    (r"^[\\/]{2}", "This is a place in the network, not in the exhibition's folder.", _INSIDE),
    (r"^[A-Za-z]:|^[\\/]", "This is a place on one computer, not in the exhibition's folder.", _INSIDE),
    (r"^[A-Za-z][A-Za-z0-9+-]*:", "This is an address, not a file in the exhibition's folder.", _INSIDE),
    (r"(?:^|[\\/])\.\.(?:[\\/]|$)", "This leads out of the exhibition's folder.", _INSIDE),
    (r":", "A file name with a colon does not work on every computer.", _RENAME),
    (r"[\\/]\.?$", "This is a folder, not a file.", "Write the name of a file in it."),
    (
        r"(?:^|[\\/])(?!\.[\\/])[^\\/]*[. ](?:[\\/]|$)",
        "A name that ends with a dot or a space does not work on every computer.",
        _RENAME,
    ),
    (
        r"(?i)(?:^|[\\/])(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:[ .][^\\/]*)?(?:[\\/]|$)",
        "Windows keeps this name for a device.",
        _RENAME,
    ),
)
_REFUSED_PATTERNS = tuple((re.compile(pattern), message, remedy) for pattern, message, remedy in _REFUSED)
_LONGEST_PART = 255
_LONGEST = 1000


def file_inside(words: str, folder: Path) -> Path:
    """The path that `words` names below `folder`, judged by the name alone. Raises `BadName`.

    Slash and backslash both divide folders, as staff write on either system.
    """
    if len(words) > _LONGEST:
        raise BadName("The name is too long.", _RENAME)
    for pattern, message, remedy in _REFUSED_PATTERNS:
        if pattern.search(words):
            raise BadName(message, remedy)
    parts = [part for part in words.replace("\\", "/").split("/") if part not in ("", ".")]
    if not parts:
        raise BadName("There is no name of a file here.", "Write one, or remove the key.")
    if any(len(part.encode()) > _LONGEST_PART for part in parts):
        raise BadName("The name is too long.", _RENAME)
    return folder.joinpath(*parts)


def storable(name: str) -> str:
    """A name as text that can be written down; bytes that are no letters are replaced."""
    return name.encode(errors="surrogateescape").decode(errors="replace")


def as_disks_see(name: str) -> str:
    """A name without what some disk does not tell apart: capitals, and accents encoded another way."""
    return normalize("NFC", normalize("NFC", name).casefold())


def accepted_file(words: str | None, folder: Path, path: FieldPath, findings: Findings, work: str = "") -> Path | None:
    """What the manifest names at `path`, as `file_inside` has it; None, and noted, where it is not accepted."""
    if words is None:
        return None
    try:
        file = file_inside(words, folder)
    except BadName as name:
        findings.add(name.rule, path, f'"{words[:80]}" is not used. {name.message}', name.remedy, work=work)
        return None
    if "\\" in words:
        slashed = words.replace("\\", "/")
        message = "Only Windows divides folders with backslashes; they are taken for slashes."
        findings.add("backslash", path, message, f"Write {slashed}.", Severity.HINT, work=work)
    return file
