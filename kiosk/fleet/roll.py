"""All kiosks of a fleet, as they tell of themselves: what a table of them shows."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.fleet.state import Health, State, decode_state
from kiosk.fleet.topics import ONLINE, Root

MOST_KIOSKS = 2000
_MOST_SIGNS = 64


class Row(NamedTuple):
    """A kiosk. `present`: it is there. `state`: what it has said last; None for nothing that can be read."""

    kiosk: str
    present: bool = False
    state: State | None = None

    @property
    def needs_staff(self) -> bool:
        """Whether somebody has to look."""
        return not self.present or self.state is None or self.state.health is Health.TROUBLE


class Roll:
    """Hears what kiosks say; at most `MOST_KIOSKS` of them."""

    def __init__(self, root: Root) -> None:
        self._root = root
        self._rows: dict[str, Row] = {}

    def hear(self, topic: str, payload: bytes) -> bool:
        """Take note of a message. Whether the table is another one now."""
        kind, kiosk = self._root.kiosk_of(topic)
        if kind not in {"state", "present"} or len(kiosk) > _MOST_SIGNS:
            return False
        before = self._rows.get(kiosk, Row(kiosk))
        if kiosk not in self._rows and len(self._rows) >= MOST_KIOSKS:
            return False
        if not payload and kind == "present":  # taken off the broker, and out of the fleet
            return self._rows.pop(kiosk, None) is not None
        if not payload and kiosk not in self._rows:
            return False
        if kind == "state":
            row = before._replace(state=decode_state(payload))
        else:
            row = before._replace(present=payload == ONLINE.encode())
        news = self._rows.get(kiosk) != row
        self._rows[kiosk] = row
        return news

    @property
    def rows(self) -> tuple[Row, ...]:
        """All of them, by name."""
        return tuple(self._rows[kiosk] for kiosk in sorted(self._rows))

    def present(self, groups: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The kiosks that are there, of these groups if there are any."""
        return tuple(
            row.kiosk
            for row in self.rows
            if row.present and (not groups or (row.state and set(groups) & set(row.state.groups)))
        )
