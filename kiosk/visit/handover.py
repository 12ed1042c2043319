"""What a visitor keeps when the exhibition changes under their eyes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from kiosk.visit.seeking import Seeking, by_creator
from kiosk.visit.session import Screen, begin, rehome

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.visit.session import Rules, Session

    Left = Callable[[tuple[str, ...]], tuple[str, ...]]


class Offered(NamedTuple):
    """What an exhibition has: whether it can be `searched`, and whether a card introduces it."""

    searched: bool = True
    introduced: bool = True


ALL = Offered()


def handed_over(session: Session, rules: Rules, left_of: Left, now: float, offered: Offered = ALL) -> Session:
    """A session in another exhibition, with these `rules`; `left_of` chosen themes gives those it has works of.

    Everything stays that the new exhibition has, too: the language, the themes, what was typed, the card. A creator is
    given by a place in the old catalogue, and a label that is being read belongs to the old one: these go.
    """
    if session.screen is Screen.ATTRACT:
        return begin(rules, now)
    return replace(
        rehome(session, rules),
        language=session.language if session.language in rules.languages else rules.home_language,
        themes=left_of(session.themes),
        seeking=by_creator(session.seeking if offered.searched else Seeking(session.seeking.sort), None),
        screen=Screen.STAGE if session.screen is Screen.CLOSER else session.screen,
        about=session.about and offered.introduced,
        reading=False,
    )
