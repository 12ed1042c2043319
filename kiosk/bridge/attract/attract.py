"""The attract loop for QML: two scenes that take turns, the next one loaded before it is faded in."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Property, QObject, Qt, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.attract.scene import AttractScene
from kiosk.bridge.pictures.shelf import PictureState, Shelf, Shown, Size, Urgency
from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python
from kiosk.bridge.stage.slide import url
from kiosk.bridge.tempo import Timer
from kiosk.visit.boxes import cover_box
from kiosk.visit.motion import Motion, motion, towards

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.bridge.pictures.claims import Place
    from kiosk.exhibition.model import Box, Exhibition
    from kiosk.visit.attract import Programme, Scene

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "Attract"]

TRIES = 60
"""Scenes whose pictures are all broken before the loop shows cards."""


class Led(NamedTuple):
    """The scene that the loop is led to, and its number. `now`: it is shown as soon as it can be; else it is ready."""

    number: int
    coming: Scene
    now: bool


class _Back(Enum):
    """The scene that is not in front."""

    FADING = auto()
    ORDERED = auto()
    LOADED = auto()


@QmlElement
@made_in_python
class Attract(QObject):
    """The loop. `words_of(scene)` gives a scene's heading and words.

    `opened` comes once, when the first scene can be shown, if only by its preview, and `begun` when its pictures are
    there; `prepared` comes when the next scene only waits for its time. QML reports with `loaded` that a scene can be
    shown and with `faded` that the old one is out of sight.
    """

    frontChanged = Signal()
    prepared = Signal()
    opened = Signal()
    begun = Signal()

    def __init__(
        self,
        exhibition: Exhibition,
        shelf: Shelf,
        programme: Programme,
        words_of: Callable[[Scene], tuple[str, str]],
        seconds: float,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._exhibition = exhibition
        self._shelf = shelf
        self._programme = programme
        self._words_of = words_of
        self._screen: Size = (0, 0)
        self._share = 1.0
        self._seconds = seconds
        self._scenes = [AttractScene(self), AttractScene(self)]
        self._front = 0
        self._shown = False
        self._number = -1
        self._numbers = [0, 0]
        self._making: tuple[int, Scene] | None = None
        self._looked_at: tuple[set[Place], set[Place]] = (set(), set())
        self._back = _Back.FADING
        self._running = False
        self._held = False
        self._led: Led | None = None
        self._vacant = False
        self._part_of: Callable[[int], Box | None] = lambda _: None
        self._orders: list[Scene | None] = [None, None]
        interval = round(1000 * seconds)
        self._turn = Timer(self, singleShot=True, interval=interval, timerType=Qt.TimerType.PreciseTimer)
        self._turn.timeout.connect(self._take_turn)
        shelf.changed.connect(self._picture_changed)

    def fit(self, width: int, height: int) -> None:
        """Renditions are made for a screen of this many pixels; what is shown moves within its new shape."""
        if (width, height) == self._screen:
            return
        self._screen = (width, height)
        self._steer()

    @property
    def view(self) -> Size:
        """How many pixels of the screen the pictures fill, from its top: below them is the wall with the words."""
        return self._screen[0], round(self._share * self._screen[1])

    def _steer(self) -> None:
        for place, number in zip(self._scenes, self._numbers, strict=True):
            if place.scene is not None:
                place.steer(self._course(place.scene, number))

    def go_into(self, part_of: Callable[[int], Box | None]) -> None:
        """Move into the part of each picture that `part_of(work)` gives; as usual where that is None."""
        self._part_of = part_of
        self._steer()

    def perform(self, programme: Programme) -> None:
        """From the next scene on, show these works."""
        self._programme = programme

    def retell(self) -> None:
        """Words are told in another language now."""
        for place in self._scenes:
            if place.scene:
                place.tell(*self._words_of(place.scene))

    def run(self, running: bool) -> None:
        """Start the loop, or let it rest while a visitor uses the kiosk."""
        if running == self._running:
            return
        self._running = running
        if not running:
            self._held = False
            self._turn.stop()
            self._make()  # less urgently
        elif not self._shown:
            self._order(self._front)
        else:
            self._go_on()
            self._make()
            self.faded()

    def hold(self, held: bool) -> None:
        """Stay with the scene in front until this is taken back, or somebody has visited."""
        self._held = held
        if held:
            self._turn.stop()
        elif self._running and self._shown:
            self._go_on()

    def lead(self, led: Led | None) -> None:
        """Turn to the scene that is led to, and not by itself; None: by itself again, from where it is."""
        was_led, self._led = self._led is not None, led
        if not (self._shown and self._running):
            return
        if led is None:
            if was_led and not self._held:
                self._turn.start()
        else:
            self._turn.stop()
        other = led and self._back is not _Back.FADING and self._orders[1 - self._front] != led.coming
        if self._vacant or other:
            self._order_back()
        elif led and led.now:
            self._take_turn()

    def _go_on(self) -> None:
        """Time passes until the next turn."""
        if self._led is None and not self._held:
            self._turn.start()

    @property
    def hung(self) -> Scene | None:
        """The scene in front as it was meant, also where some of its pictures are missing; None before any is."""
        return self._orders[self._front] if self._shown else None

    @property
    def turns_in(self) -> float | None:
        """Seconds until the next scene comes by itself; None where none does, or it is not loaded yet."""
        left = self._turn.remainingTime()
        return left / 1000 if left >= 0 and self._back is _Back.LOADED else None

    @property
    def number(self) -> int:
        """Of the scene in front."""
        return self._numbers[self._front]

    def after(self, places: int) -> tuple[tuple[int, Scene], ...]:
        """So many scenes that come next, with their numbers."""
        first = self._number + (self._back is _Back.FADING)
        return tuple((number, self._programme.scene(number)) for number in range(first, first + places))

    @property
    def front_scene(self) -> AttractScene:
        """The scene in front."""
        return self._scenes[self._front]

    @property
    def standing(self) -> tuple[object, float | None]:
        """What is shown, None before anything is, and for how many seconds; None while the loop rests."""
        goes_on = self._running and not self._held
        return (self._front if self._shown else None), self._seconds if goes_on else None

    @property
    def front_is_teaser(self) -> bool:
        """Whether three works of a theme are shown."""
        scene = self._scenes[self._front].scene
        return scene is not None and scene.theme is not None

    def advance(self) -> bool:
        """Show the next scene now, if it is loaded."""
        loaded = self._back is _Back.LOADED
        self._take_turn()
        return loaded

    def _order(self, place: int) -> None:
        scene = self._next_scene()
        for _ in range(TRIES):
            if any(self._shelf.has_picture(work) for work in scene.works):
                break
            scene = self._next_scene()
        self._making = (place, scene)
        self._orders[place] = scene
        self._looked_at[place].clear()
        self._make()
        self._shelf.keep(self, self._looked_at[0] | self._looked_at[1])

    def _look_at(self, work: int, box: Size | None) -> Shown:
        """A picture of the scene that is being made. While a visitor uses the kiosk, theirs come first."""
        place = self._making[0] if self._making else self._front
        self._looked_at[place].add((work, box))
        urgency = Urgency.NOW if place == self._front else Urgency.NEXT
        return self._shelf.find(work, box, urgency if self._running else Urgency.REST, self)

    def _next_scene(self) -> Scene:
        if self._led and self._shown:
            self._number = self._led.number
            return self._led.coming
        self._number += 1
        return self._programme.scene(self._number)

    def _make(self) -> None:
        """Compose the scene that is being made, once all its renditions are there."""
        if self._making is None:
            return
        place, scene = self._making
        works = [work for work in scene.works if self._shelf.has_picture(work)]
        found = [self._rendition(work, teaser=scene.theme is not None) for work in works]
        pictures = [picture for picture in found if picture is not None]
        complete = len(pictures) == len(found)
        first = place == self._front
        preview = self._stand_in(works[0], complete) if first and works and scene.theme is None else None
        if not complete and preview is None:
            return
        shown = replace(scene, works=tuple(works)) if works else scene
        self._numbers[place] = self._number
        self._scenes[place].tell(*self._words_of(shown))
        self._scenes[place].steer(self._course(shown, self._number))
        self._scenes[place].compose(shown, pictures, [self._exhibition.works[work].focus for work in works], preview)
        if complete:
            self._making = None
            if first:
                self.begun.emit()
                self._order_next()

    def _stand_in(self, work: int, complete: bool) -> QUrl | None:
        """The preview of the picture the loop begins with, while that is being made and until it covers it."""
        composed = self._scenes[self._front]
        if composed.scene is not None and composed.scene.works[0] == work:
            return composed.stand_in
        made = None if complete else self._look_at(work, None).preview
        return url(made) if made else None

    def _order_next(self) -> None:
        """The scene after the first, once that one is shown and complete."""
        if self._shown and self._making is None and self._back is _Back.FADING:
            self._order_back()

    def _order_back(self) -> None:
        """The scene after the one in front, unless that is the one that is led to."""
        self._vacant = self._led is not None and self._orders[self._front] == self._led.coming
        self._back = _Back.FADING if self._vacant else _Back.ORDERED
        if not self._vacant:
            self._order(1 - self._front)

    def _course(self, scene: Scene, number: int) -> Motion | None:
        """How a scene's picture moves; None for a scene without one that moves, or before the screen is known."""
        size = self._shelf.size(scene.works[0])
        if scene.theme is not None or size is None or not all(self.view):
            return None
        work = self._exhibition.works[scene.works[0]]
        if part := self._part_of(scene.works[0]):
            return towards(size, self.view, part)
        return motion(size, self.view, work.focus, work.safe, seed=number)

    def _rendition(self, work: int, *, teaser: bool) -> QUrl | None:
        """The picture for the loop; None while it is being made."""
        if teaser:
            box = self._screen
        elif self._look_at(work, None).state is PictureState.READY:
            box = cover_box(self._shelf.size(work) or self._screen, self._screen_for(work))
        else:
            return None
        shown = self._look_at(work, box)
        return url(shown.screen) if shown.screen else None

    def _screen_for(self, work: int) -> Size:
        """A screen that all of a picture fills as large as it is when a part of it fills this one."""
        size, part = self._shelf.size(work), self._part_of(work)
        if not size or not part or not all(self.view):
            return self._screen
        end, whole = towards(size, self.view, part).end, towards(size, self.view, (0, 0, 1, 1)).end
        return round(self._screen[0] * whole.w / end.w), round(self._screen[1] * whole.h / end.h)

    @Slot(int)
    def _picture_changed(self, work: int) -> None:
        if self._making and work in self._making[1].works:
            if any(self._shelf.has_picture(shown) for shown in self._making[1].works):
                self._make()
            else:
                self._order(self._making[0])

    @Slot()
    def _take_turn(self) -> None:
        if self._back is _Back.LOADED:
            self._back = _Back.FADING
            self._vacant = False
            self._front = 1 - self._front
            self._go_on()
            self.frontChanged.emit()

    @Property(list, constant=True)
    def scenes(self) -> list[AttractScene]:
        return self._scenes

    @Property(int, notify=frontChanged)
    def front(self) -> int:
        return self._front

    @Property(float, constant=True)
    def seconds(self) -> float:
        return self._seconds

    @Slot(float)
    def leave(self, share: float) -> None:
        """Pictures fill this share of the screen's height: the words have the rest."""
        if share != self._share:
            self._share = share
            self._steer()

    @Slot(int)
    def loaded(self, place: int) -> None:
        """The scene at this place can be shown."""
        if place == self._front:
            if not self._shown:
                self._shown = True
                if self._running:
                    self._go_on()
                self.opened.emit()
                self._order_next()
        elif self._back is not _Back.FADING and not (self._making and self._making[0] == place):
            # while it is fading, the old scene only comes back into memory
            self._back = _Back.LOADED
            waited_for = self._led.now if self._led else not self._held and not self._turn.isActive()
            if self._running and waited_for:
                self._take_turn()
            else:
                self.prepared.emit()

    @Slot(int)
    def lost(self, place: int) -> None:
        """A picture of the scene at this place cannot be loaded: it is made anew, and another scene comes meanwhile."""
        scene = self._scenes[place].scene
        for work in scene.works if scene else ():
            self._shelf.lost(work)
        if place != self._front or not self._shown:
            self._order(place)

    @Slot()
    def faded(self) -> None:
        """The scene that was in front is out of sight: its place is free for the next."""
        if self._running and self._back is _Back.FADING and self._making is None:
            self._order_back()
