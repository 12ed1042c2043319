"""A picture that ends or hangs its workers costs two of them, then none until it has changed."""

from __future__ import annotations

import queue
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.pictures.orders import Failed, Measured, Ready
from kiosk.pictures.refusal import Refused
from kiosk.pictures.storage.quarantine import Quarantine
from kiosk.pictures.workers import asking, workshop
from kiosk.pictures.workers.gate import Gate
from kiosk.pictures.workers.last_words import LONGEST, let_go
from kiosk.pictures.workers.process import WorkerDied, WorkerProcess
from tests import drawn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.pictures.workers.conftest import Open

posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes that can be full")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "pictures"
    made.mkdir()
    for name in ("good.jpg", "bad.jpg"):
        (made / name).write_bytes(drawn.jpeg())
    return made


@pytest.fixture
def quarantine(tmp_path: Path) -> Iterator[Quarantine]:
    kept = Quarantine(tmp_path / "state", save_after_s=1000)
    yield kept
    kept.close()


@pytest.fixture
def deaths(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Each order that a worker died over: those that name bad.jpg."""
    died: list[str] = []
    ask = WorkerProcess.ask

    def dying(self: WorkerProcess, order: Any, *more: Any) -> Any:
        if "bad.jpg" in str(order):
            died.append(type(order).__name__)
            raise WorkerDied(-11)
        return ask(self, order, *more)

    monkeypatch.setattr(WorkerProcess, "ask", dying)
    return died


def made(shop: workshop.Workshop, source: Path) -> Any:
    news: queue.Queue[Any] = queue.Queue()
    shop.order(source, source.parent, None, 9, news.put)
    return news.get(timeout=120)


def test_the_third_time_no_worker_is_asked(
    open_workshop: Open, folder: Path, quarantine: Quarantine, deaths: list[str]
) -> None:
    shop = open_workshop(quarantine=quarantine)
    results = [made(shop, folder / "bad.jpg") for _ in range(5)]
    assert {result.rule for result in results} == {"worker-died"}
    assert len(deaths) == 2
    assert isinstance(made(shop, folder / "good.jpg"), Ready)
    (folder / "bad.jpg").write_bytes(drawn.jpeg(size=(300, 200)))
    made(shop, folder / "bad.jpg")
    assert len(deaths) == 3, "its content has changed"


def test_headers_of_what_rests_are_not_read_and_those_beside_it_are(
    open_workshop: Open, folder: Path, quarantine: Quarantine, deaths: list[str]
) -> None:
    shop = open_workshop(quarantine=quarantine)
    for _ in range(2):
        made(shop, folder / "bad.jpg")
    deaths.clear()
    news: queue.Queue[Any] = queue.Queue()
    shop.measure((folder / "bad.jpg", folder / "good.jpg"), folder, news.put)
    found = {each.source.name: each for _ in range(2) for each in news.get(timeout=120)}
    assert isinstance(found["bad.jpg"], Failed)
    assert isinstance(found["good.jpg"], Measured)
    assert deaths == []


def test_a_header_and_a_rendition_that_end_a_worker_are_twice(
    open_workshop: Open, folder: Path, quarantine: Quarantine, deaths: list[str]
) -> None:
    shop = open_workshop(quarantine=quarantine)
    news: queue.Queue[Any] = queue.Queue()
    shop.measure((folder / "bad.jpg",), folder, news.put)
    news.get(timeout=120)
    for _ in range(3):
        made(shop, folder / "bad.jpg")
    assert deaths == ["MeasureOrder", "RenditionOrder"]


def test_tiles_that_cannot_be_cut_leave_the_picture_on_the_wall(
    open_workshop: Open, folder: Path, quarantine: Quarantine, deaths: list[str]
) -> None:
    shop = open_workshop(quarantine=quarantine)
    news: queue.Queue[Any] = queue.Queue()
    for _ in range(4):
        shop.order_tiles(folder / "bad.jpg", folder, 9, news.put, news.put)
        assert news.get(timeout=120).rule == "worker-died"
    assert deaths == ["TilesOrder", "TilesOrder"]
    made(shop, folder / "bad.jpg")
    assert deaths[-1] == "RenditionOrder"


def test_what_is_ended_because_the_program_leaves_is_not_blamed(
    open_workshop: Open, folder: Path, quarantine: Quarantine, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = open_workshop(quarantine=quarantine)

    def closing(*_: Any) -> Failed:
        shop.close()
        return asking.worker_died(folder / "bad.jpg")

    monkeypatch.setattr(workshop, "ask", closing)
    for _ in range(2):
        shop.order(folder / "bad.jpg", folder, None, 9, lambda _: None)
    for thread in shop._threads:
        thread.join(60)
    monkeypatch.undo()
    assert quarantine._cases in (None, {})


def test_a_disk_that_answers_for_another_picture_meanwhile_is_not_what_hangs(
    folder: Path, quarantine: Quarantine
) -> None:
    gate, bad = Gate(quarantine), folder / "bad.jpg"
    hangs = Refused("not-answering", "m", "r").of(bad)
    begun = time.monotonic()
    for _ in range(2):
        gate.heed(gate.look(bad), hangs, begun)
    assert gate.look(bad).failed is None
    gate.heed(gate.look(folder / "good.jpg"), _ready(folder / "good.jpg"), begun)
    for _ in range(2):
        gate.heed(gate.look(bad), hangs, begun - 1)
    assert gate.look(bad).failed == hangs


def _ready(source: Path) -> Ready:
    from tests.bridge.fakes import rendition

    return Ready(source, rendition(source, None))


@posix
def test_what_c_libraries_say_in_a_worker_goes_nowhere_and_holds_nobody_up(
    open_workshop: Open, folder: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    shop = open_workshop()
    assert isinstance(made(shop, folder / "good.jpg"), Ready)
    child = shop._processes[0]._process
    assert child is not None
    assert child.stderr is not None
    assert capfd.readouterr().err == ""
    shop._processes[0].rest()
    assert "last words" not in caplog.text


@posix
def test_the_last_words_of_a_worker_are_kept_short() -> None:
    import os

    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    with os.fdopen(reading, "rb") as words, os.fdopen(writing, "wb", buffering=0) as pipe:
        assert let_go(words) == ""
        while pipe.write(b"TIFFReadDirectory: Warning, Unknown field with tag 37724.\n"):
            pass  # until it is full: then nothing is taken, and nobody waits
        let_go(words)
        pipe.write(b"first\nmalloc(): \x1b[31mcorrupted" + b"x" * 1000 + b"\n")
        told = let_go(words)
        assert told.startswith("malloc(): \N{REPLACEMENT CHARACTER}[31mcorrupted")
        assert len(told) == LONGEST
        assert let_go(words) == ""
