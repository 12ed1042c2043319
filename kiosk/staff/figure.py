"""A figure of accessibility, as it is told."""

from __future__ import annotations

import msgspec


class Figure(msgspec.Struct, frozen=True):
    """What it is of, the value in its unit, what is asked for, whether that is met, where, and the `ids` it answers.

    The ids are those of the requirements in `kiosk.staff.standards`, with spaces between them.
    """

    subject: str
    found: str
    goal: str
    met: bool
    where: str = ""
    ids: str = ""
