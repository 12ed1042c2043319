"""Where the program's own files are."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def assets_folder() -> Path:
    """The folder of icons, demo exhibitions, schemas and translations: in the installed package, or beside it."""
    installed = _PACKAGE / "_assets"
    return installed if installed.is_dir() else _PACKAGE.parent / "assets"


def demo_manifest() -> Path:
    """The exhibition that is shown when nobody names another."""
    return assets_folder() / "exhibitions" / "demo" / "manifest.yaml"


def checkout_config() -> Path:
    """`config.yaml` of a source checkout; an installed package has none."""
    return _PACKAGE.parent / "config.yaml"
