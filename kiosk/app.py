"""The composition root: config → exhibition → bridge → engine, and the order of leaving.

What the show begins with is on the screen before most of the program is loaded: hence the imports inside functions.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
import time
from functools import partial
from typing import TYPE_CHECKING

from kiosk import __version__
from kiosk.exhibition.places import cache_folder
from kiosk.front import OWN_VARIABLES, Front, RunOptions, has_display, kiosk_screen, pixels, place_of
from kiosk.staff.reach import Reach
from kiosk.supervising.watched import order
from kiosk.visit.opening import Opening, recall

if TYPE_CHECKING:
    from kiosk.backstage import Backstage
    from kiosk.exhibition.config import Config
    from kiosk.exhibition.manifest import ManifestReading

PATIENCE_S = 0.5
"""The longest wait for the very first picture; then the rest is loaded, which takes longer, while it is being made."""


def run(options: RunOptions) -> int:
    """Show an exhibition until somebody who may leaves. Returns the exit code."""
    if not has_display():
        sys.stdout.write("There is no display here (DISPLAY and WAYLAND_DISPLAY are not set): drawing into ./tour.\n")
        from kiosk.touring import TourOptions, tour

        return tour(TourOptions(exhibition=options.exhibition, config=options.config))
    gc.disable()  # nothing of what is loaded goes away again
    # Until `Leaving` is there: nothing has been begun that needs an end, and a worker leaves when its pipe closes.
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    from kiosk.staff.logbook.book import Logbook

    with contextlib.closing(Logbook()) as logbook:
        logbook.begin()
        reach, ordered = Reach(), order()
        if ordered and ordered.safe:
            options = reach.ask(partial(_in_safe_mode, options, ordered.safe), options)
        if ordered and ordered.card:
            return _run_card(Front(options, reach))
        opening = reach.ask(partial(_opening, options), None)
        front = Front(options, reach)
        return _run_from(opening, front) if opening else _run_anew(front)


def _in_safe_mode(options: RunOptions, why: str) -> RunOptions:
    """What is shown in safe mode, instead of what was asked for."""
    from kiosk.exhibition.config import Config, read_config
    from kiosk.staff.safe_mode import enter

    config = read_config(options.config).config if options.config else Config()
    screen = options.screen or config.display.screen
    return options._replace(exhibition=enter(why, options.config, options.exhibition or config.exhibition, screen))


def _run_card(front: Front) -> int:
    """Show nothing but the card, where staff get in: neither the show nor safe mode goes."""
    from kiosk.backstage import configured
    from kiosk.exhibition.config import Config
    from kiosk.exhibition.manifest import ManifestReading
    from kiosk.staff.safe_mode import calm, last_resort

    options = front.options
    config = front.reach.ask(partial(configured, options.config), calm(Config()))
    front.build(str(config.display.renderer), kiosk_screen(options, config))
    return _left(_show(front, config, ManifestReading(None, (last_resort(),)), None), front)


def _run_anew(front: Front) -> int:
    """Find out what the show begins with, then show it."""
    options = front.options
    from kiosk.pictures.workers.process import WorkerProcess

    worker = WorkerProcess()
    worker.start()  # it is ready by the time it is known what the first picture is
    from kiosk.backstage import open_backstage

    behind = open_backstage(options.config, options.exhibition, worker, front.wait, front.reach, front.unpack)
    config, reading, backstage = behind
    front.build(str(config.display.renderer), kiosk_screen(options, config))
    place = place_of(options, config)
    if backstage and not place.windowed and not front.window and not options.rehearse:
        beginning = backstage.beginning(pixels(place), PATIENCE_S)
        if beginning:
            front.begin(place, beginning)
    return _left(_show(front, config, reading, backstage), front)


def _run_from(opening: Opening, front: Front) -> int:
    """Show the picture the show began with last time, and load the rest while it is looked at."""
    options = front.options
    front.build(opening.renderer, options.screen or opening.screen)
    from kiosk.bridge.window.stand import Stand

    place = Stand(windowed=False, screen=options.screen or opening.screen)
    if pixels(place) == opening.pixels:
        front.begin(place, opening.beginning)
    from kiosk.backstage import open_backstage

    behind = open_backstage(
        options.config, options.exhibition, read_large=front.wait, reach=front.reach, unpack=front.unpack
    )
    return _left(_show(front, *behind), front)


def _left(code: int, front: Front) -> int:
    """The exit code of a show that is over. One that the graphics card could not draw begins again without it.

    So does one that staff have started again. A supervisor does both itself.
    """
    face, choice = front.face, front.choice
    from kiosk.staff.exits import AGAIN

    supervised = order() is not None
    if code == AGAIN:
        front.leave()
        return AGAIN if supervised else _begin_again()
    if not face.undrawable or not choice.detected:
        return code
    from PySide6.QtCore import qVersion

    from kiosk.staff.renderer import note_failure

    note_failure(cache_folder(), qVersion() or "", face.undrawable)
    front.leave()
    return code if supervised else _begin_again()


def _begin_again() -> int:
    """Start the program as it was started; its exit code, where it is not in the place of this one."""
    import logging

    logging.shutdown()  # what is logged is written down: nothing of this program is left then
    for name in OWN_VARIABLES:
        os.environ.pop(name, None)  # the next one would not take them for its own
    again = [sys.executable, *sys.orig_argv[1:]]
    if sys.platform != "win32":
        os.execv(sys.executable, again)  # noqa: S606 - ourselves, and in the same process for whoever watches over it
    import subprocess

    return subprocess.call(again)  # noqa: S603 - ourselves


def _opening(options: RunOptions) -> Opening | None:
    """What is sure to be the first thing to be seen; None when that has to be found out."""
    if options.rehearse:
        return None
    opening = recall(cache_folder())
    today = time.strftime("%Y-%m-%d")
    return opening if opening and opening.holds(__version__, options.words(), today) else None


def _show(front: Front, config: Config, reading: ManifestReading, backstage: Backstage | None) -> int:
    """Show the exhibition, in its window if it has one already, or say that we are back soon."""
    from PySide6.QtCore import QTimer

    from kiosk.bridge import messages
    from kiosk.bridge.leaving import Leaving
    from kiosk.staff.revision import Asked
    from kiosk.witnesses import Witnesses

    options, application = front.options, front.application
    front.take_messages()
    leaving = Leaving()
    # Queued, so that a signal that comes before the loop runs ends the loop as soon as it does.
    leaving.asked.connect(lambda: QTimer.singleShot(0, lambda: application.exit(0)))
    asked, card = Asked(options.config, options.exhibition), None
    witnesses = Witnesses(front, config)
    try:
        if backstage is None:
            from kiosk.card import wait

            found = wait(front, config, reading.problems, asked, witnesses)
            if isinstance(found, int):
                return found
            card, config, backstage, asked = found
        from kiosk.showing import show

        return show(front, config, backstage, asked, card, witnesses)
    finally:
        witnesses.end()
        leaving.stop()
        messages.uninstall()
