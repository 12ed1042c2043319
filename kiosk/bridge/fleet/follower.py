"""A kiosk that follows another: it shows what that one does, and goes on alone while it cannot."""

from __future__ import annotations

import logging
import time
from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from kiosk.bridge.attract.attract import Led
from kiosk.bridge.fleet.detail import LONGEST_MS, Detail, lead
from kiosk.bridge.fleet.state import generation_of, title_of
from kiosk.bridge.relay import relayed
from kiosk.exhibition.config_fleet import Shows
from kiosk.exhibition.episodes import Episodes
from kiosk.exhibition.problems import printable
from kiosk.fleet.following import BEATS, at, lacking, plan
from kiosk.fleet.in_step import Hearing
from kiosk.fleet.state import Following, Stand, short
from kiosk.fleet.step import BEAT_S, Kind
from kiosk.visit.attract import Scene
from kiosk.visit.session import Screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.bridge.gallery import Gallery
    from kiosk.bridge.staff.desk import Desk, Reception
    from kiosk.exhibition.config_fleet import Fleet as Settings
    from kiosk.fleet.following import Plan
    from kiosk.fleet.step import Scene as Told
    from kiosk.fleet.step import Step
    from kiosk.fleet.topics import Root

FIRST_MS = 60_000
"""In the morning all kiosks of a house are switched on at once: so long nobody complains."""
EARLY_S = 0.5
"""A turn so near to one of the leader's is the same one, of which the leader tells only then."""
STEPS = "steps"

_log = logging.getLogger("kiosk")


class Follower(QObject):
    """Follows the kiosk that `settings` name in what `reception` shows, from `follow` on. `now` is a monotonic clock.

    `changed` comes when it is in step, or no longer. Whoever visits takes this kiosk out of step, and is not disturbed.
    """

    changed = Signal()
    _heard = Signal()
    _gone = Signal()

    def __init__(
        self,
        root: Root,
        kiosk: str,
        settings: Settings,
        now: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._leader = settings.follow or ""
        self._settings = settings
        self._now = now
        self.hearing = Hearing(root, kiosk, self._leader, relayed(self._heard.emit), relayed(self._gone.emit), now)
        self._heard.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._gone.connect(self._lose, Qt.ConnectionType.QueuedConnection)
        self._episodes = Episodes(now)
        self._reception: Reception | None = None
        self._gallery: Gallery | None = None
        self._step: Step | None = None
        self._stand, self._why = Stand.ALONE, f"{self._leader} has not been heard yet"
        self._was_in_step = False
        self._turned_at: float | None = None
        self._awaited: float | None = None
        self._late_s: float | None = None
        self._silence = QTimer(self, singleShot=True)
        self._silence.timeout.connect(self._miss)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)
        self._detail = Detail(self._soon.start, now, self) if settings.shows is Shows.DETAIL else None
        self._turn = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._turn.timeout.connect(self._look)

    def follow(self, reception: Reception | None) -> None:
        """This is shown, or nothing."""
        self._reception = reception
        desk = reception.hung if reception else None
        gallery = desk.gallery if desk else None
        if desk and gallery and gallery is not self._gallery:
            gallery.loop.frontChanged.connect(self._note_turn)
            gallery.show.moved.connect(self._note_turn)
            if self._detail:
                self._detail.forget()
                gallery.loop.go_into(partial(self._detail.part_of, desk.exhibition))
            for signal in (gallery.loop.opened, gallery.sitting.changed, gallery.entrance.changed):
                signal.connect(self._soon.start)
        if reception and self._gallery is None and self._step is None and not self._silence.isActive():
            self._silence.start(FIRST_MS)
        self._gallery = gallery
        if gallery:
            self._soon.start()
        else:
            self._soon.stop()
            self._turn.stop()

    @property
    def told(self) -> Following:
        """How it stands, for the fleet."""
        compared = self.hearing.compared
        return Following(
            leader=self._leader,
            shows=self._settings.shows,
            ahead=self._settings.ahead,
            stand=self._stand,
            why=short(self._why),
            round_trip_ms=_rounded(compared.round_trip_s, 1000),
            drift_ppm=_rounded(compared.drift, 1e6),
            day_ms=_rounded(compared.day_s, 1000),
            late_ms=_rounded(self._late_s, 1000),
        )

    def in_step_with(self) -> str:
        """Whom it is in step with; empty when it is alone."""
        return self._leader if self._stand is Stand.IN_STEP else ""

    @Slot()
    def _take(self) -> None:
        if step := self.hearing.take():
            self._hear(step)

    def _hear(self, step: Step) -> None:
        if self._step and step.since != self._step.since:
            early = self._turned_at is not None and abs(self._turned_at - step.since) < EARLY_S
            self._awaited = None if early else step.since
            self._late_s = (self._turned_at or 0) - step.since if early else self._late_s
        self._step = step
        self._silence.start(round(1000 * BEATS * BEAT_S))
        self._look()

    @Slot()
    def _lose(self) -> None:
        """The broker says that the leader has gone."""
        self._silence.stop()
        self._step = None
        self.hearing.forget()
        self._go_alone(f"{self._leader} has gone")

    @Slot()
    def _miss(self) -> None:
        silent_s = self._silence.interval() / 1000
        self._step = None
        self.hearing.forget()
        self._go_alone(f"{self._leader} has not been heard for {silent_s:g} s")

    @Slot()
    def _note_turn(self) -> None:
        """Another work is on the screen."""
        if self._step:
            self._turned_at = self.hearing.there(self._now(), self._step.run)
            if self._stand is Stand.IN_STEP and self._awaited is not None and self._turned_at is not None:
                self._late_s = self._turned_at - self._awaited
            self._awaited = None
        self._soon.start()

    @Slot()
    def _look(self) -> None:
        """Show what is to be shown now."""
        self._turn.stop()
        desk = self._reception.hung if self._reception else None
        if desk is None:
            self._leave(Stand.ALONE, "nothing is shown here")
            return
        if self._step is None:
            if self._stand is Stand.VISITED and not desk.gallery.sitting.visited:
                self._leave(Stand.ALONE, self._why)
            return
        step = at(self._step, self.hearing.there(self._now(), self._step.run))
        wanted = plan(step, self._settings.shows, self._settings.ahead)
        if not desk.gallery.receiving:
            self._leave(Stand.ALONE, "this one is closed")
        elif desk.gallery.sitting.visited:
            self._leave(Stand.VISITED, "a visitor is using it")
        elif wanted is None:
            self._leave(Stand.ALONE, f"{self._leader}: {printable(step.why)}")
        elif why := self._lacks(desk, step, wanted):
            self._go_alone(why)
        else:
            self._come_in()
            desk.gallery.in_step = True
            self._show(desk, wanted)

    def _lacks(self, desk: Desk, step: Step, wanted: Plan) -> str:
        """What of the leader's cannot be shown here, in words."""
        if step.exhibition != title_of(desk):
            return f"{self._leader} shows another exhibition: {printable(step.exhibition)}"
        numbers, on_show = desk.exhibition.index_by_id, desk.gallery.has_on_show
        here = {work for work in wanted.shown.works if work in numbers and on_show(numbers[work])}
        missing = lacking(wanted.shown, here)
        if not missing:
            return ""
        mine = generation_of(self._reception.manifest) if self._reception else None
        there = f"generation {step.generation} of {self._leader}" if step.generation else self._leader
        here_is = f"generation {mine}" if mine else "what is shown"
        return f"{there} shows {printable(missing)}, which is not in {here_is} here"

    def _show(self, desk: Desk, wanted: Plan) -> None:
        gallery = desk.gallery
        if not gallery.changes.waiting:
            if wanted.kind is Kind.ATTRACT:
                self._show_scene(desk, wanted)
            else:
                self._show_work(desk, wanted)
        if (turns_in := self._turns_in()) is not None:
            self._turn.start(min(LONGEST_MS, ceil(1000 * turns_in)))

    def _turns_in(self) -> float | None:
        """Seconds until the turn that the leader has announced; None where that is over, or not known."""
        if self._step is None or self._step.turns_at is None:
            return None
        here = self.hearing.here(self._step.turns_at, self._step.run)
        return here - self._now() if here is not None and here > self._now() else None

    def _show_scene(self, desk: Desk, wanted: Plan) -> None:
        gallery = desk.gallery
        if gallery.sitting.session.screen is not Screen.ATTRACT:
            lead(gallery, gallery.sitting.go_home)
        shown, loop = _scene(desk, wanted.shown), gallery.loop
        coming = _scene(desk, wanted.coming) if wanted.coming else None
        if loop.hung is not None and shown is not None and loop.hung != shown:
            loop.lead(Led(wanted.shown.number, shown, now=True))
        elif coming and wanted.coming:
            loop.lead(Led(wanted.coming.number, coming, now=False))
        elif shown:
            loop.lead(Led(wanted.shown.number, shown, now=False))

    def _show_work(self, desk: Desk, wanted: Plan) -> None:
        gallery, numbers = desk.gallery, desk.exhibition.index_by_id
        work = numbers[wanted.shown.works[0]]
        if work not in gallery.show.playlist.works:  # a command has chosen a theme while it was alone
            lead(gallery, partial(gallery.choose, ""))
        screen = gallery.sitting.session.screen
        if screen is Screen.ATTRACT:
            lead(gallery, partial(gallery.explore, work))
        elif screen is not Screen.STAGE and (self._detail is None or gallery.nearer.work != work):
            lead(gallery, gallery.sitting.showStage)
        if gallery.sitting.session.screen is Screen.STAGE and work in gallery.show.playlist.works:
            gallery.show.come(work)
            gallery.show.attend(work)
            gallery.show.expect(numbers.get(wanted.coming.works[0]) if wanted.coming else None)
        if self._detail:
            self._detail.show(desk, work, wanted.part, self._turns_in())
        gallery.sitting.lead(gallery.sitting.used)  # nobody is asked whether they are still there

    def _come_in(self) -> None:
        if self._stand is not Stand.IN_STEP:
            over, first = self._episodes.works(STEPS), not self._was_in_step
            if over or first:  # when a visitor has gone is nobody's business
                _log.info("in step with %s%s", self._leader, f", {over}" if over else "")
            self._stand, self._why, self._was_in_step = Stand.IN_STEP, "", True
            self.changed.emit()

    def _go_alone(self, why: str) -> None:
        """Something is not as it should be."""
        if self._stand is not Stand.VISITED and self._episodes.fails(STEPS):
            _log.warning("out of step: %s. This kiosk goes on alone.", why)
        visited = self._gallery is not None and self._gallery.sitting.visited
        self._leave(Stand.VISITED if visited else Stand.ALONE, why)

    def _leave(self, stand: Stand, why: str) -> None:
        """Go on from what is shown; a visitor does as they like."""
        was_in = self._stand is Stand.IN_STEP
        news = (stand, why) != (self._stand, self._why)
        self._stand, self._why = stand, why
        self._turn.stop()
        gallery = self._gallery
        if gallery:
            gallery.in_step = False
        if was_in and gallery:
            gallery.loop.lead(None)
            gallery.show.expect(None)
            if self._detail:
                self._detail.leave(gallery, visited=stand is Stand.VISITED)
            if stand is Stand.ALONE and gallery.sitting.session.screen is not Screen.ATTRACT:
                gallery.sitting.lead(partial(gallery.sitting.rest, False))
        if news:
            self.changed.emit()


def _scene(desk: Desk, told: Told) -> Scene | None:
    """The scene here; None if a work of it is missing, or not on show."""
    numbers = [desk.exhibition.index_by_id.get(work) for work in told.works]
    works = tuple(number for number in numbers if number is not None and desk.gallery.has_on_show(number))
    return Scene(works, told.theme or None) if len(works) == len(told.works) else None


def _rounded(share: float | None, times: float) -> float | None:
    return None if share is None else round(share * times, 1)
