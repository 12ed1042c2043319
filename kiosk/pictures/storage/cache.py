"""The folder of prepared pictures, kept below its budget."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.pictures.orders import Measured, TilesMade
from kiosk.pictures.refusal import Refused
from kiosk.pictures.storage.files import as_shown, find, tiles_name
from kiosk.pictures.storage.register import Entry, Register
from kiosk.pictures.storage.shelter import Shelter, try_out
from kiosk.pictures.storage.sweep import REGISTER_NAME, clear, remove
from kiosk.pictures.storage.tiles import find_tile, tile_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kiosk.pictures.orders import Box, Identity, Ready, Rendition
    from kiosk.pictures.pyramid import Pyramid, Tile

RENEW_AFTER_S = 300.0
"""How often what is held has to be renewed: half the time for which a sweep spares what was used."""

TRY_AGAIN_S = 60.0
_TOUCH_AFTER_S = RENEW_AFTER_S / 2


class Cache:
    """Renditions in `home`, at most `budget_bytes` of them after a sweep.

    New ones go into `folder`, which is the same unless `home` takes none: then a temporary one stands in for it,
    `problem` says why, and what lies in `home` is found all the same. Any file may be lost or damaged at any time: it
    is not found then, and made again. They are for a screen with the ICC `profile`, empty for sRGB; those for another
    one are not found.
    """

    def __init__(self, home: Path, budget_bytes: int, profile: bytes = b"") -> None:
        self.profile = profile
        self.problem: Refused | None = None
        self.home = self.folder = home
        self._budget_bytes = budget_bytes
        self._shelter: Shelter | None = None
        self._tried = 0.0
        self.register = Register(home / REGISTER_NAME)
        self._held: Counter[Path] = Counter()
        self._lock = threading.Lock()
        try:
            try_out(home)
        except OSError as error:
            self.give_way(
                Refused(
                    "cache-unwritable",
                    f"Prepared pictures cannot be kept in {home}: {error.strerror or error}.",
                    "Check the disk and the rights of that folder. Until then pictures are made anew at every start.",
                )
            )

    @property
    def budget_bytes(self) -> int:
        """How many bytes may lie in `folder`."""
        return min(self._budget_bytes, self._shelter.budget_bytes) if self._shelter else self._budget_bytes

    def give_way(self, why: Refused) -> bool:
        """`home` takes nothing more, for that reason. Whether there is a folder now that does. On any thread."""
        with self._lock:
            if self.problem is None:
                self.problem, self._tried = why, time.monotonic()
            try:
                self._shelter = self._shelter or Shelter()
            except OSError:
                return False
            self.folder = self._shelter.folder
            return True

    def look_again(self, now: Callable[[], float] = time.monotonic) -> bool:
        """Whether `home` takes files again, after it did not; it is tried no more than once a minute. On any thread."""
        with self._lock:
            if self.problem is None or now() < self._tried + TRY_AGAIN_S:
                return False
            self._tried = now()
        try:
            try_out(self.home)
        except OSError:
            return False
        with self._lock:
            self.problem, self.folder = None, self.home  # what was made meanwhile is on the screen until the end
            return True

    def find(self, source: Path, box: Box | None) -> Rendition | None:
        """The rendition of `source` as it is now for `box`, or its preview alone for None; None if not prepared.

        Takes a look at the source's status, for as long as the disk takes to answer, and at the first and last bytes of
        its rendition. A picture that is new at its place is not found, though its renditions may be there: whoever
        reads it next will know.
        """
        return self._find(self.register.identity(source), box)

    def find_seen(self, source: Path, box: Box | None) -> Rendition | None:
        """The same of `source` as it was at the last look; None also when there was none. Does not touch the source."""
        return self._find(self.register.believed(source), box)

    def has_looked(self, source: Path) -> bool:
        """Whether anybody has looked at `source`, so that `find_seen` knows."""
        return self.register.has_looked(source)

    def doubt(self, sources: Iterable[str]) -> None:
        """Something has changed there: what was seen of `sources`, absolute paths, no longer counts."""
        self.register.doubt(sources)

    def _find(self, identity: Identity | None, box: Box | None) -> Rendition | None:
        folders = (self.home, self._shelter.folder) if self._shelter else (self.home,)
        found = (find(folder, identity, box, self.profile) for folder in folders) if identity else ()
        rendition = next(filter(None, found), None)
        if rendition:
            for path in _files(rendition):
                _touch(path)
        return rendition

    @property
    def held(self) -> tuple[str, ...]:
        """The names of what is not to be swept away, whatever its age."""
        with self._lock:
            return tuple(path.name for path in self._held)

    def hold(self, made: Rendition | Path) -> None:
        """Say that a rendition, or a folder of tiles, is on the screen or will be: no sweep of this program removes it.

        Nor does one of another program, as long as `renew` is called every few minutes.
        """
        with self._lock:
            self._held.update(_files(made))

    def release(self, made: Rendition | Path) -> None:
        """Say that what was held is out of sight; once for each time it was held."""
        with self._lock:
            self._held -= Counter(_files(made))

    def renew(self) -> None:
        """Note that what is held is still in use."""
        with self._lock:
            held = tuple(self._held)
        for path in held:
            _touch(path)

    def tiles_folder(self, source: Path) -> Path | None:
        """The folder for the tiles of `source` as it was seen last, whether it is there or not; None before that."""
        return self._tiles_folder(self.register.believed(source))

    def _tiles_folder(self, identity: Identity | None) -> Path | None:
        return self.folder / tiles_name(as_shown(identity.content, self.profile)) if identity else None

    def tile(self, source: Path, tile: Tile) -> Path | None:
        """The file of a tile of `source` as it was seen last; None where it has not been made.

        Cheap enough for the thread that draws: does not touch the source, looks for the file and opens nothing. Asking
        counts as use of all its tiles.
        """
        folder = self.tiles_folder(source)
        if folder is None:
            return None
        _touch(folder)
        found = find_tile(folder, tile)
        if found is None and folder.parent != self.home:
            found = find_tile(self.home / folder.name, tile)
        return found

    def tiles_taken(self, source: Path, pyramid: Pyramid) -> int | None:
        """How many bytes the tiles of `source` take; None unless every one of its `pyramid` is there.

        A look at the list of their files: which of them are broken is found when they are shown.
        """
        folder = self._tiles_folder(self.register.identity(source))
        there = tile_files(folder) if folder else []
        if folder is None or len(there) < sum(
            columns * rows for columns, rows in map(pyramid.grid, range(pyramid.levels))
        ):
            return None
        _touch(folder)
        return sum(there)

    def discard_tile(self, source: Path, tile: Tile) -> None:
        """Throw a tile away that turned out to be broken, so that the next order for tiles makes it again."""
        path = self.tile(source, tile)
        if path:
            remove(path)

    def discard(self, rendition: Rendition) -> None:
        """Throw a rendition away that turned out to be broken, so that the next order makes it again."""
        for path in _files(rendition):
            if path.parent in (self.folder, self.home):
                remove(path)

    def learn(self, news: Iterable[Ready | Measured | TilesMade]) -> None:
        """Remember what workers found out about pictures."""
        self.register.learn((each.source, _entry(each)) for each in news)

    def known_sizes(self, sources: Iterable[Path]) -> dict[Path, Box]:
        """The shown (width, height) of those of `sources` that were measured and have not changed since."""
        return self.register.sizes(sources)

    def close(self) -> None:
        """Remove the temporary folder, if there is one."""
        if self._shelter:
            self._shelter.close()


def clear_cache(folder: Path) -> int:
    """Remove all that is prepared in `folder` and all that is known of it; how many bytes that frees.

    Safe while another program shows what lies there: it keeps what is on its screen, and makes the rest again.
    """
    return clear(folder)


def _files(made: Rendition | Path) -> list[Path]:
    return [made] if isinstance(made, Path) else [path for path in (made.screen, made.preview) if path]


def _entry(news: Ready | Measured | TilesMade) -> Entry:
    if isinstance(news, Measured):
        return Entry(news.stamp, (news.header.width, news.header.height))
    if isinstance(news, TilesMade):
        return Entry(news.identity.stamp, (news.width, news.height), news.identity.content)
    made = news.rendition
    return Entry(made.identity.stamp, (made.width, made.height), made.identity.content)


def _touch(path: Path) -> None:
    """Note that `path` is in use, by its time of change; seldom enough to spare a memory card."""
    with contextlib.suppress(OSError):
        if abs(time.time() - path.stat().st_mtime) > _TOUCH_AFTER_S:
            os.utime(path)
