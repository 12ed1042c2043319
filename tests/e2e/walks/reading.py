"""A visitor who has labels read aloud: asked for among the comforts, stopped, louder, and gone with the visitor."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from tests.e2e.hand import Hand, Wait, same, until
from tests.e2e.walks.every_stop import every_way, name, stand, stops

if TYPE_CHECKING:
    from collections.abc import Iterator

TEMPO = 1.0
PROCESS = b"kiosk.speech.dispatcher"
LOG = "KIOSK_TEST_SPEECH_LOG"
CONTROLS = {f"IconButton {icon}" for icon in ("speech", "repeat", "softer", "louder")}
"""What can be used while nothing is read."""


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    sockets = own_sockets()
    yield from come(hand)
    yield until("the voices are known", lambda: hand.gallery.speech.offered)
    yield until("the process that asked for them is gone", lambda: reading_processes() == 0)
    same(ordered(title(hand)), False)
    yield from ask(hand)
    yield from go_on(hand)
    yield from press_keys(hand)
    same(own_sockets(), sockets)
    yield from leave_it_alone(hand)
    hand.ask_to_leave()


def come(hand: Hand) -> Iterator[Wait]:
    """A visitor touches the screen; before that nothing asks for voices."""
    yield hand.at_rest("AttractView")
    same(reading_processes(), 0)
    yield from hand.tap(QPoint(300, 200))
    yield hand.at_rest("StageView")


def ask(hand: Hand) -> Iterator[Wait]:
    """The row among the comforts reads this label, and the controls come."""
    same(hand.items("ReadingControls"), [])
    yield from open_comforts(hand)
    yield from hand.tap(hand.item("SwitchRow", icon="speech"))
    yield until("the title has reached the speech service", lambda: ordered(title(hand)))
    yield from hand.tap(QPoint(600, 300))
    yield until("the panel is closed", lambda: not hand.items("ComfortPanel"))
    assert hand.item("ReadingControls")
    yield until("the label is over", lambda: not hand.gallery.speech.reading)
    yield until("the slideshow goes on", lambda: hand.gallery.visit.playing)
    for each in hand.items("IconButton"):
        assert min(each.width(), each.height()) >= 20 * hand.gallery.look.unit - 1, each.property("name")


def open_comforts(hand: Hand) -> Iterator[Wait]:
    """The panel of reading and display."""
    yield from hand.tap(hand.item("IconButton", icon="comfort"))
    yield until("the panel is open", lambda: [each.opacity() for each in hand.items("ComfortPanel")] == [1.0])


def go_on(hand: Hand) -> Iterator[Wait]:
    """The next work is read, because reading was left on."""
    yield from hand.tap(hand.item("IconButton", icon="next"))
    yield until("the next title is read", lambda: ordered(title(hand)))
    yield until("the label is over", lambda: not hand.gallery.speech.reading)
    yield from hand.tap(hand.item("IconButton", icon="louder"))
    same(hand.gallery.speech.volume, 4)


def press_keys(hand: Hand) -> Iterator[Wait]:
    """Four arrows lead to each of the controls and on from there, and Enter presses it."""
    row = hand.item("ReadingControls")
    assert {name(stop) for stop in stops(hand) if row.isAncestorOf(stop)} == CONTROLS
    yield from every_way(hand)
    stand(hand, "IconButton louder")
    yield from hand.key(Qt.Key.Key_Return)
    same(hand.gallery.speech.volume, 5)


def leave_it_alone(hand: Hand) -> Iterator[Wait]:
    """After the visit nothing of it is left: no controls, no volume, no process."""
    yield until("the label is over", lambda: not hand.gallery.speech.reading)
    hand.pass_time(200)
    yield hand.at_rest("AttractView")
    yield until("nothing reads any more", lambda: reading_processes() == 0)
    same((hand.gallery.speech.on, hand.gallery.speech.volume), (False, 3))
    same(hand.items("ReadingControls"), [])


def title(hand: Hand) -> str:
    """What the work on the stage is called."""
    return f"Work {hand.gallery.slideshow.current.work + 1}"


def ordered(words: str) -> bool:
    """Whether the speech service has been told to read these words."""
    return f"{words}</speak>" in Path(os.environ[LOG]).read_text(encoding="utf-8", errors="replace")


def reading_processes() -> int:
    """How many processes of this program read aloud."""
    parents = [file.parent for file in Path("/proc").glob("[0-9]*/cmdline") if PROCESS in _read(file)]
    return sum(f"\nPPid:\t{os.getpid()}\n".encode() in _read(parent / "status") for parent in parents)


def own_sockets() -> int:
    """How many sockets the program itself has open."""
    links = (_target(file) for file in Path("/proc/self/fd").iterdir())
    return sum(link.startswith("socket:") for link in links)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""


def _target(file: Path) -> str:
    try:
        return str(file.readlink())
    except OSError:
        return ""
