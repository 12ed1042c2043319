"""Works that staff have taken off the wall, until a day or for good: a small file beside the staff report."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition import regular_files
from kiosk.exhibition.disk import Disk, replace_file

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibition.model import Exhibition

FILE = "hidden.json"
_MOST_BYTES = 4_000_000


class Hidden(msgspec.Struct, frozen=True):
    """A work, by the exhibition's title and its id there; shown again from `until` on, None: when staff say so."""

    exhibition: str
    work: str
    until: date | None = None

    def is_over(self, today: date) -> bool:
        """Whether it is shown again."""
        return self.until is not None and today >= self.until


class HiddenWorks:
    """What staff have hidden, as it is kept in `folder`. What cannot be read there counts as nothing."""

    def __init__(self, folder: Path, disk: Disk | None = None) -> None:
        self._file = folder / FILE
        self._disk = disk or Disk()
        self._all: tuple[Hidden, ...] = _read(self._file)

    def of(self, exhibition: Exhibition) -> dict[int, date | None]:
        """The places of the works that are hidden, each with the day from which it is shown again.

        A work that comes later is hidden still when it was hidden by that name. Never all of them: where the exhibition
        has become so small that none would be left, all are shown.
        """
        name = name_of(exhibition)
        hidden = [each for each in self._all if each.exhibition == name]
        if not hidden:
            return {}  # and of thousands of works nobody asks for their names
        index = exhibition.index_by_id
        found = {index[each.work]: each.until for each in hidden if each.work in index}
        return found if len(found) < len(exhibition.works) else {}

    def hide(self, exhibition: Exhibition, work: int, until: date | None, today: date) -> bool:
        """Hide a work; False, and nothing is changed, when no other would be left. Raises OSError."""
        hidden = {place for place, day in self.of(exhibition).items() if day is None or today < day}
        if not set(range(len(exhibition.works))) - hidden - {work}:
            return False
        entry = Hidden(name_of(exhibition), exhibition.works[work].id, until)
        self._keep((*self._without(entry), entry), today)
        return True

    def show(self, exhibition: Exhibition, work: int, today: date) -> None:
        """Show a work again. Raises OSError."""
        self._keep(self._without(Hidden(name_of(exhibition), exhibition.works[work].id)), today)

    def _without(self, entry: Hidden) -> tuple[Hidden, ...]:
        return tuple(each for each in self._all if (each.exhibition, each.work) != (entry.exhibition, entry.work))

    def _keep(self, entries: tuple[Hidden, ...], today: date) -> None:
        entries = tuple(each for each in entries if not each.is_over(today))
        self._file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(self._file, msgspec.json.encode(entries), self._disk)
        self._all = entries


def name_of(exhibition: Exhibition) -> str:
    """What an exhibition is called in its first language."""
    return exhibition.title.words(exhibition.languages[0])


def _read(file: Path) -> tuple[Hidden, ...]:
    try:
        return msgspec.json.decode(regular_files.read(file, _MOST_BYTES), type=tuple[Hidden, ...])
    except (OSError, ValueError):
        return ()
