"""What this machine has for the show: what draws, its screens, libraries and the cache, and what to do about each."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from math import hypot
from typing import TYPE_CHECKING

import msgspec

from kiosk.speech.orders import Failed
from kiosk.staff.drivers import ENVIRONMENT, ROOT, nodes
from kiosk.staff.graphics import judge
from kiosk.staff.hearing import voices as ask_for_voices
from kiosk.staff.look import look as look_with_child
from kiosk.staff.renderer import choose
from kiosk.staff.sights import FILE_NAME
from kiosk.visit.real_size import MM_PER_INCH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from kiosk.exhibition.config import Config
    from kiosk.speech.orders import Found
    from kiosk.staff.graphics import Monitor, Sight
    from kiosk.staff.renderer import Choice

SPEECH_PACKAGE = "speechd-unofficial"
NEEDED = ("PySide6-Essentials", "pillow")
EXTRAS = {
    "pyvips": "not installed: very large pictures are limited (extra deepzoom)",
    "pillow-heif": "not installed: HEIC pictures are refused (extra heif)",
    SPEECH_PACKAGE: "not installed: labels are not read aloud (extra speech)",
}
"""Packages that may be missing, and what that means."""
FEWEST_HZ = 50
GB = 1e9
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
USUAL = ("QT_QPA_PLATFORM", "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP")
"""Variables that sessions set by themselves."""


class State(StrEnum):
    """Whether something is to be done."""

    OK = "ok"
    WARNING = "warning"


class Line(msgspec.Struct, frozen=True):
    """One thing that was looked at: what it is called, how it is, and what to do where that is not well."""

    subject: str
    found: str
    remedy: str = ""

    @property
    def state(self) -> State:
        """A remedy is for something that is not well."""
        return State.WARNING if self.remedy else State.OK


class Diagnosis(msgspec.Struct, frozen=True):
    """Everything that was looked at."""

    lines: tuple[Line, ...]

    @property
    def exit_code(self) -> int:
        """0 when all is well, 1 when there are warnings."""
        return int(any(line.state is State.WARNING for line in self.lines))


def examine(
    config: Config,
    folder: Path,
    look: Callable[[], Sight] = look_with_child,
    environment: Mapping[str, str] = os.environ,
    system: str = sys.platform,
    root: Path = ROOT,
    listen: Callable[[], Found | Failed] = ask_for_voices,
) -> Diagnosis:
    """Look at this machine as it is for `config`. `folder` is the program's cache, `look` a look at the graphics.

    `listen` asks the speech service for its voices, where it may be asked.
    """
    lines: list[Line] = []
    if system.startswith("linux"):
        found = ", ".join(f"/{node.relative_to(root)}" for node in nodes(root))
        lines.append(Line("graphics devices", found or "none"))
    if not system.startswith("linux") or any(
        environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", USUAL[0])
    ):
        sight = look()
        choice = choose(str(config.display.renderer), folder, sight.qt, lambda: sight, system, root)
        lines += [*_drawing(sight, choice, folder), *_screens(sight, config.display.diagonal_inches)]
    else:
        remedy = "Run this where the show runs, or name its display: DISPLAY=:0 kiosk doctor."
        lines.append(Line("screens", "there is no display here", remedy))
    lines += [*_variables(environment), *_libraries(), _reading(config, listen), _cache(folder, config.cache.size_gb)]
    return Diagnosis(tuple(lines))


def _drawing(sight: Sight, choice: Choice, folder: Path) -> Iterator[Line]:
    if sight.trouble:
        yield Line("graphics driver", sight.trouble)
    else:
        version_told = f" {sight.version}" if sight.version else ""
        yield Line("graphics driver", f"{sight.device}; {sight.api}{version_told}, {sight.loop} render loop")
    who = "Qt's software renderer" if choice.software else "the graphics card"
    when = f" (learned earlier, in {folder / FILE_NAME})" if choice.kept else ""
    fresh = judge(sight)
    remedy = ""
    if choice.kept and choice.software and not fresh.software:
        remedy = f"To have the graphics card tried again, start the system anew or remove {folder / FILE_NAME}."
    elif choice.wish != "auto" and not choice.software and fresh.software:
        remedy = f"Set display.renderer to auto in config.yaml: {fresh.reason}."
    yield Line("renderer", f"{who}: {choice.reason}{when}", remedy)


def _screens(sight: Sight, diagonal_inches: float | None) -> Iterator[Line]:
    if not sight.monitors:
        yield Line("screens", "none can be seen", "Plug one in, and see that DISPLAY or WAYLAND_DISPLAY names it.")
    for number, monitor in enumerate(sight.monitors, 1):
        yield _screen(number, monitor, diagonal_inches)


def _screen(number: int, monitor: Monitor, diagonal_inches: float | None) -> Line:
    width, height = monitor.pixels
    inches = diagonal_inches or hypot(*monitor.millimetres) / MM_PER_INCH
    told = [f"{width} × {height} pixels", f"{monitor.refresh_hz:.0f} Hz"]
    remedy = ""
    if inches:
        told.insert(1, f'{inches:.1f}", {hypot(width, height) / inches / MM_PER_INCH:.1f} pixels per mm')
    else:
        told.insert(1, "size unknown")
        remedy = "Set display.diagonal_inches in config.yaml, so that everything to be touched is large enough."
    if 0 < monitor.refresh_hz < FEWEST_HZ:
        remedy = f"{remedy} Set the screen to 60 Hz, or movement looks uneven.".strip()
    return Line(f"screen {number}, {monitor.name or 'without a name'}", ", ".join(told), remedy)


def _variables(environment: Mapping[str, str]) -> Iterator[Line]:
    """What somebody has set that Qt or the driver obeys."""
    for name in ENVIRONMENT:
        if name in environment and name not in USUAL:
            yield Line("environment", f"{name}={environment[name]} decides what draws", f"Unset {name} for the show.")


def _libraries() -> Iterator[Line]:
    yield Line("Python", platform.python_version())
    for package in NEEDED:
        found = _version(package)
        yield Line(package, found or "not found", "" if found else f"Install {package} anew.")
    for package, without in EXTRAS.items():
        yield Line(package, _version(package) or without)


def _reading(config: Config, listen: Callable[[], Found | Failed]) -> Line:
    """Whether labels are read aloud. The speech service is not asked unless they may be."""
    subject = "reading aloud"
    if not config.speech.enabled:
        return Line(subject, "off, as speech.enabled in config.yaml says")
    if _version(SPEECH_PACKAGE) is None:
        return Line(subject, "the extra speech is not installed", "Install it: pip install kiosk-gallery[speech].")
    answer = listen()
    if isinstance(answer, Failed):
        remedy = "Install a speech service and a voice, such as speech-dispatcher-espeak-ng, for the show's user."
        return Line(subject, answer.reason, remedy)
    if not answer.voices:
        return Line(subject, "the speech service has no voice", "Install one, such as speech-dispatcher-espeak-ng.")
    modules = ", ".join(sorted({voice.module for voice in answer.voices.values()}))
    count = len({tag.partition("-")[0] for tag in answer.voices})
    return Line(subject, f"{modules}: voices for {count} language{'s' if count != 1 else ''}")


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _cache(folder: Path, budget_gb: float) -> Line:
    there = next(each for each in (folder, *folder.parents) if each.exists())
    used, free = _size(folder), shutil.disk_usage(there).free
    remedy = ""
    if not os.access(there, os.W_OK):
        remedy = f"Let the show's user write in {there}."
    elif free < budget_gb * GB - used:
        remedy = "Make room on the disk, or lower cache.size_gb in config.yaml."
    found = f"{folder}: {used / GB:.1f} of {budget_gb:g} GB used, {free / GB:.1f} GB free on the disk"
    return Line("cache", found, remedy)


def _size(folder: Path) -> int:
    """Bytes of all files in a folder; those that go meanwhile do not count."""
    size = 0
    for place, _, names in os.walk(folder):
        for name in names:
            try:
                size += os.stat(os.path.join(place, name)).st_size  # noqa: PTH116, PTH118 - a hundred thousand Paths less
            except OSError:
                continue
    return size


def setting(file: Path | None, config: Config) -> tuple[Line, Line]:
    """Which configuration and which exhibition a show that begins now has. `file` is where `config` was read."""
    from kiosk.exhibition.installed import current_exhibition  # noqa: PLC0415 - staff ask for it now and then
    from kiosk.staff.bundles.store import Store  # noqa: PLC0415 - see above

    bundle = Store().current if config.exhibition == current_exhibition() else None
    shown = f"{bundle.title}, generation {bundle.generation}, installed" if bundle else f"{config.exhibition}"
    return (
        Line(
            "configuration",
            f"{file.absolute()}" if file else "none; everything is as it comes. For one: kiosk new --settings",
        ),
        Line("exhibition", shown),
    )
