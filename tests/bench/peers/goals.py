"""The goals for speed and memory, each judged by what one run of the harness has measured."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import StatisticsError, median
from typing import TYPE_CHECKING, Any

from tests.bench.peers.ours import NEVER_SEEN, PREPARED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Row = dict[str, Any]

FLOOR = "bare-quick-sw"
USUAL, HUGE, FEW, MANY = 123, 4, 120, 10_000
"""How many pictures the folders have by which launches are told apart: 24 MP, 100 MP, and small ones."""


class Measured:
    """The rows of a run, asked for by what, viewer and number of pictures. Times in ms, memory in MB."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows

    def launch(self, viewer: str, pictures: int = USUAL) -> float:
        """From the start to the first picture, median."""
        return self._median(1000, "first", what="launch", viewer=viewer, n=pictures)

    def next(self, viewer: str, share: float = 0.5) -> float:
        """From a press to the next picture after a rest; `share` 0.5 is the median, 0.95 the 95th of 100."""
        return self._quantile(self._all("first", what="steps", viewer=viewer), share)

    def rapid(self, viewer: str) -> float:
        """From a press to the next picture, pressed as soon as the last one is seen: median, each picture once."""
        return self._quantile(next(self._found(what="rapid", viewer=viewer))["first"][: USUAL - 1], 0.5, 1000)

    def burst(self, viewer: str) -> float:
        """From the last of ten presses in a second until its picture is fully there, median."""
        return self._quantile(self._all("burst", what="steps", viewer=viewer), 0.5)

    def processor(self, viewer: str) -> float:
        """Processor seconds a slide, pressed three seconds apart."""
        return self._median(1, "cpu_per_slide", what="steps", viewer=viewer)

    def idle(self, viewer: str) -> float:
        """Per cent of a core while nobody does anything."""
        return self._median(100, "idle_cpu", what="steps", viewer=viewer)

    def memory(self, viewer: str, slide: int, nth: int = 0) -> float:
        """PSS of the program and its workers after so many slides in the `nth` of its runs."""
        runs = [each for each in self._rows if (each["what"], each["viewer"]) == ("rapid", viewer)]
        return float(runs[nth]["memory"][str(slide)]["pss"])

    def last_slide(self, viewer: str) -> int:
        """The last slide at which memory was looked at."""
        return max(map(int, next(self._found(what="rapid", viewer=viewer))["memory"]))

    def _found(self, **facts: object) -> Iterator[Row]:
        return (row for row in self._rows if all(row.get(name) == fact for name, fact in facts.items()))

    def _median(self, scale: float, field: str, **facts: object) -> float:
        return scale * median(row[field] for row in self._found(**facts))

    def _all(self, field: str, **facts: object) -> list[float]:
        return [1000 * sample for row in self._found(**facts) for sample in row[field]]

    @staticmethod
    def _quantile(samples: Sequence[float], share: float, scale: float = 1) -> float:
        return scale * sorted(samples)[min(len(samples) - 1, int(share * len(samples)))]


@dataclass(frozen=True)
class Goal:
    """That `figure`, divided by `against` where there is one, is at most `limit` of `unit`."""

    name: str
    limit: float
    unit: str
    figure: Callable[[Measured], float]
    against: Callable[[Measured], float] | None = None

    def measured(self, run: Measured) -> float:
        """What it came to."""
        return self.figure(run) / self.against(run) if self.against else self.figure(run)


def _launch(viewer: str, pictures: int = USUAL) -> Callable[[Measured], float]:
    return lambda run: run.launch(viewer, pictures)


def _rapid(viewer: str) -> Callable[[Measured], float]:
    return lambda run: run.rapid(viewer)


EARLIEST_TENTH_MS = 101
"""The goal is 100, which is when the harness begins to look."""
SOON = "next, pressed as soon as the last is seen"
GOALS = (
    Goal("launch, prepared", 1.0, "x feh", _launch(PREPARED), _launch("feh")),
    Goal("launch, prepared", 0.22, "x chromium", _launch(PREPARED), _launch("chromium")),
    Goal("launch, never seen", 1.35, "x feh", _launch(NEVER_SEEN), _launch("feh")),
    Goal("launch, never seen", 1.1, "x bare", _launch(NEVER_SEEN), _launch(FLOOR)),
    Goal("launch, 100 MP, prepared", 0.35, "x feh", _launch(PREPARED, HUGE), _launch("feh", HUGE)),
    Goal("launch, 100 MP, never seen", 0.85, "x feh", _launch(NEVER_SEEN, HUGE), _launch("feh", HUGE)),
    Goal("launch, 10,000 works, prepared", 1.1, "x few", _launch(PREPARED, MANY), _launch(PREPARED, FEW)),
    Goal("next, after a rest, prepared: median", 17, "ms", lambda run: run.next(PREPARED)),
    Goal("next, after a rest, prepared: p95", 33, "ms", lambda run: run.next(PREPARED, 0.95)),
    Goal(
        "next, after a rest, prepared", 0.33, "x qimgv", lambda run: run.next(PREPARED), lambda run: run.next("qimgv")
    ),
    Goal(f"{SOON}, prepared", 30, "ms", _rapid(PREPARED)),
    Goal(f"{SOON}, prepared", 0.13, "x qimgv", _rapid(PREPARED), _rapid("qimgv")),
    Goal(f"{SOON}, never seen", 95, "ms", _rapid(NEVER_SEEN)),
    Goal(f"{SOON}, never seen", 0.42, "x qimgv", _rapid(NEVER_SEEN), _rapid("qimgv")),
    Goal("ten presses in a second, prepared: the tenth", EARLIEST_TENTH_MS, "ms", lambda run: run.burst(PREPARED)),
    Goal("processor time a slide, prepared", 0.04, "s", lambda run: run.processor(PREPARED)),
    Goal("processor time a slide, never seen", 0.18, "s", lambda run: run.processor(NEVER_SEEN)),
    Goal("nobody does anything", 0.1, "%", lambda run: run.idle(PREPARED)),
    Goal("memory, 24 MP, after 123 slides", 130, "MB", lambda run: run.memory(PREPARED, 123)),
    Goal("memory, 100 MP, after 20 slides", 150, "MB", lambda run: run.memory(PREPARED, 20, nth=-1)),
    Goal(
        "memory, last slide against the 20th",
        1.03,
        "x",
        lambda run: run.memory(PREPARED, run.last_slide(PREPARED)),
        lambda run: run.memory(PREPARED, 20),
    ),
)
"""The rows of the table of goals that a harness outside can see; frames and pyramids have benches of their own."""


COLUMNS: dict[str, Callable[[Measured, str], float]] = {
    "launch": Measured.launch,
    "launch, 100 MP": lambda run, viewer: run.launch(viewer, HUGE),
    "next": Measured.next,
    SOON.split(", ")[1]: Measured.rapid,
    "tenth of ten": Measured.burst,
    "processor s a slide": Measured.processor,
    "idle %": Measured.idle,
    "PSS": lambda run, viewer: run.memory(viewer, 20),
}


def table(rows: Sequence[Row]) -> Iterator[str]:
    """Each viewer's figures, then each goal and what came of it, as two tables in Markdown."""
    run = Measured(rows)
    yield f"| viewer | {' | '.join(COLUMNS)} |"
    yield f"| --- |{' --- |' * len(COLUMNS)}"
    for viewer in dict.fromkeys(row["viewer"] for row in rows):
        figures = (_written(_try(figure, run, viewer)) for figure in COLUMNS.values())
        yield f"| {viewer} | {' | '.join(figures)} |"
    yield ""
    yield "| goal | at most | measured | met |"
    yield "| --- | --- | --- | --- |"
    for goal in GOALS:
        figure = _try(goal.measured, run)
        met = "yes" if figure is not None and figure <= goal.limit else "no"
        yield f"| {goal.name} | {goal.limit:g} {goal.unit} | {_written(figure)} {goal.unit} | {met} |"


def _try(figure: Callable[..., float], *of: object) -> float | None:
    """A figure, None where it was not measured."""
    try:
        return figure(*of)
    except (KeyError, IndexError, StatisticsError, StopIteration, TypeError):
        return None


def _written(figure: float | None) -> str:
    return "–" if figure is None else f"{figure:.3g}"
