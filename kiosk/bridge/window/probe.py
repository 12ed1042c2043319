"""The throw-away child that looks at what there is to draw with: starts Qt Quick's renderer without a window."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QLoggingCategory, QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtGui import QGuiApplication, QInputDevice
from PySide6.QtQuick import QQuickRenderControl, QQuickWindow

from kiosk.staff.graphics import Monitor, Sight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMessageLogContext
    from PySide6.QtGui import QScreen

NEWS = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
NO_REASON = "Detected locale"
"""Qt's word about a bare C locale, which it changes by itself."""
_OPENGL = re.compile(r"OpenGL VENDOR: (.*) RENDERER: (.*) VERSION: (.*)")
_NAMED = re.compile(r"(?:Adapter|[Pp]hysical device) \d+: '(.*?)'|Metal device: (.*)")
_LOOP = re.compile(r"(\w+) render loop")


def read_log(lines: Sequence[str]) -> tuple[str, str, str]:
    """Device, version and render loop as Qt's own log tells them; empty where it does not."""
    device = version = loop = named = ""
    for line in lines:
        if found := _OPENGL.search(line):
            vendor, renderer, version = (part.strip() for part in found.groups())
            device = renderer if vendor.casefold() in renderer.casefold() else f"{renderer}, {vendor}"
        elif found := _NAMED.search(line):
            named = (found[1] or found[2]).strip()
            device = named if found[2] else device
        elif "using this" in line:
            device = named
        elif found := _LOOP.search(line):
            loop = found[1]
    return device or named, version, loop


def look() -> Sight:
    """What Qt Quick would draw with here."""
    told: list[tuple[QtMsgType, str]] = []

    def note(kind: QtMsgType, _where: QMessageLogContext, words: str | None) -> None:
        told.append((kind, words or ""))

    qInstallMessageHandler(note)
    QLoggingCategory.setFilterRules("qt.scenegraph.general=true\nqt.rhi.general=true")
    application = QGuiApplication(sys.argv[:1])
    _plain = QQuickWindow()  # has Qt choose its render loop
    control = QQuickRenderControl()
    window = QQuickWindow(control)
    begun = control.initialize()
    device, version, loop = read_log([words for _, words in told])
    warnings = [words for kind, words in told if kind not in NEWS and not words.startswith(NO_REASON)]
    return Sight(
        api=window.rendererInterface().graphicsApi().name,
        device=device,
        version=version,
        loop=loop,
        platform=application.platformName(),
        qt=qVersion() or "",
        monitors=tuple(map(_monitor, application.screens())),
        touchscreens=_touchscreens(),
        trouble="" if begun else f"the graphics driver cannot start: {(warnings or ['no reason given'])[0]}",
    )


def _touchscreens() -> tuple[str, ...]:
    """Those of the window system that it has told Qt of, each once."""
    found = [each for each in QInputDevice.devices() if each.type() is QInputDevice.DeviceType.TouchScreen]
    return tuple(dict.fromkeys(each.name() or "without a name" for each in found))


def _monitor(screen: QScreen) -> Monitor:
    scale, millimetres = screen.devicePixelRatio(), screen.physicalSize()
    size = screen.size() * scale
    return Monitor(
        screen.name(),
        (size.width(), size.height()),
        (millimetres.width(), millimetres.height()),
        screen.refreshRate(),
        scale,
    )


def main() -> None:
    """Tell on the standard output, and go without tidying up: drivers have been seen to crash at the end."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows

        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.stdout.buffer.write(msgspec.json.encode(look()))
    sys.stdout.flush()
    os._exit(0)
