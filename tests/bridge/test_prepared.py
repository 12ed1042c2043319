"""What `kiosk prepare` makes is exactly what the show then asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from kiosk.bridge.gallery import Gallery
from kiosk.bridge.words import Words
from kiosk.exhibition.config import Attract, Config
from kiosk.exhibition.places import assets_folder
from kiosk.visit.attract import loop_works
from kiosk.visit.boxes import show_boxes
from tests.bridge.fakes import SIZE, Clock, Stock, exhibition, rendition

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

WORKS = 12


@pytest.mark.parametrize("highlights", [0, 4])
@pytest.mark.parametrize("screen", [(1920, 1080), (1080, 1920)])
def test_a_show_of_prepared_pictures_has_nothing_made(
    highlights: int, screen: tuple[int, int], qapp: QGuiApplication
) -> None:
    shown = exhibition(WORKS, languages=("en",))
    works = tuple(msgspec.structs.replace(work, highlight=n < highlights) for n, work in enumerate(shown.works))
    stock = Stock(msgspec.structs.replace(shown, works=works))
    loop = loop_works(stock.exhibition.traits)
    for index, work in enumerate(works):
        for box in (None, *show_boxes(SIZE, screen, in_loop=index in loop)):
            if work.picture:
                stock.cache.made[work.picture, box] = rendition(work.picture, box)
    words = Words(qapp, assets_folder() / "translations", ("en",))
    config = Config(attract=Attract(teaser_every=2))
    gallery = Gallery(stock.exhibition, config, stock.shelf, words, Clock())
    gallery.fit(*screen, 1.0, None, False)
    gallery.start()
    gallery.loop.loaded(0)
    seen: set[int] = set()
    for _ in range(4 * WORKS):
        seen.update(gallery.loop.front_scene.works)
        gallery.loop.loaded(1 - gallery.loop.front)
        assert gallery.loop.advance()
        gallery.loop.faded()
    for _ in range(WORKS):
        gallery.show.next()
        gallery.show.settled()
    assert seen == {index for index, work in enumerate(works) if work.picture}, "pictures alone and teasers"
    assert stock.workshop.orders == []
