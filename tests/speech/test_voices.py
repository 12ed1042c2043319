"""Which languages can be read, by what the speech service lists."""

from __future__ import annotations

import pytest

from kiosk.speech.voices import Voice, voice_for, voices_of

LISTED = voices_of([("espeak-ng", ("en-us", "en-gb", "ru", "cmn", "nb")), ("rhvoice", ("ru", "ka"))])


@pytest.mark.parametrize(
    ("language", "voice"),
    [
        ("ru", Voice("espeak-ng", "ru")),
        ("ru-RU", Voice("espeak-ng", "ru")),
        ("en-GB", Voice("espeak-ng", "en-gb")),
        ("en", Voice("espeak-ng", "en-gb")),
        ("ka", Voice("rhvoice", "ka")),
        ("zh-Hant-TW", Voice("espeak-ng", "cmn")),
        ("no", Voice("espeak-ng", "nb")),
        ("ko", None),
        ("", None),
    ],
)
def test_the_voice_for_a_language(language, voice):
    assert voice_for(LISTED, language) == voice
