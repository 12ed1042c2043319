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
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import __version__
from kiosk.exhibition.places import cache_folder
from kiosk.front import OWN_VARIABLES, Front, RunOptions, has_display, kiosk_screen, pixels, place_of
from kiosk.staff.reach import Reach
from kiosk.supervising.watched import order
from kiosk.visit.opening import Opening, recall

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickWindow

    from kiosk.back_soon import BackSoon
    from kiosk.backstage import Backstage
    from kiosk.bridge.fleet.tidings import Tidings
    from kiosk.bridge.window.stand import Stand
    from kiosk.desk import Desk
    from kiosk.exhibition.config import Config
    from kiosk.exhibition.manifest import ManifestReading
    from kiosk.exhibition.problems import Problem
    from kiosk.rehang import Rehang
    from kiosk.staff.revision import Asked
    from kiosk.visit.clocks import Clocks
    from kiosk.vital import Vital

PATIENCE_S = 0.5
"""The longest wait for the very first picture; then the rest is loaded, which takes longer, while it is being made."""
OWN_MS = 150
"""The menu of somebody's own window comes so long after the show has begun."""


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
    return opening if opening and opening.holds(__version__, _asked(options), today) else None


def _asked(options: RunOptions) -> str:
    """The command line's wishes as words that are the same for the same wishes."""
    paths = [str(path.absolute()) if path else "" for path in (options.exhibition, options.config)]
    return "\n".join((*paths, str(options.windowed), str(options.size), str(options.screen)))


def _show(front: Front, config: Config, reading: ManifestReading, backstage: Backstage | None) -> int:
    """Show the exhibition, in its window if it has one already, or say that we are back soon."""
    from PySide6.QtCore import QTimer

    from kiosk.bridge import messages
    from kiosk.bridge.leaving import Leaving
    from kiosk.staff.revision import Asked

    options, application = front.options, front.application
    front.take_messages()
    leaving = Leaving()
    # Queued, so that a signal that comes before the loop runs ends the loop as soon as it does.
    leaving.asked.connect(lambda: QTimer.singleShot(0, lambda: application.exit(0)))
    asked, card = Asked(options.config, options.exhibition), None
    vital, tidings = _vital(front), _tidings(config)
    try:
        if backstage is None:
            waited = _wait(front, config, reading.problems, asked, vital, tidings)
            if isinstance(waited, int):
                return waited
            card, config, backstage, asked = waited
        return _show_house(front, config, backstage, asked, card, vital, tidings)
    finally:
        if tidings:
            tidings.close()
        if vital:
            vital.stop()
        leaving.stop()
        messages.uninstall()


def _settle(shown: Path) -> None:
    """The first picture has been asked for: from now on the log is written down, and memory is tidied up."""
    import logging
    from datetime import datetime

    from kiosk.exhibition.places import state_folder
    from kiosk.supervising.record import latest

    log = logging.getLogger("kiosk")
    restart = latest(state_folder(), datetime.now()) if order() else None  # noqa: DTZ005 - as the supervisor notes it
    if restart:
        log.warning("the show was started again at %s (%s)", restart.at.partition("T")[2], restart.why)
    log.info("Kiosk Gallery %s shows %s", __version__, shown)
    _keep_log()
    gc.freeze()  # what lives as long as the show is never collected


def _keep_log() -> None:
    """Nobody waits for a disk any more: from now on the log is written down, and what was left half-written goes."""
    import threading

    from kiosk.bridge.aside import eventually
    from kiosk.exhibition.disk import remove_abandoned
    from kiosk.exhibition.places import state_folder
    from kiosk.staff.logbook.book import running_logbook

    if logbook := running_logbook():
        logbook.keep(state_folder())
    left_in = (cache_folder(), cache_folder() / "exhibitions", state_folder())
    eventually(threading.Thread(target=remove_abandoned, args=(left_in,), name="tidy", daemon=True))


def _show_house(
    front: Front,
    config: Config,
    backstage: Backstage,
    asked: Asked,
    card: BackSoon | None,
    vital: Vital | None,
    tidings: Tidings | None,
) -> int:
    """Show what is behind the scenes until somebody leaves. `card` is on the screen until it is covered."""
    from kiosk.bridge.aside import eventually
    from kiosk.bridge.staff.corner import Corner
    from kiosk.bridge.upkeep.garbage import Garbage
    from kiosk.bridge.window.screens import OnScreen
    from kiosk.desk import Desk
    from kiosk.exhibition.installed import is_installed, pointer_file
    from kiosk.exhibition.manifest import manifest_file
    from kiosk.house import House
    from kiosk.rehang import Rehang
    from kiosk.staff.bundles.attendant import attending
    from kiosk.staff.exits import FINE, QUIT, RENDERER

    options, application, face = front.options, front.application, front.face
    place, manifest = place_of(options, config), manifest_file(options.exhibition or config.exhibition)
    clocks = _clocks(options, config)
    house = House(application, backstage, face, clocks)
    if card:
        house.gallery.loop.opened.connect(card.close)
    shown = front.window or face.open_empty(kiosk=not place.windowed)
    corner = Corner(config.staff.gesture, clocks.now)
    rehang = Rehang(application, face, shown, house, place, asked, clocks, corner)
    desk = Desk(application, face, shown, rehang, corner, clocks.now, free=place.windowed)
    bundles = attending(
        lambda: rehang.house.backstage.config.bundles,
        rehang.wrong.emit,
        lambda: rehang.house.backstage.config.fleet.groups,
        tidings.note_arrival if tidings else None,
        rehang.righted.emit,
        eventually,
    )
    beside = options.beside(shown, lambda: rehang.house.gallery) if options.beside else contextlib.nullcontext()
    own = _own_window(front, shown, desk, rehang) if place.windowed else contextlib.nullcontext()
    with contextlib.closing(rehang), contextlib.closing(desk), bundles, beside, own:
        house.open(shown)
        if not front.window:
            front.show(shown, place)
        OnScreen(shown, place)
        if not place.windowed and not clocks.rehearsing and not asked.installed:
            profile = Path(config.display.profile) if config.display.profile else None
            pointer = pointer_file() if is_installed(manifest) else None
            house.keep_opening(_asked(options), tuple(filter(None, (options.config, manifest, profile, pointer))))
        house.gallery.start()
        _settle(backstage.exhibition.source)
        Garbage(front.application)
        if vital:
            vital.follow(rehang, lambda: desk.dark)
        if tidings:
            tidings.follow(desk, rehang.hung, rehang.heard, lambda: rehang.counter)
        code = RENDERER if face.undrawable else application.exec()
        if code == FINE and place.windowed and order():
            code = QUIT  # who closes their own window has done
        if tidings:
            tidings.leave()
        return _going(code, front, vital)


def _going(code: int, front: Front, vital: Vital | None) -> int:
    """The show ends with this code: whoever waits for that is told before it is taken down, which may take a while."""
    front.going(code)
    if vital:
        vital.stop(code)
    return code


@contextlib.contextmanager
def _own_window(front: Front, window: QQuickWindow, desk: Desk, rehang: Rehang) -> Iterator[None]:
    """What a window of somebody's own has besides the show, soon after that has begun."""
    from PySide6.QtCore import QTimer

    options, made = front.options, []

    def begin() -> None:
        from kiosk.exhibition import portable
        from kiosk.laptop import Laptop

        laptop = Laptop(front.face, window, desk, rehang.heard, beside=portable.home())
        made.append(laptop)
        if options.guide:
            laptop.show_guide()
        elif options.exhibition:
            title = desk.exhibition.title
            laptop.note_opened(options.exhibition, title.words(desk.exhibition.languages[0]))
        elif not (options.size or options.rehearse or options.beside):
            laptop.welcome()

    QTimer.singleShot(OWN_MS, window, begin)
    try:
        yield
    finally:
        for laptop in made:
            laptop.end()


def _vital(front: Front) -> Vital | None:
    """What tells how the show does, where somebody watches over it."""
    if order() is None and "NOTIFY_SOCKET" not in os.environ:
        return None
    from kiosk.vital import vital_of

    return vital_of(front)


def _tidings(config: Config) -> Tidings | None:
    """What is told of this kiosk elsewhere, where staff want that."""
    if config.fleet.broker is None and config.fleet.figures is None:
        return None
    from kiosk.bridge.fleet.tidings import tidings_of

    return tidings_of(config)


def _clocks(options: RunOptions, config: Config) -> Clocks:
    """Those asked for; else the computer's, put on for a rehearsal."""
    from kiosk.bridge.doors import wall_clock
    from kiosk.visit.clocks import Clocks
    from kiosk.visit.rehearsal import rehearsed

    if options.clocks:
        return options.clocks
    if options.rehearse:
        day = rehearsed(options.rehearse, config.hours.timezone, time.monotonic)
        return Clocks(time.monotonic, day, rehearsing=True)
    return Clocks(time.monotonic, wall_clock)


def _wait(
    front: Front,
    config: Config,
    problems: tuple[Problem, ...],
    asked: Asked,
    vital: Vital | None,
    tidings: Tidings | None,
) -> tuple[BackSoon, Config, Backstage, Asked] | int:
    """Say that we are back soon until there is something to show, or for the exit code until we leave.

    The card stays on the screen until that covers it. Staff may have wished something else than was `asked` for.
    """
    from kiosk.back_soon import READABLE
    from kiosk.backstage import open_backstage
    from kiosk.exhibition.installed import current_exhibition
    from kiosk.staff.exits import AGAIN

    _keep_log()
    place = place_of(front.options, config)
    card = _card(front, place, problems, asked, config)
    if tidings:
        tidings.follow(card)
    while (code := _waited(card, tidings)) == READABLE:
        wished = card.asked
        exhibition = current_exhibition() if wished.installed else wished.exhibition
        config, reading, backstage = open_backstage(wished.config, exhibition, reach=front.reach)
        if backstage and _draws_otherwise(front, config, problems):
            backstage.close()
            code = AGAIN
            break
        if backstage:
            card.end()
            return card, config, backstage, wished
        problems = reading.problems
        card.go_on(config, problems)
    code = _going(_left_at_card(code, windowed=place.windowed), front, vital)
    card.close()
    front.face.close()
    return code


def _waited(card: BackSoon, tidings: Tidings | None) -> int:
    """What came of waiting: meanwhile a kiosk takes its first bundle by itself, if that is configured."""
    import logging

    from kiosk.bridge.aside import eventually
    from kiosk.staff.bundles.attendant import attending

    def complain(problem: Problem) -> None:
        logging.getLogger("kiosk").warning("%s", problem)

    told = tidings.note_arrival if tidings else None
    bundles = attending(lambda: card.config.bundles, complain, lambda: card.config.fleet.groups, told, begun=eventually)
    with bundles:
        return card.wait()


def _card(front: Front, place: Stand, problems: tuple[Problem, ...], asked: Asked, config: Config) -> BackSoon:
    """The card, for as long as nothing can be read; or for as long as it was ordered, whatever can be."""
    now, ordered = _clocks(front.options, config).now, order()
    if ordered and ordered.card:
        from kiosk.last_resort import LastResort

        return LastResort(front, place, problems, asked, config, now, ordered.rest)
    from kiosk.back_soon import BackSoon

    return BackSoon(front, place, problems, asked, config, now)


def _left_at_card(code: int, *, windowed: bool) -> int:
    """The exit code of a card that was left with this one: to close it or end it leaves nothing that was shown.

    In a window of one's own that is as with a show: whoever quits or closes it has done.
    """
    from kiosk.staff.exits import FINE, QUIT, UNUSABLE

    if windowed and order():
        return QUIT if code == FINE else code
    if windowed and code == QUIT:
        return FINE
    return code or UNUSABLE


def _draws_otherwise(front: Front, config: Config, problems: tuple[Problem, ...]) -> bool:
    """Whether something else is to draw than does, since nobody could be asked what when the program started."""
    from kiosk.front import choice
    from kiosk.staff.reach import SILENT

    asked = all(problem.rule != SILENT for problem in problems)
    return not asked and choice(str(config.display.renderer)).software != front.choice.software
