"""Qt's messages into Python's logging, and exceptions in slots into the log instead of nowhere."""

from __future__ import annotations

import logging
import re
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    from types import TracebackType

_qt = logging.getLogger("qt")
_log = logging.getLogger("kiosk")

LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def install() -> None:
    """From now on Qt's messages are log records, and so is every exception nobody caught."""
    qInstallMessageHandler(_tell)
    sys.excepthook = _report
    threading.excepthook = _report_of_thread


def uninstall() -> None:
    """Qt speaks for itself again: after Python has ended there is nobody to tell."""
    qInstallMessageHandler(None)


RENDITION_GONE = re.compile(r"(Cannot open|Error decoding): file:.*/renditions/")
"""QML tells of a lost rendition itself, through `Shelf.lost`."""

STRANGE_HANDS = re.compile(r"is missing from current event, but was neither canceled nor released")
"""Qt on a mouse, a wheel and fingers at once: strangers do that, and it says so for each of their events."""

STOPPED_TWICE = re.compile(r"^QUnifiedTimer::stopAnimationDriver: driver is not running$")
"""Qt on a pause of an animation that began between its two steps of stopping after the last one, which the pause has
done already. Nothing that was to move stands still: what has begun starts it again, as the next thing it does."""

LOST_CARD = re.compile(
    r"^(QRhiGles2: Context is lost|Graphics device lost, cleaning up|Device loss detected in|Failed to create RHI )"
)
"""Qt on a graphics card that is gone, in several lines; `kiosk.bridge.window.lost_card` tells that in one."""
QUIET = (RENDITION_GONE, STRANGE_HANDS, STOPPED_TWICE, LOST_CARD)


def _tell(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    where = f" ({context.file}:{context.line})" if context.file else ""
    level = logging.DEBUG if any(quiet.search(message or "") for quiet in QUIET) else LEVELS[kind]
    _qt.log(level, "%s%s", message or "", where)


def _report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    _log.error("unexpected error", exc_info=(kind, error, trace))


def _report_of_thread(failure: threading.ExceptHookArgs) -> None:
    if failure.exc_value is not None:
        _report(failure.exc_type, failure.exc_value, failure.exc_traceback)
