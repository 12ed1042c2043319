from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from kiosk.exhibition.problems import Severity
from kiosk.staff.advising import twins
from kiosk.staff.advising.advice import Advice
from kiosk.staff.advising.letters import all_there, name_of, package_for
from kiosk.staff.check import check
from tests.profiles import ADOBE_RGB, DISPLAY_P3, PROPHOTO, SRGB, cmyk_profile, grey_profile, rgb_profile

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibition.problems import Problem

TODAY = dt.date(2026, 11, 28)
SCREEN = (1920, 1080)
HEAD = "exhibition: {title: Spring}\nworks:\n"
FINE = "picture: a.png, alt: A lake, credit: Gift"


@pytest.fixture
def room(tmp_path: Path) -> Path:
    Image.new("RGB", (1920, 1080), "teal").save(tmp_path / "a.png")
    return tmp_path


def advised(room: Path, words: str, missing=all_there, screen=SCREEN, *, pictures: bool = True) -> list[Problem]:
    (room / "manifest.yaml").write_text(words, encoding="utf-8")
    return list(check(room, pictures, advice=Advice(today=TODAY, screen=screen, missing=missing)).problems)


def rules(problems: list[Problem]) -> list[tuple[str, str, str]]:
    return [(problem.rule, problem.work, problem.field) for problem in problems]


def test_a_sound_work_needs_no_advice(room):
    assert advised(room, HEAD + f"- {{id: a, {FINE}}}\n- {{id: card}}\n") == []


def test_what_a_work_lacks_is_a_hint_at_its_place(room):
    words = (
        "exhibition: {title: X}\nthemes: {t: {name: T}}\nworks:\n- {id: t, themes: [t]}\n- {id: a, picture: a.png}\n"
    )
    found = advised(room, words)
    assert rules(found) == [(rule, "a", "works[1]") for rule in ("no-alt", "no-credit", "no-theme")]
    assert {(problem.severity, problem.line) for problem in found} == {(Severity.HINT, 5)}


def test_missing_translations_are_one_problem_a_work(room):
    words = (
        "exhibition: {title: {en: A, ru: А, ar: ا}, subtitle: {en: S}, languages: [en, ru, ar]}\nworks:\n"
        "- {id: a, creator: Ada, title: {en: A, ru: А}, medium: {en: Oil},"
        " details: [{at: [0, 0, 1, 1], text: {ru: Д}}]}\n"
        "- {id: b, title: {en: A, ru: А, ar: ا}}\n"
    )
    found = advised(room, words)
    assert rules(found) == [("no-translation", "", "exhibition.subtitle"), ("no-translation", "a", "works[0]")]
    assert "ar: title, medium, details[0]" in found[1].message
    assert "ru: medium;" in found[1].message
    assert "en: details[0]" in found[1].message


def test_a_language_without_any_text_is_told_once(room):
    words = "exhibition: {title: {en: A}, languages: [en, ko]}\nworks:\n- {id: a, title: {en: A}}\n"
    assert rules(advised(room, words)) == [("language-without-texts", "", "exhibition.languages[1]")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("word " * 100, ["long-sentence"]),
        ("word " * 101, ["long-text", "long-sentence"]),
        ("One two three. " * 33, []),
        ("One two three. " * 34, ["long-text"]),
        ("Word " * 24 + "word. " + "Word " * 25, []),
        ("word " * 14 + "word. 1972 " + "word " * 14, []),
        ("word " * 14 + "c. 1972 " + "word " * 14, ["long-sentence"]),
        ("낱말 " * 20 + "썼다. 1987년 " + "낱말 " * 20, []),
    ],
)
def test_long_labels_and_sentences_are_told(room, text, told):
    words = f"{HEAD}- {{id: a, description: {{en: '{text}'}}}}\n"
    found = advised(room, words)
    assert [problem.rule for problem in found] == told
    assert all(problem.field == "works[0].description" and "(en)" in problem.message for problem in found)


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("closes: 2026-11-27", ["closed-already"]),
        ("closes: 2026-11-28", []),
        ("opens: 2026-11-29", ["not-open-yet"]),
        ("opens: 2026-11-28", []),
    ],
)
def test_days_of_the_exhibition(room, keys, told):
    found = advised(room, f"exhibition: {{title: X, {keys}}}\nworks: [{{id: a}}]\n")
    assert [problem.rule for problem in found] == told
    assert {problem.severity for problem in found} <= {Severity.HINT}, "the show goes on, so nothing is wrong"


def test_days_of_works(room):
    past = "- {id: a, show: {until: 2026-11-27}}\n"
    assert rules(advised(room, HEAD + past)) == [
        ("all-past", "", "works"),
        ("past", "a", "works[0].show.until"),
    ]
    assert rules(advised(room, HEAD + past + "- {id: b}\n")) == [("past", "a", "works[0].show.until")]
    words = "exhibition: {title: X, closes: 2026-12-01}\nworks: [{id: a, show: {from: 2026-12-02}}]\n"
    (found,) = advised(room, words)
    assert (found.rule, found.severity, found.field) == ("never-shown", Severity.WARNING, "works[0].show.from")


def test_pictures_of_one_content_are_told_whatever_they_are_called(room):
    (room / "b.png").write_bytes((room / "a.png").read_bytes())
    Image.new("RGB", (1920, 1080), "tan").save(room / "c.png")
    works = [
        f"- {{id: {name}, {FINE.replace('a.png', f'{file}.png')}}}\n" for name, file in zip("pqrs", "abac", strict=True)
    ]
    found = advised(room, HEAD + "".join(works))
    assert rules(found) == [
        ("duplicate-picture", "q", "works[1].picture"),
        ("same-picture", "r", "works[2].picture"),
    ]
    assert all('"p"' in problem.message for problem in found)


def test_only_pictures_of_one_length_that_begin_alike_are_read_to_the_end(tmp_path, monkeypatch):
    read: list[Path] = []
    content = twins._content
    monkeypatch.setattr(twins, "_content", lambda file: read.append(file) or content(file))
    beginning = bytes(twins.BEGINNING)
    bytes_of = {"a": beginning + b"1", "b": beginning + b"2", "c": b"x" * len(beginning) + b"1", "d": beginning}
    files = [tmp_path / name for name in bytes_of]
    for file in files:
        file.write_bytes(bytes_of[file.name])
    (tmp_path / "e").hardlink_to(files[0])
    assert twins.twins_of([*files, tmp_path / "e", tmp_path / "gone"]) == {tmp_path / "e": files[0]}
    assert read == files[:2]


@pytest.mark.parametrize(
    ("size", "screen", "told"),
    [
        ((1536, 864), (1920, 1080), []),
        ((1500, 843), (1920, 1080), ["small-picture"]),
        ((1500, 843), (1366, 768), []),
        ((1500, 500), (1080, 1920), []),
        ((3000, 500), (3840, 2160), ["small-picture"]),
        ((999, 999), None, ["small-picture"]),
    ],
)
def test_a_picture_is_too_small_for_a_screen_it_has_to_be_enlarged_for(room, size, screen, told):
    Image.new("RGB", size).save(room / "a.png")
    found = advised(room, f"{HEAD}- {{id: a, {FINE}}}\n", screen=screen)
    assert [problem.rule for problem in found] == told


def test_a_detail_needs_pixels_too(room):
    works = (
        f"{HEAD}- {{id: a, {FINE}, details: [{{at: [0, 0, 0.3, 0.3], text: x}}, {{at: [0, 0, 0.5, 0.5], text: y}}]}}\n"
    )
    assert rules(advised(room, works)) == [("small-detail", "a", "works[0].details[0].at")]


def test_letters_without_a_font_are_told_by_name_with_what_to_install(room):
    asked: list[frozenset[str]] = []

    def missing(letters, own):
        asked.append(letters)
        assert own == ()
        return frozenset("ሀ")

    words = f"{HEAD}- {{id: a, title: {{en: Aé — “x”, am: ሀ한}}}}\n- {{id: b, title: Б}}\n"
    found = [problem for problem in advised(room, words, missing) if problem.rule == "no-font"]
    assert asked == [frozenset("ሀ한")]
    (problem,) = found
    assert (problem.work, problem.field, problem.severity) == ("a", "works[0].title", Severity.WARNING)
    assert "U+1200 ETHIOPIC SYLLABLE HA" in problem.message
    assert "apt install fonts-noto-core" in problem.remedy


def test_nobody_is_asked_about_letters_that_come_with_the_program(room):
    def missing(_letters, _own):
        raise AssertionError

    assert advised(room, HEAD + "- {id: a, title: 'Ünïcödé, Привет, مرحبا 123 – « »'}\n", missing) == []


def test_packages_are_told_by_script():
    assert [package_for(letter) for letter in "한字א😀"] == [
        *("fonts-noto-cjk", "fonts-noto-cjk", "fonts-noto-core fonts-noto-extra", "fonts-noto-color-emoji"),
    ]
    assert name_of("\u0301") == "U+0301 COMBINING ACUTE ACCENT"


@pytest.mark.parametrize(
    ("mode", "profile", "told"),
    [
        ("RGB", None, []),
        ("RGB", rgb_profile(SRGB, 2.2), []),
        ("RGB", rgb_profile(ADOBE_RGB, 2.2), []),
        ("RGB", rgb_profile(DISPLAY_P3, 2.2), []),
        ("RGB", rgb_profile(PROPHOTO, 1.8), ["wide-profile"]),
        ("RGB", b"nonsense", ["profile"]),
        ("RGB", grey_profile(2.2), ["profile"]),
        ("CMYK", None, ["inks"]),
        ("CMYK", cmyk_profile(), []),
    ],
)
def test_odd_profiles_are_told(room, mode, profile, told):
    Image.new(mode, (1920, 1080)).save(room / "a.jpg", icc_profile=profile)
    found = advised(room, f"{HEAD}- {{id: a, {FINE.replace('png', 'jpg')}}}\n")
    assert [problem.rule for problem in found] == told


def test_a_grey_picture_is_told_among_coloured_ones_only(room):
    Image.new("L", (1920, 1080)).save(room / "grey.png")
    for number in range(4):
        Image.new("RGB", (1920, 1080), (number, 0, 0)).save(room / f"{number}.png")
    works = HEAD + f"- {{id: a, {FINE.replace('a.png', 'grey.png')}}}\n"
    assert advised(room, works) == []
    works += "".join(f"- {{id: w{n}, {FINE.replace('a.png', f'{n}.png')}}}\n" for n in range(4))
    assert rules(advised(room, works)) == [("greyscale", "a", "works[0].picture")]
