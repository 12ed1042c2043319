"""What a visitor does to find works on the wall: sorts them, asks for one creator's, types."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.visit.hangul import compose

MOST_TYPED = 40
"""Keys that are taken; nobody looks for something longer."""


class Sort(StrEnum):
    """In which order works hang."""

    CURATOR = "curator"
    DATE = "date"
    CREATOR = "creator"


@dataclass(frozen=True, slots=True)
class Seeking:
    """How a visitor wants the works. `creator`, by its place in the catalogue, shows that one's works only.

    `keys` are those pressed, jamo in Korean; they are kept when the keyboard goes (`typing`). `layout` is the language
    of the keyboard, empty for the visitor's; `shifted`: the next key is its second sign.
    """

    sort: Sort = Sort.CURATOR
    creator: int | None = None
    keys: str = ""
    typing: bool = False
    layout: str = ""
    shifted: bool = False

    @property
    def typed(self) -> str:
        """What is typed, as it is written."""
        return compose(self.keys)

    @property
    def filtering(self) -> bool:
        """Whether not all works are wanted."""
        return self.creator is not None or bool(self.keys.strip())


NOTHING_SOUGHT = Seeking()
"""All works, as the curator hung them."""


def sort_by(seeking: Seeking, sort: Sort) -> Seeking:
    """Hang the works in another order."""
    return replace(seeking, sort=sort)


def open_keyboard(seeking: Seeking) -> Seeking:
    """Bring the keyboard."""
    return replace(seeking, typing=True)


def close_keyboard(seeking: Seeking) -> Seeking:
    """Put the keyboard away; what was found stays."""
    return replace(seeking, typing=False, shifted=False, keys=seeking.keys.rstrip())


def press(seeking: Seeking, signs: str) -> Seeking:
    """Type signs, on the screen or on a keyboard that is connected. The first sign of all is no space."""
    keys = seeking.keys + signs if seeking.keys else signs.lstrip()
    return replace(seeking, keys=keys[:MOST_TYPED], typing=True, shifted=False)


def take_back(seeking: Seeking) -> Seeking:
    """Take the last key back: a jamo of a syllable, not the whole."""
    return replace(seeking, keys=seeking.keys[:-1], shifted=False)


def clear(seeking: Seeking) -> Seeking:
    """Nothing typed."""
    return replace(seeking, keys="", shifted=False)


def shift(seeking: Seeking) -> Seeking:
    """The next key is its second sign, or no longer."""
    return replace(seeking, shifted=not seeking.shifted)


def write_in(seeking: Seeking, language: str) -> Seeking:
    """Another language's keyboard."""
    return replace(seeking, layout=language, shifted=False)


def by_creator(seeking: Seeking, creator: int | None) -> Seeking:
    """Only the works of one creator; None: of all."""
    return replace(seeking, creator=creator)


def unfiltered(seeking: Seeking) -> Seeking:
    """All works, in the order chosen."""
    return replace(seeking, creator=None, keys="", shifted=False)
