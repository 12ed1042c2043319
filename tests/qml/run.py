"""Runs the QML tests of one file: `python tests/qml/run.py -input tests/qml/tst_X.qml` (and QtTest's own options)."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuickTest import QUICK_TEST_MAIN_WITH_SETUP

import kiosk.bridge

QML = Path(kiosk.bridge.__file__).parents[1] / "qml"


class Setup(QObject):
    """Gives each test file our QML modules; our Python types are known once their modules are imported."""

    @Slot(QQmlEngine)
    def qmlEngineAvailable(self, engine: QQmlEngine) -> None:
        engine.addImportPath(str(QML))


if __name__ == "__main__":
    for found in walk_packages(kiosk.bridge.__path__, "kiosk.bridge."):
        import_module(found.name)
    sys.exit(QUICK_TEST_MAIN_WITH_SETUP("kiosk", Setup, sys.argv, str(Path(__file__).parent)))
