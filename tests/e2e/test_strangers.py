"""Strangers at a kiosk with a keyboard, a mouse and a desktop behind it: they find no way out."""

from __future__ import annotations

import time
from contextlib import contextmanager
from ctypes.util import find_library
from shutil import which
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibition.places import cache_folder
from kiosk.visit.opening import FILE_NAME
from tests.bench.screen import Screen, wait_until
from tests.exhibitions import build_exhibition
from tests.sockets import children, network_sockets
from tests.stranger import (
    ALT,
    CTRL,
    ESCAPE,
    MENU,
    PRINT,
    SHIFT,
    SUPER,
    TAB,
    Stranger,
    function_key,
    managed,
    since,
)

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path

    from tests.e2e.conftest import Program

RIGHT = 0xFF53
PICTURES = 6
WAYS_OUT = {
    "Alt+F4": (ALT, function_key(4)),
    "Ctrl+Q": (CTRL, ord("q")),
    "Ctrl+W": (CTRL, ord("w")),
    "Cmd+Q": (SUPER, ord("q")),
    "F11": (function_key(11),),
    "F1": (function_key(1),),
    "Alt+Tab": (ALT, TAB),
    "Alt+Escape": (ALT, ESCAPE),
    "Alt+F9, iconify": (ALT, function_key(9)),
    "Super": (SUPER,),
    "Super+D": (SUPER, ord("d")),
    "Super+F, no full screen": (SUPER, ord("f")),
    "Ctrl+Alt+Right, another desktop": (CTRL, ALT, RIGHT),
    "Shift+Alt+Right, put there": (SHIFT, ALT, RIGHT),
    "Ctrl+Shift+Escape": (CTRL, SHIFT, ESCAPE),
    "Menu": (MENU,),
    "Shift+F10": (SHIFT, function_key(10)),
    "Print": (PRINT,),
    "Ctrl+O": (CTRL, ord("o")),
    "Ctrl+P": (CTRL, ord("p")),
    "Ctrl+S": (CTRL, ord("s")),
    "Ctrl+V": (CTRL, ord("v")),
}
STARTS = 4
DOORS = {
    "QML_IMPORT_PATH": "/nowhere",
    "QSG_VISUALIZE": "overdraw",
    "QT_LOGGING_RULES": "*=true",
    "QT_QPA_GENERIC_PLUGINS": "tuiotouch:udp=33333",
}
"""Without the kiosk's doing, the last one opens a port."""
CONFIG = {
    "attract": {"seconds": 5, "teaser_every": 0},
    "idle": {"warn_after_s": 10, "warn_for_s": 20},
    "display": {"reduced_motion": "on", "diagonal_inches": 32},
}


@contextmanager
def stranger_at(tmp_path: Path) -> Iterator[tuple[Screen, Stranger]]:
    """A private screen; Windows and Macs have none."""
    missing = [name for name in ("Xvfb", "openbox") if not which(name)] + [
        name for name in ("Xtst", "Xss") if not find_library(name)
    ]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)} (python3 run.py test --install-system)")
    with Screen((1280, 720)) as screen, managed(screen, tmp_path) as stranger:
        yield screen, stranger


@pytest.fixture
def six(tmp_path: Path) -> Path:
    folder = tmp_path / "six"
    folder.mkdir()
    return build_exhibition(folder, works=PICTURES, pictures=PICTURES, size=(600, 400), themes=1)


def started(program: Program, screen: Screen, manifest: Path) -> subprocess.Popen[str]:
    program.environment.update(DISPLAY=screen.name, QT_QPA_PLATFORM="xcb")
    for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
        program.environment.pop(name, None)
    return program.start("kiosk", manifest, "--config", program.configure(CONFIG))


def ours(stranger: Stranger, others: set[int]) -> list[int]:
    return [window for window in stranger.windows() if window not in others]


def test_no_key_no_click_and_no_other_program_gets_a_stranger_out(program: Program, tmp_path: Path, six: Path) -> None:
    with stranger_at(tmp_path) as (screen, stranger):
        others = {stranger.open_window()}
        stranger.blank_after(1)
        kiosk = started(program, screen, six)
        wait_until(lambda: ours(stranger, others) != [])
        (window,) = ours(stranger, others)
        since(lambda: stranger.holds(window))
        wait_until(lambda: screen.picture(PICTURES) is not None)
        assert not stranger.pointer_is_seen()
        for name, keys in WAYS_OUT.items():
            stranger.press(*keys)
            _verdict(name, kiosk, stranger, window, others)
        for _ in range(20):
            stranger.press(ALT, TAB)
            stranger.press(SUPER, ord("d"))
        _verdict("a burst", kiosk, stranger, window, others)
        for _ in range(5):
            stranger.press(SHIFT)
        for letter in "the quick brown fox " * 50:
            stranger.press(ord(letter))
        _verdict("a keyboard that types by itself", kiosk, stranger, window, others)
        stranger.click(640, 360, button=3)
        stranger.ask(window, "_NET_CLOSE_WINDOW", 0, 2)
        stranger.ask(window, "WM_CHANGE_STATE", 3)
        _verdict("a taskbar", kiosk, stranger, window, others)
        others.add(stranger.open_window())
        stranger.ask(max(others), "_NET_ACTIVE_WINDOW", 2)
        _verdict("another program that wants to be seen", kiosk, stranger, window, others)
        for step in range(3):
            stranger.move(300 + 20 * step, 300)
        since(stranger.pointer_is_seen)  # a real mouse was moved
        stranger.blank(True)
        stranger.blank(False)
        _advances(screen)
        assert not stranger.is_blank()
        kiosk.terminate()
        ended = program.end(kiosk)
        assert (ended.err, ended.out, ended.code) == ("", "", 0)
        assert program.running() == []


def _verdict(what: str, kiosk: subprocess.Popen[str], stranger: Stranger, window: int, others: set[int]) -> None:
    try:
        since(lambda: stranger.holds(window))
    except TimeoutError:
        pytest.fail(f"{what}: {stranger.states(window)}, {stranger.active()} is active and not {window}")
    assert kiosk.poll() is None, what
    assert ours(stranger, others) == [window], what
    assert network_sockets(kiosk.pid) == [], what
    assert [words for words in children(kiosk.pid) if "workers.worker" not in words] == [], what


def _advances(screen: Screen) -> None:
    before = screen.look()
    wait_until(lambda: abs(screen.look() - before).sum(axis=2).mean() > 30, 60)


def test_of_some_starts_at_once_one_stays_and_no_developers_door_is_open(program: Program, six: Path) -> None:
    program.environment.update(DOORS)
    config = program.configure(CONFIG)
    kiosks = [program.start("kiosk", six, "--config", config) for _ in range(STARTS)]
    limit = time.monotonic() + 90
    while sum(kiosk.poll() is None for kiosk in kiosks) > 1 and time.monotonic() < limit:
        time.sleep(0.05)
    left = [kiosk for kiosk in kiosks if kiosk.poll() is not None]
    assert len(left) == STARTS - 1
    for kiosk in left:
        ended = program.end(kiosk)
        assert (ended.code, ended.err) == (0, "")
        assert "Kiosk Gallery is on the screen hall already" in ended.out
    (stays,) = [kiosk for kiosk in kiosks if kiosk not in left]
    wait_until((cache_folder() / FILE_NAME).exists)  # it is on the screen
    assert network_sockets(stays.pid) == []
    stays.terminate()
    ended = program.end(stays)
    assert (ended.code, ended.out) == (0, "")
    (line,) = ended.err.splitlines()
    assert line.startswith(f"WARNING kiosk.front: not listened to in full screen: {', '.join(sorted(DOORS))}.")
    wait_until(lambda: program.running() == [])


def test_a_monkey_stays_outside_of_what_is_staffs_and_inside_of_the_kiosk(program: Program, six: Path) -> None:
    program.environment["KIOSK_TEST_MONKEY"] = "10 1200"
    ended = program.walk("monkey", six)
    assert (ended.err, ended.out, ended.code) == ("", "", 0)


def test_swipes_from_the_edges_and_long_presses_bring_nothing_up(program: Program, six: Path) -> None:
    ended = program.walk("edges", six)
    assert (ended.err, ended.out, ended.code) == ("", "", 0)
