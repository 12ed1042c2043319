"""What a program and all it started asked of Linux, as strace(1) wrote it down, and what of that a kiosk must not."""

from __future__ import annotations

import codecs
import os
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_SOCKETS = ("socket", "connect", "bind", "listen", "accept", "accept4", "io_uring_setup")
_OPENS = ("open", "openat", "openat2", "creat")
_CHANGES = (
    *("mkdir", "mkdirat", "mknod", "mknodat", "rename", "renameat", "renameat2", "link", "linkat", "symlink"),
    *("symlinkat", "unlink", "unlinkat", "rmdir", "truncate", "chmod", "fchmodat", "chown", "lchown", "fchownat"),
)
_STARTS = ("execve", "execveat")
_LINE = re.compile(r"(?P<pid>\d+) +(?:<\.\.\. \w+ resumed>(?P<rest>.*)|(?P<call>\w+)\((?P<words>.*))")
_END = re.compile(r"\) += (?P<result>-?\d+|\?|0x[0-9a-f]+)(?:<.*>)?(?: .*)?$")
_UNFINISHED = " <unfinished ...>"
_PATH = re.compile(r'(?:(?:AT_FDCWD|\d+)<(?P<folder>[^>]*)>, )?"(?P<name>(?:[^"\\]|\\.)*)"')
_WRITES = re.compile(r"\bO_(WRONLY|RDWR|CREAT|TRUNC|APPEND)\b")
_FAMILY = re.compile(r"(?:^|sa_family=)(AF_\w+)")
_OURS = frozenset({"AF_UNIX", "AF_LOCAL", "AF_UNSPEC"})
_NOWHERE = re.compile(r"/dev/(null|tty)|/proc/(self|\d+)/.*")
"""What keeps nothing that is written to it."""


def tracing(file: Path) -> tuple[str, ...]:
    """The command that what is to be traced is started through; what it asks for goes into `file`."""
    asked = ",".join((*_SOCKETS, *_OPENS, *_CHANGES, *_STARTS))
    return ("strace", "-f", "-qq", "-y", "--seccomp-bpf", "-o", str(file), "-e", f"trace={asked}", "-e", "signal=none")


class Call(NamedTuple):
    """One call of the system: its name, what it was given, as strace writes that, and whether it was done."""

    name: str
    words: str
    done: bool

    @property
    def paths(self) -> list[Path]:
        """The files it names."""
        found = [_path(match) for match in _PATH.finditer(self.words)]
        if self.name.startswith(("link", "symlink")):  # to which the new name leads is as it was
            return found[1:2]
        return found[:1] if self.name in _STARTS else found


class Judgement(NamedTuple):
    """Each with how often. `sockets` that reach out of the computer; what was `written` outside; programs `started`.

    `calls`: how many were looked at.
    """

    calls: int
    sockets: Counter[str]
    written: Counter[Path]
    started: Counter[Path]


def judge(lines: Iterable[str], rooms: Collection[Path]) -> Judgement:
    """What was asked for, and is not to be; `rooms` are the folders that may be written to."""
    found = Judgement(0, Counter(), Counter(), Counter())
    count = 0
    for count, call in enumerate(calls(lines), 1):  # noqa: B007 - it is told at the end
        if call.name in _SOCKETS:
            families = set(_FAMILY.findall(call.words)) - _OURS
            found.sockets.update(f"{call.name} {family}" for family in families)
            found.sockets.update(["io_uring_setup"] if call.name == "io_uring_setup" else [])
        elif call.name in _STARTS and call.done:
            found.started.update(call.paths)
        elif call.done and (call.name in _CHANGES or call.name == "creat" or _WRITES.search(call.words)):
            found.written.update(path for path in call.paths if not _may_be_written(path, rooms))
    return found._replace(calls=count)


def calls(lines: Iterable[str]) -> Iterator[Call]:
    """The calls of a trace; those that a thread was in while another one had its turn are put together."""
    begun: dict[str, tuple[str, str]] = {}
    for line in lines:
        match = _LINE.match(line.rstrip("\n"))
        if match is None:
            continue
        name, words = match["call"] or "", match["words"] or ""
        if match["rest"] is not None:
            name, words = begun.pop(match["pid"], ("", ""))
            words += match["rest"]
        if words.endswith(_UNFINISHED):
            begun[match["pid"]] = name, words.removesuffix(_UNFINISHED)
        elif name and (end := _END.search(words)):
            yield Call(name, words[: end.start()], not end["result"].startswith(("-", "?")))


def _path(match: re.Match[str]) -> Path:
    """Where a call without the folder that it is relative to names a relative one, it stays so, and is ours nowhere."""
    folder, name = (
        os.fsdecode(codecs.escape_decode(words.encode("latin-1"))[0])  # type: ignore[attr-defined]
        for words in (match["folder"] or "", match["name"])
    )
    return Path(os.path.normpath(Path(folder, name)))


def _may_be_written(path: Path, rooms: Collection[Path]) -> bool:
    return bool(_NOWHERE.fullmatch(str(path))) or any(path.is_relative_to(room) for room in rooms)
