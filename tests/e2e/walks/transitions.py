"""Every way from one screen to another, filmed on a real screen: no frame is blank, none blinks, nothing moves back."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage

from tests.e2e.hand import Hand, Wait, until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TEMPO = 1.0
SMALL = (160, 90)
"""A frame is looked at in so many points: wide enough for letters to be grey, small enough to keep all frames."""
FULL = 0.35
"""Of what the emptier of the two screens shows: less of it in between is a blank frame."""
BLINK = 0.12
"""How much of the way between black and white a frame may leave the way between its neighbours, on the average."""
BACK = 1.5
"""Pixels that rounding may move back."""
FEWEST = 4
Track = dict[str, float]


@dataclass
class Film:
    """What was on the screen and where things were, frame by frame."""

    frames: list[np.ndarray] = field(default_factory=list)
    tracks: list[Track] = field(default_factory=list)


def walk(hand: Hand) -> Iterator[Wait]:
    yield hand.at_rest("AttractView")
    yield from ways(hand)
    hand.ask_to_leave()


def ways(hand: Hand) -> Iterator[Wait]:
    """There and back, by what visitors touch."""
    stage, wall, closer = "StageView", "WallView", "CloserView"
    yield from filmed(hand, "attract to stage", lambda: hand.tap(QPoint(300, 200)), stage)
    yield from filmed(hand, "next", lambda: press(hand, "next"), stage)
    yield from filmed(hand, "previous", lambda: press(hand, "previous"), stage)
    yield from filmed(hand, "swipe", lambda: swipe(hand), stage, glide)
    yield from filmed(hand, "stage to wall", lambda: press(hand, "wall"), wall, flight)
    thumbnail = next(item for item in hand.items("Thumbnail") if item.property("title") == "Work 6")
    yield from filmed(hand, "wall to stage", lambda: hand.tap(thumbnail), stage, flight)
    yield from filmed(hand, "stage closer", lambda: press(hand, "closer"), closer, looked_at)
    yield from filmed(hand, "closer to stage", lambda: press(hand, "close"), stage, looked_at)
    yield from filmed(hand, "panel opens", lambda: press(hand, "language"), stage)
    yield until("the panel is open", lambda: hand.says("العربية"))
    yield from filmed(hand, "another language", lambda: hand.tap(hand.texts("العربية")[0]), stage)
    yield until("the panel is closed", lambda: not hand.says("العربية"))
    yield from filmed(hand, "reset", lambda: reset(hand), "AttractView")


def press(hand: Hand, icon: str) -> Iterator[Wait]:
    yield from hand.tap(hand.item("IconButton", icon=icon))


def swipe(hand: Hand) -> Iterator[Wait]:
    start, end = (hand.place(hand.item("StagePage"), across, 0.3) for across in (0.7, 0.3))
    yield from hand.drag(start, end - start)
    yield from hand.frame()
    yield from hand.lift(end)


def reset(hand: Hand) -> Iterator[Wait]:
    hand.gallery.visit.startAgain()
    yield from hand.frame()


def filmed(
    hand: Hand,
    name: str,
    act: Callable[[], Iterator[Wait]],
    view: str,
    track: Callable[[Hand], Track] | None = None,
) -> Iterator[Wait]:
    """One way, from before it begins until its end is at rest; AssertionError tells which frame is wrong and how."""
    film = Film()

    def shoot() -> None:
        film.frames.append(small(grab()))
        film.tracks.append(track(hand) if track else {})

    yield from hand.frame()
    connection = hand.window.frameSwapped.connect(shoot, Qt.ConnectionType.DirectConnection)
    shoot()
    yield from act()
    yield hand.at_rest(view)
    yield from hand.frame()
    hand.window.disconnect(connection)
    assert track is None or any(film.tracks), f"{name}: nothing is on its way"
    check(name, film, QColor(hand.gallery.look.wall))


def check(name: str, film: Film, wall: QColor) -> None:
    frames = film.frames
    assert len(frames) >= FEWEST, f"{name}: {len(frames)} frames are no way"
    ground = np.array(wall.getRgb()[:3], dtype=np.float32)
    contents = [float(np.abs(frame - ground).mean()) for frame in frames]
    least = FULL * min(contents[0], contents[-1])
    assert min(contents) > least, (
        f"{name}: frame {int(np.argmin(contents))} of {len(frames)} is blank: {rounded(contents)}"
    )
    for number in range(1, len(frames) - 1):
        before, here, after = frames[number - 1 : number + 2]
        low, high = np.minimum(before, after), np.maximum(before, after)
        off = float((np.maximum(low - here, 0) + np.maximum(here - high, 0)).mean()) / 255
        assert off < BLINK, f"{name}: frame {number} of {len(frames)} blinks by {off:.2f}"
    for what in {key for track in film.tracks for key in track}:
        forward(f"{name}: {what}", [track[what] for track in film.tracks if what in track])


def forward(what: str, values: list[float]) -> None:
    """What moves comes nearer to its end with every frame."""
    assert len(values) > 2, f"{what} is seen in {len(values)} frames"
    lefts = [abs(values[-1] - value) for value in values]
    for number, (before, after) in enumerate(pairwise(lefts), 1):
        assert after <= before + BACK, f"{what} moves back in frame {number}: {rounded(values)}"


def rounded(values: list[float]) -> list[float]:
    return [round(value, 1) for value in values]


def flight(hand: Hand) -> Track:
    """The place of a work between stage and wall."""
    found = hand.items("Flight")
    return sides("work", found[0].mapRectToScene(found[0].boundingRect())) if found else {}


def looked_at(hand: Hand) -> Track:
    """The place of the picture between the stage and a closer look."""
    shown = [item for item in hand.items("Picture") if item.opacity() > 0]
    return sides("picture", shown[-1].mapRectToScene(shown[-1].boundingRect())) if shown else {}


def glide(hand: Hand) -> Track:
    """The page that comes after the finger."""
    slides = hand.item("Slides")
    return {"page": slides.property("page") * slides.property("stride") + slides.property("offset")}


def sides(what: str, place: QRectF) -> Track:
    return {
        f"{what}'s left": place.left(),
        f"{what}'s top": place.top(),
        f"{what}'s right": place.right(),
        f"{what}'s bottom": place.bottom(),
    }


def small(image: QImage) -> np.ndarray:
    """Red, green and blue of a small copy, 0..255."""
    smooth = Qt.TransformationMode.SmoothTransformation
    scaled = image.scaled(*SMALL, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    rows = scaled.convertToFormat(QImage.Format.Format_RGB888)
    pixels = np.frombuffer(rows.constBits(), np.uint8).reshape(SMALL[1], rows.bytesPerLine())
    return pixels[:, : 3 * SMALL[0]].reshape(SMALL[1], SMALL[0], 3).astype(np.float32)


def grab() -> QImage:
    """What is on the screen, whoever drew it."""
    return QGuiApplication.primaryScreen().grabWindow(0).toImage()
