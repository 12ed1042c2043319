"""What is measured from outside: pixels on the screen, processor time, memory."""

from __future__ import annotations

import shutil
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tests.bench.program import Program
from tests.bench.screen import POLL_S, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.bench.corpus import Corpus
    from tests.bench.screen import Screen

FADE_ENDS_S = 0.5
"""A fade is over this long after the new picture's colour can be told."""
FADED, GRAIN = 12, 6
"""By how much a point's colour has to differ before a fade counts as seen, and a picture as not sharp yet."""
CONFIG = """\
exhibition: "{manifest}"
display: {{renderer: software, reduced_motion: {reduced}}}
slideshow: {{dwell_s: 3600, fade_ms: {fade}, resume_after_s: 3600}}
idle: {{warn_after_s: 3600}}
attract: {{seconds: {seconds}}}
cache: {{size_gb: 40}}
"""


@dataclass(frozen=True)
class Manner:
    """How the program is set up: the fade in ms, motion reduced or not, seconds of an attract scene."""

    fade_ms: int = 0
    reduced: bool = True
    seconds: int = 600

    def config(self, manifest: Path) -> str:
        """The config.yaml to show the exhibition with `manifest` like this."""
        reduced = "on" if self.reduced else "off"
        return CONFIG.format(manifest=manifest, reduced=reduced, fade=self.fade_ms, seconds=self.seconds)


@dataclass(frozen=True)
class Bench:
    """A screen, the exhibition shown on it, and the home folder in which the program keeps its renditions.

    After `settle_s` seconds whatever was begun counts as done. `frozen`: the executable of a program that needs no
    Python; else that of the Python which measures.
    """

    screen: Screen
    corpus: Corpus
    home: Path
    settle_s: float
    frozen: Path | None = None

    def forget(self) -> None:
        """No picture has been made ready, as on the first day."""
        shutil.rmtree(self.home, ignore_errors=True)

    @contextmanager
    def running(self, manner: Manner, *arguments: str | Path) -> Iterator[Program]:
        """The program, or what `arguments` say to start with the same set-up, on an empty screen."""
        wait_until(lambda: self._seen() is None)
        self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        config, words = self.home / "config.yaml", manner.config(self.corpus.manifest)
        if not config.exists() or config.read_text("utf-8") != words:  # a kiosk's stays as it is
            config.write_text(words, "utf-8")
        usual = () if self.frozen else ("-m", "kiosk")
        with Program(self.screen, self.home, arguments or usual, self.frozen) as program:
            try:
                yield program
            except TimeoutError as error:
                raise TimeoutError(f"{error}; the program says:\n{program.told()}") from error

    @contextmanager
    def on_stage(self, manner: Manner) -> Iterator[Program]:
        """The program with the first work on the stage, at rest."""
        with self.running(manner) as program:
            self.first_picture(program)
            time.sleep(self.settle_s)
            self.screen.keys.press(self.screen.keys.RETURN)
            time.sleep(self.settle_s)
            self.go_to_first()
            time.sleep(self.settle_s)
            yield program

    def go_to_first(self) -> None:
        """Show the first work on the stage."""
        self.screen.keys.press(self.screen.keys.HOME)
        wait_until(lambda: self.screen.shows(0))

    def first_picture(self, program: Program) -> float:
        """Milliseconds from the start until a picture is on the screen."""
        return 1000 * (wait_until(lambda: self._seen() is not None) - program.started)

    def step(self, work: int) -> float:
        """Milliseconds from the press of "next" until the picture of `work` is seen, the one before it on the stage."""
        pressed = self.screen.keys.press(self.screen.keys.RIGHT)
        return 1000 * (wait_until(lambda: self.screen.shows(self._picture_of(work))) - pressed)

    def sharp_step(self, work: int, rest_s: float) -> tuple[float, float]:
        """The same, and until nothing in that picture's place changed any more in the next `rest_s` seconds."""
        pressed = self.screen.keys.press(self.screen.keys.RIGHT)
        seen = wait_until(lambda: self.screen.shows(self._picture_of(work)))
        frames = [(seen, self.screen.look())]
        while time.perf_counter() < seen + rest_s:
            time.sleep(POLL_S)
            frames.append((time.perf_counter(), self.screen.look()))
        place, last = self.screen.where(self._picture_of(work)), frames[-1][1]
        unlike = [when for when, frame in frames if (np.abs(frame - last)[place].max(axis=1) > GRAIN).mean() > 0.02]
        return 1000 * (seen - pressed), 1000 * ((unlike[-1] if unlike else seen) - pressed)

    def fading_step(self, work: int) -> float:
        """Milliseconds from the press of "next" until the picture before that of `work` begins to change.

        Pressed when the fade before is over.
        """
        wait_until(lambda: self.screen.shows(self._picture_of(work - 1)))
        time.sleep(FADE_ENDS_S)
        place = self.screen.where(self._picture_of(work - 1))
        before = self.screen.look()[place]
        pressed = self.screen.keys.press(self.screen.keys.RIGHT)

        def fading() -> bool:
            return bool((np.abs(self.screen.look()[place] - before).max(axis=1) > FADED).mean() > 0.1)

        return 1000 * (wait_until(fading) - pressed)

    def _picture_of(self, work: int) -> int:
        return work % self.corpus.works % self.corpus.pictures

    def _seen(self) -> int | None:
        return self.screen.picture(self.corpus.pictures)


def still(program: Program, seconds: float) -> tuple[float, float]:
    """Percent of a processor core, and wake-ups of the main thread a second, while nobody does anything."""
    busy, woken, begun = program.processor_s(), program.wake_ups(), time.perf_counter()
    time.sleep(seconds)
    past = time.perf_counter() - begun
    return 100 * (program.processor_s() - busy) / past, (program.wake_ups() - woken) / past
