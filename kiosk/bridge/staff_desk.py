"""What the staff panel can ask and do: the program behind it, whatever exhibition is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kiosk.bridge.gallery import Gallery
    from kiosk.bridge.staff_panel import StaffPanel
    from kiosk.exhibition.config import Config
    from kiosk.exhibition.model import Exhibition
    from kiosk.exhibition.palette import Wall
    from kiosk.staff.bundles.contents import Bundle
    from kiosk.staff.bundles.installing import Installed
    from kiosk.staff.bundles.watching import Offer
    from kiosk.staff.report import Entry
    from kiosk.staff.statistics.summary import Summary


class Health(NamedTuple):
    """How the program does, in bytes; None for what is not measured. `workers`: running, and at most."""

    memory: int | None
    cache: int
    cache_limit: int
    free: int | None
    workers: tuple[int, int]


class StaffDoor(Protocol):
    """The way in; `panel` while it is open."""

    @property
    def panel(self) -> StaffPanel | None: ...
    def open(self) -> None:
        """Ask for the PIN."""


class Desk(Protocol):
    """All of it is about what is shown now. Methods that may take long say so; those may be called on any thread."""

    @property
    def exhibition(self) -> Exhibition: ...
    @property
    def config(self) -> Config: ...
    @property
    def gallery(self) -> Gallery: ...
    @property
    def problems(self) -> Sequence[Entry]: ...
    @property
    def uptime_s(self) -> float: ...
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

    def reload(self) -> None:
        """Have the files read again; the panel is told when that is done."""
        ...

    def hang_on(self, wall: Wall) -> None: ...
    def make_night(self) -> None: ...
    def leave(self, *, again: bool) -> None:
        """End the program, or start it again."""
        ...

    def health(self) -> Health:
        """May take long."""
        ...

    def shown_bundle(self) -> Bundle | None:
        """What is shown, if it was installed. May take long."""
        ...

    def visits(self) -> Summary:
        """The last days. May take long."""
        ...

    def can_go_back(self) -> bool:
        """May take long."""
        ...

    def offers(self) -> tuple[Offer, ...]:
        """Look for newer bundles. May take long."""
        ...

    def install(self, offer: Offer) -> Installed:
        """May take long. Raises BundleRefused."""
        ...

    def roll_back(self) -> Installed:
        """May take long. Raises BundleRefused."""
        ...

    def log(self) -> Sequence[str]:
        """The last lines that were logged, the last one first."""
        ...
