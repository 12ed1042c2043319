"""Telling Qt Quick what to draw with. Before the first window, and only once in a program's life."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QSurfaceFormat
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface

from kiosk.staff.renderer import OPENGL

if TYPE_CHECKING:
    from kiosk.staff.renderer import Choice


def use(choice: Choice) -> None:
    """Draw with what was chosen.

    The render loop is left to Qt, which draws in a thread wherever the driver bears that.
    """
    if choice.software:
        QQuickWindow.setSceneGraphBackend("software")
        return
    told = QSurfaceFormat.defaultFormat()
    told.setOption(QSurfaceFormat.FormatOption.ResetNotification)  # OpenGL says nothing of a card that is lost, else
    QSurfaceFormat.setDefaultFormat(told)
    if choice.wish == OPENGL:
        QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.OpenGL)
