"""How it stands with what a kiosk is to show next: whether that is here, on its way, refused, or was left by staff."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kiosk.exhibition.problems import Problem


class Standing(StrEnum):
    """`NOTHING`: it is told of nothing newer. `LEFT`: staff went back from what it is told to show."""

    NOTHING = "nothing"
    SHOWN = "shown"
    WAITING = "waiting"
    REFUSED = "refused"
    LEFT = "left"


class Arrival(NamedTuple):
    """What is to be shown, by its generation where that is known, and why it is not shown yet."""

    standing: Standing = Standing.NOTHING
    generation: int | None = None
    problem: Problem | None = None

    @property
    def words(self) -> str:
        """What there is to say about it, with file, reason and remedy; empty when all is well."""
        what = f"generation {self.generation}" if self.generation else "the next exhibition"
        if self.standing is Standing.LEFT:
            return f"staff went back from {what}; it does not come again by itself"
        if self.problem is None:
            return f"{what} is about to be installed" if self.standing is Standing.WAITING else ""
        return f"{what}: {self.problem}"
