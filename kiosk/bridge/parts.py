"""What Python asks of a gallery: the house, the tour, the figures and the tests. QML has properties for the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibition.palette import Wall

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from kiosk.bridge.attract.attract import Attract
    from kiosk.bridge.changes import Changes
    from kiosk.bridge.closer.closer import Closer
    from kiosk.bridge.doors import Doors
    from kiosk.bridge.keyboard import Keyboard
    from kiosk.bridge.labels import Labels
    from kiosk.bridge.look.look import Look
    from kiosk.bridge.notice import Notice
    from kiosk.bridge.pictures.shelf import Shelf
    from kiosk.bridge.rehearsal import Rehearsal
    from kiosk.bridge.speech.speech import Speech
    from kiosk.bridge.stage.slideshow import Slideshow
    from kiosk.bridge.visit import Visit
    from kiosk.bridge.wall.hanging import Hanging
    from kiosk.bridge.wall.search import Search
    from kiosk.bridge.wall.sorting import Sorting
    from kiosk.exhibition.config import Config
    from kiosk.exhibition.model import Exhibition, Work


class Parts:
    """The parts of a gallery, which makes them, and what is known of its works."""

    _attract: Attract
    _changes: Changes
    _clock: Callable[[], datetime]
    _closer: Closer
    _config: Config
    _doors: Doors
    _exhibition: Exhibition
    _hanging: Hanging
    _keyboard: Keyboard
    _labels: Labels
    _look: Look
    _notice: Notice
    _pixels: tuple[int, int]
    _rehearsal: Rehearsal
    _shelf: Shelf
    _slideshow: Slideshow
    _speech: Speech
    _visit: Visit

    in_step = False
    """Whether it shows what another kiosk leads to."""

    @property
    def sitting(self) -> Visit:
        """The visitor's session."""
        return self._visit

    @property
    def today(self) -> date:
        """The day by the clock of the show."""
        return self._clock().date()

    @property
    def show(self) -> Slideshow:
        """The slideshow."""
        return self._slideshow

    @property
    def entrance(self) -> Doors:
        """`doors` for Python."""
        return self._doors

    @property
    def loop(self) -> Attract:
        """The attract loop."""
        return self._attract

    @property
    def nearer(self) -> Closer:
        """The closer look."""
        return self._closer

    @property
    def reader(self) -> Speech:
        """What reads labels aloud."""
        return self._speech

    @property
    def keys(self) -> Keyboard:
        """Whether the visitor works with keys."""
        return self._keyboard

    @property
    def painting(self) -> Look:
        """The colours and sizes of everything."""
        return self._look

    @property
    def changes(self) -> Changes:
        """What keeps changes of the whole screen from flashing."""
        return self._changes

    @property
    def board(self) -> Notice:
        """`notice` for Python."""
        return self._notice

    @property
    def home_wall(self) -> Wall:
        """The wall that every visitor finds."""
        return Wall(self._config.display.wall)

    @property
    def order(self) -> Sorting:
        """The order of the works."""
        return self._hanging.sorting

    @property
    def finding(self) -> Search:
        """The search."""
        return self._hanging.search

    @property
    def pixels(self) -> tuple[int, int]:
        """The window's size in the screen's own pixels."""
        return self._pixels

    @property
    def ground(self) -> str:
        """The colour of the wall, as #rrggbb."""
        return str(self._look.wall)

    @property
    def ink(self) -> str:
        """The colour of words on the wall, as #rrggbb."""
        return str(self._look.ink)

    @property
    def rehearsed(self) -> bool:
        """Whether this is another time than the day's."""
        return bool(self._rehearsal.clock)

    @property
    def receiving(self) -> bool:
        """Whether visitors are expected."""
        return self._doors.are_open

    @property
    def theme_ids(self) -> tuple[str, ...]:
        """The exhibition's themes."""
        return tuple(theme.id for theme in self._exhibition.themes)

    @property
    def introduced(self) -> bool:
        """Whether there is a card of the exhibition."""
        return bool(self._exhibition.intro)

    @property
    def waiting_for_pictures(self) -> bool:
        """Whether any rendition that was asked for is still being made."""
        return self._shelf.waiting

    def title_of(self, work: int) -> str:
        """What a work is called."""
        return self._labels.name(work)[0]

    def find(self, fits: Callable[[float], bool]) -> int | None:
        """The first work on show whose picture's width over height fits; a work without a picture counts as 0."""
        for work in self._slideshow.playlist.works:
            size = self._shelf.size(work)
            shape = size[0] / size[1] if size and self._shelf.has_picture(work) else 0.0
            if fits(shape):
                return work
        return None

    def find_work(self, fits: Callable[[Work], bool]) -> int | None:
        """The first work on show with a picture that fits."""
        works = (work for work in self._slideshow.playlist.works if self._shelf.has_picture(work))
        return next((work for work in works if fits(self._exhibition.works[work])), None)

    def find_pair(self) -> int | None:
        """The first work on show beside which another is shown."""
        return next(iter(self._slideshow.playlist.partners), None)
