"""While there is nothing to show: the card that we are back soon, and what comes of it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NamedTuple

from kiosk.back_soon import READABLE, BackSoon
from kiosk.backstage import Backstage, open_backstage
from kiosk.bridge.aside import eventually
from kiosk.exhibition.installed import current_exhibition
from kiosk.front import choice, clocks_of, place_of
from kiosk.settling import keep_log
from kiosk.staff.bundles.attendant import attending
from kiosk.staff.exits import AGAIN, FINE, QUIT, UNUSABLE
from kiosk.staff.reach import SILENT
from kiosk.supervising.watched import order

if TYPE_CHECKING:
    from kiosk.bridge.window.stand import Stand
    from kiosk.exhibition.config import Config
    from kiosk.exhibition.problems import Problem
    from kiosk.front import Front
    from kiosk.staff.revision import Asked
    from kiosk.witnesses import Witnesses


class Found(NamedTuple):
    """What there is to show, and the card, which stays on the screen until that covers it.

    `asked`: staff may have wished something else than was asked for.
    """

    card: BackSoon
    config: Config
    backstage: Backstage
    asked: Asked


def wait(
    front: Front, config: Config, problems: tuple[Problem, ...], asked: Asked, witnesses: Witnesses
) -> Found | int:
    """Say that we are back soon until there is something to show, or for the exit code until we leave."""
    keep_log()
    place = place_of(front.options, config)
    card = _card(front, place, problems, asked, config)
    witnesses.follow_card(card)
    while (code := _waited(card, witnesses)) == READABLE:
        wished = card.asked
        exhibition = current_exhibition() if wished.installed else wished.exhibition
        config, reading, backstage = open_backstage(wished.config, exhibition, reach=front.reach)
        if backstage and _draws_otherwise(front, config, problems):
            backstage.close()
            code = AGAIN
            break
        if backstage:
            card.end()
            return Found(card, config, backstage, wished)
        problems = reading.problems
        card.go_on(config, problems)
    code = witnesses.going(left_with(code, windowed=place.windowed))
    card.close()
    front.face.close()
    return code


def left_with(code: int, *, windowed: bool) -> int:
    """The exit code of a card that was left with this one: to close it or end it leaves nothing that was shown.

    In a window of one's own that is as with a show: whoever quits or closes it has done.
    """
    if windowed and order():
        return QUIT if code == FINE else code
    if windowed and code == QUIT:
        return FINE
    return code or UNUSABLE


def _waited(card: BackSoon, witnesses: Witnesses) -> int:
    """What came of waiting: meanwhile a kiosk takes its first bundle by itself, if that is configured."""

    def complain(problem: Problem) -> None:
        logging.getLogger("kiosk").warning("%s", problem)

    told = witnesses.note_arrival
    bundles = attending(lambda: card.config.bundles, complain, lambda: card.config.fleet.groups, told, begun=eventually)
    with bundles:
        return card.wait()


def _card(front: Front, place: Stand, problems: tuple[Problem, ...], asked: Asked, config: Config) -> BackSoon:
    """The card, for as long as nothing can be read; or for as long as it was ordered, whatever can be."""
    now, ordered = clocks_of(front.options, config).now, order()
    if ordered and ordered.card:
        from kiosk.last_resort import LastResort  # noqa: PLC0415 - hardly ever

        return LastResort(front, place, problems, asked, config, now, ordered.rest)
    return BackSoon(front, place, problems, asked, config, now)


def _draws_otherwise(front: Front, config: Config, problems: tuple[Problem, ...]) -> bool:
    """Whether something else is to draw than does, since nobody could be asked what when the program started."""
    asked = all(problem.rule != SILENT for problem in problems)
    return not asked and choice(str(config.display.renderer)).software != front.choice.software
