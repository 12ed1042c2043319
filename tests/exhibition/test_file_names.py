from __future__ import annotations

import os.path
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibition.file_names import BadName, as_disks_see, file_inside

FOLDER = Path("/museum/exhibition")


@pytest.mark.parametrize(
    ("words", "inside"),
    [
        ("a.jpg", "a.jpg"),
        ("./pictures//a.jpg", "pictures/a.jpg"),
        ("pictures/./a.jpg", "pictures/a.jpg"),
        ("pictures\\a.jpg", "pictures/a.jpg"),
        ("Ünïcode 🖼 صورة.jpg", "Ünïcode 🖼 صورة.jpg"),
        (".hidden/..a.jpg", ".hidden/..a.jpg"),
        ("console.jpg", "console.jpg"),
        ("%2e%2e/a.jpg", "%2e%2e/a.jpg"),
        ("~/a.jpg", "~/a.jpg"),
    ],
)
def test_names_inside_the_folder_are_accepted(words, inside):
    assert file_inside(words, FOLDER) == FOLDER / inside


OUTSIDE = [
    "../a.jpg",
    "..",
    "pictures/../../a.jpg",
    "pictures/..",
    "..\\a.jpg",
    "pictures\\..\\..\\a.jpg",
    "/etc/passwd",
    "\\a.jpg",
    "C:\\a.jpg",
    "c:/a.jpg",
    "C:a.jpg",
    "\\\\server\\share\\a.jpg",
    "//server/share/a.jpg",
    "\\\\?\\C:\\a.jpg",
    "file:a.jpg",
    "file:///etc/passwd",
    "http://example.org/a.jpg",
    "qrc:/a.jpg",
    "data:image/png;base64,AAAA",
]
ODD = [
    "",
    ".",
    "a\0.jpg",
    "a\n.jpg",
    "\x1b[31m.jpg",
    "a\u2028b.jpg",
    "pictures/",
    "pictures/.",
    "a.jpg.",
    "a.jpg ",
    "pictures /a.jpg",
    "...",
    ".. /a.jpg",
    " ",
    "CON",
    "pictures/con.jpg",
    "nul.tar.gz",
    "COM1",
    "lpt9.jpg",
    "com¹.png",
    "AUX /a.jpg",
    "a.jpg:stream",
    "pictures/a:b.jpg",
    "x" * 300,
    "é" * 200,
    "x/" * 600 + "a.jpg",
]


@pytest.mark.parametrize(
    ("words", "rule"), [(words, "outside-folder") for words in OUTSIDE] + [(words, "file-name") for words in ODD]
)
def test_other_names_are_refused_with_a_remedy(words, rule):
    with pytest.raises(BadName) as caught:
        file_inside(words, FOLDER)
    assert caught.value.rule == rule
    assert caught.value.message.endswith(".")
    assert caught.value.remedy


@given(st.lists(st.sampled_from(["..", ".", "/", "\\", "a", "b.jpg", " ", ":", "C", "\0", "~", "%2e"]), max_size=9))
def test_no_name_leads_out_of_the_folder(parts):
    try:
        path = file_inside("".join(parts), FOLDER)
    except BadName:
        return
    assert Path(os.path.normpath(path)).is_relative_to(FOLDER)
    assert path != FOLDER


def test_bytes_that_are_no_letters_are_told(tmp_path):
    with pytest.raises(BadName, match="no letters"):
        file_inside(os.fsdecode(b"caf\xe9.jpg"), tmp_path)


def test_names_that_some_disk_takes_for_the_same():
    assert as_disks_see("E\u0301TUDE.JPG") == as_disks_see("\u00e9tude.jpg")
    assert as_disks_see("etude.jpg") != as_disks_see("\u00e9tude.jpg")
