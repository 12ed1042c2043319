"""What staff do to what is shown, from the staff panel, and the words for what came of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from kiosk.exhibition.palette import Wall

if TYPE_CHECKING:
    from kiosk.bridge.staff.desk import Desk
    from kiosk.bridge.staff.words import StaffWords

WALL, NIGHT = "wall", "night"


def curate(desk: Desk, words: StaffWords, act: str, arg: str) -> str:
    """Do it; what there is to tell of it. Nothing is done, and told, where `act` is not for this."""
    match act:
        case "retry":
            return words.say("Pictures that are tried again: %1", desk.retry())
        case "wake":
            desk.wake(int(arg))
            return words.say("Pictures that are tried again: %1", 1)
        case "today" | "hide" | "show":
            return _hang(desk, words, act, int(arg))
        case _ if act == WALL:
            desk.hang_on(Wall(arg))
        case _ if act == NIGHT:
            desk.make_night()
    return ""


def _hang(desk: Desk, words: StaffWords, act: str, work: int) -> str:
    exhibition = desk.exhibition
    shown = exhibition.works[work]
    title = shown.title.words(words.language, exhibition.languages) or shown.id
    try:
        if act == "show":
            desk.show(work)
            return words.say("Shown again: %1", title)
        if desk.hide(work, desk.today() + timedelta(days=1) if act == "today" else None):
            return words.say("Hidden now: %1", title)
    except OSError:
        return words.say("That could not be written down: the disk refuses.")
    return words.say("The last work cannot be hidden.")
