"""What would flash waits, so that a visitor in a rush never sees more than three flashes a second."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtQuick import QSGRendererInterface

from kiosk.bridge.stage.moves import Move
from kiosk.bridge.tempo import Timer
from kiosk.visit.flashes import WINDOW_S
from kiosk.visit.flicker import MOST_BY_FADES, MOST_CHANGES, Flicker, Hung, Place, between, on_stage

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickWindow

    from kiosk.bridge.changes import Change
    from kiosk.bridge.pictures.shelf import Shelf
    from kiosk.visit.flicker import Cells
    from kiosk.visit.playlist import Playlist

GLIDE_S = 0.38
"""How long a page glides in (`Motion.glide`)."""
PATIENCE_S = 0.4
"""The longest wait for a picture in a rush."""
REDUCED_S = 0.3
"""The longest that a page fades in where motion is reduced (`Motion.fade`)."""
UNSEEN_S = 2.0
"""So long after its end a move that no frame has shown was not seen: the window is hidden."""
GIVING_WAY_S = 0.1
"""Until a turn that gave way to another change of the screen looks again whether it may be made."""
MOST_PLACES = 5
"""Pages of which it is remembered where their pictures hang: those that are made."""

Rect = tuple[float, float, float, float]
"""Left, top, width and height."""


def lasts(move: Move, fade_s: float, *, reduced: bool) -> tuple[float, bool]:
    """How long a move takes in seconds, and whether it is a cross-fade, of `fade_s` where motion is not `reduced`."""
    if move is Move.CUT:
        return 0.0, False
    if reduced:
        return min(REDUCED_S, fade_s), True
    return (fade_s, True) if move is Move.FADE else (GLIDE_S / 2, False)


class Turn(NamedTuple):
    """A turn of `by` pages to `goal`."""

    goal: Playlist
    by: int
    move: Move


Ready = Callable[[tuple[int, ...], int | None], bool]
"""Whether a page with these works hangs so many pages from the current one (None: wherever), its pictures loaded."""


class Pace(QObject):
    """Makes a turn as soon as it does no harm; of those that come meanwhile the last one waits.

    What was shown counts, and when: a window that is watched tells of its frames. Where a cross-fade would be one flash
    too many a cut may not be: then it is cut. Pictures on the shelf tell how bright they are, and in a rush one that is
    still being made or loaded is waited for. `now` is in seconds, `ground` the luminance of the wall, `lasting` how
    long a move takes and whether it is a cross-fade.
    """

    changed = Signal()

    def __init__(
        self,
        now: Callable[[], float],
        shelf: Shelf,
        ground: Callable[[], float],
        lasting: Callable[[Move], tuple[float, bool]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._shelf = shelf
        self._ground = ground
        self._lasting = lasting
        self._page = (1.0, 1.0)
        self._place = Place()
        self._places: dict[tuple[int, ...], tuple[Rect, ...]] = {}
        self._shown: tuple[int, ...] = ()
        self._turned_at = float("-inf")
        self._flicker = Flicker()
        self._unseen_at = float("-inf")
        self._make: Callable[[Playlist, int, Move], None] | None = None
        self.ready: Ready = lambda _works, _by: True
        self.seen: Callable[[], bool] = lambda: True
        self.gives_way: Callable[[], bool] = lambda: False
        self._changing = False
        self.waiting: Turn | None = None
        self._asked_at = float("-inf")
        self._late: tuple[tuple[int, ...], ...] = ()
        self._window: QQuickWindow | None = None
        self._drawn_once: Flicker | None = None
        self._due = Timer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._due.timeout.connect(self._go)
        shelf.changed.connect(self.look_again)

    def watch(self, window: QQuickWindow) -> None:
        """Hear of the frames that this window shows."""
        self._window = window
        window.frameSwapped.connect(self.drawn)

    @Slot()
    def drawn(self) -> None:
        """A frame was shown.

        A graphics card draws it on a thread of its own: what has changed here may only be in the next one.
        """
        if not self._flicker.undrawn:
            return
        if self._window and self._draws_apart(self._window) and self._drawn_once is not self._flicker:
            self._drawn_once = self._flicker
            self._window.update()
            return
        self._flicker = self._flicker.drawn(self._now())

    @staticmethod
    def _draws_apart(window: QQuickWindow) -> bool:
        return window.rendererInterface().graphicsApi() != QSGRendererInterface.GraphicsApi.Software

    def settle(self) -> None:
        """A page has come to the end of its way."""
        if not self._changing:
            self._flicker = self._flicker.over()

    @Slot()
    def end_change(self) -> None:
        """A change of the whole screen has come to its end."""
        self._changing = False
        self.settle()

    def admits(self, times: int) -> bool:
        """Whether all of the screen may change so many times now."""
        self._catch_up()
        return self._flicker.changed(self._now(), *((),) * times).harmless()

    def until_next(self) -> float:
        """Seconds until a change will be longer ago than a second."""
        now = self._now()
        return self._flicker.next_time(now) - now

    def count(self, change: Change, *, stage: bool) -> None:
        """All of the screen changes; what it comes to is known if it is the `stage`."""
        to = self._cells(self._shown) if stage and self._shown else ()
        views = *((),) * (change.times - 1), to
        self._changing = self._changing or change.lasts_s > 0
        self._flicker = self._flicker.changed(self._now(), *views, moving=self._changing)
        self._unseen_at = self._now() + change.lasts_s + PATIENCE_S + UNSEEN_S

    def succeed(self, before: Pace) -> None:
        """Take the place of `before` in the same window: what that has shown in the last second was seen, too."""
        before._catch_up()
        self._flicker, self._turned_at = before._flicker.over(), before._turned_at
        self._unseen_at = before._unseen_at

    def stand(self, width: float, height: float, place: Rect) -> None:
        """The place for pages has this size; a work that has a page for itself hangs in this part of it."""
        if min(width, height, *place[2:]) > 0:
            self._page = width, height
            self._place = Place(width / height, *self._shares(place))

    def hang(self, works: tuple[int, ...], places: tuple[Rect, ...]) -> None:
        """The pictures of works that share a page hang there, in the measure of the place for pages."""
        before = self._places.pop(works, None)
        self._places[works] = places
        while len(self._places) > MOST_PLACES:
            del self._places[next(iter(self._places))]
        if works == self._shown and before not in {None, places}:
            self._flicker = self._flicker.also(self._cells(works))

    def _shares(self, place: Rect) -> Rect:
        (left, top, wide, high), (width, height) = place, self._page
        return left / width, top / height, wide / width, high / height

    def turn(self, turn: Turn, make: Callable[[Playlist, int, Move], None]) -> None:
        """Make a turn now, or when it does no harm any more."""
        if self.waiting is None:
            self._asked_at = self._now()
        self.waiting, self._make = turn, make
        self._go()

    def note(self, works: tuple[int, ...], move: Move) -> None:
        """A page with these works comes on that could not wait; where the stage is not `seen` it only hangs there."""
        after = self._after(works, move, there=True) if self.seen() else self._flicker
        self._show(works, move, after, late=not self._there(works, 0))

    def _show(self, works: tuple[int, ...], move: Move, after: Flicker, *, late: bool) -> None:
        self._flicker = after
        self._shown = works
        self._turned_at = self._now()
        self._late = (*self._late, works)[-2:] if late else self._late[-1:]
        self._unseen_at = self._now() + self._lasting(move)[0] + PATIENCE_S + UNSEEN_S

    def drop(self) -> None:
        """Forget the turn that waits; something else is shown now."""
        self._due.stop()
        if self.waiting:
            self.waiting = None
            self.changed.emit()

    def _go(self) -> None:
        turn, make = self.waiting, self._make
        if turn is None or make is None:
            return
        if self.gives_way():  # to what changes more at once and would never come between pages
            self._wait(GIVING_WAY_S)
            return
        now, works = self._now(), turn.goal.shown
        self._catch_up()
        there = self._there(works, turn.by)
        patient_s = self._asked_at + PATIENCE_S - now
        if not there and patient_s > 0 and not self._flicker.calm(now):
            self._wait(patient_s)
            return
        for move in dict.fromkeys((turn.move, Move.CUT)):
            after = self._after(works, move, there=there)
            if after.harmless(self._most(move)):
                self._show(works, move, after, late=not there)
                self.drop()
                make(turn.goal, turn.by, move)
                return
        self._wait(self._flicker.next_time(now) - now)

    def _most(self, move: Move) -> int:
        """Changes that may be with this move: a page that follows no other within a second may fade by all of them."""
        alone = self._now() >= self._turned_at + WINDOW_S
        return MOST_BY_FADES if self._lasting(move)[1] and not alone else MOST_CHANGES

    def _catch_up(self) -> None:
        if self._now() > self._unseen_at:
            self._flicker = self._flicker.over().drawn(self._now())

    def _wait(self, seconds: float) -> None:
        self._due.start(max(1, ceil(1000 * seconds)))
        self.changed.emit()

    def look_again(self) -> None:
        """A picture was made or loaded: one whose page was turned to without it comes on now.

        So does one on the page that was left last, which is seen until the next one fades in.
        """
        for works in self._late:
            if self._there(works, 0 if works == self._shown else None):
                self._late = tuple(each for each in self._late if each != works)
                self._flicker = self._flicker.also(self._cells(works) if works == self._shown else ())
        self._go()

    def _there(self, works: tuple[int, ...], by: int | None) -> bool:
        return not any(map(self._shelf.expects, works)) and self.ready(works, by)

    def _after(self, works: tuple[int, ...], move: Move, *, there: bool) -> Flicker:
        lasts_s, fading = self._lasting(move)
        to = self._cells(works) if there else ()
        way = (between(self._flicker.shown, to, self._ground()),) if fading and there else ()
        return self._flicker.turned(self._now(), *way, to, moving=lasts_s > 0)

    def _cells(self, works: tuple[int, ...]) -> Cells:
        """How bright the stage is with these works; none while it is not known of all of them."""
        lights = tuple(map(self._shelf.light, works))
        if len(works) > 1:
            places = self._places.get(works, ())
            hung = tuple(Hung(light, *self._shares(place)) for light, place in zip(lights, places, strict=False))
            return on_stage(hung, self._ground()) if len(hung) == len(works) else ()
        size = self._shelf.size(works[0])
        return on_stage((self._place.hang(lights[0], size[0] / size[1]),), self._ground()) if size else ()
