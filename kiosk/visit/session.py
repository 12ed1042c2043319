"""One visitor's time at the kiosk, and how all of it is undone for the next.

Times are seconds of the monotonic clock. Every function that takes `now` first catches up with what has fallen due, so
a session asked seldom (a busy machine, a suspended one) ends where a session asked often ends.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.visit.reading import USUAL_VOLUME, VOLUMES
from kiosk.visit.seeking import NOTHING_SOUGHT, Seeking, by_creator, close_keyboard, unfiltered

if TYPE_CHECKING:
    from collections.abc import Callable


class Screen(StrEnum):
    """What fills the screen."""

    ATTRACT = "attract"
    STAGE = "stage"
    WALL = "wall"
    CLOSER = "closer"


class TextSize(StrEnum):
    """How large labels are set."""

    NORMAL = "normal"
    LARGE = "large"
    LARGEST = "largest"


@dataclass(frozen=True, slots=True)
class Rules:
    """What every visitor starts from, and the times after which things are undone.

    Without use for `warn_after_s` the visitor is asked, and after `warn_for_s` without an answer sent home.
    `resume_after_s` after the last use a held or paused slideshow goes on. A finger down for `stuck_touch_s` no longer
    counts as use.
    """

    home_language: str = "en"
    languages: tuple[str, ...] = ("en",)
    warn_after_s: float = 75
    warn_for_s: float = 30
    resume_after_s: float = 45
    home_reduced_motion: bool = False
    home_high_contrast: bool = False
    home_volume: int = USUAL_VOLUME
    stuck_touch_s: float = 120


@dataclass(frozen=True, slots=True)
class Session:
    """Where a visitor is, what they chose, and when they last did something.

    `asked_at`: since when "Still there?" is on the screen. `themes`: ids in the order chosen, none for all works.
    `down_at`: since when a finger is down, the last one that came. `held`: the slideshow rests because the screen was
    used. `paused_at`: since when it rests because the visitor asked for it. `offering`: the card of the exhibition is
    offered in words, until the visitor goes on from where they came in; `about`: it is open. `listening`: labels are
    read aloud, at a `volume` of 1 to `VOLUMES`. `reading`: one is just being read; no time counts until that is over.
    `seeking`: how they want the works on the wall, and the stage, to be chosen. `chose_motion`, `chose_contrast`: these
    are the visitor's own wish, whatever others begin with. `led`: something else than a visitor has led here, and
    nobody has touched the screen since.
    """

    screen: Screen
    language: str
    touched_at: float
    reduced_motion: bool
    high_contrast: bool
    asked_at: float | None = None
    themes: tuple[str, ...] = ()
    text_size: TextSize = TextSize.NORMAL
    down_at: float | None = None
    held: bool = False
    paused_at: float | None = None
    offering: bool = True
    about: bool = False
    listening: bool = False
    volume: int = USUAL_VOLUME
    reading: bool = False
    seeking: Seeking = NOTHING_SOUGHT
    chose_motion: bool = False
    chose_contrast: bool = False
    led: bool = False

    @property
    def asking(self) -> bool:
        """Whether "Still there?" is on the screen."""
        return self.asked_at is not None

    @property
    def touching(self) -> bool:
        """Whether a finger is down."""
        return self.down_at is not None

    @property
    def paused(self) -> bool:
        """Whether the visitor paused the slideshow."""
        return self.paused_at is not None

    @property
    def advancing(self) -> bool:
        """Whether the slideshow goes on by itself."""
        resting = self.asking or self.held or self.paused or self.about or self.reading
        return self.screen is Screen.STAGE and not resting


def begin(rules: Rules, now: float) -> Session:
    """The attract screen, nothing chosen."""
    return Session(
        screen=Screen.ATTRACT,
        language=rules.home_language,
        touched_at=now,
        reduced_motion=rules.home_reduced_motion,
        high_contrast=rules.home_high_contrast,
        volume=rules.home_volume,
    )


def rehome(session: Session, rules: Rules) -> Session:
    """The session after visitors begin with other rules; what this one has chosen stays."""
    if not session.chose_motion:
        session = replace(session, reduced_motion=rules.home_reduced_motion)
    if not session.chose_contrast:
        session = replace(session, high_contrast=rules.home_high_contrast)
    return session


def tick(session: Session, rules: Rules, now: float) -> Session:
    """The session with everything that has fallen due by `now`: the pause over, the visitor asked, all reset."""
    while (due := _next(session, rules)) and due[0] <= now:
        session = due[1]
    return session


def next_deadline(session: Session, rules: Rules) -> float | None:
    """When `tick` next changes something; None when only a visitor can."""
    due = _next(session, rules)
    return due[0] if due else None


def seconds_left(session: Session, rules: Rules, now: float) -> float:
    """How long a visitor who was asked has for an answer, at most `warn_for_s`; all of that while nobody is asked."""
    return max(0.0, min(rules.warn_for_s, _home_at(session, rules) - now)) if session.asking else rules.warn_for_s


def use(session: Session, rules: Rules, now: float) -> Session:
    """Any use without a finger: the wheel, a step. Keeps the visitor's time, holds the slideshow, answers."""
    return replace(stay(session, rules, now), asked_at=None)


def stay(session: Session, rules: Rules, now: float) -> Session:
    """A key: like any use, but a visitor who is asked gets more time and may choose the answer with the next one."""
    return replace(tick(session, rules, now), touched_at=now, held=True, led=False)


def touch(session: Session, rules: Rules, now: float, down: bool, another: bool = False) -> Session:
    """A finger or button went down, moved (`down` again) or was lifted; `another` came down beside one that is.

    Lifting answers, so that what is touched to answer is not touched beneath the question. It keeps the visitor's time
    and does not hold the slideshow again, so that a button pressed to play plays.
    """
    session = tick(session, rules, now)
    if session.down_at is None or another:
        began = replace(stay(session, rules, now), down_at=now if down else None)
        return began if down else replace(began, asked_at=None)
    if down and now >= session.down_at + rules.stuck_touch_s:
        return session
    if down:
        return replace(session, touched_at=now)
    return replace(session, touched_at=now, asked_at=None, down_at=None)


def enter(session: Session, rules: Rules, now: float, screen: Screen) -> Session:
    """Go to a screen. Going to attract ends the visit."""
    if screen is Screen.ATTRACT:
        return begin(rules, now)
    session = use(session, rules, now)
    offering = session.offering and session.screen is Screen.ATTRACT and screen is Screen.STAGE
    return replace(session, screen=screen, offering=offering, about=False, seeking=close_keyboard(session.seeking))


def lead(session: Session) -> Session:
    """What nobody has touched the screen for has led here; in the attract loop there is nobody anyway."""
    return replace(session, led=session.screen is not Screen.ATTRACT)


def go_on(session: Session) -> Session:
    """Another work is on the stage than the one the visitor came in by."""
    return session if session.screen is Screen.ATTRACT else replace(session, offering=False)


def tell_about(session: Session, rules: Rules, now: float, on: bool) -> Session:
    """Open the card of the exhibition over the stage or the wall, or close it."""
    session = use(session, rules, now)
    there = session.screen in {Screen.STAGE, Screen.WALL}
    return replace(session, about=on and there, offering=session.offering and not there)


def look_closer(session: Session, rules: Rules, now: float, allowed: bool) -> Session:
    """From the stage to a closer look at its work, if the curator allows that; from elsewhere it is only a use."""
    session = use(session, rules, now)
    return replace(session, screen=Screen.CLOSER) if allowed and session.screen is Screen.STAGE else session


def ask(session: Session, rules: Rules, now: float) -> Session:
    """Ask at once whether the visitor is still there; on the attract screen there is none, and who listens is."""
    session = tick(session, rules, now)
    nobody_to_ask = session.screen is Screen.ATTRACT or session.asking or session.reading
    return session if nobody_to_ask else replace(session, asked_at=now)


def toggle_theme(session: Session, rules: Rules, now: float, theme: str) -> Session:
    """Choose a theme, or no longer."""
    session = use(session, rules, now)
    others = tuple(other for other in session.themes if other != theme)
    return replace(session, themes=(*others, theme) if len(others) == len(session.themes) else others)


def all_themes(session: Session, rules: Rules, now: float) -> Session:
    """Choose no theme, no creator, no words: all works."""
    session = use(session, rules, now)
    return replace(session, themes=(), seeking=unfiltered(session.seeking))


def seek(session: Session, rules: Rules, now: float, change: Callable[[Seeking], Seeking]) -> Session:
    """Want the works in another way: a change of what this visitor, and not the one before, has sought."""
    session = use(session, rules, now)
    return replace(session, seeking=change(session.seeking))


def wander(
    session: Session, rules: Rules, now: float, themes: tuple[str, ...] = (), creator: int | None = None
) -> Session:
    """To the wall of all works of a theme, or of a creator, whatever was chosen before."""
    session = enter(session, rules, now, Screen.WALL)
    return replace(session, themes=themes, seeking=by_creator(unfiltered(session.seeking), creator))


def speak(session: Session, rules: Rules, now: float, language: str) -> Session:
    """Read in `language`; one the exhibition does not have changes nothing."""
    session = use(session, rules, now)
    return replace(session, language=language) if language in rules.languages else session


def set_text_size(session: Session, rules: Rules, now: float, size: TextSize) -> Session:
    """Set the labels larger or smaller."""
    return replace(use(session, rules, now), text_size=size)


def set_high_contrast(session: Session, rules: Rules, now: float, on: bool) -> Session:
    """Turn the high-contrast wall on or off."""
    return replace(use(session, rules, now), high_contrast=on, chose_contrast=True)


def set_reduced_motion(session: Session, rules: Rules, now: float, on: bool) -> Session:
    """Replace motion by short fades, or no longer."""
    return replace(use(session, rules, now), reduced_motion=on, chose_motion=True)


def pause(session: Session, rules: Rules, now: float) -> Session:
    """Stop the slideshow until the visitor plays it or the pause expires."""
    session = use(session, rules, now)
    return session if session.paused else replace(session, paused_at=now)


def play(session: Session, rules: Rules, now: float) -> Session:
    """Let the slideshow go on at once."""
    return replace(use(session, rules, now), paused_at=None, held=False, reading=False)


def listen(session: Session, rules: Rules, now: float, on: bool) -> Session:
    """Have labels read aloud, or no longer."""
    return replace(use(session, rules, now), listening=on, reading=False)


def set_volume(session: Session, rules: Rules, now: float, volume: int) -> Session:
    """Have them read louder or softer, as far as that goes."""
    return replace(use(session, rules, now), volume=max(1, min(VOLUMES, volume)))


def begin_reading(session: Session, rules: Rules, now: float) -> Session:
    """A label is being read aloud: nobody is asked or sent home meanwhile, and the slideshow rests."""
    session = tick(session, rules, now)
    return replace(session, reading=True, asked_at=None) if session.listening else session


def end_reading(session: Session, rules: Rules, now: float, heard_out: bool) -> Session:
    """Nothing is read any more. Who listened to the end used the time, and the slideshow goes on by itself.

    It does not under a finger, which is just about to do something else.
    """
    session = tick(session, rules, now)
    if not session.reading:
        return session
    held = session.held and (session.touching or not heard_out)
    return replace(session, reading=False, touched_at=now, held=held)


def _next(session: Session, rules: Rules) -> tuple[float, Session] | None:
    """The next thing to fall due: when, and the session after it.

    None at home, the attract screen with nothing to undo, and while a label is read. Where something else than a
    visitor has led nobody is asked.
    """
    if session == begin(rules, session.touched_at) or session.reading:
        return None
    idle_from, home_at = _idle_from(session, rules), _home_at(session, rules)
    due = [(home_at, begin(rules, home_at))]
    if session.held or session.paused:
        due.append((idle_from + rules.resume_after_s, replace(session, held=False, paused_at=None)))
    if session.screen is not Screen.ATTRACT and not (session.asking or session.led):
        ask_at = idle_from + rules.warn_after_s
        due.append((ask_at, replace(session, asked_at=ask_at)))
    return min(due, key=lambda change: change[0])


def _idle_from(session: Session, rules: Rules) -> float:
    """The last use. A finger that is down counts for a while."""
    down_until = session.touched_at if session.down_at is None else session.down_at + rules.stuck_touch_s
    return max(session.touched_at, down_until)


def _home_at(session: Session, rules: Rules) -> float:
    """When the visit ends by itself: `warn_for_s` after the question, or after the last use since without an answer."""
    idle_from = _idle_from(session, rules)
    asked_at = idle_from + rules.warn_after_s if session.asked_at is None else session.asked_at
    return max(asked_at, idle_from) + rules.warn_for_s
