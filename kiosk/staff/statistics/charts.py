"""Charts as inline SVG: bars, and nothing that distracts from them."""

from __future__ import annotations

from datetime import date
from html import escape
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.staff.statistics.report import Day

WIDTH, HEIGHT, FOOT, SIDE = 960, 190, 26, 44
"""Of a chart of bars, in its own units: below the line its dates, at the left its numbers."""
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_GAPS_UP_TO = 130
"""Days that have room for a gap between their bars."""
_NAMED_UP_TO = 16
"""Days that each have room for their date."""


def visits_by_day(days: Sequence[Day]) -> str:
    """A bar for each day."""
    marks = dict(_dates(days))
    told = [(day.visits, f"{day.day}: {day.visits:,} visits", marks.get(place, "")) for place, day in enumerate(days)]
    return _bars("Visits by day", told, gap=0.28 if len(days) <= _GAPS_UP_TO else 0.0)


def visits_by_weekday(weekdays: Sequence[tuple[int, int]]) -> str:
    """A bar for each day of the week, as high as the mean of such days."""
    means = [visits / days if days else 0.0 for visits, days in weekdays]
    told = [(mean, f"{name}: {_number(mean)} visits", name) for mean, name in zip(means, WEEKDAYS, strict=True)]
    return _bars("Visits by day of the week", told, width=460, gap=0.45)


def bar(value: float, most: float) -> str:
    """A bar in a table, as long as `value` is of `most`."""
    length = 100 * value / most if most else 0
    return (
        '<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="rest" width="100" height="6"/><rect class="mark" width="{length:.2f}" height="6"/></svg>'
    )


def _bars(title: str, told: Sequence[tuple[float, str, str]], width: int = WIDTH, gap: float = 0.3) -> str:
    most = _ceiling(max((value for value, _, _ in told), default=0))
    step = (width - SIDE) / max(1, len(told))
    step = min(step, 64)
    scale = HEIGHT / most
    parts = [f'<svg class="chart" viewBox="0 0 {width} {HEIGHT + FOOT + 10}" role="img" aria-label="{escape(title)}">']
    for line in (0.0, most / 2, most):
        y = 10 + HEIGHT - line * scale
        parts.append(f'<line class="grid" x1="{SIDE}" x2="{width}" y1="{y:.1f}" y2="{y:.1f}"/>')
        if line == int(line):
            parts.append(f'<text class="scale" x="{SIDE - 10}" y="{y + 4:.1f}">{line:,.0f}</text>')
    for place, (value, words, mark) in enumerate(told):
        x, high = SIDE + place * step, value * scale
        parts.append(
            f'<rect class="mark" x="{x + gap * step / 2:.2f}" y="{10 + HEIGHT - high:.2f}" '
            f'width="{max(0.4, step * (1 - gap)):.2f}" height="{high:.2f}"><title>{escape(words)}</title></rect>'
        )
        if mark:
            parts.append(f'<text class="date" x="{x + step / 2:.1f}" y="{HEIGHT + FOOT + 4}">{escape(mark)}</text>')
    return "".join((*parts, "</svg>\n"))


def _dates(days: Sequence[Day]) -> Iterator[tuple[int, str]]:
    """The dates that stand below the bars: of every day, of every week, or of every month."""
    for place, told in enumerate(days):
        day = date.fromisoformat(told.day)
        if len(days) <= _NAMED_UP_TO or (len(days) <= _GAPS_UP_TO and day.weekday() == 0):
            yield place, f"{day.day} {MONTHS[day.month - 1]}"
        elif len(days) > _GAPS_UP_TO and day.day == 1:
            yield place, MONTHS[day.month - 1] if day.month > 1 else str(day.year)


def _ceiling(most: float) -> float:
    """A round number that is not less, and whose half is round, too."""
    rounds = (digit * 10.0**power for power in range(12) for digit in (10, 12, 16, 20, 30, 40, 60, 80))
    return next(each for each in chain((2.0, 4.0, 6.0, 8.0), rounds, (most,)) if each >= most)


def _number(value: float) -> str:
    return f"{value:,.1f}" if value < 10 else f"{value:,.0f}"
