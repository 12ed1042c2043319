"""What the supervisor works with: the curtain, the display, the record, and whom it tells."""

from __future__ import annotations

import json
import os
import socket
import sys
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.supervising import display, dress, record, telling
from kiosk.supervising.curtain import Curtain
from kiosk.supervising.dress import Dress
from kiosk.supervising.record import Record
from kiosk.supervising.watched import Order

if TYPE_CHECKING:
    from pathlib import Path


X7 = display._X11 + "7"


class Process:
    """Takes the place of the curtain's process."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.killed = False

    def say(self, words: str) -> bool:
        self.told.append(words)
        return True

    def kill(self) -> None:
        self.killed = True


class Rail:
    """A curtain, its processes and its clock."""

    def __init__(self) -> None:
        self.now = 0.0
        self.made: list[Any] = []
        self.broken = False
        self.curtain = Curtain(self.make, lambda: self.now)

    def make(self) -> Any:
        if self.broken:
            raise OSError(12, "Cannot allocate memory")
        self.made.append(Process())
        return self.made[-1]

    def wait(self, seconds: float) -> None:
        until = self.now + seconds
        while self.curtain.due is not None and self.curtain.due <= until:
            self.now = max(self.now, self.curtain.due)
            self.curtain.look()
            if self.made and self.made[-1].killed and self.curtain.owns(self.made[-1]):
                self.curtain.ended()
        self.now = until


def test_a_curtain_is_ready_unseen_and_closes_and_opens():
    rail = Rail()
    rail.curtain.prepare()
    rail.curtain.close()
    rail.curtain.open()
    assert [process.told for process in rail.made] == [["hide", "show", "hide"]]


def test_a_curtain_that_has_ended_comes_again_as_it_should_be():
    rail = Rail()
    rail.curtain.dress("{}")
    rail.curtain.close()
    rail.curtain.hear(rail.made[-1], "shown")
    rail.curtain.ended()
    rail.wait(0.6)
    rail.curtain.hear(rail.made[-1], "shown")
    rail.curtain.open()
    rail.curtain.hear(rail.made[-1], "hidden")
    rail.curtain.ended()
    rail.wait(0.6)
    assert [process.told for process in rail.made] == [
        ["dress {}", "show"],
        ["dress {}", "show", "hide"],
        ["dress {}", "hide"],
    ]


def test_a_curtain_that_does_not_open_is_taken_away():
    rail = Rail()
    rail.curtain.close()
    rail.curtain.hear(rail.made[-1], "shown")
    rail.curtain.open()
    rail.wait(2.9)
    assert not rail.made[0].killed
    rail.curtain.hear(rail.made[-1], "shown")
    rail.wait(0.2)
    assert rail.made[0].killed


def test_one_that_never_begins_is_tried_ever_more_seldom():
    rail = Rail()
    rail.broken = True
    rail.curtain.close()
    rail.wait(5)
    rail.broken = False
    rail.wait(3600)
    assert 30 < len(rail.made) < 80
    assert all(process.killed for process in rail.made[:-1])


def test_without_a_display_there_is_none():
    rail = Rail()
    rail.curtain.close()
    rail.curtain.rest()
    assert rail.made[0].killed
    assert rail.curtain.due is None
    assert not rail.curtain.owns(rail.made[0])


@pytest.mark.parametrize("words", ["", "{}", "[]", "3", '{"wall": 1, "ink": 2, "languages": 3, "screen": 4}'])
def test_a_dress_that_makes_no_sense_is_the_usual_one(words: str):
    assert dress.read(words) == Dress()


def test_a_dress_goes_in_one_line():
    worn = Dress("#ffffff", "#000000", ("ar", "en"), "HDMI-1")
    assert "\n" not in worn.words()
    assert dress.read(worn.words()) == worn


# The display


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such display servers")
@pytest.mark.parametrize(
    ("environment", "found"),
    [
        ({"DISPLAY": ":7"}, (X7, f"\0{X7}")),
        ({"DISPLAY": "unix:7.0"}, (X7, f"\0{X7}")),
        ({"DISPLAY": "desk:10"}, ()),
        ({"WAYLAND_DISPLAY": "wayland-1", "XDG_RUNTIME_DIR": "/run/user/1000"}, ("/run/user/1000/wayland-1",)),
        ({"WAYLAND_DISPLAY": "/run/w", "QT_QPA_PLATFORM": "wayland"}, ("/run/w",)),
        ({"WAYLAND_DISPLAY": "w", "XDG_RUNTIME_DIR": "/r", "QT_QPA_PLATFORM": "offscreen"}, ()),
        ({"DISPLAY": ":7", "QT_QPA_PLATFORM": "eglfs"}, ()),
        ({}, ()),
    ],
)
def test_where_a_display_server_answers(environment: dict[str, str], found: tuple[str, ...]):
    assert display.sockets(environment) == found


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such display servers")
def test_a_display_server_is_there_when_it_answers(tmp_path: Path):
    environment = {"WAYLAND_DISPLAY": str(tmp_path / "w"), "XDG_RUNTIME_DIR": str(tmp_path)}
    assert not display.is_there(environment)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(tmp_path / "w"))
        assert not display.is_there(environment), "it does not listen"
        server.listen()
        assert display.is_there(environment)
    assert not display.is_there(environment), "its file has outlived it"
    assert display.is_there({"QT_QPA_PLATFORM": "offscreen"})


# The record


def test_restarts_are_counted_from_start_to_start(tmp_path: Path):
    folder = tmp_path / "state"
    for why, safe in (("crash", False), ("hang", False), ("crash", True)):
        record.keep(folder, record.read(folder).add(why, "2026-11-28T23:10", safe=safe))
    assert record.read(folder) == Record(3, 1, (("crash", 2), ("hang", 1)), "crash", "2026-11-28T23:10")


@pytest.mark.parametrize("words", ["", "[]", "null", '{"restarts": []}', '{"by": 3}', "[" * 3000, "\xff"])
def test_a_damaged_record_begins_anew(tmp_path: Path, words: str):
    (tmp_path / record.FILE_NAME).write_text(words, "latin-1")
    assert record.read(tmp_path) == Record()


def test_a_disk_that_refuses_costs_the_count(tmp_path: Path):
    (tmp_path / "state").write_text("a file in the place of the folder")
    record.keep(tmp_path / "state", Record(1))
    assert record.read(tmp_path / "state") == Record()


# Whom it tells


def test_only_sockets_of_this_computer_are_believed():
    assert telling.systemd({"NOTIFY_SOCKET": "/run/systemd/notify"}) is not None
    assert telling.systemd({"NOTIFY_SOCKET": "@abstract"}) is not None
    for name in ("", "vsock:2:99", "relative"):
        assert telling.systemd({"NOTIFY_SOCKET": name}) is None


def test_the_watchdog_is_that_of_this_process():
    assert telling.watchdog_s({"WATCHDOG_USEC": "30000000"}, 7) == 30
    assert telling.watchdog_s({"WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "7"}, 7) == 30
    for told in ({}, {"WATCHDOG_USEC": "0"}, {"WATCHDOG_USEC": "x"}, {"WATCHDOG_USEC": "3", "WATCHDOG_PID": "8"}):
        assert telling.watchdog_s(told, 7) is None
    environment = {"WATCHDOG_USEC": "1", "WATCHDOG_PID": "1", "NOTIFY_SOCKET": "/x", "HOME": "/"}
    telling.keep_to_ourselves(environment)
    assert environment == {"HOME": "/"}


def test_nobody_who_does_not_listen_is_waited_for(tmp_path: Path):
    telling.Systemd(str(tmp_path / "nobody")).tell(telling.READY)
    reader, writer = os.pipe()
    pipe = telling.Pipe(writer)
    for _ in range(20_000):
        pipe.tell(telling.BEAT)
    assert os.read(reader, 11) == b"WATCHDOG=1\n"
    os.close(reader)
    pipe.tell(telling.BEAT)
    os.close(writer)


def test_an_order_goes_as_arguments():
    assert Order().words() == ["watched", "-", "0", "-"]
    assert Order(safe="hang", rest=3600.0, software=True).words() == ["watched", "hang", "3600", "software"]
    assert json.dumps(Order().words())
