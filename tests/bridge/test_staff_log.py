"""The page of the log in the staff panel, and what rests on the page of problems."""

from __future__ import annotations

import ast
import logging
import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.bridge.staff.log import WORDS, log_rows, said
from kiosk.bridge.staff.resting import MOST_LISTED, resting_rows
from kiosk.bridge.staff.words import LANGUAGES, StaffWords
from kiosk.exhibition.places import assets_folder
from kiosk.exhibition.problems import Problem
from kiosk.pictures.orders import Stamp
from kiosk.pictures.storage.quarantine import Case, Part
from kiosk.staff.logbook.line import Line
from tests.bridge.fakes import exhibition

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TODAY = date(2026, 11, 28)
LOGGING = {"info", "warning", "error", "exception", "over", "note"}
"""Methods whose first words, or second, are logged: those of `logging`, Backstage.over and the supervisor's."""
ROOT = Path(__file__).parents[2]


@pytest.fixture
def words(qtbot: QtBot) -> StaffWords:  # noqa: ARG001 - Qt's translator wants an application
    spoken = StaffWords(assets_folder() / "translations")
    spoken.speak("en")
    return spoken


def line(told: str, level: int = logging.INFO, day: str = "2026-11-28", time: str = "14:05:09") -> Line:
    return Line(day, time, level, "kiosk", told)


def test_lines_stand_under_their_day_with_the_time_and_how_bad_they_are(words: StaffWords) -> None:
    lines = [
        line("a", logging.ERROR),
        line("b", logging.WARNING, time="09:00:00"),
        line("c", day="2026-11-27"),
        line("d", day="2026-11-20"),
    ]
    rows = list(log_rows(lines, words, TODAY))
    assert [row["name"] for row in rows] == ["Today", "a", "b", "Yesterday", "c", "2026-11-20", "d"]
    told = [(row["value"], row["mark"]) for row in rows if row["kind"] == "log"]
    assert told == [("14:05", "Error"), ("09:00", "Warning"), ("14:05", ""), ("14:05", "")]


def test_while_it_is_read_and_where_there_is_nothing_it_says_so(words: StaffWords) -> None:
    assert [row["name"] for row in log_rows(None, words, TODAY)] == ["One moment …"]
    assert [row["name"] for row in log_rows([], words, TODAY)] == ["Nothing."]


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
def test_what_the_program_says_is_in_the_language_of_staff_and_what_it_tells_is_left(
    language: str, words: StaffWords
) -> None:
    words.speak(language)
    told = said("labels cannot be read aloud for now: no bus. The speech service is asked again later.", words)
    assert "no bus" in told
    assert "labels" not in told
    again = said("unexpected error (17 more times since)", words)
    assert "17" in again
    assert "unexpected" not in again
    over = said("the log is written again, after 12 min and 1 failure", words)
    assert "12" in over
    assert not re.search("[a-z]", over)
    assert said("QML Image: something of Qt's", words) == "QML Image: something of Qt's"


def test_a_problem_is_told_without_the_path_that_it_names_anyway(words: StaffWords) -> None:
    problem = Problem(
        rule="r", message='"a: b.jpg" is empty.', remedy="Copy it.", file=Path("/x/a: b.jpg"), field="picture"
    )
    assert said(str(problem), words) == '"a: b.jpg" is empty. Copy it.'


def test_every_word_that_is_translated_is_logged_somewhere() -> None:
    logged = set()
    for file in (ROOT / "kiosk").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
                first = node.args[0]
                if node.func.attr in LOGGING:
                    logged |= {_said(each) for each in (first, *node.args[1:2])}
    for word in WORDS:
        told = re.sub(r"%\d", "%s", word).lower()
        assert told in logged or told.removesuffix(", %s") in logged, word


def _said(argument: ast.expr) -> str:
    """What is logged by an argument, with %s for what is filled in."""
    if isinstance(argument, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "%s" for part in argument.values).lower()
    return str(argument.value).lower() if isinstance(argument, ast.Constant) else ""


def test_what_rests_is_named_with_its_reason_and_can_be_tried_again(words: StaffWords) -> None:
    shown = exhibition(4)
    case = Case(
        "0.jpg", Part.PICTURE, Stamp(1, 1), 2, 1_780_000_000.0, "worker-died", "It ended its worker.", "Save it."
    )
    tried: list[int] = []
    desk: Any = SimpleNamespace(exhibition=shown, resting=lambda: [(2, case)], wake=tried.append)
    heading, row, others = resting_rows(desk, words)
    assert (heading["kind"], others["kind"]) == ("heading", "heading")
    assert (row["name"], row["value"]) == ("Work 2", "It ended its worker.")
    assert re.fullmatch(r"Rests until 2026-05-\d\d \d\d:\d\d", row["note"])
    assert row["actions"] == [{"name": "Try again", "act": "wake", "arg": "2"}]


def test_of_very_many_that_rest_some_are_listed_and_none_is_no_line(words: StaffWords) -> None:
    case = Case("0.jpg", Part.PICTURE, Stamp(1, 1), 2, 1_780_000_000.0, "r", "m", "r")
    desk: Any = SimpleNamespace(exhibition=exhibition(200), resting=lambda: [(n, case) for n in range(MOST_LISTED + 9)])
    rows = list(resting_rows(desk, words))
    assert len(rows) == MOST_LISTED + 3
    assert rows[-2]["name"] == "And 9 more"
    desk = SimpleNamespace(exhibition=exhibition(2), resting=list)
    assert list(resting_rows(desk, words)) == []
