"""`python -m tests.bench.peers HARNESS`: our program beside other viewers in one run, and which goals are met.

HARNESS is the folder of the harness that watches any viewer from outside (`viewer_bench.py`, `corpus.py`, ...). Needs
Xvfb, openbox, dbus-daemon, the viewers, and in the environment that runs it python-xlib and the `dev` extra.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.peers import goals
from tests.bench.peers.goals import FEW, FLOOR, HUGE, MANY, USUAL
from tests.bench.peers.ours import NEVER_SEEN, PREPARED, ROOT, exhibition_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PEERS = ("feh", "qimgv")
BROWSER = ("chromium",)
"""Measured apart: it turns the session's accessibility on, and Qt programs that come after it describe themselves."""
HUGE_SIZE, SMALL_SIZE = "12246x8164", "1500x1000"


class Run:
    """A folder of pictures to show, viewers' homes and results; kept from run to run where `folder` is."""

    def __init__(self, harness: Path, folder: Path, boost: bool) -> None:
        self._harness = harness
        self._folder = folder
        self._boost = boost
        self._told = folder / "results.jsonl"
        self._told.unlink(missing_ok=True)
        folder.mkdir(parents=True, exist_ok=True)

    def pictures(self, name: str, size: str, count: int) -> Path:
        """A folder of `count` different pictures of `size` pixels."""
        return self._corpus(name, "pics", self._folder / name, "--size", size, "--count", str(count))

    def links(self, name: str, source: Path, count: int) -> Path:
        """A folder of `count` pictures, which are those of `source` again and again."""
        return self._corpus(name, "link", source, self._folder / name, "--count", str(count))

    def prepare(self, pictures: Path) -> None:
        """Have our program make these pictures ready."""
        home = self._folder / "homes" / PREPARED
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        config = exhibition_of(pictures) / "still.yaml"
        command = ["-m", "kiosk", "prepare", "--no-tiles", "--config", config, "--size", "1920x1080"]
        self._python(command, {"HOME": str(home), "PYTHONPATH": str(ROOT)})

    def measure(self, what: str, pictures: Path, viewers: Sequence[str], *more: str | int) -> None:
        """One of the harness's measurements."""
        homes = self._folder / "homes"
        arguments = [what, pictures, "--viewers", ",".join(viewers), "--homes", homes, "--out", self._told, *more]
        boost = ["--boost"] if self._boost else []
        self._python(["-m", "tests.bench.peers.harness", self._harness, *arguments, *boost], {})

    def rows(self) -> list[dict[str, Any]]:
        """Everything measured so far."""
        return [json.loads(line) for line in self._told.read_text("utf-8").splitlines()]

    def _corpus(self, name: str, *arguments: str | Path) -> Path:
        folder = self._folder / name
        if not folder.is_dir():
            self._python([self._harness / "corpus.py", *arguments], {})
        return folder

    def _python(self, arguments: Iterable[str | Path | int], environment: dict[str, str]) -> None:
        """Run Python, as a session of its own: the harness puts whole sessions ahead of the machine's other work."""
        command = [sys.executable, *map(str, arguments)]
        subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, start_new_session=True, check=True)


def main() -> None:
    """Measure and print. The pictures take some minutes to draw and 1.5 GB; `--folder` keeps them."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.peers", description=__doc__)
    parser.add_argument("harness", type=Path)
    parser.add_argument("--folder", type=Path, help="where pictures and results are kept; else they go away")
    parser.add_argument("--rounds", type=int, default=7, help="how often each launch is measured")
    parser.add_argument("--slides", type=int, default=1000, help="how many slides memory is watched over")
    parser.add_argument("--boost", action="store_true", help="on a busy machine, as root: run ahead of all else")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kiosk-peers-") as passing:
        run = Run(asked.harness.resolve(), (asked.folder or Path(passing)).resolve(), asked.boost)
        usual = run.pictures("pics24", "6000x4000", USUAL)
        twice = run.links("pics24x2", usual, 2 * USUAL)
        huge = run.pictures("pics100", HUGE_SIZE, HUGE)
        small = run.pictures("small", SMALL_SIZE, 8)
        numbered = run.links("few", small, FEW), run.links("many", small, MANY)
        for shown in (usual, twice, huge, *numbered):
            run.prepare(shown)
        rounds = ("--rounds", asked.rounds)
        ours, at_huge, once = (PREPARED, NEVER_SEEN), ("--picture", HUGE_SIZE), ("--rounds", 1)
        run.measure("launch", usual, (*PEERS, FLOOR, *ours), *rounds)
        run.measure("launch", usual, BROWSER, *rounds)
        run.measure("launch", huge, ("feh", FLOOR, *ours), *rounds, *at_huge)
        for folder in numbered:
            run.measure("launch", folder, ("feh", PREPARED), *rounds, "--picture", SMALL_SIZE)
        run.measure("steps", usual, ("qimgv", FLOOR, *ours), *once)
        run.measure("rapid", twice, ("qimgv", FLOOR, NEVER_SEEN), *once)
        for what, folder in {"steps": usual, "rapid": twice}.items():
            run.measure(what, folder, BROWSER, *once)
        run.measure("rapid", twice, (PREPARED,), *once, "--slides", asked.slides)
        run.measure("rapid", huge, ours, *once, "--slides", 20, *at_huge, "--pics", HUGE)
        print("\n".join(goals.table(run.rows())))


if __name__ == "__main__":
    main()
