"""What staff read: tables, a file for spreadsheets, a page."""

from __future__ import annotations

import csv
import io
import json
import re
import struct
import zlib
from base64 import b64decode
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from kiosk.cli import commands
from kiosk.exhibition.manifest import read_manifest
from kiosk.exhibition.places import state_folder
from kiosk.staff.statistics.book import Book
from kiosk.staff.statistics.charts import visits_by_day
from kiosk.staff.statistics.heat import FINENESS, colour, heat, opacity
from kiosk.staff.statistics.page import duration, statistics_page
from kiosk.staff.statistics.previews import Preview
from kiosk.staff.statistics.reading import DayRow, Record, WorkRow, read
from kiosk.staff.statistics.report import Day, report_of
from kiosk.staff.statistics.summary import summary
from kiosk.visit.counting import SIDE, Count, What

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)
TODAY = date(2026, 11, 28)
HOSTILE = '<script>alert(1)</script>"&\u202e'
MANIFEST = {
    "exhibition": {"title": "Spring", "languages": ["ar", "en"]},
    "themes": {"sea": {"name": "The sea"}},
    "works": [
        {"id": "a", "picture": "a.jpg", "title": {"ar": "البحر", "en": "Sea"}, "creator": "=1+1", "themes": ["sea"]},
        {"id": "b", "picture": "gone.jpg", "title": "B"},
    ],
}


@pytest.fixture
def counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An exhibition with a day of visits, and the folder to run in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KIOSK_CONFIG", raising=False)
    Image.new("RGB", (600, 400), "white").save(tmp_path / "a.jpg")
    (tmp_path / "manifest.yaml").write_text(json.dumps(MANIFEST))
    (tmp_path / "config.yaml").write_text(json.dumps({"exhibition": str(tmp_path / "manifest.yaml")}))
    day = TODAY.isoformat()
    book = Book(state_folder(), pytest.fail)
    book.add(
        [
            Count(day, "Spring", What.VISITS, "", 4),
            Count(day, "Spring", What.RAN_OUT, "", 3),
            Count(day, "Spring", What.LOOKED_S, "a", 100),
            Count(day, "Spring", What.ZOOMED, "a", 2),
            Count(day, "Spring", What.CLOSELY_S, "a", 30, 5),
            Count(day, "Spring", What.SHOWN, "b", 1),
            Count(day, "Spring", What.THEME, "sea", 2),
            Count(day, "Spring", What.LANGUAGE, "en", 2),
            Count("2026-11-20", "-Autumn", What.VISITS, "", 1),
            Count("2026-11-20", "-Autumn", What.SHOWN, "@z", 1),
        ]
    )
    assert book.write(TODAY)
    return tmp_path


def run(*arguments: str, **more: str):
    return CliRunner().invoke(commands, ["stats", *arguments], **more)


@pytest.mark.usefixtures("counted")
def test_the_terminal_tells_all_in_tables():
    told = run()
    assert told.exit_code == 0, told.output
    assert "5 visits, 20 s looking at works in the mean." in told.output
    assert re.search(r"^البحر +2 min +0 +2 +0$", told.output, re.MULTILINE)
    assert re.search(r"^The sea +2$", told.output, re.MULTILINE)
    assert re.search(r"^English +2$", told.output, re.MULTILINE)
    assert re.search(r"^No end +2$", told.output, re.MULTILINE)


@pytest.mark.usefixtures("counted")
def test_days_and_an_exhibition_can_be_asked_for():
    told = json.loads(run("--json", "--from", "2026-11-21", "--exhibition", "Spring").output)
    assert (told["visits"], told["ran_out"], told["going_on"]) == (4, 3, 1)
    assert [work["work"] for work in told["works"]] == ["a", "b"]
    assert run("--until", "2026-11-01").output == "Nothing was counted in these days.\n"


@pytest.mark.usefixtures("counted")
def test_the_table_is_safe_in_a_spreadsheet_and_opens_in_excel():
    output = run("--csv").stdout_bytes
    assert output.startswith(b"\xef\xbb\xbf")
    heads, *rows = csv.reader(io.StringIO(output.decode("utf-8-sig")))
    told = [dict(zip(heads, row, strict=True)) for row in rows]
    assert [(row["day"], row["exhibition"], row["work"]) for row in told] == [
        ("2026-11-20", "'-Autumn", "'@z"),
        ("2026-11-28", "Spring", "a"),
        ("2026-11-28", "Spring", "b"),
    ]
    assert (told[1]["creator"], told[1]["title"], told[1]["looked_s"]) == ("'=1+1", "البحر", "100")
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.usefixtures("counted")
def test_the_page_has_the_pictures_and_where_people_looked():
    told = run("--html", "page.html")
    assert told.exit_code == 0, told.output
    page = Path("page.html").read_text(encoding="utf-8")
    assert page.count("data:image/jpeg;base64,") == 1
    assert page.count("data:image/png;base64,") == 1
    assert '<span class="words" lang="ar" dir="rtl">البحر</span>' in page
    assert "Where people looked closer" in page


@pytest.mark.usefixtures("counted")
def test_a_page_that_cannot_be_written_is_told():
    told = run("--html", "nowhere/page.html")
    assert told.exit_code == 1
    assert "cannot be written" in told.output


class Outline(HTMLParser):
    """The elements of a page; it fails where they are not closed as they were opened."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.kinds: set[str] = set()
        self.links: list[str] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.kinds.add(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src", "action"}]
        assert not [name for name, _ in attrs if name.startswith("on")]
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_needs_nothing_and_believes_nobody():
    cells = (9,) * SIDE * SIDE
    works = tuple(WorkRow("2026-11-28", HOSTILE, f"{HOSTILE}{n}", 1, n, 1, 0, cells) for n in range(70))
    report = report_of(Record((DayRow("2026-11-28", HOSTILE, 7, 5, 1, 1),), works))
    pictures = {(HOSTILE, work.work): Preview("data:image/png;base64,AAAA", 40, 30) for work in works[30:]}
    page = statistics_page(report, pictures, NOON)
    outline = Outline(page)
    assert "script" not in outline.kinds
    assert [link for link in outline.links if not link.startswith(("#", "data:image/png;base64,"))] == []
    assert "\u202e" not in page
    assert "default-src 'none'" in page
    assert "http" not in page.replace("http-equiv", "")
    assert "And 10 more" in page


def test_what_two_exhibitions_call_alike_is_not_one(tmp_path):
    """One after the other on one kiosk, and staff have numbered the works of each from 1."""
    day = TODAY.isoformat()
    book = Book(tmp_path, pytest.fail)
    for title, seconds, chosen in (("Spring", 100, 3), ("Autumn", 40, 5)):
        book.add(
            [
                Count(day, title, What.VISITS, "", 1),
                Count(day, title, What.LOOKED_S, "a", seconds),
                Count(day, title, What.CLOSELY_S, "a", seconds, 7),
                Count(day, title, What.THEME, "sea", chosen),
                Count(day, title, What.LANGUAGE, "en", chosen),
            ]
        )
    assert book.write(TODAY)
    (tmp_path / "manifest.yaml").write_text(json.dumps(MANIFEST))
    spring = read_manifest(tmp_path).exhibition
    report = report_of(read(tmp_path), spring)
    assert [(work.exhibition, work.name, work.looked_s) for work in report.works] == [
        ("Spring", "البحر", 100),
        ("Autumn", "a", 40),
    ]
    assert [(theme.exhibition, theme.told, theme.times) for theme in report.themes] == [
        ("Autumn", "sea", 5),
        ("Spring", "The sea", 3),
    ]
    assert [(language.told, language.times) for language in report.languages] == [("English", 8)]
    assert [work.closely_s[7] for work in report.works] == [100, 40]
    page = statistics_page(report, {("Spring", "a"): Preview("data:image/png;base64,AAAA", 40, 30)}, NOON)
    assert page.count('href="#p0"') == 2, "beside its work and below where people looked closer"
    assert 'href="#p1"' not in page, "that picture is Spring's"
    assert summary(today=TODAY, folder=tmp_path).top == (("a", 100), ("a", 40))


@pytest.mark.usefixtures("counted")
def test_the_terminal_has_a_table_for_each_exhibition():
    told = run().output
    assert re.search(r"^Work in -Autumn .*\n@z +0 s +1 ", told, re.MULTILINE)
    assert re.search(r"^Work in Spring .*\nالبحر +2 min", told, re.MULTILINE)
    assert "Theme in Spring" in told


def test_nothing_counted_is_a_page_too(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run().output == "Nothing was counted.\n"
    assert "Nobody has visited" in statistics_page(report_of(Record()), {}, NOON)


@pytest.mark.usefixtures("counted")
def test_statistics_that_are_broken_are_told():
    state_folder().joinpath("statistics.sqlite").write_bytes(b"noise" * 5000)
    told = run()
    assert told.exit_code == 1
    assert "cannot be read" in told.output


@pytest.mark.usefixtures("counted")
def test_clearing_asks_first():
    assert run("--clear", input="n\n").exit_code == 1
    assert read(state_folder()) != Record()
    assert "is removed" in run("--clear", input="y\n").output
    assert read(state_folder()) == Record()


def test_every_day_has_its_bar_as_high_as_its_visits():
    days = [Day(f"2026-11-{day:02}", day) for day in range(1, 29)]
    heights = [float(high) for high in re.findall(r'class="mark"[^>]* height="([\d.]+)"', visits_by_day(days))]
    assert [round(high / heights[0]) for high in heights] == list(range(1, 29))


def test_the_heat_is_where_the_seconds_are_and_reads_without_colours():
    cells = [0] * SIDE * SIDE
    cells[3 * SIDE + 8] = 50
    whole = b64decode(heat(cells).partition(",")[2])
    side = SIDE * FINENESS
    assert struct.unpack(">II", whole[16:24]) == (side, side)
    length = struct.unpack(">I", whole[33:37])[0]
    rows = zlib.decompress(whole[41 : 41 + length])
    opacities = {(x, y): rows[y * (1 + 4 * side) + 1 + 4 * x + 3] for x in range(side) for y in range(side)}
    x, y = max(opacities, key=opacities.__getitem__)
    assert (x // FINENESS, y // FINENESS) == (8, 3)
    assert opacities[0, side - 1] == 0
    light = [0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in map(colour, (0, 0.25, 0.5, 0.75, 1))]
    assert light == sorted(light)
    assert light[-1] - light[0] > 150
    assert opacity(1) < 1


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0 s"), (89, "89 s"), (90, "2 min"), (5340, "89 min"), (6000, "1 h 40 min")]
)
def test_times_are_told_in_words(seconds, words):
    assert duration(seconds) == words
