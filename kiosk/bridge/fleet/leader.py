"""A kiosk that leads others: whatever changes on its screen it tells, and all of it every few seconds."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.bridge.fleet.state import generation_of, title_of
from kiosk.bridge.tempo import tempo
from kiosk.fleet.step import BEAT_S, MOST_AHEAD, Kind, Scene, Step
from kiosk.visit.session import Screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.bridge.gallery import Gallery
    from kiosk.bridge.staff.desk import Desk, Reception
    from kiosk.fleet.in_step import Leading

MOVING_MS = 120
"""While a finger moves a picture, so often is told which part of it is looked at."""


class Leader(QObject):
    """Tells `leading` what `reception` shows from `follow` on."""

    def __init__(
        self, leading: Leading, now: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.leading = leading
        self._now = now
        self._reception: Reception | None = None
        self._gallery: Gallery | None = None
        self._number = 0
        self._shown: tuple[Kind, Scene | None] = (Kind.ATTRACT, None)
        self._since = self._turned_at = 0.0
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)
        self._moving = QTimer(self, singleShot=True, interval=MOVING_MS)
        self._moving.timeout.connect(self._tell)
        self._beat = QTimer(self, interval=round(1000 * BEAT_S))
        self._beat.timeout.connect(self._tell)

    def follow(self, reception: Reception | None) -> None:
        """This is shown, or nothing."""
        self._reception = reception
        gallery = reception.hung.gallery if reception and reception.hung else None
        if gallery and gallery is not self._gallery:
            gallery.loop.frontChanged.connect(self._note_turn)
            gallery.show.moved.connect(self._note_turn)
            for signal in (
                gallery.loop.prepared,
                gallery.show.dwellChanged,
                gallery.show.runningChanged,
                gallery.sitting.changed,
                gallery.entrance.changed,
            ):
                signal.connect(self._soon.start)
            gallery.nearer.viewChanged.connect(self._note_move)
        self._gallery = gallery
        if reception:
            self._beat.start()
            self._soon.start()
        else:
            self._beat.stop()
            self._soon.stop()

    @Slot()
    def _note_turn(self) -> None:
        self._turned_at = self._now()
        self._soon.start()

    @Slot()
    def _note_move(self) -> None:
        if not self._moving.isActive():
            self._moving.start()

    @Slot()
    def _tell(self) -> None:
        if self._reception is None:
            return
        self._number += 1
        now = self._now()
        step = step_of(self._reception, Step(run=self.leading.run, number=self._number, sent=now))
        if (step.kind, step.shown) != self._shown:
            turned = step.kind is self._shown[0] and self._turned_at > self._since
            self._shown, self._since = (step.kind, step.shown), self._turned_at if turned else now
        self.leading.tell(replace(step, since=self._since))


def step_of(reception: Reception, step: Step) -> Step:
    """The step with what is shown now, and what comes next."""
    desk = reception.hung
    if desk is None:
        return replace(step, why="it has nothing to show")
    step = replace(step, exhibition=title_of(desk), generation=generation_of(reception.manifest))
    gallery = desk.gallery
    if not gallery.receiving or not desk.lit:
        return replace(step, why="it is closed" if not gallery.receiving else "its screen is off")
    return _in_loop(desk, step) if gallery.sitting.session.screen is Screen.ATTRACT else _on_stage(desk, step)


def _in_loop(desk: Desk, step: Step) -> Step:
    loop = desk.gallery.loop
    if loop.hung is None:
        return replace(step, why="it is about to begin")
    return replace(
        step,
        kind=Kind.ATTRACT,
        shown=_scene(desk, loop.hung.works, loop.hung.theme, loop.number),
        then=tuple(_scene(desk, scene.works, scene.theme, number) for number, scene in loop.after(MOST_AHEAD + 1)),
        turns_at=_moment(step, loop.turns_in),
    )


def _on_stage(desk: Desk, step: Step) -> Step:
    gallery = desk.gallery
    playlist = gallery.show.goal  # a turn that waits for its moment is made at the others too, and not taken back
    further = MOST_AHEAD + 1 if len(playlist.order) > 1 else 0
    return replace(
        step,
        kind=Kind.STAGE,
        shown=_scene(desk, playlist.shown),
        then=tuple(_scene(desk, playlist.step(by).shown) for by in range(1, further + 1)),
        turns_at=_moment(step, gallery.show.turns_in),
        part=_part(gallery),
    )


def _moment(step: Step, turns_in: float | None) -> float | None:
    return None if turns_in is None else step.sent + turns_in / tempo()


def _scene(desk: Desk, works: tuple[int, ...], theme: str | None = None, number: int = 0) -> Scene:
    return Scene(tuple(desk.exhibition.works[work].id for work in works), theme or "", max(0, number))


def _part(gallery: Gallery) -> tuple[float, float, float, float] | None:
    """What is looked at closer, as left, top, width and height; None for no closer look."""
    if gallery.sitting.session.screen is not Screen.CLOSER or gallery.nearer.work != gallery.show.playlist.current:
        return None
    left, top, right, bottom = (min(1.0, max(0.0, side)) for side in gallery.nearer.goal or (0, 0, 1, 1))
    return (left, top, right - left, bottom - top) if right > left and bottom > top else None
