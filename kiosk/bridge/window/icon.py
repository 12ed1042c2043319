"""The program's icon, for windows and taskbars."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from kiosk.exhibition.places import assets_folder


def program_icon() -> QIcon:
    """A PNG: no plugin has to read it."""
    return QIcon(str(assets_folder() / "icon" / "kiosk-gallery.png"))
