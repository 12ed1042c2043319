"""What hangs: the works that a visitor wants, on the stage and on the wall, and the theme bar that tells of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.bridge.changes import COLOURS, SELECTION
from kiosk.bridge.wall.search import Search
from kiosk.bridge.wall.sorting import Sorting
from kiosk.bridge.wall.themes_model import CREATOR, WORDS, Chip, ThemesModel
from kiosk.bridge.wall.wall_model import WallModel
from kiosk.bridge.wall.works_model import WorksModel
from kiosk.exhibition.selection import places
from kiosk.visit import seeking
from kiosk.visit.seeking import by_creator

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from kiosk.bridge.changes import Change, Changes
    from kiosk.bridge.labels import Labels
    from kiosk.bridge.pictures.shelf import Shelf
    from kiosk.bridge.stage.slideshow import Slideshow
    from kiosk.bridge.visit import Visit
    from kiosk.bridge.wall.kin import Kin
    from kiosk.bridge.words import Words
    from kiosk.exhibition.model import Exhibition
    from kiosk.visit.on_show import OnShow


class Hanging:
    """Hangs what is wanted of what is on show, in the order that is wanted; `on_stage`: whether the stage is seen.

    Nothing hangs before `show`.
    """

    def __init__(
        self,
        exhibition: Exhibition,
        shelf: Shelf,
        words: Words,
        labels: Labels,
        on_show: OnShow,
        kin: Kin,
        visit: Visit,
        changes: Changes,
        slideshow: Slideshow,
        on_stage: Callable[[], bool],
        parent: QObject,
    ) -> None:
        self._words = words
        self._labels = labels
        self._on_show = on_show
        self._kin = kin
        self._visit = visit
        self._changes = changes
        self._slideshow = slideshow
        self._on_stage = on_stage
        self._works = WorksModel(shelf, labels.name, parent)
        self.sorting = Sorting(exhibition, visit, words, parent)
        self.search = Search(exhibition, visit, parent)
        self.wall = WallModel(self._works, shelf)
        self.wall.watch(False)
        self.chips = ThemesModel()
        self._wanted = self._wish()

    @property
    def works(self) -> tuple[int, ...]:
        """The works on the wall, in their order."""
        return self._works.works

    @property
    def chosen(self) -> int:
        """The works that a visitor wants to see, as a set."""
        return self._on_show.works(self._visit.session.themes) & self._sought()

    def follow(self) -> None:
        """Bring what hangs in line with the visitor's session, now or when it does no harm."""
        if self._wish() != self._wanted and not self._changes.make(self._choosing(), self._show_wanted):
            self.search.counted(self.chosen.bit_count())
            self._show_chips()
        self.search.follow()

    def retell(self) -> None:
        """Everything is told in another language now."""
        self._works.retell()
        self._show_chips()

    def show(self) -> None:
        """Show what is wanted, everywhere; where nothing was found, the stage keeps what it had."""
        session = self._visit.session
        self._wanted = self._wish()
        works = places(self.chosen)
        rank = self.sorting.rank(session)
        if works:
            self._slideshow.filter(works, rank)
        hung = self._slideshow.playlist.order if works and rank else works
        if rank and len(hung) < len(works):
            hung = tuple(sorted(works, key=rank.__getitem__))
        self.sorting.hung(hung)
        self._works.show(hung)
        self.search.found(len(hung))
        self._show_chips()

    def choose(self, theme: str) -> None:
        """Choose a theme, or no longer; the empty name chooses all works."""
        self._changes.make(self._choosing(), lambda: self._visit.choose(theme))

    def undo(self, kind: str) -> None:
        """No longer want one creator's works, or those that have some words: the `kind` of a chip."""
        if kind == CREATOR:
            self._changes.make(self._choosing(), lambda: self._visit.seek(lambda sought: by_creator(sought, None)))
        elif kind == WORDS:
            self._changes.make(self._choosing(), lambda: self._visit.seek(seeking.clear))

    def _wish(self) -> tuple[object, ...]:
        """Everything that decides which works a visitor sees, and in which order."""
        session = self._visit.session
        return session.themes, session.seeking.creator, session.seeking.keys, self.sorting.order_of(session)

    def _sought(self) -> int:
        """The works of the creator and with the words that a visitor asked for, whatever their themes."""
        sought = self._visit.session.seeking
        return self._kin.works_of(sought.creator) & self.search.find(sought)

    def _choosing(self) -> Change:
        """What a choice changes: all of a wall; on the stage at most the page, of which the slideshow tells."""
        return COLOURS if self._on_stage() else SELECTION

    def _show_wanted(self) -> None:
        if self._wish() != self._wanted:
            self.show()

    def _show_chips(self) -> None:
        session = self._visit.session
        sought, themes = session.seeking, session.themes
        counts = self._on_show.counts(themes, self._sought())
        chosen = not themes and not sought.filtering
        chips = [Chip("", self._words.all_works, self._on_show.works().bit_count(), chosen)]
        if sought.creator is not None:
            chips.append(self._kin.chip(sought.creator))
        if sought.keys.strip():
            chips.append(self.search.chip())
        self.chips.show((*chips, *self._labels.chips(counts, themes)))
