"""Drawing every screen of an exhibition as a PNG, without a display."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import NamedTuple

from kiosk import front
from kiosk.backstage import open_backstage

TOUR_SIZES = ((1920, 1080), (1080, 1920), (3840, 2160), (1366, 768))


class TourOptions(NamedTuple):
    """What to draw and where. No sizes: the usual four; no languages: the exhibition's first."""

    exhibition: Path | None = None
    config: Path | None = None
    folder: Path = Path("tour")
    sizes: tuple[tuple[int, int], ...] = ()
    languages: tuple[str, ...] = ()


def tour(options: TourOptions) -> int:
    """Draw every screen as a PNG, without a display. Returns the exit code."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    config, reading, backstage = open_backstage(options.config, options.exhibition)
    if reading.exhibition is None or backstage is None:
        return 2
    spoken = reading.exhibition.languages
    unknown = [language for language in options.languages if language not in spoken]
    if unknown:
        sys.stderr.write(f"This exhibition does not speak {', '.join(unknown)}; it speaks {', '.join(spoken)}.\n")
        backstage.close()
        return 2
    from kiosk.staff.renderer import AUTO, SOFTWARE

    wish = str(config.display.renderer)
    application = front.application(
        front.choice(SOFTWARE if wish == AUTO else wish)
    )  # a screen in memory has no graphics card
    from kiosk.bridge import messages
    from kiosk.bridge.face import Face
    from kiosk.bridge.tour import Tour
    from kiosk.house import House

    messages.install()
    try:
        face = Face()
        with contextlib.closing(House(application, backstage, face, still=True)) as house:
            window = face.open_empty(kiosk=True)
            house.open(window)
            guide = Tour(application, window, house.gallery, options.folder, config.display.diagonal_inches)
            for size in options.sizes or TOUR_SIZES:
                for language in options.languages or spoken[:1]:
                    for file in guide.walk(size, language):
                        sys.stdout.write(f"{file}\n")
            guide.end()
            del guide
    finally:
        messages.uninstall()
    return 0
