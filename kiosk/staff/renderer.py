"""What to draw with: what the configuration wishes, or what a look at the graphics has shown, kept for next time."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

import msgspec

from kiosk.staff import drivers
from kiosk.staff.graphics import Sight, judge

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

AUTO, SOFTWARE, OPENGL = "auto", "software", "opengl"
"""What the configuration may say. Plain words: its own type takes longer to load than a start has for this."""
FILE_NAME = "graphics.json"
NO_DEVICE = "there is no graphics device"


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What draws: Qt's software renderer or not, and why.

    `wish` is what the configuration says. `sight` is what a look at the graphics saw, None when none was needed;
    `kept` that it was an earlier one.
    """

    wish: str
    software: bool
    reason: str
    sight: Sight | None = None
    kept: bool = False

    @property
    def detected(self) -> bool:
        """Whether a graphics card draws because it was found, not because the configuration says so."""
        return self.wish == AUTO and not self.software


class _Kept(msgspec.Struct, frozen=True):
    """A sight and what it depends on. One with trouble holds until the system is started again: `boot` is its start."""

    machine: tuple[str, ...]
    sight: Sight
    boot: str = ""


def choose(
    wish: str,
    folder: Path,
    qt: str,
    look: Callable[[], Sight] | None = None,
    system: str = sys.platform,
    root: Path = drivers.ROOT,
) -> Choice:
    """What to draw with. Asks `look` only where there is a device and no answer kept in `folder` still holds.

    `qt` is the version of Qt, `look` a child's look at the graphics, `root` where the system's files are.
    """
    if wish != AUTO:
        return Choice(wish=wish, software=wish == SOFTWARE, reason="config.yaml says so")
    if system == "darwin":
        return Choice(wish=wish, software=False, reason="every Mac has a graphics device")
    if system.startswith("linux") and not drivers.nodes(root):
        return Choice(wish=wish, software=True, reason=NO_DEVICE)
    machine, boot = drivers.state(qt, root=root), drivers.boot(root)
    kept = _recall(folder)
    if kept and kept.machine == machine and kept.boot in ("", boot):
        return _chosen(kept.sight, kept=True)
    return _chosen(ask(folder, qt, look, root), kept=False)


def ask(folder: Path, qt: str, look: Callable[[], Sight] | None = None, root: Path = drivers.ROOT) -> Sight:
    """Look at the graphics afresh, and keep what is seen."""
    from kiosk.staff import look as child  # noqa: PLC0415 - most starts need no look

    sight = (look or child.look)()
    _remember(folder, qt, sight, root)
    return sight


def note_failure(folder: Path, qt: str, message: str, root: Path = drivers.ROOT) -> None:
    """The graphics card was chosen and could not start: until the next start of the system it is not tried again."""
    kept = _recall(folder)
    seen = kept.sight if kept else Sight()
    words = " ".join(message.split()) or "no reason given"
    failed = msgspec.structs.replace(seen, trouble=f"it failed when the show was to begin: {words}")
    _remember(folder, qt, failed, root)


def _chosen(sight: Sight, *, kept: bool) -> Choice:
    verdict = judge(sight)
    return Choice(wish=AUTO, software=verdict.software, reason=verdict.reason, sight=sight, kept=kept)


def _recall(folder: Path) -> _Kept | None:
    try:
        return msgspec.json.decode((folder / FILE_NAME).read_bytes(), type=_Kept)
    except (OSError, msgspec.MsgspecError):
        return None


def _remember(folder: Path, qt: str, sight: Sight, root: Path) -> None:
    """Keep a sight; a disk that refuses costs another look at the next start."""
    kept = _Kept(drivers.state(qt, root=root), sight, drivers.boot(root) if sight.trouble else "")
    file = folder / FILE_NAME
    temporary = file.with_name(f"{FILE_NAME}.{os.getpid()}.tmp")
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(msgspec.json.format(msgspec.json.encode(kept)))
        temporary.replace(file)
