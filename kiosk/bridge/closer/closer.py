"""A closer look at one work for QML: where its picture stands, and everything that moves it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.closer.guide import Guide
from kiosk.bridge.closer.sizes import Sizes
from kiosk.bridge.closer.tiles import Tiles
from kiosk.bridge.closer.tiles_model import TilesModel
from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python
from kiosk.visit.boxes import pair_box
from kiosk.visit.glide import Glide
from kiosk.visit.looking import Flight, Looking
from kiosk.visit.viewport import Room, View

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.bridge.labels import Labels
    from kiosk.bridge.pictures.shelf import Shelf, Size
    from kiosk.exhibition.model import Exhibition

    Box = tuple[float, float, float, float]
    """Left, top, width and height in fractions of a picture."""

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "Closer"]

NOWHERE = Looking(Room(0, 0, 1, 1, (1, 1)), View(0, 0, 1))


@QmlElement
@made_in_python
class Closer(QObject):
    """The place of a picture in the window, in its pixels, and what fingers, keys and time do to it.

    Every frame of a gesture or a motion asks Python where the picture is: there is one rule, kiosk.visit.looking, and
    nothing of it in QML. QML runs the motions, by its own tokens: after `sent` it calls `fly` with 0..1 of the way, and
    while `gliding` it calls `glide` with the seconds since that began. `left` says that a pinch asks to leave, `asked`
    that Python asks for the work on the stage to be looked at.
    """

    viewChanged = Signal()
    possibleChanged = Signal()
    sharpChanged = Signal()
    sent = Signal()
    left = Signal()
    asked = Signal()
    aimedChanged = Signal()

    def __init__(
        self,
        exhibition: Exhibition,
        shelf: Shelf,
        labels: Labels,
        now: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._exhibition = exhibition
        self._shelf = shelf
        self._now = now
        self._screen: Size = (1, 1)
        self._window = (1.0, 1.0)
        self._on_stage: tuple[int, ...] = ()
        self._attended: int | None = None
        self._work: int | None = None
        self._open = False
        self._looking = NOWHERE
        self._aim: Box | None = None
        self._tiles = Tiles(shelf.tiles, self)
        self._tiles.changed.connect(self.sharpChanged)
        self._guide = Guide(labels, self._show, self)
        self._sizes = Sizes(labels, self)
        shelf.changed.connect(self._picture_changed)
        shelf.measured.connect(self.possibleChanged)

    @property
    def work(self) -> int | None:
        """The work that is looked at; None when nobody looks closer."""
        return self._work if self._open else None

    def aim(self, part: Box | None) -> None:
        """Without a hand, and without anything around it, a part of the picture fills the window; None: no longer."""
        before, self._aim = self._aim, part
        if (before is None) is not (part is None):
            self.aimedChanged.emit()
        if self._open and part is not None and part != before:
            self.arrive()

    @property
    def goal(self) -> tuple[float, float, float, float] | None:
        """`part` where the picture will be when it has arrived."""
        return self._part(self._looking.next)

    @property
    def part(self) -> tuple[float, float, float, float] | None:
        """What no control lies on of a picture that is enlarged: left, top, right, bottom in its fractions."""
        return self._part(self._looking.view)

    def _part(self, view: View) -> tuple[float, float, float, float] | None:
        if not self._open or self._looking.is_whole:
            return None
        room, (x, y, scale) = self._looking.room, view
        inside = View(x - room.left, y - room.top, scale)
        return room.seen(inside, (room.width, room.height))

    @property
    def companion(self) -> Guide:
        """What is read beside the picture."""
        return self._guide

    @property
    def measures(self) -> Sizes:
        """How large the work really is."""
        return self._sizes

    @property
    def allowed(self) -> bool:
        """Whether the work on the stage that a visitor turned to may be looked at closer, and can be."""
        return self._attended is not None and self.allows(self._attended)

    @Slot(int, result=bool)
    def allows(self, work: int) -> bool:
        """Whether a work on the stage may be looked at closer, and can be."""
        return (
            work in self._on_stage
            and self._exhibition.works[work].allow_zoom
            and self._shelf.size(work) is not None
            and self._shelf.is_ready(work)
        )

    def fit(self, screen: Size, density: float, pixels_per_mm: float | None = None) -> None:
        """The window has so many pixels of the screen, `density` of them for one of its own.

        `pixels_per_mm`: how many of its own it has to a mm, if that is certain.
        """
        self._screen = screen
        self._sizes.fit(pixels_per_mm)
        self._looking = replace(self._looking, room=replace(self._looking.room, density=density))

    def consider(self, *works: int) -> None:
        """These works are on the stage."""
        if works != self._on_stage:
            self._on_stage = works
            self._attended = works[0]
            self.possibleChanged.emit()

    def attend(self, work: int) -> None:
        """A visitor turns to this work on the stage."""
        self._attended = work

    def open(self, x: float, y: float, width: float) -> None:
        """Look at the work on the stage, whose picture stands there; one still on its way back turns round."""
        work = self._attended
        size = self._shelf.size(work) if work is not None else None
        source = self._shelf.source(work) if work is not None else None
        if work is None or size is None or source is None:
            return
        returning = self._work == work and self._looking.moving
        view = self._looking.view if returning else View(x, y, width / size[0])
        self._work, self._open = work, True
        drawn = pair_box(self._screen) if len(self._on_stage) > 1 else self._screen
        self._tiles.begin(work, source, size, self._screen, drawn)
        self._sizes.begin(self._exhibition.works[work].size_cm, size)
        self._guide.begin(work)
        self._become(Looking(replace(self._looking.room, picture=size, beyond=None), view))

    def close(self) -> None:
        """The visitor has seen enough. The picture keeps the tiles it has as long as it can be seen."""
        self._open = False
        self._tiles.rest()
        self._guide.close()

    def retell(self) -> None:
        """The visitor's language is another."""
        self._guide.retell()
        self._sizes.retell()

    def _show(self, part: tuple[float, float, float, float]) -> None:
        self._become(self._looking.show(part))

    @Slot(int)
    def _picture_changed(self, work: int) -> None:
        if work in self._on_stage:
            self.possibleChanged.emit()
        if work == self.work and not self._shelf.has_picture(work):
            self.left.emit()

    def _become(self, looking: Looking) -> None:
        before, self._looking = self._looking, looking
        flies = isinstance(looking.course, Flight)
        seen = looking.room.seen(looking.next, self._window)
        leaving = looking.room.seen(looking.view, self._window) if flies else None
        self._tiles.look(seen, looking.next.scale * looking.room.density, leaving)
        self._sizes.follow(looking)
        self.viewChanged.emit()
        if flies and looking.course is not before.course:
            self.sent.emit()

    @Property(TilesModel, constant=True)
    def tiles(self) -> TilesModel:
        return self._tiles.model

    @Property(Guide, constant=True)
    def guide(self) -> Guide:
        return self._guide

    @Property(Sizes, constant=True)
    def sizes(self) -> Sizes:
        return self._sizes

    @Property(bool, notify=possibleChanged)
    def possible(self) -> bool:
        return any(map(self.allows, self._on_stage))

    @Property(bool, notify=sharpChanged)
    def sharp(self) -> bool:
        """Everything in view is as sharp as it can be."""
        return self._tiles.sharp

    @Property(float, notify=viewChanged)
    def x(self) -> float:
        return self._looking.view.x

    @Property(float, notify=viewChanged)
    def y(self) -> float:
        return self._looking.view.y

    @Property(float, notify=viewChanged)
    def width(self) -> float:
        return self._looking.room.picture[0] * self._looking.view.scale

    @Property(float, notify=viewChanged)
    def height(self) -> float:
        return self._looking.room.picture[1] * self._looking.view.scale

    @Property(bool, notify=viewChanged)
    def moving(self) -> bool:
        return self._looking.moving

    @Property(bool, notify=viewChanged)
    def gliding(self) -> bool:
        return isinstance(self._looking.course, Glide)

    @Property(bool, notify=viewChanged)
    def canZoomIn(self) -> bool:
        return self._looking.can_enlarge

    @Property(bool, notify=viewChanged)
    def canZoomOut(self) -> bool:
        return self._looking.can_reduce

    @Property(bool, notify=viewChanged)
    def whole(self) -> bool:
        """All of the picture is shown, as large as there is room, or will be."""
        return self._looking.is_whole

    @Property(float, notify=viewChanged)
    def depth(self) -> float:
        """How far in it is, or will be: 0 for the whole picture, 1 for as large as it can be."""
        return self._looking.depth

    @Property(float, notify=sent)
    def distance(self) -> float:
        """How far the eye has to go on the way on which the picture was sent; 0 for short ways."""
        course = self._looking.course
        return course.path.length if isinstance(course, Flight) and course.path else 0.0

    @Slot(float, float, float, float, float, float)
    def stand(self, left: float, top: float, width: float, height: float, across: float, down: float) -> None:
        """The part of the window that no control lies on, and the window's width and height, in its pixels.

        In the same window the picture moves out of the way of something that comes.
        """
        room = replace(self._looking.room, left=left, top=top, width=width, height=height)
        resized = (across, down) != self._window
        if (room != self._looking.room or resized) and min(width, height, across, down) > 0:
            self._window = across, down
            looking = self._looking
            if self._open and self._aim:
                self._become(replace(looking, room=room).show(self._aim, 1.0))
            elif self._open:
                self._become(looking.refit(room) if resized else self._make_way(looking, room))
            else:
                self._become(replace(looking, room=room))

    def _make_way(self, looking: Looking, room: Room) -> Looking:
        """Out of the way of what comes, and on to the detail that it tells of."""
        on_the_way = isinstance(looking.course, Flight) and looking.course.path is not None
        part = self._guide.part if on_the_way else None
        return replace(looking, room=room).show(part) if part else looking.make_way(room)

    @Slot(float, float)
    def hold(self, x: float, y: float) -> None:
        """One finger takes hold of the picture."""
        self._become(self._looking.hold((x, y), self._now()))

    @Slot(float, float)
    def drag(self, x: float, y: float) -> None:
        """The finger has moved there."""
        self._become(self._looking.drag((x, y), self._now()))

    @Slot(bool)
    def release(self, coasting: bool) -> None:
        """The finger is lifted; the picture may go on by itself."""
        self._become(self._looking.release(self._now(), coasting=coasting))

    @Slot(float, float)
    def grip(self, x: float, y: float) -> None:
        """Two fingers around there take hold of the picture."""
        self._become(self._looking.grip((x, y)))

    @Slot(float, float, float)
    def pinch(self, x: float, y: float, factor: float) -> None:
        """The middle of the two fingers is there, and their distance has grown by a factor since they took hold."""
        self._become(self._looking.pinch((x, y), factor))

    @Slot(float, float, float)
    def ungrip(self, x: float, y: float, factor: float) -> None:
        """The two fingers are lifted: a picture beyond its limits returns, one made small enough leaves."""
        if self._looking.pinched_away(factor):
            self.left.emit()
        else:
            self._become(self._looking.ungrip((x, y)))

    @Slot(float)
    def fly(self, way: float) -> None:
        """The picture has gone so much of its way, 0..1."""
        self._become(self._looking.fly(way))

    @Slot(float)
    def glide(self, seconds: float) -> None:
        """So much time has passed since the picture was let go."""
        self._become(self._looking.glide(seconds))

    @Property(bool, notify=aimedChanged)
    def aimed(self) -> bool:
        """Nobody's hand looks at it."""
        return self._aim is not None

    @Slot()
    def arrive(self) -> None:
        """The picture has come from the stage."""
        if self._aim:
            self._become(self._looking.show(self._aim, 1.0))
        else:
            self.showWhole()

    @Slot()
    def showWhole(self) -> None:
        """All of the picture."""
        self._become(self._looking.whole())

    @Slot(float)
    def step(self, steps: float) -> None:
        """Larger or (negative) smaller, about the middle."""
        self._become(self._looking.step(steps))

    @Slot(float, float, result=bool)
    def pan(self, across: float, down: float) -> bool:
        """See what lies further to the right and further down; whether there is any."""
        further = self._looking.pan(across, down)
        if further.next.close_to(self._looking.next):
            return False
        self._become(further)
        return True

    @Slot(float)
    def slide(self, depth: float) -> None:
        """So far in, 0..1, at once."""
        self._become(self._looking.slide(depth))

    @Slot(float)
    def reach(self, depth: float) -> None:
        """So far in, 0..1, in one move."""
        self._become(self._looking.reach(depth))

    @Slot(float, float)
    def point(self, x: float, y: float) -> None:
        """See a point of the picture, in 0..1, in the middle of the room, at once."""
        self._become(self._looking.point((x, y)))

    @Slot(float, float)
    def head(self, x: float, y: float) -> None:
        """The same in one move."""
        self._become(self._looking.head((x, y)))

    @Slot()
    def toggleLifeSize(self) -> None:
        """As large as the work is, or as a whole again."""
        if self._looking.in_life_size:
            self.showWhole()
        elif self._sizes.life is not None and self._work is not None:
            focus = self._exhibition.works[self._work].focus
            self._become(self._looking.enter_life_size(self._sizes.life, focus))

    @Slot(float, float)
    def tap(self, x: float, y: float) -> None:
        """A double tap: into the picture there, or back to all of it."""
        self._become(self._looking.tap((x, y)))

    @Slot(float, float, float)
    def roll(self, notches: float, x: float, y: float) -> None:
        """The wheel was turned over a point."""
        self._become(self._looking.roll(notches, (x, y)))

    @Slot(float, float, float)
    def goBack(self, x: float, y: float, width: float) -> None:
        """Back to the place on the stage that has this corner and width."""
        self._become(self._looking.send(View(x, y, width / self._looking.room.picture[0])))

    @Slot()
    def gone(self) -> None:
        """The picture hangs on the stage again, or nowhere."""
        self._work = None
        self._tiles.end()
        self._guide.close()
        self._become(Looking(replace(self._looking.room, beyond=None), self._looking.view))

    @Slot(int)
    def loaded(self, row: int) -> None:
        """The tile in a row is on the screen."""
        self._tiles.loaded(row)

    @Slot(int)
    def lost(self, row: int) -> None:
        """The tile in a row cannot be loaded."""
        self._tiles.lost(row)
