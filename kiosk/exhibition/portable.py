"""A portable program, as on a stick: it shows what lies beside it, and keeps beside it what it makes and remembers.

It is portable when `portable.txt` lies beside the frozen program, or one folder above: that file comes with the
portable folder and tells staff what it is for. One folder serves programs for several systems, each in a folder of
its own. A program that cannot be started from where it lies is started elsewhere, and told of its place by
$KIOSK_PORTABLE.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

MARK = "portable.txt"
EXHIBITION = "exhibition"
"""The folder beside the program that holds an exhibition, or one as a bundle."""
KEPT = "data"
"""The folder beside the program in which everything is kept that it makes and remembers."""
PLACE = "KIOSK_PORTABLE"
_MANIFEST, _BUNDLES, _CONFIG = "manifest.yaml", "*.kiosk", "config.yaml"


@cache
def home() -> Path | None:
    """The portable program's own folder; None for one that is installed."""
    if told := os.environ.get(PLACE):
        places = [Path(told)]
    elif getattr(sys, "frozen", False):
        above = 5 if sys.platform == "darwin" else 2  # inside an application of macOS it lies deeper
        places = list(Path(sys.executable).parents)[:above]
    else:
        return None
    return next((place for place in places if (place / MARK).is_file()), None)


@cache
def kept() -> Path | None:
    """The folder to keep things in; None where that is the account's own: not portable, or it cannot be written to."""
    place = home()
    if place is None:
        return None
    trial = place / KEPT / f".trial-{os.getpid()}"
    try:
        trial.mkdir(parents=True)
        trial.rmdir()
    except OSError:
        return None
    return place / KEPT


def config_beside() -> Path | None:
    """The settings that lie beside a portable program."""
    place = home()
    return place / _CONFIG if place and (place / _CONFIG).is_file() else None


def exhibition_beside() -> Path | None:
    """The exhibition that lies beside a portable program: a folder, a manifest or a bundle, in this order.

    Of several bundles, the one that was changed last.
    """
    place = home()
    if place is None:
        return None
    for folder in (place / EXHIBITION, place):
        if (folder / _MANIFEST).is_file():
            return folder / _MANIFEST
        bundles = [path for path in folder.glob(_BUNDLES) if path.is_file() and not path.name.startswith(".")]
        if bundles:
            return max(bundles, key=lambda path: (path.stat().st_mtime, path.name))
    return None


def usual_words() -> list[str]:
    """The command line that a start without one stands for: what lies beside it, in a window.

    Settings that lie beside it say themselves whether it is a window.
    """
    if home() is None:
        return []
    exhibition = exhibition_beside()
    window = () if config_beside() else ("--windowed",)
    return ["show", *window, *([str(exhibition)] if exhibition else [])]
