from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.exhibition.text import Text, plain
from kiosk.staff.importing.addresses import name_for
from kiosk.staff.importing.draft import Field, NotImported
from kiosk.staff.importing.iiif.bodies import place_on
from kiosk.staff.importing.iiif.labels import lines_of, sort_year, statement_of, themes_of
from kiosk.staff.importing.iiif.model import About
from kiosk.staff.importing.iiif.reader import read_iiif
from kiosk.staff.importing.iiif.rights import rights_words
from kiosk.staff.importing.iiif.terms import Other, term_of


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://creativecommons.org/licenses/by/4.0/", "CC BY 4.0"),
        ("https://creativecommons.org/licenses/by-nc-sa/3.0/de/deed.en", "CC BY-NC-SA 3.0 DE"),
        ("http://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"),
        ("https://creativecommons.org/publicdomain/mark/1.0/", "Public domain"),
        ("http://rightsstatements.org/vocab/NoC-US/1.0/", "No copyright – United States"),
        ("https://rightsstatements.org/page/InC-OW-EU/1.0/?language=de", "In copyright – EU orphan work"),
        ("http://rightsstatements.org/vocab/UND/1.0/", "Copyright undetermined"),
        ("https://museum.example.org/terms", ""),
        ("All rights reserved", "All rights reserved"),
        ("", ""),
    ],
)
def test_rights_are_told_in_words_and_without_a_link(address, words):
    assert rights_words(address) == words


@pytest.mark.parametrize(
    ("label", "term"),
    [
        *(
            (label, Field.CREATOR)
            for label in ("Creator", "Auteur", "ARTISTE", "Künstler/in", "Artist(s):", "작가", "الفنان")
        ),
        *((label, Field.CREATOR) for label in ("Автор", "dc:creator", "Maker / Kunstenaar", "Vervaardiger", "作者")),
        *((label, Field.DATE) for label in ("Date", "Datierung", "Дата создания", "Année :", "제작연도", "التاريخ")),
        *(
            (label, Field.MEDIUM)
            for label in ("Physical Description", "Technique", "Material, Technik", "재료", "Техника")
        ),
        *((label, Field.DIMENSIONS) for label in ("Dimensions", "Maße", "Abmessungen (cm)", "Размеры", "크기")),
        *((label, Field.ACCESSION) for label in ("Identifier", "Reference", "Inv.-Nr.", "Cote", "Inventory Number")),
        *((label, Other.THEMES) for label in ("Subject", "Sujets", "Tags", "Schlagwörter", "Mots-clés", "주제")),
        *((label, Field.CREDIT) for label in ("Credit Line", "Bildnachweis")),
        *((label, Field.RIGHTS) for label in ("Rights", "Lizenz")),
        *((label, None) for label in ("Provenance", "School", "", "Language", "?")),
    ],
)
def test_lines_are_known_by_their_label_in_any_language(label, term):
    assert term_of(plain(label)) == term


def test_a_label_in_many_languages_is_known_by_any_of_them():
    assert term_of(Text((("xx", "Xyz"), ("fr", "Artiste")))) is Field.CREATOR


@pytest.mark.parametrize(
    ("addresses", "name"),
    [
        (["https://e.org/iiif/2/harvest/full/max/0/default.jpg"], "harvest.jpg"),
        (["https://e.org/iiif/2/room%2Fharvest.jp2/0,0,10,10/!200,200/0/native.png"], "harvest.jpg"),
        (["https://e.org/iiif/harvest/info.json"], "harvest.jpg"),
        (["https://e.org/files/Harvest.TIF?x=1"], "Harvest.TIF"),
        (["https://e.org/ark:/1/a:b*c"], "a_b_c.jpg"),
        (["default.jpg", "https://e.org/x/default.jpg"], "x.jpg"),
        (["http://["], ""),
        ([], ""),
    ],
)
def test_a_missing_picture_gets_the_name_that_will_be_found(addresses, name):
    assert name_for(addresses) == name


@pytest.mark.parametrize(
    ("value", "themes"),
    [
        (plain("light; metal|glass"), [plain("light"), plain("metal"), plain("glass")]),
        (Text((("en", "Sea"), ("fr", "Mer"))), [Text((("en", "Sea"), ("fr", "Mer")))]),
        (Text((("en", "Sea"), ("en", "Sky"), ("fr", "Mer"))), [Text((("en", "Sea"),)), Text((("en", "Sky"),))]),
        (Text(), []),
    ],
)
def test_subjects_are_themes_of_their_own(value, themes):
    assert themes_of(value) == themes


@pytest.mark.parametrize(
    ("nav_date", "date", "year"),
    [
        ("1972-01-01T00:00:00Z", "about 1972", None),
        ("1972-01-01T00:00:00+02:00", "a summer", 1972),
        ("1899-01-01T00:00:00Z", "1972", 1899),
        ("-0044-03-15T00:00:00Z", "", -44),
        ("0000-01-01T00:00:00Z", "", None),
        ("1972", "", None),
        ("", "1972", None),
    ],
)
def test_nav_date_sorts_where_words_do_not(nav_date, date, year):
    assert sort_year(About(nav_date=nav_date), plain(date)) == year


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        (plain("Attribution"), plain("Museum")),
        (Text(), plain("Museum")),
        (Text((("en", "Attribution"), ("fr", "Crédit"))), plain("Museum")),
        (
            Text((("en", "Lent by"), ("fr", "Prêté par"))),
            Text((("en", "Lent by: Museum"), ("fr", "Prêté par: Museum"))),
        ),
    ],
)
def test_a_statement_keeps_its_label_where_that_says_more(label, shown):
    assert statement_of((label, plain("Museum"))) == shown


@pytest.mark.parametrize(
    ("target", "place"),
    [
        ("c#xywh=100,50,200,100", (0.1, 0.1, 0.2, 0.2)),
        ("c#xywh=pixel:100,50,200,100", (0.1, 0.1, 0.2, 0.2)),
        ("c#xywh=percent:10,10,20,20", (0.1, 0.1, 0.2, 0.2)),
        ({"source": "c", "selector": {"value": "xywh=900,0,500,500"}}, (0.9, 0.0, 0.1, 1.0)),
        ({"full": "c", "selector": [{"value": "xywh=0,0,1000,500"}]}, (0.0, 0.0, 1.0, 1.0)),
        ("c#xywh=2000,0,1,1", None),
        ("c#xywh=0,0,0,0", None),
        ("c#xywh=..,1.2.3,.,1", None),
        ("c", None),
        (None, None),
    ],
)
def test_a_place_on_a_canvas_is_told_in_shares(target, place):
    assert place_on(target, {"width": 1000, "height": 500}) == place
    assert place_on(target, {"width": "x", "height": True}) in (place, None)


@pytest.mark.parametrize(
    ("values", "creator"),
    [
        (["William Blake", "Ada Example"], "William Blake, Ada Example"),
        (["Blake, William", "Ada Example"], "Blake, William; Ada Example"),
        (["Ada Example", "Ada Example"], "Ada Example"),
    ],
)
def test_names_stand_in_one_line(values, creator):
    pairs = [(plain("Artist"), plain(value)) for value in values]
    assert lines_of(pairs).fields == {Field.CREATOR: plain(creator)}


KEYS = st.sampled_from(
    [
        "id",
        "@id",
        "type",
        "@type",
        "label",
        "value",
        "metadata",
        "items",
        "sequences",
        "canvases",
        "images",
        "body",
        "resource",
        "motivation",
        "target",
        "on",
        "service",
        "summary",
        "description",
        "requiredStatement",
        "attribution",
        "rights",
        "license",
        "provider",
        "navDate",
        "behavior",
        "viewingDirection",
        "start",
        "annotations",
        "selector",
        "source",
        "default",
        "item",
        "language",
        "@value",
        "@language",
        "en",
        "fr",
        "none",
        "height",
        "width",
    ]
)
WORDS = st.sampled_from(
    ["Manifest", "Canvas", "Choice", "SpecificResource", "painting", "x.jpg", "http://[", "c#xywh=1,1,1,1", ""]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | WORDS | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=25,
)


@settings(max_examples=50)
@given(st.dictionaries(KEYS, JSON, max_size=8), JSON)
def test_no_json_makes_the_reading_fail(data, canvas):
    with TemporaryDirectory() as folder:
        path = Path(folder, "manifest.json")
        path.write_text(json.dumps({"type": "Manifest", "items": [{"items": [canvas]}, canvas], **data}))
        assert _works(path) >= 0


def _works(path):
    try:
        return len(read_iiif(path).drafts)
    except NotImported:
        return 0
