from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibition.guarded_yaml import MAX_BYTES, Flag, Place, Refusal, Spot, parse_document, read_document
from kiosk.exhibition.yaml_events import FREE_NODES, MAX_DEPTH

UTF8_BOM = b"\xef\xbb\xbf"


def refusal(content: bytes | str) -> Refusal:
    with pytest.raises(Refusal) as caught:
        parse_document(content.encode() if isinstance(content, str) else content)
    return caught.value


def test_scalars_keep_their_spelling():
    data = parse_document(b"{a: 1984.10, b: 1972, c: 010, d: 12:30, e: 2026-09-09, f: 1_000, g: .nan}").data
    assert data == {
        "a": "1984.10",
        "b": "1972",
        "c": "010",
        "d": "12:30",
        "e": "2026-09-09",
        "f": "1_000",
        "g": ".nan",
    }


@pytest.mark.parametrize("word", ["", "~", "null", "Null", "NULL"])
def test_nothing_without_quotes_is_nothing(word):
    assert parse_document(f"a: {word}\n".encode()).data == {"a": None}
    assert parse_document(f"a: '{word}'\n".encode()).data == {"a": word}


@pytest.mark.parametrize(
    ("word", "meaning"), [("yes", True), ("On", True), ("TRUE", True), ("no", False), ("off", False), ("False", False)]
)
def test_a_yes_or_no_without_quotes_is_told_from_text(word, meaning):
    (value,) = parse_document(f"[{word}]".encode()).data
    assert isinstance(value, Flag)
    assert (value, value.value) == (word, meaning)
    (quoted,) = parse_document(f"['{word}']".encode()).data
    assert type(quoted) is str


def test_keys_are_words_whatever_they_look_like():
    assert parse_document(b"{no: a, 1: b, null: c, 2026-01-01: d}").data == {
        "no": "a",
        "1": "b",
        "null": "c",
        "2026-01-01": "d",
    }


@pytest.mark.parametrize(
    "content",
    [
        UTF8_BOM + "a: ü\n".encode(),
        "a: ü\n".encode("utf-16"),
        b"\xfe\xff" + "a: ü\n".encode("utf-16-be"),
        "a: ü\r\n".encode(),
        "%YAML 1.2\n---\na: ü\n...\n".encode(),
    ],
    ids=["utf-8 with mark", "utf-16", "utf-16 big endian", "windows line ends", "directive"],
)
def test_every_usual_way_to_save_text_is_read(content):
    assert parse_document(content).data == {"a": "ü"}


@pytest.mark.parametrize(
    ("content", "rule", "place"),
    [
        (b"", "empty", (1, 1)),
        (b" \n\n", "empty", (1, 1)),
        (b"# only a comment\n", "empty", (1, 1)),
        (UTF8_BOM, "empty", (1, 1)),
        (b"\x00\x01\x02\x03", "binary", (1, 1)),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "binary", (1, 1)),
        (b"PK\x03\x04\x14\x00", "binary", (1, 1)),
        (b"\xff\xfe\x00", "utf-16", (1, 1)),
        ("a: 1\nb: Müller\n".encode("latin-1"), "encoding", (2, 5)),
        (b"a: 1\nb: x\x1by\n", "control-character", (2, 5)),
        (b"a:\n\tb: 1\n", "tab", (2, 1)),
        (b"a:\n  b: 1\n \tc: 1\n", "tab", (3, 2)),
        (b"a: 1\n--- \nb: 1\n", "second-document", (2, 1)),
        (b"a: &x 1\nb: 2\n", "anchor", (1, 4)),
        (b"a: 1\nb: [*x]\n", "alias", (2, 5)),
        (b"a: 1\nb: !!python/object/apply:os.system [id]\n", "tag", (2, 4)),
        (b"a: !!str 1\n", "tag", (1, 4)),
        (b"a: ! 1\n", "tag", (1, 4)),
        (b"{[a]: 1}", "complex-key", (1, 2)),
        (b"a: Study: red\n", "syntax", (1, 9)),
        (b"a: [1, 2\nb: 3\n", "syntax", (2, 2)),
        (b"a: 'x\nb: 3\n", "syntax", (1, 4)),
        (b"a: @x\n", "syntax", (1, 4)),
        (b'a: "x\\y"\n', "syntax", (1, 6)),
        (b"- a\nb: 1\n", "syntax", (2, 1)),
        (b"a: 1\n   b: 2\n", "syntax", (2, 5)),
    ],
)
def test_each_bad_file_is_refused_by_its_rule_with_its_place(content, rule, place):
    refused = refusal(content)
    assert (refused.rule, refused.place) == (rule, place)
    assert refused.message.endswith(".")
    assert refused.remedy.endswith(".")


def test_the_letter_meant_by_a_byte_of_latin_1_is_named():
    assert '"ü"' in refusal("Müller".encode("latin-1")).message


def test_a_colour_without_quotes_in_brackets_is_explained():
    assert '"#101214" in quotes' in refusal("a: {wall: #101214}\nb: 1\n").remedy


BOMBS = {
    "too-deep": ["[" * 100_000, "{a: " * 20_000, "- " * (MAX_DEPTH + 1) + "a", "[{a: " * 50_000],
    "complex-key": ["? " * 40_000, "[? " * 40_000],
    "too-many-values": ["[" + "a," * 400_000 + "]", "[" + "[]," * 900_000 + "]"],
    "anchor": ["a: &a [x,x]\nb: &b [*a,*a]\n", "&a [*a]"],
    "alias": ["a: *a\n", "<<: *a\n"],
    "tag": ["!!binary aGk=", "a: !!set {x}", "!<tag:yaml.org,2002:python/name:os.system> x"],
}


@pytest.mark.parametrize(
    ("rule", "bomb"), [(rule, bomb) for rule, bombs in BOMBS.items() for bomb in bombs], ids=lambda value: value[:16]
)
def test_each_bomb_is_refused_by_its_rule(rule, bomb):
    assert refusal(bomb).rule == rule


def test_as_deep_as_the_limit_is_read():
    assert parse_document(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH).data


def test_an_honest_file_may_hold_more_values_than_the_small_ones():
    count = FREE_NODES // 4
    data = parse_document(
        "".join(f"- {{id: work-{index}, title: Work {index}}}\n" for index in range(count)).encode()
    ).data
    assert len(data) == count
    assert data[-1]["id"] == f"work-{count - 1}"


def test_a_key_given_twice_counts_once_and_is_told():
    document = parse_document(b"a: 1\nb:\n  - c: 1\n    d: [1]\n    c: {c: 2, c: 3}\na: 4\n")
    assert document.data == {"a": "1", "b": [{"c": "1", "d": ["1"]}]}
    assert document.repeated == ((("b", 0, "c"), Place(5, 5)), (("a",), Place(6, 1)))


def test_everything_in_a_file_has_a_place():
    document = parse_document(b"a: x\nb:\n  - y\n  - c: [1, zwei]\n    d:\n  - {e: f}\n")
    spots = {
        Spot(()): (1, 1),
        Spot(("a",), key=True): (1, 1),
        Spot(("a",)): (1, 4),
        Spot(("b",), key=True): (2, 1),
        Spot(("b",)): (3, 3),
        Spot(("b", 0)): (3, 5),
        Spot(("b", 1)): (4, 5),
        Spot(("b", 1, "c", 1)): (4, 12),
        Spot(("b", 1, "d"), key=True): (5, 5),
        Spot(("b", 2, "e")): (6, 9),
    }
    assert document.places(spots) == spots
    assert document.places([Spot(("b", 3)), Spot(("z",), key=True)]) == {}


def test_the_first_of_repeated_keys_is_the_one_that_is_placed():
    assert parse_document(b"a: 1\na: 2\n").places([Spot(("a",))]) == {Spot(("a",)): (1, 4)}


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(Refusal, match=r"nowhere\.yaml") as caught:
        read_document(tmp_path / "nowhere.yaml")
    assert caught.value.rule == "missing"


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b"])
def test_an_impossible_name_is_refused(tmp_path, name):
    with pytest.raises(Refusal) as caught:
        read_document(tmp_path / name)
    assert caught.value.rule == "unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are for POSIX")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "manifest.yaml")
    with pytest.raises(Refusal) as caught:
        read_document(tmp_path / "manifest.yaml")
    assert caught.value.rule == "not-a-file"


def test_a_folder_is_not_a_file(tmp_path):
    with pytest.raises(Refusal) as caught:
        read_document(tmp_path)
    assert caught.value.rule == "not-a-file"


def test_a_huge_file_is_refused_unread(tmp_path):
    file = tmp_path / "manifest.yaml"
    with file.open("wb") as content:
        content.truncate(MAX_BYTES + 1)
    with pytest.raises(Refusal) as caught:
        read_document(file)
    assert caught.value.rule == "too-big"


@given(st.binary(max_size=300) | st.text(alphabet=" \t\n-:[]{}#&*!|>'\"%@`,?abü01\r\x85\u2028", max_size=80))
def test_whatever_the_bytes_they_are_read_or_refused_with_a_place_inside(content):
    content = content if isinstance(content, bytes) else content.encode()
    place = Place(1, 1)
    try:
        parse_document(content)
    except Refusal as refused:
        place = refused.place
    lines = content.decode("utf-8", "replace").splitlines() or [""]
    assert 1 <= place.line <= len(lines) + 1
    assert place.column >= 1
