"""`python -m tests.long.content [ENGINE ...]`: what is published at a desk comes to a kiosk, by what others have made.

For each engine (rsync, rsync --inplace, syncthing, smb; all on loopback) a real kiosk offscreen, with `take: index`,
watches a folder that is filled by it. Generation 1 comes; generation 2 is cut off in the middle, the kiosk looks for a
while at what is there, and shows on; then it goes on to come. strace has written down each file that the kiosk's
processes opened: no name but the index's and those of its bundles, and no bundle before all of it was there. Leaves
with 1 otherwise. Needs strace; an engine that is not installed is told of and left out.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.exhibition.installed import read_pointer
from tests.conftest import HOMES
from tests.e2e.conftest import Program
from tests.long.engines import ENGINES, Smb

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.long.engines import Engine

SCREEN = {"name": "hall", "x": 0, "y": 0, "width": 1280, "height": 720, "dpr": 1, "logicalDpi": 96}
PATIENCE_S = 90.0
LEAST_BYTES = 1_000_000
LOOKS_S = 13.0
"""The kiosk looks every five seconds."""
PICTURES, NOISE_BYTES = 6, 3_000_000
INDEX = "kiosk-index.json"


def until(what: str, holds: Callable[[], object]) -> None:
    """Raises TimeoutError."""
    limit = time.monotonic() + PATIENCE_S
    while not holds():
        if time.monotonic() > limit:
            raise TimeoutError(what)
        time.sleep(0.01)


class Desk:
    """Packs and publishes into `shared`."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder, self.shared = folder, folder / "shared"
        self.shared.mkdir()
        self.type("keygen", "museum", "--no-password")
        self.spring = folder / "spring"
        self.spring.mkdir()

    def type(self, *words: str) -> str:
        """A command of kiosk."""
        command = [sys.executable, "-m", "kiosk", *words]
        ran = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, f"{words}: {ran.stdout}{ran.stderr}"
        return ran.stdout

    def publish(self, seed: int) -> Path:
        """The next generation, of pictures that nothing makes smaller."""
        from PIL import Image

        chance = random.Random(seed)
        side = round((NOISE_BYTES / 3) ** 0.5)
        for number in range(PICTURES):
            noise = Image.frombytes("RGB", (side, side), chance.randbytes(3 * side * side))
            noise.save(self.spring / f"{number}.png", compress_level=1)
        works = [{"id": f"w{n}", "title": f"Noise {n}", "picture": f"{n}.png"} for n in range(PICTURES)]
        (self.spring / "manifest.yaml").write_text(json.dumps({"exhibition": {"title": "Spring"}, "works": works}))
        before = set(self.shared.glob("*.kiosk"))
        self.type("pack", "spring", "-o", "spring.kiosk", "--key", "museum.key", "--quick")
        self.type("publish", "spring.kiosk", "shared", "--key", "museum.key")
        (new,) = set(self.shared.glob("*.kiosk")) - before
        return new


class Kiosk:
    """A real one, whose every opened file is written down."""

    def __init__(self, folder: Path, key: Path) -> None:
        folder.mkdir()
        self.folder, self.shared, self.content = folder, folder / "shared", folder / "content"
        self.shared.mkdir()
        shutil.copy(key, folder)
        screens = folder / "screens.json"
        screens.write_text(json.dumps({"screens": [SCREEN]}))
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "QML", "QSG_"))}
        homes = {variable: str(folder / below) for variable, below in HOMES.items()}
        self.calls = folder / "calls"
        strace = ("strace", "-f", "-qq", "-ttt", "--seccomp-bpf", "-e", "trace=open,openat,openat2", "-o")
        self.program = Program(
            folder,
            {**kept, **homes, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}", "KIOSK_CONTENT": str(self.content)},
            (*strace, str(self.calls)),
        )
        config = {"bundles": {"watch": ["shared"], "key": "museum.pub", "take": "index"}}
        self.process = self.program.start("kiosk", "--config", self.program.configure(config))

    @property
    def generation(self) -> int:
        """That is installed; 0 for none."""
        pointer = read_pointer(self.content)
        return int(pointer.current.partition("-")[0]) if pointer else 0

    def opened(self) -> list[tuple[float, str]]:
        """When its processes opened what in the shared folder, folders left out."""
        found = []
        for line in self.calls.read_text("utf-8", "replace").splitlines():
            call = re.search(r'(\d+\.\d+) open\w*\(.*?"([^"]+)".*\) = (\d+)', line)
            if call and f"{self.shared}/" in call[2]:
                found.append((float(call[1]), call[2].rpartition("/")[2]))
        return found

    def end(self) -> str:
        """What it has said."""
        for number in self.program.running():
            if b"-m\0kiosk\0" in Path(f"/proc/{number}/cmdline").read_bytes() and number != self.process.pid:
                os.kill(number, signal.SIGTERM)
        ended = self.program.end(self.process)
        return ended.out + ended.err


def carry(engine: Engine, desk: Desk, kiosk: Kiosk) -> list[str]:
    """Two generations, the second one cut off. What is wrong."""
    desk.publish(1)
    engine.begin(slowly=False)
    until("generation 1 is installed", lambda: kiosk.generation == 1)
    engine.cut()
    bundle = desk.publish(2)
    size, there = bundle.stat().st_size, kiosk.shared / bundle.name
    engine.begin(slowly=True)
    part = partial(_come, kiosk.shared, bundle)
    until("a part of generation 2 has come", lambda: part() > LEAST_BYTES)
    engine.cut()
    come, named = part(), there.exists()
    left = sorted(file.name for file in kiosk.shared.rglob("*") if file.is_file())
    cut_at = time.time()
    time.sleep(LOOKS_S)
    wrong = [] if kiosk.generation == 1 else [f"generation {kiosk.generation} is installed from a half bundle"]
    whole = named and come >= size
    print(f"    cut at {come / 1e6:.1f} of {size / 1e6:.1f} MB; under its own name: {named}; there are: {left}")
    if whole:
        wrong.append("it was not cut in the middle")
    engine.begin(slowly=False)
    until("all of it has come", lambda: there.exists() and there.stat().st_size == size)
    whole_at = time.time()
    until("generation 2 is installed", lambda: kiosk.generation == 2)
    print(f"    installed {time.time() - whole_at:.1f} s after all of it was there")
    opened = kiosk.opened()
    early = [at for at, name in opened if name == bundle.name and at < cut_at + LOOKS_S]
    if early:
        wrong.append(f"the bundle was opened {len(early)} times before all of it was there")
    index = json.loads(json.loads((desk.shared / INDEX).read_text())["index"])
    listed = {INDEX, *(each["file"] for each in index["bundles"])}
    names = {name for _, name in opened}
    if odd := names - listed:
        wrong.append(f"it opened what the index does not list: {sorted(odd)}")
    print(f"    opened: {sorted(names)}")
    return wrong


def _come(folder: Path, bundle: Path) -> int:
    """How much of a bundle is on the disk; copiers have other names for what is not whole, and make room first."""
    there = [file.stat().st_blocks for file in folder.rglob("*") if bundle.stem in file.name]
    return 512 * max(there, default=0)


def main() -> int:
    """Each engine in turn. The exit code."""
    wrong: list[str] = []
    for name in sys.argv[1:] or ENGINES:
        kind = ENGINES[name]
        if lacking := kind.lacks() or ("" if shutil.which("strace") else "strace"):
            print(f"{name}: left out, {lacking} is not installed")
            continue
        print(f"{name}:", flush=True)
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made)
            desk = Desk(folder / "desk")
            kiosk = Kiosk(folder / "kiosk", desk.folder / "museum.pub")
            engine = kind(folder / "engine", desk.shared, kiosk.shared)
            try:
                if isinstance(engine, Smb):
                    print(f"    mounted: {engine.mounts()}", flush=True)
                found = carry(engine, desk, kiosk)
            except (AssertionError, TimeoutError) as error:
                engine.log.flush()
                found = [f"{error}; the engine: {(folder / 'engine' / 'log').read_text('utf-8', 'replace')[-2000:]}"]
            finally:
                engine.end()
                said = kiosk.end()
            print("".join(f"    said: {line[:200]}\n" for line in said.splitlines()), end="")
            print("".join(f"    WRONG: {each}\n" for each in found), end="", flush=True)
            wrong += found
    print("something is wrong" if wrong else "nothing that was half there was opened, and all of it came")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
