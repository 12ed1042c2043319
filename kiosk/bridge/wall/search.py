"""The search for QML: the keyboard on the screen, what is typed on it, and how many works that finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python
from kiosk.bridge.wall.themes_model import WORDS, Chip
from kiosk.exhibition.searching import SearchIndex
from kiosk.visit import seeking as seek
from kiosk.visit.keyboard import DIGITS, LAYOUTS, keys_for, layout_of, layouts_for

if TYPE_CHECKING:
    from kiosk.bridge.visit import Visit
    from kiosk.exhibition.model import Exhibition
    from kiosk.visit.seeking import Seeking

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "Search"]

OFFERED_FROM = 201
"""Works from which on an exhibition offers a search, if it does not say itself whether it does."""
GROW_EVERY_MS = 12


@QmlElement
@made_in_python
class Search(QObject):
    """What a visitor types; `is_offered`: whether they can.

    The works are read for it little by little while the wall is looked at, not before.
    """

    changed = Signal()
    keysChanged = Signal()

    def __init__(self, exhibition: Exhibition, visit: Visit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._exhibition = exhibition
        self._visit = visit
        self._index: SearchIndex | None = None
        self._layouts = layouts_for(exhibition.languages)
        self._found = 0
        self._hung = 0
        self._told: tuple[Seeking, int, int] | None = None
        self._keys = self._layout, False
        self._growing = QTimer(self, interval=GROW_EVERY_MS)
        self._growing.timeout.connect(self._grow)
        self.is_offered = len(exhibition.works) >= OFFERED_FROM if exhibition.search is None else exhibition.search

    def find(self, seeking: Seeking) -> int:
        """The works that have what is typed, as a set."""
        return self._reading.find(seeking.typed) if seeking.keys.strip() else -1

    def found(self, works: int) -> None:
        """So many works hang now."""
        self._hung = works
        self.counted(works)

    def counted(self, works: int) -> None:
        """So many works have what is typed; they hang soon."""
        self._found = works
        self.follow()

    def follow(self) -> None:
        """Tell what is new."""
        keys = self._layout, self._seeking.shifted
        if keys != self._keys:
            self._keys = keys
            self.keysChanged.emit()
        told = self._seeking, self._found, self._hung
        if told != self._told:
            self._told = told
            self.changed.emit()

    def chip(self) -> Chip:
        """What the theme bar says while words are searched for."""
        return Chip("", self._seeking.typed.strip(), self._found, True, WORDS)

    @property
    def _seeking(self) -> Seeking:
        return self._visit.session.seeking

    @property
    def _layout(self) -> str:
        return layout_of(self._seeking.layout, self._visit.session.language)

    @property
    def _reading(self) -> SearchIndex:
        if self._index is None:
            self._index = SearchIndex(self._exhibition)
        return self._index

    @Slot()
    def _grow(self) -> None:
        if not self._reading.grow():
            self._growing.stop()

    @Property(bool, constant=True)
    def offered(self) -> bool:
        """Whether this exhibition is searched at all."""
        return self.is_offered

    @Property(bool, notify=changed)
    def typing(self) -> bool:
        """Whether the keyboard is on the screen."""
        return self._seeking.typing

    @Property(str, notify=changed)
    def typed(self) -> str:
        return self._seeking.typed

    @Property(int, notify=changed)
    def works(self) -> int:
        """How many works were found."""
        return self._found

    @Property(bool, notify=changed)
    def fruitless(self) -> bool:
        """Whether the wall is empty."""
        return self._hung == 0

    @Property(list, notify=keysChanged)
    def rows(self) -> list[list[str]]:
        """The keys of the keyboard, row by row from the top, as they are now."""
        layout = LAYOUTS[self._layout]
        return [list(row) for row in (DIGITS, *(layout.shifted if self._seeking.shifted else layout.rows))]

    @Property(bool, notify=keysChanged)
    def shiftable(self) -> bool:
        """Whether keys have a second sign."""
        return bool(LAYOUTS[self._layout].shifted)

    @Property(bool, notify=keysChanged)
    def shifted(self) -> bool:
        return self._seeking.shifted

    @Property(str, notify=keysChanged)
    def other(self) -> str:
        """What the next keyboard writes, such as АБВ; empty when there is no other."""
        return LAYOUTS[self._next_layout].mark if len(self._layouts) > 1 else ""

    @property
    def _next_layout(self) -> str:
        shown = self._layout
        place = self._layouts.index(shown) if shown in self._layouts else -1
        return self._layouts[(place + 1) % len(self._layouts)]

    @Slot(bool)
    def prepare(self, soon: bool) -> None:
        """Somebody may search soon, or no longer."""
        if soon and self.is_offered and not self._reading.complete:
            self._growing.start()
        else:
            self._growing.stop()

    @Slot()
    def open(self) -> None:
        if self.is_offered:
            self._visit.seek(seek.open_keyboard)

    @Slot()
    def close(self) -> None:
        self._visit.seek(seek.close_keyboard)

    @Slot(str)
    def press(self, signs: str) -> None:
        """A key on the screen."""
        self._visit.seek(lambda seeking: seek.press(seeking, signs))

    @Slot(str, result=bool)
    def type(self, text: str) -> bool:
        """A key of a connected keyboard. Whether it was one that writes."""
        keys = keys_for(text, self._layout) if self.is_offered and text.isprintable() else ""
        if not keys or (keys.isspace() and not self._seeking.keys):
            return False
        self.press(keys)
        return True

    @Slot()
    def takeBack(self) -> None:
        self._visit.seek(seek.take_back)

    @Slot()
    def clear(self) -> None:
        self._visit.seek(seek.clear)

    @Slot()
    def shift(self) -> None:
        self._visit.seek(seek.shift)

    @Slot()
    def switchLayout(self) -> None:
        layout = self._next_layout
        self._visit.seek(lambda seeking: seek.write_in(seeking, layout))
