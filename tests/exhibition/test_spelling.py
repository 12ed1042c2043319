from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibition.model import Exhibition, Work
from kiosk.exhibition.spelling import Finder, as_on_disk
from kiosk.exhibition.text import plain

if TYPE_CHECKING:
    from pathlib import Path


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


@pytest.mark.parametrize(
    ("on_disk", "written"),
    [
        ("a.jpg", "a.jpg"),
        ("Pictures/Harvest.JPG", "pictures/harvest.jpg"),
        (unicodedata.normalize("NFD", "Krähe.jpg"), unicodedata.normalize("NFC", "Krähe.jpg")),
        (unicodedata.normalize("NFC", "봄.jpg"), unicodedata.normalize("NFD", "봄.jpg")),
        (unicodedata.normalize("NFD", "KRÄHE.jpg"), unicodedata.normalize("NFC", "krähe.jpg")),
    ],
)
def test_a_file_is_found_in_other_capitals_and_other_accents(tmp_path, on_disk, written):
    make(tmp_path, on_disk)
    assert Finder(tmp_path).find(tmp_path / written) == tmp_path / on_disk


def test_the_exact_name_wins(tmp_path):
    make(tmp_path, "a.jpg", "A.jpg")
    if len(list(tmp_path.iterdir())) < 2:
        pytest.skip("this disk does not tell capitals apart")
    assert Finder(tmp_path).find(tmp_path / "A.jpg") == tmp_path / "A.jpg"


def test_two_files_that_come_into_question_are_none(tmp_path):
    make(tmp_path, "a.jpg", "A.jpg")
    if len(list(tmp_path.iterdir())) < 2:
        pytest.skip("this disk does not tell capitals apart")
    assert Finder(tmp_path).find(tmp_path / "a.JPG") is None


@pytest.mark.parametrize("written", ["missing.jpg", "nowhere/a.jpg", "../outside.jpg", "a.jpg/b.jpg"])
def test_what_is_not_there_is_not_found(tmp_path, written):
    make(tmp_path, "a.jpg")
    assert Finder(tmp_path).find(tmp_path / written) is None


def test_an_exhibition_takes_the_names_of_the_disk_and_keeps_the_others(tmp_path):
    make(tmp_path, "pictures/One.jpg")
    works = (
        Work(id="one", picture=tmp_path / "pictures/one.JPG"),
        Work(id="two", picture=tmp_path / "pictures/two.jpg"),
        Work(id="card"),
    )
    exhibition = Exhibition(source=tmp_path / "m.yaml", folder=tmp_path, title=plain("X"), works=works)
    assert [work.picture for work in as_on_disk(exhibition).works] == [
        tmp_path / "pictures/One.jpg",
        tmp_path / "pictures/two.jpg",
        None,
    ]
