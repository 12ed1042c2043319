"""The screens that a visitor may come to, and how each of them is reached."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Q_ARG, QMetaObject

from kiosk.bridge.touring.items import of_type
from kiosk.bridge.touring.sight import PATIENCE_S
from kiosk.exhibition.folding import fold
from kiosk.visit.keyboard import keys_for, layout_of
from kiosk.visit.seeking import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.bridge.gallery import Gallery
    from kiosk.bridge.touring.sight import Sight
    from kiosk.exhibition.model import Work

Station = tuple[str, Callable[[], bool]]
"""A screen's name, and the way to it; whether this exhibition has it."""

MOST_SCENES = 16
MINUTES = 10
TYPED = 4
"""Letters of a title after which it is found."""
VAIN = "zxq"
"""Letters that are in no word."""
A_PAGE = 0.8
"""Of what is seen of a label at once, how far it scrolls."""
FAR = 0.6
"""Of the marks of a strip."""
LARGE_CM = 300
SMALL_CM = 20


class Stations:
    """Those of a gallery. Each way leads on from the screen before, so they are gone to in this order."""

    def __init__(self, sight: Sight, gallery: Gallery) -> None:
        self._sight = sight
        self._gallery = gallery

    def all(self, language: str) -> Iterator[Station]:
        """Every screen that this exhibition has for visitors, one after the other."""
        gallery, sitting = self._gallery, self._gallery.sitting
        yield "1-attract", lambda: self._attract(language)
        yield "2-attract-theme", self._teaser
        yield "3-stage", lambda: self._explore(gallery.find(lambda shape: shape > 1.1))
        yield "4-stage-upright", lambda: self._explore(gallery.find(lambda shape: 0 < shape < 0.9))
        yield "27-languages", self._languages
        self._sight.on_stage("closePanel")
        yield "5-stage-panorama", lambda: self._explore(gallery.find(lambda shape: shape > 2))
        yield "6-card", lambda: self._explore(gallery.find(lambda shape: shape == 0))
        yield "26-pair", lambda: self._explore(gallery.find_pair())
        yield "7-stage-theme", self._choose_theme
        yield "8-wall-theme", self._do(sitting.showWall)
        yield "9-wall", self._do(lambda: gallery.choose(""))
        yield "10-stage-large-text", self._do(sitting.showStage, sitting.nextTextSize)
        yield "11-stage-high-contrast", self._do(sitting.nextTextSize, sitting.nextTextSize, sitting.toggleContrast)
        yield "12-comfort", self._comfort
        yield "13-reading", self._read_aloud
        yield "28-label-largest", self._leaf
        yield "14-closer", self._look_closer
        yield "15-closer-near", self._nearer
        yield "16-about", self._tell_about
        yield "20-still-there", self._ask
        yield "46-notice", lambda: self._notify(visiting=True)
        yield "17-wall-sorted", self._sort
        for number, sort in ((38, Sort.DATE), (39, Sort.CREATOR)):
            yield f"{number}-wall-by-{sort}", partial(self._lead_along, sort)
        yield "18-search", self._search
        yield "19-nothing-found", self._search_in_vain
        yield "21-closer-label", self._closer_label
        yield "22-closer-details", self._details
        yield "23-closer-detail", self._detail
        yield "24-life-size-large", lambda: self._in_life_size(_is_large)
        yield "25-life-size-small", lambda: self._in_life_size(_is_small)
        yield "47-notice-invitation", lambda: self._attract(language) and self._notify(visiting=False)
        gallery.board.take_away()
        yield "29-closed", lambda: self._close(language)
        gallery.entrance.turn(True)

    def _attract(self, language: str) -> bool:
        self._gallery.sitting.go_home()
        self._gallery.sitting.speak(language)
        self._gallery.start()
        return self._until_scene(teaser=False)

    def _teaser(self) -> bool:
        return self._until_scene(teaser=True)

    def _until_scene(self, *, teaser: bool) -> bool:
        for _ in range(MOST_SCENES):
            if self._gallery.loop.front_is_teaser is teaser:
                return True
            self._sight.until(self._gallery.loop.advance)
        return False

    def _explore(self, work: int | None) -> bool:
        if work is not None:
            self._gallery.explore(work)
        return work is not None

    def _comfort(self) -> bool:
        """The panel of reading and display, over the wall it was opened on and in the largest letters."""
        sitting = self._gallery.sitting
        for step in (sitting.toggleContrast, sitting.nextTextSize, sitting.nextTextSize):
            step()
        return self._sight.on_stage("toggleComfort")

    def _languages(self) -> bool:
        """The panel of languages, where there are several."""
        several: object = self._gallery.property("languages")
        return isinstance(several, list) and len(several) > 1 and self._sight.on_stage("toggleLanguages")

    def _leaf(self) -> bool:
        """A label in the largest letters, and on from its first page where it has several."""
        if self._gallery.sitting.session.listening:
            self._gallery.reader.toggle()
        if not self._explore(self._gallery.find(lambda shape: shape > 1.1)):
            return False
        self._sight.settle()
        for label in of_type(self._sight.window, "Label"):
            if label.isVisible():
                QMetaObject.invokeMethod(label, "scroll", Q_ARG(float, A_PAGE))
        return True

    def _close(self, language: str) -> bool:
        """After hours, where a card tells of it."""
        self._gallery.sitting.go_home()
        self._gallery.entrance.turn(False)
        self._gallery.sitting.speak(language)
        return not self._gallery.entrance.property("black")

    def _read_aloud(self) -> bool:
        """A label that is being read, and what can be done about it."""
        self._sight.on_stage("closePanel")
        self._gallery.reader.toggle()
        return self._gallery.sitting.session.reading

    def _look_closer(self) -> bool:
        self._gallery.sitting.nextTextSize()
        if not self._explore(self._gallery.find(lambda shape: shape > 1.1)):
            return False
        self._sight.settle()
        self._gallery.lookCloser(0, 0, self._sight.window.width())
        return self._gallery.nearer.work is not None

    def _nearer(self) -> bool:
        self._gallery.nearer.step(2)
        return self._gallery.nearer.work is not None

    def _sort(self) -> bool:
        """The wall in the last of the orders that there are, with its strip where it is long."""
        self._gallery.board.take_away()
        sorts = self._gallery.order.orders
        for go in (self._gallery.sitting.showStage, self._gallery.sitting.showWall):
            go()
            self._sight.still()  # the wall is where it begins
        self._gallery.order.sortBy(sorts[-1])
        return len(sorts) > 1

    def _lead_along(self, sort: Sort) -> bool:
        """Far along a long wall in an order that has a strip, led there by it."""
        self._gallery.order.sortBy(sort)
        if not self._gallery.order.property("long"):
            return False
        self._sight.still()
        strips = [strip for strip in of_type(self._sight.window, "JumpStrip") if strip.isVisible()]
        for strip in strips:
            marks: Any = strip.property("marks")
            QMetaObject.invokeMethod(strip, "go", Q_ARG(int, round(FAR * len(marks))))
        return bool(strips)

    def _search(self) -> bool:
        """The keyboard, and the beginning of a title typed on it."""
        finding, shown = self._gallery.finding, self._gallery.show.playlist.current
        if finding.is_offered:
            finding.open()
            for key in fold(self._gallery.title_of(shown))[:TYPED]:
                finding.press(key)
        return finding.is_offered

    def _search_in_vain(self) -> bool:
        for key in keys_for(VAIN, layout_of("", self._gallery.sitting.session.language)):
            self._gallery.finding.press(key)
        return self._gallery.finding.is_offered

    def _ask(self) -> bool:
        self._gallery.sitting.showStage()
        self._sight.settle()
        self._gallery.sitting.ask()
        return True

    def _notify(self, *, visiting: bool) -> bool:
        """A card that the house lays over the stage, or over the invitation."""
        if visiting:
            self._gallery.sitting.keepLooking()
        self._gallery.board.tell_closing(MINUTES, PATIENCE_S)
        return True

    def _look_at(self, work: int | None) -> bool:
        """From the stage closer to a work, all of it."""
        if not self._explore(work):
            return False
        window = self._sight.window
        self._sight.until(lambda: bool(window.property("settled")) and not self._gallery.waiting_for_pictures)
        self._gallery.lookCloser(0, 0, window.width())
        self._gallery.nearer.showWhole()
        return self._gallery.nearer.work is not None

    def _closer_label(self) -> bool:
        self._gallery.finding.clear()
        looking = self._look_at(self._gallery.find(lambda shape: shape > 1.1))
        if looking:
            self._gallery.nearer.companion.toggleLabel()
        return looking

    def _details(self) -> bool:
        looking = self._look_at(self._gallery.find_work(lambda work: bool(work.details)))
        if looking:
            self._gallery.nearer.companion.toggleDetails()
        return looking

    def _detail(self) -> bool:
        self._gallery.nearer.companion.next()
        return self._gallery.nearer.companion.at is not None

    def _in_life_size(self, fits: Callable[[Work], bool]) -> bool:
        if not self._look_at(self._gallery.find_work(fits)) or self._gallery.nearer.measures.life is None:
            return False
        self._gallery.nearer.toggleLifeSize()
        return True

    def _choose_theme(self) -> bool:
        themes = self._gallery.theme_ids
        for theme in themes[:2]:
            self._gallery.choose(theme)
        return bool(themes)

    def _tell_about(self) -> bool:
        sitting = self._gallery.sitting
        sitting.showStage()
        sitting.tellAbout(self._gallery.introduced)
        return sitting.session.about

    def _do(self, *steps: Callable[[], object]) -> Callable[[], bool]:
        def go() -> bool:
            for step in steps:
                step()
            return True

        return go


def _is_large(work: Work) -> bool:
    return work.size_cm is not None and max(work.size_cm) > LARGE_CM


def _is_small(work: Work) -> bool:
    return work.size_cm is not None and max(work.size_cm) < SMALL_CM
