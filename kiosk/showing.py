"""An exhibition on the screen, with all that is beside it, from when it can be shown until somebody leaves."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from kiosk.bridge.aside import eventually
from kiosk.bridge.staff.corner import Corner
from kiosk.bridge.upkeep.garbage import Garbage
from kiosk.bridge.window.screens import OnScreen
from kiosk.desk import Desk
from kiosk.exhibition.installed import is_installed, pointer_file
from kiosk.exhibition.manifest import manifest_file
from kiosk.front import clocks_of, place_of
from kiosk.house import House
from kiosk.rehang import Rehang
from kiosk.settling import settle
from kiosk.staff.bundles.attendant import attending
from kiosk.staff.exits import FINE, QUIT, RENDERER
from kiosk.supervising.watched import order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickWindow

    from kiosk.back_soon import BackSoon
    from kiosk.backstage import Backstage
    from kiosk.exhibition.config import Config
    from kiosk.front import Front
    from kiosk.staff.revision import Asked
    from kiosk.witnesses import Witnesses

OWN_MS = 150
"""The menu of somebody's own window comes so long after the show has begun."""


def show(
    front: Front,
    config: Config,
    backstage: Backstage,
    asked: Asked,
    card: BackSoon | None,
    witnesses: Witnesses,
) -> int:
    """Show what is behind the scenes until somebody leaves. `card` is on the screen until it is covered."""
    options, application, face = front.options, front.application, front.face
    place, manifest = place_of(options, config), manifest_file(options.exhibition or config.exhibition)
    clocks = clocks_of(options, config)
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
        witnesses.note_arrival,
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
            house.keep_opening(options.words(), tuple(filter(None, (options.config, manifest, profile, pointer))))
        house.gallery.start()
        settle(backstage.exhibition.source)
        Garbage(front.application)
        witnesses.follow(desk, rehang)
        code = RENDERER if face.undrawable else application.exec()
        if code == FINE and place.windowed and order():
            code = QUIT  # who closes their own window has done
        witnesses.leave()
        return witnesses.going(code)


@contextlib.contextmanager
def _own_window(front: Front, window: QQuickWindow, desk: Desk, rehang: Rehang) -> Iterator[None]:
    """What a window of somebody's own has besides the show, soon after that has begun."""
    options, made = front.options, []

    def begin() -> None:
        from kiosk.exhibition import portable  # noqa: PLC0415 - when the show has begun
        from kiosk.laptop import Laptop  # noqa: PLC0415 - see above

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
