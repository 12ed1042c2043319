"""The page of promises names a test for each, and every test it names exists."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "reliability.md"
NAMED = re.compile(r"`(tests/[\w/]+\.(?:py|qml))(?:::(\w+))?`")


def promises() -> list[tuple[str, str]]:
    """Each promise of the page with what shows it, as written."""
    rows = [line.strip("|").split("|") for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| ")]
    return [(row[0].strip(), row[-1].strip()) for row in rows if row[0].strip() not in {"promise", "---"}]


def named() -> list[tuple[str, str]]:
    """Each file of tests the page names, with the test in it; the test is empty where all of the file is meant."""
    return sorted(set(NAMED.findall(PAGE.read_text("utf-8"))))


@pytest.mark.parametrize(("promise", "shown"), promises())
def test_each_promise_is_shown_by_a_test_or_says_why_not(promise: str, shown: str) -> None:
    assert NAMED.search(shown) or shown.startswith("untested: "), promise


@pytest.mark.parametrize(("file", "test"), named())
def test_each_test_the_page_names_exists(file: str, test: str) -> None:
    assert (ROOT / file).is_file(), file
    if test and file.endswith(".py"):
        tree = ast.parse((ROOT / file).read_text("utf-8"))
        assert test in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}, f"{file}::{test}"
    elif test:
        assert f"function {test}(" in (ROOT / file).read_text("utf-8"), f"{file}::{test}"
