"""The process that reads aloud: heard for real where there is a speech service, and never waited for."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QProcess

from kiosk.bridge.speech.voice import VoiceProcess
from kiosk.speech.orders import Found, Said, encode
from kiosk.speech.voices import Voice, voice_for
from tests.speech.desktop import LACKING, Desktop

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from pytestqt.qtbot import QtBot

EN = Voice("espeak-ng", "en")
PATIENCE_MS = 30_000
real = pytest.mark.skipif(bool(LACKING), reason=f"not here: {', '.join(LACKING)}")


class Listener:
    """What a process has told."""

    def __init__(self, process: VoiceProcess) -> None:
        self.process = process
        self.voices: Mapping[str, Voice] | None = None
        self.said = 0
        self.reasons: list[str] = []
        process.listen(self._find, self._hear, self.reasons.append)

    def _find(self, voices: Mapping[str, Voice]) -> None:
        self.voices = voices

    def _hear(self) -> None:
        self.said += 1

    @property
    def running(self) -> int:
        return sum(child.state() != QProcess.ProcessState.NotRunning for child in self.process.findChildren(QProcess))


@pytest.fixture
def listening() -> Iterator[object]:
    made: list[VoiceProcess] = []

    def make(*command: str) -> Listener:
        made.append(VoiceProcess(command))
        return Listener(made[-1])

    yield make
    for process in made:
        process.close()
        process.deleteLater()


def python(script: str) -> tuple[str, ...]:
    return (sys.executable, "-c", script)


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    with Desktop(tmp_path / "desktop") as running:
        monkeypatch.setenv("SPEECHD_ADDRESS", running.address)
        yield running


@real
def test_the_words_reach_the_synthesiser_in_their_language_and_its_sound_the_loudspeaker(
    desktop: Desktop, listening, qtbot: QtBot
):
    heard = listening()
    heard.process.look()
    qtbot.waitUntil(lambda: heard.voices is not None, timeout=PATIENCE_MS)
    ends = [0]
    for language, words in (("en", "The harvest"), ("ru", "Жатва"), ("ko", "수확"), ("ar", "الحصاد")):
        voice = voice_for(heard.voices, language)
        assert voice is not None, language
        heard.process.say(words, voice, 20)
        qtbot.waitUntil(lambda: heard.said == len(ends), timeout=PATIENCE_MS)
        assert f"{words}</speak>" in desktop.ordered()
        assert f"language={voice.language}" in desktop.ordered()
        assert desktop.length() > ends[-1], f"silence in {language}"
        assert desktop.loudness(ends[-1]) > 100, f"silence in {language}"
        ends.append(desktop.length())
    assert heard.reasons == []


@real
def test_louder_is_louder(desktop: Desktop, listening, qtbot: QtBot):
    heard = listening()
    loudness, start = [], 0
    for volume in (-60, 20, 100):
        heard.process.say("The harvest, oil on canvas.", EN, volume)
        qtbot.waitUntil(lambda: heard.said == len(loudness) + 1, timeout=PATIENCE_MS)
        loudness.append(desktop.loudness(start))
        start = desktop.length()
    assert loudness[0] * 1.5 < loudness[1] < loudness[2] / 1.1


@real
def test_hush_ends_a_long_text_and_what_comes_after_it_is_read(desktop: Desktop, listening, qtbot: QtBot):
    heard = listening()
    heard.process.say("word " * 4000, EN, 20)
    qtbot.waitUntil(desktop.sounds, timeout=PATIENCE_MS)
    heard.process.hush()
    heard.process.say("The end.", EN, 20)
    qtbot.waitUntil(lambda: heard.said == 1, timeout=PATIENCE_MS)
    assert "CANCEL self" in desktop.ordered()
    assert "The end.</speak>" in desktop.ordered()


@real
def test_a_service_that_dies_while_it_reads_is_told_of(desktop: Desktop, listening, qtbot: QtBot):
    heard = listening()
    heard.process.say("word " * 4000, EN, 20)
    qtbot.waitUntil(desktop.sounds, timeout=PATIENCE_MS)
    desktop.signal(signal.SIGKILL)
    qtbot.waitUntil(lambda: bool(heard.reasons), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not heard.running, timeout=PATIENCE_MS)
    assert len(heard.reasons) == 1


@real
def test_a_service_that_hangs_is_given_up(desktop: Desktop, listening, qtbot: QtBot):
    heard = listening()
    heard.process._due.setInterval(1500)
    desktop.signal(signal.SIGSTOP)
    heard.process.look()
    qtbot.waitUntil(lambda: bool(heard.reasons), timeout=PATIENCE_MS)
    assert heard.reasons == ["the speech service does not answer"]
    qtbot.waitUntil(lambda: not heard.running, timeout=PATIENCE_MS)


@real
def test_a_service_without_a_synthesiser_has_no_voices(tmp_path: Path, monkeypatch, listening, qtbot: QtBot):
    with Desktop(tmp_path / "desktop", mute=True) as running:
        monkeypatch.setenv("SPEECHD_ADDRESS", running.address)
        heard = listening()
        heard.process.look()
        qtbot.waitUntil(lambda: heard.voices is not None or bool(heard.reasons), timeout=PATIENCE_MS)
        assert not heard.voices


@real
def test_a_service_without_a_loudspeaker_is_not_taken_for_one_that_can_be_heard(
    tmp_path: Path, monkeypatch, listening, qtbot: QtBot
):
    with Desktop(tmp_path / "desktop", loud=False) as running:
        monkeypatch.setenv("SPEECHD_ADDRESS", running.address)
        heard = listening()
        heard.process.look()
        qtbot.waitUntil(lambda: bool(heard.reasons), timeout=PATIENCE_MS)
        assert heard.voices is None
        assert "makes no sound" in heard.reasons[0]


@real
def test_where_there_is_no_service_that_is_told(tmp_path: Path, monkeypatch, listening, qtbot: QtBot):
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{tmp_path / 'none.sock'}")
    monkeypatch.setenv("SPEECHD_CMD", str(tmp_path / "none"))
    heard = listening()
    heard.process.look()
    qtbot.waitUntil(lambda: bool(heard.reasons), timeout=PATIENCE_MS)
    assert heard.voices is None
    assert len(heard.reasons) == 1


def test_nothing_runs_before_it_is_asked_for(listening):
    heard = listening(*python("raise SystemExit"))
    heard.process.hush()
    heard.process.rest()
    assert heard.running == 0


def test_a_program_that_is_not_there_is_told_of_once(listening, qtbot: QtBot):
    heard = listening("/nowhere/python")
    heard.process._due.setInterval(10 * PATIENCE_MS)  # it is not for want of an answer
    heard.process.look()
    assert not heard.reasons, "told in the middle of the order"
    qtbot.waitUntil(lambda: bool(heard.reasons), timeout=PATIENCE_MS)
    assert len(heard.reasons) == 1
    assert "/nowhere/python" in heard.reasons[0]
    qtbot.waitUntil(lambda: not heard.process.findChildren(QProcess), timeout=PATIENCE_MS)


def test_a_program_that_cannot_be_started_is_tried_anew_by_the_next_order(listening, qtbot: QtBot):
    heard = listening("/nowhere/python")
    for times in (1, 2):
        heard.process.say("One.", EN, 0)
        qtbot.waitUntil(lambda times=times: len(heard.reasons) == times, timeout=PATIENCE_MS)
    assert not heard.process._due.isActive()
    assert not heard.process._patience.isActive()


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("pass", "ended"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "crash|ended"),
        ("print('hello')", "cannot be understood|ended"),
        ("print('{}')", "cannot be understood|ended"),
        ('print(\'{"type":"Failed","reason":"no sound card"}\')', "no sound card"),
    ],
)
def test_a_process_that_fails_is_told_of_once_with_its_reason(script, reason, listening, qtbot: QtBot):
    import re

    heard = listening(*python(script))
    heard.process.look()
    qtbot.waitUntil(lambda: bool(heard.reasons), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not heard.running, timeout=PATIENCE_MS)
    assert len(heard.reasons) == 1
    assert re.search(reason, heard.reasons[0].lower())
    qtbot.waitUntil(lambda: not heard.process.findChildren(QProcess), timeout=PATIENCE_MS)


def test_a_process_that_hangs_is_killed_when_its_time_is_over(listening, qtbot: QtBot):
    heard = listening(*python("import time; time.sleep(600)"))
    heard.process.say("One.", EN, 0)
    heard.process._due.timeout.emit()
    assert heard.reasons == ["the speech service does not answer"]
    qtbot.waitUntil(lambda: not heard.running, timeout=PATIENCE_MS)


def test_words_that_never_end_are_given_up(listening):
    heard = listening(*python("import time; time.sleep(600)"))
    heard.process.say("One.", EN, 0)
    assert heard.process._patience.isActive()
    heard.process._patience.timeout.emit()
    assert heard.reasons == ["the speech service does not come to an end"]


def test_the_end_of_what_was_broken_off_is_not_taken_for_the_end_of_the_next(listening, qtbot: QtBot):
    """The process answers the first order when it gets the second, and the second a little later."""
    first, second = encode(Said(1)), encode(Said(2))
    script = f"""
import sys, time
for line in sys.stdin.buffer:
    if b'"number":2' in line:
        for answer in ({first!r}, {second!r}):
            sys.stdout.buffer.write(answer); sys.stdout.buffer.flush(); time.sleep(.1)
"""
    heard = listening(*python(script))
    heard.process.say("One.", EN, 0)
    heard.process.say("Two.", EN, 0)
    qtbot.waitUntil(lambda: heard.said > 0, timeout=PATIENCE_MS)
    assert heard.process._number == 2
    assert heard.said == 1


def test_a_rested_process_ends_and_the_next_order_starts_another(listening, qtbot: QtBot):
    answer = encode(Found({"en": EN}))
    script = (
        f"import sys; sys.stdin.readline(); sys.stdout.buffer.write({answer!r}); sys.stdout.flush(); sys.stdin.read()"
    )
    heard = listening(*python(script))
    for _ in range(2):
        heard.voices = None
        heard.process.look()
        qtbot.waitUntil(lambda: heard.voices is not None, timeout=PATIENCE_MS)
        heard.process.rest()
        qtbot.waitUntil(lambda: not heard.process.findChildren(QProcess), timeout=PATIENCE_MS)
    assert heard.reasons == []


def test_closing_leaves_no_process_behind(listening):
    heard = listening(*python("import time; time.sleep(600)"))
    heard.process.look()
    heard.process._process.waitForStarted()
    heard.process.close()
    assert heard.running == 0
    assert heard.reasons == []
