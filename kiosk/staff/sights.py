"""What a look at the graphics has shown, kept for the next start."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition import regular_files
from kiosk.exhibition.disk import CacheDisk, replace_file
from kiosk.staff import drivers
from kiosk.staff.graphics import Sight

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAME = "graphics.json"


class Kept(msgspec.Struct, frozen=True):
    """A sight and what it depends on. One with trouble holds until the system is started again: `boot` is its start."""

    machine: tuple[str, ...]
    sight: Sight
    boot: str = ""

    def holds(self, qt: str, root: Path) -> bool:
        """Whether another look would show the same; `qt` is the version of Qt, `root` where the system's files are."""
        return self.machine == drivers.state(qt, root=root) and self.boot in ("", drivers.boot(root))


def recall(folder: Path) -> Kept | None:
    """The sight kept in `folder`; None where there is none that can be read."""
    try:
        return msgspec.json.decode(regular_files.read(folder / FILE_NAME), type=Kept)
    except (OSError, msgspec.MsgspecError):
        return None


def remember(folder: Path, qt: str, sight: Sight, root: Path) -> None:
    """Keep a sight; a disk that refuses costs another look at the next start."""
    kept = Kept(drivers.state(qt, root=root), sight, drivers.boot(root) if sight.trouble else "")
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(folder / FILE_NAME, msgspec.json.format(msgspec.json.encode(kept)), CacheDisk())


def remember_failure(folder: Path, qt: str, message: str, root: Path) -> None:
    """Keep that what was seen could not draw when the show was to begin, in the words of `message`."""
    kept = recall(folder)
    words = " ".join(message.split()) or "no reason given"
    trouble = f"it failed when the show was to begin: {words}"
    remember(folder, qt, msgspec.structs.replace(kept.sight if kept else Sight(), trouble=trouble), root)
