"""Where the bridge finds pictures made ready: renditions on disk, or orders for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.bridge.aside import TRY_AGAIN_MS
from kiosk.bridge.pictures.claims import Claims, Place, Size
from kiosk.bridge.pictures.failures import Failures
from kiosk.bridge.pictures.logo import Logo
from kiosk.bridge.pictures.shapes import CARD_ASPECT, Shapes
from kiosk.bridge.pictures.sources import Sources
from kiosk.bridge.pictures.tile_shelf import TileShelf
from kiosk.bridge.relay import relayed
from kiosk.bridge.tempo import Timer
from kiosk.exhibition.problems import Problem, Severity
from kiosk.pictures.orders import Failed, Ready
from kiosk.pictures.refusal import NO_ROOM, NOT_THE_PICTURES, OF_ITS_DRIVE
from kiosk.pictures.storage.cache import RENEW_AFTER_S
from kiosk.pictures.workers.orderbook import Urgency
from kiosk.pictures.workers.survey import Survey

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Collection, Iterable

    from kiosk.exhibition.model import Exhibition
    from kiosk.pictures.orders import Rendition, Result
    from kiosk.pictures.storage.cache import Cache
    from kiosk.pictures.storage.quarantine import Quarantine
    from kiosk.pictures.workers.jobs import Wish
    from kiosk.pictures.workers.survey import Sizes
    from kiosk.pictures.workers.workshop import Workshop

__all__ = ["CARD_ASPECT", "PictureState", "Shelf", "Shown", "Size", "Urgency"]

RENEW = "Save the picture again as a JPEG."


class PictureState(IntEnum):
    """How far a work's picture is."""

    NONE = 0
    WAITING = 1
    READY = 2
    FAILED = 3


class Shown(msgspec.Struct, frozen=True):
    """What is known of a work's picture: the files of its renditions, None while not made."""

    state: PictureState
    preview: Path | None = None
    screen: Path | None = None


@dataclass(eq=False)
class _Order:
    """What was asked of the workshop for a place; `preview` stands in for it until it is there.

    Without a `wish` nothing has been asked yet: it may turn out to be made.
    """

    attempt: int
    preview: Rendition | None
    wish: Wish | None = None


def _problem(failed: Failed, field: str, work: str = "") -> Problem:
    return Problem(
        rule=failed.rule,
        message=failed.message,
        remedy=failed.remedy,
        severity=Severity.ERROR,
        file=failed.source,
        field=field,
        work=work,
    )


class Shelf(QObject):
    """The pictures of one exhibition; works are given by their index in it.

    Whoever looks at a picture holds it: it is made while somebody does, as urgently as the one who is most in need of
    it, and what is made is not swept from the cache. When the last one looks away its order is withdrawn.

    `changed(work)` says that there is news of a work's picture, `measured(first, last)` that sizes of works from the
    first to the last are known. A picture that cannot be shown is reported through `complain`, once, and its work
    through `mended` when it can be shown again. `tiles` are the pictures' tiles.
    """

    changed = Signal(int)
    measured = Signal(int, int)
    logoChanged = Signal()
    _arrived = Signal(object, object, object)
    _sizes_arrived = Signal(object)

    def __init__(
        self,
        exhibition: Exhibition,
        cache: Cache,
        workshop: Workshop,
        complain: Callable[[Problem], None],
        survey: Callable[..., Survey] = Survey,
        quarantine: Quarantine | None = None,
        mended: Callable[[str], object] = lambda _: None,
    ) -> None:
        super().__init__()
        self._exhibition = exhibition
        self._cache = cache
        self._workshop = workshop
        self._complain = complain
        self._claims = Claims()
        self._made: dict[int, dict[Size | None, Rendition]] = {}
        self._shapes = Shapes(len(exhibition.works))
        self._pictured = exhibition.traits.pictured
        self._survey = survey(exhibition.works, exhibition.folder, cache, workshop, relayed(self._sizes_arrived.emit))
        self._surveying = False
        self._mended = mended
        self._failures = Failures(self.source, quarantine)
        self._refused: set[int] = set()
        self._ordered: dict[Place, _Order] = {}
        self._put_off: set[Place] = set()
        self._sources = Sources(cache, self)
        self._sources.looked.connect(self._go_on)
        self._logo = Logo(
            exhibition, cache, workshop, self._sources, lambda failed: complain(_problem(failed, "brand.logo")), self
        )
        self._logo.changed.connect(self.logoChanged)
        self.tiles = TileShelf(exhibition.folder, cache, workshop, int(Urgency.TILE), self._note_untiled, self)
        self._arrived.connect(self._receive)
        self._sizes_arrived.connect(self._receive_sizes)
        renewal = Timer(self, interval=round(1000 * RENEW_AFTER_S), timerType=Qt.TimerType.VeryCoarseTimer)
        renewal.timeout.connect(cache.renew)
        renewal.start()

    @property
    def waiting(self) -> bool:
        """Whether any picture is still being made or measured."""
        return bool(self._ordered) or self._surveying

    def has_picture(self, work: int) -> bool:
        """Whether the work has a picture that is not known to be broken."""
        return bool(self._pictured[work >> 3] >> (work & 7) & 1) and work not in self._failures

    def aspect(self, work: int) -> float:
        """Width over height of the work's thumbnail, as far as it is known."""
        return self._shapes.aspect(work)

    def aspects(self, works: Iterable[int]) -> array[float]:
        """`aspect` of each work."""
        return self._shapes.aspects(works)

    def is_ready(self, work: int) -> bool:
        """Whether the work's picture can be shown, if only by its preview."""
        return self.has_picture(work) and bool(self._made.get(work))

    def source(self, work: int) -> Path | None:
        """The file of a work's picture."""
        return self._exhibition.works[work].picture

    def size(self, work: int) -> Size | None:
        """The size of a work's picture in pixels, as soon as it is known."""
        return self._shapes.size(work)

    def light(self, work: int) -> bytes:
        """How bright the parts of a work's picture are, as in `Rendition`; empty as long as that is not known."""
        source = self._exhibition.works[work].picture
        made = source and (self._known(work, None) or self._cache.find_seen(source, None))
        return made.light if made else b""

    def expects(self, work: int) -> bool:
        """Whether a work has a picture of which nothing is made yet."""
        return self.source(work) is not None and work not in self._failures and not self.has((work, None))

    def has(self, place: Place) -> bool:
        """Whether a rendition is made; nothing is ordered."""
        work, box = place
        source = self._exhibition.works[work].picture
        if source is None or place in self._put_off:
            return source is not None
        return (self._known(work, box) or self._cache.find_seen(source, box)) is not None

    def find(self, work: int, box: Size | None, urgency: int, holder: object) -> Shown:
        """The work's renditions, ordered when they are not made yet; `holder` looks at them until `keep` says no."""
        source = self._exhibition.works[work].picture
        if source is None:
            return Shown(PictureState.NONE)
        if work in self._failures:
            return Shown(PictureState.FAILED)
        self._claims.claim(holder, (work, box), urgency)
        made = self._known(work, box)
        if made is None and (work, box) in self._put_off:
            return self._instead(work, source)
        if made is None and not self._hurry((work, box)):
            if self._cache.has_looked(source):
                made = self._cache.find_seen(source, box)
                if made is None:
                    self._order(work, box, source)
            else:
                self._ordered[work, box] = _Order(self._failures.attempts(work), None)
                self._sources.look(source)
        if made is not None:
            return self._keep(work, box, made)
        return self._stand_in(work, box)

    def keep(self, holder: object, places: Collection[Place]) -> None:
        """Note that `holder` looks at these pictures only: what nobody else looks at is neither made nor held."""
        for place in self._claims.keep(holder, places):
            if place in self._claims:
                self._hurry(place)
            else:
                self._drop(place)

    def _known(self, work: int, box: Size | None) -> Rendition | None:
        """What somebody looks at already; a preview comes with every rendition."""
        made = self._made.get(work, {})
        if box is None and None not in made:
            return next((replace(each, screen=None) for each in made.values()), None)
        return made.get(box)

    def _stand_in(self, work: int, box: Size | None) -> Shown:
        """What can be shown of a work until its rendition is there."""
        made, ordered = self._known(work, None), self._ordered.get((work, box))
        preview = made or (ordered.preview if ordered else None)
        return Shown(PictureState.READY, preview.preview) if preview else Shown(PictureState.WAITING)

    def _instead(self, work: int, source: Path) -> Shown:
        """The best there is of a work for a place that it cannot be made for now."""
        preview = self._known(work, None) or self._cache.find_seen(source, None)
        if preview is None:
            return Shown(PictureState.WAITING)
        screens = [(box, made.screen) for box, made in self._made.get(work, {}).items() if box and made.screen]
        return Shown(PictureState.READY, preview.preview, max(screens)[1] if screens else preview.preview)

    def _hurry(self, place: Place) -> bool:
        """Bring the order for a place in line with who claims it; False where there is none."""
        order = self._ordered.get(place)
        if order and order.wish:
            self._workshop.change(order.wish, self._claims.urgency(place))
        return order is not None

    def _drop(self, place: Place) -> None:
        """Nobody looks at a place any more."""
        order = self._ordered.pop(place, None)
        if order and order.wish:
            self._workshop.withdraw(order.wish)
        self._let_go(order.preview if order else None)
        self._let_go(self._made.get(place[0], {}).pop(place[1], None))
        if not self._made.get(place[0], True):
            del self._made[place[0]]

    def _let_go(self, rendition: Rendition | None) -> None:
        if rendition:
            self._cache.release(rendition)

    def logo(self) -> Path | None:
        """The exhibition's logo made ready; None without one, or while it is being made."""
        return self._logo.find()

    def measure(self) -> None:
        """Learn the size of every picture, little by little: from the cache, else from the files' headers."""
        self._surveying = True
        if not self._survey.begin():
            QTimer.singleShot(TRY_AGAIN_MS, self, self.measure)

    def close(self) -> None:
        """Let go of everything: nobody looks any more."""
        self._survey.end()
        self._sources.close()
        for place in {*self._ordered, *((work, box) for work, made in self._made.items() for box in made)}:
            self._drop(place)
        self._logo.close()
        self.tiles.close()

    def _go_on(self, source: Path) -> None:
        """A picture has been looked at: what is prepared of it is found now, and the rest is ordered."""
        waiting = [
            place for place, order in self._ordered.items() if not order.wish and self.source(place[0]) == source
        ]
        for work, box in waiting:
            del self._ordered[work, box]
            made = self._cache.find_seen(source, box)
            if made:
                self._keep(work, box, made)
            else:
                self._order(work, box, source)
            self.changed.emit(work)

    def _order(self, work: int, box: Size | None, source: Path) -> None:
        preview = self._cache.find_seen(source, None) if box and not self._known(work, None) else None
        if preview:
            self._cache.hold(preview)
        order = self._ordered[work, box] = _Order(self._failures.attempts(work), preview)
        done = partial(self._relay, (work, box), order)
        urgency = self._claims.urgency((work, box))
        order.wish = self._workshop.order(source, self._exhibition.folder, box, urgency, done)

    def _relay(self, place: Place, order: _Order, result: Result) -> None:
        relayed(self._arrived.emit)(place, order, result)

    def _receive(self, place: Place, order: _Order, result: Result) -> None:
        if self._ordered.get(place) is not order:
            return
        del self._ordered[place]
        self._let_go(order.preview)
        work, box = place
        if isinstance(result, Ready):
            self._keep(work, box, result.rendition)
            self._note_mended(work)
        else:
            self._put_off_or_refuse(place, result, order.attempt)
        self.changed.emit(work)

    def _put_off_or_refuse(self, place: Place, failed: Failed, attempt: int) -> None:
        """What is no fault of a picture that is shown, if not as large, is tried again some other time."""
        work, box = place
        source = self.source(work)
        if box and source and failed.rule in NOT_THE_PICTURES and self._cache.find_seen(source, None):
            self._put_off.add(place)
            if failed.rule not in OF_ITS_DRIVE | NO_ROOM:
                self._refused.add(work)
                self._complain(_problem(failed, "picture", self._exhibition.works[work].id))
        else:
            self._refuse(work, failed, attempt)

    def forgive(self, *, all_of_them: bool = False) -> None:
        """Try again a few of those that failed and do not rest, in turn: what was wrong may have been mended.

        All of them when something was. Without a quarantine, only what failed through a fault of the machine.
        """
        if all_of_them:
            self._failures.forgive_unloadable()
        put_off = {work for work, _ in self._put_off}
        self._put_off.clear()
        for work in put_off:
            self.changed.emit(work)
        self._try_again(self._failures.due(all_of_them=all_of_them))

    @property
    def failed(self) -> tuple[int, ...]:
        """The works whose pictures cannot be shown."""
        return self._failures.works

    def forgive_all(self) -> tuple[int, ...]:
        """Try again whatever failed, because staff have mended it; those works."""
        failed = self.failed
        self.wake(*failed)
        return failed

    def wake(self, *works: int) -> None:
        """Try these again, because staff say so, and let none of them rest."""
        self._failures.wake(works)
        self._try_again(works)

    def _try_again(self, works: Iterable[int]) -> None:
        for work in tuple(works):
            self._failures.forget(work)
            self._reshape(work)
            self.changed.emit(work)

    def _note_mended(self, work: int) -> None:
        """A work that was reported is shown again."""
        if work in self._refused:
            self._refused.discard(work)
            self._mended(self._exhibition.works[work].id)

    def lost(self, work: int) -> None:
        """A rendition of the work could not be loaded: it is made anew. One that is there and never loads is a card."""
        source = self._exhibition.works[work].picture
        if source is None or work in self._failures:
            return
        lost = self._made.pop(work, {})
        there = [made for box in lost if (made := self._cache.find_seen(source, box)) is not None]
        for made in lost.values():
            self._cache.release(made)
        for made in there:
            self._cache.discard(made)
        if there and self._failures.note_unloadable(work):
            message = f'"{source.name}" was prepared but cannot be loaded.'
            self._refuse(work, Failed(source, "unloadable", message, RENEW), attempt=1)
        self.changed.emit(work)

    def _refuse(self, work: int, failed: Failed, attempt: int) -> None:
        """Note a picture that cannot be shown; a fault of the machine is given a second attempt first."""
        if not self._failures.add(work, failed.rule, attempt):
            return
        self._refused.add(work)
        self._reshape(work)
        if failed.rule not in NO_ROOM:  # which is told once, of the cache
            self._complain(_problem(failed, "picture", self._exhibition.works[work].id))

    def _note_untiled(self, work: int, failed: Failed) -> None:
        """A picture that is shown cannot be shown closer than its rendition."""
        self._complain(_problem(failed, "picture", self._exhibition.works[work].id))

    def _keep(self, work: int, box: Size | None, made: Rendition) -> Shown:
        self._learn(work, (made.width, made.height))
        held = self._made.setdefault(work, {})
        if held.get(box) != made:
            self._cache.hold(made)
            self._let_go(held.get(box))
            held[box] = made
        return Shown(PictureState.READY, made.preview, made.screen)

    def _receive_sizes(self, sizes: Sizes) -> None:
        if not sizes:
            self._surveying = False
        news = [work for work, size in sizes.items() if self._learn(work, size)]
        if news:
            self.measured.emit(min(news), max(news))

    def _learn(self, work: int, size: Size) -> bool:
        """Note a size; whether it is news."""
        return self._shapes.learn(work, size, broken=not self.has_picture(work))

    def _reshape(self, work: int) -> None:
        self._shapes.reshape(work, broken=not self.has_picture(work))
