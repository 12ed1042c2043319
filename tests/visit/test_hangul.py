"""Syllables out of single keys, as a Korean keyboard writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibition.folding import fold
from kiosk.visit.hangul import compose

TYPED = (
    ("", ""),
    ("ㅎ", "ㅎ"),
    ("ㅎㅏ", "하"),
    ("ㅎㅏㄴ", "한"),
    ("ㅎㅏㄴㄱ", "한ㄱ"),
    ("ㅎㅏㄴㄱㅜㄱ", "한국"),
    ("ㅎㅏㄴㅏ", "하나"),
    ("ㅇㅗㅏ", "와"),
    ("ㅇㅗㅐ", "왜"),
    ("ㅇㅡㅣ", "의"),
    ("ㄱㅏㅂㅅ", "값"),
    ("ㄱㅏㅂㅅㅣ", "갑시"),
    ("ㄱㅏㅂㅅㅅㅏ", "값사"),
    ("ㄷㅏㄹㄱㅇㅣ", "닭이"),
    ("ㄱㄲㅏ", "ㄱ까"),
    ("ㅇㅏㄸㅏ", "아따"),
    ("ㅏㅏ", "ㅏㅏ"),
    ("ㅗㅏ", "ㅘ"),
    ("ㅋㅋㅋ", "ㅋㅋㅋ"),
    ("ㅎㅏㄴ a1", "한 a1"),
    ("abc", "abc"),
)


@pytest.mark.parametrize(("keys", "written"), TYPED)
def test_keys_write_syllables(keys: str, written: str) -> None:
    assert compose(keys) == written


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=8))
def test_every_syllable_can_be_typed(words: str) -> None:
    assert compose(fold(words)) == words


@given(st.text(st.sampled_from("ㄱㄲㄴㄷㄸㄹㅅㅎㅏㅐㅗㅜㅡㅣa "), max_size=12))
def test_no_key_gets_lost(keys: str) -> None:
    assert fold(compose(keys)) == fold(keys)
