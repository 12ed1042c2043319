"""The real program as a process of its own, on a screen that nobody sees."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from tests.exhibitions import build_exhibition

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
GUARD_S = 150
"""Longer than the driver's own patience, so that it can say what it waited for."""
STRICT = ("-X", "faulthandler", "-W", "error", "-W", "ignore:gc:ResourceWarning")
"""No warning of Python's either, but for what PySide leaves to the garbage collector at the very end."""
CONFIG = {"display": {"diagonal_inches": 32}, "slideshow": {"fade_ms": 200}}


@dataclass
class Ended:
    """A program that has come to its end."""

    code: int
    out: str
    err: str


@dataclass
class Program:
    """Starts the program with a configuration of its own; everything it starts can be told by its environment.

    `through`: a command that it is started through, with that command's own arguments.
    """

    folder: Path
    environment: dict[str, str]
    through: tuple[str, ...] = ()
    mark: str = field(default_factory=lambda: uuid4().hex)

    def walk(
        self, name: str, *arguments: str | Path, config: dict[str, object] | None = None, guard_s: float = GUARD_S
    ) -> Ended:
        """Run it with a walk of tests.e2e.walks until it ends."""
        process = self.start("tests.e2e.driver", name, *arguments, "--config", self.configure(config or {}))
        return self.end(process, guard_s)

    def configure(self, config: dict[str, object]) -> Path:
        """A config.yaml; JSON is YAML, too."""
        file = self.folder / "config.yaml"
        file.write_text(json.dumps({**CONFIG, **config}))
        return file

    def start(self, module: str, *arguments: str | Path) -> subprocess.Popen[str]:
        """Start a module of Python, such as kiosk."""
        return subprocess.Popen(
            [*self.through, sys.executable, *STRICT, "-m", module, *map(str, arguments)],
            cwd=self.folder,
            env={**self.environment, "KIOSK_TEST": self.mark},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def end(self, process: subprocess.Popen[str], guard_s: float = GUARD_S) -> Ended:
        """Wait for its end."""
        try:
            out, err = process.communicate(timeout=guard_s)
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
            err += f"\nstill running after {guard_s} seconds"
        return Ended(process.returncode, out, err)

    def running(self) -> list[int]:
        """The processes that are left of it."""
        mark = f"KIOSK_TEST={self.mark}".encode()
        return [int(file.parent.name) for file in Path("/proc").glob("[0-9]*/environ") if mark in _read(file)]


@pytest.fixture
def program(tmp_path: Path, home: Path) -> Program:
    """The program on a screen of 1280 × 720 in memory, with an empty home."""
    screen = {"name": "hall", "x": 0, "y": 0, "width": 1280, "height": 720, "dpr": 1, "logicalDpi": 96}
    screens = home / "screens.json"
    screens.write_text(json.dumps({"screens": [screen]}))
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "QML", "QSG_"))}
    return Program(tmp_path, {**kept, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}"})


@pytest.fixture
def display() -> Iterator[str]:
    """The name of an X screen that nobody else uses."""
    if not shutil.which("Xvfb"):
        pytest.skip("Xvfb is not installed: no real window can be opened here")
    told, tell = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tell), "-screen", "0", "1280x720x24", "-nolisten", "tcp", "-ac"],
        pass_fds=(tell,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(tell)
    with os.fdopen(told) as number:
        yield f":{number.readline().strip()}"
    server.terminate()
    server.wait()


@pytest.fixture(scope="session")
def exhibition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The manifest of 123 works in two languages."""
    return build_exhibition(tmp_path_factory.mktemp("exhibition"), size=(1200, 800), languages=("en", "ar"))


@pytest.fixture(scope="session")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The manifest of 18 works in two languages: a wall that scrolls, but not for long."""
    return build_exhibition(tmp_path_factory.mktemp("few"), works=18, size=(1200, 800), languages=("en", "ar"))


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""


@pytest.fixture(scope="session")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The manifest of 210 works in two languages: enough to be searched."""
    return build_exhibition(tmp_path_factory.mktemp("long"), works=210, size=(600, 400), languages=("en", "ko"))
