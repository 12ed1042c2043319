"""Nothing is loaded from a network, whatever a label says."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge.network import NoNetwork
from tests.exhibitions import draw_picture
from tests.listening import listening

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

FACE = """
import QtQuick
Window {
    id: root
    required property url local
    required property string address
    readonly property bool localShown: here.status === Image.Ready
    readonly property bool remoteFailed: remote.status === Image.Error && asked.status === Loader.Error
    width: 200; height: 200; visible: true
    Image { id: remote; source: root.address + "picture.png"; asynchronous: true }
    Image { id: here; source: root.local; asynchronous: true }
    Text { id: rich; textFormat: Text.RichText; text: "<img src='" + root.address + "rich.png'>" }
    Text { textFormat: Text.StyledText; text: "<img src='" + root.address + "styled.png'>" }
    Text { textFormat: Text.MarkdownText; text: "![x](" + root.address + "markdown.png)" }
    Text { textFormat: Text.PlainText; text: "<img src='" + root.address + "plain.png'>" }
    FontLoader { source: root.address + "font.ttf" }
    Loader { id: asked; source: root.address + "Component.qml" }
    Component.onCompleted: {
        const request = new XMLHttpRequest();
        request.open("GET", root.address + "request");
        request.send();
    }
}
"""


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """The address of a server, and what it was asked for."""
    with listening() as served:
        yield served


@contextmanager
def showing(address: str, picture: Path, *, guarded: bool, qtbot: QtBot) -> Iterator[QQuickWindow]:
    """A window full of addresses, once it has tried all of them."""
    engine = QQmlApplicationEngine()
    factory = NoNetwork()
    if guarded:
        engine.setNetworkAccessManagerFactory(factory)
    engine.setInitialProperties({"address": address, "local": QUrl.fromLocalFile(str(picture))})
    face = picture.with_name("Face.qml")
    face.write_text(FACE)
    engine.load(QUrl.fromLocalFile(str(face)))
    (window,) = engine.rootObjects()
    assert isinstance(window, QQuickWindow)
    qtbot.waitUntil(lambda: window.property("localShown") and window.property("remoteFailed"), timeout=60_000)
    yield window
    shiboken6.delete(engine)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    file = tmp_path / "picture.png"
    draw_picture(3, (60, 40)).save(file)
    return file


@pytest.mark.qt_log_ignore(".*")
def test_a_server_hears_nothing_and_local_files_are_shown(
    server: tuple[str, list[str]], picture: Path, qtbot: QtBot
) -> None:
    address, asked = server
    with showing(address, picture, guarded=True, qtbot=qtbot) as window:
        qtbot.wait(100)
        assert window.property("localShown")
        assert asked == []


@pytest.mark.qt_log_ignore(".*")
def test_without_the_guard_the_server_would_have_heard(
    server: tuple[str, list[str]], picture: Path, qtbot: QtBot
) -> None:
    address, asked = server
    with showing(address, picture, guarded=False, qtbot=qtbot):
        qtbot.waitUntil(lambda: {"/picture.png", "/request"} <= set(asked), timeout=60_000)
