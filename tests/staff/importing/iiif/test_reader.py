from __future__ import annotations

import copy
import json

import pytest

from kiosk.staff.importing.draft import Field, Kind, NotImported
from kiosk.staff.importing.iiif import reader
from kiosk.staff.importing.iiif.documents import is_iiif
from kiosk.staff.importing.iiif.reader import read_iiif
from tests.staff.importing.iiif.museum import P2, P3, SERVER, canvas3, image3, lay, manifest3, pair


def rules(source):
    return {remark.rule for remark in source.remarks}


def told(source, rule):
    return [remark for remark in source.remarks if remark.rule == rule]


@pytest.fixture
def harvest(tmp_path):
    path = lay(tmp_path, P3, "harvest-front.jpg", "pictures/harvest-back.png", "harvest-back-xray.jpg")
    return read_iiif(path)


def test_a_manifest_of_version_3_becomes_works_with_their_labels(harvest, tmp_path):
    front, back, frame = harvest.drafts
    assert front.values == {
        Field.CREATOR: "Ada Example, Ben Example",
        Field.TITLE: {"en": "Front", "fr": "Recto"},
        Field.DATE: {"en": "about 1972", "fr": "1972?"},
        Field.MEDIUM: {"fr": "Huile sur toile", "en": "Oil on canvas"},
        Field.DIMENSIONS: "180 × 240 cm",
        Field.CREDIT: {
            "en": "Gift of a friend\nTown Museum\nCounty Museums",
            "fr": "Don d'un ami\nMusée\nCounty Museums",
        },
        Field.ACCESSION: "1984.10a,b",
        Field.RIGHTS: "CC BY-SA 4.0",
    }
    assert front.picture == tmp_path / "harvest-front.jpg"
    assert front.picture_named == "harvest-front.jpg"
    assert front.themes == ({"en": "Fields", "fr": "Champs"}, {"en": "Work", "fr": "Travail"})
    assert front.key == "canvas/front"
    assert front.origin.file == "manifest.json"
    assert back.picture == tmp_path / "pictures" / "harvest-back.png", "the first of a choice, in a folder below"
    assert back.values[Field.TITLE] == "2"
    assert back.values[Field.DATE] == "c. 1973", "the canvas speaks before the manifest"
    assert back.values[Field.DESCRIPTION] == {"en": "The back, with labels & stamps."}
    assert back.values[Field.CREDIT]["en"] == (
        "Gift of a friend\nPhotography: Ada Lens\nTown Museum\nCounty Museums"
    ), "what is required of the canvas, too, with a label that says more than that it is required"
    assert frame.picture is None, "a canvas may have no picture"
    assert frame.values[Field.TITLE] == {"en": "The frame, lost"}
    assert frame.values[Field.YEAR] == 1899, "navDate sorts it, the words of the date stay"
    assert Field.YEAR not in back.values, "the date of the view, not of the object"
    assert Field.YEAR not in front.values, "where both say the same, the words are enough"


def test_the_exhibition_is_called_as_the_manifest_and_introduced_with_its_words(harvest):
    facts = harvest.facts
    assert facts.title == {"en": "The harvest", "fr": "La moisson"}
    assert facts.languages[:2] == ("en", "fr")
    assert facts.intro["en"] == "Reapers at noon.\nWheat.\n\nProvenance: Bought at the fair."
    assert facts.intro["fr"] == "Midi.\n\nProvenance: Bought at the fair."
    assert (harvest.rows, harvest.things) == (3, "canvases")


def test_all_that_is_not_in_the_exhibition_is_told(harvest):
    assert rules(harvest) >= {"behavior-paged", "start", "direction", "not-shown", "more-pictures", "no-picture"}
    assert "X-ray" in told(harvest, "more-pictures")[0].message
    assert [remark.kind for remark in told(harvest, "no-picture")] == [Kind.GUESSED]
    assert not told(harvest, "missing-picture")


def test_a_manifest_of_version_2_becomes_a_work(tmp_path):
    source = read_iiif(lay(tmp_path, P2, "brass.jpg"))
    (lamp,) = source.drafts
    assert lamp.values == {
        Field.CREATOR: "Ann Maker, Bob Maker",
        Field.TITLE: {"de": "Lampe", "en": "Lamp"},
        Field.DATE: {"de": "um 1700"},
        Field.MEDIUM: "Brass & glass",
        Field.ACCESSION: "L 17",
        Field.DESCRIPTION: "A lamp, see there.",
        Field.CREDIT: "Provided by Town Museum",
        Field.RIGHTS: "In copyright",
    }
    assert lamp.themes == ("light", "metal", "glass")
    assert lamp.more == (("Repository", "Room 4"),)
    assert lamp.picture == tmp_path / "brass.jpg", "a service's id with a folder and a server's format in it"
    assert source.facts.title == {"de": "Lampe", "en": "Lamp"}
    assert not source.facts.intro, "what is said of a single work stands on its label"
    assert rules(source) == {"title", "more-pictures", "not-shown"}


def test_a_picture_that_is_not_there_is_told_by_the_name_to_give_it(tmp_path):
    source = read_iiif(lay(tmp_path, P2))
    (remark,) = told(source, "missing-picture")
    assert '"brass.jpg"' in remark.remedy
    assert source.drafts[0].picture is None


@pytest.mark.parametrize(
    ("body", "file"),
    [
        (image3("harvest"), "harvest.jpg"),
        (image3("harvest"), "Pictures/HARVEST.TIF"),
        (image3("harvest"), "iiif/harvest/full/max/0/default.jpg"),
        (image3("room%2Fharvest.tif"), "room/harvest.jpg"),
        (image3("room%2Fharvest.tif"), "room_harvest.jpg"),
        (image3("ark:%2F12%2Fh7"), "h7.jpg"),
        ({"id": f"{SERVER}/files/harvest.JPG?download=1", "type": "Image"}, "files/harvest.jpg"),
        ({"id": "pictures/harvest.jpg", "type": "Image"}, "pictures/harvest.jpg"),
        ({"id": "file:///C:/x/harvest.jpg", "type": "Image"}, "harvest.jpg"),
        ({"type": "SpecificResource", "source": image3("harvest")}, "harvest.jpg"),
        ({"type": "Image", "service": {"@id": f"{SERVER}/iiif/harvest/info.json"}}, "harvest.jpg"),
        (f"{SERVER}/files/harvest.jpg", "harvest.jpg"),
    ],
)
def test_an_image_is_found_by_the_parts_of_its_address(tmp_path, body, file):
    source = read_iiif(lay(tmp_path, manifest3(canvas3("a", body)), file))
    assert source.drafts[0].picture == tmp_path / file


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "../secret.jpg",
        "https://e.org/%2e%2e%2fsecret.jpg",
        "\\\\server\\share\\secret.jpg",
        f"{SERVER}/iiif/other/full/max/0/default.jpg",
        "http://[",
        "https://e.org/" + "a/" * 5000 + "x.jpg",
        "\x00",
        "",
    ],
)
def test_nothing_outside_the_folder_and_nothing_else_is_taken_for_a_picture(tmp_path, address):
    (tmp_path / "secret.jpg").write_bytes(b"")
    folder = tmp_path / "inside"
    path = lay(folder, manifest3(canvas3("a", {"id": address, "type": "Image"})), "default.jpg", "._secret.jpg")
    (folder / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    assert read_iiif(path).drafts[0].picture is None


def test_pictures_of_an_earlier_import_are_not_found_again(tmp_path):
    path = lay(tmp_path, manifest3(canvas3("a", image3("a"))), "exhibition/pictures/a.jpg", "rooms/east/a.jpg")
    source = read_iiif(path, without=tmp_path / "exhibition")
    assert source.drafts[0].picture == tmp_path / "rooms" / "east" / "a.jpg"


def test_of_files_with_the_same_name_the_one_in_the_same_folders_is_meant(tmp_path):
    body = {"id": f"{SERVER}/media/a/1.jpg", "type": "Image"}
    source = read_iiif(lay(tmp_path, manifest3(canvas3("a", body)), "a/1.jpg", "b/1.jpg"))
    assert source.drafts[0].picture == tmp_path / "a" / "1.jpg"
    assert not told(source, "several-files")
    source = read_iiif(lay(tmp_path, manifest3(canvas3("a", image3("1"))), "a/1.jpg", "b/1.jpg"))
    assert told(source, "several-files")[0].kind is Kind.DOUBTFUL


def test_of_several_bodies_the_one_that_covers_the_canvas_is_shown(tmp_path):
    canvas = canvas3("a", image3("whole"))
    (patch,) = canvas3("a", image3("patch"), target="#xywh=0,0,400,200")["items"][0]["items"]
    canvas["items"][0]["items"].insert(0, patch)
    source = read_iiif(lay(tmp_path, manifest3(canvas), "patch.jpg", "whole.jpg"))
    assert source.drafts[0].picture == tmp_path / "whole.jpg"
    assert told(source, "more-pictures")


def test_the_next_of_a_choice_is_taken_where_the_first_is_not_here(tmp_path):
    choice = {"type": "Choice", "items": [image3("light"), image3("xray")]}
    assert read_iiif(lay(tmp_path, manifest3(canvas3("a", choice)), "xray.jpg")).drafts[0].picture.name == "xray.jpg"


def test_sound_and_film_are_no_pictures(tmp_path):
    film = {"id": f"{SERVER}/film.mp4", "type": "Video", "format": "video/mp4"}
    source = read_iiif(lay(tmp_path, manifest3(canvas3("a", film)), "film.jpg"))
    assert source.drafts[0].picture is None
    assert rules(source) >= {"no-image", "no-picture"}


def test_comments_are_details_or_text_and_tags_become_themes(tmp_path):
    annotations = [
        {
            "motivation": "commenting",
            "body": {"type": "TextualBody", "value": "<p>The sun</p>", "language": "en"},
            "target": f"{SERVER}/canvas/a#xywh=0,0,2000,500",
        },
        {"motivation": ["tagging"], "body": [{"type": "TextualBody", "value": "Noon", "language": "en"}]},
        {"motivation": "commenting", "body": {"type": "TextualBody", "value": "A hot day."}},
        {"motivation": "supplementing", "body": {"type": "TextualBody", "value": "transcript"}},
    ]
    canvas = canvas3("a", image3("x"), annotations=[{"type": "AnnotationPage", "items": annotations}])
    source = read_iiif(lay(tmp_path, manifest3(canvas), "x.jpg"))
    assert {"en": "Noon"} in source.drafts[0].themes
    assert source.drafts[0].more == (("", "A hot day."),)
    assert source.drafts[0].details == (((0.0, 0.0, 0.5, 0.25), {"en": "The sun"}),)
    assert told(source, "comment")[0].kind is Kind.GUESSED


def test_collections_that_name_each_others_parts_are_read_so_often_and_no_more(tmp_path, monkeypatch):
    monkeypatch.setattr(reader, "MOST_DOCUMENTS", 40)
    lay(tmp_path, manifest3(canvas3("a", image3("a"))), "a.jpg", name="7.json")
    for number in reversed(range(7)):
        named = {"id": f"{SERVER}/{number + 1}.json", "type": "Collection"}
        path = lay(tmp_path, {"type": "Collection", "label": "x", "items": [named] * 10}, name=f"{number}.json")
    source = read_iiif(path)
    assert len(source.drafts) < 40
    assert told(source, "too-many-manifests")[0].remedy
    monkeypatch.setattr(reader, "MOST_WORKS", 3)
    assert len(read_iiif(path).drafts) == 3


def test_a_collection_brings_the_manifests_beside_it(tmp_path):
    inline = manifest3(canvas3("c", image3("c")), label={"en": ["C"]}, requiredStatement=pair({}, {"en": ["Lender"]}))
    lay(tmp_path, P2, "brass.jpg", name="two/manifest.json")
    lay(tmp_path, manifest3(canvas3("b", image3("b")), label={"en": ["B"]}), "b.jpg", "c.jpg", name="b.json")
    collection = {
        "type": "Collection",
        "id": f"{SERVER}/top.json",
        "label": {"en": ["Light"]},
        "summary": {"en": ["All about light."]},
        "requiredStatement": pair({"en": ["Note"]}, {"en": ["On loan"]}),
        "behavior": ["paged"],
        "items": [
            {"id": f"{SERVER}/object/b.json", "type": "Manifest", "label": {"en": ["B"]}},
            inline,
            {
                "type": "Collection",
                "id": "x",
                "items": [{"id": f"{SERVER}/object/two/manifest.json", "type": "Manifest"}],
            },
            {"id": f"{SERVER}/gone.json", "type": "Manifest"},
            {"id": f"{SERVER}/top.json", "type": "Manifest"},
        ],
    }
    source = read_iiif(lay(tmp_path, collection, name="top.json"))
    assert [draft.picture and draft.picture.name for draft in source.drafts] == ["b.jpg", "c.jpg", "brass.jpg"]
    assert [draft.values[Field.TITLE]["en"] for draft in source.drafts] == ["B", "C", "Lamp"]
    assert all("On loan" in str(draft.values[Field.CREDIT]) for draft in source.drafts), "required wherever it is shown"
    assert source.drafts[1].values[Field.CREDIT] == {"en": "Lender\nNote: On loan"}
    assert source.facts.title == {"en": "Light"}
    assert source.facts.intro == {"en": "All about light."}
    assert source.drafts[2].origin.file == "two/manifest.json"
    assert rules(source) >= {"missing-manifest", "circle"}


def test_a_collection_of_version_2_is_one_too(tmp_path):
    collection = {"@type": "sc:Collection", "@id": "x", "label": "Lamps", "manifests": [P2]}
    source = read_iiif(lay(tmp_path, collection, "brass.jpg"))
    assert [draft.key for draft in source.drafts] == ["canvas/lamp"]
    assert source.facts.title == "Lamps"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"type": "Canvas"}',
        b'{"type": "Manifest", "items": []}',
        b'{"type": "Manifest", "items": 7, "sequences": {"canvases": "x"}}',
        b"[" * 100_000,
        b'{"items":' * 100_000,
        b"\xff\xfe{\x00",
        b"\xff\xd8\xff",
        b'{"type": "Collection", "items": ["https://e.org/none.json"]}',
    ],
)
def test_what_is_no_manifest_is_refused_with_its_name(tmp_path, content):
    path = tmp_path / "manifest.json"
    path.write_bytes(content)
    with pytest.raises(NotImported) as refusal:
        read_iiif(path)
    assert refusal.value.remedy
    assert "manifest.json" in f"{refusal.value} {refusal.value.origin.file}"


STRANGE = [
    None,
    True,
    7,
    -1.5,
    "x",
    "",
    [],
    {},
    [None],
    {"@value": {}},
    {"": 3},
    [[["x"]]],
    {"en": {"en": "x"}},
    "\x00",
]


@pytest.mark.parametrize("manifest", [P2, P3], ids=["P2", "P3"])
def test_whatever_one_value_is_the_rest_is_read(tmp_path, manifest):
    """Each value in turn replaced by things that do not belong there: a work or a refusal, never anything else."""
    places = list(_places(manifest))
    for number, place in enumerate(places):
        spoilt = copy.deepcopy(manifest)
        holder = spoilt
        for step in place[:-1]:
            holder = holder[step]
        holder[place[-1]] = STRANGE[number % len(STRANGE)]
        path = lay(tmp_path, spoilt)
        works = _works(path)
        assert works or len(place) <= 4, place


def _works(path):
    try:
        return len(read_iiif(path).drafts)
    except NotImported:
        return 0


def _places(data, way=()):
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield (*way, key)
        yield from _places(value, (*way, key))


def test_iiif_is_known_by_what_it_says(tmp_path):
    assert is_iiif(lay(tmp_path, P3))
    assert is_iiif(lay(tmp_path, P2))
    (tmp_path / "utf16.json").write_bytes(json.dumps(P3).encode("utf-16"))
    assert is_iiif(tmp_path / "utf16.json")
    assert read_iiif(tmp_path / "utf16.json").drafts
    other = tmp_path / "other.json"
    other.write_text('{"works": []}')
    assert not is_iiif(other)
    assert not is_iiif(tmp_path)
    assert not is_iiif(tmp_path / "none.json")
