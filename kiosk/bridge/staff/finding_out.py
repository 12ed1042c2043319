"""What takes long to find out for a page of the staff panel, found out on a thread."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.bridge.aside import aside
from kiosk.bridge.staff.log import MOST_LINES
from kiosk.bridge.staff.pages import Known, Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.bridge.staff.desk import Reception
    from kiosk.staff.bundles.offers import Offer


class FindingOut(QObject):
    """`known` is all that was found out so far; `learned` comes when there is more."""

    learned = Signal()
    _found = Signal(object)

    def __init__(self, desk: Reception, parent: QObject) -> None:
        super().__init__(parent)
        self.known = Known()
        self._desk = desk
        self._looking = False
        self._found.connect(self._learn, Qt.ConnectionType.QueuedConnection)

    def offers(self) -> Sequence[Offer]:
        """What can be installed."""
        return self.known.bundles.offers if self.known.bundles else ()

    def look(self, page: Page) -> None:
        """Find out what stands on a page; one thing at a time."""
        if self._looking:
            return
        self._looking = True
        known = self.known

        def work() -> None:
            found = known
            try:
                found = self._find_out(page, known)
            finally:
                with contextlib.suppress(RuntimeError):  # the program has ended meanwhile
                    self._found.emit(found)

        aside(self, work, name="staff-look")

    def _find_out(self, page: Page, known: Known) -> Known:
        """On another thread."""
        hung = self._desk.hung
        if page in {Page.CONTENT, Page.NOW}:
            return known._replace(bundles=self._desk.bundles.look())
        if page is Page.HEALTH and hung:
            return known._replace(health=hung.health())
        if page is Page.STATISTICS and hung:
            return known._replace(visits=hung.visits())
        if page is Page.LOG:
            return known._replace(log=self._desk.log(MOST_LINES))
        return known

    @Slot(object)
    def _learn(self, known: Known) -> None:
        self._looking = False
        self.known = known
        self.learned.emit()
