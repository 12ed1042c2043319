"""Visitors who come one after another and do what `kiosk.staff.soak.plan` says, by the show's own time."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal

from kiosk.bridge.soaking.fingers import Fingers
from kiosk.bridge.tempo import Timer
from kiosk.bridge.touring.items import kind_of, place_of, seen
from kiosk.staff.soak.plan import Deed
from kiosk.visit.session import Screen

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from PySide6.QtQuick import QQuickItem, QQuickWindow

    from kiosk.bridge.gallery import Gallery
    from kiosk.staff.soak.plan import Act, Visit

    Steps = Generator[float]
TOUCH_S = 0.08
"""From down to up."""
STROKE_S = 0.3
STEPS = 8
"""Moves of a stroke."""
DRUMMED = 30
FINGERS = 10
LOOK_EVERY_S = 5.0
NIGHT_LOOK_S = 120.0
CALM_S = 30.0
PATIENCE_S = 900.0
"""Longer than any screen may take to come home that was left alone."""
THINK_S = 40.0
WORDS = ("work", "a", "9" * 20, "작품", " ", "عمل", "Œuvre")
KEYS = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return) * 3,
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space, Qt.Key.Key_Backspace),
    *(Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp),
)


class Strangers(QObject):
    """They touch `window`, in which `gallery()` is shown.

    `rested` comes before the first visit and after each one, when the screen is home again. `done` counts acts by
    their wish, `missed` those whose aim was not on the screen, `lost` the visits without coming home.
    """

    rested = Signal()
    acted = Signal()

    def __init__(self, window: QQuickWindow, gallery: Callable[[], Gallery], visits: Iterator[Visit]) -> None:
        super().__init__()
        self._gallery = gallery
        self._fingers = Fingers()
        self._fingers.window = window
        self._window = window
        self._life = self._live(visits)
        self._next = Timer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._next.timeout.connect(self._go_on)
        self.done: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()
        self.visits = self.touches = self.lost = 0

    def begin(self) -> None:
        """Let the first one come."""
        self._go_on()

    def end(self) -> None:
        """Nobody comes any more."""
        self._next.stop()
        self._life.close()

    def lived(self) -> Counter[str]:
        """What there was of what, in words."""
        lived = Counter(visits=self.visits, touches=self.touches, acts=self.done.total(), missed=self.missed.total())
        for name, count in self.done.items():
            lived[f"{name}"] += count
        for name, count in self.missed.items():
            lived[f"{name}, not there"] += count
        return lived

    def _go_on(self) -> None:
        """A step. Sending an event lets others be handled: what comes while one is being made waits for its end."""
        wait_s = next(self._life)
        self._next.start(round(1000 * wait_s))

    def _live(self, visits: Iterator[Visit]) -> Steps:
        yield CALM_S
        self.rested.emit()
        for visit in visits:
            yield visit.empty_s
            while not self._gallery().receiving:
                yield NIGHT_LOOK_S
            self.visits += 1
            yield from self._tap(self._anywhere(0.5, 0.5))
            for act in visit.acts:
                yield act.pause_s
                yield from self._do(act)
                self.acted.emit()
            yield from self._leave(visit)
            yield CALM_S
            self.rested.emit()

    def _leave(self, visit: Visit) -> Steps:
        if not visit.walks_off:
            for _ in range(3):
                if not self._home:
                    self._fingers.press(Qt.Key.Key_Back)
                yield 1.0
        waited = 0.0
        while not self._home:
            yield LOOK_EVERY_S
            waited += LOOK_EVERY_S
            if waited > PATIENCE_S:
                self.lost += 1
                self._gallery().sitting.go_home()

    @property
    def _home(self) -> bool:
        return self._gallery().sitting.session.screen is Screen.ATTRACT

    def _do(self, act: Act) -> Steps:
        place = self._aim(act)
        self.done[act.wish] += 1
        if place is None:
            self.missed[act.wish] += 1
            return
        deeds = {
            Deed.TAP: self._tap,
            Deed.TAP_TWICE: self._tap_twice,
            Deed.SWIPE: self._swipe,
            Deed.PINCH: self._pinch,
            Deed.WHEEL: self._turn_wheel,
            Deed.KEYS: self._press_keys,
            Deed.WRITE: self._write,
            Deed.DRUM: self._drum,
            Deed.STAND_STILL: self._stand_still,
        }
        yield from deeds[act.deed](place, act)

    # Where

    def _aim(self, act: Act) -> QPoint | None:
        """The first of its aims that is there."""
        for aim in act.aims:
            if not aim:
                return self._anywhere(act.across, act.down)
            kind, _, icon = aim.partition(":")
            found = [item for item in seen(self._window.contentItem()) if _is(item, kind, icon)]
            places = [place for item in found if (place := self._inside(item, act.across, act.down))]
            if places:
                return places[int(act.pick * len(places))]
        return None

    def _anywhere(self, across: float, down: float) -> QPoint:
        return QPoint(int(across * self._window.width()), int(down * self._window.height()))

    def _inside(self, item: QQuickItem, across: float, down: float) -> QPoint | None:
        place = place_of(item)
        point = QPointF(place.x() + across * place.width(), place.y() + down * place.height()).toPoint()
        inside = 0 <= point.x() < self._window.width() and 0 <= point.y() < self._window.height()
        return point if inside and place.width() > 0 else None

    # What

    def _touch(self, *places: tuple[int, QPoint], act: str) -> None:
        self.touches += act == "press"
        self._fingers.touch(*places, act=act)

    def _tap(self, place: QPoint, _act: Act | None = None) -> Steps:
        self._touch((0, place), act="press")
        yield TOUCH_S
        self._touch((0, place), act="release")

    def _tap_twice(self, place: QPoint, _act: Act) -> Steps:
        yield from self._tap(place)
        yield TOUCH_S
        yield from self._tap(place)

    def _swipe(self, place: QPoint, act: Act) -> Steps:
        far = round((0.3 + 0.5 * act.pick) * (self._window.width() if act.turn < 0.7 else self._window.height()))
        way = QPoint(far, 0) if act.turn < 0.2 else QPoint(-far, 0) if act.turn < 0.7 else QPoint(0, -far)
        self._touch((0, place), act="press")
        for step in range(1, STEPS + 1):
            yield STROKE_S / STEPS
            self._touch((0, place + way * step / STEPS), act="move")
        self._touch((0, place + way), act="release")

    def _pinch(self, place: QPoint, act: Act) -> Steps:
        first, last = (60, 60 + round(200 * act.turn)) if act.pick < 0.7 else (200, 60)
        self._touch((0, place - QPoint(first, 0)), (1, place + QPoint(first, 0)), act="press")
        for step in range(1, STEPS + 1):
            yield STROKE_S / STEPS
            half = QPoint(first + (last - first) * step // STEPS, 0)
            self._touch((0, place - half), (1, place + half), act="move")
        self._touch((0, place - QPoint(last, 0)), (1, place + QPoint(last, 0)), act="release")

    def _turn_wheel(self, place: QPoint, act: Act) -> Steps:
        for _ in range(1 + int(5 * act.pick)):
            self._fingers.turn_wheel(QPointF(place), 120 if act.turn < 0.5 else -120)
            yield TOUCH_S

    def _press_keys(self, _place: QPoint, act: Act) -> Steps:
        for number in range(1 + int(8 * act.pick)):
            self._fingers.press(KEYS[int(len(KEYS) * act.turn + 7 * number) % len(KEYS)])
            yield 2 * TOUCH_S

    def _write(self, _place: QPoint, act: Act) -> Steps:
        for sign in WORDS[int(act.pick * len(WORDS))]:
            self._fingers.type(sign)
            yield TOUCH_S

    def _drum(self, place: QPoint, act: Act) -> Steps:
        """Ten fingers, each on its own, and at last none."""
        down: dict[int, QPoint] = {}
        for number in range(DRUMMED):
            finger = int(FINGERS * act.pick + 7 * number) % FINGERS
            if finger in down:
                self._touch((finger, down.pop(finger)), act="release")
            else:
                down[finger] = QPoint(
                    int(place.x() + 37 * number * (1 + act.turn)) % self._window.width(),
                    int(place.y() + 23 * number) % self._window.height(),
                )
                self._touch((finger, down[finger]), act="press")
            yield TOUCH_S / 2
        for finger, at in down.items():
            self._touch((finger, at), act="release")
            yield 0.0

    def _stand_still(self, _place: QPoint, act: Act) -> Steps:
        yield THINK_S * (1 + act.turn)


def _is(item: QQuickItem, kind: str, icon: str) -> bool:
    return kind_of(item) == kind and (not icon or item.property("icon") == icon)
