"""Whether pictures have the pixels for a screen, whole and looked at closer."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kiosk.exhibition.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kiosk.exhibition.findings import Findings
    from kiosk.exhibition.model import Exhibition
    from kiosk.pictures.orders import Box, Header

SOFT = 1.25
"""Times that a picture can be enlarged before most people see that it is soft."""
LEAST_DETAIL = 1 / 3
"""The share of a screen's side that a detail fills at least in its own pixels, which is as near as visitors come."""


def note_sharpness(
    exhibition: Exhibition,
    shown: Mapping[Path, Header],
    screen: Box,
    findings: Findings,
    places: Mapping[str, int],
) -> None:
    """Note each picture that is too small for the `screen`, whole or in one of its details."""
    across = f"a screen of {screen[0]} × {screen[1]}"
    for work in exhibition.works:
        header = shown.get(work.picture) if work.picture else None
        if header is None:
            continue
        path = ("works", places.get(work.id, 0))
        size = header.width, header.height
        if (times := enlarged(size, screen)) > SOFT:
            message = (
                f"The picture has {size[0]} × {size[1]} pixels; on {across} it is enlarged {times:.1f} times and looks "
                f"soft{', the more so looked at closer' if work.allow_zoom else ''}."
            )
            needed = f"{math.ceil(size[0] * times)} × {math.ceil(size[1] * times)}"
            remedy = f"Use one of {needed} pixels or more" + (
                "; twice as many, so that looking closer shows more." if work.allow_zoom else "."
            )
            findings.add("small-picture", (*path, "picture"), message, remedy, Severity.HINT, work=work.id)
            continue
        for index, detail in enumerate(work.details if work.allow_zoom else ()):
            part = max(1, round(detail.at[2] * size[0])), max(1, round(detail.at[3] * size[1]))
            if (share := 1 / enlarged(part, screen)) < LEAST_DETAIL:
                message = (
                    f"The detail has {part[0]} × {part[1]} pixels of the picture: on {across} it is no larger than "
                    f"{share:.0%} of it, however close visitors look."
                )
                remedy = "Use a picture with more pixels, or make the detail larger."
                place = (*path, "details", index, "at")
                findings.add("small-detail", place, message, remedy, Severity.HINT, work=work.id)


def enlarged(picture: Box, screen: Box) -> float:
    """How many times larger than its own pixels a picture is that fits the screen; less than 1 for a large one."""
    return min(screen[0] / picture[0], screen[1] / picture[1])
