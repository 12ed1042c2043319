"""The first visitors of a soak: together they see all there is, so that nothing is seen for the first time later.

What is seen for the first time takes memory that stays, as it does on a museum's first day: a screen's code, a script's
letters, room for the largest picture. By chance it would take visitors ten hours and more to get everywhere, and what
they find then looks like something that grows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kiosk.staff.soak.plan import WISHES, Act, Deed, Visit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kiosk.staff.soak.plan import Wish

PAUSE_S = 1.5
EMPTY_S = 10.0
SIZES = 3
"""Of text."""
SWITCHES = 2
"""In the panel of reading and display: contrast, motion."""
PICKS = 3
"""Of several that a wish can be aimed at, it is the first, a middle one and the last in turn."""
BACK = ("IconButton:close", "IconButton:whole", "Thumbnail")
"""What leads to the stage: a work's picture on the wall does, and on the stage it is one more work that is shown."""
IN_EACH_LANGUAGE = frozenset({"wall", "search", "zoom", "about"})
"""Wishes that lead to a screen of its own with words of its own."""
OTHERWISE = frozenset({"anywhere", "drum", "think", "next", "language", "comfort"})
"""Wishes that lead nowhere in particular, or that are seen to here."""


def first_visits(said: Mapping[str, Any]) -> Iterator[Visit]:
    """Two in each language of what a manifest says; together they do all that visitors wish and turn to each work once.

    Each screen is seen in each language. The very first one walks off, so that the question whether somebody is there
    is seen.
    """
    languages = _languages(said)
    works = -(-len(said.get("works") or ()) // languages)
    shared = [wish for wish in WISHES if wish.name not in IN_EACH_LANGUAGE | OTHERWISE]
    for number in range(languages):
        language = _choose_language(_middle(number, languages))
        wishes = [wish for wish in WISHES if wish.name in IN_EACH_LANGUAGE or wish in shared[number::languages]]
        yield _visit(*language, *_try_settings(number), *_turn_pages(works), walks_off=number == 0)
        yield _visit(*language, *_choose_size(number), *_fulfil(wishes, number))


def _languages(said: Mapping[str, Any]) -> int:
    heading = said.get("exhibition") or {}
    title = heading.get("title")
    return len(heading.get("languages") or (title if isinstance(title, dict) else ())) or 1


def _visit(*acts: Act, walks_off: bool = False) -> Visit:
    return Visit(EMPTY_S, acts, walks_off)


def _choose_language(pick: float) -> tuple[Act, ...]:
    return _act("language", Deed.TAP, "IconButton:language"), _act("language", Deed.TAP, "Choice", pick=pick)


def _choose_size(*numbers: int) -> Iterator[Act]:
    yield _act("comfort", Deed.TAP, "IconButton:comfort")
    for number in numbers:
        yield _act("comfort", Deed.TAP, "Choice", pick=_middle(number % SIZES, SIZES))
    yield _act("comfort", Deed.TAP, "IconButton:comfort")


def _try_settings(number: int) -> Iterator[Act]:
    """Every size of text, and one of the switches; what is left chosen is another in each language."""
    yield from _choose_size(*range(number + 1, number + 1 + SIZES))
    yield _act("comfort", Deed.TAP, "IconButton:comfort")
    yield _act("comfort", Deed.TAP, "SwitchRow", pick=_middle(number % SWITCHES, SWITCHES))
    yield _act("comfort", Deed.TAP, "IconButton:comfort")


def _turn_pages(count: int) -> Iterator[Act]:
    for _ in range(count):
        yield _act("next", Deed.TAP, "IconButton:next")


def _fulfil(wishes: Iterable[Wish], number: int) -> Iterator[Act]:
    """Each from the stage."""
    for wish in wishes:
        for deed, aims in wish.steps:
            yield _act(wish.name, deed, *aims, pick=_middle(number % PICKS, PICKS))
        yield _act("go back", Deed.TAP, *BACK)


def _middle(number: int, of: int) -> float:
    """Where that one of so many is picked, from 0."""
    return (number + 0.5) / of


def _act(wish: str, deed: Deed, *aims: str, pick: float = 0.5, turn: float = 0.4) -> Act:
    return Act(wish, deed, aims, 0.5, 0.5, pick, turn, PAUSE_S)
