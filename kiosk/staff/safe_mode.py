"""Safe mode: after the show has failed again and again, the last exhibition shown well, drawn the plainest way.

It has a cache of its own, which is empty when it begins, so that nothing that was kept can be what fails.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition import places, regular_files
from kiosk.exhibition.config_sections import Motion, Renderer
from kiosk.exhibition.disk import replace_file
from kiosk.exhibition.installed import EXHIBITION, GENERATIONS, is_installed, is_whole, pointer_file, read_pointer
from kiosk.exhibition.manifest import manifest_file
from kiosk.exhibition.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibition.config import Config

FILE_NAME = "shown-well.json"
CACHE = "safe"
PRIMARY = "primary"
"""The screen of a kiosk that names none."""
_MOST_BYTES = 1 << 16
_MOST_SCREENS = 12
_REASONS = {
    "crash": "crashed",
    "hang": "hung",
    "renderer": "could not draw any more",
    "stuck": "stood still at one picture",
}


class _Mode:
    """This process's own: it begins in safe mode or never is in it."""

    why = ""
    files: tuple[Path, ...] = ()


_mode = _Mode()


def why() -> str:
    """What led to safe mode, a short name; empty for the usual way."""
    return _mode.why


def files() -> tuple[Path, ...]:
    """The files that say what would be shown the usual way."""
    return _mode.files


def enter(reason: str, config_file: Path | None, asked: Path, screen: str = PRIMARY) -> Path:
    """Be in safe mode from now on. `asked`: the exhibition that was to be shown on that screen, as it is configured.

    Returns the one to show instead.
    """
    _mode.why = reason
    _mode.files = tuple(filter(None, (config_file, manifest_file(asked), pointer_file())))
    places.set_cache_aside(f"{CACHE}/{_name_of(screen)}")
    with contextlib.suppress(OSError):
        shutil.rmtree(places.cache_folder())
    return last_good(asked, places.state_folder(), places.content_folder(), screen)


def _name_of(screen: str) -> str:
    """A folder's name that is the screen's own: another kiosk of this account may be in safe mode on another one."""
    session = [os.environ.get(name, "") for name in ("DISPLAY", "WAYLAND_DISPLAY")]
    return hashlib.sha256("\n".join((*session, screen)).encode()).hexdigest()[:16]


def calm(config: Config) -> Config:
    """The configuration as safe mode has it: nothing moves, and no graphics card draws."""
    if not _mode.why:
        return config
    display = msgspec.structs.replace(config.display, renderer=Renderer.SOFTWARE, reduced_motion=Motion.ON)
    return msgspec.structs.replace(config, display=display)


def problem() -> Problem:
    """What staff are told."""
    how = _REASONS.get(_mode.why, "ended")
    return Problem(
        rule="safe-mode",
        message=f"The program {how} again and again, so this is safe mode: the last exhibition that was shown well, "
        "without motion and without the graphics card.",
        remedy="It tries the usual way again by itself, at once when what is to be shown changes. If that fails, too, "
        "go back to the exhibition before, and tell whoever looks after the computer.",
    )


def last_resort() -> Problem:
    """What they are told where not even that goes."""
    how = _REASONS.get(_mode.why, "ended")
    return Problem(
        rule="last-resort",
        message=f"The program {how} again and again, also in safe mode, so nothing is shown.",
        remedy="It tries again by itself after a while, and when what is to be shown changes. Staff may install an "
        "exhibition here, go back to the one before, or start the program again.",
    )


def note_shown_well(state: Path, manifest: Path, screen: str = PRIMARY) -> None:
    """The exhibition of this manifest was shown on that screen for a while, and nothing failed. Kept in `state`."""
    kept = _shown_well(state)
    kept.pop(screen, None)
    kept[screen] = str(manifest.absolute())
    with contextlib.suppress(OSError):
        state.mkdir(parents=True, exist_ok=True)
        replace_file(state / FILE_NAME, json.dumps(dict(list(kept.items())[-_MOST_SCREENS:])).encode())


def _shown_well(state: Path) -> dict[str, str]:
    """Manifests by the screen that each was shown well on, the latest last."""
    try:
        return msgspec.json.decode(regular_files.read(state / FILE_NAME, _MOST_BYTES), type=dict[str, str])
    except (OSError, ValueError, RecursionError):
        return {}


def last_good(asked: Path, state: Path, content: Path, screen: str = PRIMARY) -> Path:
    """What is shown in the place of `asked`: what was shown well last, else what was installed before, else `asked`."""
    return next((path for path in _candidates(manifest_file(asked), state, content, screen) if path.is_file()), asked)


def _candidates(asked: Path, state: Path, content: Path, screen: str) -> Iterator[Path]:
    if shown_well := _shown_well(state).get(screen):
        yield Path(shown_well)
    pointer = read_pointer(content) if is_installed(asked, content) else None
    if pointer and pointer.previous and is_whole(before := content / GENERATIONS / pointer.previous):
        yield manifest_file(before / EXHIBITION)
