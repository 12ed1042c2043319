"""What a show may take more and more of over hours (nothing), and how much of the disk at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from kiosk.staff.soak.trend import growth, slope, step
from kiosk.staff.soak.vitals import Household

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kiosk.staff.soak.gaps import Gaps

WARM_H = 1.0
"""Until then everything is made and loaded for the first time."""
LEAST_SAMPLES = 10
"""From when it is warm; with fewer nothing is judged but what is as large as `MOST_WARMING`."""
MOST_WARMING = 150_000_000
"""Bytes of memory that the first hour may take besides those before the first visit was over."""
MOST_SHARE = 0.05
MOST_RSS = 20_000_000
"""Bytes that the memory may grow by after the first hour, however large it is, and `MOST_SHARE` of what it was."""
MOST_HELPER = 500_000_000
"""Bytes of a worker, on average of those that run: half of what it may have. One that keeps pictures gets there."""
MOST_KEPT = 20_000_000
"""Bytes of logs and statistics, for ever."""
STATISTICS_DAYS = 400
"""Those of statistics are kept for so long."""
PERCENTILES = (0.5, 0.99, 0.999)
MB = 1e6


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """How a show did at an hour of its own life, while the loop invited: always in the same state.

    `household` is None where the system tells nothing. `items` are Qt Quick's, `objects` all of Qt's, `blocks`
    Python's. `cache` and `kept` (logs, statistics) are bytes on the disk, `lines` those logged so far.
    """

    hour: float
    household: Household | None
    items: int
    objects: int
    blocks: int
    cache: int
    kept: int
    lines: int


class Finding(msgspec.Struct, frozen=True):
    """A figure: its value in words, what it may be, whether it is. `goal` is empty for one that is only told."""

    subject: str
    found: str
    goal: str
    met: bool


def judge(samples: Sequence[Sample], cache_budget: int) -> list[Finding]:
    """The figures of a soak. What was measured before it was warm counts only in one that is hardly longer."""
    if not samples:
        return [Finding("samples", "none", "at least one", met=False)]
    last = samples[-1]
    warm = [sample for sample in samples if sample.hour >= WARM_H]
    brief = len(warm) < LEAST_SAMPLES
    warm = list(samples) if brief else warm
    found = [*_of_the_machine(warm, brief=brief), *_inside(warm)]
    days = max(1.0, last.hour / 24)
    ahead = last.kept + max(0.0, growth(_points(warm, lambda s: s.kept))) * (STATISTICS_DAYS / days)
    found.append(
        Finding(
            "logs and statistics",
            f"{last.kept / MB:.2f} MB, {ahead / MB:.1f} MB after {STATISTICS_DAYS} days as busy",
            f"<= {MOST_KEPT / MB:.0f} MB",
            met=ahead <= MOST_KEPT,
        )
    )
    budget = f"<= {cache_budget / MB:.0f} MB"
    found.append(Finding("prepared pictures", f"{last.cache / MB:.1f} MB", budget, met=last.cache <= cache_budget))
    found.append(Finding("lines logged", f"{last.lines}", "", met=True))
    return found


def told_of(subject: str, gaps: Gaps) -> Finding:
    """How long something made wait."""
    shares = ", ".join(f"p{100 * share:g} {gaps.percentile(share):.0f} ms" for share in PERCENTILES)
    return Finding(
        subject, f"{shares}, longest {gaps.longest_ms:.0f} ms, {gaps.longer_than(500)} over 500 ms", "", met=True
    )


def zero(subject: str, told: Sequence[str], count: int | None = None) -> Finding:
    """Something that may not happen at all, and the first words for it where it did."""
    count = len(told) if count is None else count
    first = f": {told[0].splitlines()[0]}" if told else ""
    return Finding(subject, f"{count}{first}", "0", met=not count)


def _of_the_machine(warm: Sequence[Sample], *, brief: bool) -> list[Finding]:
    told = [(sample.hour, sample.household) for sample in warm if sample.household]
    if not told:
        return [Finding("memory, handles, threads", "this system does not tell", "", met=True)]
    (_, first), rss = told[0], [(hour, house.viewer.rss) for hour, house in told]
    most = MOST_WARMING if brief else min(MOST_RSS, MOST_SHARE * first.viewer.rss)
    memory = [
        Finding("viewer, resident", _memory(rss), f"<= {most / MB:+.1f} MB", met=growth(rss) <= most),
        *(
            Finding(subject, _memory([(hour, value(house)) for hour, house in told]), "", met=True)
            for subject, value in _MEMORY
        ),
    ]
    each = max(house.helpers_rss / max(1, house.helpers) for _, house in told)
    memory.append(
        Finding("worker, at most", f"{each / MB:.1f} MB", f"<= {MOST_HELPER / MB:.0f} MB", met=each <= MOST_HELPER)
    )
    counts: list[tuple[str, Callable[[Household], int]]] = [
        ("handles", lambda house: house.viewer.handles),
        ("threads", lambda house: house.viewer.threads),
        ("processes", lambda house: house.helpers + 1),
    ]
    return [
        *memory,
        *(_steady(name, [(hour, value(house)) for hour, house in told], brief=brief) for name, value in counts),
    ]


_MEMORY: tuple[tuple[str, Callable[[Household], int]], ...] = (
    ("viewer, without files", lambda house: house.viewer.anonymous),
    ("viewer, its share", lambda house: house.viewer.pss),
    ("workers, resident", lambda house: house.helpers_rss),
    ("workers, their share", lambda house: house.helpers_pss),
)


def _inside(warm: Sequence[Sample]) -> list[Finding]:
    """What is held in the program; memory says whether that matters."""
    counts: list[tuple[str, Callable[[Sample], int]]] = [
        ("items of Qt Quick", lambda sample: sample.items),
        ("objects of Qt", lambda sample: sample.objects),
        ("blocks of Python", lambda sample: sample.blocks),
    ]
    return [Finding(name, _count(_points(warm, value)), "", met=True) for name, value in counts]


def _points(samples: Sequence[Sample], value: Callable[[Sample], int]) -> list[tuple[float, float]]:
    return [(sample.hour, value(sample)) for sample in samples]


def _steady(name: str, points: Sequence[tuple[float, float]], *, brief: bool) -> Finding:
    more = max(step(points), growth(points))
    return Finding(name, _count(points), "" if brief else "+0", met=brief or more < 1)


def _memory(points: Sequence[tuple[float, float]]) -> str:
    return (
        f"{points[-1][1] / MB:.1f} MB, {growth(points) / MB:+.1f} MB from first to last, "
        f"{24 * slope(points) / MB:+.2f} MB in 24 hours"
    )


def _count(points: Sequence[tuple[float, float]]) -> str:
    values = [value for _, value in points]
    return f"{points[-1][1]:.0f} ({min(values):.0f} to {max(values):.0f}), {growth(points):+.0f} from first to last"
