"""A graphics card that was seen once and cannot draw now: the program begins again without it, and shows everything.

The first time this is imported it prepares such a machine; the program that begins again finds it prepared.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtQuick import QSGRendererInterface

import kiosk.staff.drivers
from kiosk.exhibition.places import cache_folder
from kiosk.staff.graphics import Sight
from kiosk.staff.renderer import ask
from kiosk.staff.sights import FILE_NAME
from tests.e2e.hand import Hand, Wait, same

if TYPE_CHECKING:
    from collections.abc import Iterator

kiosk.staff.drivers.NODES = re.compile("null")
if not (cache_folder() / FILE_NAME).exists():
    print("for the first time", file=sys.stderr)
    ask(cache_folder(), qVersion() or "", lambda: Sight(api="OpenGL", device="A card"))


def walk(hand: Hand) -> Iterator[Wait]:
    yield hand.at_rest("AttractView")
    same(hand.window.rendererInterface().graphicsApi(), QSGRendererInterface.GraphicsApi.Software)
    hand.ask_to_leave()
