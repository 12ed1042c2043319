"""The screen is kept lit: real buses with services of our own, and none that hangs delays the show."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import ClassInfo, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusUnixFileDescriptor

from kiosk.staff import light
from kiosk.staff.bus import Bus, NoAnswer, message, session_bus, system_bus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

needs_bus = pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="dbus-daemon is not installed")


@pytest.fixture
def daemon(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    command = ["dbus-daemon", "--session", "--nofork", "--print-address", f"--address=unix:path={tmp_path}/bus"]
    started = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert started.stdout
    started.stdout.readline()
    yield started
    started.send_signal(signal.SIGCONT)
    started.terminate()
    started.communicate()


@pytest.fixture
def address(daemon: subprocess.Popen[str], tmp_path: Path) -> str:  # noqa: ARG001 - it has to run
    return f"unix:path={tmp_path}/bus"


Held = Callable[[], list[object]]


@pytest.fixture(autouse=True)
def keepers() -> Iterator[list[light.Keeper]]:
    """Those that ask; they let go of what they hold after the test."""
    made: list[light.Keeper] = []
    yield made
    for each in made:
        for promise in each.promises.values():
            if isinstance(promise, Bus):
                promise.close()


@pytest.fixture
def held(keepers: list[light.Keeper]) -> Held:
    """What is held."""
    return lambda: [promise for each in keepers for promise in each.promises.values()]


@pytest.fixture
def ask(qtbot: QtBot, keepers: list[light.Keeper]) -> Callable[..., light.Keeper]:
    """Asks as the program does, beside a loop that answers; a keeper that is named asks again."""

    def asked(environment: dict[str, str], keeper: light.Keeper | None = None) -> light.Keeper:
        if keeper is None:
            keepers.append(keeper := light.Keeper(environment, on_x=False))
        aside(qtbot, keeper.ask)
        return keeper

    return asked


def aside(qtbot: QtBot, work: Callable[[], object]) -> None:
    thread = threading.Thread(target=work)
    thread.start()
    qtbot.waitUntil(lambda: not thread.is_alive(), timeout=20_000)


@ClassInfo({"D-Bus Interface": "org.freedesktop.ScreenSaver"})
class ScreenSaver(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[object, ...]] = []

    @Slot(str, str, result=int)
    def Inhibit(self, who: str, why: str) -> int:
        self.asked.append((who, why))
        return 7


@ClassInfo({"D-Bus Interface": "org.gnome.SessionManager"})
class SessionManager(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[object, ...]] = []

    @Slot(str, "uint", str, "uint", result=int)
    def Inhibit(self, who: str, window: int, why: str, flags: int) -> int:
        self.asked.append((who, window, why, flags))
        return 8


@ClassInfo({"D-Bus Interface": "org.freedesktop.login1.Manager"})
class Login(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[object, ...]] = []
        self.reader, self.writer = os.pipe()

    @Slot(str, str, str, str, result=QDBusUnixFileDescriptor)
    def Inhibit(self, what: str, who: str, why: str, mode: str) -> QDBusUnixFileDescriptor:
        self.asked.append((what, who, why, mode))
        return QDBusUnixFileDescriptor(self.writer)


SERVICES = {ScreenSaver: "org.freedesktop.ScreenSaver", SessionManager: "org.gnome.SessionManager"}


def offer(address: str, name: str, service: QObject) -> QDBusConnection:
    connection = QDBusConnection.connectToBus(address, f"test-{name}-{address}")
    assert connection.registerService(name)
    slots = QDBusConnection.RegisterOption.ExportAllSlots
    assert connection.registerObject("/" + name.replace(".", "/"), service, slots)
    return connection


@needs_bus
@pytest.mark.parametrize("kind", list(SERVICES))
def test_a_desktop_is_asked_and_its_promise_is_held(
    kind: type[ScreenSaver | SessionManager], address: str, ask: Any, held: Held
) -> None:
    service = kind()
    connection = offer(address, SERVICES[kind], service)
    ask({"DBUS_SESSION_BUS_ADDRESS": address})
    wanted = [("kiosk-gallery", light.WHY)] if kind is ScreenSaver else [("kiosk-gallery", 0, light.WHY, light.IDLE)]
    assert service.asked == wanted
    assert len(held()) == 1
    QDBusConnection.disconnectFromBus(connection.name())


@needs_bus
def test_the_systems_own_service_promises_for_as_long_as_a_file_is_open(address: str, ask: Any, held: Held) -> None:
    service = Login()
    connection = offer(address, "org.freedesktop.login1", service)
    ask({"DBUS_SYSTEM_BUS_ADDRESS": address})
    assert service.asked == [("idle", "kiosk-gallery", light.WHY, "block")]
    (bus,) = held()
    assert isinstance(bus, Bus)
    assert len(bus._files) == 1
    bus.close()
    assert bus._files == []
    os.close(service.reader)
    os.close(service.writer)
    QDBusConnection.disconnectFromBus(connection.name())


@needs_bus
@pytest.mark.logs("nobody keeps it lit .*ScreenSaver refuses.*SessionManager refuses")
def test_that_nobody_agrees_is_one_line(address: str, ask: Any, held: Held, caplog: pytest.LogCaptureFixture) -> None:
    keeper = ask({"DBUS_SESSION_BUS_ADDRESS": address})
    ask({}, keeper)
    assert held() == []
    assert len([record for record in caplog.records if record.levelname == "WARNING"]) == 1


@needs_bus
@pytest.mark.logs("nobody keeps it lit")
def test_a_service_that_comes_later_or_is_started_again_is_asked_again(
    address: str, ask: Any, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    name = SERVICES[ScreenSaver]
    keeper = ask({"DBUS_SESSION_BUS_ADDRESS": address})
    for _ in range(3):
        saver = ScreenSaver()
        connection = offer(address, name, saver)
        ask({}, keeper)
        ask({}, keeper)
        assert len(saver.asked) == 1, "once is enough"
        keeper.wait((0.0,))
        assert list(keeper.promises) == [name], "nothing has happened"
        connection.unregisterService(name)
        QDBusConnection.disconnectFromBus(connection.name())
        del connection
        aside(qtbot, lambda: keeper.wait((0.0, 20.0)))
        assert keeper.promises == {}
    told = [record.getMessage() for record in caplog.records if record.name == light.__name__]
    assert ["nobody" in line for line in told] == [True, False], "it is told once, and once that it is over"


@needs_bus
def test_a_bus_that_is_started_again_is_asked_again(
    address: str, ask: Any, qtbot: QtBot, daemon: subprocess.Popen[str]
) -> None:
    saver = ScreenSaver()
    connection = offer(address, SERVICES[ScreenSaver], saver)
    keeper = ask({"DBUS_SESSION_BUS_ADDRESS": address})
    assert keeper.promises
    QDBusConnection.disconnectFromBus(connection.name())
    daemon.kill()
    daemon.wait()  # the first wait takes no time
    aside(qtbot, lambda: keeper.wait((0.0, 20.0)))
    assert keeper.promises == {}


def test_each_window_may_have_it_kept_lit_and_one_thread_does(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = threading.Semaphore(0)
    monkeypatch.setattr(light, "_held", [])
    monkeypatch.setattr(light.Keeper, "keep", lambda _keeper: kept.release())
    light.keep_lit(on_x=False)
    light.keep_lit(on_x=False)
    assert kept.acquire(timeout=20)
    assert not kept.acquire(timeout=0.05)


@needs_bus
def test_a_bus_that_hangs_is_given_up(address: str, daemon: subprocess.Popen[str]) -> None:
    daemon.send_signal(signal.SIGSTOP)
    with pytest.raises(NoAnswer):
        Bus(address, patience_s=0.2)


def test_where_nobody_is_there_nobody_is_asked(held: Held) -> None:
    assert list(light._askable({"DBUS_SYSTEM_BUS_ADDRESS": ""}, False)) == [] or system_bus({})
    assert held() == []


@pytest.mark.parametrize("address", ["tcp:host=127.0.0.1,port=9", "unixexec:path=/bin/sh", "nonsense", "autolaunch:"])
def test_only_sockets_in_the_file_system_are_spoken_to(address: str) -> None:
    with pytest.raises(NoAnswer, match="not on this computer"):
        Bus(address)


def test_a_bus_is_where_the_session_says_or_where_it_always_is(tmp_path: Path) -> None:
    assert session_bus({}) is None
    assert session_bus({"XDG_RUNTIME_DIR": str(tmp_path)}) is None
    (tmp_path / "bus").touch()
    assert session_bus({"XDG_RUNTIME_DIR": str(tmp_path)}) == f"unix:path={tmp_path}/bus"
    assert session_bus({"DBUS_SESSION_BUS_ADDRESS": "unix:abstract=/x"}) == "unix:abstract=/x"
    assert system_bus({"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/y"}) == "unix:path=/y"


def test_a_call_is_aligned_as_the_specification_says() -> None:
    sent = message(3, "a.b", "/a/b", "a.b", "Do", "x", 5)
    assert sent[:4] == b"l\1\0\1"
    body, fields = int.from_bytes(sent[4:8], "little"), int.from_bytes(sent[12:16], "little")
    assert body == 4 + 2 + 2 + 4
    assert len(sent) == (16 + fields + 7) // 8 * 8 + body
    assert b"\x08\x01g\x00\x02su\x00" in sent
