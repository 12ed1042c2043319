"""The order of the works for QML: which orders there are, where one is in them, and marks that lead there."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCollator, QLocale, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python
from kiosk.exhibition.catalogue import NOBODY, UNDATED
from kiosk.visit import jump
from kiosk.visit.arrangement import ranks, sorted_names, sorts
from kiosk.visit.seeking import Sort, sort_by

if TYPE_CHECKING:
    from array import array

    from kiosk.bridge.visit import Visit
    from kiosk.bridge.words import Words
    from kiosk.exhibition.model import Exhibition
    from kiosk.visit.session import Session

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "Sorting"]

Order = tuple[Sort, str]
"""An order of works; where it depends on it, with the language."""


@QmlElement
@made_in_python
class Sorting(QObject):
    """The works as they hang. Names are in the order of their language, as the platform's collation has it."""

    changed = Signal()
    marksChanged = Signal()

    def __init__(self, exhibition: Exhibition, visit: Visit, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._exhibition = exhibition
        self._visit = visit
        self._words = words
        self._order: Order = Sort.CURATOR, ""
        self._ranks: dict[Order, array[int] | None] = {}
        self._names: list[str] = []
        self._letters: list[str] = []
        self._works: tuple[int, ...] = ()
        self._most = 0
        self._marks: tuple[jump.Mark, ...] = ()

    def order_of(self, session: Session) -> Order:
        """The order that a visitor wants."""
        sort = session.seeking.sort
        return sort, session.language if sort is Sort.CREATOR else ""

    def rank(self, session: Session) -> array[int] | None:
        """Each work's place in the order wanted, by its index in the exhibition; None for the curator's order."""
        order = self.order_of(session)
        if order not in self._ranks:
            self._ranks = {order: self._ranked(order)}
        if order != self._order:
            self._order = order
        return self._ranks[order]

    def hung(self, works: tuple[int, ...]) -> None:
        """These works hang now, in this order."""
        self._works = works
        self._mark()
        self.changed.emit()

    def _ranked(self, order: Order) -> array[int] | None:
        sort, language = order
        catalogue = self._exhibition.catalogue
        if sort is not Sort.CREATOR:
            return ranks(catalogue, sort, (), str)
        collator = QCollator(QLocale(language))
        self._names = sorted_names(catalogue, language, self._exhibition.languages)
        self._letters = [jump.letter_of(name, collator.sortKey) for name in self._names]
        return ranks(catalogue, sort, self._names, collator.sortKey)

    def _mark(self) -> None:
        marks = self._marks_of(self._works) if len(self._works) >= jump.LONG and self._most else ()
        marks = marks if len(marks) >= jump.FEWEST else ()
        if marks != self._marks:
            self._marks = marks
            self.marksChanged.emit()

    def _marks_of(self, works: tuple[int, ...]) -> tuple[jump.Mark, ...]:
        match self._order[0]:
            case Sort.DATE:
                return jump.year_marks([self._year(work) for work in works], self._most)
            case Sort.CREATOR:
                return jump.letter_marks((self._letter(work) for work in works), self._most)
            case _:
                return ()

    def _year(self, work: int) -> int | None:
        year = self._exhibition.catalogue.years[work]
        return None if year == UNDATED else year

    def _letter(self, work: int) -> str:
        creator = self._exhibition.catalogue.creator_of[work]
        return jump.NONE if creator == NOBODY else self._letters[creator]

    def _said(self, label: str) -> str:
        return self._words.year(int(label)) if self._order[0] is Sort.DATE and label else label or "–"

    @cached_property
    def orders(self) -> list[str]:
        """The orders that make a difference, the curator's first."""
        return [str(sort) for sort in sorts(self._exhibition.catalogue)]

    @Property(list, constant=True)
    def sorts(self) -> list[str]:
        """The orders that make a difference: "curator" first, then "date" and "creator"."""
        return self.orders

    @Property(str, notify=changed)
    def sort(self) -> str:
        return self._order[0]

    @Property(bool, notify=changed)
    def long(self) -> bool:
        """Whether a strip of marks belongs beside the wall."""
        return self._order[0] is not Sort.CURATOR and len(self._works) >= jump.LONG

    @Property(list, notify=marksChanged)
    def marks(self) -> list[dict[str, str | int]]:
        """{words, place}: what a mark says, and the place on the wall of the first work it stands for."""
        return [{"words": self._said(mark.label), "place": mark.place} for mark in self._marks]

    @Slot(str)
    def sortBy(self, sort: str) -> None:
        if sort in self.orders:
            self._visit.seek(lambda seeking: sort_by(seeking, Sort(sort)))

    @Slot(int)
    def fit(self, most: int) -> None:
        """There is room for so many marks."""
        if most != self._most:
            self._most = most
            self._mark()

    @Slot(int, result=int)
    def markAt(self, place: int) -> int:
        """The mark that stands for the work at this place of the wall, -1 before all of them."""
        return jump.at(self._marks, place)

    @Slot(int, result=str)
    def where(self, place: int) -> str:
        """What the work at this place of the wall stands under: a year, or the beginning of a name."""
        if not 0 <= place < len(self._works):
            return ""
        work = self._works[place]
        match self._order[0]:
            case Sort.DATE:
                year = self._year(work)
                return self._words.undated if year is None else self._words.year(year)
            case Sort.CREATOR:
                creator = self._exhibition.catalogue.creator_of[work]
                return "–" if creator == NOBODY else self._names[creator]
            case _:
                return ""
