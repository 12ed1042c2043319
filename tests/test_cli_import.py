"""`kiosk import`, as staff type it."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from kiosk.cli import commands
from kiosk.exhibition.manifest import read_manifest
from tests.staff.importing.tables import draw, save

if TYPE_CHECKING:
    from pathlib import Path

HEADINGS = ["Nr", "Object Title", "Titel auf Deutsch", "Maker", "Date", "Size", "Subject", "Image", "Lender's phone"]
ROWS = [
    ["1", "Gate & <b>door</b>", "Tor", "Blake, William", "1972", "60 x 80 cm", "wood; doors", "gate.jpg", "555 1"],
    ["2", "Mill", "Mühle", "Turner, J. M. W.", "1932", "60 x 80 x 3 cm", "wood; water", "", "555 2"],
    ["3", "<script>alert(1)</script>Pier", "Steg", "Ada Example", "1900", "", "water", "lost.jpg", "555 3"],
]
MAPPING = (
    "--map",
    "title.en=Object Title",
    "--map",
    "title.de=Titel auf Deutsch",
    "--map",
    "creator=Maker",
    "--map",
    "id=Nr",
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    draw(tmp_path / "gate.jpg")
    return save(tmp_path / "list.csv", [HEADINGS, *ROWS])


def run(*arguments: object):
    return CliRunner().invoke(commands, ["import", *map(str, arguments)])


def test_a_table_becomes_an_exhibition_and_says_what_it_did(table, tmp_path):
    result = run(table, "-o", tmp_path / "show", *MAPPING, "--turn-names")
    assert result.exit_code == 0, result.output
    assert "Columns not copied: 1\n         Lender's phone\n" in result.stdout
    assert "doubtful Sizes that are not clear: 1" in result.stdout
    assert 'There is no picture "lost.jpg". (row 4, Image)' in result.stdout
    assert "List: 3 rows read, 3 works, 1 picture, 2 themes." in result.stdout
    assert result.stdout.endswith(f"Show it:     kiosk {tmp_path / 'show'} --windowed\n")
    reading = read_manifest(tmp_path / "show")
    assert reading.problems == ()
    first, _, last = reading.exhibition.works
    assert first.creator.words("en") == "William Blake"
    assert first.creator_sort.words("en") == "Blake, William"
    assert (first.title.words("en"), first.title.words("de")) == ("Gate & door", "Tor")
    assert last.title.words("en") == "Pier"
    assert reading.exhibition.languages == ("en", "de")
    assert "555 " not in "".join(file.read_text("utf-8") for file in (tmp_path / "show").iterdir() if file.is_file())


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_report_is_one_safe_page(table, tmp_path):
    save(table, [[*HEADINGS[:-1], "<img src=x onerror=alert(1)>"], *ROWS])
    run(table, "-o", tmp_path / "show", *MAPPING, "--title", "<script>alert(1)</script>")
    words = (tmp_path / "show" / "import-report.html").read_text("utf-8")
    page = _Page()
    page.feed(words)
    assert page.open == []
    assert not {"script", "img", "link", "iframe", "a", "form"} & set(page.tags)
    assert not any(name.startswith("on") or name in {"src", "href", "style"} for name, _ in page.attributes)
    assert "http" not in words.replace("http-equiv", "")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in words
    assert "&lt;img src=x" in words
    assert "row 3, Size" in words


def test_again_it_tells_what_changed_and_keeps_the_old_manifest(table, tmp_path):
    run(table, "-o", tmp_path / "show", *MAPPING)
    save(table, [HEADINGS, [*ROWS[0][:4], "1973", *ROWS[0][5:]], ROWS[1], ["4", "Hill", "Hügel", *ROWS[2][3:]]])
    result = run(table, "-o", tmp_path / "show", *MAPPING)
    assert "1 new, 1 updated, 1 as they were, 1 no longer in the source, kept." in result.stdout
    assert f"The manifest as it was: {tmp_path / 'show' / 'manifest.before-import.yaml'}" in result.stdout
    told = json.loads(run(table, "-o", tmp_path / "show", *MAPPING, "--remove-missing", "--json").stdout)
    assert (told["exit_code"], told["counts"]["removed"], told["counts"]["unchanged"]) == (0, 1, 3)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--map", "titel=X"), 'titel is no key. Did you mean "title"?'),
        (("--map", "title"), 'is not KEY="HEADING"'),
        (("--map", "title.!=X"), "is not the code of a language"),
        (("--lang", "German!"), "is not the code of a language"),
        (("--themes-at-least", "0"), "0 is not in the range"),
    ],
)
def test_options_that_make_no_sense(arguments, message, table, tmp_path):
    result = run(table, "-o", tmp_path / "show", *arguments)
    assert result.exit_code == 2
    assert message in " ".join(result.output.replace("│", " ").split())
    assert not (tmp_path / "show").exists()


@pytest.mark.parametrize(
    ("arguments", "message", "remedy"),
    [
        (
            ("list.csv", "--map", "title=Objct Title"),
            'There is no column "Objct Title" for title. Did you mean "Object Title"?',
            "The columns are: Nr, Object Title",
        ),
        (("nope.csv",), "There is no file of this name.", "Check the name and the folder."),
        (("empty.csv",), "The file is empty.", "Save or copy the table again."),
        (("old.xls",), "protected by a password, or of the old kind", "save it as .xlsx."),
    ],
)
def test_what_cannot_be_imported_is_said_and_nothing_written(arguments, message, remedy, table, tmp_path):
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(999))
    name, *options = arguments
    result = run(table.parent / name, "-o", tmp_path / "show", *options)
    assert result.exit_code == 2
    assert name in result.stderr
    assert message in result.stderr
    assert remedy in result.stderr
    assert not (tmp_path / "show").exists()
    told = json.loads(run(table.parent / name, "-o", tmp_path / "show", *options, "--json").stdout)
    assert (told["exit_code"], told["origin"]["file"]) == (2, name)
