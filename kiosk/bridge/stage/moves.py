"""How pages come."""

from __future__ import annotations

from enum import IntEnum


class Move(IntEnum):
    """How the next page comes: by cross-fade, gliding after a finger, or at once."""

    FADE = 0
    GLIDE = 1
    CUT = 2
