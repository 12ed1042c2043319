"""Where the program's own files are."""

from __future__ import annotations

import os
from pathlib import Path

from kiosk.exhibition import portable

NAME = "kiosk-gallery"
_PACKAGE = Path(__file__).resolve().parent.parent
CONFIG = "config.yaml"
_aside: list[str] = []


def assets_folder() -> Path:
    """The folder of icons, demo exhibitions, schemas and translations: in the installed package, or beside it."""
    installed = _PACKAGE / "_assets"
    return installed if installed.is_dir() else _PACKAGE.parent / "assets"


def demo_manifest() -> Path:
    """The exhibition that is shown when nobody names another."""
    return assets_folder() / "exhibitions" / "demo" / "manifest.yaml"


def checkout_config() -> Path:
    """The `config.yaml` of a source checkout; an installed package has none."""
    return _PACKAGE.parent / CONFIG


def find_config() -> Path | None:
    """The configuration to use when nobody names one, the first of these that is there.

    $KIOSK_CONFIG, ./config.yaml, the source checkout's, the account's, the computer's. A portable program asks nobody
    but what lies beside it.
    """
    if named := os.environ.get("KIOSK_CONFIG"):
        return Path(named)
    if portable.home():
        return portable.config_beside()
    # What lies beside an installed package is not ours.
    beside = () if (_PACKAGE / "_assets").is_dir() else (checkout_config(),)
    return next((path for path in (Path(CONFIG), *beside, *settled_configs()) if path.is_file()), None)


def settled_configs() -> tuple[Path, Path]:
    """Where an installer puts the settings: of this account alone, and of this computer."""
    from platformdirs import site_config_dir, user_config_dir  # noqa: PLC0415 - reading an exhibition needs none

    return Path(user_config_dir(NAME, appauthor=False), CONFIG), Path(site_config_dir(NAME, appauthor=False), CONFIG)


def usual_config() -> Path:
    """A configuration with every key as it comes, and what each is for."""
    installed = assets_folder() / CONFIG
    return installed if installed.is_file() else checkout_config()


def cache_folder() -> Path:
    """Where the program keeps what it can make again."""
    if beside := portable.kept():
        return Path(beside, "cache", *_aside)
    from platformdirs import user_cache_dir  # noqa: PLC0415 - reading an exhibition needs no such folder

    return Path(user_cache_dir(NAME, appauthor=False), *_aside)


def toolkits_cache() -> Path:
    """Where Qt keeps what it has made of our QML, on all systems that this was looked up on (Qt 6.12, Linux)."""
    from platformdirs import user_cache_dir  # noqa: PLC0415 - as above

    return Path(user_cache_dir(NAME)) / "qmlcache"


def set_cache_aside(name: str) -> None:
    """Keep apart, in a folder of this name, what this process makes again: what is kept already may be at fault."""
    _aside[:] = [name]


def state_folder() -> Path:
    """Where the program keeps what it has noted about this computer's show."""
    if beside := portable.kept():
        return beside / "state"
    from platformdirs import user_state_dir  # noqa: PLC0415 - reading an exhibition needs no such folder

    return Path(user_state_dir(NAME, appauthor=False))


def content_folder() -> Path:
    """Where the program keeps the exhibitions that were installed: what $KIOSK_CONTENT names, else one's own."""
    if named := os.environ.get("KIOSK_CONTENT"):
        return Path(named)
    if beside := portable.kept():
        return beside / "content"
    from platformdirs import user_data_dir  # noqa: PLC0415 - reading an exhibition needs no such folder

    return Path(user_data_dir(NAME, appauthor=False)) / "content"
