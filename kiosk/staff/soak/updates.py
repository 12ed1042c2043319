"""What staff do in a soak: pictures are prepared before it opens, and new content comes as it does in a museum.

A file is saved, a bundle installed, another one named.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
from collections import Counter
from random import Random
from typing import TYPE_CHECKING

from kiosk.staff.soak.edits import edited
from kiosk.staff.soak.home import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kiosk.staff.soak.home import Home

INSTALLS = 0.3
"""Of all updates; the others save the manifest."""
PATIENCE_S = 120.0
PREPARING_S = 600.0
"""Of the world; what is not ready then is made while it is shown."""
BUNDLE = "soak.kiosk"


def prepare(home: Home, size: tuple[int, int]) -> None:
    """Have the pictures made for a screen of `size`, as they are in a museum soon after opening.

    Its first hour would do, but in a soak the workers have seconds of that; for many hours the loop would show previews
    more often than pictures, which take forty times the memory. What looking closer needs is left to the workers.
    """
    words = ["prepare", str(home.manifest), "--config", str(home.config), "--size", "{}x{}".format(*size), "--no-tiles"]
    with contextlib.suppress(subprocess.TimeoutExpired):
        _run(words, PREPARING_S)


class Updates:
    """One after another into `home`, from a seed, each on a thread of its own. `done` counts them by what was done.

    `failed` are the words of those that could not be made.
    """

    def __init__(self, home: Home, seed: int) -> None:
        self.done: Counter[str] = Counter()
        self.failed: list[str] = []
        self._home = home
        self._chance = Random(seed)
        self._installed = False
        self._thread: threading.Thread | None = None

    def make(self) -> None:
        """Make one; while another one is being made, none."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._make, name="update", daemon=True)
            self._thread.start()

    def end(self) -> None:
        """Wait for the last one."""
        if self._thread:
            self._thread.join(PATIENCE_S)

    def _make(self) -> None:
        try:
            done = self._install() if self._chance.random() < INSTALLS else self._edit()
        except (OSError, subprocess.SubprocessError) as error:
            self.failed.append(f"{error}")
        else:
            self.done[done] += 1

    def _edit(self) -> str:
        """Save the copy of the exhibition, which is what is shown from then on."""
        done, words = edited(self._home.said, self._chance)
        replace(self._home.manifest, words)
        if self._installed:
            self._installed = False
            self._home.show(installed=False)
        return f"saved: {done}"

    def _install(self) -> str:
        """Pack the copy and install it, as two programs of their own; it is what is shown from then on."""
        bundle = self._home.folder / BUNDLE
        for words in _commands(self._home.manifest, bundle):
            told = _run(words, PATIENCE_S)
            if told.returncode:
                reason = told.stderr.decode("utf-8", "replace").strip()
                raise subprocess.SubprocessError(f"kiosk {words[0]} ended with {told.returncode}: {reason[-300:]}")
        if not self._installed:
            self._installed = True
            self._home.show(installed=True)
        return "installed"


def _run(words: Sequence[str], patience_s: float) -> subprocess.CompletedProcess[bytes]:
    """This program with these words, as one of its own."""
    return subprocess.run(  # noqa: S603 - ourselves
        [*_program(), *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=patience_s,
        check=False,
    )


def _program() -> list[str]:
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "kiosk"]


def _commands(manifest: Path, bundle: Path) -> Iterator[list[str]]:
    yield ["pack", str(manifest.parent), "-o", str(bundle), "--quick"]
    yield ["install", str(bundle)]
