"""The workshop with real worker processes: whatever happens to one of them costs one picture."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import psutil
import pytest

from kiosk.pictures import wire
from kiosk.pictures.orders import Failed, Header, Measured, Ready, Result
from kiosk.pictures.workers import frames
from kiosk.pictures.workers.orderbook import Urgency
from kiosk.pictures.workers.process import MEMORY_BYTES
from kiosk.pictures.workers.workshop import Workshop, usual_workers
from tests import drawn
from tests.pictures.workers.conftest import PATIENCE_S, Open

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.pictures.orders import Measurement, Order
    from kiosk.pictures.storage.cache import Cache
    from kiosk.pictures.workers.jobs import Wish


BOX = (1920, 1080)

posix = pytest.mark.skipif(sys.platform == "win32", reason="no such signals on Windows")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An exhibition of a few sound pictures and a broken one."""
    folder = tmp_path / "exhibition"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.jpg").write_bytes(drawn.jpeg(quality=90 + number))
    (folder / "broken.jpg").write_bytes(b"")
    return folder


class News:
    """What a workshop said."""

    def __init__(self) -> None:
        self._heard: queue.Queue[Result] = queue.Queue()
        self.listen = self._heard.put

    def next(self) -> Result:
        return self._heard.get(timeout=PATIENCE_S)

    def silent(self) -> bool:
        return self._heard.empty()


def make(workshop: Workshop, source: Path, box: tuple[int, int] | None = BOX) -> Result:
    news = News()
    workshop.order(source, source.parent, box, 1, news.listen)
    return news.next()


def pid(workshop: Workshop, worker: int = 0) -> int:
    process = workshop._processes[worker]._process
    assert process
    return process.pid


def gone(number: int) -> bool:
    """Whether the process ends; as a child of ours it must not even leave a zombie."""
    limit = time.monotonic() + PATIENCE_S
    while time.monotonic() < limit:
        try:
            process = psutil.Process(number)
            if process.status() == psutil.STATUS_ZOMBIE and process.ppid() != os.getpid():
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.01)
    return False


def test_a_picture_is_made_and_found(open_workshop: Open, cache: Cache, folder: Path) -> None:
    result = make(open_workshop(), folder / "1.jpg")
    assert isinstance(result, Ready)
    assert result.source == folder / "1.jpg"
    assert cache.find(folder / "1.jpg", BOX) == result.rendition


def test_one_order_serves_several_boxes(open_workshop: Open, cache: Cache, folder: Path) -> None:
    news, boxes = News(), ((120, 100), (60, 50))
    open_workshop().order(folder / "1.jpg", folder, BOX, 1, news.listen, boxes)
    assert isinstance(news.next(), Ready)
    assert all(cache.find(folder / "1.jpg", box) for box in (BOX, *boxes))


def test_a_broken_picture_fails_with_its_reason(open_workshop: Open, folder: Path) -> None:
    result = make(open_workshop(), folder / "broken.jpg")
    assert isinstance(result, Failed)
    assert (result.source, result.rule) == (folder / "broken.jpg", "not-a-picture")
    assert '"broken.jpg"' in result.message


@posix
def test_a_name_that_is_not_text_travels_both_ways(open_workshop: Open, folder: Path) -> None:
    path = (folder / "1.jpg").rename(folder / os.fsdecode(b"caf\xe9.jpg"))
    result = make(open_workshop(), path)
    assert isinstance(result, Ready)
    assert result.source == path


def test_no_worker_is_started_before_the_first_order(open_workshop: Open) -> None:
    workshop = open_workshop(workers=2)
    assert not workshop._threads
    assert all(process._process is None for process in workshop._processes)


def test_several_workers_make_all_that_is_ordered(open_workshop: Open, folder: Path) -> None:
    workshop, news = open_workshop(workers=3), News()
    for number in range(6):
        workshop.order(folder / f"{number}.jpg", folder, BOX, number, news.listen)
    assert {news.next().source.name for _ in range(6)} == {f"{number}.jpg" for number in range(6)}


def test_the_same_order_is_carried_out_once_and_answered_to_all(open_workshop: Open, folder: Path) -> None:
    workshop, news = open_workshop(), News()
    make(workshop, folder / "0.jpg")
    with workshop._changed:
        for _ in range(3):
            workshop.order(folder / "1.jpg", folder, BOX, 1, news.listen)
        assert len(workshop._book) == 1
    assert len({id(news.next()) for _ in range(3)}) == 1


def test_who_waits_for_the_preview_hears_of_it_before_the_screen_of_the_same_decoding(
    open_workshop: Open, cache: Cache, folder: Path
) -> None:
    workshop, news, source = open_workshop(), News(), folder / "1.jpg"
    with workshop._changed:
        workshop.order(source, folder, BOX, 1, news.listen)
        workshop.order(source, folder, None, 1, news.listen)
        assert len(workshop._book) == 1
    first, second = news.next(), news.next()
    assert isinstance(first, Ready)
    assert isinstance(second, Ready)
    assert (first.rendition.screen, second.rendition.preview) == (None, first.rendition.preview)
    assert second.rendition == cache.find(source, BOX)


def test_a_screen_comes_along_with_a_preview_and_is_not_made_twice(
    open_workshop: Open, cache: Cache, folder: Path
) -> None:
    workshop, news, source = open_workshop(), News(), folder / "1.jpg"
    asked: list[Result] = []

    def ask_for_the_screen(preview: Result) -> None:
        asked.append(preview)
        workshop.order(source, folder, BOX, 1, news.listen)
        assert len(workshop._book) == 0, "what comes along serves it"

    workshop.order(source, folder, None, 1, ask_for_the_screen, (BOX,))
    result = news.next()
    assert isinstance(result, Ready)
    assert result.rendition.screen
    assert result.rendition == cache.find(source, BOX)
    assert len(asked) == 1
    make(workshop, folder / "2.jpg", None)
    assert cache.find(folder / "2.jpg", BOX) is None, "nobody has asked for that"


def test_a_screen_that_comes_along_is_left_for_what_a_visitor_waits_for(
    open_workshop: Open, cache: Cache, folder: Path
) -> None:
    workshop, news = open_workshop(), News()

    def look_at_another(_: Result) -> None:
        workshop.order(folder / "2.jpg", folder, BOX, Urgency.NOW, news.listen)

    workshop.order(folder / "1.jpg", folder, None, Urgency.THUMBNAIL, look_at_another, (BOX,))
    assert news.next().source.name == "2.jpg"
    worker = pid(workshop)
    assert isinstance(make(workshop, folder / "3.jpg"), Ready)
    assert pid(workshop) == worker, "no worker was ended for it"
    assert cache.find(folder / "1.jpg", None)
    assert cache.find(folder / "1.jpg", BOX) is None


def test_withdrawn_orders_are_neither_made_nor_answered(open_workshop: Open, cache: Cache, folder: Path) -> None:
    workshop, news = open_workshop(), News()
    with workshop._changed:
        sources = [folder / f"{number}.jpg" for number in range(6)]
        wishes = [workshop.order(source, folder, BOX, number, news.listen) for number, source in enumerate(sources)]
        for number in (5, 3, 2, 1, 0):
            workshop.withdraw(wishes[number])
        assert len(workshop._book) == 1
    assert news.next().source.name == "4.jpg"
    make(workshop, folder / "0.jpg")
    assert news.silent()
    assert [cache.find(source, BOX) is not None for source in sources] == [True, False, False, False, True, False]


def test_what_is_wanted_more_urgently_is_made_earlier(open_workshop: Open, folder: Path) -> None:
    workshop, news = open_workshop(), News()
    with workshop._changed:
        wishes = [workshop.order(folder / f"{n}.jpg", folder, BOX, n, news.listen) for n in range(4)]
        workshop.change(wishes[0], 9)
        workshop.change(wishes[3], 0)
    assert [news.next().source.name for _ in range(4)] == ["0.jpg", "2.jpg", "1.jpg", "3.jpg"]


def held_up(workshop: Workshop, source: Path, news: News, monkeypatch: pytest.MonkeyPatch) -> tuple[int, Wish]:
    """Let the only worker be stuck over a picture that nobody wants any more; the worker and the wish there was."""
    monkeypatch.setattr("kiosk.pictures.workers.workshop.LONG_S", 0.01)
    make(workshop, source.with_name("0.jpg"))
    worker = pid(workshop)
    os.kill(worker, signal.SIGSTOP)
    wish = workshop.order(source, source.parent, BOX, Urgency.NOW, news.listen)
    limit = time.monotonic() + PATIENCE_S
    while not workshop._begun and time.monotonic() < limit:
        time.sleep(0.01)
    return worker, wish


@posix
def test_a_long_job_nobody_wants_any_more_is_ended_when_a_visitor_waits(
    open_workshop: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop, news, dropped = open_workshop(), News(), News()
    worker, wish = held_up(workshop, folder / "1.jpg", dropped, monkeypatch)
    workshop.order(folder / "2.jpg", folder, BOX, Urgency.NOW, news.listen)
    workshop.withdraw(wish)
    result = news.next()
    assert isinstance(result, Ready)
    assert result.source.name == "2.jpg"
    assert gone(worker)
    assert isinstance(make(workshop, folder / "1.jpg"), Ready), "it can be asked for again"
    assert dropped.silent()


@posix
def test_a_long_job_goes_on_while_nobody_waits_for_its_worker_or_somebody_wants_it(
    open_workshop: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop, news, dropped = open_workshop(), News(), News()
    worker, wish = held_up(workshop, folder / "1.jpg", dropped, monkeypatch)
    rest = workshop.order(folder / "2.jpg", folder, BOX, Urgency.THUMBNAIL, news.listen)
    workshop.withdraw(wish)
    assert workshop._reminder is None, "no thumbnail ends it"
    again = workshop.order(folder / "1.jpg", folder, BOX, Urgency.REST, news.listen)
    workshop.change(rest, Urgency.NOW)
    assert workshop._reminder is None, "nor anybody what is wanted again"
    os.kill(worker, signal.SIGCONT)
    assert {news.next().source.name for _ in range(2)} == {"1.jpg", "2.jpg"}
    assert pid(workshop) == worker
    assert again.job is None
    assert dropped.silent()


@pytest.mark.logs("A listener for prepared pictures failed")
def test_a_listener_that_fails_stops_nothing(open_workshop: Open, folder: Path) -> None:
    def fail(_: Result) -> None:
        raise ValueError

    workshop = open_workshop(workers=1)
    workshop.order(folder / "0.jpg", folder, BOX, 9, fail)
    assert isinstance(make(workshop, folder / "1.jpg"), Ready)


@posix
def test_a_worker_that_hangs_costs_one_picture(open_workshop: Open, folder: Path) -> None:
    workshop = open_workshop(deadline_s=4)
    make(workshop, folder / "0.jpg")
    hung = pid(workshop)
    os.kill(hung, signal.SIGSTOP)
    result = make(workshop, folder / "1.jpg")
    assert isinstance(result, Failed)
    assert result.rule == "not-answering", "it computed nothing, so it is a disk that was waited for"
    assert '"1.jpg"' in result.message
    assert gone(hung)
    assert isinstance(make(workshop, folder / "2.jpg"), Ready)


def kill_over(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let every worker be killed as soon as it has an order for the file `name`."""
    orders: list[Order] = []

    def encode(order: Order) -> bytes:
        orders.append(order)
        return wire.encode(order)

    def read_frame(pipe: BinaryIO) -> bytes:
        if name in str(orders[-1]):
            for child in psutil.Process().children():
                child.kill()
            return b""
        return frames.read_frame(pipe)

    monkeypatch.setattr("kiosk.pictures.workers.process.encode", encode)
    monkeypatch.setattr("kiosk.pictures.workers.process.read_frame", read_frame)


@posix
def test_a_worker_killed_over_a_picture_costs_that_picture(
    open_workshop: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kill_over(monkeypatch, "1.jpg")
    workshop = open_workshop()
    result = make(workshop, folder / "1.jpg")
    assert isinstance(result, Failed)
    assert result.rule == "worker-died"
    assert '"1.jpg"' in result.message
    assert isinstance(make(workshop, folder / "2.jpg"), Ready)


@posix
def test_a_worker_killed_while_it_rests_costs_nothing(open_workshop: Open, folder: Path) -> None:
    workshop = open_workshop()
    make(workshop, folder / "0.jpg")
    first = pid(workshop)
    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    assert isinstance(make(workshop, folder / "1.jpg"), Ready)
    assert pid(workshop) != first


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux limits address space")
def test_a_picture_that_needs_too_much_memory_is_refused(open_workshop: Open, folder: Path) -> None:
    (folder / "large.png").write_bytes(drawn.saved(drawn.quarters(size=(6000, 6000)), "PNG"))
    workshop = open_workshop(memory_bytes=100 << 20)
    result = make(workshop, folder / "large.png")
    assert isinstance(result, Failed)
    assert result.rule == "out-of-memory"
    assert isinstance(make(workshop, folder / "1.jpg"), Ready)


@posix
def test_a_worker_yields_and_leaves_no_core_and_no_terminal(open_workshop: Open, folder: Path) -> None:
    workshop = open_workshop()
    make(workshop, folder / "0.jpg")
    worker = psutil.Process(pid(workshop))
    assert worker.nice() >= psutil.Process().nice()
    assert worker.nice() > 0
    assert os.getpgid(worker.pid) == worker.pid, "Ctrl+C in the terminal would reach it"
    assert os.getsid(worker.pid) == os.getsid(0), "Linux would give it as much of the processors as the show"
    if sys.platform.startswith("linux"):
        assert os.sched_getscheduler(worker.pid) == os.SCHED_BATCH
        assert worker.rlimit(psutil.RLIMIT_CORE) == (0, 0)
        assert worker.rlimit(psutil.RLIMIT_AS) == (MEMORY_BYTES, MEMORY_BYTES)
        assert "Seccomp:\t2\n" in Path(f"/proc/{worker.pid}/status").read_text(), "no fence around it"
        assert str(Path(f"/proc/{worker.pid}/fd/2").readlink()).startswith("pipe:"), "the terminal of the program"


def test_sizes_are_measured_in_batches_and_remembered(open_workshop: Open, cache: Cache, folder: Path) -> None:
    sources = []
    for number in range(150):
        sources.append(folder / f"copy-{number}.jpg")
        os.link(folder / "1.jpg", sources[-1])
    sources.append(folder / "broken.jpg")
    heard: queue.Queue[Sequence[Measurement]] = queue.Queue()
    open_workshop(workers=2).measure(sources, folder, heard.put)
    found = {}
    while len(found) < len(sources):
        found.update({item.source: item for item in heard.get(timeout=PATIENCE_S)})
    broken = found.pop(folder / "broken.jpg")
    assert isinstance(broken, Failed)
    assert all(isinstance(item, Measured) for item in found.values())
    assert {item.header for item in found.values() if isinstance(item, Measured)} == {Header("JPEG", 240, 160)}
    assert cache.known_sizes(sources) == dict.fromkeys(sources[:-1], (240, 160))


@posix
def test_a_batch_that_kills_its_worker_is_halved_until_one_is_left(
    open_workshop: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kill_over(monkeypatch, "3.jpg")
    workshop = open_workshop()
    heard: queue.Queue[Sequence[Measurement]] = queue.Queue()
    workshop.measure([folder / f"{number}.jpg" for number in range(6)], folder, heard.put)
    found: dict[str, Measurement] = {}
    while len(found) < 6:
        found.update({item.source.name: item for item in heard.get(timeout=PATIENCE_S)})
    assert [name for name, item in sorted(found.items()) if isinstance(item, Failed)] == ["3.jpg"]
    assert isinstance(found["3.jpg"], Failed)
    assert found["3.jpg"].rule == "worker-died"


@pytest.mark.parametrize("state", ["resting", "hung"])
def test_closing_leaves_no_process_and_no_word(state: str, open_workshop: Open, folder: Path) -> None:
    workshop, news = open_workshop(workers=2), News()
    make(workshop, folder / "0.jpg")
    worker = pid(workshop)
    if state == "hung":
        if sys.platform == "win32":
            pytest.skip("no such signal")
        os.kill(worker, signal.SIGSTOP)
    for number in range(1, 6):
        workshop.order(folder / f"{number}.jpg", folder, BOX, 1, news.listen)
    workshop.close()
    before = news._heard.qsize()
    assert gone(worker)
    assert not [
        child for child in psutil.Process().children() if "kiosk.pictures.workers.worker" in " ".join(child.cmdline())
    ]
    assert not any(thread.is_alive() for thread in workshop._threads)
    workshop.order(folder / "0.jpg", folder, BOX, 1, news.listen)
    workshop.close()
    assert news._heard.qsize() == before


def test_an_idle_worker_goes_to_rest_and_comes_back(
    open_workshop: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.pictures.workers.workshop._REST_AFTER_S", 0.01)
    workshop = open_workshop()
    make(workshop, folder / "0.jpg")
    limit = time.monotonic() + PATIENCE_S
    while workshop._processes[0]._process and time.monotonic() < limit:
        time.sleep(0.01)
    assert workshop._processes[0]._process is None
    assert isinstance(make(workshop, folder / "1.jpg"), Ready)


def test_the_cache_is_swept_when_the_work_is_done(
    open_workshop: Open, cache: Cache, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.pictures.workers.workshop._REST_AFTER_S", 0.01)
    left = cache.folder / "left.jpg.1.tmp"
    left.write_bytes(b"half")
    os.utime(left, (1, 1))
    make(open_workshop(), folder / "0.jpg")
    limit = time.monotonic() + PATIENCE_S
    while left.exists() and time.monotonic() < limit:
        time.sleep(0.01)
    assert not left.exists()


def test_what_is_held_is_not_swept_away(
    open_workshop: Open, cache: Cache, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache._budget_bytes = 1
    workshop = open_workshop()
    kept, swept = make(workshop, folder / "0.jpg"), make(workshop, folder / "1.jpg")
    assert isinstance(kept, Ready)
    assert isinstance(swept, Ready)
    assert kept.rendition.screen
    assert swept.rendition.screen
    cache.hold(kept.rendition)
    for result in (kept, swept):
        for path in (result.rendition.screen, result.rendition.preview):
            assert path
            os.utime(path, (1, 1))
    monkeypatch.setattr("kiosk.pictures.workers.workshop._SWEEP_EVERY", 1)
    make(workshop, folder / "2.jpg")
    limit = time.monotonic() + PATIENCE_S
    while swept.rendition.screen.exists() and time.monotonic() < limit:
        time.sleep(0.01)
    assert not swept.rendition.screen.exists()
    assert cache.find(folder / "0.jpg", BOX) == kept.rendition
    assert time.time() - kept.rendition.screen.stat().st_mtime < 3600, "and it counts as used"


def test_what_is_held_stays_in_use_for_other_programs(open_workshop: Open, cache: Cache, folder: Path) -> None:
    result = make(open_workshop(), folder / "0.jpg")
    assert isinstance(result, Ready)
    cache.hold(result.rendition)
    cache.hold(result.rendition)
    cache.release(result.rendition)
    ages = []
    for _ in range(2):
        os.utime(result.rendition.preview, (1, 1))
        cache.renew()
        ages.append(time.time() - result.rendition.preview.stat().st_mtime)
        cache.release(result.rendition)
    assert ages[0] < 3600 < ages[1]
    assert cache.held == ()


PROGRAM = """
import sys, threading, time
from pathlib import Path
from kiosk.pictures.storage.cache import Cache
from kiosk.pictures.workers.workshop import Workshop
source, cache = map(Path, sys.argv[1:3])
workshop, made = Workshop(Cache(cache, 10**9), workers=1), threading.Event()
workshop.order(source, source.parent, None, 1, lambda result: made.set())
made.wait()
print(workshop._processes[0]._process.pid, flush=True)
time.sleep(600)
"""


@posix
def test_a_worker_does_not_outlive_its_program(folder: Path, tmp_path: Path) -> None:
    arguments = [sys.executable, "-c", PROGRAM, str(folder / "0.jpg"), str(tmp_path / "cache")]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout
        worker = int(program.stdout.readline())
        program.kill()
    assert gone(worker)


def test_a_worker_loads_neither_qt_nor_the_rest_of_the_program() -> None:
    script = "import sys, kiosk.pictures.workers.worker; print('\\n'.join(sys.modules))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    modules = run.stdout.split()
    assert not [
        name for name in modules if name.startswith(("PySide6", "shiboken6", "numpy", "yaml", "multiprocessing"))
    ]
    ours = [name for name in modules if name.startswith("kiosk.") and not name.startswith("kiosk.pictures")]
    assert ours == ["kiosk.srgb", "kiosk.exhibition", "kiosk.exhibition.regular_files"]
    assert "kiosk.pictures.workers.workshop" not in modules


def test_the_program_waits_for_pictures_without_loading_pillow() -> None:
    script = "import sys, kiosk.pictures.workers.workshop; print('PIL' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


@pytest.mark.parametrize(("processors", "workers"), [(None, 2), (1, 2), (2, 2), (4, 3), (64, 4)])
def test_there_are_two_workers_and_more_where_the_show_keeps_a_processor(
    processors: int | None, workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    assert usual_workers() == workers
