"""`python -m tests.bench.kill_installs`: kill -9 in the middle of installs, and see that what is shown is always whole.

Each child installs three bundles by turns, so that each has to be unpacked anew, until it is killed at a random moment.
Then what is shown has to be one of the three to the last byte, and after tidying nothing else may be left. Leaves
with 1 otherwise. For systems that can fork.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from kiosk.exhibition.installed import GENERATIONS, current_exhibition, read_pointer
from kiosk.staff.bundles.installing import install
from kiosk.staff.bundles.store import Store
from tests.bundles import files, write_bundle

MARKS = ("alpha", "beta", "gamma")
PICTURES = 6
PICTURE_BYTES = 60_000


def contents(mark: str) -> dict[str, bytes]:
    """The files of one of the three bundles."""
    return files(mark, PICTURES, PICTURE_BYTES)


def install_for_ever(bundles: list[Path], content: Path) -> None:
    """Install the bundles by turns, beginning with the one that is neither shown nor kept."""
    pointer = read_pointer(content)
    there = {int(name.partition("-")[0]) for name in (pointer.current, pointer.previous) if name}
    turn = next(number for number in (1, 2, 3) if number not in there) - 1
    while True:
        install(bundles[turn % 3], Store(content), older=True)
        turn += 1


def shown(content: Path) -> str:
    """Which of the three is shown; a word that says what is wrong otherwise."""
    folder = current_exhibition(content)
    if folder is None or read_pointer(content) is None:
        return "lost"
    there = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return next((mark for mark in MARKS if there == contents(mark)), "mixed")


def left_over(content: Path) -> list[str]:
    """What has no business there."""
    pointer = read_pointer(content)
    known = {pointer.current, pointer.previous} if pointer else set()
    left = [path.name for path in (content / GENERATIONS).iterdir() if path.name not in known]
    return left + [path.name for path in content.iterdir() if path.name.endswith(".new")]


def kill_once(bundles: list[Path], content: Path, after_s: float) -> None:
    """Let a child install, and kill it."""
    child = os.fork()
    if child == 0:
        try:
            install_for_ever(bundles, content)
        finally:
            os._exit(3)
    time.sleep(after_s)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        sys.exit("a child has ended by itself: an install has failed")


def main() -> None:
    """Kill, look, count and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.kill_installs", description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance, found, pieces = random.Random(asked.seed), Counter(), 0
    with tempfile.TemporaryDirectory(prefix="kiosk-kills-") as folder:
        content = Path(folder) / "content"
        bundles = [
            write_bundle(Path(folder) / f"{mark}.kiosk", contents(mark), generation=number)
            for number, mark in enumerate(MARKS, 1)
        ]
        began = time.monotonic()
        for bundle in bundles:
            install(bundle, Store(content))
        one_s = (time.monotonic() - began) / len(bundles)
        before = shown(content)
        for _ in range(asked.kills):
            kill_once(bundles, content, chance.uniform(0, 2.5 * one_s))
            pieces += bool(left_over(content))
            now = shown(content)
            Store(content).tidy()
            found["old" if now == before else now if now in ("lost", "mixed") else "new"] += 1
            found["left after tidying"] += bool(left_over(content)) or shown(content) != now
            before = now
    told = {"kills": asked.kills, "in the middle of writing": pieces, "install_ms": round(one_s * 1000), **found}
    print(json.dumps(told))
    sys.exit(int(found["lost"] + found["mixed"] + found["left after tidying"] > 0))


if __name__ == "__main__":
    main()
