"""Tables as text, in whatever way a spreadsheet, a database or an accident has left them."""

from __future__ import annotations

import contextlib
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.staff.importing import separated, table
from kiosk.staff.importing.draft import Kind, NotImported
from kiosk.staff.importing.letters import decoded
from tests.staff.importing.tables import csv_text, read, rules, save, values

HEADINGS = ["title", "artist", "date", "medium"]
ROWS = [
    ["Gate at Noon", "Ada Example", "1972", "Oil on canvas"],
    ["Étude à l’été", "Jörg Müller", "um 1900", "Öl auf Leinwand, gefaßt"],
    ["Straße; Fluß, Brücke | See", "Hélène Lefèvre", "1880–1890", "Kohle"],
    ['A "quoted" title', "Bo Sample", "n.d.", "Two\nlines"],
]
IN_WORDS = {
    "ru": (["Название", "Автор"], ["Урожай и жатва", "Анна Пример"], ["Зимний вечер в поле", "Пётр Щукин"]),
    "ko": (["작품명", "작가"], ["가을 수확", "김보기"], ["겨울 저녁의 빛", "이예시"]),
    "ar": (["العنوان", "الفنان"], ["حصاد الصيف", "أحمد مثال"], ["جسر في المساء", "ليلى نموذج"]),
    "pl": (["title", "artist"], ["Święto łąki", "Żaneta Wąż"], ["Ćma i źródło", "Łucja Gęś"]),
}


def expected(row: list[str]) -> dict[str, str]:
    names = ("title", "creator", "date", "medium")
    return {name: " ".join(cell.split()) for name, cell in zip(names, row, strict=True)}


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_every_encoding_and_separator(separator, encoding, tmp_path):
    source = read(save(tmp_path / "list.csv", [HEADINGS, *ROWS], separator, encoding))
    found = [values(source, place) for place in range(len(source.drafts))]
    assert [{key: each[key] for key in expected(ROWS[0])} for each in found] == [expected(row) for row in ROWS]
    assert ("encoding" in rules(source)) == (encoding in {"cp1252", "mac_roman", "utf-16-le", "utf-16-be"})


@pytest.mark.parametrize(
    ("language", "encoding"),
    [("ru", "cp1251"), ("ru", "koi8_r"), ("ko", "cp949"), ("ar", "cp1256"), ("pl", "cp1250"), ("ko", "utf-16-le")],
)
def test_other_scripts_in_old_encodings(language, encoding, tmp_path):
    table = IN_WORDS[language]
    source = read(save(tmp_path / "list.csv", table, encoding=encoding))
    assert [values(source, place)["title"] for place in (0, 1)] == [table[1][0], table[2][0]]
    assert [values(source, place)["creator"] for place in (0, 1)] == [table[1][1], table[2][1]]


def test_few_accents_in_much_text_are_enough():
    text = "".join(f"Landscape {number},Ada Example\n" for number in range(300)) + "Café,René Exemple\n"
    assert decoded(text.encode("cp1252")).text == text
    assert decoded(text.encode("mac_roman")).text == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(end, tmp_path):
    (tmp_path / "list.csv").write_bytes(f"title,artist{end}One,A{end}{end}Two,B{end}".encode())
    source = read(tmp_path / "list.csv")
    assert [(draft.origin.row, values(source, place)["title"]) for place, draft in enumerate(source.drafts)] == [
        (2, "One"),
        (4, "Two"),
    ]


def test_a_quoted_line_end_does_not_move_the_rows_after_it(tmp_path):
    source = read(save(tmp_path / "list.csv", [HEADINGS, ["One\ntwo\nthree", "A", "1", "x"], ["Next", "B", "2", "y"]]))
    assert [draft.origin.row for draft in source.drafts] == [2, 3]


def test_excels_own_line_names_the_separator_and_keeps_numbers_as_text(tmp_path):
    (tmp_path / "list.csv").write_text('sep=;\ntitle;artist;inventory number\nA, b, c;X, Y, Z;="0012.30"\n', "utf-8")
    source = read(tmp_path / "list.csv")
    assert values(source)["title"] == "A, b, c"
    assert values(source)["accession"] == "0012.30"


def test_stray_rows_above_the_headings_and_empty_ones_between(tmp_path):
    rows = [["Spring show 2026"], [], ["printed", "on Monday"], HEADINGS, [], *ROWS[:2], ["", "", "", ""], ROWS[2]]
    source = read(save(tmp_path / "list.csv", rows))
    assert [draft.origin.row for draft in source.drafts] == [6, 7, 9]
    assert source.facts.title == "Spring show 2026"
    told = {remark.rule: remark for remark in source.remarks}
    assert told["title"].kind is Kind.GUESSED
    assert told["above-headings"].origin.row == 3


def test_ragged_rows(tmp_path):
    rows = [HEADINGS, ["Short"], ["Long", "A", "1", "x", "beyond", ""], ["Empty end", "B", "2", "y", "", ""]]
    source = read(save(tmp_path / "list.csv", rows))
    assert [values(source, place)["title"] for place in range(3)] == ["Short", "Long", "Empty end"]
    assert [remark.origin.row for remark in source.remarks if remark.rule == "too-many-cells"] == [3]


@pytest.mark.parametrize("cut", ['Last,"Ada Exa', "Last,Ada"])
def test_a_file_that_is_cut_off(cut, tmp_path):
    (tmp_path / "list.csv").write_text(f"{csv_text([HEADINGS, *ROWS[:2]])}{cut}", "utf-8")
    source = read(tmp_path / "list.csv")
    assert values(source, 2)["title"] == "Last"
    assert [remark.origin.row for remark in source.remarks if remark.rule == "cut-off"] == [4]


def test_a_whole_file_without_a_line_end_is_not_cut_off(tmp_path):
    (tmp_path / "list.csv").write_text(csv_text([HEADINGS, *ROWS]).rstrip("\r\n"), "utf-8")
    assert "cut-off" not in rules(read(tmp_path / "list.csv"))


def test_a_missing_quotation_mark_is_told_with_its_row(tmp_path):
    lines = ["title,artist", 'One,"A', "Two,B", "Three,C", "Four,D", 'Five,E"', "Six,F"]
    (tmp_path / "list.csv").write_text("\n".join(lines), "utf-8")
    source = read(tmp_path / "list.csv")
    assert [remark.origin.row for remark in source.remarks if remark.rule == "swallowed"] == [2]


def test_columns_without_headings_or_without_words(tmp_path):
    source = read(save(tmp_path / "list.csv", [["", "title", "", "empty"], ["7", "One", "note", ""]]))
    told = [(remark.rule, remark.origin.part) for remark in source.remarks]
    assert told == [("no-heading", "A"), ("no-heading", "C")]


def test_personal_columns_are_named_and_never_copied(tmp_path):
    rows = [["title", "Lender e-mail", "Phone", "Insurance value"], ["One", "secret@example.org", "555", "9000"]]
    source = read(save(tmp_path / "list.csv", rows))
    assert "secret" not in repr(source.drafts)
    assert "secret" not in repr(source.remarks)
    assert [remark.origin.part for remark in source.remarks] == ["Lender e-mail", "Phone", "Insurance value"]


def test_headings_that_come_again_and_rows_that_are_no_work(tmp_path):
    rows = [HEADINGS, ROWS[0], HEADINGS, ["", "", "", ""], ROWS[1]]
    source = read(save(tmp_path / "list.csv", [[*row, "x"] for row in rows]))
    assert [draft.origin.row for draft in source.drafts] == [2, 5]
    told = {remark.rule: remark.origin.row for remark in source.remarks}
    assert (told["repeated-headings"], told["no-work"]) == (3, 4)


def test_html_controls_and_nul_in_cells(tmp_path):
    text = (
        "title,description\nOne,<p>A &amp; b</p><script>alert(1)</script><p>c</p>\nT\x07wo,x < y & z\nThr\0ee,plain\n"
    )
    (tmp_path / "list.csv").write_text(text, "utf-8")
    source = read(tmp_path / "list.csv")
    assert values(source) == {"title": "One", "description": "A & b\n\nc"}
    assert values(source, 1) == {"title": "Two", "description": "x < y & z"}
    assert values(source, 2)["title"] == "Three"
    assert [(remark.rule, remark.origin.row) for remark in source.remarks if remark.kind is Kind.DOUBTFUL] == [
        ("invisible", 4),
        ("invisible", 3),
    ]


REFUSED = {
    "empty": (b"", "empty"),
    "blank": (b"\n\n ,, \n", "empty"),
    "binary": (bytes(range(256)) * 40, "a program's own data"),
    "pdf": (b"%PDF-1.7\n...", "a PDF document"),
    "jpeg": (b"\xff\xd8\xff\xe0" + bytes(99), "a JPEG picture"),
    "old excel": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "protected by a password"),
    "web page": (b"<html><table><tr><td>title</td></tr></table>", "a web page"),
    "unknown headings": (b"foo,bar\n1,2\n", "No column has a heading"),
    "long cell": (b"title,artist\nOne," + b"x" * 1_100_000, "cannot be read"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_table_is_refused_with_reason_and_remedy(kind, tmp_path):
    content, reason = REFUSED[kind]
    file = tmp_path / "list.csv"
    file.write_bytes(content)
    with pytest.raises(NotImported) as refusal:
        read(file)
    assert reason in str(refusal.value)
    assert refusal.value.origin.file == "list.csv"
    assert refusal.value.remedy.endswith((".", '"'))


def test_a_million_rows_are_refused(tmp_path):
    (tmp_path / "list.csv").write_bytes(b"title,artist\n" + b"a,b\n" * 1_000_000)
    with pytest.raises(NotImported, match="more than 100,000 rows") as refusal:
        read(tmp_path / "list.csv")
    assert refusal.value.origin.row == 100_001


@settings(max_examples=150)
@given(st.binary(max_size=300) | st.text('a,;|\t"\n\r=\0é €title<&>', max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused(tmp_path_factory, content):
    file = tmp_path_factory.getbasetemp() / "any.csv"
    file.write_bytes(b"title,artist\n" + content)
    with contextlib.suppress(NotImported):
        assert all(draft.values for draft in read(file).drafts)
    file.write_bytes(content)
    with contextlib.suppress(NotImported):
        read(file)


def test_no_more_is_read_of_a_file_than_a_table_may_have(tmp_path, monkeypatch):
    for module in (table, separated):
        monkeypatch.setattr(module, "MAX_BYTES", 1 << 20)
    file = tmp_path / "endless.csv"
    file.write_bytes(b"title,artist\n")
    with file.open("r+b") as opened:
        opened.truncate(1 << 40 if os.name == "posix" else 1 << 24)
    with pytest.raises(NotImported, match="more than 1 MB"):
        read(file)


def test_words_that_are_headings_by_chance_are_no_headings(tmp_path):
    source = read(save(tmp_path / "list.csv", [["Nr", "Name", "Bild", "Titel"], ["1", "Text", "Foto", "Medium"]]))
    assert values(source) == {"title": "Medium"}
