"""Where the bridge finds pictures made ready: renditions on disk, or orders for them."""

from __future__ import annotations

from enum import IntEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from kiosk.exhibition.problems import Problem, Severity
from kiosk.pictures.orders import Failed, Measured, Ready
from kiosk.pictures.refusal import FAULTS_OF_THE_MACHINE
from kiosk.visit.boxes import LOGO_BOX

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kiosk.exhibition.model import Exhibition
    from kiosk.pictures.cache import Cache
    from kiosk.pictures.orders import Measurement, Rendition, Result
    from kiosk.pictures.workshop import Workshop

Size = tuple[int, int]
Place = tuple[int, Size | None]
"""A work's index and the box its rendition fits, None for the preview alone."""


RENEW = "Save the picture again as a JPEG."


class PictureState(IntEnum):
    """How far a work's picture is."""

    NONE = 0
    WAITING = 1
    READY = 2
    FAILED = 3


class Urgency(IntEnum):
    """Which order is made first, the highest first."""

    THUMBNAIL = 10
    NEIGHBOUR = 20
    NOW = 30
    ATTRACT = 40


class Shown(msgspec.Struct, frozen=True):
    """What is known of a work's picture: the files of its renditions, None while not made."""

    state: PictureState
    preview: Path | None = None
    screen: Path | None = None


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

    `changed(work)` says that there is news of a work's picture, `measured` that more sizes are known. A picture that
    cannot be shown is reported through `complain`, once.
    """

    changed = Signal(int)
    measured = Signal()
    logoChanged = Signal()
    _logo_arrived = Signal(object)
    _arrived = Signal(object, object, int)
    _sizes_arrived = Signal(object)

    def __init__(
        self, exhibition: Exhibition, cache: Cache, workshop: Workshop, complain: Callable[[Problem], None]
    ) -> None:
        super().__init__()
        self._exhibition = exhibition
        self._cache = cache
        self._workshop = workshop
        self._complain = complain
        self._shown: dict[Place, Shown] = {}
        self._sizes: dict[int, Size] = {}
        self._failed: set[int] = set()
        self._faulty: set[int] = set()
        self._unmeasured: set[Path] = set()
        self._attempts: dict[int, int] = {}
        self._unloadable: set[int] = set()
        self._ordered: dict[Place, Urgency] = {}
        self._of_source: dict[Path, list[int]] = {}
        for index, work in enumerate(exhibition.works):
            if work.picture:
                self._of_source.setdefault(work.picture, []).append(index)
        self._logo: Path | None = None
        self._logo_ordered = False
        self._arrived.connect(self._receive)
        self._logo_arrived.connect(self._receive_logo)
        self._sizes_arrived.connect(self._receive_sizes)

    @property
    def waiting(self) -> bool:
        """Whether any picture is still being made or measured."""
        return bool(self._ordered or self._unmeasured)

    def has_picture(self, work: int) -> bool:
        """Whether the work has a picture that is not known to be broken."""
        return self._exhibition.works[work].picture is not None and work not in self._failed

    def size(self, work: int) -> Size | None:
        """The size of a work's picture in pixels, as soon as it is known."""
        return self._sizes.get(work)

    def find(self, work: int, box: Size | None, urgency: Urgency) -> Shown:
        """The work's renditions; ordered when they are not made yet, and again only to be served earlier."""
        source = self._exhibition.works[work].picture
        if source is None:
            return Shown(PictureState.NONE)
        if work in self._failed:
            return Shown(PictureState.FAILED)
        known = self._shown.get((work, box))
        if known is not None:
            return known
        if urgency > self._ordered.get((work, box), -1):
            made = self._cache.find(source, box)
            if made is not None:
                return self._keep(work, box, made)
            self._order(work, box, source, urgency)
        return self._shown.get((work, None), Shown(PictureState.WAITING))

    def logo(self) -> Path | None:
        """The exhibition's logo made ready; None without one, or while it is being made."""
        source = self._exhibition.brand.logo
        if source is not None and not self._logo_ordered:
            self._logo_ordered = True
            made = self._cache.find(source, LOGO_BOX)
            if made is not None:
                self._logo = made.screen
            else:
                done = self._logo_arrived.emit
                self._workshop.order(source, self._exhibition.folder, LOGO_BOX, int(Urgency.THUMBNAIL), done)
        return self._logo

    def _receive_logo(self, result: Result) -> None:
        if isinstance(result, Ready):
            self._logo = result.rendition.screen
            self.logoChanged.emit()
        else:
            self._complain(_problem(result, "brand.logo"))

    def measure(self) -> None:
        """Learn the size of every picture: from the cache at once, else from the files' headers."""
        for source, size in self._cache.known_sizes(self._of_source).items():
            self._learn(source, size)
        self._unmeasured = {source for source, works in self._of_source.items() if works[0] not in self._sizes}
        if self._unmeasured:
            unknown = [source for source in self._of_source if source in self._unmeasured]
            self._workshop.measure(unknown, self._exhibition.folder, self._sizes_arrived.emit)
        self.measured.emit()

    def _order(self, work: int, box: Size | None, source: Path, urgency: Urgency) -> None:
        self._ordered[work, box] = urgency
        done = partial(self._relay, work, box, self._attempts.get(work, 0))
        self._workshop.order(source, self._exhibition.folder, box, int(urgency), done)

    def _relay(self, work: int, box: Size | None, attempt: int, result: Result) -> None:
        self._arrived.emit((work, box), result, attempt)

    def _receive(self, place: Place, result: Result, attempt: int) -> None:
        if self._ordered.pop(place, None) is None:
            return
        work, box = place
        if isinstance(result, Ready):
            self._keep(work, box, result.rendition)
        else:
            self._refuse(work, result, attempt)
        self.changed.emit(work)

    def forgive(self) -> None:
        """Try again what failed through a fault of the machine; it may have been mended."""
        faulty, self._faulty = self._faulty, set()
        for work in faulty:
            self._failed.discard(work)
            self._attempts.pop(work, None)
            self.changed.emit(work)

    def lost(self, work: int) -> None:
        """A rendition of the work could not be loaded: it is made anew. One that is there and never loads is a card."""
        source = self._exhibition.works[work].picture
        if source is None or work in self._failed:
            return
        places = [place for place in self._shown if place[0] == work]
        there = [made for _, box in places if (made := self._cache.find(source, box)) is not None]
        for place in places:
            del self._shown[place]
        for made in there:
            self._cache.discard(made)
        if there and work in self._unloadable:
            message = f'"{source.name}" was prepared but cannot be loaded.'
            self._refuse(work, Failed(source, "unloadable", message, RENEW), attempt=1)
        elif there:
            self._unloadable.add(work)
        self.changed.emit(work)

    def _refuse(self, work: int, failed: Failed, attempt: int) -> None:
        """Note a picture that cannot be shown; a fault of the machine is given a second attempt first."""
        if work in self._failed:
            return
        if failed.rule in FAULTS_OF_THE_MACHINE:
            if attempt == 0:
                self._attempts[work] = 1
                return
            self._faulty.add(work)
        self._failed.add(work)
        self._complain(_problem(failed, "picture", self._exhibition.works[work].id))

    def _keep(self, work: int, box: Size | None, made: Rendition) -> Shown:
        self._sizes[work] = (made.width, made.height)
        preview = Shown(PictureState.READY, made.preview)
        self._shown[work, None] = preview
        if box is not None:
            self._shown[work, box] = Shown(PictureState.READY, made.preview, made.screen)
        return self._shown[work, box]

    def _receive_sizes(self, measurements: Sequence[Measurement]) -> None:
        for measurement in measurements:
            self._unmeasured.discard(measurement.source)
            if isinstance(measurement, Measured):
                self._learn(measurement.source, (measurement.header.width, measurement.header.height))
        self.measured.emit()

    def _learn(self, source: Path, size: Size) -> None:
        for work in self._of_source.get(source, ()):
            self._sizes[work] = size
