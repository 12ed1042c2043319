"""What is kept on one line in each language, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibition.binding import LONGEST, bind

SPACE, BOUND = " ", "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "180~×~240~cm"),
        ("en", "oil on canvas, c.~1972"),
        ("en", "after A.~N.~Kolmogorov, b.~1903"),
        ("en", "from 1972 until the~end"),
        ("en", "Two words"),
        ("en", "a rule of its own and nobody’s understanding"),
        ("ru", "Около 1072~года художник Го~Си~создавал горы из~туши"),
        ("ru", "Правило~— 1978–1980, рисунок~—~2026"),
        ("ru", "начальное число 1918; 4200~×~2800~пикселей"),
        ("ru", "картин, нарисованных математикой и~игральной~костью"),
        ("ru", "И~всё~же угадать это не~смог~бы~никто."),
        ("ru", "правило над~городом для~всех"),
        ("ru", "в~1980-е~годы, р.~1954"),
        ("ko", "Kiosk Gallery를 위해 그림, MIT~라이선스"),
        ("ko", "크기 66.7~×~100~cm"),
        ("ko", "이곳의 그림은 모두 시작되었다"),
        ("ar", "بدأت كل صورة هنا~بقاعدة"),
        ("de", "Er ist in der~Stadt"),
    ],
)
def test_what_belongs_together_is_not_parted(language: str, written: str) -> None:
    assert bind(written.replace("~", SPACE), language) == written.replace("~", BOUND)


@given(st.text("аб вi가 1.×—«\n\N{NO-BREAK SPACE}", max_size=80), st.sampled_from(("en", "ru", "ko", "ar")))
def test_nothing_but_spaces_is_changed_and_what_is_kept_together_fits_a_line(words: str, language: str) -> None:
    bound = bind(words, language)
    assert bound.replace(BOUND, SPACE) == words.replace(BOUND, SPACE)
    longest_given = max((len(word) for word in words.replace(" × ", "~×~").split(SPACE)), default=0)
    assert max(map(len, bound.split(SPACE))) <= max(LONGEST, longest_given)
