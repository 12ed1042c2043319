"""Figures: what was measured, how it is printed."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


@dataclass(frozen=True)
class Figure:
    """Samples of one thing, in `unit`. `against` is the `place` of another figure, to divide by; empty for none."""

    group: str
    name: str
    unit: str
    samples: Sequence[float]
    against: str = ""

    @property
    def middle(self) -> float:
        """The median of the samples."""
        return median(self.samples)

    @property
    def place(self) -> str:
        """What other figures call this one."""
        return f"{self.group}/{self.name}"


def lines(figures: Iterable[Figure]) -> Iterator[str]:
    """A table: the median of each figure, its range, and how often it holds the figure it is compared with."""
    figures = list(figures)
    known = {figure.place: figure.middle for figure in figures}
    group = ""
    for figure in figures:
        if figure.group != group:
            group = figure.group
            yield f"\n{group}"
        low, high = min(figure.samples), max(figure.samples)
        spread = f"[{_written(low)}–{_written(high)}]" if len(figure.samples) > 1 else ""
        told = f"  {figure.name:48} {_written(figure.middle):>8} {figure.unit:5} {spread:18}"
        other = known.get(figure.against) if figure.against else None
        yield (f"{told} × {figure.middle / other:.2f} of {figure.against}" if other else told).rstrip()


def as_json(figures: Iterable[Figure]) -> list[dict[str, Any]]:
    """Everything known of each figure."""
    return [{**asdict(figure), "median": figure.middle} for figure in figures]


def _written(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.1f}" if abs(value) >= 1 else f"{value:.2f}"
