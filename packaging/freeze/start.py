"""What the frozen program begins with: it leaves the traces of having been frozen behind, and starts as ever.

PyInstaller's loader has Linux look for libraries in the program's folder, by a variable that what the program starts
would inherit: the desktop's own tools would load our libraries. This process no longer needs it, and another one of
our own sets it anew.
"""

import os
import sys

_PROGRAM: str = getattr(sys, "_MEIPASS", "")
"""The folder with everything but the executable, as the loader calls it."""
_LIBRARIES = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LIBPATH")


def leave_no_trace() -> None:
    """Have the environment as it was before the loader changed it."""
    for name in _LIBRARIES:
        os.environ.pop(f"{name}_ORIG", None)
        folders = os.environ.pop(name, "").split(os.pathsep)
        others = [folder for folder in folders if folder and folder != _PROGRAM]
        if others:
            os.environ[name] = os.pathsep.join(others)
    for name in tuple(os.environ):
        if name.startswith("_PYI_"):
            del os.environ[name]


leave_no_trace()

from kiosk.__main__ import main  # noqa: E402 - what it imports may look at the environment

main()
