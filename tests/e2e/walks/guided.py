"""Does what a reader of docs/staff-guide.md does, and looks for what it says they see.

`tests.reader` asks for one thing after another: `1.json`, `2.json` ... in the folder $KIOSK_GUIDE, each `{"do": act,
"words": words}` and answered with `1.done` and so on.
"""

from __future__ import annotations

import json
import os
import signal
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kiosk.exhibition.places import state_folder
from kiosk.staff.report import read_report
from tests.e2e import staff
from tests.e2e.hand import Hand, Wait, until

if TYPE_CHECKING:
    from collections.abc import Iterator


def walk(hand: Hand) -> Iterator[Wait]:
    talk = Path(os.environ["KIOSK_GUIDE"])
    for number in count(1):
        asked = talk / f"{number}.json"
        yield until(f"the guide goes on to its step {number}", asked.is_file)
        step = json.loads(asked.read_text("utf-8"))
        yield from ACTS[step["do"]](hand, step["words"])
        (talk / f"{number}.done").touch()
        if step["do"] in ENDS:
            return


def see(hand: Hand, words: str) -> Iterator[Wait]:
    """The words stand on the screen, alone or in a longer text; every frame until then shows something."""

    def seen() -> bool:
        windows = [each for each in QGuiApplication.topLevelWindows() if each.isVisible() and each.isExposed()]
        hand.window = windows[-1] if windows else hand.window
        return any(words in _plain(item.property("text")) for item in hand.everything() if item.inherits("QQuickText"))

    yield until(f'the screen says "{words}"', seen)


def know_of_a_mistake(_hand: Hand, _words: str) -> Iterator[Wait]:
    yield until("staff are told", lambda: bool(read_report(state_folder())))


def know_of_none(_hand: Hand, _words: str) -> Iterator[Wait]:
    yield until("staff are told no more", lambda: not read_report(state_folder()))


def touch(hand: Hand, _words: str) -> Iterator[Wait]:
    """The middle of the screen is touched, once it has come to rest."""
    yield hand.at_rest("AttractView")
    yield from hand.tap(hand.place(hand.window.contentItem()))
    yield hand.at_rest("StageView")


def wait_minutes(hand: Hand, words: str) -> Iterator[Wait]:
    hand.clock.ahead += 60 * int(words)
    hand.gallery.doors.look()
    yield from hand.frame()


def press(hand: Hand, words: str) -> Iterator[Wait]:
    yield from hand.key(Qt.Key[f"Key_{words}"])


def hold_the_corner(hand: Hand, _words: str) -> Iterator[Wait]:
    yield from staff.hold_corner(hand)


def enter_the_pin(hand: Hand, words: str) -> Iterator[Wait]:
    yield from staff.type_pin(hand, words)
    yield until("the pages are open", lambda: bool(hand.items("StaffPages")))


def turn_to(hand: Hand, words: str) -> Iterator[Wait]:
    yield from staff.turn_to(hand, words)


def choose(hand: Hand, words: str) -> Iterator[Wait]:
    yield from staff.press(hand, words)


def close_the_panel(hand: Hand, _words: str) -> Iterator[Wait]:
    yield from hand.tap(hand.item("IconButton", icon="close", name="Close"))
    yield staff.gone(hand)


def escape(hand: Hand, _words: str) -> Iterator[Wait]:
    yield from hand.frame()
    hand.press(Qt.Key.Key_Escape)


def interrupt(hand: Hand, _words: str) -> Iterator[Wait]:
    yield from hand.frame()
    os.kill(os.getpid(), signal.SIGINT)


def _plain(words: str | None) -> str:
    return (words or "").replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


ACTS = {
    "see": see,
    "know of a mistake": know_of_a_mistake,
    "know of no mistake": know_of_none,
    "touch": touch,
    "minutes later": wait_minutes,
    "press": press,
    "hold the corner": hold_the_corner,
    "enter the PIN": enter_the_pin,
    "turn to": turn_to,
    "choose": choose,
    "close the panel": close_the_panel,
    "press Esc": escape,
    "press Ctrl+C": interrupt,
}
ENDS = {"press Esc", "press Ctrl+C"}
