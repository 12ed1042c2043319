"""The curtain: what it says, that nothing opens it but its supervisor, and that it goes when that is gone."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent, QPainter

from kiosk.bridge.look import fonts
from kiosk.bridge.window import curtain
from kiosk.supervising.curtain import DRESS, HIDDEN, HIDE, SHOW, SHOWN
from kiosk.supervising.dress import Dress

if TYPE_CHECKING:
    from collections.abc import Iterator

SOON = {"en": "Back soon", "ru": "Скоро вернёмся", "ko": "곧 다시 찾아뵙겠습니다", "ar": "نعود قريبًا"}


def pictured(dress: Dress, size: QSize) -> QImage:
    fonts.load_fonts()
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    curtain.draw(painter, size.width(), size.height(), dress)
    painter.end()
    return image


def test_it_says_so_in_the_languages_of_the_house():
    said = dict(curtain.lines_of(Dress(languages=tuple(SOON))))
    assert {language: words.replace("\N{NO-BREAK SPACE}", " ") for language, words in said.items()} == SOON


def test_a_language_that_it_does_not_speak_is_told_in_english_once():
    assert curtain.lines_of(Dress(languages=("fr", "en", "de"))) == [("fr", "Back soon")]
    assert len(curtain.lines_of(Dress())) == 1


@pytest.mark.parametrize("languages", [("en",), tuple(SOON)])
@pytest.mark.parametrize("size", [QSize(320, 180), QSize(180, 320)])
def test_its_words_stand_in_the_middle_of_the_wall(languages: tuple[str, ...], size: QSize):
    image = pictured(Dress("#102030", "#f0e0d0", languages), size)
    marked = [
        (x, y) for x in range(size.width()) for y in range(size.height()) if image.pixelColor(x, y).name() != "#102030"
    ]
    across, down = zip(*marked, strict=True)
    assert abs((min(across) + max(across)) / 2 - size.width() / 2) < 6
    assert abs((min(down) + max(down)) / 2 - size.height() / 2) < 12
    assert min(across) > 5
    assert len(marked) > 100


@pytest.fixture
def window() -> Iterator[curtain.Window]:
    window = curtain.Window()
    window.cover()
    yield window
    window.hide()
    window.deleteLater()


def test_nothing_that_a_visitor_does_opens_it(window: curtain.Window):
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F4, Qt.Key.Key_Q):
        QCoreApplication.sendEvent(window, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.AltModifier))
    close = QCloseEvent()
    QCoreApplication.sendEvent(window, close)
    assert not close.isAccepted()
    assert not window.close()
    assert window.isVisible()
    assert window.geometry() == window.screen().geometry()
    assert window.cursor().shape() == Qt.CursorShape.BlankCursor


def test_its_process_does_what_it_is_told_and_ends_with_who_tells_it():
    command = [sys.executable, "-m", "kiosk", "curtain-process"]
    pipe = subprocess.PIPE
    heard_by_nobody = os.environ | {"QT_DEBUG_PLUGINS": "1", "QT_QPA_GENERIC_PLUGINS": "a-port-to-listen-on"}
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=heard_by_nobody) as process:
        told = f"{HIDE}\n{DRESS}{Dress().words()}\n{SHOW}\n\n{HIDE}\n"
        assert process.stdin
        assert process.stdout
        process.stdin.write(told)
        process.stdin.flush()
        assert [process.stdout.readline().strip() for _ in range(3)] == [HIDDEN, SHOWN, HIDDEN]
        out, err = process.communicate()
    assert (out, err, process.returncode) == ("", "", 0)
