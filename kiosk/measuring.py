"""Measuring the running interface of an exhibition on a screen in memory, for `kiosk doctor --accessibility`."""

from __future__ import annotations

import contextlib
import os
from math import hypot
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk import front
from kiosk.backstage import open_backstage

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.bridge.touring.tour import Tour
    from kiosk.exhibition.config import Config
    from kiosk.house import House
    from kiosk.staff.access import Measured

UNUSABLE = 2
LARGE_TEXT = ("large-text", "comfort")
"""Screens of the tour on which the visitor has asked for larger letters."""


class MeasureOptions(NamedTuple):
    """What to measure, on a screen of so many pixels; `only` screens whose names have one of these in them, if any."""

    size: tuple[int, int]
    exhibition: Path | None = None
    config: Path | None = None
    windowed: bool = False
    language: str | None = None
    sizes_only: bool = False
    only: tuple[str, ...] = ()


def measure(options: MeasureOptions, tell: Callable[[Measured], None]) -> int:
    """Hand everything that `kiosk.staff.access` judges to `tell` and end the program; returns when there is nothing.

    It ends without tidying up: QML complains of its items when somebody else has held them.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    config, reading, backstage = open_backstage(options.config, options.exhibition)
    if reading.exhibition is None or backstage is None:
        return UNUSABLE
    from kiosk.staff.renderer import SOFTWARE

    application = front.application(front.choice(SOFTWARE))
    from kiosk.bridge import messages
    from kiosk.bridge.touring.tour import Tour
    from kiosk.bridge.window.face import Face
    from kiosk.house import House
    from kiosk.touring import still_desk, still_own

    messages.install()
    face = Face()
    house = House(application, backstage, face, still=True)
    window = face.open_empty(kiosk=not options.windowed)
    house.open(window)
    with contextlib.ExitStack() as stack:
        desk = still_desk(application, face, window, house, stack)
        own = stack.enter_context(still_own(face, window, desk)) if options.windowed else None
        inches = config.display.diagonal_inches
        guide = Tour(application, window, house.gallery, Path(), inches, staff=desk, own=own)
        guide.sight.fit(options.size, windowed=options.windowed)
        tell(_survey(guide, house, config, options, reading.exhibition.languages))
    backstage.close()
    os._exit(0)


def _survey(guide: Tour, house: House, config: Config, options: MeasureOptions, languages: tuple[str, ...]) -> Measured:
    from kiosk.bridge.look.look import true_density
    from kiosk.bridge.touring.conduct import Trial
    from kiosk.bridge.touring.spacing import Spacing
    from kiosk.bridge.touring.survey import Survey
    from kiosk.bridge.window.stand import MM_PER_INCH
    from kiosk.staff.access import Measured

    display, (width, height) = config.display, options.size
    claimed = hypot(width, height) / (display.diagonal_inches * MM_PER_INCH) if display.diagonal_inches else None
    density = true_density(min(width, height), claimed, options.windowed)
    survey = Survey(guide.sight, house.gallery, density, None if options.windowed else display.bottom_edge_mm)
    for name, _ in guide.screens(options.language or languages[0], options.only):
        survey.look(name, large=any(part in name for part in LARGE_TEXT), sizes_only=options.sizes_only)
    conduct = None
    widened: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    if not (options.sizes_only or options.only):
        with guide.sight.in_its_own_time():
            survey.hurry()
            conduct = Trial(guide.sight, house.gallery, languages, spoken=config.speech.enabled).run()
        spacing, widened = Spacing(guide.sight, house.gallery), languages
        lost = tuple(words for language in widened for words in spacing.lost(language))
    return Measured(
        pixels=options.size,
        pixels_per_mm=density,
        known=options.windowed or claimed is not None,
        windowed=options.windowed,
        viewing_distance_mm=display.viewing_distance_mm,
        bottom_edge_mm=None if options.windowed else display.bottom_edge_mm,
        widened=widened,
        lost=lost,
        conduct=conduct,
        **survey.found(),
    )
