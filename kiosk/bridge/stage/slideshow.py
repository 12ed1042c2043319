"""The slideshow for QML: a ring of slides around the current page, moved by intents and by time."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEnum, QObject, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.pace import Pace, Turn
from kiosk.bridge.pictures.shelf import Shelf, Urgency
from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python
from kiosk.bridge.stage.moves import Move
from kiosk.bridge.stage.slide import HungWork, Slide
from kiosk.bridge.tempo import Timer
from kiosk.visit.boxes import pair_box
from kiosk.visit.budgets import REACH, SHARP_REACH
from kiosk.visit.dwell import Dwell
from kiosk.visit.haste import CALM_S, Haste
from kiosk.visit.playlist import Playlist

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kiosk.bridge.pace import Rect
    from kiosk.bridge.pictures.claims import Place, Size
    from kiosk.bridge.wall.kin import Kin
    from kiosk.exhibition.label import LabelLine

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "Slideshow"]

RING = 2 * REACH + 1
AHEAD = 3
"""Pages prepared in the direction of travel, so that all workers have something to do for a visitor in a hurry."""


@QmlElement
@made_in_python
class Slideshow(QObject):
    """The works on show, one at a time, or two that are a pair.

    `label_of(work)` gives a work's lines and `name_of(work)` its title and creator in the visitor's language,
    `dwell_of(*works)` the seconds a page with these works stays, `size_of(work)` its height and width in cm,
    `zoomable(work)` whether it may be looked at closer. The works of `pairs` are shown beside each other. `pace`: pages
    never turn so fast that they flash.
    """

    QEnum(Move)

    moved = Signal()
    runningChanged = Signal()
    dwellChanged = Signal()
    waitsChanged = Signal()
    subjectChanged = Signal()
    readOn = Signal(int, int)
    """So many further pages of the label of a work have been turned to."""

    def __init__(
        self,
        shelf: Shelf,
        playlist: Playlist,
        label_of: Callable[[int], tuple[LabelLine, ...]],
        name_of: Callable[[int], str],
        dwell_of: Callable[..., float],
        now: Callable[[], float],
        parent: QObject | None = None,
        kin: Kin | None = None,
        pace: Pace | None = None,
        pairs: tuple[tuple[int, int], ...] = (),
        size_of: Callable[[int], tuple[float, float] | None] = lambda _: None,
        zoomable: Callable[[int], bool] = lambda _: True,
    ) -> None:
        super().__init__(parent)
        self._pairs = pairs
        self._size_of = size_of
        self._zoomable = zoomable
        self._attended = 0
        self._slides = [Slide(self, kin) for _ in range(RING)]
        self._pace = pace
        if self._pace:
            self._pace.changed.connect(self.waitsChanged)
            self._pace.ready = self._is_loaded
            for slide in self._slides:  # QML is still at it when it tells
                slide.presented.connect(self._pace.look_again, Qt.ConnectionType.QueuedConnection)
        self._shelf = shelf
        self._seed = playlist.seed
        self._playlist = playlist
        self._label_of = label_of
        self._name_of = name_of
        self._dwell_of = dwell_of
        self._now = now
        self._box = (0, 0)
        self._page = 0
        self._move = Move.CUT
        self._way = 1
        self._leaving: int | None = None
        self._expected: Playlist | None = None
        self._running = False
        self._dwell = Dwell.start(now(), dwell_of(*playlist.shown)).hold(now())
        self._due = Timer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._due.timeout.connect(self._advance)
        self._haste = Haste()
        calm_ms = ceil(1000 * CALM_S) + 1
        self._calm = Timer(self, singleShot=True, interval=calm_ms, timerType=Qt.TimerType.PreciseTimer)
        self._calm.timeout.connect(self._calm_down)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._arrange)
        for slide in self._slides:
            slide.readFurther.connect(self.readOn)
        shelf.changed.connect(self._picture_changed)

    @property
    def playlist(self) -> Playlist:
        """The works and which of them is current."""
        return self._playlist

    @property
    def standing(self) -> tuple[object, float | None]:
        """What is shown, None while it is still loaded, and for how many seconds; None for as long as they like."""
        slide = self._slides[self._page % RING]
        shown = self._page if slide.is_presentable else None
        return shown, self._dwell.length if self._running and len(self._playlist.order) > 1 else None

    @property
    def subject_number(self) -> int:
        """The work that a visitor turned to, as a plain number."""
        shown = self._playlist.shown
        return shown[self._attended] if self._attended < len(shown) else shown[0]

    def fit(self, width: int, height: int) -> None:
        """Renditions are made for a screen of this many pixels."""
        if (width, height) != self._box:
            self._box = (width, height)
            self._arrange()

    def filter(self, works: tuple[int, ...], rank: Sequence[int] | None = None) -> None:
        """Show these works only, the current one still if it is among them; by `rank`, if a visitor wants an order."""
        before = self._playlist.shown
        self._drop_turn()
        stays = next((work for work in before if work in works), before[0])
        self._playlist = Playlist.of(works, stays, self._seed, rank, self._pairs)
        if self._playlist.shown == before:
            self._arrange()
            self.moved.emit()
        else:
            self._note(self._playlist.shown, Move.FADE)
            self._turn(1, Move.FADE)

    def retell(self) -> None:
        """Labels are told in another language now."""
        self._arrange()

    def run(self, running: bool) -> None:
        """Let time pass, or hold it."""
        if running == self._running:
            return
        self._running = running
        self._dwell = self._dwell.resume(self._now()) if running else self._dwell.hold(self._now())
        self._set_due()
        self.runningChanged.emit()

    def go_to(self, work: int, move: Move) -> None:
        """Show a work that is on show."""
        before = self.goal
        if work not in before.shown or (self._waiting and move is Move.CUT):
            goal = before.go_to(work)
            self._go(goal, 1 if goal.at >= before.at else -1, move)
        else:
            self._restart()
        self.attend(work)

    def expect(self, work: int | None) -> None:
        """Have this work ready as what comes next, wherever it is in the order; None: what comes next there."""
        known = work is not None and work in self._playlist.works
        expected = self._playlist.go_to(work) if known and work is not None else None
        if expected != self._expected:
            self._expected = expected
            self._arrange()

    def come(self, work: int) -> None:
        """Show a work, on show, as what comes next."""
        if work not in self.goal.shown:
            goal = self._playlist.go_to(work)
            back = self._playlist.step(-1).shown == goal.shown != (self._expected or self._playlist.step(1)).shown
            self._go(goal, -1 if back else 1, Move.FADE)

    @property
    def turns_in(self) -> float | None:
        """Seconds until the next page comes by itself; None where none does."""
        return self._dwell.remaining(self._now()) if self._due.isActive() and len(self._playlist.order) > 1 else None

    def _step(self, by: int, move: Move) -> None:
        if len(self._playlist.order) > 1:
            self._go(self.goal.step(by), by, move)

    @property
    def goal(self) -> Playlist:
        """Where the show will be when a turn that waits has been made."""
        return self._waiting.goal if self._waiting else self._playlist

    @property
    def _waiting(self) -> Turn | None:
        """A turn that has still to be made."""
        return self._pace.waiting if self._pace else None

    def _go(self, goal: Playlist, by: int, move: Move) -> None:
        """Turn to a place, now or as soon as a page may turn again."""
        if self._waiting and goal == self._playlist:  # there and back, before any of it was seen
            self._drop_turn()
            self._arrange()
            self._restart()
        elif self._pace is None or move is Move.CUT:
            self._drop_turn()
            self._note(goal.shown, move)
            self._arrive(goal, by, move)
        else:
            self._pace.turn(Turn(goal, by, move), self._arrive)
            if self._pace.waiting:
                self._arrange()

    def _is_loaded(self, works: tuple[int, ...], by: int | None) -> bool:
        """Whether a page with these works hangs so many pages away, or wherever, and their pictures are loaded."""
        if by is None:
            return any(slide.works == works and slide.is_presentable for slide in self._slides)
        slide = self._slides[(self._page + by) % RING]
        return (slide.page_number, slide.works) == (self._page + by, works) and slide.is_presentable

    def _note(self, works: tuple[int, ...], move: Move) -> None:
        if self._pace:
            self._pace.note(works, move)

    def _drop_turn(self) -> None:
        if self._pace:
            self._pace.drop()

    def _arrive(self, goal: Playlist, by: int, move: Move) -> None:
        self._playlist = goal
        self._turn(by, move)

    def _turn(self, by: int, move: Move) -> None:
        self._leaving = self._page
        self._expected = None
        self._attended = 0
        self._page += by
        self._way = 1 if by > 0 else -1
        self._move = move
        self._haste = self._haste.turn(self._now())
        if self._haste.hasty:
            self._calm.start()
        ready = self._ready()
        if not ready:
            self._arrange()
        self._restart()
        self.moved.emit()
        self.subjectChanged.emit()
        if ready:
            self._soon.start()  # after the window's own timer: what hangs ready is drawn before more is hung and loaded

    def _ready(self) -> bool:
        """Whether the current page hangs since the turn before, with its rendition."""
        hangs = not self._soon.isActive() and self._hangs(self._page)
        box = self._box_for(self._playlist.shown)
        return hangs and all(self._shelf.has((work, box)) for work in self._playlist.shown)

    def _hangs(self, page: int) -> bool:
        """Whether a page near the current one has its own work's slide already."""
        slide, offset = self._slides[page % RING], page - self._page
        works = self._playlist.step(offset).shown
        return abs(offset) <= REACH and (slide.page_number, slide.works) == (page, works)

    @Slot()
    def _calm_down(self) -> None:
        """Nobody turns pages in haste any more: what was passed over as a preview is made ready for the screen."""
        self._haste = self._haste.rest(self._now())
        if self._haste.hasty:
            self._calm.start()
        else:
            self._arrange()

    def _restart(self) -> None:
        self._dwell = Dwell.start(self._now(), self._dwell_of(*self._playlist.shown))
        if not self._running:
            self._dwell = self._dwell.hold(self._now())
        self._set_due()
        self.dwellChanged.emit()

    def _set_due(self) -> None:
        if self._running:
            self._due.start(max(1, round(1000 * self._dwell.remaining(self._now()))))
        else:
            self._due.stop()

    @Slot()
    def _advance(self) -> None:
        if len(self._playlist.order) > 1:
            self._step(1, Move.FADE)
        else:
            self._restart()

    @Slot()
    def _arrange(self) -> None:
        self._soon.stop()
        wanted = self._wanted()
        for place, urgency in wanted.items():
            self._shelf.find(*place, urgency, self)
        for offset in range(-REACH, REACH + 1):
            page = self._page + offset
            slide = self._slides[page % RING]
            if offset and page == self._leaving == slide.page_number:
                for left in self._places(slide.works, offset):
                    wanted.setdefault(left, Urgency.PREVIOUS)
                continue
            works = self._beside(offset)
            slide.turn_to(page, paired=len(works) > 1)
            for work, part in zip(works, slide.parts, strict=True):
                told = self._name_of(work), self._label_of(work), self._size_of(work)
                part.hang(work, *told, zoomable=self._zoomable(work))
            self._show_pictures(slide, offset, wanted)
        self._shelf.keep(self, wanted)

    def _wanted(self) -> dict[Place, int]:
        """What is to be made ready around the current page and how urgently, the most urgent first."""
        urgencies: dict[int, int] = {0: Urgency.NOW, self._way: Urgency.NEXT, -self._way: Urgency.PREVIOUS}
        urgencies |= {steps * self._way: Urgency.AHEAD - steps for steps in range(2, AHEAD + 1)}
        wanted: dict[Place, int] = {}
        for offset, urgency in urgencies.items():
            for place in self._renditions(self._beside(offset)):
                wanted.setdefault(place, urgency)
        for offset in range(-REACH, REACH + 1):
            for place in self._places(self._beside(offset), offset):
                wanted.setdefault(place, Urgency.THUMBNAIL)
        return wanted

    def _beside(self, offset: int) -> tuple[int, ...]:
        """The works so many pages away; where a turn that waits or is expected will lead hangs ready on that side."""
        waiting = self._waiting
        if waiting and offset == waiting.by:
            return waiting.goal.shown
        return self._expected.shown if self._expected and offset == 1 else self._playlist.step(offset).shown

    def _places(self, works: tuple[int, ...], offset: int) -> tuple[Place, ...]:
        """What a slide with these works shows that is so many pages away."""
        return self._renditions(works) if abs(offset) <= SHARP_REACH else tuple((work, None) for work in works)

    def _renditions(self, works: tuple[int, ...]) -> tuple[Place, ...]:
        """What is wanted of a page that is looked at: renditions for the screen, in haste only what comes soon.

        A preview takes less than half the time to make, and every work is seen.
        """
        places = tuple((work, self._box_for(works) if all(self._box) else None) for work in works)
        hasty = self._haste.hasty
        return tuple((place[0], None) if hasty and not self._shelf.has(place) else place for place in places)

    def _box_for(self, works: tuple[int, ...]) -> Size:
        """The box for the picture of each of the works on a page."""
        return pair_box(self._box) if len(works) > 1 else self._box

    def _show_pictures(self, slide: Slide, offset: int, wanted: Mapping[Place, int]) -> None:
        for part, place in zip(slide.parts, self._places(slide.works, offset), strict=True):
            shown = self._shelf.find(*place, wanted.get(place, Urgency.PREVIOUS), self)
            part.show_picture(shown, self._shelf.size(place[0]))

    @Slot(int)
    def _picture_changed(self, work: int) -> None:
        wanted = self._wanted()
        for slide in self._slides:
            if work in slide.works:
                self._show_pictures(slide, slide.page_number - self._page, wanted)

    @Property(list, constant=True)
    def slides(self) -> list[Slide]:
        return self._slides

    @Property(Slide, notify=moved)
    def current(self) -> Slide:
        return self._slides[self._page % RING]

    @Property(HungWork, notify=subjectChanged)
    def subject(self) -> HungWork:
        """The work of the current page that a visitor came to, or looks at closer; the first one else."""
        slide = self._slides[self._page % RING]
        return slide.parts[self._attended] if self._attended < len(slide.parts) else slide

    @Property(int, notify=moved)
    def page(self) -> int:
        return self._page

    @Property(int, notify=moved)
    def move(self) -> int:
        return self._move

    @Property(int, notify=moved)
    def position(self) -> int:
        """The place of the current work among all, and of the first one of a pair."""
        return self._playlist.position

    @Property(int, notify=moved)
    def lastPosition(self) -> int:
        """The place of the last work on the current page."""
        return self._playlist.position + len(self._playlist.shown) - 1

    @Property(int, notify=moved)
    def count(self) -> int:
        """The works."""
        return len(self._playlist.works)

    @Property(bool, notify=moved)
    def turnable(self) -> bool:
        """Whether there is another page."""
        return len(self._playlist.order) > 1

    @Property(bool, notify=runningChanged)
    def running(self) -> bool:
        return self._running

    @Property(bool, notify=waitsChanged)
    def waits(self) -> bool:
        """Whether a page that was asked for has still to come."""
        return self._waiting is not None

    @Property(float, notify=dwellChanged)
    def dwellSeconds(self) -> float:
        return self._dwell.length

    @Slot(result=float)
    def progress(self) -> float:
        return self._dwell.progress(self._now())

    @Slot()
    def next(self) -> None:
        self._step(1, Move.FADE)

    @Slot()
    def previous(self) -> None:
        self._step(-1, Move.FADE)

    @Slot(int)
    def swipe(self, by: int) -> None:
        self._step(by, Move.GLIDE)

    @Slot()
    def first(self) -> None:
        self.go_to(self._playlist.first().current, Move.FADE)

    @Slot()
    def last(self) -> None:
        self.go_to(self._playlist.last().current, Move.FADE)

    @Slot(int)
    def goTo(self, work: int) -> None:
        self.go_to(work, Move.FADE)

    @Slot(int)
    def attend(self, work: int) -> None:
        """A visitor turns to this work, if it is on the current page."""
        shown = self._playlist.shown
        if work in shown and shown.index(work) != self._attended:
            self._attended = shown.index(work)
            self.subjectChanged.emit()

    @Slot(float, float, QRectF)
    def stand(self, width: float, height: float, place: QRectF) -> None:
        """The place for pages has this size; where a picture that has one for itself hangs."""
        if self._pace:
            self._pace.stand(width, height, _rect(place))

    @Slot(int, QRectF, QRectF)
    def hang(self, page: int, first: QRectF, second: QRectF) -> None:
        """The two pictures of a page hang there."""
        slide = self._slides[page % RING]
        if self._pace and slide.page_number == page and len(slide.works) > 1:
            self._pace.hang(slide.works, (_rect(first), _rect(second)))

    @Slot(int)
    def lost(self, work: int) -> None:
        """The file of a work's rendition could not be loaded."""
        self._shelf.lost(work)

    @Slot()
    def settled(self) -> None:
        """The move is over: the page that was left may show its place's own work again."""
        if self._pace:
            self._pace.settle()
        left, self._leaving = self._leaving, None
        if left is not None and not self._soon.isActive() and not self._hangs(left):
            self._arrange()


def _rect(place: QRectF) -> Rect:
    return place.left(), place.top(), place.width(), place.height()
