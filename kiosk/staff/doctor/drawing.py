"""What draws: the graphics devices, the driver, the renderer that was chosen, and what somebody has set about them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.staff.doctor.line import Line, advice, problem
from kiosk.staff.drivers import ENVIRONMENT, nodes
from kiosk.staff.graphics import judge
from kiosk.staff.sights import FILE_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.staff.doctor.machine import Machine
    from kiosk.staff.graphics import Sight
    from kiosk.staff.renderer import Choice

MISSING = re.compile(r"(\S+): cannot open shared object file")
USUAL = ("QT_QPA_PLATFORM", "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP")
"""Variables that sessions set by themselves."""


def devices(machine: Machine) -> Iterator[Line]:
    """The files through which a Linux system can have something drawn."""
    if machine.linux:
        found = ", ".join(f"/{node.relative_to(machine.root)}" for node in nodes(machine.root))
        yield Line("graphics devices", found or "none")


def drawing(sight: Sight, choice: Choice, folder: Path) -> Iterator[Line]:
    """Who draws, and why. `folder` is where it is noted."""
    if found := MISSING.search(sight.trouble):
        remedy = "Install the package that has it (apt-file search tells which), and tell us: our list lacks it."
        yield problem("graphics driver", f"nothing can be drawn, {found[1]} is not here", remedy)
    elif sight.trouble:
        remedy = (
            "The processor draws instead. See the system libraries above, or install the driver of the graphics card."
        )
        yield advice("graphics driver", sight.trouble, remedy)
    else:
        version = f" {sight.version}" if sight.version else ""
        yield Line("graphics driver", f"{sight.device}; {sight.api}{version}, {sight.loop} render loop")
    who = "Qt's software renderer" if choice.software else "the graphics card"
    when = f" (learned earlier, in {folder / FILE_NAME})" if choice.kept else ""
    told = f"{who}: {choice.reason}{when}"
    fresh = judge(sight)
    if choice.kept and choice.software and not fresh.software:
        remedy = f"To have the graphics card tried again, start the system anew or remove {folder / FILE_NAME}."
        yield advice("renderer", told, remedy)
    elif choice.wish != "auto" and not choice.software and fresh.software:
        yield advice("renderer", told, f"Set display.renderer to auto in config.yaml: {fresh.reason}.")
    else:
        yield Line("renderer", told)


def variables(machine: Machine) -> Iterator[Line]:
    """What somebody has set that Qt or the driver obeys."""
    for name in ENVIRONMENT:
        if name in machine.environment and name not in USUAL:
            found = f"{name}={machine.environment[name]} decides what draws"
            yield advice("environment", found, f"Unset {name} for the show, unless that is meant.")
