"""Which variables a full-screen kiosk listens to: the settings of its session, and no developer's door.

Qt reads some three hundred, from a folder to load code from to a port to listen on. So those that are known to belong
to a session are kept, and all others of Qt's go, also those of a later Qt that nobody here has heard of.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping

PLATFORM = "QT_QPA_PLATFORM"
PLATFORMS = frozenset(
    {"xcb", "wayland", "wayland-egl", "eglfs", "linuxfb", "vkkhrdisplay", "offscreen", "minimal", "windows", "cocoa"}
)
"""What may be drawn on. Qt has others, which let strangers look in over a network: vnc, webgl."""
_QTS = re.compile(r"(QT|QSG|QV4|QDBUS|QTEST|QLT)_.*|QML.*")
_PYTHONS = frozenset({"PYTHONBREAKPOINT", "PYTHONINSPECT", "PYTHONSTARTUP"})
"""Those that open a prompt. Python has read them by now; what the program starts will not."""
_ANY_PYTHONS = re.compile(r"PYTHON.*")
"""Whatever Python listens to: a supervised show's does not (-I), and nor will what that starts."""
_SESSIONS = frozenset(
    {
        # how large things are
        *("QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_SCALE_FACTOR_ROUNDING_POLICY", "QT_DPI_ADJUSTMENT_POLICY"),
        *("QT_ENABLE_HIGHDPI_SCALING", "QT_FONT_DPI", "QT_USE_PHYSICAL_DPI"),
        *("QT_QPA_PHYSICAL_WIDTH", "QT_QPA_PHYSICAL_HEIGHT"),
        # what draws, as `kiosk doctor` tells
        *("QT_QUICK_BACKEND", "QT_OPENGL", "QSG_RHI_BACKEND", "QSG_RENDER_LOOP", "QSG_NO_VSYNC"),
        "QSG_RHI_PREFER_SOFTWARE_RENDERER",
        # screen readers
        *("QT_ACCESSIBILITY", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON"),
    }
)
_DEVICES = re.compile(r"QT_(QPA_(EGLFS|EVDEV|FB|KMS)|WAYLAND|XCB)_(?!.*(DEBUG|SEARCH_PATH)).*")
"""Screens, touch panels and window systems."""


def shut_out_developers(
    environment: MutableMapping[str, str], *, isolated: bool = bool(sys.flags.ignore_environment)
) -> tuple[str, ...]:
    """Take out of `environment` what a kiosk does not listen to, before Qt is loaded; the names, in their order.

    `isolated`: this Python has heard none of its variables.
    """
    pythons = {name for name in environment if isolated and _ANY_PYTHONS.fullmatch(name)}
    gone = tuple(sorted({*_unheard(environment), *pythons}))
    for name in gone:
        del environment[name]
    return gone


def _unheard(environment: MutableMapping[str, str]) -> Iterator[str]:
    for name, value in environment.items():
        if name == PLATFORM:
            if not all(each.partition(":")[0] in PLATFORMS for each in value.split(";")):
                yield name
        elif name in _PYTHONS or (_QTS.fullmatch(name) and name not in _SESSIONS and not _DEVICES.fullmatch(name)):
            yield name
