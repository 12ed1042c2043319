"""Why a run of the show has ended, by its exit code, and in words for the log."""

from __future__ import annotations

from kiosk.staff import exits
from kiosk.supervising.budget import Why

REASONS = {
    exits.RENDERER: Why.RENDERER,
    exits.QUIT: Why.QUIT,
    exits.AGAIN: Why.AGAIN,
    exits.STUCK: Why.STUCK,
    exits.DISPLAY: Why.DISPLAY,
    exits.AFRESH: Why.AFRESH,
    exits.UNUSABLE: Why.USELESS,
    exits.ALREADY: Why.TAKEN,
    exits.FINE: Why.ENDED,
}
"""What an exit code says; any other is a crash."""
WORDS = {
    Why.CRASH: "crashed",
    Why.HANG: "hung",
    Why.RENDERER: "could not draw any more",
    Why.STUCK: "stood still at one picture",
    Why.ENDED: "ended",
    Why.USELESS: "could not begin",
}
