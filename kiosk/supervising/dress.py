"""How the curtain looks, so that it looks like the house: told by the show, passed on by the supervisor."""

from __future__ import annotations

import json
from typing import NamedTuple


class Dress(NamedTuple):
    """Colours as #rrggbb, the languages in which it speaks, and the screen that it covers, by its name."""

    wall: str = "#151517"
    ink: str = "#efebe3"
    languages: tuple[str, ...] = ()
    screen: str = "primary"

    def words(self) -> str:
        """One line, for `read`."""
        return json.dumps(self._asdict())


def read(words: str) -> Dress:
    """What `words` has told; the usual one where that makes no sense."""
    try:
        told = json.loads(words)
        return Dress(str(told["wall"]), str(told["ink"]), tuple(map(str, told["languages"])), str(told["screen"]))
    except (ValueError, TypeError, LookupError):
        return Dress()
