"""The card of the exhibition, from the gallery to what QML is told."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from kiosk.bridge.gallery import Gallery
from kiosk.bridge.words import Words
from kiosk.exhibition.config import Config
from kiosk.exhibition.places import assets_folder
from kiosk.exhibition.text import Text
from tests.bridge.fakes import Clock, Stock, exhibition

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

INTRO = Text((("en", "It began with a rule.\n\nThen came chance."), ("ar", "بدأ بقاعدة.")))


class Hall:
    """A gallery of five works that is on from the ninth of September; its clock can be put on."""

    def __init__(self, application: QGuiApplication, **more: Any) -> None:
        shown = exhibition(5, opens=date(2026, 9, 9), **more)
        late = replace(shown.works[2], show_from=date(2026, 9, 10))
        shown = replace(shown, works=(*shown.works[:2], late, *shown.works[3:]))
        self.stock = Stock(shown)
        self.time = datetime(2026, 9, 9, 12, tzinfo=UTC)
        words = Words(application, assets_folder() / "translations", shown.languages)
        self.gallery = Gallery(shown, Config(), self.stock.shelf, words, Clock(), lambda: self.time)

    def told(self) -> dict[str, str]:
        return {line["role"]: line["words"] for line in self.gallery.about.lines}


def test_it_tells_what_when_and_how_many_in_the_visitors_language(qapp: QGuiApplication) -> None:
    hall = Hall(qapp, intro=INTRO)
    assert hall.gallery.about.available
    assert hall.told() == {
        "exhibition": "Rule and Chance",
        "dates": "From September 9, 2026",
        "works": "4",
        "description": "Then came chance.",
    }
    changes: list[dict[str, str]] = []
    hall.gallery.about.changed.connect(lambda: changes.append(hall.told()))
    hall.gallery.visit.showStage()
    hall.gallery.visit.speak("ar")
    assert changes[-1]["description"] == "بدأ بقاعدة."
    assert all(line["rightToLeft"] for line in hall.gallery.about.lines)
    hall.time = datetime(2026, 9, 10, 12, tzinfo=UTC)
    hall.gallery.sitting.go_home()
    assert changes[-1]["works"] == "5"
    assert changes[-1]["exhibition"] == "Rule and Chance"


def test_an_exhibition_without_an_intro_has_no_card(qapp: QGuiApplication) -> None:
    assert not Hall(qapp).gallery.about.available


@pytest.mark.parametrize("leave", ["next", "showWall", "tellAbout"])
def test_the_offer_ends_when_the_visitor_goes_on(qapp: QGuiApplication, leave: str) -> None:
    gallery = Hall(qapp, intro=INTRO).gallery
    gallery.fit(1920, 1080, 1.0, None, False)
    gallery.explore(3)
    assert gallery.visit.offering
    if leave == "next":
        gallery.slideshow.next()
    elif leave == "showWall":
        gallery.visit.showWall()
    else:
        gallery.visit.tellAbout(True)
        assert gallery.visit.about
        gallery.visit.tellAbout(False)
    assert not gallery.visit.offering
    assert not gallery.visit.about
    gallery.sitting.go_home()
    gallery.explore(1)
    assert gallery.visit.offering, "the next visitor is offered it again"
