"""Runs the QML tests of one file: `python tests/qml/run.py -input tests/qml/tst_X.qml` (and QtTest's own options).

A warning of Qt's or QML's that the test did not expect (`ignoreWarning`) and an exception in a slot fail the run.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import traceback
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Slot, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtQuickTest import QUICK_TEST_MAIN_WITH_SETUP

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(HERE)]

import kiosk.bridge  # noqa: E402 - found by the path above

if TYPE_CHECKING:
    from types import TracebackType

WARNED = re.compile(r"^Q(WARN|CRITICAL|SYSTEM|FATAL) *:.*", re.MULTILINE)
UNEXPECTED = 70
PATIENT_MS = 4000
"""Two taps that are one, also where a busy machine lets time pass between them."""
QUIET = {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}


class Setup(QObject):
    """Gives each test file our QML modules; our Python types are known once their modules are imported."""

    @Slot(QQmlEngine)
    def qmlEngineAvailable(self, engine: QQmlEngine) -> None:
        engine.addImportPath(str(ROOT / "kiosk" / "qml"))
        QGuiApplication.styleHints().setMouseDoubleClickInterval(PATIENT_MS)


class Surprises:
    """What nobody expected: told outside QtTest's reign, or raised in a slot."""

    def __init__(self) -> None:
        self.told: list[str] = []
        qInstallMessageHandler(self._hear)
        sys.excepthook = self._catch

    def _hear(self, kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
        if kind not in QUIET:
            self.told.append(f"{message} ({context.file}:{context.line})")

    def _catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.told.append("".join(traceback.format_exception(kind, error, trace)))


def main() -> int:
    """The number of failed tests, or UNEXPECTED when all passed and something was told that should not be."""
    for found in walk_packages(kiosk.bridge.__path__, "kiosk.bridge."):
        import_module(found.name)
    import_module("fixture")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    QQuickWindow.setSceneGraphBackend("software")
    surprises = Surprises()
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        # The folders of fixtures, which QML destroys too late or not at all, go with this one.
        os.environ.update(dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder))
        arguments = [*sys.argv, "-o", "-,txt", "-o", f"{log},txt"]
        failed: int = QUICK_TEST_MAIN_WITH_SETUP("kiosk", Setup, arguments, str(HERE))
        logged = [match.group() for match in WARNED.finditer(log.read_text("utf-8", "replace"))]
    qInstallMessageHandler(None)
    for surprise in logged + surprises.told:
        sys.stderr.write(f"unexpected: {surprise}\n")
    return failed or (UNEXPECTED if logged or surprises.told else 0)


if __name__ == "__main__":
    sys.exit(main())
