"""Which works are on show today."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from kiosk.exhibition.selection import Selection


class OnShow:
    """The works of an exhibition on the day that `today` gives, as sets with bit `i` for `Exhibition.works[i]`.

    `themes` are the ids of those it has.
    """

    def __init__(self, selection: Selection, themes: tuple[str, ...], today: Callable[[], date]) -> None:
        self._selection = selection
        self._themes = themes
        self._today = today

    def works(self, themes: tuple[str, ...] = ()) -> int:
        """The works of these themes today; all works rather than none."""
        today, on_show = self._today(), self._selection.on_show
        return on_show(themes, today) or on_show((), today) or on_show(())

    def has(self, work: int) -> bool:
        """Whether a work is on show today."""
        return bool(self.works() >> work & 1)

    def counts(self, themes: tuple[str, ...], within: int) -> dict[str, int]:
        """For each theme the works that its chip shows while these are chosen, of those in the set `within`."""
        return self._selection.counts(themes, self._today(), within)

    def left_of(self, themes: tuple[str, ...]) -> tuple[str, ...]:
        """Of some themes those that have works today; none of them if no work has them as they are wanted together."""
        today, on_show = self._today(), self._selection.on_show
        left = tuple(theme for theme in themes if theme in self._themes and on_show((theme,), today))
        return left if on_show(left, today) else ()
