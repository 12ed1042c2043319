from __future__ import annotations

import datetime as dt
import os
import shutil
import threading
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibition.config_sections import Bundles, Take
from kiosk.staff.bundles import attendant, watching
from kiosk.staff.bundles.attendant import attending, take
from kiosk.staff.bundles.installing import install, roll_back
from kiosk.staff.bundles.secret_key import SecretKey, new_key
from kiosk.staff.bundles.signing import Signer
from kiosk.staff.bundles.store import Store
from kiosk.staff.bundles.watching import SETTLED_S, Watch, sticks
from tests.bundles import NOON, described, files, write_bundle

if TYPE_CHECKING:
    from pathlib import Path


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="module")
def key() -> SecretKey:
    return new_key()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "media/staff/STICK"
    folder.mkdir(parents=True)
    return folder


class Room:
    """A kiosk with a folder that it watches and a stick."""

    def __init__(self, folder: Path, config: Bundles) -> None:
        self.watched = folder / "watched"
        self.watched.mkdir()
        self.store = Store(folder / "content")
        self.clock = Clock()
        config = Bundles(watch=[str(self.watched), str(folder / "gone")], key=config.key, take=config.take)
        self.watch = Watch(config, self.store, self.clock, lambda: sticks(folder, "linux"))

    def later(self, seconds: float = SETTLED_S) -> tuple[str, ...]:
        """What is offered then."""
        self.watch.scan()
        self.clock.now += seconds
        self.watch.scan()
        return tuple(offer.file.name for offer in self.watch.offers())


@pytest.fixture
def room(tmp_path: Path, key: SecretKey) -> Room:
    return Room(tmp_path, Bundles(key=str(key.public), take=Take.SIGNED))


def test_bundles_on_sticks_and_in_watched_folders_are_offered(room, stick):
    write_bundle(stick / "spring.kiosk")
    write_bundle(room.watched / "winter.KIOSK", title="Winter", made=NOON + dt.timedelta(days=1))
    assert room.later() == ("winter.KIOSK", "spring.kiosk")
    assert {offer.signer for offer in room.watch.offers()} == {Signer.NOBODY}
    assert room.watch.problems == ()


def test_only_what_lies_at_the_top_and_is_a_file_counts(room, stick, tmp_path):
    (stick / "deep").mkdir()
    write_bundle(stick / "deep/x.kiosk")
    write_bundle(stick / "x.zip")
    write_bundle(stick / ".hidden.kiosk")
    (stick / "folder.kiosk").mkdir()
    (stick / "link.kiosk").symlink_to(write_bundle(tmp_path / "x.kiosk"))
    os.mkfifo(stick / "pipe.kiosk")
    assert room.later() == ()
    assert room.watch.problems == ()


def test_a_bundle_that_is_being_copied_is_waited_for(room, stick, tmp_path):
    whole = write_bundle(tmp_path / "whole").read_bytes()
    target = stick / "x.kiosk"
    target.write_bytes(whole[: len(whole) // 2])
    room.watch.scan()
    room.clock.now += SETTLED_S - 0.1
    target.write_bytes(whole)
    assert room.later(SETTLED_S - 0.1) == ()
    assert room.watch.problems == ()
    room.clock.now += 0.2
    room.watch.scan()
    assert [offer.file for offer in room.watch.offers()] == [target]


def test_a_bundle_that_stays_half_copied_is_told_of(room, stick, tmp_path):
    whole = write_bundle(tmp_path / "whole").read_bytes()
    (stick / "x.kiosk").write_bytes(whole[: len(whole) // 2])
    assert room.later() == ()
    (problem,) = room.watch.problems
    assert (problem.rule, problem.file) == ("incomplete", stick / "x.kiosk")
    (stick / "x.kiosk").unlink()
    room.watch.scan()
    assert room.watch.problems == ()


def test_only_what_is_newer_than_what_is_shown_is_offered(room, stick):
    install(write_bundle(room.watched / "a.kiosk", generation=2), room.store)
    write_bundle(stick / "b.kiosk", files("b"), generation=1)
    write_bundle(stick / "c.kiosk", files("c"), generation=2)
    assert room.later() == ()
    write_bundle(stick / "d.kiosk", files("d"), generation=3)
    write_bundle(room.watched / "e.kiosk", files("e"), generation=4)
    assert room.later() == ("e.kiosk",)


def test_of_the_same_on_two_sticks_the_signed_one_counts(room, stick, key):
    write_bundle(stick / "a.kiosk")
    write_bundle(room.watched / "b.kiosk", key=key)
    write_bundle(room.watched / "c.kiosk")
    assert room.later() == ("b.kiosk",)
    assert room.watch.offers()[0].signer is Signer.OURS


def test_a_signed_one_is_taken_by_itself(room, stick, key):
    write_bundle(stick / "x.kiosk", files("x"), key=key)
    room.later()
    assert take(room.watch, room.store) == ()
    assert room.store.current == described(files("x"))
    room.watch.scan()
    assert room.watch.offers() == ()
    assert room.watch.taken() is None


@pytest.mark.parametrize("config", ["ask", "no key", "unsigned", "another key"])
def test_anything_else_waits_for_staff(tmp_path, stick, key, config):
    bundles = Bundles(
        key=None if config == "no key" else str(key.public), take=Take.ASK if config == "ask" else Take.SIGNED
    )
    room = Room(tmp_path, bundles)
    signing = {"unsigned": None, "another key": new_key()}.get(config, key)
    write_bundle(stick / "x.kiosk", key=signing)
    assert room.later() == ("x.kiosk",)
    assert take(room.watch, room.store) == ()
    assert room.store.current is None


def test_what_staff_went_back_from_does_not_come_again_by_itself(room, stick, key):
    install(write_bundle(room.watched / "a.kiosk", files("a")), room.store)
    write_bundle(stick / "b.kiosk", files("b"), key=key, generation=2)
    room.later()
    take(room.watch, room.store)
    assert room.store.current.generation == 2
    roll_back(room.store)
    assert room.later() == ("b.kiosk",)
    assert room.watch.offers()[0].left
    take(room.watch, room.store)
    assert room.store.current.generation == 1
    write_bundle(stick / "c.kiosk", files("c"), key=key, generation=3)
    room.later()
    take(room.watch, room.store)
    assert room.store.current.generation == 3


def test_one_that_cannot_be_installed_is_told_once_and_left_alone(room, stick, key):
    bundle = write_bundle(stick / "x.kiosk", files("x"), key=key)
    content = bundle.read_bytes()
    bundle.write_bytes(content.replace(b"xxxx", b"xxxy", 1))
    room.later()
    assert [problem.rule for problem in take(room.watch, room.store)] == ["damaged"]
    assert [problem.rule for problem in take(room.watch, room.store)] == ["damaged"]
    assert room.watch.offers() == ()
    assert room.store.current is None
    shutil.copy(write_bundle(stick.parent / "y", files("x"), key=key), bundle)
    room.later()
    take(room.watch, room.store)
    assert room.store.current.generation == 1


def test_a_bundle_is_read_once(room, stick, monkeypatch):
    read = []
    real = watching.open_bundle
    monkeypatch.setattr(watching, "open_bundle", lambda file: (read.append(file), real(file))[1])
    write_bundle(stick / "x.kiosk")
    room.later()
    room.later(60)
    assert len(read) == 1


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_sticks_are_where_each_system_puts_them(tmp_path, platform):
    places = {
        "linux": {"media", "media/staff", "media/staff/STICK", "media/usb", "run/media/staff/OTHER"},
        "darwin": {"Volumes/STICK"},
    }
    for folder in places[platform]:
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    (tmp_path / "Volumes").mkdir(exist_ok=True)
    (tmp_path / "Volumes/Macintosh HD").symlink_to(tmp_path)
    found = {folder.relative_to(tmp_path).as_posix() for folder in sticks(tmp_path, platform)}
    assert found == places[platform] - {"media"}


def test_signed_bundles_are_taken_while_a_show_goes_on(tmp_path, stick, key, monkeypatch):
    monkeypatch.setattr(attendant, "FIRST_AFTER_S", 0)
    monkeypatch.setattr(attendant, "SCAN_EVERY_S", 0.01)
    monkeypatch.setattr(watching, "SETTLED_S", 0)
    monkeypatch.setattr(watching, "sticks", lambda: [stick])
    write_bundle(stick / "x.kiosk", key=key)
    (stick / "broken.kiosk").write_bytes(b"<html>")
    store, told, done = Store(), [], threading.Event()
    install(write_bundle(tmp_path / "old.kiosk", files("old"), made=NOON - dt.timedelta(1), title="Old"), store)
    left = store.generations / ".new-9"
    left.mkdir()

    def config() -> Bundles:
        if store.current.title == "Spring" and told:
            done.set()
        return Bundles(key=str(key.public), take=Take.SIGNED)

    with attending(config, told.append):
        assert done.wait(20)
    assert [(problem.rule, problem.file) for problem in told] == [("not-a-bundle", stick / "broken.kiosk")]
    assert not left.exists()


@pytest.mark.logs("unexpected error while bundles were looked for")
def test_an_error_nobody_thought_of_does_not_end_the_looking(key, monkeypatch):
    monkeypatch.setattr(attendant, "FIRST_AFTER_S", 0)
    monkeypatch.setattr(attendant, "IDLE_S", 0.01)
    looked = threading.Semaphore(0)

    def sticks():
        looked.release()
        raise AssertionError("a stick of another kind")

    monkeypatch.setattr(watching, "sticks", sticks)
    with attending(lambda: Bundles(key=str(key.public), take=Take.SIGNED), pytest.fail):
        for _ in range(3):
            assert looked.acquire(timeout=20)
    for thread in threading.enumerate():
        if thread.name == "bundles":
            thread.join()


def test_nothing_is_looked_for_without_a_wish(stick, key, monkeypatch):
    monkeypatch.setattr(attendant, "FIRST_AFTER_S", 0)
    monkeypatch.setattr(attendant, "IDLE_S", 0.01)
    monkeypatch.setattr(watching, "sticks", lambda: pytest.fail("looked"))
    write_bundle(stick / "x.kiosk", key=key)
    asked = threading.Semaphore(0)
    with attending(lambda: (asked.release(), Bundles())[1], pytest.fail):
        for _ in range(3):
            assert asked.acquire(timeout=20)
    assert not Store().folder.exists()
