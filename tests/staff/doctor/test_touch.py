from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from kiosk.staff.doctor.line import State
from kiosk.staff.doctor.touch import Touchscreen, touch, touchscreens
from kiosk.staff.graphics import Monitor, Sight
from tests.staff.doctor.machines import machine

if TYPE_CHECKING:
    from pathlib import Path

KEYBOARD = """\
I: Bus=0003 Vendor=046a Product=0023 Version=0111
N: Name="CHERRY Keyboard"
H: Handlers=sysrq kbd event0 leds
B: PROP=0
B: EV=120013
B: KEY=1000000000007 ff9f207ac14057ff febeffdfffefffff fffffffffffffffe
"""
PANEL = """\
I: Bus=0003 Vendor=222a Product=0001 Version=0110
N: Name="ILITEK ILITEK-TP"
H: Handlers=mouse0 event5
B: PROP=2
B: EV=1b
B: KEY=400 0 0 0 0 0
B: ABS=3273800000000003
"""
PEN = """\
N: Name="Wacom Cintiq Pen"
H: Handlers=mouse1 event6
B: PROP=2
B: KEY=1c03 0 0 0 0 0
B: ABS=1000d000003
"""
TOUCHPAD = """\
N: Name="SynPS/2 Synaptics TouchPad"
H: Handlers=mouse2 event7
B: PROP=5
B: KEY=e520 10000 0 0 0 0
B: ABS=660800011000003
"""
OLD_PANEL = """\
N: Name="eGalax Inc. USB TouchController"
H: Handlers=mouse3 event8
B: PROP=0
B: KEY=400 0 0 0 0 0
B: ABS=3
"""
INPUT = "proc/bus/input/devices"
ONE = Monitor("HDMI-1", (1920, 1080), (708, 398), 60)
X = Sight(platform="xcb", monitors=(ONE,))


@pytest.mark.parametrize(
    ("devices", "more", "found"),
    [
        ((), {}, ()),
        ((KEYBOARD, TOUCHPAD, PEN), {}, ()),
        ((KEYBOARD, PANEL), {}, (Touchscreen("ILITEK ILITEK-TP", several=True),)),
        ((OLD_PANEL,), {}, ()),
        (
            (OLD_PANEL,),
            {
                "sys/class/input/event8/dev": "13:72\n",
                "run/udev/data/c13:72": "E:ID_INPUT=1\nE:ID_INPUT_TOUCHSCREEN=1\n",
            },
            (Touchscreen("eGalax Inc. USB TouchController", several=False),),
        ),
    ],
)
def test_the_kernel_is_asked_for_touchscreens(
    tmp_path: Path, devices: tuple[str, ...], more: dict[str, str], found: tuple[Touchscreen, ...]
):
    assert touchscreens(machine(tmp_path, {INPUT: "\n".join(devices), **more})) == found


@pytest.mark.parametrize(
    ("devices", "environment", "sight", "kiosk", "state", "words"),
    [
        (PANEL, {}, None, True, State.OK, "ILITEK-TP (several fingers), plugged in"),
        (PANEL, {"DISPLAY": ":0"}, msgspec.structs.replace(X, touchscreens=("ILITEK",)), True, State.OK, "hears it"),
        (PANEL, {"DISPLAY": ":0"}, X, True, State.PROBLEM, "xserver-xorg-input-libinput"),
        (
            PANEL,
            {"WAYLAND_DISPLAY": "w"},
            Sight(platform="wayland"),
            True,
            State.PROBLEM,
            "session that has the screen",
        ),
        (PANEL, {"QT_QPA_PLATFORM": "offscreen"}, Sight(platform="offscreen"), True, State.OK, "plugged in"),
        (KEYBOARD, {"DISPLAY": ":0"}, X, True, State.ADVICE, "USB cable"),
        (KEYBOARD, {"DISPLAY": ":0"}, X, False, State.OK, "none is found"),
    ],
)
def test_a_touchscreen_has_to_be_plugged_in_and_heard(
    tmp_path: Path,
    devices: str,
    environment: dict[str, str],
    sight: Sight | None,
    kiosk: bool,
    state: State,
    words: str,
):
    (line,) = touch(machine(tmp_path, {INPUT: devices}, environment=environment), sight, kiosk=kiosk)
    assert line.state is state
    assert words in f"{line.found} {line.remedy}"


def test_x11_has_to_be_told_which_screen_is_touched(tmp_path: Path):
    sight = msgspec.structs.replace(X, monitors=(ONE, ONE), touchscreens=("ILITEK",))
    lines = [*touch(machine(tmp_path, {INPUT: PANEL}, environment={"DISPLAY": ":0"}), sight, kiosk=True)]
    assert lines[1].remedy == 'xinput map-to-output "ILITEK" HDMI-1'


@pytest.mark.parametrize(
    ("digitizer", "state", "found"),
    [
        (0xC1, State.OK, "ready, 10 fingers"),
        (0xC2, State.OK, "ready, 10 fingers"),
        (0, State.ADVICE, "none is found"),
        (0x41, State.ADVICE, "none"),
    ],
)
def test_windows_is_asked_for_its_digitizer(tmp_path: Path, digitizer: int, state: State, found: str):
    (line,) = touch(
        machine(tmp_path, system="win32"), None, kiosk=True, metric=lambda number: {94: digitizer, 95: 10}[number]
    )
    assert line.state is state
    assert found in line.found


def test_macs_have_none(tmp_path: Path):
    (line,) = touch(machine(tmp_path, system="darwin"), None, kiosk=True)
    assert line.state is State.OK
