"""The least a movement costs: one window, two screen-size pictures.

`bare_frames.py REPORT fade|motion|both SCREEN_PID PICTURE PICTURE`. Writes what `inside_frames` does.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from tests.bench.inside_frames import Counter

QML = b"""
import QtQuick
Window {
    id: root
    required property url one
    required property url other
    required property bool fades
    required property bool moves
    property real way: 0
    property real faded: 0
    color: "black"; height: Screen.height; visible: true; width: Screen.width
    component Shown: Image {
        height: width * root.height / root.width
        width: root.width * (1 + 0.1 * root.way)
        x: -0.05 * root.way * root.width; y: -0.05 * root.way * root.height
    }
    Shown { source: root.one }
    Shown { opacity: root.faded; source: root.other; visible: opacity > 0 }
    NumberAnimation on way { duration: 14000; from: 0; running: root.moves; to: 1 }
    SequentialAnimation {
        loops: Animation.Infinite; running: root.fades
        NumberAnimation { duration: 900; from: 0; property: "faded"; target: root; to: 1 }
        NumberAnimation { duration: 900; from: 1; property: "faded"; target: root; to: 0 }
    }
}
"""
BEGIN_MS, SECONDS_MS = 1500, 6000

if __name__ == "__main__":
    report, effect, screen, *pictures = sys.argv[1:]
    QQuickWindow.setSceneGraphBackend("software")
    application = QGuiApplication(sys.argv[:1])
    engine = QQmlApplicationEngine()
    one, other = (QUrl.fromLocalFile(str(Path(each).resolve())) for each in pictures)
    engine.setInitialProperties({"one": one, "other": other, "fades": effect != "motion", "moves": effect != "fade"})
    engine.loadData(QML)
    (window,) = engine.rootObjects()
    begun = time.perf_counter()
    counter = Counter(lambda: effect if time.perf_counter() > begun + BEGIN_MS / 1000 else "", int(screen))
    window.frameSwapped.connect(counter.frame)
    QTimer.singleShot(BEGIN_MS + SECONDS_MS, application.quit)
    application.exec()
    Path(report).write_text(json.dumps({"gaps": counter.gaps, "used": counter.used}), "utf-8")
    del window, engine
