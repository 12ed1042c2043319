"""Sizes and names as labels of museums write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff.importing.lists import list_mark, parts
from kiosk.staff.importing.makers import Maker, joined, makers_of, surname_first, turned
from kiosk.staff.importing.sizes import length_in, size_in, unit_of

SIZES = {
    "180 x 240 cm": (180, 240),
    "180 × 240 cm": (180, 240),
    "24 x 36 in.": (61.0, 91.4),
    "H. 30 cm; W. 20 cm": (30, 20),
    '11 1/2 x 14 7/8" (29.2 x 37.8 cm)': (29.2, 37.8),
    "16 1/4 x 12 in. (41.3 x 30.5 cm)": (41.3, 30.5),
    "H. 11 in. (27.9 cm); W. 8 1/4 in. (21 cm)": (27.9, 21),
    "support: 394 x 419 mm": (39.4, 41.9),
    "73.7 × 92.1 cm (29 × 36 1/4 in.)": (73.7, 92.1),
    "Sheet: 13 7/8 × 9 3/4 in. (35.2 × 24.8 cm)": (35.2, 24.8),
    "14½ × 9¼ in": (36.8, 23.5),
    "59,5 x 42 cm": (59.5, 42),
    "0,77 x 0,53 m": (77, 53),
    "H. : 0,77 m ; L. : 0,53 m": (77, 53),
    "Breite 20 cm, Höhe 30 cm": (30, 20),
    "60 × 80 cm (B x H)": (80, 60),
    "60 х 80 см": (60, 80),
    "60 x 80 سم": (60, 80),
    "세로 60 cm, 가로 80 cm": (60, 80),
    "1.2 m x 80 cm": (120, 80),
    "5 ft x 3 ft": (152.4, 91.4),
    "30 x 40 cm, ohne Rahmen": (30, 40),
    # Doubtful:
    "180 x 240": None,
    "10 x 20 x 30 cm": None,
    "image: 100 x 200 mm; sheet: 200 x 300 mm": None,
    "30 x 40 cm (framed)": None,
    "mit Rahmen 30 x 40 cm": None,
    "each 30 x 40 cm": None,
    "Diam. 30 cm": None,
    "1,200 x 900 mm": None,
    "Dimensions variable": None,
    "0 x 20 cm": None,
    "3/0 x 4/0 in.": None,
    "": None,
}


@pytest.mark.parametrize("words", SIZES)
def test_a_size_is_read_only_where_it_is_sure(words):
    assert size_in(words) == SIZES[words]


def test_the_heading_may_give_the_unit():
    assert size_in("180 x 240", unit_of("Maße (cm)")) == (180, 240)
    assert length_in("60,5", unit_of("Höhe in cm")) == 60.5
    assert length_in("12 1/2 in") == 31.8
    assert length_in("60", unit_of("Height")) is None
    assert [unit_of(heading) for heading in ("width_mm", "height in", "in", "M")] == ["mm", "in", "", ""]


@given(st.text(alphabet="0123456789 x×.,/½cminHWB()\"';:", max_size=60), st.sampled_from(["", "cm", "in"]))
def test_no_words_lead_to_an_impossible_size(words, unit):
    size = size_in(words, unit)
    assert size is None or all(0 < side <= 100_000 for side in size)


MAKERS = {
    ("Ada Example", ""): (Maker("Ada Example"),),
    ("Ada Example", "British, 1900–1980"): (Maker("Ada Example", "British, 1900–1980"),),
    ("Riza (Persian, ca. 1565-1635)", ""): (Maker("Riza", "Persian, ca. 1565-1635"),),
    ("Ada (British, 1738–1815), painter; Bo (American, 1740–1800)", ""): (
        Maker("Ada", "British, 1738–1815"),
        Maker("Bo", "American, 1740–1800"),
    ),
    ("Ada|Bo", "British|American"): (Maker("Ada", "British"), Maker("Bo", "American")),
    ("Ada Example, Bo Sample", "(British, 1901) (American)"): (
        Maker("Ada Example", "British, 1901"),
        Maker("Bo Sample", "American"),
    ),
    ("Ada Example\nFrench, 1859–1891", ""): (Maker("Ada Example", "French, 1859–1891"),),
    ("Ada\nBo", ""): (Maker("Ada"), Maker("Bo")),
    ("Circle of Ada (workshop)", ""): (Maker("Circle of Ada (workshop)"),),
    ("", ""): (),
}


@pytest.mark.parametrize(("cell", "bios"), MAKERS)
def test_who_made_it(cell, bios):
    assert makers_of(cell, bios) == MAKERS[cell, bios]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Blake, William", "William Blake"),
        ("Gogh, Vincent van", "Vincent van Gogh"),
        ("Turner, Joseph Mallord William, RA", "Joseph Mallord William Turner, RA"),
        ("William Blake", "William Blake"),
        ("Brueghel, the Elder", "Brueghel, the Elder"),
        ("London, Paris, New York", "London, Paris, New York"),
        ("Example, 1900–1980", "Example, 1900–1980"),
    ],
)
def test_names_are_turned_where_that_is_clear(name, said):
    made = turned(Maker(name))
    assert made.name == said
    assert made.sort == (name if said != name else "")
    assert surname_first(name) or said == name


def test_several_makers_share_a_line():
    assert joined((Maker("Ada", "British"), Maker("Bo"))) == Maker("Ada, Bo", "British")
    assert joined((Maker("Blake, William"), Maker("Bo"))).name == "Blake, William; Bo"


def test_lists_are_divided_by_what_divides_them():
    assert parts("a | b; c|") == ("a", "b; c")
    assert parts("a; b ;; c") == ("a", "b", "c")
    assert parts("one, two") == ("one, two",)
    assert parts('["rivers", "boats"]') == ("rivers", "boats")
    assert list_mark(["sea, boats", "sea, sky", "boats, sky", "sea"]) == ","
    assert list_mark(["Blake, William", "Turner, J. M. W.", "Ada"]) == ""
    assert list_mark(["sea, boats; sky", "sea, boats; sky"]) == ""
