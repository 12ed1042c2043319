"""What a machine has to draw with, and whether that beats its processor. No Qt: a throw-away child looks.

Qt's software renderer draws full-screen fades several times faster than OpenGL that is itself drawn by the processor
(docs/decisions/0006-renderer.md), so what matters is who is behind the graphics driver.
"""

from __future__ import annotations

import re

import msgspec

SOFTWARE = (
    "llvmpipe",
    "softpipe",
    "swrast",
    "lavapipe",
    "swiftshader",
    "software rasterizer",
    "software renderer",
    "basic render",
    "gdi generic",
    "mesa offscreen",
)
"""Parts of the names of drivers that draw with the processor. Drivers that pass drawing on name their host in brackets,
such as virgl (LLVMPIPE), zink (llvmpipe) and D3D12 (Microsoft Basic Render Driver)."""
_VERSION = re.compile(r"(?:OpenGL ES )?(\d+)\.\d+")
_OLDEST_OPENGL = 2


class Monitor(msgspec.Struct, frozen=True):
    """A screen: its size in its own pixels and in mm (0 where it does not say), and frames a second."""

    name: str
    pixels: tuple[int, int]
    millimetres: tuple[float, float]
    refresh_hz: float
    scale: float = 1.0


class Sight(msgspec.Struct, frozen=True):
    """What the child saw. `api` is the interface that Qt Quick draws through, `device` and `version` what is behind it.

    `loop` is Qt's render loop, threaded or basic; `platform` its window system; `touchscreens` are those that it hears.
    `trouble` says why nothing can be drawn through it; empty when all is well.
    """

    api: str = ""
    device: str = ""
    version: str = ""
    loop: str = ""
    platform: str = ""
    qt: str = ""
    monitors: tuple[Monitor, ...] = ()
    touchscreens: tuple[str, ...] = ()
    trouble: str = ""


class Verdict(msgspec.Struct, frozen=True):
    """Whether to draw with Qt's software renderer, and why."""

    software: bool
    reason: str


def judge(sight: Sight) -> Verdict:
    """Whether a graphics driver is worth drawing with."""
    if sight.trouble:
        return Verdict(software=True, reason=sight.trouble)
    if not sight.device:
        return Verdict(software=True, reason="the graphics driver does not say what it is")
    named = sight.device.casefold()
    if any(name in named for name in SOFTWARE):
        return Verdict(software=True, reason=f"{sight.device} draws with the processor, and slower")
    version = _VERSION.match(sight.version)
    if sight.api == "OpenGL" and version and int(version[1]) < _OLDEST_OPENGL:
        return Verdict(software=True, reason=f"{sight.device} has OpenGL {sight.version}, which is too old")
    return Verdict(software=False, reason=f"{sight.device} draws, through {sight.api}")
