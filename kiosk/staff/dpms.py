"""Switching an X11 screen off and on: the DPMS extension, through the libraries that every X desktop has.

A program of its own, for a moment: Xlib ends the process that it is in when the X server goes away or refuses.
Source: X.Org, "DPMS Library", 1996.
"""

from __future__ import annotations

import ctypes
import os
import sys

ON, OFF = 0, 3
"""DPMSModeOn and DPMSModeOff."""
NO_DISPLAY, NO_POWER = 3, 4
"""Exit codes: there is no X server here, or it cannot switch a screen off."""


def main(word: str) -> int:
    """Switch it "on" or "off". The exit code, 0 when it is done."""
    try:
        x11, extensions = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXext.so.6")
    except OSError:
        return NO_DISPLAY
    x11.XOpenDisplay.restype = ctypes.c_void_p
    opened = x11.XOpenDisplay(os.environ.get("DISPLAY", "").encode() or None)
    if not opened:
        return NO_DISPLAY
    display = ctypes.c_void_p(opened)
    event, error = ctypes.c_int(), ctypes.c_int()
    known = extensions.DPMSQueryExtension(display, ctypes.byref(event), ctypes.byref(error))
    if not (known and extensions.DPMSCapable(display)):
        return NO_POWER
    level, enabled = ctypes.c_ushort(), ctypes.c_ubyte()
    extensions.DPMSInfo(display, ctypes.byref(level), ctypes.byref(enabled))
    if not enabled.value:
        extensions.DPMSSetTimeouts(display, 0, 0, 0)  # or the server would switch it off by itself from now on
        extensions.DPMSEnable(display)
    extensions.DPMSForceLevel(display, OFF if word == "off" else ON)
    x11.XSync(display, 0)
    x11.XCloseDisplay(display)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2] or ["on"]))
