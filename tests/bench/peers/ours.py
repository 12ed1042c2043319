"""Our program as the harness's viewers: `ours` with its pictures prepared, `ours-cold` with none of them ever seen."""

from __future__ import annotations

import contextlib
import os
import shutil
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import psutil  # type: ignore[import-untyped]
from scipy import ndimage  # type: ignore[import-untyped]

from tests.exhibitions import manifest_words

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[3]
PREPARED, NEVER_SEEN = "ours", "ours-cold"
SETTLES_S = 1.5
BOOST, LOOK_FOR_WORKERS_S = "-15", 0.02
MANNERS = {
    "still": {"reduced": "on", "fade": 0, "seconds": 600},
    "fading": {"reduced": "off", "fade": 900, "seconds": 600},
    "moving": {"reduced": "off", "fade": 0, "seconds": 30},
}
"""Ways of showing, each a file NAME.yaml beside the manifest; the first compares with viewers that have no fades."""
CONFIG = """\
exhibition: manifest.yaml
display: {{reduced_motion: {reduced}}}
slideshow: {{dwell_s: 3600, fade_ms: {fade}, resume_after_s: 3600}}
idle: {{warn_after_s: 3600}}
attract: {{seconds: {seconds}, teaser_every: 0}}
cache: {{size_gb: 40}}
"""


def exhibition_of(pictures: Path) -> Path:
    """An exhibition of the pictures in a folder, in the order of their names, and its configurations: their folder."""
    folder = pictures.with_name(f"{pictures.name}.exhibition")
    shown = folder / "pictures"
    shown.mkdir(parents=True, exist_ok=True)
    files = sorted(pictures.iterdir())
    for number, file in enumerate(files, 1):
        target = shown / f"{number:05}.jpg"
        if not target.exists():
            os.link(file, target)
    _write(folder / "manifest.yaml", manifest_words(len(files), 6, ("en", "de"), pictures.name))
    for name, manner in MANNERS.items():
        _write(folder / f"{name}.yaml", CONFIG.format(**manner))
    return folder


def add_to(bench: ModuleType, python: Path, manner: str = "still") -> None:
    """Add our program, run by `python`, to the viewers that the harness's `viewer_bench` knows."""
    command = f"{python} -P -m kiosk --config {{dir}}.exhibition/{manner}.yaml"
    entry = {"cmd": command, "next": "Right", "env": {"PYTHONPATH": str(ROOT)}}
    bench.VIEWERS |= {PREPARED: entry, NEVER_SEEN: entry}
    begin, viewer = bench.begin, bench.Viewer

    class Watched(viewer):  # type: ignore[valid-type, misc]
        """A viewer that begins without any rendition if it is `ours-cold`."""

        def __init__(self, name: str, folder: str, screen: Any, homes: Path) -> None:
            screen.set_code_area()
            if name == NEVER_SEEN:
                forget(Path(homes) / name)
            super().__init__(name, folder, screen, homes)
            if screen.boost and name in (PREPARED, NEVER_SEEN):
                threading.Thread(target=_boost_workers, args=(self.proc,), daemon=True).start()

    def begin_on_stage(name: str, folder: str, screen: Any, *more: Any, **named: Any) -> Any:
        """Ours shows the attract loop first; Return leads to the stage, Home to its first work."""
        running = begin(name, folder, screen, *more, **named)
        if running and name in (PREPARED, NEVER_SEEN):
            for key in ("Return", "Home"):
                screen.press(key)
                time.sleep(SETTLES_S)
            find_code(screen)
        return running

    bench.Viewer, bench.begin = Watched, begin_on_stage


def _boost_workers(program: psutil.Process) -> None:
    """Put the workers, sessions of their own, ahead of the machine's other work as the harness does with a viewer."""
    with contextlib.suppress(psutil.Error):
        while program.is_running() and program.status() != psutil.STATUS_ZOMBIE:
            for worker in program.children():
                with contextlib.suppress(OSError):
                    Path(f"/proc/{worker.pid}/autogroup").write_text(BOOST, "ascii")
            time.sleep(LOOK_FOR_WORKERS_S)


def find_code(screen: Any) -> None:
    """Have the harness read its code where it is on our stage: beside the label, not in the screen's middle.

    The code is two rows of five blocks around the picture's centre; the first two of the upper row are red and green.
    """
    blue, green, red = (screen.pixels[..., channel].astype(np.int16) for channel in range(3))
    first = _largest((red > 170) & (green < 60) & (blue < 60))
    second = _largest((green > 130) & (red < 60) & (blue < 60))
    left, top, across, down = first[1].start, first[0].start, second[1].start - first[1].start, _length(first[0])
    screen.code_x = np.array([int(left + (column + 0.5) * across) for _ in range(2) for column in range(5)])
    screen.code_y = np.array([int(top + (row + 0.5) * down) for row in range(2) for _ in range(5)])


def _largest(found: Any) -> tuple[slice, slice]:
    """Rows and columns of the largest area of a mask; thumbnails have the same code, smaller."""
    areas = ndimage.find_objects(ndimage.label(found)[0])
    return max(areas, key=lambda area: _length(area[0]) * _length(area[1]))


def _length(part: slice) -> int:
    return part.stop - part.start


def forget(home: Path) -> None:
    """No picture has been made ready in this home, as on the first day. What Qt keeps of its own stays."""
    shutil.rmtree(home / ".cache" / "kiosk-gallery", ignore_errors=True)


def _write(file: Path, words: str) -> None:
    """Write the file unless it says so already: the program remembers when it changed."""
    if not file.exists() or file.read_text("utf-8") != words:
        file.write_text(words, "utf-8")
