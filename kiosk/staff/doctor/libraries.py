"""What the program is made of and takes from the system: libraries, packages, and who reads aloud."""

from __future__ import annotations

import ctypes
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import TYPE_CHECKING

from kiosk.speech.orders import Failed
from kiosk.staff.doctor.line import Line, problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.exhibition.config import Config
    from kiosk.speech.orders import Found
    from kiosk.staff.doctor.machine import Machine

ANY = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfreetype.so.6": "libfreetype6",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
X11 = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
"""What Qt loads from a Linux system, and the Debian packages that have it, as in run.py: for any picture, on X11 and on
Wayland."""
SPEECH_PACKAGE = "speechd-unofficial"
NEEDED = {"PySide6-Essentials": "PySide6", "pillow": "PIL"}
EXTRAS = {
    "pyvips": ("pyvips", "very large pictures are limited", "deepzoom"),
    "pillow-heif": ("pillow_heif", "HEIC pictures are refused", "heif"),
    "paho-mqtt": ("paho", "it joins no fleet of kiosks", "fleet"),
    SPEECH_PACKAGE: ("speechd", "labels are not read aloud", "speech"),
}
"""Packages that may be missing: their module, what that means, and the extra that brings them."""


def loads(library: str) -> bool:
    """Whether the system has a shared library, and all that it needs in turn."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def system_libraries(machine: Machine, is_there: Callable[[str], bool] = loads) -> Iterator[Line]:
    """Whether a Linux system has what Qt loads from it. What only the other kind of display needs is no problem."""
    if not machine.linux:
        return
    other = X11 if machine.on_wayland else WAYLAND if machine.on_x else {}
    needed = {name: package for each in (ANY, X11, WAYLAND) if each is not other for name, package in each.items()}
    missing = {name: package for name, package in needed.items() if not is_there(name)}
    spared = [name for name in other if not is_there(name)]
    told = f"; {', '.join(spared)} not, which only {'X11' if other is X11 else 'Wayland'} needs" if spared else ""
    if missing:
        remedy = f"sudo apt-get install {' '.join(missing.values())} (names for Debian and Ubuntu)"
        yield problem("system libraries", f"not here: {', '.join(missing)}{told}", remedy)
    else:
        yield Line("system libraries", f"all {len(needed)} are here{told}")


def packages(machine: Machine, version_of: Callable[[str, str], str] | None = None) -> Iterator[Line]:
    """What the program brings along. `version_of` a package and its module: empty where it is not there."""
    ask = version_of or installed
    yield Line("Python", platform.python_version())
    for package, module in NEEDED.items():
        found = ask(package, module)
        yield Line(package, found) if found else problem(package, "not found", "Install the program anew.")
    for package, (module, without, extra) in EXTRAS.items():
        found = ask(package, module)
        how = "not part of this package" if machine.frozen else f"extra {extra}"
        yield Line(package, found or f"not installed: {without} ({how})")


def installed(package: str, module: str) -> str:
    """The version of a package; "here" where it does not tell, empty where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "here" if module in sys.modules or find_spec(module) else ""


def reading_aloud(
    config: Config,
    machine: Machine,
    listen: Callable[[], Found | Failed],
    version_of: Callable[[str, str], str] | None = None,
) -> Line:
    """Whether labels are read aloud. The speech service is not asked unless they may be."""
    subject = "reading aloud"
    if not config.speech.enabled:
        return Line(subject, "off, as speech.enabled in config.yaml says")
    if not (version_of or installed)(SPEECH_PACKAGE, EXTRAS[SPEECH_PACKAGE][0]):
        remedy = "Install it: pip install kiosk-gallery[speech]."
        if machine.frozen:
            remedy = "Set speech.enabled to false, or run the program from its source with the extra speech."
        return problem(subject, "the extra speech is not installed", remedy)
    answer = listen()
    if isinstance(answer, Failed):
        remedy = "Install a speech service and a voice, such as speech-dispatcher-espeak-ng, for the show's user."
        return problem(subject, answer.reason, remedy)
    if not answer.voices:
        remedy = "Install one, such as speech-dispatcher-espeak-ng."
        return problem(subject, "the speech service has no voice", remedy)
    modules = ", ".join(sorted({voice.module for voice in answer.voices.values()}))
    count = len({tag.partition("-")[0] for tag in answer.voices})
    return Line(subject, f"{modules}: voices for {count} language{'s' if count != 1 else ''}")


def system_name(machine: Machine) -> Line:
    """Which system it is, for whoever helps from afar."""
    names = dict(line.partition("=")[::2] for line in machine.text("etc/os-release").splitlines())
    pretty = names.get("PRETTY_NAME", "").strip('"')
    _, libc = platform.libc_ver() if machine.linux else ("", "")
    told = [pretty or platform.platform(terse=True), platform.machine(), f"glibc {libc}" if libc else ""]
    return Line("system", ", ".join(filter(None, told)))
