"""Asking a speech service for its voices, within a time."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from kiosk.speech.orders import Failed, Found, encode
from kiosk.speech.voices import Voice, voice_for
from kiosk.staff.hearing import voices
from tests.speech.desktop import LACKING, Desktop

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(bool(LACKING), reason=f"not here: {', '.join(LACKING)}")
def test_a_real_service_tells_its_voices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    with Desktop(tmp_path / "desktop") as desktop:
        monkeypatch.setenv("SPEECHD_ADDRESS", desktop.address)
        answer = voices()
    assert isinstance(answer, Found)
    assert all(voice_for(answer.voices, language) for language in ("en", "ru", "ko", "ar"))


def python(script: str) -> tuple[str, ...]:
    return (sys.executable, "-c", script)


def test_what_is_told_is_believed_once_it_is_understood():
    found = Found({"en": Voice("espeak-ng", "en")})
    assert voices(python(f"import sys; sys.stdout.buffer.write({encode(found)!r})")) == found
    assert voices(python('print(\'{"type":"Failed","reason":"no sound card"}\')')) == Failed("no sound card")


@pytest.mark.parametrize("script", ["pass", "print('hello')", "raise SystemExit(3)"])
def test_an_end_without_a_word_is_a_failure(script: str):
    assert voices(python(script)) == Failed("the process that asks it came to an end")


def test_nobody_waits_for_a_service_that_hangs():
    answer = voices(python("import time; time.sleep(60)"), patience_s=0.2)
    assert answer == Failed("the speech service did not answer within 0.2 seconds")


def test_a_program_that_is_not_there_is_a_failure():
    assert isinstance(voices(("/nowhere/python",)), Failed)
