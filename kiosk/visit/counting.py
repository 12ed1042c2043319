"""What a visitor does, as numbers of a day and a work: nothing about who, and not when. Time and day are passed in.

A visit is from leaving the attract loop until it is back, and all of it counts for the day on which it began. Where
something else than a visitor has led it begins with the first touch.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from kiosk.visit.session import Screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibition.model import Exhibition
    from kiosk.visit.session import Session

    Part = tuple[float, float, float, float]
    """What is seen of a picture: left, top, right, bottom in its fractions; beyond 0..1 where the wall is seen."""

SIDE = 12
"""Cells of a picture across, and down, of which it is counted how long they were looked at closely."""
MOST_LOOK_S = 300.0
"""The longest that one look at a work counts; after that nobody may be there, whatever the rules of a visit are."""
SAMPLE_S = 0.25
"""A picture that moves is looked at again after so long: what is counted of a motion is where it has got to."""
WHOLE_CELL = -1
MOST_LETTERS = 200


class What(StrEnum):
    """What is counted: of a day, of a work, or of a choice (its theme or language)."""

    VISITS = "visits"
    RAN_OUT = "ran_out"
    WALKED_ON = "walked_on"
    CUT_SHORT = "cut_short"
    SHOWN = "shown"
    LOOKED_S = "looked_s"
    ZOOMED = "zoomed"
    PAGES = "pages"
    CLOSELY_S = "closely_s"
    THEME = "theme"
    LANGUAGE = "language"


ENDINGS = What.RAN_OUT, What.WALKED_ON, What.CUT_SHORT
"""How a visit ends: nobody was there any more, the visitor said so, or the doors closed or the program left."""


class Count(NamedTuple):
    """So many more of something. `of`: the id of a work or a theme, or a language; `cell`: row by row from the top."""

    day: str
    exhibition: str
    what: What
    of: str
    number: float
    cell: int = WHOLE_CELL


@dataclass(frozen=True, slots=True)
class Sight:
    """What a visitor has before them.

    `works` are those on the stage, and `closer` the one that is looked at closely, by their ids; `part` is what is seen
    of it where it is enlarged. `home_language` is the one that visitors begin with.
    """

    session: Session
    exhibition: str
    works: tuple[str, ...] = ()
    closer: str | None = None
    part: Part | None = None
    home_language: str = ""

    @property
    def staged(self) -> tuple[str, ...]:
        """The works that have come on the stage, and are still there while one is looked at closely."""
        return self.works if self.session.screen in {Screen.STAGE, Screen.CLOSER} else ()

    @property
    def looked_at(self) -> tuple[str, ...]:
        """The works that are looked at, unless it is doubtful whether anybody is there."""
        if self.session.asking or self.session.about:
            return ()
        if self.session.screen is Screen.CLOSER:
            return (self.closer,) if self.closer else ()
        return self.works if self.session.screen is Screen.STAGE else ()


@dataclass(frozen=True, slots=True)
class Counting:
    """How far it has been counted.

    `day` and `exhibition` are those in which the visit began, None and empty while nobody visits; `sight` is what there
    is to see since `since`. `look_s` is how long this look has counted, `enlarged` whether it has been seen closely.
    """

    day: str | None = None
    exhibition: str = ""
    sight: Sight | None = None
    since: float = 0.0
    look_s: float = 0.0
    enlarged: bool = False


Counted = tuple[Counting, tuple[Count, ...]]


def title_of(exhibition: Exhibition) -> str:
    """The title under which an exhibition is counted: in its first language, and not without end."""
    return exhibition.title.words(exhibition.languages[0], exhibition.languages)[:MOST_LETTERS]


def see(counting: Counting, sight: Sight, now: float, today: str) -> Counted:
    """The visitor has this before them from now on."""
    if _passing(counting, sight, now):
        return replace(counting, sight=sight), ()
    counting, counts = _settle(counting, now, sight)
    visiting = sight.session.screen is not Screen.ATTRACT and not sight.session.led
    if not visiting:
        counting, ended = end(counting, What.CUT_SHORT, now)
        return replace(counting, sight=sight), (*counts, *ended)
    before = counting.sight
    if counting.day is None:
        counting = replace(counting, day=today, exhibition=sight.exhibition)
        counts = (*counts, Count(today, sight.exhibition, What.VISITS, "", 1))
        news = tuple(_beginning(counting, sight))
    else:
        news = tuple(_news(counting, before, sight)) if before else ()
    came = any(count.what is What.SHOWN for count in news)
    close = sight.session.screen is Screen.CLOSER
    enlarged = close and (counting.enlarged or sight.part is not None)
    counting = replace(counting, sight=sight, enlarged=enlarged, look_s=0.0 if came else counting.look_s)
    return counting, (*counts, *news)


def read_on(counting: Counting, exhibition: str, work: str, pages: int) -> tuple[Count, ...]:
    """So many further pages of a work's label have been turned to, or the words beside its picture."""
    return (Count(counting.day, exhibition, What.PAGES, work, pages),) if counting.day else ()


def end(counting: Counting, ending: What, now: float) -> Counted:
    """The visit is over, in one of ENDINGS; without a visit nothing happens."""
    if counting.day is None:
        return replace(counting, sight=None, since=now), ()
    settled, counts = _settle(counting, now, None)
    over = Count(counting.day, counting.exhibition, ending, "", 1)
    return replace(settled, day=None, exhibition="", sight=None, look_s=0.0, enlarged=False), (*counts, over)


def pause(counting: Counting, now: float) -> Counted:
    """Count what there is until now: what is seen next is another exhibition that takes the place of this one.

    The visit goes on; what it finds there has not been chosen there.
    """
    settled, counts = _settle(counting, now, None)
    return replace(settled, sight=None), counts


def catch_up(counting: Counting, now: float) -> Counted:
    """Count what there is until now, because it is about to be written."""
    return _settle(counting, now, counting.sight)


def closely(part: Part) -> Iterator[tuple[int, float]]:
    """The cells of a picture that `part` of it shows, and what a second of that counts for each.

    The share of the cell that is seen, times the square of the share of the picture that is not: a look at nearly all
    of a picture says little about where somebody looked.
    """
    left, top, right, bottom = (min(max(0.0, edge), 1.0) for edge in part)
    across, down = _overlaps(left, right), _overlaps(top, bottom)
    weight = (1 - max(0.0, right - left) * max(0.0, bottom - top)) ** 2
    for (row, high), (column, wide) in product(down, across):
        yield row * SIDE + column, high * wide * weight


def _overlaps(start: float, end: float) -> list[tuple[int, float]]:
    shares = ((n, min(end * SIDE, n + 1) - max(start * SIDE, n)) for n in range(SIDE))
    return [(n, share) for n, share in shares if share > 0]


def _passing(counting: Counting, sight: Sight, now: float) -> bool:
    """Whether only the part of the picture is another, and that of a moment ago."""
    before = counting.sight
    return (
        before is not None
        and counting.enlarged
        and None not in (before.part, sight.part)
        and now - counting.since < SAMPLE_S
        and replace(before, part=sight.part) == sight
    )


def _settle(counting: Counting, now: float, following: Sight | None) -> Counted:
    """Count the time since it was last counted. A question that has come meanwhile came when it did."""
    sight = counting.sight
    asked_at = following.session.asked_at if following else None
    until = min(now, asked_at) if asked_at is not None else now
    looked_at = sight.looked_at if sight and counting.day else ()
    seconds = min(max(0.0, until - counting.since), MOST_LOOK_S - counting.look_s)
    settled = replace(counting, since=max(now, counting.since))
    if not sight or not counting.day or not looked_at or seconds <= 0:
        return settled, ()
    day, exhibition, each = counting.day, sight.exhibition, seconds / len(looked_at)
    counts = [Count(day, exhibition, What.LOOKED_S, work, each) for work in looked_at]
    if sight.part and sight.closer and sight.session.screen is Screen.CLOSER:
        counts += [
            Count(day, exhibition, What.CLOSELY_S, sight.closer, seconds * share, cell)
            for cell, share in closely(sight.part)
        ]
    return replace(settled, look_s=counting.look_s + seconds), tuple(counts)


def _beginning(counting: Counting, sight: Sight) -> Iterator[Count]:
    """What a visit begins with; a language may have been chosen in the loop."""
    day = counting.day or ""
    session = sight.session
    if sight.home_language and session.language != sight.home_language:
        yield Count(day, sight.exhibition, What.LANGUAGE, session.language, 1)
    yield from (Count(day, sight.exhibition, What.THEME, theme, 1) for theme in session.themes)
    yield from (Count(day, sight.exhibition, What.SHOWN, work, 1) for work in sight.staged)
    if session.screen is Screen.CLOSER and sight.part and sight.closer:
        yield Count(day, sight.exhibition, What.ZOOMED, sight.closer, 1)


def _news(counting: Counting, before: Sight, sight: Sight) -> Iterator[Count]:
    """What a visitor has chosen, and what has come before them, since `before`."""
    day = counting.day or ""
    old, new = before.session, sight.session
    if new.language != old.language:
        yield Count(day, sight.exhibition, What.LANGUAGE, new.language, 1)
    for theme in new.themes:
        if theme not in old.themes:
            yield Count(day, sight.exhibition, What.THEME, theme, 1)
    for work in sight.staged:
        if work not in before.staged:
            yield Count(day, sight.exhibition, What.SHOWN, work, 1)
    if new.screen is Screen.CLOSER and sight.part and sight.closer and not counting.enlarged:
        yield Count(day, sight.exhibition, What.ZOOMED, sight.closer, 1)
