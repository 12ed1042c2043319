"""What the program remembers for whoever has it in a window: one small file, which is replaced whole."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from kiosk.exhibition.disk import replace_file
from kiosk.exhibition.places import state_folder
from kiosk.exhibition.regular_files import read
from kiosk.exhibition.threads import begin

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILE = "window.json"
MOST_RECENT = 8
_MOST_BYTES = 64 * 1024
_MOST_PIXELS = 100_000

Pixels = Annotated[int, Meta(ge=-_MOST_PIXELS, le=_MOST_PIXELS)]
Words = Annotated[str, Meta(max_length=4096)]

_log = logging.getLogger("kiosk")


class Recent(msgspec.Struct, frozen=True):
    """An exhibition that was opened: the file or folder that was named, and its title."""

    path: Words
    title: Words


class OwnSettings(msgspec.Struct, frozen=True, kw_only=True):
    """`place` and `size` of the window in pixels that do not depend on the device, with its frame and without.

    `screen` is the name of the one it was on, `show_on` of the one that is filled in full screen; empty for none.
    `recent` has what was opened last first. `language` is that of menu and guide, empty for the desktop's.
    """

    place: tuple[Pixels, Pixels] | None = None
    size: tuple[Pixels, Pixels] | None = None
    maximised: bool = False
    screen: Words = ""
    show_on: Words = ""
    recent: tuple[Recent, ...] = ()
    guided: bool = False
    language: Words = ""


def opened(settings: OwnSettings, path: str, title: str) -> OwnSettings:
    """The settings after an exhibition was opened."""
    others = tuple(each for each in settings.recent if each.path != path)
    return msgspec.structs.replace(settings, recent=(Recent(path, title), *others)[:MOST_RECENT])


def forgotten(settings: OwnSettings, path: str) -> OwnSettings:
    """The settings without an exhibition that cannot be opened any more."""
    return msgspec.structs.replace(settings, recent=tuple(each for each in settings.recent if each.path != path))


class SettingsFile:
    """The file in `folder`, the program's own without one. What is damaged counts as not there."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or state_folder()
        self._alone = threading.Lock()
        self._told = False

    def read(self) -> OwnSettings:
        """What it says; another window may have written it meanwhile."""
        try:
            return msgspec.json.decode(read(self._folder / FILE, _MOST_BYTES), type=OwnSettings)
        except (OSError, ValueError):
            return OwnSettings()

    def change(self, change: Callable[[OwnSettings], OwnSettings]) -> OwnSettings:
        """Write down what `change` makes of it. Where the disk refuses, that is told once."""
        with self._alone:
            before = self.read()
            after = change(before)
            if after != before:
                self._write(after)
            return after

    def change_beside(self, change: Callable[[OwnSettings], OwnSettings]) -> None:
        """The same on a thread of its own: whoever draws does not wait for a disk."""
        begin(threading.Thread(target=self.change, args=(change,), name="settings", daemon=True))

    def _write(self, settings: OwnSettings) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            replace_file(self._folder / FILE, msgspec.json.encode(settings))
        except OSError as error:
            if not self._told:
                self._told = True
                _log.warning("the window is not remembered: %s: %s", self._folder / FILE, error.strerror or error)
