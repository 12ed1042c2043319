"""The least a picture on the screen costs: Python, PySide6, one window with one Image. `bare.py PICTURE`."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

QML = b"""
import QtQuick
Window {
    id: root
    required property url picture
    color: "black"
    height: Screen.height
    visible: true
    width: Screen.width
    Image { anchors.fill: parent; asynchronous: true; fillMode: Image.PreserveAspectCrop; source: root.picture }
}
"""

if __name__ == "__main__":
    QQuickWindow.setSceneGraphBackend("software")
    application = QGuiApplication(sys.argv[:1])
    engine = QQmlApplicationEngine()
    engine.setInitialProperties({"picture": QUrl.fromLocalFile(str(Path(sys.argv[1]).resolve()))})
    engine.loadData(QML)
    code = application.exec()
    del engine
    sys.exit(code)
