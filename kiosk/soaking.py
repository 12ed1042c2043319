"""Hours of a kiosk's life at speed, for `kiosk soak`: the real program on a screen in memory, and strangers at it."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from kiosk.exhibition.config import read_config
from kiosk.exhibition.places import cache_folder, state_folder
from kiosk.staff.health import bytes_in
from kiosk.staff.soak import home, vitals
from kiosk.staff.soak.days import short_nights
from kiosk.staff.soak.first_day import first_visits
from kiosk.staff.soak.limits import WARM_H, Finding, Sample, judge, told_of, zero
from kiosk.staff.soak.plan import visits
from kiosk.staff.soak.updates import Updates, prepare
from kiosk.visit.clocks import Clocks, Hastened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtQuick import QQuickWindow

    from kiosk.bridge.gallery import Gallery
    from kiosk.bridge.soaking.pulse import Pulse
    from kiosk.bridge.soaking.strangers import Strangers

MOST_STEP_S = 0.25
"""Of the world: a process that stood still for longer has not lived."""
SAMPLES = 300
UPDATE_EVERY_H = 1.4
FIRST_UPDATES_EVERY_H = 0.25
"""Until `WARM_H`: the first hours have of everything what later ones have."""
LEAST_UPDATES = 3
LOOK_MS = 60_000
LINES_TOLD = 20


class SoakOptions(NamedTuple):
    """How many hours of the show's own time, how many times as fast as the world's, on a screen of this many pixels."""

    hours: float
    speed: float
    exhibition: Path
    config: Path | None = None
    size: tuple[int, int] = (1920, 1080)
    seed: int = 1


class Report(msgspec.Struct, frozen=True):
    """What came of it. `hours` are those lived, `took_s` seconds of the world; `lines` the first that were logged."""

    hours: float
    took_s: float
    speed: float
    seed: int
    findings: list[Finding]
    lived: dict[str, int]
    lines: list[str]
    samples: list[Sample]

    @property
    def exit_code(self) -> int:
        """0 within all limits."""
        return int(not all(finding.met for finding in self.findings))


class Lines(logging.Handler):
    """Counts what is logged as a warning or worse, and keeps the first few lines."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.first: list[str] = []
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count one."""
        self.count += 1
        if len(self.first) < LINES_TOLD:
            self.first.append(self.format(record))


def soak(options: SoakOptions, tell: Callable[[str], None] = lambda _: None) -> Report:
    """Live so many hours, and tell of every sample. Nothing is written outside a temporary folder. Raises `NotAtHome`.

    What the program would say at its start goes to stderr, as ever.
    """
    from kiosk.app import run
    from kiosk.bridge.tempo import hasten
    from kiosk.front import RunOptions

    with tempfile.TemporaryDirectory(prefix="kiosk-soak-", ignore_cleanup_errors=True) as folder:
        own = home.move_in(Path(folder).resolve(), options.exhibition, options.config, os.environ)
        os.environ["QT_QPA_PLATFORM"] = home.screens(own.folder, options.size)
        prepare(own, options.size)
        hasten(options.speed)
        now = Hastened(time.monotonic, options.speed, MOST_STEP_S)
        life = _Life(options, own, now, tell)
        logging.getLogger().addHandler(life.lines)
        began = time.monotonic()
        try:
            run(RunOptions(config=own.config, clocks=Clocks(now, life.day), beside=life.beside))
        finally:
            logging.getLogger().removeHandler(life.lines)
            hasten(1)
        return life.report(time.monotonic() - began)


class _Life:
    """A soak while it goes on."""

    def __init__(
        self, options: SoakOptions, own: home.Home, now: Callable[[], float], tell: Callable[[str], None]
    ) -> None:
        self.day = short_nights(now, datetime.now(UTC).date())
        self.lines = Lines()
        self._options = options
        self._own = own
        self._now = now
        self._tell = tell
        self._began = now()
        self._updates = Updates(own, options.seed)
        self._samples: list[Sample] = []
        self._first = 0
        self._all_seen: float | None = None
        self._shown: Counter[str] = Counter()
        self._followed: Gallery | None = None
        self._strangers: Strangers | None = None
        self._pulse: Pulse | None = None
        self._gallery: Callable[[], Gallery]
        self._window: QQuickWindow

    @property
    def hour(self) -> float:
        """Of the show's life."""
        return (self._now() - self._began) / 3600

    @contextlib.contextmanager
    def beside(self, window: QQuickWindow, gallery: Callable[[], Gallery]) -> Iterator[None]:
        """Strangers, updates and measuring while the show goes on in its window."""
        from kiosk.bridge.soaking.pulse import Pulse
        from kiosk.bridge.soaking.strangers import Strangers
        from kiosk.bridge.tempo import Timer

        self._window, self._gallery = window, gallery
        first = list(first_visits(self._own.said))
        self._first = len(first)
        strangers = self._strangers = Strangers(window, gallery, chain(first, visits(self._options.seed)))
        pulse = self._pulse = Pulse(window, time.monotonic)
        strangers.rested.connect(self._sample)
        update = Timer(strangers, interval=self._until_update_ms())
        update.timeout.connect(self._updates.make)
        update.timeout.connect(lambda: update.setInterval(self._until_update_ms()))
        look = Timer(strangers, interval=LOOK_MS)
        look.timeout.connect(self._look)
        with _when_it_goes_on(pulse.forget):
            update.start()
            look.start()
            strangers.begin()
            try:
                yield
            finally:
                update.stop()
                look.stop()
                strangers.end()
                pulse.end()
                self._updates.end()
                self._followed = None

    def _until_update_ms(self) -> int:
        """As often as in a museum; more often in the beginning, and where it would hardly be seen at all."""
        every_h = UPDATE_EVERY_H if self.hour >= WARM_H else FIRST_UPDATES_EVERY_H
        return round(3.6e6 * min(every_h, self._options.hours / (LEAST_UPDATES + 1)))

    def _look(self) -> None:
        """Whether it has lived long enough; and follow what is shown now."""
        from PySide6.QtGui import QGuiApplication

        if self.hour >= self._options.hours:
            self._sample(last=True)
            QGuiApplication.exit(0)
        gallery = self._gallery()
        if gallery is not self._followed:
            self._followed = gallery
            gallery.loop.frontChanged.connect(lambda: self._shown.update(["scenes"]))
            gallery.show.moved.connect(lambda: self._shown.update(["pages"]))

    def _sample(self, *, last: bool = False) -> None:
        """Measure, if that was long enough ago and nothing is being hung, or in any case at last."""
        if not last and self._all_seen is None and self._strangers and self._strangers.visits >= self._first:
            self._all_seen = self.hour
        since = self.hour - (self._samples[-1].hour if self._samples else -1.0)
        if not last and (since < self._options.hours / SAMPLES or self._window.property("coming")):
            return
        from kiosk.bridge.soaking.census import items_in, objects_below

        sample = Sample(
            hour=round(self.hour, 3),
            household=vitals.measure(),
            items=items_in(self._window),
            objects=objects_below(self._window) + objects_below(self._gallery()),
            blocks=sys.getallocatedblocks(),
            cache=bytes_in(cache_folder()),
            kept=bytes_in(state_folder()),
            lines=self.lines.count,
        )
        self._samples.append(sample)
        house = sample.household
        memory = f"{house.viewer.rss / 1e6:7.1f} MB, {house.viewer.handles} handles, " if house else ""
        self._tell(f"hour {sample.hour:7.2f}: {memory}{sample.items} items")

    def report(self, took_s: float) -> Report:
        """What came of it."""
        options, hour = self._options, self.hour
        findings = [Finding("hours", f"{hour:.2f}", f">= {options.hours:g}", met=hour >= options.hours)]
        lived: Counter[str] = Counter()
        if self._strangers and self._pulse:
            findings += judge(self._samples, round(1e9 * read_config(self._own.config).config.cache.size_gb))
            findings.append(told_of("gaps between frames", self._pulse.gaps))
            seen = "never" if self._all_seen is None else f"by hour {self._all_seen:.2f}"
            findings.append(Finding("everything seen once", seen, "", met=True))
            lost = ["one"] * self._strangers.lost
            visits_met = self._strangers.visits > 0
            findings.append(Finding("visits", f"{self._strangers.visits}", ">= 1", met=visits_met))
            findings += [
                zero("visits without coming home", lost),
                zero("updates that failed", self._updates.failed),
                zero("warnings and errors", self.lines.first, self.lines.count),
            ]
            lived = self._strangers.lived() + self._shown + self._updates.done
            lived["frames"] = self._pulse.drawn
        return Report(
            hours=hour,
            took_s=took_s,
            speed=options.speed,
            seed=options.seed,
            findings=findings,
            lived=dict(lived),
            lines=self.lines.first,
            samples=self._samples,
        )


@contextlib.contextmanager
def _when_it_goes_on(call: Callable[[], None]) -> Iterator[None]:
    """Have this called when the process goes on after it was stopped, where a system does that."""
    number = getattr(signal, "SIGCONT", None)
    if number is None:
        yield
        return
    before = signal.signal(number, lambda *_: call())
    try:
        yield
    finally:
        signal.signal(number, before)
