"""What the running program does for a visitor, tried out one thing after the other."""

from __future__ import annotations

import time
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, QMetaObject
from PySide6.QtGui import QAccessible

from kiosk.bridge.touring.items import kind_of, place_of, seen
from kiosk.exhibition.label import LabelLine, Role, word_count
from kiosk.exhibition.text import is_right_to_left
from kiosk.staff.conduct import Conduct
from kiosk.visit.dwell import dwell_s
from kiosk.visit.session import Rules, Screen, next_deadline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickItem

    from kiosk.bridge.gallery import Gallery
    from kiosk.bridge.touring.sight import Sight

TIMES_ASKED = 12
"""How often a visitor is asked and stays; WCAG 2.2, 2.2.1 wants ten times."""
MOST_WORKS = 24
"""Of which the time on the stage is looked at."""
TAPS = {Screen.STAGE: ("previous", "next", "closer", "wall"), Screen.CLOSER: ("plus", "minus", "whole")}
"""The icons of the buttons that do what swipes, pinches and double taps do."""
WATCH_S = 1.5
VOICE_S = 10.0
"""The longest wait for the speech service."""


class Trial:
    """Tries out a gallery through which a tour leads. The exhibition has these `languages`; labels may be `spoken`."""

    def __init__(self, sight: Sight, gallery: Gallery, languages: tuple[str, ...], *, spoken: bool) -> None:
        self._sight = sight
        self._gallery = gallery
        self._sitting = gallery.sitting
        self._languages = languages
        self._speaks = spoken

    def run(self) -> Conduct:
        """All of it; the visit is over afterwards."""
        answer_s, extended, alert = self._question()
        moved, fade_s = self._turn_with_less_motion()
        from_right = tuple(filter(is_right_to_left, self._languages))
        speech, resting = self._read_aloud()
        return Conduct(
            answer_s=answer_s,
            extended=extended,
            asked=TIMES_ASKED,
            alert=alert,
            dwell_margin_s=self._dwell_margin(),
            pausable=self._pausable(),
            moved_px=moved,
            fade_s=fade_s,
            missing_taps=tuple(self._missing_taps()),
            right_to_left=from_right,
            mirrored=tuple(language for language in from_right if not self._mirrors(language)),
            speech=speech,
            silent_while_read=resting,
            left_over=self._left_over(),
        )

    def _to_stage(self) -> None:
        self._sitting.go_home()
        self._gallery.explore(self._gallery.show.playlist.current)
        self._sight.still()

    def _question(self) -> tuple[float, int, bool]:
        """Seconds for an answer, how often one tap brought all of the time back, and whether it is an alert."""
        self._to_stage()
        answer_s, extended = float("inf"), 0
        self._sitting.ask()
        self._sight.still()
        alert = any(_role(item) is QAccessible.Role.AlertMessage for item in seen(self._sight.window.contentItem()))
        for _ in range(TIMES_ASKED):
            self._sitting.ask()
            answer_s = min(answer_s, self._sitting.secondsLeft())
            self._sitting.keepLooking()
            session = self._sitting.session
            extended += session.screen is Screen.STAGE and not session.asking
        return answer_s, extended, alert

    def _dwell_margin(self) -> float:
        """The least that a page stays longer than looking at it and reading takes."""
        self._to_stage()
        show: Any = self._gallery.show
        least = float("inf")
        for work in show.playlist.order[:MOST_WORKS]:
            self._gallery.explore(work)
            slide = show.current
            lines = [*slide.label, *(slide.second.label if slide.paired else ())]
            told = [LabelLine(Role.DESCRIPTION, line["words"], "") for line in lines]
            least = min(least, show.dwellSeconds - dwell_s(word_count(told)))
        return least

    def _pausable(self) -> bool:
        """Whether the button stops a slideshow that goes on."""
        self._to_stage()
        turnable: Any = self._gallery.show.turnable
        if not turnable:
            return True
        if not self._sitting.session.advancing:
            self._tap("play")
        going = self._sitting.session.advancing
        self._tap("pause")
        return going and not self._sitting.session.advancing

    def _tap(self, icon: str) -> None:
        """Press a button as a screen reader does."""
        self._sight.still()
        for item in self._buttons(icon):
            self._sitting.used()
            QMetaObject.invokeMethod(item, "triggered")

    def _buttons(self, icon: str) -> Iterator[QQuickItem]:
        buttons = (item for item in seen(self._sight.window.contentItem()) if kind_of(item) == "IconButton")
        return (item for item in buttons if item.property("icon") == icon)

    def _turn_with_less_motion(self) -> tuple[float, float]:
        """How far, in pixels, what is on the stage moves while a page turns, and how long that takes, in seconds."""
        self._to_stage()
        if not self._sitting.session.reduced_motion:
            self._sitting.toggleMotion()
        self._sight.still()
        before = self._pages()
        begun, moved, ended = time.monotonic(), 0.0, 0.0
        self._gallery.show.next()
        while (now := time.monotonic() - begun) < WATCH_S:
            self._sight.application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            for page, place in self._pages().items():
                moved = max(moved, abs(place - before.get(page, place)))
            if not self._sight.window.property("settled"):
                ended = now
        return moved, ended

    def _pages(self) -> dict[int, float]:
        """Where the pages that are seen stand, by what they are."""
        pages = (item for item in seen(self._sight.window.contentItem()) if kind_of(item) == "StagePage")
        return {id(page): place_of(page).x() for page in pages}

    def _missing_taps(self) -> Iterator[str]:
        self._to_stage()
        for screen, icons in TAPS.items():
            if screen is Screen.CLOSER:
                self._gallery.lookCloser(0, 0, self._sight.window.width())
                self._sight.still()
            if self._sitting.session.screen is screen:
                yield from (f"{screen}: {icon}" for icon in icons if not any(self._buttons(icon)))

    def _mirrors(self, language: str) -> bool:
        """Whether the button for the next work is on the left of the one for the work before, and points there."""
        self._to_stage()
        self._sitting.speak(language)
        self._sight.still()
        after, before = (list(self._buttons(icon)) for icon in ("next", "previous"))
        if not after or not before:
            return False
        left = place_of(after[0]).x() < place_of(before[0]).x()
        return left and all(item.property("mirrored") for item in (*after, *before))

    def _read_aloud(self) -> tuple[bool, bool]:
        """Whether labels can be read aloud, and whether nothing falls due while one is."""
        self._to_stage()
        if not (self._speaks and self._sight.until(lambda: bool(self._gallery.reader.offered), VOICE_S)):
            return False, True
        self._gallery.reader.toggle()
        session = self._sitting.session
        resting = session.reading and not session.advancing and next_deadline(session, Rules()) is None
        self._gallery.reader.toggle()
        return True, resting

    def _left_over(self) -> tuple[str, ...]:
        """What a visitor who has changed everything leaves to the next one."""
        sitting = self._sitting
        sitting.go_home()
        home = sitting.session
        self._to_stage()
        sitting.set_volume(sitting.session.volume + 1)
        for act in (sitting.nextTextSize, sitting.toggleContrast, sitting.toggleMotion, sitting.togglePlaying):
            act()
        sitting.speak(self._languages[-1])
        for theme in self._gallery.theme_ids[:1]:
            self._gallery.choose(theme)
        sitting.go_home()
        left = replace(sitting.session, touched_at=home.touched_at)
        return tuple(field.name for field in fields(home) if getattr(left, field.name) != getattr(home, field.name))


def _role(item: QQuickItem) -> QAccessible.Role:
    access: Any = QAccessible.queryAccessibleInterface(item)
    return access.role() if access is not None else QAccessible.Role.NoRole
