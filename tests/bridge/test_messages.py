"""What Qt says, and what nobody caught, is in the log."""

from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMetaObject, QObject, Qt, QUrl, Signal, Slot, qCritical, qInstallMessageHandler, qWarning
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtTest import QTest

from kiosk.bridge import messages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def _installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    messages.install()
    yield
    qInstallMessageHandler(None)


@pytest.mark.logs("a warning")
@pytest.mark.logs("something critical")
def test_qts_messages_are_records_of_their_level(caplog: pytest.LogCaptureFixture) -> None:
    qWarning("a warning")
    qCritical("something critical")
    assert [(record.name, record.levelno) for record in caplog.records] == [
        ("qt", logging.WARNING),
        ("qt", logging.ERROR),
    ]


class Clumsy(QObject):
    asked = Signal()

    @Slot()
    def stumble(self) -> None:
        raise LookupError("not there")


@pytest.mark.qt_no_exception_capture
@pytest.mark.logs("unexpected error")
def test_an_exception_in_a_slot_is_told_with_its_trace_and_the_emitter_goes_on(
    caplog: pytest.LogCaptureFixture,
) -> None:
    clumsy = Clumsy()
    clumsy.asked.connect(clumsy.stumble)
    clumsy.asked.emit()
    (record,) = caplog.records
    assert record.exc_info
    assert isinstance(record.exc_info[1], LookupError)


@pytest.mark.logs("unexpected error")
def test_an_exception_that_ends_a_thread_is_told_with_its_trace(caplog: pytest.LogCaptureFixture) -> None:
    thread = threading.Thread(target=Clumsy().stumble)
    thread.start()
    thread.join()
    (record,) = caplog.records
    assert record.exc_info
    assert isinstance(record.exc_info[1], LookupError)


@pytest.mark.parametrize(
    "message",
    [
        "file:///k/Picture.qml:20:5: QML Image: Cannot open: file:///home/kiosk/.cache/kiosk-gallery/renditions/a.jpg",
        "QML Image: Error decoding: file:///home/kiosk/.cache/kiosk-gallery/renditions/a.jpg: broken",
    ],
)
def test_a_lost_rendition_is_nothing_to_warn_of(message: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    qWarning(message)
    assert [record.levelno for record in caplog.records] == [logging.DEBUG]


PAUSES = b"""
import QtQuick

Item {
    property bool after: false
    NumberAnimation on x { id: last; duration: 10000; to: 1 }
    NumberAnimation on y { id: other; duration: 10000; running: false; to: 1 }
    SequentialAnimation {
        id: rest
        PauseAnimation { duration: 20 }
        PropertyAction { property: "after"; target: rest.parent; value: true }
        property Item parent
    }
    function stop(): void { last.stop(); }
    function rests(): void { rest.parent = this; rest.start(); }
    function flicker(): void { other.start(); other.stop(); }
}
"""


def test_qt_that_stops_for_a_pause_twice_is_nothing_to_warn_of_and_the_pause_ends(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(PAUSES, QUrl())
    item = component.create()
    assert item, component.errorString()
    QTest.qWait(50)
    QMetaObject.invokeMethod(item, "stop")
    QMetaObject.invokeMethod(item, "rests", Qt.ConnectionType.QueuedConnection)  # between the two steps of stopping
    QMetaObject.invokeMethod(item, "flicker")
    qtbot.waitUntil(lambda: bool(item.property("after")))
    told = [record.levelno for record in caplog.records if "driver is not running" in record.getMessage()]
    assert told == [logging.DEBUG]


@pytest.mark.logs("Cannot open")
def test_any_other_lost_file_is(caplog: pytest.LogCaptureFixture) -> None:
    qWarning("QML Image: Cannot open: file:///home/kiosk/logo.png")
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
