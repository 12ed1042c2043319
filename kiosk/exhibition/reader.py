"""Reading a large manifest in a process of its own: the show's stays small, and free for whoever touches it.

The process answers once on its standard output and leaves when its input closes, as it does when the show ends.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from kiosk.exhibition.manifest import ManifestReading
from kiosk.exhibition.problems import Problem
from kiosk.exhibition.reading import read_anew
from kiosk.exhibition.stored_works import names_below, paths_below
from kiosk.exhibition.threads import begin

READER_COMMAND = "manifest-reader"
"""First argument of the program when it is one frozen executable and is to read a manifest, which follows."""
MEMORY_BYTES = 3 << 30
"""Address space; 100,000 works take a sixth of it."""

_INDEX, _PROBLEMS = b"i", b"p"
_START = "import sys; sys.path[:] = sys.argv[2:]; from kiosk.exhibition.reader import main; main(sys.argv[1])"


class ManifestReader:
    """A process that reads `manifest`, begun at once."""

    def __init__(self, manifest: Path) -> None:
        self.manifest = manifest
        self._ended = False
        self._process: subprocess.Popen[bytes] | None = None
        with contextlib.suppress(OSError):
            self._process = _started(manifest)

    def answer(self) -> bytes | ManifestReading:
        """The index, or why there is none. Takes as long as reading takes; without its process it reads itself."""
        answer = _all_of(self._process) if self._process else b""
        if answer[:1] == _INDEX:
            return answer[1:]
        if answer[:1] == _PROBLEMS:
            decoder = msgspec.msgpack.Decoder(tuple[Problem, ...], dec_hook=paths_below(self.manifest.parent))
            return ManifestReading(None, decoder.decode(answer[1:]))
        return ManifestReading(None) if self._ended else read_anew(self.manifest)

    def end(self) -> None:
        """Nobody waits for the answer any more."""
        self._ended = True
        if self._process:
            self._process.kill()


def _all_of(process: subprocess.Popen[bytes]) -> bytes:
    """All that the process says; its input stays open for as long as it is to go on."""
    answer = cast("BinaryIO", process.stdout).read()
    for pipe in (process.stdin, process.stdout):
        cast("BinaryIO", pipe).close()
    process.wait()
    return answer


def main(manifest: str) -> None:
    """Read it, and answer."""
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    begin(threading.Thread(target=_leave_with, args=(sys.stdin.buffer,), daemon=True))
    _limit_memory()
    with output:
        output.write(_answer(Path(manifest)))
    os._exit(0)


def _answer(manifest: Path) -> bytes:
    """The index or the problems; nothing where neither can be written down."""
    try:
        made = read_anew(manifest)
    except MemoryError:
        problem = Problem(
            rule="too-large",
            message="Reading it takes more memory than there is.",
            remedy="Divide the exhibition.",
            file=manifest,
        )
        made = ManifestReading(None, (problem,))
    if isinstance(made, bytes):
        return _INDEX + made
    if made.exhibition is not None:
        return b""
    return _PROBLEMS + msgspec.msgpack.encode(made.problems, enc_hook=names_below(manifest.parent))


def _leave_with(source: BinaryIO) -> None:
    source.read()
    os._exit(1)


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows

        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def _started(manifest: Path) -> subprocess.Popen[bytes]:
    if getattr(sys, "frozen", False):
        command = [sys.executable, READER_COMMAND, str(manifest)]
    else:
        command = [sys.executable, "-I", "-c", _START, str(manifest), *(path or str(Path.cwd()) for path in sys.path)]
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW
    return subprocess.Popen(  # noqa: S603 - ourselves, with a manifest and our own path
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True, creationflags=flags
    )
