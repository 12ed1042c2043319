"""Finding an exhibition in folders and on sticks, as rows: in a window's menu and in the staff panel."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.bridge.panel_rows import Row, entry, note
from kiosk.staff.laptop.browsing import Folder, Kind, Place, PlaceKind, Thing, look_into, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.bridge.laptop.words import OwnWords

GO, CHOOSE = "go", "choose"
"""The acts of its rows: go into a folder, whose path is the argument, or to all places, without one; open a file."""
_PLACES = {
    PlaceKind.STICK: ("stick", "USB stick or drive"),
    PlaceKind.BESIDE: ("folder", "Beside the program"),
    PlaceKind.HOME: ("home", "Your own files"),
    PlaceKind.COMPUTER: ("computer", "This computer"),
}
_KINDS = {Kind.FOLDER: "folder", Kind.EXHIBITION: "exhibition", Kind.BUNDLE: "bundle", Kind.MANIFEST: "exhibition"}
_LEAST_MB = 0.1


class Browser:
    """Where somebody has got to. `look` may take long and be called on any thread; what it finds is to be `learned`."""

    def __init__(self, beside: Path | None = None) -> None:
        self.at: Path | None = None
        self._beside = beside
        self._found: Folder | tuple[Place, ...] | None = None

    def go(self, path: str) -> None:
        """Into a folder, or to all places."""
        self.at, self._found = Path(path) if path else None, None

    def look(self) -> tuple[Path | None, Folder | tuple[Place, ...]]:
        """What there is, and where."""
        at = self.at
        return at, look_into(at) if at else places(beside=self._beside)

    def learn(self, found: tuple[Path | None, Folder | tuple[Place, ...]]) -> None:
        """What `look` has found, unless somebody has gone on meanwhile."""
        at, what = found
        if at == self.at:
            self._found = what

    def rows(self, words: OwnWords) -> Iterator[Row]:
        """What there is to choose from."""
        if isinstance(self._found, Folder):
            yield from self._folder(self._found, words)
            return
        if self.at is not None:
            yield entry(words.say("All places"), "up", GO, "")
        if self._found is None:
            yield note(words.say("One moment …"))
            return
        for place in self._found:
            icon, name = _PLACES[place.kind]
            yield entry(_own(place.path.name or str(place.path)), icon, GO, str(place.path), note=words.say(name))

    def _folder(self, folder: Folder, words: OwnWords) -> Iterator[Row]:
        above = folder.above
        yield entry(words.say("All places"), "places", GO, "")
        if above:
            yield entry(words.say("Up"), "up", GO, str(above), note=_own(str(folder.path)))
        if folder.refused:
            yield note(words.say("This folder cannot be opened: %1.", folder.refused))
        elif not folder.things:
            empty = words.say("There is no exhibition in this folder, and no other folder.")
            yield note(empty)
        for thing in folder.things:
            act = GO if thing.kind is Kind.FOLDER else CHOOSE
            yield entry(_own(thing.path.name), _KINDS[thing.kind], act, str(thing.path), note=_about(thing, words))
        if folder.more:
            yield note(words.say("And %1 more", folder.more))


def _about(thing: Thing, words: OwnWords) -> str:
    if thing.kind is Kind.FOLDER:
        return ""
    if thing.kind is Kind.BUNDLE:
        return words.say("Exhibition in one file, %1", f"{max(_LEAST_MB, thing.size / 1e6):,.1f} MB")
    return words.say("Exhibition")


def _own(name: str) -> str:
    """A name in its own direction."""
    return f"\u2068{name}\u2069"
