"""What workers have to do, and for whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.pictures.orders import Box, Measurement, Result

if TYPE_CHECKING:
    from pathlib import Path

WhenDone = Callable[[Result], None]
WhenMeasured = Callable[[Sequence[Measurement]], None]


@dataclass(eq=False)
class Wish:
    """That somebody wants a picture for a box; `job` is what serves it, None when it is fulfilled or withdrawn.

    For the boxes in `more` it is to be made, too, while it is decoded, if nobody has asked for the first one before.
    """

    box: Box | None
    urgency: int
    when_done: WhenDone
    more: tuple[Box, ...] = ()
    job: PictureJob | None = None


@dataclass(eq=False)
class PictureJob:
    """A picture to be made ready, for all who wish for it; for the boxes in `more`, too, while it is decoded."""

    source: Path
    folder: Path
    box: Box | None
    more: tuple[Box, ...] = ()
    wishes: list[Wish] = field(default_factory=list)
    place: tuple[int, int] | None = None
    """Where it stands in the heap."""

    @property
    def urgency(self) -> int:
        """That of the most urgent wish."""
        return max((wish.urgency for wish in self.wishes), default=-1)

    @property
    def preview_first(self) -> bool:
        """Whether somebody waits for no more than the preview, and screens are made, too."""
        return bool(self.box or self.more) and any(wish.box is None for wish in self.wishes)


@dataclass(eq=False)
class MeasureJob:
    """Pictures whose headers are to be read, those from `start` on."""

    sources: tuple[Path, ...]
    folder: Path
    urgency: int
    when_measured: WhenMeasured
    start: int = 0


Job = PictureJob | MeasureJob
