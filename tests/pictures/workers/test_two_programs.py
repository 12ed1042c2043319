"""Two programs on one folder of prepared pictures: what one makes, clears or loses is never the other's problem."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from kiosk.pictures.storage.cache import Cache, clear_cache
from kiosk.pictures.storage.files import TEMPORARY_SUFFIX
from kiosk.pictures.storage.register import Register
from kiosk.pictures.storage.sweep import REGISTER_NAME
from tests import drawn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

BOX = (120, 120)
PICTURES = 8
PATIENCE_S = 120

PROGRAM = """
import queue, random, sys
from pathlib import Path
from kiosk.pictures.storage.cache import Cache
from kiosk.pictures.orders import Ready
from kiosk.pictures.workers.workshop import Workshop
cache, exhibition, seed, rounds = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
sources = sorted(exhibition.glob("*.jpg"))
workshop, news = Workshop(Cache(cache, 10**9), workers=2), queue.Queue()
for _ in range(rounds):
    random.Random(seed).shuffle(sources)
    for source in sources:
        workshop.order(source, exhibition, (120, 120), 1, news.put)
    for _ in sources:
        result = news.get()
        assert isinstance(result, Ready) and result.rendition.screen, result
        print(result.source.name, flush=True)
workshop.close()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "exhibition"
    folder.mkdir()
    for number in range(PICTURES):
        (folder / f"{number}.jpg").write_bytes(drawn.jpeg(quality=80 + number))
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def start(cache: Path, folder: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts programs that make all pictures, over and over, and say of each that it is ready."""
    programs: list[subprocess.Popen[str]] = []

    def start_one(rounds: int = 1) -> subprocess.Popen[str]:
        arguments = [sys.executable, "-c", PROGRAM, str(cache), str(folder), str(len(programs)), str(rounds)]
        programs.append(subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))
        return programs[-1]

    yield start_one
    for program in programs:
        program.kill()
        program.communicate()


def everything_is_there(cache: Path, folder: Path) -> None:
    """All pictures are found by a third program, each is whole, and nothing was left half-written."""
    shown = Cache(cache, 10**9)
    for source in folder.glob("*.jpg"):
        made = shown.find(source, BOX)
        assert made, source
        for path in (made.screen, made.preview):
            assert path
            with Image.open(path) as image:
                image.load()
    assert not list(cache.glob(f"*{TEMPORARY_SUFFIX}"))


def test_two_programs_make_the_same_pictures_at_once(
    start: Callable[..., subprocess.Popen[str]], cache: Path, folder: Path
) -> None:
    programs = [start(), start()]
    told = [program.communicate(timeout=PATIENCE_S) for program in programs]
    assert [program.returncode for program in programs] == [0, 0], told
    assert all(sorted(names.split()) == [f"{n}.jpg" for n in range(PICTURES)] for names, _ in told)
    everything_is_there(cache, folder)
    assert len(list(cache.glob("*.jpg"))) == 2 * PICTURES, "one screen and one preview each, whoever made them"


def test_a_program_goes_on_while_another_clears_or_damages_what_it_makes(
    start: Callable[..., subprocess.Popen[str]], cache: Path, folder: Path
) -> None:
    program, chance, freed = start(rounds=30), random.Random(1), 0
    assert program.stdout
    for line in program.stdout:
        if line.startswith("0"):
            freed += clear_cache(cache)
        if line.startswith("5") and (made := sorted(cache.glob("*.jpg"))):
            chance.choice(made).write_bytes(chance.randbytes(100))
        if line.startswith("3"):
            (cache / REGISTER_NAME).unlink(missing_ok=True)
    _, errors = program.communicate(timeout=PATIENCE_S)
    assert program.returncode == 0, errors
    assert freed > 0
    last = start()
    assert last.wait(timeout=PATIENCE_S) == 0
    everything_is_there(cache, folder)


def test_a_program_that_is_killed_leaves_nothing_that_stops_the_next(
    start: Callable[..., subprocess.Popen[str]], cache: Path, folder: Path
) -> None:
    for count in (1, 3, 5):
        program = start(rounds=30)
        assert program.stdout
        for _ in range(count):
            program.stdout.readline()
        program.kill()
    last = start()
    assert last.wait(timeout=PATIENCE_S) == 0
    limit = time.monotonic() + PATIENCE_S
    while list(cache.glob(f"*{TEMPORARY_SUFFIX}")) and time.monotonic() < limit:
        time.sleep(0.05)  # a worker may still be writing its last picture
    everything_is_there(cache, folder)


def test_what_two_programs_learn_is_known_to_a_third(
    start: Callable[..., subprocess.Popen[str]], cache: Path, folder: Path
) -> None:
    programs = [start(), start()]
    assert [program.wait(timeout=PATIENCE_S) for program in programs] == [0, 0]
    register = Register(cache / REGISTER_NAME)
    assert all(register.identity(source) for source in folder.glob("*.jpg"))
