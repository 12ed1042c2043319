"""What a kiosk has been told by indexes, kept beside what is installed: nobody makes it go back with an old one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from kiosk.exhibition import regular_files
from kiosk.exhibition.disk import replace_file

if TYPE_CHECKING:
    from pathlib import Path

FILE = "followed.json"
_MOST_BYTES = 4096
_Moment = Annotated[dt.datetime, Meta(tz=True)]


class Followed(msgspec.Struct, frozen=True):
    """When the newest index that was believed had been `published`, and since when the stage stood that led `back`.

    A stage leads back once: what staff install after it stays.
    """

    published: _Moment | None = None
    back: _Moment | None = None


class Memory:
    """What was followed, in the content folder `folder`. Where that cannot be written, for as long as this lives."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE
        self._unwritten: Followed | None = None

    @property
    def followed(self) -> Followed:
        """As it is now: others look, too."""
        if self._unwritten:
            return self._unwritten
        try:
            return msgspec.json.decode(regular_files.read(self._file, _MOST_BYTES), type=Followed)
        except (OSError, ValueError):
            return Followed()

    def note(self, followed: Followed) -> None:
        """Remember it."""
        if followed == self.followed:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self._file, msgspec.json.encode(followed) + b"\n")
            self._unwritten = None
        except OSError:
            self._unwritten = followed
