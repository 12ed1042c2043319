"""The statistics as staff read them: added up by day, by work and by choice, with the names that the exhibition has."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from operator import add
from typing import TYPE_CHECKING

import msgspec

from kiosk.staff.statistics.language_names import language_name
from kiosk.visit.counting import title_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.exhibition.model import Exhibition
    from kiosk.staff.statistics.reading import Record


Place = tuple[str, str]
"""A work: the exhibition under whose title it was counted, and its id in it."""


class Day(msgspec.Struct, frozen=True):
    """The visits of a day."""

    day: str
    visits: int


class Ranked(msgspec.Struct, frozen=True):
    """A work in the order of how long it was looked at. `title` and `creator` are empty where they are not known.

    `language` is that of the title. `closely_s`: seconds of each cell of its picture, row by row; empty for none.
    """

    work: str
    exhibition: str
    shown: int
    looked_s: int
    zoomed: int
    pages: int
    title: str = ""
    creator: str = ""
    language: str = ""
    closely_s: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """What it is called, at least by its id."""
        return self.title or self.work

    @property
    def place(self) -> Place:
        """The work: ids are those of its exhibition, and another one may have them, too."""
        return self.exhibition, self.work


class Choice(msgspec.Struct, frozen=True):
    """How often a theme of an exhibition was chosen, or a language in all of them (its `exhibition` is empty)."""

    choice: str
    times: int
    name: str = ""
    exhibition: str = ""

    @property
    def told(self) -> str:
        """What it is called, at least by its key."""
        return self.name or self.choice


class Report(msgspec.Struct, frozen=True):
    """Everything that was counted in some days. `days` has one for each from the first to the last with a visit.

    `going_on`: visits without an end: one may be going on, others were ended by the power. `weekdays`: visits from
    Monday to Sunday, and how many of each there are in `days`.
    """

    exhibitions: tuple[str, ...]
    visits: int
    ran_out: int
    walked_on: int
    cut_short: int
    looked_s: int
    days: tuple[Day, ...]
    works: tuple[Ranked, ...]
    themes: tuple[Choice, ...]
    languages: tuple[Choice, ...]
    weekdays: tuple[tuple[int, int], ...]

    @property
    def going_on(self) -> int:
        """Visits that have no end."""
        return max(0, self.visits - self.ran_out - self.walked_on - self.cut_short)

    @property
    def mean_s(self) -> float:
        """The seconds that a visit looked at works, in the mean."""
        return self.looked_s / self.visits if self.visits else 0.0


def report_of(record: Record, exhibition: Exhibition | None = None) -> Report:
    """What `record` holds. The names are those of `exhibition`, for what was counted under its title."""
    visits = Counter[str]()
    for row in record.days:
        visits[row.day] += row.visits
    days = _every_day(visits)
    return Report(
        exhibitions=tuple(
            dict.fromkeys(row.exhibition for rows in (record.days, record.works, record.choices) for row in rows)
        ),
        visits=visits.total(),
        ran_out=sum(row.ran_out for row in record.days),
        walked_on=sum(row.walked_on for row in record.days),
        cut_short=sum(row.cut_short for row in record.days),
        looked_s=sum(row.looked_s for row in record.works),
        days=days,
        works=_ranked(record, exhibition),
        themes=_themes(record, exhibition),
        languages=_languages(record),
        weekdays=_weekdays(days),
    )


def _every_day(visits: Counter[str]) -> tuple[Day, ...]:
    if not visits:
        return ()
    first, last = (date.fromisoformat(edge(visits)) for edge in (min, max))
    if (last - first).days > 2 * 400:  # a clock was wrong once
        return tuple(Day(day, count) for day, count in sorted(visits.items()))
    every = (first + timedelta(days=place) for place in range((last - first).days + 1))
    return tuple(Day(day.isoformat(), visits[day.isoformat()]) for day in every)


def _ranked(record: Record, exhibition: Exhibition | None) -> tuple[Ranked, ...]:
    works: dict[Place, Ranked] = {}
    for row in record.works:
        place = row.exhibition, row.work
        told = works.get(place) or Ranked(row.work, row.exhibition, 0, 0, 0, 0)
        works[place] = Ranked(
            told.work,
            told.exhibition,
            told.shown + row.shown,
            told.looked_s + row.looked_s,
            told.zoomed + row.zoomed,
            told.pages + row.pages,
            closely_s=tuple(map(add, told.closely_s, row.closely_s))
            if told.closely_s and row.closely_s
            else told.closely_s or row.closely_s,
        )
    named = (_named(work, exhibition) for work in works.values())
    return tuple(sorted(named, key=lambda work: (-work.looked_s, -work.shown, work.work)))


def _named(work: Ranked, exhibition: Exhibition | None) -> Ranked:
    if exhibition is None or work.exhibition != title_of(exhibition) or work.work not in exhibition.index_by_id:
        return work
    shown = exhibition.works[exhibition.index_by_id[work.work]]
    title, language = shown.title.resolve(exhibition.languages[0], exhibition.languages)
    creator = shown.creator.words(exhibition.languages[0], exhibition.languages)
    return msgspec.structs.replace(work, title=title, creator=creator, language=language)


def _themes(record: Record, exhibition: Exhibition | None) -> tuple[Choice, ...]:
    """Those of each exhibition by themselves: what two call alike is not one."""
    times = Counter[Place]()
    for row in record.choices:
        if row.kind == "theme":
            times[row.exhibition, row.choice] += row.times
    names: dict[Place, str] = {}
    if exhibition is not None:
        language, title = exhibition.languages[0], title_of(exhibition)
        names = {(title, theme.id): theme.name.words(language, exhibition.languages) for theme in exhibition.themes}
    ordered = sorted(times.items(), key=lambda told: (-told[1], told[0]))
    return tuple(Choice(theme, count, names.get((of, theme), ""), of) for (of, theme), count in ordered)


def _languages(record: Record) -> tuple[Choice, ...]:
    times = Counter[str]()
    for row in record.choices:
        if row.kind == "language":
            times[row.choice] += row.times
    ordered = sorted(times.items(), key=lambda told: (-told[1], told[0]))
    return tuple(Choice(tag, count, language_name(tag) or "") for tag, count in ordered)


def _weekdays(days: Iterable[Day]) -> tuple[tuple[int, int], ...]:
    visits, there = [0] * 7, [0] * 7
    for day in days:
        weekday = date.fromisoformat(day.day).weekday()
        visits[weekday] += day.visits
        there[weekday] += 1
    return tuple(zip(visits, there, strict=True))
