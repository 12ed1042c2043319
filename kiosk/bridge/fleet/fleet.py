"""This kiosk in its fleet: tells how it does, and hears what it is to do. Made only where there is a broker."""

from __future__ import annotations

import logging
import platform
from datetime import UTC, datetime
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from kiosk import __version__
from kiosk.bridge.aside import TRY_AGAIN_MS, aside
from kiosk.bridge.fleet.acts import Acts
from kiosk.bridge.fleet.state import Known, Measured, state_of
from kiosk.bridge.relay import relayed
from kiosk.exhibition.installed import read_pointer
from kiosk.exhibition.places import cache_folder, content_folder, state_folder
from kiosk.exhibition.threads import begin
from kiosk.fleet.commands import Reply, Result, name_of
from kiosk.fleet.discovery import discovery, discovery_topic
from kiosk.fleet.link import Identity, Link
from kiosk.fleet.state import MOST_SIGNS, Trouble, short, with_trouble
from kiosk.fleet.topics import Root, name_from
from kiosk.staff.bundles.arrival import Arrival
from kiosk.staff.health import free_bytes, resident_bytes
from kiosk.supervising.record import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from kiosk.bridge.fleet.follower import Follower
    from kiosk.bridge.fleet.leader import Leader
    from kiosk.bridge.gallery import Gallery
    from kiosk.bridge.staff.desk import Reception
    from kiosk.exhibition.config import Config
    from kiosk.exhibition.config_fleet import Fleet as Settings
    from kiosk.fleet.commands import AnyCommand

SOON_MS = 200
"""What changes together is told together."""
MEASURE_MS = 60_000
FIRST_MS = 1500
"""The show begins undisturbed."""

_log = logging.getLogger("kiosk")


class Fleet(QObject):
    """Follows what is shown from `follow` on, until `close`. The network is on threads of its own."""

    _heard = Signal(object)
    _measured = Signal(object)
    _arrived = Signal(object)
    _noticed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        kiosk = settings.name or name_from(platform.node())
        root, groups = Root(settings.topic), tuple(settings.groups)
        obeys = settings.commands and settings.is_known
        prefix = settings.home_assistant
        told = (
            (discovery_topic(prefix, root, kiosk), discovery(root, kiosk, __version__, commands=obeys))
            if prefix
            else None
        )
        self._known = Known(kiosk, groups, datetime.now(UTC).isoformat(timespec="seconds"), obeys)
        self._figures = Measured()
        self._arrival = Arrival()
        identity, noticed = Identity(root, kiosk, groups, told), relayed(self._noticed.emit)
        self._leader, self._follower = _in_step(settings, root, kiosk, self)
        beside = self._leader.leading if self._leader else self._follower.hearing if self._follower else None
        self._link = Link(settings, identity, relayed(self._heard.emit), state_folder(), noticed=noticed, beside=beside)
        if self._leader:
            self._leader.leading.wake = self._link.wake
        if self._follower:
            self._follower.changed.connect(self._note)
        self._doubled_since = ""
        self._over = False
        self._acts = Acts(self)
        if self._follower:
            self._acts.in_step_with = self._follower.in_step_with
        self._reception: Reception | None = None
        self._gallery: Gallery | None = None
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._measured.connect(self._note_figures, Qt.ConnectionType.QueuedConnection)
        self._arrived.connect(self._note_arrival, Qt.ConnectionType.QueuedConnection)
        self._noticed.connect(self._note_name, Qt.ConnectionType.QueuedConnection)
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._tell)
        self._measure = QTimer(self, interval=MEASURE_MS, timerType=Qt.TimerType.VeryCoarseTimer)
        self._measure.timeout.connect(self._look)

    def follow(
        self, reception: Reception, hung: SignalInstance | None = None, heard: SignalInstance | None = None
    ) -> None:
        """Tell of this from now on. `hung`: it shows something else; `heard`: its files have been read again."""
        if not self._measure.isActive():
            self._measure.start()
            QTimer.singleShot(FIRST_MS, self, self._start)
        self._reception = reception
        self._acts.heard = heard
        if hung:
            hung.connect(self._follow_gallery)
        self._follow_gallery()

    def note_arrival(self, arrival: Arrival) -> None:
        """How it stands with the next bundle. On any thread."""
        relayed(self._arrived.emit)(arrival)

    def leave(self) -> None:
        """What was followed is over."""
        self._reception = self._gallery = None
        self._keep_step()

    def close(self) -> None:
        """The show is over."""
        self._over = True
        self._soon.stop()
        self._measure.stop()
        if self._link.is_alive():
            self._link.close()

    @Slot()
    def _start(self) -> None:
        self._look()
        self._join()

    @Slot()
    def _join(self) -> None:
        if not self._over and not begin(self._link):
            QTimer.singleShot(TRY_AGAIN_MS, self, self._join)

    @Slot()
    def _follow_gallery(self) -> None:
        desk = self._reception.hung if self._reception else None
        gallery = desk.gallery if desk else None
        if gallery and gallery is not self._gallery:
            for signal in (
                gallery.sitting.changed,
                gallery.show.moved,
                gallery.loop.frontChanged,
                gallery.loop.opened,
                gallery.entrance.changed,
            ):
                signal.connect(self._note)
        self._gallery = gallery
        self._keep_step()
        self._note()

    def _keep_step(self) -> None:
        if end := self._leader or self._follower:
            end.follow(self._reception)

    @Slot()
    def _note(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _tell(self) -> None:
        if self._reception is None:
            return
        state = state_of(self._reception, self._known, self._figures, self._arrival)
        if self._leader or self._follower:
            following = self._follower.told if self._follower else None
            state = replace(state, leads=self._leader is not None, following=following)
        if self._doubled_since:
            words = f"another kiosk calls itself {self._known.kiosk}, too: give each its own fleet.name"
            state = with_trouble(state, Trouble("fleet-name", words, self._doubled_since))
        self._link.tell(state)

    @Slot()
    def _note_name(self) -> None:
        """Another kiosk speaks under the same name, or does not any more."""
        self._doubled_since = datetime.now(UTC).isoformat(timespec="seconds") if self._link.doubled else ""
        self._tell()

    @Slot()
    def _look(self) -> None:
        """Disks may hang."""
        aside(self, _measure, relayed(self._measured.emit), name="fleet-figures")

    @Slot(object)
    def _note_figures(self, figures: Measured) -> None:
        self._figures = figures
        self._tell()

    @Slot(object)
    def _note_arrival(self, arrival: Arrival) -> None:
        self._arrival = arrival
        self._tell()
        self._look()

    @Slot(object)
    def _hear(self, command: AnyCommand) -> None:
        done = partial(self._answer, command)
        if self._reception is None:
            done(Result.REFUSED, "it is about to begin or to end")
            return
        try:
            self._acts.carry_out(command, self._reception, done)
        except Exception as error:  # noqa: BLE001 - whatever a command does: the show goes on
            _log.exception("unexpected error while a command of the fleet was carried out")
            done(Result.FAILED, f"unexpected error: {type(error).__name__}")

    def _answer(self, command: AnyCommand, result: Result, words: str) -> None:
        _log.info("the fleet asked for %s: %s%s", name_of(command), result, f", {words}" if words else "")
        self._link.reply(
            Reply(id=command.id, kiosk=self._known.kiosk, result=result, words=short(words, 2 * MOST_SIGNS))
        )
        self._note()


def _in_step(settings: Settings, root: Root, kiosk: str, parent: QObject) -> tuple[Leader | None, Follower | None]:
    """What tells others what is shown, or shows what another does, where staff want either."""
    if settings.leads:
        from kiosk.bridge.fleet.leader import Leader  # noqa: PLC0415 - where that is wanted
        from kiosk.fleet.in_step import Leading  # noqa: PLC0415

        return Leader(Leading(root, kiosk), parent=parent), None
    if settings.follow is None:
        return None, None
    if settings.follow == kiosk:
        _log.warning("this kiosk is called %s itself, and follows nobody: see fleet.follow in config.yaml", kiosk)
        return None, None
    from kiosk.bridge.fleet.follower import Follower  # noqa: PLC0415 - where that is wanted

    return None, Follower(root, kiosk, settings, parent=parent)


def _measure(tell: Callable[[Measured], None]) -> None:
    tell(Measured(free_bytes(cache_folder()), resident_bytes(), read(state_folder()).restarts, _left()))


def _left() -> int | None:
    """The generation that staff went back from."""
    pointer = read_pointer(content_folder())
    return int(pointer.left.partition("-")[0]) if pointer and pointer.left else None


def fleet_of(config: Config) -> Fleet | None:
    """This kiosk in its fleet; None where staff do not want that, or cannot have it."""
    if config.fleet.broker is None:
        return None
    if find_spec("paho") is None:
        remedy = "Install it, or leave fleet.broker in config.yaml empty."
        _log.warning("this kiosk joins no fleet: the extra fleet is not installed. %s", remedy)
        return None
    return Fleet(config.fleet)
