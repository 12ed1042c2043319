"""What the running program was seen to do for a visitor, and the figures that come of it. No Qt: a child tries it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from kiosk.staff.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable

ANSWER_S = 20.0
EXTENSIONS = 10
FADE_S = 0.3
WATCHED_S = 0.15
"""How much later than it is over a fade may be seen to be."""


class Conduct(msgspec.Struct, frozen=True, kw_only=True):
    """What came of trying things out.

    `answer_s`: seconds for an answer to "Still there?"; of `asked` times one tap kept all there was `extended` times;
    `alert`: a screen reader is told of the question. `dwell_margin_s`: how much longer than looking and reading takes
    the page stays that stays shortest for its words, in seconds. `pausable`: one tap stops the slideshow. With less
    motion a page that turns moved by `moved_px` and took `fade_s`. `missing_taps`: buttons that are missing beside
    gestures, as "screen: icon". `mirrored`: languages from right to left in which ways forward do not point left.
    `left_over`: what the next visitor found of the last.
    """

    answer_s: float
    extended: int
    asked: int
    alert: bool
    dwell_margin_s: float
    pausable: bool
    moved_px: float
    fade_s: float
    missing_taps: tuple[str, ...]
    right_to_left: tuple[str, ...]
    mirrored: tuple[str, ...]
    speech: bool
    silent_while_read: bool
    left_over: tuple[str, ...]


def conduct_figures(seen: Conduct) -> Iterable[Figure]:
    """Every figure of it, with its goal."""
    taps, left = seen.missing_taps, seen.left_over
    yield Figure(
        "gestures that are also one tap", f"{len(taps)} missing", "none missing", not taps, "; ".join(taps), ids="T4 T5"
    )
    yield Figure(
        "time to answer “Still there?”",
        f"{seen.answer_s:.0f} s",
        f"at least {ANSWER_S:g} s",
        seen.answer_s >= ANSWER_S - 0.5,
        ids="I1",
    )
    extended = f"{seen.extended} of {seen.asked} times by one tap"
    yield Figure("more time", extended, f"at least {EXTENSIONS} times", seen.extended >= EXTENSIONS, ids="I1 I2")
    alert = "seen and told to screen readers" if seen.alert else "only seen"
    yield Figure("“Still there?”", alert, "seen, and touched or heard", seen.alert, ids="I2")
    yield Figure(
        "time for each work",
        f"{seen.dwell_margin_s:+.1f} s beside 12 s, or 6 s and 0.3 s a word",
        "never less",
        seen.dwell_margin_s >= -0.05,
        ids="I5",
    )
    yield Figure(
        "stopping the slideshow",
        "by one tap" if seen.pausable else "not by one tap",
        "one tap",
        seen.pausable,
        ids="M1",
    )
    yield Figure(
        "a turned page with less motion",
        f"moves {seen.moved_px:.0f} px, {seen.fade_s:.2f} s",
        f"moves 0 px, at most {FADE_S:g} s",
        seen.moved_px < 1 and seen.fade_s <= FADE_S + WATCHED_S,
        ids="M3",
    )
    yield _speech(seen)
    yield Figure(
        "left over for the next visitor",
        ", ".join(left) or "nothing: volume, language, letters, wall, motion, themes",
        "nothing",
        not left,
        ids="A2 I1",
    )
    wrong = seen.mirrored
    told = ", ".join(seen.right_to_left) or "no such language here"
    yield Figure(
        "mirrored from right to left",
        f"{', '.join(wrong)} not" if wrong else told,
        "next is left of previous",
        not wrong,
        ids="L1",
    )


def _speech(seen: Conduct) -> Figure:
    if not seen.speech:
        found = "not offered: set speech.enabled, and see `kiosk doctor`"
        return Figure("labels read aloud", found, "where staff want it", met=True, ids="A1 A4")
    found = "offered; no time counts meanwhile" if seen.silent_while_read else "offered; time counts meanwhile"
    return Figure("labels read aloud", found, "nothing ends by itself", seen.silent_while_read, ids="A1 A4")
