"""Tiles made by real workers: told as they come, kept when interrupted, never in the way of the next slide."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pyvips
from PIL import Image

from kiosk.pictures.orders import Alive, Failed, Progress, PyramidReady, Ready, Reply, Result, TilesMade, TilesOrder
from kiosk.pictures.pyramid import Pyramid, Tile
from kiosk.pictures.storage.tiles import whole_tiles
from kiosk.pictures.wire import encode
from kiosk.pictures.workers.process import OutOfTime, WorkerDied, WorkerProcess
from tests.pictures.making.test_pyramids import meadow, turned
from tests.pictures.workers.conftest import PATIENCE_S, Open

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.pictures.storage.cache import Cache

SIZE = (2600, 2100)
BOX = (1920, 1080)

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no address space")
News = TilesMade | PyramidReady | Failed


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exhibition")
    for name in ("a.png", "b.png"):
        (folder / name).write_bytes(turned(meadow(SIZE), 1, "PNG"))
    return folder


class Ear:
    """What a workshop says of the tiles of a picture, in order. `hold`: what to do while it says so."""

    def __init__(self, hold: Callable[[TilesMade], None] = lambda _: None) -> None:
        self._news: queue.Queue[News] = queue.Queue()
        self._hold = hold
        self.tiles: list[Tile] = []

    def made(self, made: TilesMade) -> None:
        self.tiles += made.tiles
        self._news.put(made)
        self._hold(made)

    def done(self, result: PyramidReady | Failed) -> None:
        self._news.put(result)

    def next(self) -> News:
        return self._news.get(timeout=PATIENCE_S)

    def result(self) -> PyramidReady | Failed:
        while isinstance(news := self.next(), TilesMade):
            pass
        return news


def everything(size: tuple[int, int] = SIZE) -> list[Tile]:
    pyramid = Pyramid(*size)
    return sorted(tile for level in range(pyramid.levels) for tile in pyramid.tiles(level))


def tiles_folder(cache: Cache) -> Path:
    (folder,) = cache.folder.glob("*.tiles")
    return folder


def test_tiles_are_told_of_while_they_are_made_and_found(open_workshop: Open, cache: Cache, folder: Path) -> None:
    source = folder / "a.png"
    assert cache.tile(source, Tile(0, 0, 0)) is None
    ear = Ear(lambda made: there.append(all(cache.tile(source, tile) for tile in made.tiles)))
    there: list[bool] = []
    open_workshop().order_tiles(source, folder, 1, ear.made, ear.done)
    assert ear.result() == PyramidReady(source, *SIZE)
    assert sorted(ear.tiles) == everything()
    assert len(there) > 4
    assert all(there)
    assert whole_tiles(tiles_folder(cache)) == set(everything())


def test_tiles_that_are_there_are_told_of_at_once_and_what_is_lost_or_broken_is_made_again(
    open_workshop: Open, cache: Cache, folder: Path
) -> None:
    workshop, source = open_workshop(), folder / "a.png"
    first = Ear()
    workshop.order_tiles(source, folder, 1, first.made, first.done)
    assert isinstance(first.result(), PyramidReady)
    lost, broken, discarded = Tile(0, 3, 2), Tile(1, 0, 1), Tile(0, 0, 4)
    times = {path: path.stat().st_mtime_ns for path in tiles_folder(cache).iterdir()}
    for tile, harm in ((lost, Path.unlink), (broken, lambda path: os.truncate(path, 900))):
        path = cache.tile(source, tile)
        assert path
        harm(path)
    cache.discard_tile(source, discarded)
    assert cache.tile(source, discarded) is None
    again = Ear()
    workshop.order_tiles(source, folder, 1, again.made, again.done)
    known = again.next()
    assert isinstance(known, TilesMade)
    assert set(everything()) - set(known.tiles) == {lost, broken, discarded}
    assert isinstance(again.result(), PyramidReady)
    assert sorted(again.tiles) == everything()
    made = {path.stem for path in tiles_folder(cache).iterdir() if times.get(path) != path.stat().st_mtime_ns}
    assert made == {"0-3-2", "1-0-1", "0-0-4"}


def test_a_worker_killed_in_the_middle_leaves_whole_tiles_and_the_next_goes_on(
    open_workshop: Open, cache: Cache, folder: Path
) -> None:
    workshop, source = open_workshop(), folder / "a.png"

    def kill(_: TilesMade) -> None:
        process = workshop._processes[0]._process
        if process and len(ear.tiles) > 10:
            os.kill(process.pid, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)

    ear = Ear(kill)
    workshop.order_tiles(source, folder, 1, ear.made, ear.done)
    failed = ear.result()
    assert isinstance(failed, Failed)
    assert failed.rule == "worker-died"
    left = whole_tiles(tiles_folder(cache))
    assert set(ear.tiles) <= left < set(everything())
    assert len([path for path in tiles_folder(cache).iterdir() if path.suffix in (".jpg", ".png")]) == len(left)
    again = Ear()
    workshop.order_tiles(source, folder, 1, again.made, again.done)
    known = again.next()
    assert isinstance(known, TilesMade)
    assert set(known.tiles) == left
    assert again.result() == PyramidReady(source, *SIZE)
    assert sorted(again.tiles) == everything()


def test_the_only_worker_leaves_a_pyramid_for_something_more_urgent_and_comes_back(
    open_workshop: Open, folder: Path
) -> None:
    workshop, order = open_workshop(), []

    def slide_done(result: Result) -> None:
        order.append(result)

    def interrupt(made: TilesMade) -> None:
        if len(order) == 0 and len(ear.tiles) == len(made.tiles):
            workshop.order(folder / "b.png", folder, BOX, 5, slide_done)

    ear = Ear(interrupt)
    workshop.order_tiles(folder / "a.png", folder, 1, ear.made, lambda done: (order.append(done), ear.done(done)))
    assert isinstance(ear.result(), PyramidReady)
    assert [type(each) for each in order] == [Ready, PyramidReady]
    assert set(ear.tiles) == set(everything())


def test_something_less_urgent_waits_for_the_pyramid(open_workshop: Open, folder: Path) -> None:
    workshop, order = open_workshop(), []
    ear, slide = Ear(), queue.Queue[Result]()
    workshop.order_tiles(folder / "a.png", folder, 5, ear.made, lambda done: (order.append(done), ear.done(done)))
    assert isinstance(ear.next(), TilesMade)
    workshop.order(folder / "b.png", folder, BOX, 1, lambda done: (order.append(done), slide.put(done)))
    slide.get(timeout=PATIENCE_S)
    assert [type(each) for each in order] == [PyramidReady, Ready]


def test_a_withdrawn_pyramid_ends_soon_and_is_never_told_of(open_workshop: Open, cache: Cache, folder: Path) -> None:
    workshop, slide = open_workshop(), queue.Queue[Result]()
    ear = Ear(lambda _: workshop.withdraw_tiles(folder / "a.png"))
    workshop.order_tiles(folder / "a.png", folder, 5, ear.made, ear.done)
    assert isinstance(ear.next(), TilesMade)
    workshop.order(folder / "b.png", folder, BOX, 1, slide.put)
    assert isinstance(slide.get(timeout=PATIENCE_S), Ready)
    assert ear._news.empty()
    assert whole_tiles(tiles_folder(cache)) < set(everything())


class TalkingWorker(WorkerProcess):
    """A worker that says what it is told to say, frame by frame, each after `pause_s` and an answer to the last."""

    def __init__(self, frames: list[bytes], pause_s: float, deadline_s: float) -> None:
        super().__init__(deadline_s=deadline_s)
        self._frames, self._pause_s = frames, pause_s

    def _started(self) -> subprocess.Popen[bytes]:
        script = (
            "import struct, sys, time\n"
            "for frame in sys.argv[2:]:\n"
            "    sys.stdin.buffer.read(struct.unpack('<I', sys.stdin.buffer.read(4))[0])\n"
            "    time.sleep(float(sys.argv[1]))\n"
            "    data = bytes.fromhex(frame)\n"
            "    sys.stdout.buffer.write(struct.pack('<I', len(data)) + data)\n"
            "    sys.stdout.buffer.flush()\n"
            "time.sleep(60)\n"
        )
        command = [sys.executable, "-IS", "-c", script, str(self._pause_s), *(frame.hex() for frame in self._frames)]
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def test_the_deadline_is_one_of_silence(tmp_path: Path) -> None:
    source = tmp_path / "a.jpg"
    sign_of_life, end = encode(Alive()), encode(PyramidReady(source, 1, 1))
    order = TilesOrder(source, tmp_path, tmp_path)
    heard: list[Progress] = []
    worker = TalkingWorker([sign_of_life] * 4 + [end], pause_s=0.7, deadline_s=2.5)
    assert worker.ask(order, lambda made: not heard.append(made)) == PyramidReady(source, 1, 1)  # type: ignore[func-returns-value]
    assert len(heard) == 4
    worker.rest()
    with pytest.raises(OutOfTime):
        TalkingWorker([sign_of_life], pause_s=0.0, deadline_s=0.5).ask(order)


class LateWorker(TalkingWorker):
    """One whose words come when it has been ended for its silence."""

    def _hear(self, process: subprocess.Popen[bytes]) -> Reply:
        reply = super()._hear(process)
        self._end(process)
        return reply


def test_a_sign_of_life_that_comes_too_late_ends_one_order_and_not_the_workshop(tmp_path: Path) -> None:
    with pytest.raises(WorkerDied):
        LateWorker([encode(Alive())], 0.0, PATIENCE_S).ask(TilesOrder(tmp_path / "a.jpg", tmp_path, tmp_path))


@pytest.mark.parametrize(
    ("data", "rule"),
    [(b"", "not-a-picture"), (turned(meadow((900, 700)), 1, "PNG")[:-9000], "truncated")],
)
def test_a_broken_picture_fails_with_its_reason(data: bytes, rule: str, open_workshop: Open, tmp_path: Path) -> None:
    path = tmp_path / "broken.png"
    path.write_bytes(data)
    ear = Ear()
    open_workshop().order_tiles(path, tmp_path, 1, ear.made, ear.done)
    failed = ear.result()
    assert isinstance(failed, Failed)
    assert (failed.source, failed.rule) == (path, rule)
    assert '"broken.png"' in failed.message


@posix
def test_a_picture_that_pillow_could_not_hold_is_shown_and_cut_in_little_memory(
    open_workshop: Open, cache: Cache, tmp_path: Path
) -> None:
    size = (12_000, 9_000)
    source = tmp_path / "large.tif"
    slope = pyvips.Image.xyz(*size)
    shades = slope[0] * (255 / size[0]), slope[1] * (255 / size[1]), (slope[0] + slope[1]) % 256
    picture = shades[0].bandjoin(list(shades[1:])).cast("uchar").copy(interpretation="srgb")
    picture.tiffsave(str(source), compression="lzw")
    # As a whole it is 432 MB large in Pillow, and 324 MB at the least.
    workshop, slide, ear = open_workshop(memory_bytes=300 << 20), queue.Queue[Result](), Ear()
    workshop.order(source, tmp_path, BOX, 5, slide.put)
    shown = slide.get(timeout=PATIENCE_S)
    assert isinstance(shown, Ready)
    assert (shown.rendition.width, shown.rendition.height) == size
    workshop.order_tiles(source, tmp_path, 1, ear.made, ear.done)
    assert ear.result() == PyramidReady(source, *size)
    assert sorted(ear.tiles) == everything(size)
    for tile, place in ((Tile(0, 23, 17), (11_900, 8_900)), (Tile(0, 3, 12), (1_700, 6_200))):
        path = cache.tile(source, tile)
        assert path
        with Image.open(path) as image:
            found = image.getpixel((place[0] - tile.column * 512, place[1] - tile.row * 512))
        assert isinstance(found, tuple)
        assert abs(found[0] - place[0] * 255 / size[0]) < 8
        assert abs(found[1] - place[1] * 255 / size[1]) < 8
