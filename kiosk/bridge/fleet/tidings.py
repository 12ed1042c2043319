"""What is told elsewhere of this kiosk: to its fleet, and in a file of figures. Made only where there is either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.fleet.figures import Visits

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from kiosk.bridge.counting import Counter
    from kiosk.bridge.fleet.figures import FleetFigures
    from kiosk.bridge.fleet.fleet import Fleet
    from kiosk.bridge.staff.desk import Reception
    from kiosk.exhibition.config import Config
    from kiosk.staff.bundles.arrival import Arrival


class Tidings:
    """Follows what is shown from `follow` on, until `close`."""

    def __init__(self, fleet: Fleet | None, figures: FleetFigures | None) -> None:
        self._fleet = fleet
        self._figures = figures

    def follow(
        self,
        reception: Reception,
        hung: SignalInstance | None = None,
        heard: SignalInstance | None = None,
        counter: Callable[[], Counter | None] = lambda: None,
    ) -> None:
        """Tell of this from now on. `hung`, `heard` as `Fleet` has them; `counter`: what counts visits now."""
        if self._fleet:
            self._fleet.follow(reception, hung, heard)
        if self._figures:
            self._figures.follow(reception, lambda: _counted(counter()))

    def note_arrival(self, arrival: Arrival) -> None:
        """How it stands with the next bundle. On any thread."""
        if self._fleet:
            self._fleet.note_arrival(arrival)

    def leave(self) -> None:
        """What was followed is over."""
        if self._fleet:
            self._fleet.leave()
        if self._figures:
            self._figures.leave()

    def close(self) -> None:
        """The show is over."""
        if self._fleet:
            self._fleet.close()
        if self._figures:
            self._figures.close()


def tidings_of(config: Config) -> Tidings | None:
    """What staff want to be told; None for nothing."""
    fleet = figures = None
    if config.fleet.broker is not None:
        from kiosk.bridge.fleet.fleet import fleet_of  # noqa: PLC0415 - where there is a broker

        fleet = fleet_of(config)
    if config.fleet.figures is not None:
        from kiosk.bridge.fleet.figures import figures_of  # noqa: PLC0415 - where figures are wanted

        figures = figures_of(config.fleet)
    return Tidings(fleet, figures) if fleet or figures else None


def _counted(counter: Counter | None) -> Visits | None:
    return Visits(counter.visits, counter.works_shown) if counter else None
