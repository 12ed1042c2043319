"""An exhibition being shown: what is behind the scenes, the gallery, and its face in a window."""

from __future__ import annotations

import logging
import threading
import time
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import __version__, drives
from kiosk.bridge.desktop import DesktopWish
from kiosk.bridge.doors import wall_clock
from kiosk.bridge.gallery import Gallery
from kiosk.bridge.look import fonts
from kiosk.bridge.pictures.shelf import Shelf
from kiosk.bridge.pictures.still import keep_still
from kiosk.bridge.upkeep import allocator
from kiosk.bridge.upkeep.tidying import Tidying
from kiosk.bridge.words import Words
from kiosk.exhibition.config_sections import Motion
from kiosk.exhibition.places import assets_folder, cache_folder, state_folder
from kiosk.exhibition.threads import begin
from kiosk.pictures.storage.quarantine import Part
from kiosk.visit.clocks import Clocks
from kiosk.visit.opening import STILL_NAME, WHOLE, Beginning, Opening, recall, remember, states

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQuick import QQuickWindow

    from kiosk.backstage import Backstage
    from kiosk.bridge.counting import Counter
    from kiosk.bridge.speech.mute import Mute
    from kiosk.bridge.speech.voice import VoiceProcess
    from kiosk.bridge.window.face import Face
    from kiosk.exhibition.config import Config
    from kiosk.exhibition.model import Exhibition
    from kiosk.exhibition.problems import Problem
    from kiosk.pictures.refusal import Refused
    from kiosk.pictures.storage.quarantine import Case

_log = logging.getLogger(__name__)


class House:
    """Everything alive while an exhibition is shown. `clocks` are those of the computer unless others are given."""

    def __init__(
        self,
        application: QGuiApplication,
        backstage: Backstage,
        face: Face,
        clocks: Clocks | None = None,
        *,
        still: bool = False,
    ) -> None:
        exhibition, config = backstage.exhibition, backstage.config
        self.backstage = backstage
        self._face = face
        self._clocks = clocks = clocks or Clocks(time.monotonic, wall_clock)
        serif = fonts.load_fonts(backstage.fonts)
        words = Words(application, assets_folder() / "translations", exhibition.languages)
        self._shelf = Shelf(
            exhibition,
            backstage.cache,
            backstage.workshop,
            partial(drives.complain, backstage),
            quarantine=backstage.quarantine,
            mended=self._note_mended,
        )
        self._room: Refused | None = None
        self._shelf.changed.connect(self.note_room)
        self._voice = _mute(exhibition) if still else _voice_of(config)
        self.gallery = Gallery(
            exhibition,
            config,
            self._shelf,
            words,
            clocks.now,
            clocks.day,
            serif=serif,
            reduced_motion=still or config.display.reduced_motion is Motion.ON,
            seed=time.time_ns(),
            selection=backstage.selection,
            voice=self._voice,
            paced=True,
            rehearsing=clocks.rehearsing,
        )
        face.speak(words)
        self.gallery.loop.opened.connect(allocator.give_pictures_back)
        self.gallery.loop.opened.connect(allocator.share_heaps)
        Tidying(self.gallery.sitting)
        self._wish = DesktopWish()
        if not still:
            if config.display.reduced_motion is Motion.AUTO:
                self._wish.told.connect(self.gallery.sitting.reduce_at_home)
            self._wish.contrasted.connect(self.gallery.sitting.contrast_at_home)
            self.gallery.loop.opened.connect(self._wish.ask)

        self.note_room()

    def open(self, window: QQuickWindow) -> None:
        """Put the exhibition into a window made for one."""
        self._face.hang(window, self.gallery)

    def keep_opening(self, asked: str, files: tuple[Path, ...]) -> None:
        """Remember what the loop began with once it is on the screen, for the next start that is `asked` the same.

        `files` are those it was read from. Opening hours are not looked at so early: with them nothing is remembered.
        """
        hours = self.backstage.config.hours
        if not hours.open and not hours.closed:
            self.gallery.loop.begun.connect(lambda: self._keep_opening(asked, files))

    def _keep_opening(self, asked: str, files: tuple[Path, ...]) -> None:
        scene = self.gallery.loop.front_scene
        shown, display = scene.scene, self.backstage.config.display
        picture = self.backstage.exhibition.works[shown.works[0]].picture if shown else None
        if shown is None or shown.theme or picture is None or not scene.addresses:
            return
        rendition = Path(scene.addresses[0].toLocalFile())
        part = (scene.part.x(), scene.part.y(), scene.part.width(), scene.part.height())
        folder = cache_folder()
        opening = Opening(
            version=__version__,
            asked=asked,
            files=(),
            day=date.today().isoformat() if self.backstage.selection.dated else None,  # noqa: DTZ011 - the wall's day
            beginning=Beginning(str(folder / STILL_NAME), WHOLE, self.gallery.ground),
            of=(str(rendition), part),
            pixels=self.gallery.pixels,
            screen=display.screen,
            renderer=str(display.renderer),
        )
        # Beside the show: decoding it takes longer than a frame, and the files may lie on a slow drive.
        kept = (folder, opening, (*files, picture), rendition, self.gallery.loop.view)
        begin(threading.Thread(target=_keep, args=kept, name="opening", daemon=True))

    def count(
        self, before: Counter | None, tell: Callable[[Problem], object], *, windowed: bool = False
    ) -> Counter | None:
        """What counts the visits here, and did so `before` elsewhere; nothing where staff do not want that."""
        if not self.backstage.config.statistics.counts(windowed=windowed):
            if before:
                before.close()
            return None
        from kiosk.bridge.counting import Counter  # noqa: PLC0415 - not where it is switched off

        counter = before or Counter(state_folder(), tell, self._clocks.now, self._clocks.day)
        counter.follow(self.gallery, self.backstage.exhibition, self.backstage.config.hours)
        return counter

    def note_room(self) -> None:
        """Tell staff when prepared pictures cannot be kept where they belong, and when they can be again."""
        problem = self.backstage.cache.problem
        if problem is not self._room:
            self._room = problem
            if drives.note_room(self.backstage):
                self.recover()

    def _note_mended(self, work: str) -> None:
        if drives.mended(self.backstage, work):
            self.recover()

    def recover(self) -> None:
        """Try again what failed because something was wrong that is not any more."""
        self._shelf.forgive(all_of_them=True)

    def retry(self) -> int:
        """Try again all pictures that failed; how many those are."""
        failed = self._shelf.forgive_all()
        for work in failed:
            self.backstage.report.clear(self.backstage.exhibition.works[work].id)
        return len(failed)

    def resting(self) -> list[tuple[int, Case]]:
        """Works whose pictures rest after they have failed twice, what failed last first."""
        works = {str(self._shelf.source(work)): work for work in self._shelf.failed}
        cases = reversed(self.backstage.quarantine.resting)
        return [(works[case.source], case) for case in cases if case.part is Part.PICTURE and case.source in works]

    def wake(self, work: int) -> None:
        """Try a picture again that failed."""
        self._shelf.wake(work)
        self.backstage.report.clear(self.backstage.exhibition.works[work].id)

    def close(self) -> None:
        """QML first, since it reads the gallery; the workers last."""
        self._face.close()
        self.empty()
        self.backstage.close()

    def empty(self) -> None:
        """Let go of the voice, the pictures and the exhibition. What shows them is gone, or shows another house."""
        if self._voice is not None:
            self._voice.close()
        self._shelf.close()
        self.backstage.let_go()


def _mute(exhibition: Exhibition) -> Mute:
    from kiosk.bridge.speech.mute import Mute  # noqa: PLC0415 - a show has no need of it

    return Mute(exhibition.languages)


def _voice_of(config: Config) -> VoiceProcess | None:
    """What reads labels aloud, where staff want that and can have it."""
    if not config.speech.enabled:
        return None
    from kiosk.bridge.speech.voice import VoiceProcess  # noqa: PLC0415 - most kiosks are silent
    from kiosk.speech.start import can_read  # noqa: PLC0415 - see above

    if not can_read():
        remedy = "Install it, or set speech.enabled to false in config.yaml."
        _log.warning("labels are not read aloud: the extra speech is not installed. %s", remedy)
        return None
    return VoiceProcess()


def _keep(folder: Path, opening: Opening, files: tuple[Path, ...], rendition: Path, view: tuple[int, int]) -> None:
    """Keep an opening that was read from `files` as they are now, unless it is kept already."""
    known = states(files)
    if known is None:
        return
    opening = opening._replace(files=known)
    there = recall(folder) == opening and (folder / STILL_NAME).is_file()
    if not there and keep_still(rendition, opening.of[1], view, folder / STILL_NAME):
        remember(folder, opening)
