"""The user and password by which a kiosk is known to the broker: kept in one file, and told nobody."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from kiosk.exhibition.regular_files import reading

if TYPE_CHECKING:
    from pathlib import Path

_MOST_BYTES = 4096
_OTHERS = 0o077


class NoSecret(Exception):
    """Why there is none, in words."""


class Secret:
    """A user and a password; what is printed of it has neither."""

    __slots__ = ("password", "user")

    def __init__(self, user: str, password: str) -> None:
        self.user = user
        self.password = password

    def __repr__(self) -> str:
        return "Secret(…)"


def read_secret(file: Path) -> Secret:
    """The one in a file with one line, user:password. Raises NoSecret, also when others may read the file."""
    try:
        with reading(file) as opened:
            if os.name == "posix" and os.fstat(opened.fileno()).st_mode & _OTHERS:
                raise NoSecret(f"others may read {file}; keep it to this account: chmod 600 {file}")
            content = opened.read(_MOST_BYTES + 1)
    except OSError as error:
        raise NoSecret(f"{file} cannot be read: {error.strerror or type(error).__name__}") from error
    try:
        line = content.decode().strip("\r\n")
    except UnicodeDecodeError:
        line = ""
    user, colon, password = line.partition(":")
    if not (user and colon and password) or "\n" in line or len(content) > _MOST_BYTES:
        raise NoSecret(f"{file} has no line such as user:password, or more than that")
    return Secret(user, password)
