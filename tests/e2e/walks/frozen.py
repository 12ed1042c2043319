"""A graphics card that wedges: no frames any more. The second time this is started it is done without that card."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface

import kiosk.bridge.window.renderer
import kiosk.staff.drivers
import kiosk.vital
from kiosk.bridge.upkeep.heart import Heart
from kiosk.exhibition.places import cache_folder
from kiosk.staff.graphics import Sight
from kiosk.staff.renderer import ask
from kiosk.staff.sights import FILE_NAME
from kiosk.supervising import pulse
from tests.e2e.hand import Hand, Wait, same, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.supervising.pulse import Seen

kiosk.staff.drivers.NODES = re.compile("null")
FIRST = not (cache_folder() / FILE_NAME).exists()
if FIRST:
    ask(cache_folder(), qVersion() or "", lambda: Sight(api="OpenGL", device="A card"))
    kiosk.bridge.window.renderer.use = lambda _: QQuickWindow.setSceneGraphBackend("software")  # there is no card here
    kiosk.vital.EVERY_S = 0.1
    pulse.LIVELY_S, pulse.ANSWER_S, pulse.FROZEN_S = 0.2, 0.3, 0.4
look = Heart._seen
wedged: list[Heart] = []


def seen(heart: Heart, before: pulse.Pulse) -> Seen:
    """What the heart would see if no frame came."""
    wedged.append(heart)
    return look(heart, before)._replace(drawn=False)


def walk(hand: Hand) -> Iterator[Wait]:
    yield hand.at_rest("AttractView")
    if FIRST:
        Heart._seen = seen  # type: ignore[method-assign]
        yield until("the heart looks", lambda: bool(wedged))
    else:
        same(hand.window.rendererInterface().graphicsApi(), QSGRendererInterface.GraphicsApi.Software)
        hand.ask_to_leave()
