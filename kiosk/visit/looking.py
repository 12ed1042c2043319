"""A closer look: where the picture stands, and what moves it, be it fingers, keys or time. Time is passed in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from kiosk.visit.glide import Glide, Trace
from kiosk.visit.journey import Journey
from kiosk.visit.viewport import AROUND, Point, Room, View, held

PAN = 0.3
"""How far an arrow key moves the picture, in sides of the room."""
NOTCH = 0.5
"""Presses of a button that one notch of a wheel is worth."""
NEITHER = 1.001
"""Scales nearer than this are the same."""
FACTORS = 1e-3, 1e3
"""The least and the greatest that two fingers change a scale by; fingers that meet in a point tell others, or none."""


class Hold(NamedTuple):
    """Fingers hold the picture: `base` is the view they took hold of, not held back by limits, `at` where they did.

    `least`: the scale they found it at.
    """

    base: View
    at: Point
    least: float
    trace: Trace = Trace()


class Flight(NamedTuple):
    """The picture is brought from one view to another, straight or on a `path`."""

    start: View
    end: View
    path: Journey | None = None

    def at(self, way: float) -> View:
        """The view at 0..1 of the way."""
        if way >= 1:
            return self.end
        return self.path.at(way) if self.path else self.start.towards(self.end, way)


@dataclass(frozen=True, slots=True)
class Looking:
    """A picture in a room, `course` being what moves it now. Points are in the window's pixels."""

    room: Room
    view: View
    course: Hold | Flight | Glide | None = None

    @property
    def next(self) -> View:
        """Where the picture is, or will be when it has arrived."""
        match self.course:
            case Flight():
                return self.course.end
            case Glide():
                return self.course.rest
            case _:
                return self.view

    @property
    def moving(self) -> bool:
        """Whether time moves it."""
        return isinstance(self.course, Flight | Glide)

    @property
    def can_enlarge(self) -> bool:
        """Whether it can be shown larger."""
        return self.next.scale * NEITHER < self.room.most

    @property
    def can_reduce(self) -> bool:
        """Whether it can be shown smaller."""
        return self.next.scale > self.room.fit * NEITHER

    @property
    def is_whole(self) -> bool:
        """Whether all of it is shown, as large as there is room."""
        return not (self.can_reduce or self.next.scale * NEITHER < self.room.fit)

    @property
    def depth(self) -> float:
        """How far in it is, 0..1, or will be when it has arrived."""
        return self.room.depth(self.next.scale)

    @property
    def in_life_size(self) -> bool:
        """Whether it is as large as the work itself, or will be."""
        beyond = self.room.beyond
        return beyond is not None and 1 / NEITHER < self.next.scale / beyond < NEITHER

    def refit(self, room: Room) -> Looking:
        """The same in another room: a picture seen as a whole still is, any other goes within its limits."""
        return Looking(room, self._in(room))

    def make_way(self, room: Room) -> Looking:
        """The same on its way to another room, because something else needs part of this one; not out of a hand."""
        if isinstance(self.course, Hold):
            return replace(self, room=room)
        return Looking(room, self.view).send(self._in(room))

    def _in(self, room: Room) -> View:
        whole = self.is_whole and not self.in_life_size
        return room.fitted if whole else room.settled(self.next)

    # One finger

    def hold(self, at: Point, now: float) -> Looking:
        """A finger takes hold of it, and stops it."""
        return replace(self, course=Hold(self.room.unpulled(self.view), at, self.view.scale, Trace().moved(now, at)))

    def drag(self, to: Point, now: float) -> Looking:
        """The finger has moved."""
        if not isinstance(self.course, Hold):
            return self
        base, at, least, trace = self.course
        return replace(
            self, view=self.room.pulled(held(base, at, to)), course=Hold(base, at, least, trace.moved(now, to))
        )

    def release(self, now: float, *, coasting: bool) -> Looking:
        """The finger is lifted: the picture goes on by itself if it may, and comes to rest within its limits."""
        if not isinstance(self.course, Hold):
            return self
        settled = self.room.settled(self.view)
        if settled.scale != self.view.scale:
            return self.send(settled)
        glide = Glide.of(self.room, self.view, self.course.trace.speed(now) if coasting else (0, 0))
        return replace(self, course=glide if glide.seconds > 0 else None)

    # Two fingers

    def grip(self, at: Point) -> Looking:
        """Two fingers with this middle take hold of it, and stop it."""
        return replace(self, course=Hold(self.room.unstretched(self.view, at), at, self.view.scale))

    def pinch(self, to: Point, factor: float) -> Looking:
        """Their middle has moved, and their distance has grown by a factor since they took hold."""
        if not isinstance(self.course, Hold):
            return self
        base, at, least, _ = self.course
        factor = min(max(FACTORS[0], factor), FACTORS[1])
        return replace(self, view=self.room.stretched(held(base, at, to, factor), to, least))

    def pinched_away(self, factor: float) -> bool:
        """Whether two fingers that are lifted now have made it so small that they want to leave."""
        return isinstance(self.course, Hold) and self.room.leaves(self.course.base.scale * factor, factor)

    def ungrip(self, at: Point) -> Looking:
        """The two fingers are lifted: a picture beyond its limits returns."""
        usual = self._usual()
        return usual.send(usual.room.settled(self.view, at)) if isinstance(self.course, Hold) else self

    # Buttons, keys, the wheel

    def send(self, end: View) -> Looking:
        """The picture is brought to another view."""
        return replace(self, course=Flight(self.view, end))

    def whole(self) -> Looking:
        """To all of it."""
        return self._usual().send(self.room.fitted)

    def step(self, steps: float) -> Looking:
        """Larger or (negative) smaller, about the middle."""
        usual = self._usual()
        scale = usual.room.stepped(self.next.scale, steps)
        return usual.send(usual.room.settled(self.next.zoomed(scale, self.room.centre)))

    def slide(self, depth: float) -> Looking:
        """So far in, 0..1, about the middle and at once, as a hand that moves a slider expects."""
        room = self._usual().room
        return Looking(room, room.settled(self.next.zoomed(room.scale_at(depth), room.centre)))

    def reach(self, depth: float) -> Looking:
        """The same on its way there."""
        return replace(self._usual(), course=None).send(self.slide(depth).view)

    def point(self, part: Point) -> Looking:
        """To a point of the picture, in 0..1, at once."""
        return Looking(self.room, self.room.centred(part, self.next.scale))

    def head(self, part: Point) -> Looking:
        """The same on its way there."""
        return replace(self, course=None).send(self.point(part).view)

    def show(self, box: tuple[float, float, float, float], air: float = AROUND) -> Looking:
        """To a part (left, top, width, height in 0..1): out, along and in again. `air`: as much around it."""
        usual = self._usual()
        end = usual.room.around(box, air)
        return replace(usual, course=Flight(self.view, end, Journey.of(usual.room, self.view, end)))

    def enter_life_size(self, scale: float, focus: Point) -> Looking:
        """To a scale beyond the limits, about the middle, or at the focus of a whole picture; any other leaves it."""
        room = replace(self.room, beyond=scale)
        end = room.centred(focus, scale) if self.is_whole else room.settled(self.next.zoomed(scale, room.centre))
        return Looking(room, self.view).send(end)

    def _usual(self) -> Looking:
        return replace(self, room=replace(self.room, beyond=None))

    def pan(self, across: float, down: float) -> Looking:
        """To what lies further to the right and further down."""
        by = -across * PAN * self.room.width, -down * PAN * self.room.height
        return self.send(self.room.settled(self.next.moved(by)))

    def tap(self, at: Point) -> Looking:
        """A double tap: into the picture there, or back to all of it."""
        usual = self._usual()
        return usual.send(usual.room.tapped(self.view, at))

    def roll(self, notches: float, at: Point) -> Looking:
        """The wheel was turned over a point: larger or smaller at once, about that point."""
        room = self._usual().room
        scale = room.stepped(self.view.scale, notches * NOTCH)
        return Looking(room, room.settled(self.view.zoomed(scale, at), at))

    # Time

    def fly(self, way: float) -> Looking:
        """So much of the way is done, 0..1."""
        if not isinstance(self.course, Flight):
            return self
        view = self.course.at(way)
        return replace(self, view=view) if way < 1 else Looking(self.room, view)

    def glide(self, seconds: float) -> Looking:
        """So much time has passed since it was let go."""
        if not isinstance(self.course, Glide):
            return self
        if seconds >= self.course.seconds:
            return Looking(self.room, self.course.rest)
        return replace(self, view=self.course.at(seconds))
