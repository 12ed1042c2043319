"""Where the program keeps things, who may read and write them, and the machine's memory."""

from __future__ import annotations

import os
import re
import shutil
import stat
import sys
from typing import TYPE_CHECKING

from kiosk.staff.doctor.line import Line, advice, problem
from kiosk.staff.health import bytes_in
from kiosk.staff.pin_file import PIN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.staff.doctor.machine import Machine

GB = 1e9
LEAST_FREE_GB = 0.5
"""Below that a disk is as good as full, whatever the cache may take."""
LEAST_MEMORY_GB, USUAL_MEMORY_GB = 0.9, 1.9
"""What a machine of 1 GB and one of 2 GB tell of themselves."""
LEAST_AVAILABLE_GB = 0.4
NOBODY_ELSE = 0o077
"""The bits of a mode that let others in."""
UNITS = ("etc/systemd/system", "usr/lib/systemd/system", "lib/systemd/system")


def cache(folder: Path, budget_gb: float) -> Line:
    """The room for prepared pictures."""
    there = _nearest(folder)
    used, free = bytes_in(folder), shutil.disk_usage(there).free
    found = f"{folder}: {used / GB:.1f} of {budget_gb:g} GB used, {free / GB:.1f} GB free on the disk"
    if why := _closed(there):
        return problem("cache", f"{found}; {why}", f"Let the show's user write in {there}.")
    if free < LEAST_FREE_GB * GB:
        return problem("cache", f"{found}: the disk is full", "Make room on the disk.")
    if free < budget_gb * GB - used:
        return advice("cache", found, "Make room on the disk, or lower cache.size_gb in config.yaml.")
    return Line("cache", found)


def folders(kept: dict[str, Path]) -> Iterator[Line]:
    """Whether the program may write where it keeps what it cannot make again; by what is kept there."""
    closed = {what: why for what, folder in kept.items() if (why := _closed(_nearest(folder)))}
    for what, why in closed.items():
        yield problem(f"folder of {what}", f"{kept[what]}: {why}", f"Let the show's user write in {kept[what]}.")
    if not closed:
        yield Line("own folders", ", ".join(f"{folder} ({what})" for what, folder in kept.items()))


def _nearest(folder: Path) -> Path:
    return next(each for each in (folder, *folder.parents) if each.exists())


def _closed(folder: Path) -> str:
    """Why nothing can be written in a folder; empty where it can."""
    if sys.platform != "win32" and os.statvfs(folder).f_flag & os.ST_RDONLY:
        return "the disk is read-only"
    return "" if os.access(folder, os.W_OK) else "this account may not write there"


def pin(folder: Path, machine: Machine, *, kiosk: bool) -> Line:
    """The staff's PIN. `folder` is where it is kept."""
    file = folder / PIN
    try:
        mode = file.stat().st_mode
    except OSError:
        if kiosk:
            found = "none is set: the staff panel opens in a window, and not in full screen"
            return advice("PIN", found, f"Set one, as the show's user: {machine.program()} pin")
        return Line("PIN", "none is set; a window needs none")
    if machine.user is not None and stat.S_IMODE(mode) & NOBODY_ELSE:
        return problem("PIN", f"others may read {file}", f"chmod 600 {file}")
    return Line("PIN", "set, and kept where this account alone can read it")


def account(machine: Machine) -> Iterator[Line]:
    """Whether this is the account that the show runs as: what was looked at is that account's."""
    if machine.user == 0:
        remedy = "Ask as the account that the show has."
        yield advice("account", "root: folders, PIN and sessions that are told here are root's", remedy)
        return
    name = service_account(machine)
    numbers = dict(re.findall(r"^([^:\n]+):[^:\n]*:(\d+):", machine.text("etc/passwd"), re.MULTILINE))
    if name and name in numbers and machine.user is not None and int(numbers[name]) != machine.user:
        found = f"yours; the service shows the exhibition as {name}, who has other folders and another PIN"
        yield advice("account", found, f"Ask as that account: sudo -u {name} {machine.program()} doctor")


def service_account(machine: Machine) -> str:
    """The account of the service that shows a kiosk on this Linux; empty where there is none."""
    for folder in UNITS:
        for unit in machine.found(folder, "kiosk-gallery*.service"):
            found = re.search(r"^User=(\S+)$", machine.text(str(unit.relative_to(machine.root))), re.MULTILINE)
            if found:
                return found[1]
    return ""


def memory(machine: Machine) -> Iterator[Line]:
    """How much memory there is, where the system tells."""
    total, available = _memory_gb(machine)
    if total is None:
        return
    told = f"{total:.1f} GB" + (f", {available:.1f} GB of it free for programs" if available is not None else "")
    if total < LEAST_MEMORY_GB:
        yield problem("memory", told, "A kiosk needs 1 GB, and 2 GB to show very large pictures: build in more.")
    elif available is not None and available < LEAST_AVAILABLE_GB:
        yield advice("memory", told, "Something else takes it: end other programs, or build in more.")
    elif total < USUAL_MEMORY_GB:
        yield advice("memory", told, "It is enough for pictures of usual size; very large ones need 2 GB.")
    else:
        yield Line("memory", told)


def _memory_gb(machine: Machine) -> tuple[float | None, float | None]:
    if machine.linux:
        known = dict(re.findall(r"^(Mem\w+): +(\d+) kB", machine.text("proc/meminfo"), re.MULTILINE))
        gb = {name: int(kb) * 1024 / GB for name, kb in known.items()}
        return gb.get("MemTotal"), gb.get("MemAvailable")
    if sys.platform == "win32":
        return None, None
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / GB, None
    except (ValueError, OSError):
        return None, None
