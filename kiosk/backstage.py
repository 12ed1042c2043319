"""Behind the scenes: the configuration, the exhibition, its prepared pictures and who prepares them. No Qt."""

from __future__ import annotations

import logging
import queue
import sys
import threading
import time
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.exhibition.config import Config, read_config
from kiosk.exhibition.episodes import Episodes
from kiosk.exhibition.installed import is_bundle, is_installed
from kiosk.exhibition.manifest import ManifestReading, manifest_file
from kiosk.exhibition.palette import Wall, palette
from kiosk.exhibition.places import cache_folder, content_folder, demo_manifest, state_folder
from kiosk.exhibition.reader import ManifestReader
from kiosk.exhibition.reading import read_exhibition
from kiosk.exhibition.screen_profile import NoProfile, read_screen_profile
from kiosk.exhibition.selection import Selection
from kiosk.exhibition.threads import begin
from kiosk.pictures.orders import Ready
from kiosk.pictures.storage.cache import Cache
from kiosk.pictures.storage.quarantine import Quarantine
from kiosk.pictures.workers.orderbook import Urgency
from kiosk.pictures.workers.workshop import Workshop
from kiosk.staff.bundles.lock import hold
from kiosk.staff.hidden import HiddenWorks
from kiosk.staff.reach import Reach, silent, touch
from kiosk.staff.report import StaffReport
from kiosk.staff.safe_mode import calm
from kiosk.staff.typefaces import FOLDER, copied, remembered
from kiosk.visit.attract import programme
from kiosk.visit.motion import motion
from kiosk.visit.opening import Beginning

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kiosk.exhibition.model import Exhibition, Work
    from kiosk.exhibition.problems import Problem
    from kiosk.pictures.orders import Result
    from kiosk.pictures.workers.process import WorkerProcess
    from kiosk.staff.typefaces import Typeface

_log = logging.getLogger("kiosk")

FOR_EVER_S = 1e6
"""For commands, which somebody sits before who may end them."""


class Backstage:
    """What `exhibition` needs to be shown. Problems of the show are noted once, in the log and the staff report.

    `worker` may have been started already, to be ready when the first picture is asked for. What comes after `before`
    takes over its workers, and the pictures they have made: only the last one is closed. `fonts` are the exhibition's
    own, which are looked for here if they are not given.
    """

    def __init__(
        self,
        exhibition: Exhibition,
        config: Config,
        worker: WorkerProcess | None = None,
        before: Backstage | None = None,
        fonts: tuple[Typeface, ...] | None = None,
    ) -> None:
        self.exhibition = exhibition
        self.config = config
        self.fonts = copied(exhibition.brand.fonts, fonts_folder()) if fonts is None else fonts
        self.hidden: HiddenWorks = before.hidden if before else HiddenWorks(state_folder())
        self.selection = Selection(exhibition, self.hidden.of(exhibition))
        self.cache: Cache = before.cache if before else renditions(config)
        self.quarantine: Quarantine = before.quarantine if before else Quarantine(state_folder())
        self.workshop: Workshop = (
            before.workshop if before else Workshop(self.cache, first=worker, quarantine=self.quarantine)
        )
        self.report: StaffReport = before.report if before else StaffReport(state_folder())
        self.episodes: Episodes = before.episodes if before else Episodes(time.monotonic)
        self._held = hold(exhibition.folder) if is_installed(exhibition.folder) else None
        self._first: Work | None = None
        self._previewed: queue.SimpleQueue[Result] = queue.SimpleQueue()

    def prepare_beginning(self) -> None:
        """Have the preview of the loop's first picture made, unless there is one, while the rest is being loaded."""
        shown = self.selection.on_show((), date.today()) or self.selection.on_show(())  # noqa: DTZ011 - the day on the wall
        scene = programme(self.exhibition.traits, shown, self.config.attract.teaser_every).scene(0)
        work = self.exhibition.works[scene.works[0]]
        if work.picture is None or scene.theme is not None:
            return
        preview = threading.Thread(target=self._preview, args=(work.picture,), name="beginning", daemon=True)
        self._first = work if begin(preview) else None

    def _preview(self, picture: Path) -> None:
        """On a thread of its own, for the picture may lie on a drive that does not answer."""
        made = self.cache.find(picture, None)
        if made:
            self._previewed.put(Ready(picture, made))
        else:
            self.workshop.order(picture, self.exhibition.folder, None, Urgency.NOW, self._previewed.put)

    def beginning(self, screen: tuple[int, int], patience_s: float) -> Beginning | None:
        """What the loop will begin with on a screen of so many pixels, if that is known in time."""
        hours = self.config.hours
        if self._first is None or hours.open or hours.closed:
            return None
        try:
            result = self._previewed.get(timeout=patience_s)
        except queue.Empty:
            return None
        if not isinstance(result, Ready):
            return None
        size = result.rendition.width, result.rendition.height
        part = motion(size, screen, self._first.focus, self._first.safe, seed=0).start
        wall = palette(Wall(self.config.display.wall), self.exhibition.brand).wall
        return Beginning(str(result.rendition.preview), part, wall)

    def complain(self, problem: Problem) -> None:
        """Note a problem of the show."""
        if self.report.add(problem):
            _log.warning("%s", problem)

    def trouble(self, problem: Problem) -> None:
        """Note a fault that may last and come again: it is told once, until it is `over`."""
        if self.episodes.fails(problem.rule):
            self.complain(problem)

    def over(self, rule: str, words: str) -> bool:
        """Note that what broke that rule works, in `words` such as "the disk has room again". Whether that is news."""
        episode = self.episodes.works(rule)
        if episode:
            self.report.clear_rule(rule)
            _log.info("%s, %s", words, episode)
        return episode is not None

    def let_go(self) -> None:
        """Nothing of the exhibition is shown any more: from now on it may be removed, if it was installed."""
        if self._held:
            self._held.close()

    def close(self) -> None:
        """End the workers and keep what was learned."""
        self.let_go()
        self.workshop.close()
        self.quarantine.close()
        self.cache.close()


def open_backstage(
    config_file: Path | None,
    exhibition: Path | None,
    worker: WorkerProcess | None = None,
    read_large: Callable[[Config, ManifestReader], bytes | ManifestReading] = lambda _, reader: reader.answer(),
    reach: Reach | None = None,
    unpack: Callable[[Config, Path], Path] | None = None,
) -> tuple[Config, ManifestReading, Backstage | None]:
    """The configuration, the exhibition, and who prepares its pictures, the first one at once.

    With `reach` no drive is waited for that does not answer: nothing can be shown then, as long as that is so.
    """
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    reach = reach or Reach(FOR_EVER_S)
    config = reach.ask(partial(configured, config_file), None)
    if config is None:
        config = calm(Config(exhibition=exhibition or demo_manifest()))
        reading = _silent(config_file or content_folder())
    elif not reach.answers(cache_folder(), state_folder()):
        reading = _silent(cache_folder())
    elif not reach.ask(lambda: touch(manifest_file(exhibition or config.exhibition)), otherwise=False):
        reading = _silent(exhibition or config.exhibition)
    else:
        reading = _named(config, exhibition, partial(read_large, config), unpack)
    if reading.exhibition is None:
        if worker:
            worker.rest()
        return config, reading, None
    named, kept = reading.exhibition.brand.fonts, fonts_folder()
    fonts = reach.ask(lambda: copied(named, kept), None) if named else ()
    fonts = remembered(named, kept) if fonts is None else fonts
    behind = Backstage(reading.exhibition, config, worker, fonts=fonts)
    behind.prepare_beginning()
    return config, reading, behind


def _named(
    config: Config,
    exhibition: Path | None,
    read_large: Callable[[ManifestReader], bytes | ManifestReading],
    unpack: Callable[[Config, Path], Path] | None,
) -> ManifestReading:
    """The exhibition that was named, else the configured one; that of a bundle is unpacked into the cache first."""
    if exhibition is None or not is_bundle(exhibition):
        return read(exhibition or config.exhibition, read_large)
    from kiosk.staff.bundles.refusal import BundleRefused  # noqa: PLC0415 - few are bundles
    from kiosk.staff.bundles.viewing import unpacked  # noqa: PLC0415 - see above

    try:
        return read(unpack(config, exhibition) if unpack else unpacked(exhibition), read_large)
    except BundleRefused as refused:
        _tell((refused.problem,))
        return ManifestReading(None, (refused.problem,))


def renditions(config: Config) -> Cache:
    """The prepared pictures of this kiosk."""
    return Cache(renditions_folder(), round(config.cache.size_gb * 1e9), screen_profile(config))


def screen_profile(config: Config) -> bytes:
    """The ICC profile of this kiosk's screen; empty for sRGB, also when its file has gone since it was checked."""
    if config.display.profile is None:
        return b""
    try:
        return read_screen_profile(Path(config.display.profile))
    except NoProfile:
        return b""


def fonts_folder() -> Path:
    """Where the copies of exhibitions' own fonts are."""
    return cache_folder() / FOLDER


def _silent(file: Path) -> ManifestReading:
    problem = silent(file)
    _tell((problem,))
    return ManifestReading(None, (problem,))


def renditions_folder() -> Path:
    """Where they are."""
    return cache_folder() / "renditions"


def configured(path: Path | None) -> Config:
    """The configuration in the file at `path`, problems told on the terminal; the usual one without a file."""
    if path is None:
        return calm(Config())
    reading = read_config(path)
    _tell(reading.problems)
    return calm(reading.config)


def read(
    path: Path, read_large: Callable[[ManifestReader], bytes | ManifestReading] = lambda reader: reader.answer()
) -> ManifestReading:
    """The exhibition to show, problems told on the terminal; None also for one without any work.

    A large one that was never read takes time: `read_large` waits for its reader's answer, and may show something.
    """

    def patiently(manifest: Path) -> bytes | ManifestReading:
        megabytes = manifest.stat().st_size / 1e6
        sys.stderr.write(f"{manifest} has {megabytes:.0f} MB. Reading it takes a while, this first time only.\n")
        return read_large(ManifestReader(manifest))

    reading = read_exhibition(manifest_file(path), cache_folder() / "exhibitions", patiently)
    _tell(reading.problems)
    return reading


def _tell(problems: Iterable[Problem]) -> None:
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
