"""What the staff panel can ask and do: the program behind it, whether it shows an exhibition or has none to show."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from kiosk.bridge.gallery import Gallery
    from kiosk.bridge.staff.panel import StaffPanel
    from kiosk.exhibition.config import Config
    from kiosk.exhibition.model import Exhibition
    from kiosk.exhibition.palette import Wall
    from kiosk.pictures.storage.quarantine import Case
    from kiosk.staff.bundles.at_hand import AtHand
    from kiosk.staff.bundles.installing import Installed
    from kiosk.staff.bundles.offers import Offer
    from kiosk.staff.inspection import Progress
    from kiosk.staff.logbook.line import Line
    from kiosk.staff.report import Entry
    from kiosk.staff.statistics.summary import Summary


class Health(NamedTuple):
    """How the program does, in bytes; None for what is not measured. `workers`: running, and at most.

    `restarts`: how often it had to be started again, `why` and `at` the last time, as in `kiosk.supervising.record`.
    """

    memory: int | None
    cache: int
    cache_limit: int
    free: int | None
    workers: tuple[int, int]
    restarts: int = 0
    why: str = ""
    at: str = ""


class StaffDoor(Protocol):
    """The way in; `panel` while it is open."""

    @property
    def panel(self) -> StaffPanel | None: ...
    def open(self) -> None:
        """Ask for the PIN."""


class Bundles(Protocol):
    """What can be done with bundles. All of it may take long, and may be called on any thread."""

    def look(self, generation: int | None = None) -> AtHand:
        """What there is; that `generation` even if what is shown is newer."""
        ...

    def install(self, offer: Offer, progress: Progress, *, older: bool = False) -> Installed:
        """With `older` also when what is shown is newer. Raises BundleRefused."""
        ...

    def roll_back(self) -> Installed:
        """Raises BundleRefused."""
        ...


class Reception(Protocol):
    """The program, whatever it shows. `hung`: what can be done with that; None while there is nothing."""

    @property
    def hung(self) -> Desk | None: ...
    @property
    def manifest(self) -> Path:
        """What it shows, or would."""
        ...

    @property
    def follows_installs(self) -> bool:
        """Whether what is installed next is shown by itself."""
        ...

    @property
    def config(self) -> Config: ...
    @property
    def problems(self) -> Sequence[Entry]: ...
    @property
    def uptime_s(self) -> float: ...
    @property
    def bundles(self) -> Bundles: ...
    def enter(self) -> None:
        """Staff have come in."""
        ...

    def reload(self) -> None:
        """Have the files read again; the panel is told when that is done."""
        ...

    def open_installed(self) -> None:
        """Show what is installed, whatever the configuration names, until the program ends."""
        ...

    def open_other(self, named: Path) -> None:
        """Show the exhibition in this folder, manifest or bundle, which can be read, until the program ends."""
        ...

    def leave(self, *, again: bool) -> None:
        """End the program, or start it again."""
        ...

    def log(self, most: int) -> Sequence[Line]:
        """The last lines that were logged, the last one first. May take long, and may be called on any thread."""
        ...


class Desk(Reception, Protocol):
    """All of it is about what is shown now. Methods that may take long say so; those may be called on any thread."""

    @property
    def exhibition(self) -> Exhibition: ...
    @property
    def gallery(self) -> Gallery: ...
    @property
    def counting(self) -> bool:
        """Whether visits count here."""
        ...

    @property
    def wall(self) -> Wall: ...
    def today(self) -> date: ...
    def hidden(self) -> dict[int, date | None]:
        """The works that are hidden today, with the day from which each is shown again."""
        ...

    def hide(self, work: int, until: date | None) -> bool:
        """Hide a work; whether there is another one. Raises OSError."""
        ...

    def show(self, work: int) -> None:
        """Show a work again. Raises OSError."""
        ...

    def retry(self) -> int:
        """Try failed pictures again; how many those are."""
        ...

    def resting(self) -> Sequence[tuple[int, Case]]:
        """Works whose pictures rest, and why; what failed last comes first."""
        ...

    def wake(self, work: int) -> None:
        """Try a picture that rests again."""
        ...

    def hang_on(self, wall: Wall) -> None: ...
    def make_night(self) -> None: ...
    def turn_screen(self, on: bool, told: Callable[[bool, str], object]) -> bool:
        """Switch the screen off until it is switched on, or the next opening. Whether `told` hears what came of it.

        It gets what was wanted, and why that could not be; empty when it is so. Never in a window, which is only black.
        """
        ...

    @property
    def lit(self) -> bool:
        """Whether the screen is on, as far as the program has to do with it."""
        ...

    def health(self) -> Health:
        """May take long."""
        ...

    def visits(self) -> Summary:
        """The last days. May take long."""
        ...
