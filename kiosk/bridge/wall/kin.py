"""What a work has in common with others: its creator, its themes; and the way to their wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.bridge.wall.themes_model import CREATOR, THEME, Chip
from kiosk.exhibition.catalogue import NOBODY

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.bridge.labels import Labels
    from kiosk.bridge.visit import Visit
    from kiosk.exhibition.model import Exhibition
    from kiosk.exhibition.selection import Selection

MOST_THEMES = 2
"""Themes that are told below a label: the curator's first."""


class Kin:
    """The kin of works. `on_show` gives the works that are shown today as a set.

    Nothing is looked up before it is asked for, since that takes the whole catalogue.
    """

    def __init__(
        self,
        exhibition: Exhibition,
        selection: Selection,
        labels: Labels,
        visit: Visit,
        on_show: Callable[[], int],
    ) -> None:
        self._exhibition = exhibition
        self._selection = selection
        self._labels = labels
        self._visit = visit
        self._on_show = on_show

    def of(self, work: int) -> list[dict[str, str | int]]:
        """{kind, name, works} for the creator, named on the label already, and for some themes of a work.

        `works` counts them with this one; whoever has it alone is left out.
        """
        return [{"kind": chip.kind, "name": chip.name, "works": chip.count} for chip in self._chips(work)]

    def wander(self, work: int, place: int) -> None:
        """To the wall of the kin told at this place."""
        chips = self._chips(work)
        if not 0 <= place < len(chips):
            return
        if chips[place].kind == CREATOR:
            self._visit.wander(creator=self._exhibition.catalogue.creator_of[work])
        else:
            self._visit.wander(themes=(chips[place].theme,))

    def works_of(self, creator: int | None) -> int:
        """The works of a creator as a set; of None, all of them."""
        return -1 if creator is None else self._exhibition.catalogue.works_of(creator)

    def chip(self, creator: int) -> Chip:
        """What the theme bar says while only this creator's works are wanted."""
        count = (self.works_of(creator) & self._on_show()).bit_count()
        return Chip("", self._labels.say(self._exhibition.catalogue.creators[creator].name), count, True, CREATOR)

    def _chips(self, work: int) -> list[Chip]:
        shown, on_show = self._exhibition.works[work], self._on_show()
        creator = self._exhibition.catalogue.creator_of[work]
        chips = [] if creator == NOBODY else [self.chip(creator)]
        chips = [chip for chip in chips if chip.count > 1]
        for theme in shown.themes:
            count = (self._selection.on_show((theme,)) & on_show).bit_count()
            if count > 1:
                chips.append(Chip(theme, self._labels.theme_name(theme), count, False, THEME))
        return chips[: MOST_THEMES + (bool(chips) and chips[0].kind == CREATOR)]
