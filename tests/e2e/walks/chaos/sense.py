"""What holds whatever strangers do: looked at after each act, and more closely whenever nothing moves."""

from __future__ import annotations

import logging
import re
from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtQml import QQmlExpression, qmlContext

from kiosk.exhibition.selection import places
from kiosk.visit.session import Screen
from tests.e2e.hand import VIEWS, Hand, Wait, until
from tests.e2e.walks.chaos.people import seen

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickItem

    from kiosk.bridge.gallery import Gallery

VIEW_OF = dict(enumerate(VIEWS))
BUTTONS = ("IconButton", "Chip", "WordButton", "Choice", "SwitchRow", "AnswerButton", "Key")
DIGITS = re.compile(r"\d+")


class Told(logging.Handler):
    """Keeps what is logged: any of it is a fault, but for what staff are told of their own file."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.words: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        words = self.format(record)
        if "manifest.yaml" not in words and "could not be read within" not in words:
            self.words.append(words)


def gallery_of(hand: Hand) -> Gallery:
    """What the face in the window shows, while another one may be about to come."""
    face = hand.window.property("face")
    number, undefined = QQmlExpression(qmlContext(face), face, "gallery.objectName").evaluate()
    gallery = hand.galleries[int(number)]()
    assert gallery is not None, undefined
    return gallery


def place_of(item: QQuickItem) -> QRectF:
    """Where it is in the window."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def rests(hand: Hand) -> Wait:
    """For a walk to yield: one view alone is shown, that of the session, and nothing moves."""

    def still() -> bool:
        gallery = gallery_of(hand)
        waits = gallery.sitting.session.screen is Screen.CLOSER  # the next exhibition, for whoever looks closely
        if not waits and (hand.window.property("coming") or hand.gallery is not gallery):
            return False
        shown = [(each, item.opacity()) for each in VIEWS for item in hand.items(each) if seen(item)]
        asked = [each.opacity() for each in hand.items("StillThere")] == [1.0] * gallery.visit.asking
        settled = shown == [(VIEW_OF[gallery.visit.screen], 1.0)] and bool(hand.window.property("settled"))
        return asked and settled and not gallery.waiting_for_pictures

    return until("one view is at rest", still)


def faults_at_rest(hand: Hand) -> list[str]:
    """Everything that is not as it should be while nothing moves."""
    return [
        *_counter(hand),
        *_shown_as_chosen(hand),
        *_outside(hand),
        *_clipped(hand),
        *_overlapping(hand),
        *_focus(hand),
        *_question(hand),
    ]


def _counter(hand: Hand) -> list[str]:
    gallery = gallery_of(hand)
    if not hand.items("StageView"):
        return []
    playlist = gallery.show.playlist
    faults = []
    if not playlist.works or not set(playlist.shown) <= set(playlist.works):
        faults.append(f"{playlist.shown} is not among the works on show")
    show = gallery.slideshow
    places = dict.fromkeys((show.position + 1, show.lastPosition + 1))
    numbers = list(map(str, [*places, len(playlist.works)]))
    told = [DIGITS.findall(text.property("text")) for text in _texts(hand)]
    if len(playlist.works) > 1 and numbers not in told:
        faults.append(f"nowhere it says {numbers}")
    return faults


def _shown_as_chosen(hand: Hand) -> list[str]:
    """The works on the screen are those that the session asks for; only words can leave nothing, and on the wall."""
    gallery = gallery_of(hand)
    session = gallery.sitting.session
    wanted = places(gallery._hanging.chosen)
    words = f"themes {session.themes}, {session.seeking}"
    if sorted(gallery._hanging.works) != sorted(wanted):
        return [f"on the wall hang {len(gallery._hanging.works)} works and not {len(wanted)}: {words}"]
    if not wanted and (session.screen is not Screen.WALL or not session.seeking.keys.strip()):
        return [f"nothing is left: {words}"]
    if wanted and sorted(gallery.show.playlist.works) != sorted(wanted):
        return [f"the show has {len(gallery.show.playlist.works)} works and not {len(wanted)}: {words}"]
    if session.seeking.typing and not (gallery.finding.is_offered and session.screen is Screen.WALL):
        return [f"a keyboard without a search: {words}"]
    return []


def _texts(hand: Hand) -> list[QQuickItem]:
    return [item for item in hand.everything() if item.inherits("QQuickText") and seen(item)]


def above(item: QQuickItem) -> list[QQuickItem]:
    """All that it lies in, the nearest first."""
    found, parent = [], item.parentItem()
    while parent is not None:
        found.append(parent)
        parent = parent.parentItem()
    return found


def name(item: QQuickItem) -> str:
    """A word for it, and for what it lies in."""
    kinds = [each.metaObject().className().split("_QML")[0] for each in (item, *above(item))]
    told = next((v for each in ("icon", "theme", "title", "name", "words", "text") if (v := item.property(each))), "")
    inside = "/".join(dict.fromkeys(kind for kind in kinds if not kind.startswith("QQuick")))
    return f"{inside} {str(told)[:40]!r}"


def _cut(item: QQuickItem) -> bool:
    """Whether something it lies in scrolls, or shows a part only, or goes where its picture goes, on purpose."""
    found = above(item)
    return any(each.inherits("QQuickFlickable") or each.property("clip") for each in found) or any(
        each.metaObject().className().startswith("CloserPoint_") for each in found
    )


def _outside(hand: Hand) -> list[str]:
    """Words and controls that lie outside the window without a way to bring them in."""
    room = QRectF(0, 0, hand.window.width(), hand.window.height()).adjusted(-1, -1, 1, 1)
    if hand.items("AttractView"):
        return []
    found = [*_texts(hand), *(item for kind in BUTTONS for item in hand.items(kind) if seen(item))]
    return [
        f"outside the window: {name(item)} {place_of(item)}"
        for item in found
        if item.width() > 0 and item.height() > 0 and not room.contains(place_of(item)) and not _cut(item)
    ]


def _clipped(hand: Hand) -> list[str]:
    """Words that have less room than they take."""
    faults = []
    for text in _texts(hand):
        if not text.property("text") or text.width() <= 0:
            continue
        wide, high = text.property("contentWidth"), text.property("contentHeight")
        if text.property("truncated"):
            faults.append(f"cut off: {name(text)}")
        elif wide > text.width() + 1.5 or (high > text.height() + 1.5 and "LabelLine" not in name(text)):
            faults.append(
                f"wider or higher than its place: {name(text)} {wide}x{high} in {text.width()}x{text.height()}"
            )
    return faults


def _overlapping(hand: Hand) -> list[str]:
    """Two controls of one plane that lie on each other."""
    found = [
        item for kind in BUTTONS for item in hand.items(kind) if seen(item) and item.isEnabled() and not _cut(item)
    ]
    planes: dict[int, list[QQuickItem]] = {}
    for item in found:
        cover = next((id(each) for each in above(item) if each.property("keyCovers") or each.property("keyModal")), 0)
        planes.setdefault(cover, []).append(item)
    return [
        f"on each other: {name(one)} and {name(other)}"
        for plane in planes.values()
        for one, other in combinations(plane, 2)
        if place_of(one).adjusted(1, 1, -1, -1).intersects(place_of(other))
        and other not in above(one)
        and one not in above(other)
    ]


def _focus(hand: Hand) -> list[str]:
    gallery = gallery_of(hand)
    if not gallery.keyboard.used or gallery.visit.screen == 0:
        return []
    item = hand.window.activeFocusItem()
    if item is None:
        return ["nothing has the focus while keys are used"]
    room = QRectF(0, 0, hand.window.width(), hand.window.height())
    if not (item.isVisible() and item.isEnabled() and item.width() > 0 and seen(item)):
        return [f"the focus is where nothing is seen: {name(item)} {place_of(item)}"]
    if not room.intersects(place_of(item)):
        return [f"the focus is outside the window: {name(item)} {place_of(item)}"]
    return []


def _question(hand: Hand) -> list[str]:
    gallery = gallery_of(hand)
    if gallery.visit.asking != bool(hand.items("StillTherePanel")):
        return [f"asking is {gallery.visit.asking}, the question on the screen {hand.items('StillTherePanel')}"]
    return []
