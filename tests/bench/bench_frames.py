"""How evenly the program moves: frames a second and the gaps between them, beside the barest program's in the same run.

python -m tests.bench.bench_frames [--sizes 1920x1080 3840x2160] [--only fade attract drag] [--renderer software]
"""

from __future__ import annotations

import argparse
import json
import math
import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench import corpus
from tests.bench.program import Program
from tests.bench.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bench.corpus import Corpus

INSIDE = Path(__file__).with_name("inside_frames.py")
BARE = Path(__file__).with_name("bare_frames.py")
CONFIG = """\
exhibition: "{manifest}"
display: {{renderer: {renderer}, reduced_motion: off}}
slideshow: {{dwell_s: 3600, fade_ms: 900, resume_after_s: 3600}}
idle: {{warn_after_s: 3600}}
attract: {{seconds: 8, teaser_every: 0}}
cache: {{size_gb: 40}}
"""
FLOORS = {"stage, cross-fade": "fade", "attract, pan and zoom": "motion", "attract, fade": "both", "stage, drag": ""}
DRAG_HZ = 125
"""How often a touch screen tells where the finger is."""


@dataclass(frozen=True)
class Movement:
    """Seconds between the frames of a movement, and the processor time of program and X server while it lasted."""

    gaps: list[float]
    used: float

    @property
    def rate(self) -> float:
        """Frames a second."""
        return len(self.gaps) / sum(self.gaps)

    def gap_ms(self, share: float) -> float:
        """The gap in milliseconds that this share of the gaps does not exceed."""
        return 1000 * sorted(self.gaps)[min(len(self.gaps) - 1, math.floor(share * len(self.gaps)))]

    def __str__(self) -> str:
        cores = self.used / sum(self.gaps)
        gaps = "  ".join(f"{self.gap_ms(share):6.1f}" for share in (0.5, 0.95, 1))
        return f"{self.rate:6.1f}   {gaps}   {cores:5.2f}   {len(self.gaps):5}"


def movements(told: Path) -> dict[str, Movement]:
    """What a program wrote."""
    found = json.loads(told.read_text("utf-8"))
    return {name: Movement(gaps, found["used"][name]) for name, gaps in found["gaps"].items() if gaps}


def bare(screen: Screen, folder: Path, effect: str, pictures: list[Path]) -> Movement:
    """The barest program."""
    told = folder / "bare.json"
    with Program(screen, folder / "bare home", (BARE, told, effect, str(screen.pid), *pictures)) as program:
        program.wait()
    return movements(told)[effect]


def ours(screen: Screen, home: Path, what: str, *, busy: bool) -> dict[str, Movement]:
    """The program."""
    told = home / "frames.json"
    ready = told.with_name(f"{told.name}.ready")
    ready.unlink(missing_ok=True)
    told.unlink(missing_ok=True)
    arguments: list[str | Path] = [INSIDE, told, what, str(screen.pid)]
    with Program(screen, home, [*arguments, "busy"] if busy else arguments) as program:
        try:
            if what == "drag":
                _drag(screen, ready)
            program.wait()
            return movements(told)
        except (OSError, TimeoutError) as error:
            raise RuntimeError(f"{what}: {error}; the program says:\n{program.told()}") from error


def _drag(screen: Screen, ready: Path) -> None:
    """A finger that goes to and fro for five seconds, less than it takes to turn the page."""
    limit = time.monotonic() + 60
    while not ready.exists():
        if time.monotonic() > limit:
            raise TimeoutError("the stage was not seen")
        time.sleep(0.05)
    middle, down, reach = screen.size[0] // 3, screen.size[1] // 2, screen.size[0] // 6
    screen.keys.point(middle, down, pressed=True)
    begun = time.perf_counter()
    while (past := time.perf_counter() - begun) < 5:
        screen.keys.point(middle + round(reach * math.sin(2 * past)), down)
        time.sleep(1 / DRAG_HZ)
    screen.keys.point(middle, down, pressed=False)


def measure(size: tuple[int, int], shown: Corpus, folder: Path, asked: Any) -> Iterator[str]:
    """One line for each movement."""
    home = folder / f"home {size[0]}"
    home.mkdir(parents=True)
    (home / "config.yaml").write_text(CONFIG.format(manifest=shown.manifest, renderer=asked.renderer), "utf-8")
    files = [folder / f"{number} {size[0]}.jpg" for number in range(2)]
    for number, file in enumerate(files):
        corpus.screen_sized(shown, size, file, number)
    with Screen(size) as screen:
        for what in asked.only:
            rows: list[tuple[str, Movement]] = []
            floors = {name: effect for name, effect in FLOORS.items() if effect and _belongs(name, what)}
            for busy in (False, True):
                rows += [
                    (f"{name}{', workers busy' if busy else ''}", found)
                    for name, found in ours(screen, home, what, busy=busy).items()
                ]
            known = {effect: bare(screen, folder, effect, files) for effect in floors.values()}
            for effect, floor in known.items():
                yield f"{f'bare: {effect}':36} {floor}"
            for name, found in rows:
                floor = known.get(floors.get(name.removesuffix(", workers busy"), ""))
                ratio = f"   x {found.rate / floor.rate:.2f} of bare" if floor else ""
                yield f"{name:36} {found}{ratio}"


def go_ahead() -> None:
    """Be a session of our own, before which those of others stand back. Raises `OSError` where that is not allowed.

    Workers that are no part of this session stay behind it, so `busy` tells less about such workers.
    """
    if os.getsid(0) != os.getpid():
        os.setsid()
    Path("/proc/self/autogroup").write_text("-10", "ascii")


def _belongs(name: str, what: str) -> bool:
    return name.startswith("attract") if what == "attract" else what == "fade" and name == "stage, cross-fade"


def main() -> None:
    """Measure and print. Needs Xvfb and libXtst."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", default=["1920x1080", "3840x2160"])
    parser.add_argument("--only", nargs="+", default=["fade", "attract", "drag"])
    parser.add_argument("--renderer", default="software")
    parser.add_argument("--ahead", action="store_true", help="ahead of all other sessions, on a busy machine; for root")
    asked = parser.parse_args()
    if asked.ahead:
        go_ahead()
    print(f"load before: {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-frames-") as name:
        folder = Path(name)
        shown = corpus.build(folder / "works", 40, (6000, 4000))
        for words in asked.sizes:
            width, height = map(int, words.split("x"))
            print(f"\n{words:36} {'frames/s':>6} {'p50':>6} {'p95':>7} {'worst ms':>9} {'cores':>6} {'gaps':>5}")
            for line in measure((width, height), shown, folder, asked):
                print(line, flush=True)
    print(f"\nload after: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
