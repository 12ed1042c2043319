"""Carries out what the fleet asks of a kiosk, as a member of staff who stands before it would."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from kiosk.bridge.aside import aside
from kiosk.bridge.changes import SCREEN
from kiosk.bridge.relay import relayed
from kiosk.exhibition.problems import nearest
from kiosk.exhibition.text import UNTAGGED
from kiosk.fleet import commands as asked
from kiosk.fleet.commands import INTERRUPTING, Result
from kiosk.staff.bundles.refusal import BundleRefused
from kiosk.staff.bundles.signing import Signer
from kiosk.staff.inspection import to_nobody
from kiosk.visit.session import Screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from kiosk.bridge.gallery import Gallery
    from kiosk.bridge.staff.desk import Bundles, Desk, Reception

    Done = Callable[[Result, str], None]

PATIENCE_MS = 15_000
"""After so long an answer tells what is known by then."""
_LEADERS = (asked.Next, asked.Previous, asked.Show, asked.Theme, asked.Pause)
"""What a kiosk in step does with its leader, and not by itself."""
_BLACK = "it is black, but not off"
UNDETERMINED = "und"
"""The tag of words in no particular language (BCP 47)."""


class Acts(QObject):
    """Does what is `asked` of `reception` now; each calls `done` once. `heard`: the files have been read again.

    `in_step_with`: the name of the kiosk that this one goes in step with, empty for none.

    Whoever visits is not interrupted, unless that is forced: a screen that a command has led somewhere, and that
    nobody has touched since, is nobody's.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heard: SignalInstance | None = None
        self.in_step_with: Callable[[], str] = str
        self._visited = False
        self._resume = QTimer(self, singleShot=True, timerType=Qt.TimerType.CoarseTimer)
        self._resume.timeout.connect(self._go_on)
        self._paused: Gallery | None = None

    def carry_out(self, command: asked.AnyCommand, reception: Reception, done: Done) -> None:
        """Do it."""
        desk = reception.hung
        self._visited = desk is not None and desk.gallery.sitting.visited
        if self._visited and isinstance(command, INTERRUPTING) and not command.force:
            done(Result.REFUSED, "a visitor is using it")
            return
        if isinstance(command, _LEADERS) and (leader := self.in_step_with()):
            done(Result.REFUSED, f"it goes in step with {leader}: ask that one")
            return
        match command:
            case asked.Reload():
                self._reload(reception, done)
            case asked.Install(generation=generation):
                _Installing(reception, generation, done, self).begin()
            case asked.Restart():
                done(Result.DONE, "it starts again")
                reception.leave(again=True)
            case _ if desk is None:
                done(Result.REFUSED, "nothing is shown")
            case _:
                self._act(command, desk, done)

    def _act(self, command: asked.AnyCommand, desk: Desk, done: Done) -> None:
        gallery = desk.gallery
        match command:
            case asked.Light(on=on):
                self._light(desk, on, done)
                return
            case asked.Message():
                done(*_tell(gallery, command))
                return
            case _ if not gallery.receiving:
                done(Result.REFUSED, "it is closed")
                return
            case asked.Next() | asked.Previous():
                done(*self._step(gallery, onward=isinstance(command, asked.Next)))
            case asked.Show(work=work):
                done(*self._show(desk, work))
            case asked.Theme(theme=theme):
                done(*self._choose(gallery, theme))
            case asked.Pause(seconds=seconds):
                self._pause(gallery, seconds)
                done(Result.DONE, f"for {seconds:g} s at most")
            case _:
                self._go_on()
                self._rest(gallery, on=False)
                done(Result.DONE, "")

    def _lead(self, gallery: Gallery, go: Callable[[], object]) -> None:
        """Go somewhere, and on from there; nobody has touched the screen for it."""

        def act() -> None:
            go()
            gallery.sitting.rest(False)

        visited = self._visited
        gallery.changes.make(SCREEN, act if visited else lambda: gallery.sitting.lead(act))

    def _step(self, gallery: Gallery, *, onward: bool) -> tuple[Result, str]:
        if gallery.sitting.session.screen is Screen.ATTRACT:
            if not onward:
                return Result.REFUSED, "the inviting loop does not go back"
            return (Result.DONE, "") if gallery.loop.advance() else (Result.FAILED, "the next picture is not ready yet")
        if gallery.sitting.session.screen is not Screen.STAGE:
            self._lead(gallery, gallery.sitting.showStage)
        self._lead(gallery, gallery.show.next if onward else gallery.show.previous)
        return Result.DONE, ""

    def _show(self, desk: Desk, work: str) -> tuple[Result, str]:
        gallery, numbers = desk.gallery, desk.exhibition.index_by_id
        number = numbers.get(work)
        if number is None:
            return Result.REFUSED, f'there is no work "{work}".{nearest(work, numbers)}'
        if not gallery.has_on_show(number):
            return Result.REFUSED, "it is not on show today"

        def go() -> None:
            if number not in gallery.show.playlist.works:
                gallery.choose("")
            gallery.explore(number)

        self._lead(gallery, go)
        return Result.DONE, ""

    def _choose(self, gallery: Gallery, theme: str) -> tuple[Result, str]:
        if theme and theme not in gallery.theme_ids:
            return Result.REFUSED, f'there is no theme "{theme}".{nearest(theme, gallery.theme_ids)}'

        def go() -> None:
            if gallery.sitting.session.themes != ((theme,) if theme else ()):
                gallery.choose("")
                if theme:
                    gallery.choose(theme)
            gallery.explore(-1)

        self._lead(gallery, go)
        return Result.DONE, ""

    def _pause(self, gallery: Gallery, seconds: float) -> None:
        self._paused = gallery
        self._resume.start(round(1000 * seconds))
        self._rest(gallery, on=True)

    @Slot()
    def _go_on(self) -> None:
        """A pause is over; one that a visitor has come into was over then."""
        self._resume.stop()
        paused, self._paused = self._paused, None
        if paused:
            paused.loop.hold(False)
            if paused.sitting.session.led and paused.sitting.session.paused:
                paused.sitting.lead(partial(paused.sitting.rest, False))

    def _rest(self, gallery: Gallery, *, on: bool) -> None:
        if gallery.sitting.session.screen is Screen.ATTRACT:
            gallery.loop.hold(on)
        else:
            rest = partial(gallery.sitting.rest, on)
            if self._visited:
                rest()
            else:
                gallery.sitting.lead(rest)

    def _reload(self, reception: Reception, done: Done) -> None:
        if self.heard is None:
            reception.reload()
            done(Result.DONE, "")
            return
        waiting = _Waiting(done, (Result.DONE, "it is still reading"), self)
        self.heard.connect(waiting.done, Qt.ConnectionType.SingleShotConnection)
        reception.reload()

    def _light(self, desk: Desk, on: bool, done: Done) -> None:
        waiting = _Waiting(done, (Result.DONE, "the screen has not answered yet"), self)

        def come(_wanted: bool, why: str) -> None:
            if on and why and not desk.lit:
                waiting.answer(Result.FAILED, f"it does not come on: {why}")
            else:
                waiting.answer(Result.DONE, f"{_BLACK}: {why}" if why and not on else "")

        if not desk.turn_screen(on, come):
            waiting.answer(Result.DONE, _BLACK if not on and desk.lit else "")


def _tell(gallery: Gallery, command: asked.Message) -> tuple[Result, str]:
    if command.closes_in_min is not None:
        gallery.board.tell_closing(command.closes_in_min, command.seconds)
    elif command.words:
        words = {UNTAGGED if tag == UNDETERMINED else tag: told for tag, told in command.words.items()}
        gallery.board.tell(words, command.seconds)
    else:
        gallery.board.take_away()
    return Result.DONE, "" if gallery.receiving else "it is closed: nobody sees it"


class _Waiting(QObject):
    """Answers once: when something has come, or `late` without it."""

    def __init__(self, done: Done, late: tuple[Result, str], parent: QObject) -> None:
        super().__init__(parent)
        self._done: Done | None = done
        self._late = late
        QTimer.singleShot(PATIENCE_MS, self, self._give_up)

    @Slot()
    def done(self) -> None:
        """It has been done."""
        self.answer(Result.DONE, "")

    def answer(self, result: Result, words: str) -> None:
        """That has come of it."""
        done, self._done = self._done, None
        if done:
            done(result, words)
            self.deleteLater()

    @Slot()
    def _give_up(self) -> None:
        self.answer(*self._late)


class _Installing(QObject):
    """Installs a bundle on a thread of its own."""

    _installed = Signal(str, str)

    def __init__(self, reception: Reception, generation: int, done: Done, parent: QObject) -> None:
        super().__init__(parent)
        self._bundles = reception.bundles
        self._generation = generation
        self._follows = reception.follows_installs
        self._done: Done | None = done
        self._installed.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Do it, and answer."""
        aside(self, self._work, name="fleet-install")

    def _work(self) -> None:
        tell = relayed(self._installed.emit)
        try:
            tell(*install(self._bundles, self._generation))
        except BundleRefused as refused:
            tell(Result.FAILED, refused.problem.message)

    @Slot(str, str)
    def _hear(self, result: str, words: str) -> None:
        if result == Result.DONE and not self._follows:
            words = "it is installed; config.yaml names another exhibition to show"
        done, self._done = self._done, None  # whoever asked may go with it, and not while this is being destroyed
        if done:
            done(Result(result), words)
        self.deleteLater()


def install(bundles: Bundles, generation: int) -> tuple[Result, str]:
    """Install the bundle of a generation that is signed for this kiosk, also an older one: that is what is asked for.

    Raises BundleRefused. May take long.
    """
    at_hand = bundles.look(generation)
    if at_hand.installed and at_hand.installed.generation == generation:
        return Result.DONE, "it was installed before"
    signed = next((offer for offer in at_hand.wanted if offer.signer is Signer.OURS), None)
    if signed:
        bundles.install(signed, to_nobody, older=True)
        return Result.DONE, ""
    if at_hand.wanted:
        return Result.REFUSED, "its bundle is not signed with the key of this kiosk"
    there = ", ".join(str(offer.bundle.generation) for offer in at_hand.offers) or "none"
    why = f"; {at_hand.problems[-1]}" if at_hand.problems else ""
    return Result.REFUSED, f"no bundle of generation {generation} is here; newer ones that are: {there}{why}"
