"""A kiosk of its own for a soak, below one temporary folder, with a copy of the exhibition."""

from __future__ import annotations

import json
import os
import re
import shutil
from typing import TYPE_CHECKING, Any, NamedTuple

from kiosk.exhibition.guarded_yaml import Flag, read_document
from kiosk.exhibition.manifest import manifest_file
from kiosk.exhibition.places import cache_folder, content_folder, state_folder
from kiosk.staff.soak.days import CLOSES, OPENS

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping
    from pathlib import Path

HOMES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "Roaming",
    "LOCALAPPDATA": "Local",
    "WIN_PD_OVERRIDE_APPDATA": "Roaming",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA": "Local",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
}
"""What says where a program keeps its files, and where that is below a home."""
DESKTOP = (
    *("DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP"),
    *("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "NOTIFY_SOCKET"),
)
"""What leads to the desktop, whose screen is not to go dark with a soak, and to whoever watches over the real show."""
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
"""What YAML, unlike JSON, wants escaped."""
SCREEN = {"name": "soak", "x": 0, "y": 0, "dpr": 1, "logicalDpi": 96}


class NotAtHome(Exception):
    """Files of the program would not be below the temporary folder."""


class Home(NamedTuple):
    """Where a soak lives. `said` is what the manifest says at first."""

    folder: Path
    manifest: Path
    config: Path
    said: dict[str, Any]

    def show(self, installed: bool) -> None:
        """Have the configuration name what was installed, or else the copy."""
        words = json.loads(self.config.read_text("utf-8"))
        words["exhibition"] = "installed" if installed else str(self.manifest)
        replace(self.config, json.dumps(words))


def move_in(folder: Path, exhibition: Path, config: Path | None, environment: MutableMapping[str, str]) -> Home:
    """Furnish `folder`, and tell the `environment` of this process and of those it starts. Raises `NotAtHome`."""
    environment.update({name: str(folder / below) for name, below in HOMES.items()})
    for name in DESKTOP:
        environment.pop(name, None)
    for place in (cache_folder(), state_folder(), content_folder()):
        if not place.is_relative_to(folder):
            raise NotAtHome(f"{place} is not below {folder}")
    manifest = manifest_file(exhibition)
    copy = folder / "exhibition"
    _copy(manifest.parent, copy)
    said = _plain(read_document(manifest).data)
    if not isinstance(said, dict):
        raise NotAtHome(f"{manifest} says nothing of an exhibition")
    home = Home(folder, copy / "manifest.yaml", folder / "config.yaml", said)
    replace(home.manifest, json.dumps(said, ensure_ascii=False))
    replace(home.config, json.dumps(_settings(config)))
    home.show(installed=False)
    return home


def _settings(config: Path | None) -> dict[str, Any]:
    """The kiosk's own, but on a screen in memory, silent, and open as long as a soak is."""
    said = _plain(read_document(config).data) if config else None
    words: dict[str, Any] = dict(said) if isinstance(said, dict) else {}
    display = {**_section(words, "display"), "mode": "fullscreen", "screen": "primary", "renderer": "software"}
    if config and display.get("profile"):
        display["profile"] = str((config.parent / str(display["profile"])).absolute())
    hours = {"timezone": "UTC", "open": {"mon-sun": f"{OPENS:%H:%M}-{CLOSES:%H:%M}"}}
    speech = {**_section(words, "speech"), "enabled": False}
    words.pop("bundles", None)
    return {**words, "display": display, "hours": hours, "speech": speech}


def _plain(value: Any, key: str = "") -> Any:
    """YAML's data as JSON's: what YAML takes for yes or no, but in the names of languages, where Norwegian is no."""
    if isinstance(value, Flag):
        return str(value) if key == "languages" else value.value
    if isinstance(value, dict):
        return {name: _plain(each, name) for name, each in value.items()}
    return [_plain(each, key) for each in value] if isinstance(value, list) else value


def _section(words: Mapping[str, Any], name: str) -> dict[str, Any]:
    section = words.get(name)
    return dict(section) if isinstance(section, dict) else {}


def screens(folder: Path, size: tuple[int, int]) -> str:
    """What Qt is told to have a screen of `size` in memory."""
    width, height = size
    file = folder / "screens.json"
    replace(file, json.dumps({"screens": [{**SCREEN, "width": width, "height": height}]}))
    return f"offscreen:configfile={file}"


def _copy(source: Path, target: Path) -> None:
    """All files; without taking room for them where the disk can do that, since nobody writes into a picture."""

    def link(one: str, other: str) -> None:
        try:
            os.link(one, other)
        except OSError:
            shutil.copyfile(one, other)

    shutil.copytree(source, target, copy_function=link)


def replace(file: Path, words: str) -> None:
    """As editors save: the new file takes the old one's place. `words` are JSON, and read as YAML."""
    new = file.with_name(f"{file.name}.new")
    new.write_text(_ESCAPED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", words), "utf-8")
    new.replace(file)
