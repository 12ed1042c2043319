"""A program always has its three standard streams, and what it prints arrives.

Windows gives none to a program without a console (Python's `sys.stdout` is None there), and lets what is printed into
a file have no letters but those of the computer's own language.
"""

from __future__ import annotations

import io
import os
import sys

_NAMES = ("stdin", "stdout", "stderr")
_HANDLES = (-10, -11, -12)
"""STD_INPUT_HANDLE, STD_OUTPUT_HANDLE and STD_ERROR_HANDLE: what Windows passes on to the programs that we start."""


def have_streams() -> None:
    """Have the streams that are missing lead nowhere, for us, our libraries and what we start. Call it first."""
    for number, name in enumerate(_NAMES):
        if getattr(sys, name) is None:
            _have_file(number)
            mode = "w" if number else "r"
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", errors="backslashreplace", closefd=False))
    if sys.platform == "win32":
        speak_unicode()


def speak_unicode() -> None:
    """Print into files and pipes in UTF-8; a console has every letter already."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _have_file(number: int) -> None:
    """Have a file of this number, if there is none: one that takes everything and holds nothing."""
    try:
        os.fstat(number)
    except OSError:
        nowhere = os.open(os.devnull, os.O_RDWR)
        if nowhere == number:
            os.set_inheritable(number, True)
        else:
            os.dup2(nowhere, number)
            os.close(nowhere)
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only there
        import msvcrt  # noqa: PLC0415 - see above

        ctypes.windll.kernel32.SetStdHandle(_HANDLES[number], ctypes.c_void_p(msvcrt.get_osfhandle(number)))
