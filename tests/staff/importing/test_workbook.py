"""Workbooks as museums keep them, and files that only pretend to be some."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import zipfile
from functools import partial
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.drawing.image import Image as SheetImage
from openpyxl.utils import get_column_letter

from kiosk.staff.importing import grid, workbook
from kiosk.staff.importing.draft import Kind, NotImported
from kiosk.staff.importing.shown import shown
from tests.exhibitions import draw_picture
from tests.staff.importing.tables import read, rules, values

if TYPE_CHECKING:
    from pathlib import Path

moment = partial(dt.datetime, tzinfo=None)
"""A cell's date and time, which are those on the wall."""
HEADINGS = ["Title", "Artist", "Date", "Accession number", "Height (cm)", "Width (cm)"]


def fill(sheet: Any, rows: list[list[object]]) -> None:
    for row in rows:
        sheet.append(row)


@pytest.fixture
def book() -> openpyxl.Workbook:
    made = openpyxl.Workbook()
    fill(made.active, [HEADINGS])
    return made


def saved(book: openpyxl.Workbook, folder: Path) -> Path:
    book.save(folder / "list.xlsx")
    return folder / "list.xlsx"


def test_cells_are_read_as_they_are_shown(book, tmp_path):
    sheet = book.active
    fill(sheet, [["Gate", "Ada", 1972.0, "0012.3", 60, 45.5], ["Mill", "Bo", dt.date(1932, 5, 1), 7, "60,5", 80]])
    fill(sheet, [["Pier", "Cy", moment(1900, 1, 1), 12.3, 1, 2]])
    sheet["C4"].number_format = "yyyy"
    sheet["D4"].number_format = "0000.00"
    source = read(saved(book, tmp_path))
    assert values(source) == {
        "creator": "Ada",
        "title": "Gate",
        "date": "1972",
        "size_cm": (60.0, 45.5),
        "accession": "0012.3",
    }
    assert values(source, 1)["date"] == "1932-05-01"
    assert values(source, 1)["size_cm"] == (60.5, 80.0)
    assert (values(source, 2)["date"], values(source, 2)["accession"]) == ("1900", "0012.30")


def test_a_number_that_a_spreadsheet_may_have_shortened_is_told_with_its_rows(book, tmp_path):
    fill(book.active, [["Gate", "Ada", 1972.5, "1984.10", 60.5, 45.5]])
    fill(book.active, [["Mill", "Bo", "", 1984.10, 1, 2], ["Pier", "Cy", "", 1984.20, 1, 2], ["Quay", "Di", "", 1984]])
    book.active["D4"].number_format = "0.00"
    source = read(saved(book, tmp_path))
    assert [values(source, place)["accession"] for place in range(4)] == ["1984.10", "1984.1", "1984.20", "1984"]
    doubted = [remark for remark in source.remarks if remark.rule == "number-as-figure"]
    assert [(remark.kind, remark.origin.row, remark.origin.part) for remark in doubted] == [
        (Kind.DOUBTFUL, 3, "Accession number")
    ]


@pytest.mark.parametrize(
    ("value", "pattern", "words"),
    [
        (1972.0, "General", "1972"),
        (1972.5, "General", "1972.5"),
        (0.1 + 0.2, "General", "0.3"),
        (12, "0000", "0012"),
        (12.3, "0000.00", "0012.30"),
        (1234.5, "#,##0.00", "1,234.50"),
        (1234567, "#,##0", "1,234,567"),
        (12.5, "0.##", "12.5"),
        (12.0, "0.##", "12"),
        (-3, "0", "-3"),
        (-3, "0;(0)", "(3)"),
        (0.25, "0%", "25%"),
        (5, '"No. "000', "No. 005"),
        (60, '0" cm"', "60 cm"),
        (60, "0\\ \\c\\m", "60 cm"),
        (True, "General", "TRUE"),
        ("0012.3", "0", "0012.3"),
        (None, "0", ""),
        (1e20, "General", "1e+20"),
        (dt.date(1932, 5, 1), "General", "1932-05-01"),
        (moment(1932, 5, 1), "mm-dd-yy", "1932-05-01"),
        (moment(1932, 5, 1), "d. mmmm yyyy", "1. May 1932"),
        (moment(1932, 5, 1), "dd.mm.yyyy", "01.05.1932"),
        (moment(1932, 5, 1), "[$-409]mmm yyyy;@", "May 1932"),
        (moment(1932, 5, 1, 14, 5), "yyyy-mm-dd hh:mm", "1932-05-01 14:05"),
        (moment(1935, 5, 1), "yyyy-mm-dd h:mm:ss", "1935-05-01"),
        (moment(1935, 5, 1), "dd.mm.yyyy, hh:mm", "01.05.1935"),
        (moment(1932, 5, 1), 'yyyy"년"', "1932년"),
        (dt.time(14, 5), "h:mm", "14:05:00"),
    ],
)
def test_numbers_and_dates(value, pattern, words):
    assert shown(value, pattern) == words


def test_the_sheet_with_the_most_known_headings_is_read_and_told(book, tmp_path):
    fill(book.active, [["Gate", "Ada"]])
    book.active.title = "Works"
    notes = book.create_sheet("Notes", 0)
    fill(notes, [["To do", "Who"], ["title missing", "me"]])
    prices = book.create_sheet("Prices")
    fill(prices, [["Title", "Price"], ["Gate", 5]])
    file = saved(book, tmp_path)
    source = read(file)
    assert [values(source, 0)["title"], source.drafts[0].origin.sheet] == ["Gate", "Works"]
    told = next(remark for remark in source.remarks if remark.rule == "worksheet")
    assert told.kind is Kind.GUESSED
    assert "Prices" in told.remedy
    assert values(read(file, sheet="prices")) == {"title": "Gate"}
    with pytest.raises(NotImported, match='no worksheet "Nope"') as refusal:
        read(file, sheet="Nope")
    assert refusal.value.remedy == "Name one of: Notes, Works, Prices."


def test_merged_cells_count_for_all_their_rows(book, tmp_path):
    sheet = book.active
    fill(sheet, [["Gate", "Ada"], ["Mill", None], ["Pier", None], ["Road", "Bo"]])
    sheet.merge_cells("B2:B4")
    source = read(saved(book, tmp_path))
    assert [values(source, place)["creator"] for place in range(4)] == ["Ada", "Ada", "Ada", "Bo"]
    assert [remark.origin.row for remark in source.remarks if remark.rule == "merged"] == [2]


def test_a_merged_title_above_the_table_is_no_heading(tmp_path):
    book = openpyxl.Workbook()
    fill(book.active, [["Spring show"], [], HEADINGS, ["Gate", "Ada"]])
    book.active.merge_cells("A1:F1")
    source = read(saved(book, tmp_path))
    assert (source.facts.title, source.drafts[0].origin.row) == ("Spring show", 4)


def test_hidden_rows_are_imported_and_told(book, tmp_path):
    fill(book.active, [["Gate", "Ada"], ["Mill", "Bo"], ["Pier", "Cy"]])
    book.active.row_dimensions[3].hidden = True
    source = read(saved(book, tmp_path))
    assert len(source.drafts) == 3
    told = next(remark for remark in source.remarks if remark.rule == "hidden-rows")
    assert (told.kind, told.origin.row) == (Kind.DOUBTFUL, 3)


def test_hidden_columns_are_told(book, tmp_path):
    fill(book.active, [["Gate", "Ada"]])
    book.active.column_dimensions["B"].hidden = True
    told = next(remark for remark in read(saved(book, tmp_path)).remarks if remark.rule == "hidden-columns")
    assert told.message.endswith("like all others: B.")


def test_formulas_without_results_links_and_pictures_in_the_sheet(book, tmp_path):
    sheet = book.active
    fill(sheet, [["Gate", "Ada"], ['=A2&" again"', "Bo"], ["Pier", "Cy"]])
    sheet["A4"].hyperlink = "https://example.org/pier"
    picture = io.BytesIO()
    draw_picture(1, (60, 40)).save(picture, "PNG")
    sheet.add_image(SheetImage(picture), "H2")
    source = read(saved(book, tmp_path))
    assert values(source, 2)["title"] == "Pier"
    told = {remark.rule: remark for remark in source.remarks}
    assert told["formula"].origin.row == 3
    assert "A3" in told["formula"].message
    assert told["embedded-pictures"].kind is Kind.DROPPED
    assert "example.org" not in repr(source)


def test_a_far_cell_and_many_empty_columns_cost_nothing(book, tmp_path):
    sheet = book.active
    fill(sheet, [["Gate", "Ada"]])
    sheet[f"{get_column_letter(16_000)}2"] = "far"
    sheet["A1000"] = "Last"
    source = read(saved(book, tmp_path))
    assert [draft.origin.row for draft in source.drafts] == [2, 1000]


def test_more_rows_than_an_exhibition_has(book, tmp_path, monkeypatch):
    fill(book.active, [["Gate", "Ada"]] * 12)
    monkeypatch.setattr(workbook, "MAX_ROWS", 10)
    monkeypatch.setattr(grid, "MAX_ROWS", 10)
    with pytest.raises(NotImported, match="more than 10 rows"):
        read(saved(book, tmp_path))


def refused(file: Path, content: bytes) -> NotImported:
    file.write_bytes(content)
    with pytest.raises(NotImported) as refusal:
        read(file)
    assert refusal.value.origin.file == file.name
    assert refusal.value.remedy
    return refusal.value


def zipped(parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def test_a_zip_that_is_no_workbook(tmp_path):
    assert "no workbook" in str(refused(tmp_path / "a.xlsx", zipped({"a.txt": b"x"})))
    assert "OpenDocument" in str(refused(tmp_path / "b.xlsx", zipped({"content.xml": b"<x/>"})))


@pytest.mark.parametrize("sheet", ["xl/worksheets/sheet1.xml", "xl/media/sheet1.xml"])
def test_a_bomb_is_told_by_its_size_before_it_is_opened(tmp_path, monkeypatch, sheet):
    monkeypatch.setattr(workbook, "MAX_BYTES", 1 << 20)
    bomb = zipped({"xl/workbook.xml": b"<x/>", sheet: bytes(30 << 20)})
    assert len(bomb) < 100_000
    assert "Unpacked, the workbook has 30 MB" in str(refused(tmp_path / "bomb.xlsx", bomb))


def test_entities_in_its_xml_are_not_followed(book, tmp_path):
    fill(book.active, [["Gate", "Ada"]])
    parts = {}
    with zipfile.ZipFile(saved(book, tmp_path)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    parts["xl/worksheets/sheet1.xml"] = bomb + parts["xl/worksheets/sheet1.xml"].partition(b"?>")[2]
    assert "damaged" in str(refused(tmp_path / "entities.xlsx", zipped(parts)))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_workbook_that_is_cut_off(share, book, tmp_path):
    fill(book.active, [["Gate", "Ada"]])
    content = saved(book, tmp_path).read_bytes()
    assert "damaged" in str(refused(tmp_path / "cut.xlsx", content[: int(len(content) * share)]))


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"]
)
@pytest.mark.parametrize("content", [b"", b"<x/>", b"<?xml version='1.0'?><a><b>", b"\x00\x01\x02"])
def test_a_workbook_with_a_spoilt_part_is_refused_or_read(part, content, book, tmp_path):
    fill(book.active, [["Gate", "Ada"]])
    with zipfile.ZipFile(saved(book, tmp_path)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = content
    (tmp_path / "spoilt.xlsx").write_bytes(zipped(parts))
    try:
        assert values(read(tmp_path / "spoilt.xlsx"))["title"] == "Gate"
    except NotImported as refusal:
        assert refusal.remedy  # noqa: PT017 - either is right


def test_a_workbook_is_one_whatever_its_name(book, tmp_path):
    fill(book.active, [["Gate", "Ada"]])
    renamed = saved(book, tmp_path).rename(tmp_path / "list.csv")
    assert values(read(renamed))["title"] == "Gate"
    assert "worksheet" not in rules(read(renamed))


@settings(max_examples=80)
@given(changes=st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(0, 255)), min_size=1, max_size=6))
def test_a_workbook_with_spoilt_bytes_is_refused_or_read(changes, tmp_path_factory):
    made = openpyxl.Workbook()
    fill(made.active, [HEADINGS, ["Gate", "Ada", 1972]])
    made.active.merge_cells("A2:A3")
    written = io.BytesIO()
    made.save(written)
    content = bytearray(written.getvalue())
    for place, byte in changes:
        content[place % len(content)] = byte
    file = tmp_path_factory.getbasetemp() / "spoilt.xlsx"
    file.write_bytes(content)
    with contextlib.suppress(NotImported):
        read(file)
