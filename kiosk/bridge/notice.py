"""A card that the house lays over whatever is shown, for QML: such as that the gallery closes in ten minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python
from kiosk.bridge.tempo import Timer
from kiosk.exhibition.text import Text, is_right_to_left
from kiosk.visit.session import Screen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.bridge.visit import Visit
    from kiosk.bridge.words import Words

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "Notice"]

NEVER = -1


@QmlElement
@made_in_python
class Notice(QObject):
    """What is to be told, to whom: a visitor reads it in their language, the invitation tells it in all of them.

    Whoever touches it has read it; the next visitor finds it again, until its time is over. Without one nothing wakes.
    """

    changed = Signal()

    def __init__(self, visit: Visit, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visit = visit
        self._words = words
        self._text = Text()
        self._minutes = NEVER
        self._read = False
        self._over = Timer(self, singleShot=True, timerType=Qt.TimerType.CoarseTimer)
        self._over.timeout.connect(self.take_away)
        visit.ended.connect(self._lay_out_again)
        visit.changed.connect(self._retell)

    def tell(self, words: Mapping[str, str], seconds: float) -> None:
        """Lay out a card with these words, by language, for so long."""
        self._lay_out(Text(tuple(words.items())), NEVER, seconds)

    def tell_closing(self, minutes: int, seconds: float) -> None:
        """Lay out a card that the gallery closes in so many minutes; 0 for now."""
        self._lay_out(Text(tuple(self._words.closing(minutes).items())), minutes, seconds)

    @Slot()
    def take_away(self) -> None:
        """There is nothing to tell any more."""
        if self._text:
            self._over.stop()
            self._text, self._minutes = Text(), NEVER
            self.changed.emit()

    def succeed(self, before: Notice) -> None:
        """Lay out what lies in another gallery, which this one takes the place of."""
        if before._text and not self._text:
            if before._minutes == NEVER:
                self._lay_out(before._text, NEVER, before._over.remainingTime() / 1000)
            else:
                self.tell_closing(before._minutes, before._over.remainingTime() / 1000)
            self._read = before._read
            self.changed.emit()

    def _lay_out(self, text: Text, minutes: int, seconds: float) -> None:
        self._text, self._minutes, self._read = text, minutes, False
        self._over.start(max(1, round(1000 * seconds)))
        self.changed.emit()

    @Slot()
    def _lay_out_again(self) -> None:
        if self._read:
            self._read = False
            self.changed.emit()

    @Slot()
    def _retell(self) -> None:
        if self._text:
            self.changed.emit()

    @Property(bool, notify=changed)
    def open(self) -> bool:
        """Whether it lies over what is shown."""
        return bool(self._text) and not self._read

    @Property(int, notify=changed)
    def minutes(self) -> int:
        """In how many minutes the gallery closes; -1 if it is another card."""
        return self._minutes

    @Property(list, notify=changed)
    def told(self) -> list[dict[str, object]]:
        """What is told now: language, words and direction of each text."""
        session = self._visit.session
        languages = [session.language]
        if session.screen is Screen.ATTRACT:
            languages = [each["language"] for each in self._words.languages]
        found: dict[str, str] = {}
        for language in languages:
            words, spoken = self._text.resolve(language, (session.language, "en"))
            if words and words not in found.values():
                found[spoken] = words
        return [
            {"language": language, "words": words, "rightToLeft": is_right_to_left(language)}
            for language, words in found.items()
        ]

    @Slot()
    def dismiss(self) -> None:
        """Somebody has read it."""
        if self._text and not self._read:
            self._read = True
            self.changed.emit()
