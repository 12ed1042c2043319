"""Names for works, themes and files, made of words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import combining, name, normalize

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 60
_LATIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "\u0131": "i"}
)
_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin|conout|(?:com|lpt)\d)$")
"""What Windows does not take as a file's name."""


def slug(words: str, fallback: str) -> str:
    """`words` as a short name of letters, digits and hyphens: "Étude no. 3" is `etude-no-3`. Other scripts stay."""
    lowered = normalize("NFKC", words).casefold().translate(_LATIN)
    plain = "".join(_plain(letter) for letter in lowered)
    short = re.sub(r"[\W_]+", "-", normalize("NFC", plain)).strip("-")[:LONGEST].rstrip("-")
    return f"{fallback}-{short}" if _DEVICES.match(short) else short or fallback


def _plain(letter: str) -> str:
    """A Latin letter without its accents; any other as it is."""
    if letter.isascii() or not name(letter, "").startswith("LATIN"):
        return letter
    return "".join(part for part in normalize("NFKD", letter) if not combining(part))


class Names:
    """Names that have been given, so that none is given twice, whatever its case."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {each.casefold() for each in taken}

    def new(self, wanted: str) -> str:
        """`wanted`, or it with a number where it is taken."""
        given, number = wanted, 1
        while given.casefold() in self._taken:
            number += 1
            given = f"{wanted}-{number}"
        self._taken.add(given.casefold())
        return given
