"""Who is told how the show does: whoever watches over it here, and whoever sees to many kiosks. Mostly nobody."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from kiosk.supervising.watched import order

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.back_soon import BackSoon
    from kiosk.bridge.fleet.tidings import Tidings
    from kiosk.desk import Desk
    from kiosk.exhibition.config import Config
    from kiosk.front import Front
    from kiosk.rehang import Rehang
    from kiosk.staff.bundles.arrival import Arrival
    from kiosk.vital import Vital


class Witnesses:
    """Those that there are for a show that begins, until `end`."""

    def __init__(self, front: Front, config: Config) -> None:
        self._front = front
        self._vital = _vital(front)
        self._tidings = _tidings(config)

    @property
    def note_arrival(self) -> Callable[[Arrival], None] | None:
        """Tells how it stands with the next bundle; None where nobody asks."""
        return self._tidings.note_arrival if self._tidings else None

    def follow_card(self, card: BackSoon) -> None:
        """The card is on the screen."""
        if self._tidings:
            self._tidings.follow(card)

    def follow(self, desk: Desk, rehang: Rehang) -> None:
        """An exhibition is on the screen."""
        if self._vital:
            self._vital.follow(rehang, lambda: desk.dark)
        if self._tidings:
            self._tidings.follow(desk, rehang.hung, rehang.heard, lambda: rehang.counter)

    def leave(self) -> None:
        """The exhibition that was followed is over."""
        if self._tidings:
            self._tidings.leave()

    def going(self, code: int) -> int:
        """The show ends with this code: who waits for that is told before it is taken down, which may take a while."""
        self._front.going(code)
        if self._vital:
            self._vital.stop(code)
        return code

    def end(self) -> None:
        """The show is over."""
        if self._tidings:
            self._tidings.close()
        if self._vital:
            self._vital.stop()


def _vital(front: Front) -> Vital | None:
    """What tells how the show does, where somebody watches over it."""
    if order() is None and "NOTIFY_SOCKET" not in os.environ:
        return None
    from kiosk.vital import vital_of

    return vital_of(front)


def _tidings(config: Config) -> Tidings | None:
    """What is told of this kiosk elsewhere, where staff want that."""
    if config.fleet.broker is None and config.fleet.figures is None:
        return None
    from kiosk.bridge.fleet.tidings import tidings_of

    return tidings_of(config)
