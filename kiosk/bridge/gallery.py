"""The whole show for QML: one exhibition, one visitor, and what follows from one for the other."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.about import About
from kiosk.bridge.attract.attract import Attract
from kiosk.bridge.changes import COLOURS, SCREEN, Changes
from kiosk.bridge.closer.closer import Closer
from kiosk.bridge.doors import Doors, wall_clock
from kiosk.bridge.keyboard import Keyboard
from kiosk.bridge.labels import Labels
from kiosk.bridge.look.fonts import SERIF
from kiosk.bridge.look.look import Look, true_density, unit_of
from kiosk.bridge.look.typography import Typography
from kiosk.bridge.notice import Notice
from kiosk.bridge.pace import Pace, lasts
from kiosk.bridge.parts import Parts
from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python
from kiosk.bridge.rehearsal import Rehearsal
from kiosk.bridge.speech.speech import Speech
from kiosk.bridge.stage.moves import Move
from kiosk.bridge.stage.slide import url
from kiosk.bridge.stage.slideshow import Slideshow
from kiosk.bridge.visit import Visit
from kiosk.bridge.wall.hanging import Hanging
from kiosk.bridge.wall.kin import Kin
from kiosk.bridge.wall.search import Search
from kiosk.bridge.wall.sorting import Sorting
from kiosk.bridge.wall.themes_model import ThemesModel
from kiosk.bridge.wall.wall_model import WallModel
from kiosk.bridge.wall.works_model import WorksModel
from kiosk.exhibition.config_sections import Order
from kiosk.exhibition.palette import Wall, luminance
from kiosk.exhibition.selection import Selection, places
from kiosk.visit import seeking
from kiosk.visit.attract import Programme, programme
from kiosk.visit.handover import Offered
from kiosk.visit.on_show import OnShow
from kiosk.visit.playlist import Playlist
from kiosk.visit.reach import band
from kiosk.visit.session import Rules
from kiosk.visit.session import Screen as SessionScreen
from kiosk.visit.type_sizes import ARM_MM, text_scales

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtQuick import QQuickWindow

    from kiosk.bridge.pictures.shelf import Shelf
    from kiosk.bridge.speech.speech import Service
    from kiosk.bridge.words import Words
    from kiosk.exhibition.config import Config
    from kiosk.exhibition.label import LabelLine
    from kiosk.exhibition.model import Exhibition
    from kiosk.exhibition.spoken import Passage

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "Gallery"]


@QmlElement
@made_in_python
class Gallery(QObject, Parts):
    """The root of everything QML sees. `now` is a monotonic clock in seconds, `clock` the time of day.

    `serif` is the family that titles and descriptions are set in, `selection` the exhibition's where it is known,
    `voice` what reads labels aloud where that is wanted. `paced`: nothing changes so fast that it flashes.
    `rehearsing`: `clock` is not that of the day, and visitors are told so.
    """

    languageChanged = Signal()
    logoChanged = Signal()

    def __init__(
        self,
        exhibition: Exhibition,
        config: Config,
        shelf: Shelf,
        words: Words,
        now: Callable[[], float],
        clock: Callable[[], datetime] = wall_clock,
        serif: str = SERIF,
        reduced_motion: bool = False,
        seed: int = 0,
        selection: Selection | None = None,
        voice: Service | None = None,
        *,
        paced: bool = False,
        rehearsing: bool = False,
    ) -> None:
        super().__init__()
        self._exhibition = exhibition
        self._config = config
        self._shelf = shelf
        self._words = words
        self._clock = clock
        selection = selection or Selection(exhibition)
        self._labels = Labels(exhibition)
        self._on_show = OnShow(selection, self.theme_ids, lambda: self.today)
        self._day = self.today
        works = places(self._on_show.works())
        shuffle = seed if config.slideshow.order is Order.SHUFFLE else None
        self._visit = Visit(self._rules(reduced_motion), now, self)
        kin = Kin(exhibition, selection, self._labels, self._visit, self._on_show.works)
        fade_ms = config.slideshow.fade_ms
        self._type = Typography(serif, self)
        self._type.speak(*self._labels.sample())
        pairs = exhibition.traits.pairs
        playlist = Playlist.of(works, seed=shuffle, pairs=pairs)
        self._pace = Pace(now, shelf, lambda: luminance(self.ground), self._lasting, self) if paced else None
        if self._pace:
            self._pace.seen = self._on_stage
        self._visit.changes = self._changes = Changes(self._pace, self._on_stage, self)
        self._look = Look(Wall(config.display.wall), exhibition.brand, serif, fade_ms, self, self._changes)
        self._slideshow = Slideshow(
            shelf,
            playlist,
            self._labels.lines,
            self._labels.described,
            self._dwell,
            now,
            self,
            kin,
            self._pace,
            pairs,
            lambda work: exhibition.works[work].size_cm,
            lambda work: exhibition.works[work].allow_zoom,
        )
        self._attract = Attract(
            exhibition,
            shelf,
            self._programme(),
            self._labels.scene,
            config.attract.seconds,
            self,
        )
        self._about = About(self.introduced, self._tell_about, self)
        self._closer = Closer(exhibition, shelf, self._labels, now, self)
        self._speech = Speech(voice, self._visit, self._passages, now, self)
        self._strip = WorksModel(shelf, self._labels.name, self)
        self._hanging = Hanging(
            exhibition,
            shelf,
            words,
            self._labels,
            self._on_show,
            kin,
            self._visit,
            self._changes,
            self._slideshow,
            self._on_stage,
            self,
        )
        self._keyboard = Keyboard(self)
        self._doors = Doors(config.hours, clock, self)
        self._rehearsal = Rehearsal(clock, words, self, on=rehearsing)
        self._notice = Notice(self._visit, words, self)
        self._slideshow.moved.connect(self._show_round)
        self._pixels = (0, 0)
        self._settled_in = False
        self._hanging.show()
        self._attract.opened.connect(self._settle_in)
        shelf.logoChanged.connect(self.logoChanged)
        self._visit.changed.connect(self._follow)
        self._doors.changed.connect(self._open_or_close)
        self._closer.left.connect(self._visit.showStage)

    def fit(
        self,
        width: int,
        height: int,
        ratio: float,
        pixels_per_mm: float | None,
        windowed: bool,
        certain: float | None = None,
    ) -> None:
        """The window has this size in device-independent pixels, on a screen of this pixel ratio and density.

        `certain`: the density, if it can be relied on so much that works are shown as large as they are.
        """
        short_side = min(width, height)
        unit = unit_of(short_side, pixels_per_mm, windowed)
        true = true_density(short_side, pixels_per_mm, windowed)
        self._look.set_unit(unit, true)
        edge_mm = None if windowed else self._config.display.bottom_edge_mm
        self._look.set_band(band(height, true, edge_mm, unit))
        distance = self._config.display.viewing_distance_mm
        self._type.fit(text_scales(unit, unit, ARM_MM) if windowed else text_scales(unit, true, distance))
        self._pixels = round(width * ratio), round(height * ratio)
        self._attract.fit(*self._pixels)
        self._closer.fit(self._pixels, ratio, certain)
        if self._settled_in:
            self._slideshow.fit(*self._pixels)

    def watch(self, window: QQuickWindow) -> None:
        """Go by the frames that this window shows."""
        if self._pace:
            self._pace.watch(window)

    def start(self) -> None:
        """Begin with the attract loop."""
        self._attract.run(self._doors.are_open)

    def succeed(self, before: Gallery) -> None:
        """Take the place of `before`, whose visitor keeps what there is here, too. To be called when this is fitted."""
        self._doors.keep_shut(before._doors.kept_shut)
        offered = Offered(searched=self._hanging.search.is_offered, introduced=self.introduced)
        self._visit.succeed(before._visit, self._on_show.left_of, offered)
        self._keyboard.use(before._keyboard.in_use)
        self._notice.succeed(before._notice)
        seen = before._exhibition.works[before._slideshow.playlist.current].id
        work = self._exhibition.index_by_id.get(seen)
        if self._visit.session.screen is not SessionScreen.ATTRACT and work in self._slideshow.playlist.works:
            self._slideshow.go_to(work, Move.CUT)
        self._changes.succeed(before._changes)

    @Slot()
    def _settle_in(self) -> None:
        """Prepare for visitors: when the first picture is on the screen, or when a visitor comes before that."""
        if not self._settled_in:
            self._settled_in = True
            self._slideshow.fit(*self._pixels)
            self._shelf.measure()

    def _rules(self, reduced_motion: bool) -> Rules:
        return Rules(
            home_language=self._exhibition.languages[0],
            languages=self._exhibition.languages,
            warn_after_s=self._config.idle.warn_after_s,
            warn_for_s=self._config.idle.warn_for_s,
            resume_after_s=self._config.slideshow.resume_after_s,
            home_reduced_motion=reduced_motion,
            home_high_contrast=self._config.display.wall == Wall.HIGH_CONTRAST,
            home_volume=self._config.speech.volume,
        )

    def _on_stage(self) -> bool:
        return self._visit.session.screen is SessionScreen.STAGE

    def _lasting(self, move: Move) -> tuple[float, bool]:
        fade_s = self._config.slideshow.fade_ms / 1000
        return lasts(move, fade_s, reduced=self._visit.session.reduced_motion)

    def _dwell(self, *works: int) -> float:
        return self._labels.dwell_s(works, self._config.slideshow.dwell_s)

    def _passages(self, work: int) -> tuple[Passage, ...]:
        """What there is to read aloud of a work, and of the one beside it."""
        playlist = self._slideshow.playlist
        shown = playlist.shown if work in playlist.shown else (work,)
        return tuple(chain.from_iterable(map(self._labels.passages, shown)))

    @Slot()
    def _follow(self) -> None:
        """Bring everything else in line with the visitor's session."""
        session = self._visit.session
        if session.screen is SessionScreen.ATTRACT:
            self._shelf.forgive()
            self._keyboard.use(False)
        else:
            self._settle_in()
        if session.language != self._labels.language:
            self._labels.language = session.language
            self._words.speak(session.language)
            self._type.speak(*self._labels.sample())
            self._strip.retell()
            self._slideshow.retell()
            self._attract.retell()
            self._about.retell()
            self._closer.retell()
            self._hanging.retell()
            self._rehearsal.look()
            self.languageChanged.emit()
        self._look.hang_on(session.high_contrast)
        if session.text_size != self._type.size:
            self._changes.make(COLOURS, lambda: self._type.read_at(self._visit.session.text_size))
        self._hanging.follow()
        if self._day != self.today:
            self._turn_the_day()
        if self._closer.work is not None and session.screen is not SessionScreen.CLOSER:
            self._closer.close()
        if session.screen is SessionScreen.ATTRACT:
            self._closer.gone()
        self._slideshow.run(session.advancing)
        self._attract.run(session.screen is SessionScreen.ATTRACT and self._doors.are_open)
        self._speech.follow(self._slideshow.playlist.current)

    def _turn_the_day(self) -> None:
        """Some works are shown from or until a day."""
        self._day = self.today
        self._hanging.show()
        self._about.retell()
        self._attract.perform(self._programme())

    def _programme(self) -> Programme:
        return programme(self._exhibition.traits, self._on_show.works(), self._config.attract.teaser_every)

    @Slot()
    def _open_or_close(self) -> None:
        self._visit.go_home()
        self._follow()

    def has_on_show(self, work: int) -> bool:
        """Whether a work is on show today."""
        return self._on_show.has(work)

    @Slot()
    def _show_round(self) -> None:
        """Another work is on the stage. Each round of a shuffled slideshow has an order of its own."""
        shown = self._slideshow.playlist.shown
        self._strip.show(self._slideshow.playlist.singly)
        self._visit.go_on()
        self._closer.consider(*shown)
        if self._closer.work not in {None, *shown}:
            self._visit.enter(SessionScreen.STAGE)
        self._speech.follow(self._slideshow.playlist.current)

    def _tell_about(self) -> tuple[LabelLine, ...]:
        dates = self._words.dates(self._exhibition.opens, self._exhibition.closes)
        return self._labels.about(dates, self._on_show.works().bit_count())

    @Property(Visit, constant=True)
    def visit(self) -> Visit:
        return self._visit

    @Property(Doors, constant=True)
    def doors(self) -> Doors:
        return self._doors

    @Property(Rehearsal, constant=True)
    def rehearsal(self) -> Rehearsal:
        return self._rehearsal

    @Property(Notice, constant=True)
    def notice(self) -> Notice:
        return self._notice

    @Property(Keyboard, constant=True)
    def keyboard(self) -> Keyboard:
        return self._keyboard

    @Property(Look, constant=True)
    def look(self) -> Look:
        return self._look

    @Property(Typography, constant=True)
    def typography(self) -> Typography:
        return self._type

    @Property(Slideshow, constant=True)
    def slideshow(self) -> Slideshow:
        return self._slideshow

    @Property(Attract, constant=True)
    def attract(self) -> Attract:
        return self._attract

    @Property(About, constant=True)
    def about(self) -> About:
        return self._about

    @Property(Closer, constant=True)
    def closer(self) -> Closer:
        return self._closer

    @Property(Speech, constant=True)
    def speech(self) -> Speech:
        return self._speech

    @Property(WorksModel, constant=True)
    def strip(self) -> WorksModel:
        return self._strip

    @Property(WallModel, constant=True)
    def wall(self) -> WallModel:
        return self._hanging.wall

    @Property(Sorting, constant=True)
    def sorting(self) -> Sorting:
        return self._hanging.sorting

    @Property(Search, constant=True)
    def search(self) -> Search:
        return self._hanging.search

    @Property(ThemesModel, constant=True)
    def themes(self) -> ThemesModel:
        return self._hanging.chips

    @Property(str, notify=languageChanged)
    def title(self) -> str:
        return self._labels.say(self._exhibition.title)

    @Property(str, notify=languageChanged)
    def heading(self) -> str:
        """The title as it is set in large letters."""
        return self._labels.say_bound(self._exhibition.title)

    @Property(str, notify=languageChanged)
    def subtitle(self) -> str:
        return self._labels.say_bound(self._exhibition.subtitle)

    @Property(str, notify=languageChanged)
    def venue(self) -> str:
        return self._labels.say(self._exhibition.venue)

    @Property(str, notify=languageChanged)
    def dates(self) -> str:
        return self._words.dates(self._exhibition.opens, self._exhibition.closes)

    @Property(QUrl, notify=logoChanged)
    def logo(self) -> QUrl:
        return url(self._shelf.logo())

    @Property(list, constant=True)
    def languages(self) -> list[dict[str, str]]:
        """Each language of the exhibition: its tag and its own name for itself."""
        return self._words.languages

    @Property(list, constant=True)
    def invitations(self) -> list[dict[str, str]]:
        """The invitation of the attract loop, in each language."""
        return self._words.invitations

    @Slot(str)
    def choose(self, theme: str) -> None:
        """Choose a theme, or no longer; the empty name chooses all works."""
        self._hanging.choose(theme)

    @Slot(str)
    def undo(self, kind: str) -> None:
        """No longer want one creator's works ("creator"), or those that have some words ("words")."""
        self._hanging.undo(kind)

    @Slot(int)
    def explore(self, work: int) -> None:
        """From the attract loop to the stage, at the work that was touched."""
        self._changes.make(SCREEN, lambda: self._enter_at(work if work in self._slideshow.playlist.works else None))

    @Slot(int, result=bool)
    def open(self, work: int) -> bool:
        """From the wall to the stage, at the work that was touched; whether that is done now."""
        return self._changes.make(SCREEN, lambda: self._enter_at(work))

    def _enter_at(self, work: int | None) -> None:
        if work is not None:
            self._slideshow.go_to(work, Move.CUT)
        self._visit.enter(SessionScreen.STAGE)

    @Slot(float, float, float)
    def lookCloser(self, x: float, y: float, width: float) -> None:
        """From the stage closer to the work that a visitor turned to, whose picture has this corner and width."""
        self._closer.attend(self._slideshow.subject_number)
        if self._may_look_closer() or self._changes.waiting:  # what waits may lead to the stage
            self._changes.make(SCREEN, lambda: self._look_closer(x, y, width))
        else:
            self._visit.look_closer(allowed=False)

    def _may_look_closer(self) -> bool:
        return self._closer.allowed and self._on_stage()

    def _look_closer(self, x: float, y: float, width: float) -> None:
        allowed = self._may_look_closer()
        if allowed:
            self._closer.open(x, y, width)
        self._visit.look_closer(allowed)

    @Slot(float, float)
    def lookInto(self, x: float, y: float) -> None:
        """Into the picture at this point of the window, with the closer look that was asked for: that may wait."""
        self._changes.make(SCREEN, lambda: self._look_into(x, y))

    def _look_into(self, x: float, y: float) -> None:
        if self._visit.session.screen is SessionScreen.CLOSER:
            self._closer.tap(x, y)

    @Slot(QObject, int, result=int)
    def successorOf(self, before: Gallery, work: int) -> int:
        """The number here of a work of the gallery that this one takes the place of; -1 if it is no longer there."""
        return self._exhibition.index_by_id.get(before._exhibition.works[work].id, -1)

    @Slot(int)
    def lost(self, work: int) -> None:
        """The file of a work's preview could not be loaded."""
        self._shelf.lost(work)

    @Slot()
    def leaveWall(self) -> None:
        """From the wall back to the stage. Words that nothing has are forgotten: the stage cannot be empty."""
        self._changes.make(SCREEN, self._leave_wall)

    def _leave_wall(self) -> None:
        if not self._hanging.works:
            self._visit.seek(seeking.clear)
        self._visit.enter(SessionScreen.STAGE)
