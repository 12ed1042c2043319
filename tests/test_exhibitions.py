"""The two exhibitions that ship: whole, in four languages, and true to their pictures."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any
from unicodedata import name as sign_name

import msgspec
import pytest
from PIL import Image

from assets.exhibitions.demo.make.catalogue import WORKS, find
from kiosk.exhibition.manifest import read_manifest
from kiosk.exhibition.places import assets_folder
from kiosk.exhibition.problems import Severity
from kiosk.exhibition.text import UNTAGGED, Text
from kiosk.staff.advising.advice import Advice
from kiosk.staff.check import check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibition.model import Exhibition, Work

LANGUAGES = ("en", "ru", "ko", "ar")
SCRIPTS = {"en": "LATIN", "ru": "CYRILLIC", "ko": "HANGUL", "ar": "ARABIC"}
NUMBER = r"\d{1,3}(?:,\d{3})+|\d+"


def read(name: str) -> Exhibition:
    exhibition = read_manifest(assets_folder() / "exhibitions" / name / "manifest.yaml").exhibition
    assert exhibition is not None
    return exhibition


@pytest.fixture(scope="module")
def demo() -> Exhibition:
    return read("demo")


@pytest.fixture(scope="module")
def essay() -> Exhibition:
    return read("photo-essay")


@pytest.fixture(scope="module", params=["demo", "photo-essay"])
def exhibition(request: pytest.FixtureRequest) -> Exhibition:
    return read(request.param)


def texts(value: Any, place: str = "") -> Iterator[tuple[str, Text]]:
    """Every text with words in an exhibition, and where it stands."""
    if isinstance(value, Text):
        if value:
            yield place, value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from texts(getattr(value, name), f"{place}.{name}")
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from texts(entry, f"{place}[{getattr(entry, 'id', index)}]")


def number(digits: str) -> int:
    return int(digits.replace(",", ""))


def drawn_works() -> list[Any]:
    return [pytest.param(drawing, id=drawing.id) for drawing in WORKS]


@pytest.mark.parametrize("name", ["demo", "photo-essay"])
def test_a_shipped_exhibition_has_no_problems(name: str) -> None:
    reading = read_manifest(assets_folder() / "exhibitions" / name / "manifest.yaml")
    assert [str(problem) for problem in reading.problems if problem.severity is not Severity.HINT] == []


@pytest.mark.parametrize("name", ["demo", "photo-essay"])
def test_years_later_a_shipped_exhibition_is_over_and_still_fine(name: str) -> None:
    advice = Advice(today=date(2040, 1, 1))
    report = check(assets_folder() / "exhibitions" / name, advice=advice)
    assert report.exit_code == 0
    assert [problem.rule for problem in report.problems] == ["closed-already"]


def test_every_text_speaks_all_four_languages(exhibition: Exhibition) -> None:
    assert exhibition.languages == LANGUAGES
    for place, text in texts(exhibition):
        if text.languages:
            assert text.languages == LANGUAGES, place
        else:
            assert text.words(UNTAGGED).isdigit(), f"{place} is the same in every language, yet not a number"


def test_every_text_is_written_in_the_script_of_its_language(exhibition: Exhibition) -> None:
    for place, text in texts(exhibition):
        for language, words in text.by_language:
            if language != UNTAGGED:
                assert any(sign_name(sign, "").startswith(SCRIPTS[language]) for sign in words), f"{place}: {words}"


def test_no_translation_is_a_copy(exhibition: Exhibition) -> None:
    for place, text in texts(exhibition):
        words = [said for _, said in text.by_language]
        assert len(set(words)) == len(words), place


def test_nobody_shouts(exhibition: Exhibition) -> None:
    for place, text in texts(exhibition):
        assert not any(sign in words for _, words in text.by_language for sign in "!\uff01"), place


def test_every_work_belongs_to_one_to_three_themes_and_has_a_title_and_a_credit(exhibition: Exhibition) -> None:
    for work in exhibition.works:
        assert 1 <= len(work.themes) <= 3, work.id
        assert work.title, work.id
        assert work.credit, work.id
        assert work.description, work.id


def test_themes_overlap(exhibition: Exhibition) -> None:
    shared = {theme for work in exhibition.works if len(work.themes) > 1 for theme in work.themes}
    assert len(shared) >= 5


def test_each_theme_of_the_demo_shows_four_to_ten_works(demo: Exhibition) -> None:
    shown = Counter(theme for work in demo.works for theme in work.themes)
    assert set(shown) == {theme.id for theme in demo.themes}
    assert all(4 <= works <= 10 for works in shown.values()), shown


def test_the_demo_shows_every_drawing_once(demo: Exhibition) -> None:
    assert sorted(work.id for work in demo.works) == sorted(drawing.id for drawing in WORKS)
    assert [work.accession for work in demo.works] == [f"KG.2026.{place:02d}" for place in range(1, len(WORKS) + 1)]


def test_descriptions_of_the_demo_have_40_to_90_words_in_short_sentences(demo: Exhibition) -> None:
    for work in demo.works:
        words = work.description.words("en")
        assert 40 <= len(words.split()) <= 90, work.id
        for sentence in re.split(r"(?<=[.?;:])\s+", words):
            assert len(sentence.split()) <= 25, f"{work.id}: {sentence}"


def test_descriptions_in_other_languages_are_about_as_full_as_the_english(demo: Exhibition) -> None:
    for work in demo.works:
        for language in LANGUAGES[1:]:
            assert 40 <= len(work.description.words(language).split()) <= 90, f"{work.id} in {language}"


def test_every_picture_of_the_demo_is_described_for_those_who_cannot_see_it(demo: Exhibition) -> None:
    for work in demo.works:
        assert work.alt.languages == LANGUAGES, work.id
        assert work.alt.words("en").endswith("."), work.id


@pytest.mark.parametrize("drawing", drawn_works())
def test_a_work_looks_where_the_catalogue_says(demo: Exhibition, drawing: Any) -> None:
    work = demo.works[demo.index_by_id[drawing.id]]
    assert (work.focus, work.safe, work.highlight) == (drawing.focus, drawing.safe, drawing.highlight)


@pytest.mark.parametrize("drawing", drawn_works())
def test_the_label_tells_the_true_seed_and_pixels_in_every_language(demo: Exhibition, drawing: Any) -> None:
    work = demo.works[demo.index_by_id[drawing.id]]
    assert work.picture is not None
    with Image.open(work.picture) as picture:
        size = picture.size
    assert size == (drawing.width, drawing.height)
    for language in LANGUAGES:
        words = work.medium.words(language)
        pixels = re.search(rf"({NUMBER}) × ({NUMBER})", words)
        assert pixels is not None, words
        assert (number(pixels[1]), number(pixels[2])) == size, words
        assert re.search(rf"\b{find(work.id).seed}\b", words[: pixels.start()]), words


def test_prints_keep_the_shape_of_their_pictures(demo: Exhibition) -> None:
    for work in demo.works:
        drawing = find(work.id)
        assert work.size_cm is not None
        height, width = work.size_cm
        assert width / height == pytest.approx(drawing.width / drawing.height, rel=0.002), work.id


def test_the_photo_essay_shows_no_photographs(essay: Exhibition) -> None:
    assert [work.id for work in essay.works if work.picture] == []


def test_the_photo_essay_states_the_facts_of_its_source(essay: Exhibition) -> None:
    assert essay.stated_works == 123
    assert (essay.opens, essay.closes) == (date(2025, 9, 9), date(2025, 10, 10))
    assert len(essay.works) == 10
    assert len([work for work in essay.works if "Belitsky" in work.credit.words("en")]) == 9


def test_the_photo_essay_names_its_source_at_every_photograph(essay: Exhibition) -> None:
    def names_source(work: Work) -> bool:
        return "The Moscow Times, 10 September 2025" in work.credit.words("en")

    assert all(map(names_source, essay.works))
    assert all(20 <= len(work.description.words("en").split()) <= 50 for work in essay.works)
