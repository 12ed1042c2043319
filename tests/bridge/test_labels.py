"""What the exhibition says, in one language at a time."""

from __future__ import annotations

import pytest

from kiosk.bridge.labels import Labels
from kiosk.bridge.wall.themes_model import Chip
from kiosk.exhibition.label import Role
from kiosk.exhibition.model import Theme, Work
from kiosk.exhibition.text import Text, plain
from kiosk.visit.attract import Scene
from tests.bridge.fakes import exhibition


def labels(*works: Work) -> Labels:
    shown = exhibition(1)
    return Labels(type(shown)(source=shown.source, folder=shown.folder, title=shown.title, works=works))


def test_a_work_is_called_by_its_title_and_its_creator() -> None:
    told = Labels(exhibition(3))
    assert told.name(1) == ("Work 1", "A Maker")
    told.language = "ar"
    assert told.name(1) == ("عمل 1", "A Maker")


@pytest.mark.parametrize(
    ("work", "name"),
    [
        (Work(id="harvest", title=plain("Harvest")), ("Harvest", "")),
        (Work(id="harvest", creator=plain("A Maker")), ("harvest", "A Maker")),
        (Work(id="harvest"), ("harvest", "")),
    ],
)
def test_a_work_without_a_title_is_called_by_its_id(work: Work, name: tuple[str, str]) -> None:
    assert labels(work).name(0) == name


def test_a_label_with_nothing_to_say_says_the_id() -> None:
    (line,) = labels(Work(id="harvest")).lines(0)
    assert (line.role, line.words) == (Role.TITLE, "harvest")


def test_a_long_label_stays_longer_unless_it_is_configured() -> None:
    told = labels(Work(id="a", description=plain("word " * 100)), Work(id="b", title=plain("Short")))
    assert told.dwell_s([0], None) == pytest.approx(36)
    assert told.dwell_s([1], None) == 12
    assert told.dwell_s([0], 20) == 20


def test_a_scene_is_a_work_or_a_theme() -> None:
    told = Labels(exhibition(3))
    assert told.scene(Scene((1,))) == ("Work 1", "A Maker")
    assert told.scene(Scene((0, 1, 2), "theme-2")) == ("Theme 2", "About theme\N{NO-BREAK SPACE}2")
    told.language = "ar"
    assert told.scene(Scene((0, 1, 2), "theme-2")) == ("موضوع 2", "About theme\N{NO-BREAK SPACE}2")


def test_the_chips_are_in_the_curators_order() -> None:
    told = Labels(exhibition(3))
    counts = {"theme-0": 4, "theme-1": 0, "theme-2": 7}
    assert told.chips(counts, ("theme-2",)) == (
        Chip("theme-0", "Theme 0", 4, chosen=False),
        Chip("theme-1", "Theme 1", 0, chosen=False),
        Chip("theme-2", "Theme 2", 7, chosen=True),
    )


def test_words_come_in_the_exhibitions_next_language_where_the_visitors_has_none() -> None:
    shown = exhibition(1)
    themes = (Theme("t", Text((("ko", "주제"), ("ar", "موضوع")))),)
    told = Labels(type(shown)(source=shown.source, folder=shown.folder, title=shown.title, themes=themes))
    told.language = "ru"
    assert told.say(themes[0].name) == "주제"


@pytest.mark.parametrize(
    ("work", "words"),
    [
        (Work(id="harvest", title=plain("Harvest"), creator=plain("A Maker")), "Harvest, A Maker"),
        (Work(id="harvest", title=plain("Harvest"), alt=plain("Three people in a field")), "Three people in a field"),
        (Work(id="harvest"), "harvest"),
    ],
)
def test_a_picture_is_described_by_its_alternative_text_else_by_title_and_creator(work: Work, words: str) -> None:
    assert labels(work).described(0) == words


def test_what_labels_are_measured_by_is_in_the_language_they_are_read_in() -> None:
    told = labels(
        Work(id="a", title=plain("Untold")),
        Work(id="b", description=Text((("en", "A rule."), ("ko", "규칙이다.")))),
        Work(id="c", description=Text((("en", "And chance."),))),
    )
    assert told.sample() == ("A rule. And chance.", "en")
    told.language = "ko"
    assert told.sample() == ("규칙이다.", "ko")
    told.language = "ar"
    assert told.sample() == ("A rule. And chance.", "en"), "there is no other"
    assert labels(Work(id="a")).sample() == ("", "en")
