"""The touchscreen: whether one is plugged in, and whether what the show runs on passes it on."""

from __future__ import annotations

import ctypes
import re
from typing import TYPE_CHECKING, NamedTuple

from kiosk.staff.doctor.line import Line, advice, problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.staff.doctor.machine import Machine
    from kiosk.staff.graphics import Sight

SUBJECT = "touchscreen"
DIRECT = 1
"""INPUT_PROP_DIRECT: what is touched is what is seen (Linux, input-event-codes.h)."""
MT_POSITION_X = 0x35
BTN_TOUCH, BTN_TOOL_PEN = 0x14A, 0x140
SM_DIGITIZER, SM_MAXIMUMTOUCHES = 94, 95
INTEGRATED_TOUCH, EXTERNAL_TOUCH, READY = 0x1, 0x2, 0x80
"""Of GetSystemMetrics (Windows, winuser.h)."""
PASSING_ON = ("xcb", "wayland")
"""Qt's platforms on which a desktop stands between screen and show."""
CABLE = (
    "Plug in its USB cable besides that of the picture, and ask again. Most that are not found are not connected, or "
    "have a power supply of their own that is off."
)


class Touchscreen(NamedTuple):
    """One that the system sees. `several`: it tells several fingers apart."""

    name: str
    several: bool


def touchscreens(machine: Machine) -> tuple[Touchscreen, ...]:
    """Those that a Linux kernel sees; anybody may ask it."""
    blocks = machine.text("proc/bus/input/devices").split("\n\n")
    return tuple(found for block in blocks if (found := _touchscreen(block, machine)))


def _touchscreen(block: str, machine: Machine) -> Touchscreen | None:
    known = dict(re.findall(r"^B: (\w+)=([0-9a-f ]+)", block, re.MULTILINE))
    bits = {name: _bits(words) for name, words in known.items()}
    several = bool(bits.get("ABS", 0) >> MT_POSITION_X & 1)
    keys = bits.get("KEY", 0)
    single = bool(keys >> BTN_TOUCH & 1) and not keys >> BTN_TOOL_PEN & 1
    direct = bool(bits.get("PROP", 0) >> DIRECT & 1)
    name = re.search(r'^N: Name="(.*)"', block, re.MULTILINE)
    if (direct and (several or single)) or _is_known_as_one(block, machine):
        return Touchscreen(name[1] if name else "without a name", several)
    return None


def _bits(words: str) -> int:
    """A bit mask as the kernel writes it: words of 64 bits, the highest first."""
    number = 0
    for word in words.split():
        number = number << 64 | int(word, 16)
    return number


def _is_known_as_one(block: str, machine: Machine) -> bool:
    """Whether udev takes it for a touchscreen, by which libinput goes."""
    event = re.search(r"^H: .*\b(event\d+)", block, re.MULTILINE)
    device = machine.text(f"sys/class/input/{event[1]}/dev") if event else ""
    return bool(device) and "ID_INPUT_TOUCHSCREEN=1" in machine.text(f"run/udev/data/c{device}")


def metric_of_windows(number: int) -> int:
    """What Windows says about itself; 0 elsewhere."""
    library = getattr(ctypes, "windll", None)
    return int(library.user32.GetSystemMetrics(number)) if library else 0


def touch(
    machine: Machine, sight: Sight | None, *, kiosk: bool, metric: Callable[[int], int] = metric_of_windows
) -> Iterator[Line]:
    """Whether visitors can touch. `kiosk`: they are meant to. `sight` is what the program sees on its display."""
    if machine.system == "win32":
        yield _on_windows(metric(SM_DIGITIZER), metric(SM_MAXIMUMTOUCHES), kiosk=kiosk)
    elif machine.linux:
        yield _on_linux(touchscreens(machine), sight, machine, kiosk=kiosk)
        if sight and len(sight.monitors) > 1 and machine.on_x and sight.touchscreens:
            found = f"{len(sight.monitors)} screens: X11 spreads one touchscreen over all of them"
            yield advice(SUBJECT, found, f'xinput map-to-output "{sight.touchscreens[0]}" {sight.monitors[0].name}')
    else:
        yield Line(SUBJECT, "none is known on this system: visitors have a mouse or keys")


def _on_windows(digitizer: int, fingers: int, *, kiosk: bool) -> Line:
    if digitizer & READY and digitizer & (INTEGRATED_TOUCH | EXTERNAL_TOUCH):
        return Line(SUBJECT, f"ready, {fingers} finger{'' if fingers == 1 else 's'}")
    return _none(kiosk=kiosk)


def _on_linux(seen: tuple[Touchscreen, ...], sight: Sight | None, machine: Machine, *, kiosk: bool) -> Line:
    if sight and sight.touchscreens:
        return Line(SUBJECT, f"{', '.join(sight.touchscreens)}: the show hears it")
    if not seen:
        return _none(kiosk=kiosk)
    told = ", ".join(f"{each.name} ({'several fingers' if each.several else 'one finger'})" for each in seen)
    if sight is None or sight.platform not in PASSING_ON:
        return Line(SUBJECT, f"{told}, plugged in")
    remedy = "sudo apt-get install xserver-xorg-input-libinput, and start the desktop anew."
    if machine.on_wayland:
        remedy = "Start the show from the session that has the screen: a seat's devices are given to that one alone."
    return problem(SUBJECT, f"{told} is plugged in, and the show does not hear it", remedy)


def _none(*, kiosk: bool) -> Line:
    if kiosk:
        return advice(SUBJECT, "none is found: visitors have a mouse or keys", CABLE)
    return Line(SUBJECT, "none is found")
