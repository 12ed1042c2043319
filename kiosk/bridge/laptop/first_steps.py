"""The guide for staff: five pages, shown once in a window of their own, and again whenever they want. For QML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.laptop.words import STEPS
from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python
from kiosk.bridge.staff.pages import own_languages
from kiosk.exhibition.text import is_right_to_left

if TYPE_CHECKING:
    from kiosk.bridge.laptop.words import OwnWords

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "FirstSteps"]

COMMANDS = (
    "",
    "kiosk import list.xlsx -o spring",
    "kiosk proof spring -o sheet.html",
    "kiosk pin",
    "kiosk pack spring",
)
"""What is typed for it, page by page."""


@QmlElement
@made_in_python
class FirstSteps(QObject):
    """`step` counts the pages from 0, of `steps`. Each has a `title`, a `text`, what to `note`, and a `command`.

    `words` are those of its controls, `languages` those to choose from. `spoken(language)` comes when one is chosen,
    `closed` when somebody is through, on whichever page.
    """

    changed = Signal()
    spoken = Signal(str)
    closed = Signal()

    def __init__(self, words: OwnWords) -> None:
        super().__init__()
        self._words = words
        self._step = 0
        self._over = False

    @Slot()
    def close(self) -> None:
        """Enough."""
        if not self._over:
            self._over = True
            self.closed.emit()

    @Slot(int)
    def turnTo(self, step: int) -> None:
        """Turn to a page; beyond the last is the end."""
        if step >= len(STEPS):
            self.close()
        elif step >= 0 and step != self._step:
            self._step = step
            self.changed.emit()

    @Slot(str)
    def speak(self, language: str) -> None:
        """Go on in another language."""
        self._words.speak(language)
        self.spoken.emit(language)
        self.changed.emit()

    @Property(int, notify=changed)
    def step(self) -> int:
        return self._step

    @Property(int, constant=True)
    def steps(self) -> int:
        return len(STEPS)

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._words.say(STEPS[self._step][0])

    @Property(str, notify=changed)
    def text(self) -> str:
        return self._words.say(STEPS[self._step][1])

    @Property(str, notify=changed)
    def note(self) -> str:
        return self._words.say(STEPS[self._step][2])

    @Property(str, notify=changed)
    def command(self) -> str:
        return COMMANDS[self._step]

    @Property(str, notify=changed)
    def place(self) -> str:
        """Where in the guide that is, in words."""
        return self._words.say("Page %1 of %2", self._step + 1, len(STEPS))

    @Property("QVariantMap", notify=changed)  # type: ignore[arg-type]
    def words(self) -> dict[str, Any]:
        return {word: self._words.say(word) for word in ("First steps", "Close", "Back", "Next", "Begin")}

    @Property(list, constant=True)
    def languages(self) -> list[dict[str, str]]:
        return [{"name": name, "arg": tag} for name, tag in own_languages(self._words.language)]

    @Property(str, notify=changed)
    def language(self) -> str:
        return self._words.language

    @Property(bool, notify=changed)
    def rightToLeft(self) -> bool:
        return is_right_to_left(self._words.language)
