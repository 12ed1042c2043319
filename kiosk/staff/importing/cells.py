"""The cells of a row by what they are for, as clean words; what had to be cleaned is told."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from kiosk.exhibition.text import UNTAGGED
from kiosk.staff.importing.draft import Kind, Origin, Remark, Said
from kiosk.staff.importing.markup import tidy, without_markup

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.staff.importing.column_names import Role
    from kiosk.staff.importing.columns import Column
    from kiosk.staff.importing.grid import Row

LONGEST = 20_000
"""Characters of one text; the same as in a manifest."""
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_TAGGED = re.compile(r"</?[a-zA-Z!][^<>]*>|&(?:[a-zA-Z]{2,8}|#\w{1,7});")


class Cells:
    """Reads one row after the other, by `columns`, the best for each thing first. `language` is of untagged words."""

    def __init__(self, where: Origin, columns: Sequence[Column], language: str) -> None:
        self.remarks: list[Remark] = []
        self.used: set[int] = set()
        """The places of the columns of which something was copied."""
        self._where = where
        self._language = language or "en"
        self._several = any(column.language for column in columns)
        self._columns: dict[Role, dict[str, list[Column]]] = defaultdict(dict)
        for column in columns:
            self._columns[column.role].setdefault(column.language, []).append(column)
        self._row: Row | None = None
        self._clean: dict[int, str] = {}

    def turn_to(self, row: Row) -> None:
        """Read from this row from now on."""
        self._row = row
        self._clean.clear()

    def origin(self, heading: str = "") -> Origin:
        """Where the row is, or its cell below a heading."""
        return Origin(self._where.file, self._row.number if self._row else 0, heading, self._where.sheet)

    def tell(self, kind: Kind, rule: str, message: str, remedy: str = "", heading: str = "") -> None:
        """Note something about the row."""
        self.remarks.append(Remark(kind, rule, self.origin(heading), message, remedy))

    def columns(self, role: Role) -> Mapping[str, Sequence[Column]]:
        """The columns for a thing, by language."""
        return self._columns.get(role, {})

    def heading(self, role: Role) -> str:
        """The heading of the best column for a thing; empty where there is none."""
        return next((column.heading for columns in self.columns(role).values() for column in columns), "")

    def words(self, role: Role, language: str = UNTAGGED) -> str:
        """The words of the best column for a thing in one language that has any in this row."""
        for column in self.columns(role).get(language, ()):
            if words := self.cell(column):
                return words
        return ""

    def figured(self, role: Role) -> str:
        """The heading of the column for a thing where this row has a figure with decimals in it; else empty."""
        fractions = self._row.fractions if self._row else frozenset()
        columns = (column for columns in self.columns(role).values() for column in columns)
        return next((column.heading for column in columns if column.place in fractions), "")

    def line(self, role: Role) -> str:
        """The same in one line, in the first language that has any."""
        said = (self.words(role, language) for language in self.columns(role))
        return " ".join(next(filter(None, said), "").split())

    def said(self, role: Role) -> Said:
        """The words for a thing in all languages; empty where there are none."""
        return self.by_language({language: self.words(role, language) for language in self.columns(role)})

    def by_language(self, words: Mapping[str, str], *, names: bool = False) -> Said:
        """Words by language as a manifest has them; numbers and `names` alone, and all where no column says its own."""
        spoken = {language: said for language, said in words.items() if said}
        plain = spoken.pop(UNTAGGED, "")
        if not spoken:
            says_it = self._several and not names and any(map(str.isalpha, plain))
            return {self._language: plain} if says_it else plain
        if plain and self._language not in spoken:
            return {self._language: plain, **spoken}
        return spoken

    def cell(self, column: Column) -> str:
        """The clean words of a cell."""
        if column.place in self._clean:
            return self._clean[column.place]
        raw = self.raw(column.place)
        if not raw:
            return ""
        words = raw if raw.isprintable() and "<" not in raw and "&" not in raw else self._cleaned(raw, column.heading)
        words = " ".join(words.split()) if "\n" not in words else words
        if words:
            self.used.add(column.place)
        self._clean[column.place] = words
        return words

    def raw(self, place: int) -> str:
        """A cell as it stands in the table, without blanks around it."""
        cells = self._row.cells if self._row else ()
        return cells[place].strip() if place < len(cells) else ""

    def _cleaned(self, raw: str, heading: str) -> str:
        if _INVISIBLE.search(raw):
            self.tell(
                Kind.DOUBTFUL, "invisible", "There are invisible characters here; they are left out.", "", heading
            )
        if len(raw) > LONGEST:
            message = f"The text has {len(raw):,} characters; it is cut after {LONGEST:,}."
            self.tell(Kind.DOUBTFUL, "text-too-long", message, "Shorten it.", heading)
        words = without_markup(raw)
        if _TAGGED.search(raw) and words != tidy(raw):
            self.tell(Kind.GUESSED, "html", "The HTML here is reduced to its words.", "", heading)
        return words[: LONGEST - 1] + "…" if len(words) > LONGEST else words
