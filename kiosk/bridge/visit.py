"""The visitor's session for QML: which screen, which language, which themes; and the timer that brings it home."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEnum, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.changes import COLOURS, SCREEN, Changes
from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python
from kiosk.bridge.tempo import Timer
from kiosk.exhibition.text import is_right_to_left
from kiosk.visit import session as visiting
from kiosk.visit.handover import handed_over
from kiosk.visit.session import TextSize

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.bridge.changes import Change
    from kiosk.visit.handover import Left, Offered
    from kiosk.visit.seeking import Seeking
    from kiosk.visit.session import Rules, Session

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "Screen", "Visit"]


class Screen(IntEnum):
    """The screens, as QML knows them."""

    ATTRACT = 0
    STAGE = 1
    WALL = 2
    CLOSER = 3


SCREENS = {
    visiting.Screen.ATTRACT: Screen.ATTRACT,
    visiting.Screen.STAGE: Screen.STAGE,
    visiting.Screen.WALL: Screen.WALL,
    visiting.Screen.CLOSER: Screen.CLOSER,
}


def _seen(session: Session) -> Session:
    """What can be seen of a session: everything but when it was touched."""
    return replace(session, touched_at=0, down_at=None)


@QmlElement
@made_in_python
class Visit(QObject):
    """One visitor's time. `now` is a monotonic clock in seconds; `changed` says that something visible is new.

    What QML asks for and what would change the whole screen goes by `changes`; what Python asks for is done at once.
    """

    QEnum(Screen)

    changed = Signal()
    ended = Signal(bool)
    """A visit is over: nobody was there any more (True), or somebody said so. Comes before `changed`."""

    def __init__(self, rules: Rules, now: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rules = rules
        self._high_contrast_set = rules.home_high_contrast
        self._now = now
        self._session = visiting.begin(rules, now())
        self._was_playing = True
        self._leading = False
        self.changes = Changes(parent=self)
        self._deadline = Timer(self, singleShot=True, timerType=Qt.TimerType.CoarseTimer)
        self._deadline.timeout.connect(self._tick)

    @property
    def session(self) -> Session:
        """What the visitor is doing now."""
        return self._session

    @Slot(bool)
    def touched(self, down: bool, another: bool = False) -> None:
        """A finger or mouse button went down, moved, or was lifted (`down` False); `another`: beside one that is."""
        if self._session.screen is visiting.Screen.ATTRACT:
            return
        if down and not self._session.touching:
            self._was_playing = self._session.advancing
        self._become(visiting.touch(self._session, self._rules, self._now(), down, another))

    @Slot()
    def joined(self) -> None:
        """Another finger came down beside one that is down."""
        self.touched(down=True, another=True)

    @Slot()
    def used(self) -> None:
        """The wheel, a gesture on a touchpad, or a screen reader's wish."""
        self._use(visiting.use)

    @Slot()
    def keyed(self) -> None:
        """A key."""
        self._use(visiting.stay)

    def _use(self, how: Callable[[Session, Rules, float], Session]) -> None:
        if self._session.screen is not visiting.Screen.ATTRACT:
            self._was_playing = self._session.advancing
            self._become(how(self._session, self._rules, self._now()))

    def enter(self, screen: visiting.Screen) -> None:
        """Go to another screen."""
        self._become(visiting.enter(self._session, self._rules, self._now(), screen))

    def look_closer(self, allowed: bool) -> None:
        """From the stage to a closer look at its work, if the curator allows that."""
        self._become(visiting.look_closer(self._session, self._rules, self._now(), allowed))

    def go_home(self) -> None:
        """End this visit: the attract loop, everything undone."""
        self.enter(visiting.Screen.ATTRACT)

    def listen(self, on: bool) -> None:
        """Have labels read aloud, or no longer."""
        self._become(visiting.listen(self._session, self._rules, self._now(), on))

    def set_volume(self, volume: int) -> None:
        """Have them read louder or softer."""
        self._become(visiting.set_volume(self._session, self._rules, self._now(), volume))

    def read(self, on: bool, heard_out: bool = False) -> None:
        """A label is being read aloud; or no longer, because it was heard out or broken off."""
        if on:
            self._become(visiting.begin_reading(self._session, self._rules, self._now()))
        else:
            self._become(visiting.end_reading(self._session, self._rules, self._now(), heard_out))

    def go_on(self) -> None:
        """Another work is on the stage."""
        self._become(visiting.go_on(self._session))

    def ask(self) -> None:
        """Ask whether the visitor is still there, as if they had done nothing for long enough."""
        self._become(visiting.ask(self._session, self._rules, self._now()))

    def choose(self, theme: str) -> None:
        """Choose a theme, or no longer; the empty name chooses all works."""
        if theme:
            self._become(visiting.toggle_theme(self._session, self._rules, self._now(), theme))
        else:
            self._become(visiting.all_themes(self._session, self._rules, self._now()))

    def rest(self, on: bool) -> None:
        """Pause the slideshow, or let it go on, as a visitor would."""
        change = visiting.pause if on else visiting.play
        self._become(change(self._session, self._rules, self._now()))
        self._was_playing = self._session.advancing

    @property
    def visited(self) -> bool:
        """Whether it is a visitor's doing that this is on the screen."""
        return self._session.screen is not visiting.Screen.ATTRACT and not self._session.led

    def lead(self, act: Callable[[], object]) -> None:
        """Do what no visitor has asked for: what comes of it is nobody's, until somebody touches the screen."""
        self._leading = True
        try:
            act()
        finally:
            self._leading = False

    def take_back(self, session: Session) -> None:
        """Be as it was: what was done since then was no visitor's doing."""
        self._become(session)

    def succeed(self, before: Visit, left_of: Left, offered: Offered) -> None:
        """Go on with the visit of an exhibition that this one takes the place of: see `handed_over`."""
        self._was_playing = before._was_playing
        self._become(handed_over(before.session, self._rules, left_of, self._now(), offered))

    @Slot(bool)
    def reduce_at_home(self, reduced_motion: bool) -> None:
        """Whether visitors begin with less motion. One who has not chosen otherwise yet has it from now on, too."""
        self._begin_with(replace(self._rules, home_reduced_motion=reduced_motion))

    @Slot(bool)
    def contrast_at_home(self, high: bool) -> None:
        """Whether visitors begin on the high-contrast wall; where staff have set it, they do."""
        self._begin_with(replace(self._rules, home_high_contrast=high or self._high_contrast_set))

    def _begin_with(self, rules: Rules) -> None:
        self._rules = rules
        self._become(visiting.rehome(self._session, rules))

    def seek(self, change: Callable[[Seeking], Seeking]) -> None:
        """Want the works in another way."""
        self._become(visiting.seek(self._session, self._rules, self._now(), change))

    def wander(self, themes: tuple[str, ...] = (), creator: int | None = None) -> None:
        """To the wall of all works of a theme, or of a creator."""
        self._ask_for(SCREEN, partial(visiting.wander, themes=themes, creator=creator))

    def _ask_for(self, change: Change, become: Callable[[Session, Rules, float], Session]) -> None:
        def act() -> None:
            self._become(become(self._session, self._rules, self._now()))

        same = _seen(become(self._session, self._rules, self._now())) == _seen(self._session)
        if same and not self.changes.waiting:  # what waits may lead away from it
            act()
        else:
            self.changes.make(change, act)

    def _become(self, session: Session) -> None:
        session = visiting.lead(session) if self._leading else session
        news = _seen(session) != _seen(self._session)
        before, self._session = self._session, session
        due = visiting.next_deadline(session, self._rules)
        if due is None:
            self._deadline.stop()
        else:
            self._deadline.start(max(0, round(1000 * (due - self._now())) + 1))
        if session.screen is visiting.Screen.ATTRACT is not before.screen:
            self.changes.drop()
            self.ended.emit(visiting.tick(before, self._rules, self._now()).screen is visiting.Screen.ATTRACT)
        if news:
            self.changed.emit()

    @Slot()
    def _tick(self) -> None:
        self._become(visiting.tick(self._session, self._rules, self._now()))
        if not self._session.touching:
            self._was_playing = self._session.advancing

    @Property(int, notify=changed)
    def screen(self) -> int:
        return SCREENS[self._session.screen]

    @Property(bool, notify=changed)
    def asking(self) -> bool:
        return self._session.asking

    @Property(float, constant=True)
    def secondsToAnswer(self) -> float:
        return self._rules.warn_for_s

    @Property(str, notify=changed)
    def language(self) -> str:
        return self._session.language

    @Property(bool, notify=changed)
    def rightToLeft(self) -> bool:
        return is_right_to_left(self._session.language)

    @Property(bool, notify=changed)
    def playing(self) -> bool:
        return self._session.advancing

    @Property(int, notify=changed)
    def textSize(self) -> int:
        return list(TextSize).index(self._session.text_size)

    @Property(bool, notify=changed)
    def offering(self) -> bool:
        return self._session.offering

    @Property(bool, notify=changed)
    def about(self) -> bool:
        return self._session.about

    @Property(bool, notify=changed)
    def highContrast(self) -> bool:
        return self._session.high_contrast

    @Property(bool, notify=changed)
    def reducedMotion(self) -> bool:
        return self._session.reduced_motion

    @Slot(result=float)
    def secondsLeft(self) -> float:
        """How long a visitor who was asked still has for an answer."""
        return visiting.seconds_left(self._session, self._rules, self._now())

    @Slot()
    def keepLooking(self) -> None:
        """The answer that keeps everything as it is."""
        self._become(visiting.use(self._session, self._rules, self._now()))

    @Slot()
    def startAgain(self) -> None:
        """The answer that ends this visit."""
        self._go(visiting.Screen.ATTRACT)

    @Slot()
    def showWall(self) -> None:
        self._go(visiting.Screen.WALL)

    @Slot()
    def showStage(self) -> None:
        self._go(visiting.Screen.STAGE)

    def _go(self, screen: visiting.Screen) -> None:
        self._ask_for(SCREEN, partial(visiting.enter, screen=screen))

    @Slot(str)
    def speak(self, language: str) -> None:
        self._ask_for(COLOURS, partial(visiting.speak, language=language))

    @Slot(bool)
    def tellAbout(self, on: bool) -> None:
        """Open the card of the exhibition, or close it."""
        self._ask_for(SCREEN, partial(visiting.tell_about, on=on))

    @Slot()
    def togglePlaying(self) -> None:
        """Pause if the slideshow was running before the finger that asks for this came down, else play."""
        self.rest(self._was_playing)

    @Slot(int)
    def setTextSize(self, size: int) -> None:
        """One of the three text sizes, from 0."""
        chosen = list(TextSize)[size]
        self._become(visiting.set_text_size(self._session, self._rules, self._now(), chosen))

    @Slot()
    def nextTextSize(self) -> None:
        sizes = list(TextSize)
        following = sizes[(sizes.index(self._session.text_size) + 1) % len(sizes)]
        self._become(visiting.set_text_size(self._session, self._rules, self._now(), following))

    @Slot()
    def toggleContrast(self) -> None:
        on = not self._session.high_contrast
        self._become(visiting.set_high_contrast(self._session, self._rules, self._now(), on))

    @Slot()
    def toggleMotion(self) -> None:
        on = not self._session.reduced_motion
        self._become(visiting.set_reduced_motion(self._session, self._rules, self._now(), on))
