"""What to draw with: what the configuration wishes, or what a look at the graphics has shown, kept for next time.

Asked before the first picture is on the screen, so where no look was ever needed it imports little.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from kiosk.staff import drivers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.staff.graphics import Sight

AUTO, SOFTWARE, OPENGL = "auto", "software", "opengl"
"""What the configuration may say. Plain words: its own type takes longer to load than a start has for this."""
NO_DEVICE = "there is no graphics device"


class Choice(NamedTuple):
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
    from kiosk.staff import sights  # noqa: PLC0415 - a machine without a graphics device has none

    kept = sights.recall(folder)
    if kept and kept.holds(qt, root):
        return _chosen(kept.sight, kept=True)
    return _chosen(ask(folder, qt, look, root), kept=False)


def ask(folder: Path, qt: str, look: Callable[[], Sight] | None = None, root: Path = drivers.ROOT) -> Sight:
    """Look at the graphics afresh, and keep what is seen."""
    from kiosk.staff import look as child  # noqa: PLC0415 - most starts need no look
    from kiosk.staff import sights  # noqa: PLC0415 - see choose

    sight = (look or child.look)()
    sights.remember(folder, qt, sight, root)
    return sight


def note_failure(folder: Path, qt: str, message: str, root: Path = drivers.ROOT) -> None:
    """The graphics card was chosen and could not start: until the next start of the system it is not tried again."""
    from kiosk.staff import sights  # noqa: PLC0415 - see choose

    sights.remember_failure(folder, qt, message, root)


def _chosen(sight: Sight, *, kept: bool) -> Choice:
    from kiosk.staff.graphics import judge  # noqa: PLC0415 - see choose

    verdict = judge(sight)
    return Choice(wish=AUTO, software=verdict.software, reason=verdict.reason, sight=sight, kept=kept)
