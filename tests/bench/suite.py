"""The order of the measurements, and which figures come of them."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean, median
from typing import TYPE_CHECKING, Any

from tests.bench import corpus
from tests.bench.measures import Bench, Manner, still
from tests.bench.report import Figure
from tests.bench.screen import SIZE, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tests.bench.program import Program
    from tests.bench.screen import Screen

BARE = Path(__file__).parent / "bare.py"
INSIDE = Path(__file__).parent / "inside.py"
AT_ONCE = Manner()
FADING = Manner(fade_ms=900)
LOOPING = Manner(reduced=False, seconds=14)
WHOLE = "all of it"
LEAST_MS = 0.05
"""A step that has been and took less once more is not told twice."""
QUIET_AFTER_S = 4.0
"""After this time on the stage, the neighbours' pictures are ready and nothing is being prepared."""


@dataclass(frozen=True)
class Extent:
    """How much is measured: rounds of each start, pictures of `size` pixels, steps after a rest of `rest_s` seconds,
    memory after so many slides in a row, seconds of watching a screen on which nothing happens, and seconds after
    which whatever was begun counts as done."""

    rounds: int = 7
    size: tuple[int, int] = (6000, 4000)
    steps: int = 10
    rest_s: float = 3.0
    slides: tuple[int, int, int] = (20, 123, 246)
    still_s: float = 20.0
    settle_s: float = 1.5


QUICK = Extent(rounds=1, size=(600, 400), steps=2, rest_s=0.4, slides=(3, 6, 9), still_s=1.0, settle_s=0.4)


def measure(screen: Screen, folder: Path, works: Sequence[int], extent: Extent) -> Iterator[Figure]:
    """All figures: everything for the first number of works, what depends on the number for the others."""
    shown = [corpus.build(folder / f"{number} works", number, extent.size) for number in works]
    benches = [Bench(screen, each, folder / f"home {each.works}", extent.settle_s) for each in shown]
    picture = corpus.screen_sized(shown[0], SIZE, folder / "bare.jpg")
    walks = [walked for bench in benches for walked in _walks(bench, extent)]
    yield from _starts(benches, picture, folder, extent)
    yield from walks
    yield from _rests(benches[0], folder, extent)
    yield from _stills(benches[0], extent)
    for bench in benches:
        yield from _filters(bench)
    for bench in benches:
        yield from _budget(bench, extent)


def _walks(bench: Bench, extent: Extent) -> Iterator[Figure]:
    """Next as soon as seen: through pictures that nobody has seen before, and through the same ones again."""
    works = bench.corpus.works
    marks = {}
    first, second, third = extent.slides
    with bench.on_stage(AT_ONCE) as program:
        new = [bench.step(work) for work in range(1, first + 1)]
        marks[first] = program.memory()
        new += [bench.step(work) for work in range(first + 1, second + 1)]
        marks[second] = program.memory()
        bench.go_to_first()
        time.sleep(extent.rest_s)
        known = [bench.step(work) for work in range(1, third - second + 1)]
        marks[third] = program.memory()
    group = "next, pressed as soon as the last one is seen"
    yield Figure(group, f"prepared, {works} works", "ms", known)
    yield Figure(group, f"never seen, {works} works", "ms", new)
    yield Figure(group, f"never seen, {works} works: mean", "ms", [fmean(new)])
    with bench.on_stage(FADING):
        begun = [bench.fading_step(work) for work in range(1, extent.steps + 1)]
    yield Figure(group, f"fade begins, {works} works", "ms", begun)
    group = f"memory, {works} works"
    for slides, (alone, tree) in marks.items():
        against = f"{group}/program after {first} slides" if slides != first else ""
        yield Figure(group, f"program after {slides} slides", "MB", [alone], against)
        yield Figure(group, f"with workers after {slides} slides", "MB", [tree])


def _starts(benches: Sequence[Bench], picture: Path, folder: Path, extent: Extent) -> Iterator[Figure]:
    """From the start to a picture on the screen, by turns."""
    group = "launch"
    bare: list[float] = []
    prepared: dict[int, list[float]] = {}
    new: dict[int, list[float]] = {}
    for _ in range(extent.rounds):
        with benches[0].running(AT_ONCE, BARE, picture) as program:
            bare.append(benches[0].first_picture(program))
        for bench in benches:
            with bench.running(AT_ONCE) as program:
                prepared.setdefault(bench.corpus.works, []).append(bench.first_picture(program))
            fresh = replace(bench, home=folder / "home of a first day")
            fresh.forget()
            with fresh.running(AT_ONCE) as program:
                new.setdefault(bench.corpus.works, []).append(fresh.first_picture(program))
    yield Figure(group, "bare", "ms", bare)
    for kind, found in {"prepared": prepared, "never seen": new}.items():
        against = f"{group}/bare"
        for works, samples in found.items():
            figure = Figure(group, f"{kind}, {works} works", "ms", samples, against)
            yield figure
            if against == f"{group}/bare":
                against = figure.place


def _rests(bench: Bench, folder: Path, extent: Extent) -> Iterator[Figure]:
    """Next after a rest, in which the neighbours can be prepared."""
    group = f"next, after {extent.rest_s:g} s"
    fresh = replace(bench, home=folder / "home of a first day")
    for kind, each in {"prepared": bench, "never seen": fresh}.items():
        fresh.forget()
        with each.on_stage(AT_ONCE) as program:
            before = program.processor_s()
            steps = [each.sharp_step(work, extent.rest_s) for work in range(1, extent.steps + 1)]
            used = (program.processor_s() - before) / extent.steps
        yield Figure(group, f"{kind}: seen", "ms", [seen for seen, _ in steps])
        yield Figure(group, f"{kind}: sharp", "ms", [sharp for _, sharp in steps])
        yield Figure(group, f"{kind}: processor time a slide", "ms", [1000 * used])
        fresh.forget()
        with each.on_stage(FADING):
            begun = [_after(extent.rest_s, each.fading_step, work) for work in range(1, extent.steps + 1)]
        yield Figure(group, f"{kind}: fade begins", "ms", begun)


def _after(rest_s: float, step: Callable[[int], float], work: int) -> float:
    time.sleep(rest_s)
    return step(work)


def _stills(bench: Bench, extent: Extent) -> Iterator[Figure]:
    """Processor time while nobody does anything."""
    found = {}
    with bench.on_stage(AT_ONCE) as program:
        bench.step(1)
        time.sleep(min(QUIET_AFTER_S, extent.still_s))
        found["stage, paused"] = still(program, extent.still_s)
    for name, manner in {"attract, reduced motion": AT_ONCE, "attract, in motion": LOOPING}.items():
        with bench.running(manner) as program:
            bench.first_picture(program)
            time.sleep(min(QUIET_AFTER_S, extent.still_s))
            found[name] = still(program, extent.still_s)
    for name, (share, woken) in found.items():
        yield Figure("nobody does anything (program and X server)", name, "%", [share])
        yield Figure("nobody does anything (program and X server)", f"{name}: wake-ups a second", "", [woken])


def _filters(bench: Bench) -> Iterator[Figure]:
    """A theme is chosen: until slideshow and filmstrip have followed, and until that is drawn."""
    told = bench.home / "filter.json"
    with bench.running(AT_ONCE, INSIDE, told, "filter") as program:
        program.wait()
    found = json.loads(told.read_text("utf-8"))
    group = "a theme is chosen"
    yield Figure(group, f"counter and filmstrip know, {bench.corpus.works} works", "ms", found["known"])
    yield Figure(group, f"counter and filmstrip drawn, {bench.corpus.works} works", "ms", found["drawn"])


def _budget(bench: Bench, extent: Extent) -> Iterator[Figure]:
    """Where the time of a prepared start goes: until its first picture is seen, and from then until all is there."""
    first: dict[str, list[float]] = {}
    after: dict[str, list[float]] = {}
    for _ in range(extent.rounds):
        told = bench.home / "budget.json"
        told.unlink(missing_ok=True)
        with bench.running(AT_ONCE, INSIDE, told, "budget") as program:
            seen = bench.first_picture(program)
            wait_until(told.is_file)
        found = json.loads(told.read_text("utf-8"))
        for parts, costs in zip((first, after), _costs(found, program, seen), strict=True):
            for step, cost in costs.items():
                parts.setdefault(step, []).append(cost)
    for heading, parts in {"until the first picture": first, "from then until all is there": after}.items():
        whole = median(parts[WHOLE])
        for step, samples in parts.items():
            name = f"{step} ({100 * median(samples) / whole:.0f} %)"
            yield Figure(f"where a launch goes, {bench.corpus.works} works, {heading}", name, "ms", samples)


def _costs(told: dict[str, Any], program: Program, seen: float) -> tuple[dict[str, float], dict[str, float]]:
    """Milliseconds of each step before and after the first picture, in the order in which they happen."""
    (framed, before), (complete, all_steps) = told["first"], told["complete"]
    interpreter = 1000 * (told["begun"] - program.started)
    drawn = 1000 * (framed - program.started)
    first = {step: 1000 * seconds for step, seconds in before.items()}
    after = {step: 1000 * (seconds - before.get(step, 0.0)) for step, seconds in all_steps.items()}
    after = {step: cost for step, cost in after.items() if step not in first or cost > LEAST_MS}
    whole_after = 1000 * (complete - framed)
    return (
        {
            "interpreter": interpreter,
            **first,
            "rest": drawn - interpreter - sum(first.values()),
            "until it is seen": seen - drawn,
            WHOLE: seen,
        },
        {**after, "rest": whole_after - sum(after.values()), WHOLE: whole_after},
    )
