"""The figures of a kiosk for those who watch many: how it does, and nothing about anybody who visits."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.fleet.exposition import Family, Kind, Sample, exposed, samples_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.fleet.histogram import Histogram

GAP_LIMITS_S = (0.0175, 0.025, 0.035, 0.05, 0.1, 0.25, 0.5, 1.0)
"""One frame of 60 a second and a little, one of 40, one of 30, and what a visitor sees, the longer the clearer."""
STILL_S = 2.0
"""When no frame has come for so long, nothing has moved: that is no gap."""
TOLD_EVERY_S = 3600.0
"""Visits are told in steps of an hour, so that nobody can read from them when somebody came."""


class Room(NamedTuple):
    """What takes a disk or the system to find out, in bytes; None for what is not known here."""

    free: int | None = None
    size: int | None = None
    cache: int | None = None
    viewer: int | None = None
    workers: int | None = None
    restarts: int = 0


class Visits(NamedTuple):
    """How many there were since the program began, and how many works have come before visitors in them."""

    visits: int = 0
    works_shown: int = 0


class Figures(NamedTuple):
    """How a kiosk does; times are seconds since 1970 (UTC), `uptime_s` how long the program has run.

    `showing`: an exhibition is on a screen that is on. `gaps`: seconds from one frame to the next, while something
    moves. `resting`: pictures that are not tried any more. `generation`: of the bundle that is shown, of the
    `exhibition` of that title. `visits`: None where they are not counted. `problems`: in the staff report, hints
    left out, and when the `last_problem` came.
    """

    version: str
    python: str
    qt: str
    written: float
    uptime_s: float
    gaps: Histogram
    showing: bool = False
    frames: int = 0
    resting: int | None = None
    exhibition: str = ""
    generation: int | None = None
    cache_limit: int | None = None
    problems: int = 0
    last_problem: float | None = None
    visits: Visits | None = None
    room: Room = Room()


BUILD = Family("kiosk_build_info", Kind.GAUGE, "The versions that run; always 1.")
WRITTEN = Family("kiosk_last_write_timestamp_seconds", Kind.GAUGE, "When this was written; old when the kiosk is gone.")
UPTIME = Family("kiosk_uptime_seconds", Kind.GAUGE, "How long the program has run.")
SHOWING = Family("kiosk_showing", Kind.GAUGE, "1 while an exhibition is on the screen, 0 while it is closed or dark.")
FRAMES = Family("kiosk_frames_total", Kind.COUNTER, "Frames that were shown.")
GAPS = Family("kiosk_frame_gap_seconds", Kind.HISTOGRAM, "From one frame to the next, while something moves.")
MEMORY = Family("kiosk_resident_memory_bytes", Kind.GAUGE, "Memory of the viewer, and of its workers together.")
RESTARTS = Family("kiosk_restarts_total", Kind.COUNTER, "How often the supervisor had to start the show again.")
RESTING = Family("kiosk_quarantined_pictures", Kind.GAUGE, "Pictures that have failed and are not tried any more.")
GENERATION = Family("kiosk_generation", Kind.GAUGE, "The generation of the bundle that is shown.")
FREE = Family("kiosk_disk_free_bytes", Kind.GAUGE, "Room left on the disk of the prepared pictures.")
SIZE = Family("kiosk_disk_size_bytes", Kind.GAUGE, "Size of the disk of the prepared pictures.")
CACHE = Family("kiosk_cache_size_bytes", Kind.GAUGE, "What the prepared pictures take.")
CACHE_LIMIT = Family("kiosk_cache_limit_bytes", Kind.GAUGE, "What they may take.")
PROBLEMS = Family("kiosk_problems", Kind.GAUGE, "Problems in the staff report.")
LAST_PROBLEM = Family("kiosk_last_problem_timestamp_seconds", Kind.GAUGE, "When the last of them was first seen.")
VISITS = Family("kiosk_visits_total", Kind.COUNTER, "Visits, told in steps of an hour.")
WORKS_SHOWN = Family("kiosk_works_shown_total", Kind.COUNTER, "Works that came before visitors, in steps of an hour.")


def words_of(figures: Figures, kiosk: str) -> str:
    """The file of the kiosk of that name."""
    return exposed(_families(figures), {"kiosk": kiosk})


def _families(it: Figures) -> Iterator[tuple[Family, list[Sample]]]:
    room = it.room
    yield BUILD, [Sample(1, {"version": it.version, "python": it.python, "qt": it.qt})]
    yield WRITTEN, [Sample(round(it.written, 3))]
    yield UPTIME, [Sample(round(it.uptime_s, 1))]
    yield SHOWING, [Sample(it.showing)]
    yield FRAMES, [Sample(it.frames)]
    yield GAPS, list(samples_of(it.gaps))
    yield MEMORY, [*_known(room.viewer, process="viewer"), *_known(room.workers, process="workers")]
    yield RESTARTS, [Sample(room.restarts)]
    yield RESTING, _known(it.resting)
    yield GENERATION, _known(it.generation, exhibition=it.exhibition)
    yield FREE, _known(room.free)
    yield SIZE, _known(room.size)
    yield CACHE, _known(room.cache)
    yield CACHE_LIMIT, _known(it.cache_limit)
    yield PROBLEMS, [Sample(it.problems)]
    yield LAST_PROBLEM, _known(it.last_problem)
    yield VISITS, _known(it.visits and it.visits.visits)
    yield WORKS_SHOWN, _known(it.visits and it.visits.works_shown)


def _known(number: float | None, **labels: str) -> list[Sample]:
    return [] if number is None else [Sample(number, labels)]


class Hourly:
    """Lets visits out in steps of an hour; `now` is a clock that only runs on."""

    def __init__(self, now: float) -> None:
        self._since = now
        self._told = Visits()

    def told(self, visits: Visits, now: float) -> Visits:
        """What may be told of so many."""
        if now - self._since >= TOLD_EVERY_S:
            self._since += (now - self._since) // TOLD_EVERY_S * TOLD_EVERY_S
            self._told = visits
        return self._told
