from __future__ import annotations

import datetime as dt

import pytest

from kiosk.exhibition.manifest import read_manifest
from kiosk.pictures.reading.embedded import tags
from kiosk.staff.importing.draft import Field, Kind, NotImported
from kiosk.staff.importing.folder.reader import natural, read_folder, title_from
from kiosk.staff.importing.importer import import_source
from kiosk.staff.importing.options import Options
from kiosk.staff.importing.sources import read_source
from tests import notes

BAG = "<rdf:Bag>{}</rdf:Bag>"
ARTWORK = notes.artwork(
    AOTitle=notes.lang_alt(x_default="The harvest", en="The harvest", fr="La moisson"),
    AOCreator=notes.bag("Ada Example", "Ben Example", kind="Seq"),
    AOCircaDateCreated=notes.lang_alt(x_default="c. 1972"),
    AODateCreated="1972-01-01T00:00:00",
    AOPhysicalDescription=notes.lang_alt(en="Oil on canvas", fr="Huile sur toile"),
    AOSource="Town Museum",
    AOSourceInvNo="1984.10a,b",
    AOCopyrightNotice="© Ada Example",
    AOStylePeriod=notes.bag("Realism"),
)
MUSEUM = {
    "Iptc4xmpExt__ArtworkOrObject": BAG.format(ARTWORK),
    "dc__creator": notes.bag("Pat Lens", kind="Seq"),
    "dc__title": notes.lang_alt(x_default="DSC_0001"),
    "dc__description": notes.lang_alt(x_default="Reapers at noon."),
    "dc__rights": notes.lang_alt(x_default="© Pat Lens 2020"),
    "dc__subject": notes.bag("field", "Noon"),
    "lr__hierarchicalSubject": notes.bag("Time|Noon", "Places|Outdoors|field", "Work|Labour"),
    "photoshop__Credit": "Lens Agency",
    "photoshop__DateCreated": "2020-05-01T10:00:00",
    "photoshop__City": "Ghent",
    "Iptc4xmpCore__AltTextAccessibility": notes.lang_alt(en="Five reapers."),
    "Iptc4xmpCore__ExtDescrAccessibility": notes.lang_alt(en="They stand in a row."),
}


def imported(folder, **files):
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return read_folder(folder)


def told(source, rule):
    return [remark for remark in source.remarks if remark.rule == rule]


def values_of(folder, content, **more):
    return imported(folder, a__jpg=content, **more).drafts[0].values


def test_what_a_museum_writes_into_a_picture_becomes_its_label(tmp_path):
    source = imported(tmp_path, harvest__jpg=notes.noted_jpeg(xmp=notes.packet(**MUSEUM)))
    (harvest,) = source.drafts
    assert harvest.values == {
        Field.CREATOR: "Ada Example, Ben Example",
        Field.TITLE: {"en": "The harvest", "fr": "La moisson"},
        Field.DATE: "c. 1972",
        Field.MEDIUM: {"en": "Oil on canvas", "fr": "Huile sur toile"},
        Field.DESCRIPTION: "Reapers at noon.",
        Field.CREDIT: "Town Museum\nLens Agency\nPhoto: Pat Lens",
        Field.ACCESSION: "1984.10a,b",
        Field.ALT: {"en": "Five reapers.\nThey stand in a row."},
        Field.RIGHTS: "© Ada Example",
    }
    assert harvest.themes == ("field", "Noon", "Labour", "Realism")
    assert harvest.picture == tmp_path / "harvest.jpg"
    assert (harvest.key, harvest.origin.part) == ("harvest", "harvest.jpg")
    assert source.facts.languages == ("en", "fr")
    (place,) = told(source, "place")
    assert place.kind is Kind.DROPPED
    assert "Ghent" in place.message
    assert "2020" not in str(harvest.values), "the day of the photograph is not the work's"


IIM = notes.iim(
    (2, 5, b"Harvest"),
    (2, 80, "Bildstelle Müller".encode("latin-1")),
    (2, 120, "Schnitter – am Mittag".encode("cp1252")),
    (2, 110, b"Agency"),
    (2, 115, b"Archive"),
    (2, 116, b"All rights reserved"),
    (2, 25, b"field"),
    (2, 25, b"noon"),
    (2, 90, b"Ghent"),
    (2, 55, b"20200501"),
)
EXIF = notes.tiff(
    [
        notes.ascii_tag(tags.DESCRIPTION, b"A field"),
        notes.ascii_tag(tags.ARTIST, b"Pat Lens"),
        notes.ascii_tag(tags.COPYRIGHT, b"(c) Pat"),
        notes.xp_tag(tags.XP_TITLE, "Ернте – 収穫"),
        notes.xp_tag(tags.XP_KEYWORDS, "field;noon; "),
        (0x8825, 4, b"\0\0\0\x08"),
    ]
)


def test_agencies_write_iim(tmp_path):
    assert values_of(tmp_path, notes.noted_jpeg(datasets=IIM)) == {
        Field.TITLE: "Harvest",
        Field.DESCRIPTION: "Schnitter – am Mittag",
        Field.CREDIT: "Agency\nPhoto: Bildstelle Müller",
        Field.RIGHTS: "All rights reserved",
    }
    assert read_folder(tmp_path).drafts[0].themes == ("field", "noon")


def test_windows_and_cameras_write_exif(tmp_path):
    assert values_of(tmp_path, notes.noted_jpeg(EXIF)) == {
        Field.TITLE: "Ернте – 収穫",
        Field.DESCRIPTION: "A field",
        Field.CREDIT: "Photo: Pat Lens",
        Field.RIGHTS: "(c) Pat",
    }
    assert read_folder(tmp_path).drafts[0].themes == ("field", "noon")


@pytest.mark.parametrize(
    ("field", "properties", "words"),
    [
        (Field.TITLE, {"dc__title": "From XMP"}, "From XMP"),
        (Field.TITLE, {"photoshop__Headline": "Head"}, "Head"),
        (Field.TITLE, {"dc__title": "DSC_0001"}, "Harvest"),
        (
            Field.DATE,
            {"Iptc4xmpExt__ArtworkOrObject": BAG.format(notes.artwork(AODateCreated="1972-05-00"))},
            "1972-05-00",
        ),
        (
            Field.DATE,
            {"Iptc4xmpExt__ArtworkOrObject": BAG.format(notes.artwork(AODateCreated="1972-01-01T00:00:00Z"))},
            "1972",
        ),
        (
            Field.DATE,
            {"Iptc4xmpExt__ArtworkOrObject": BAG.format(notes.artwork(AODateCreated="1972-05-03"))},
            "1972-05-03",
        ),
        (Field.DESCRIPTION, {"dc__description": "Longer"}, "Longer"),
        (
            Field.DESCRIPTION,
            {
                "dc__description": "View",
                "Iptc4xmpExt__ArtworkOrObject": BAG.format(notes.artwork(AOContentDescription="A field")),
            },
            "A field",
        ),
        (Field.CREDIT, {"photoshop__Source": "Estate"}, "Estate\nPhoto: Bildstelle Müller"),
        (Field.CREDIT, {"photoshop__Credit": "bildstelle müller / Agency"}, "bildstelle müller / Agency"),
        (Field.RIGHTS, {"dc__rights": "Mine"}, "Mine"),
        (Field.RIGHTS, {"xmpRights__UsageTerms": "Ask first"}, "Ask first"),
    ],
)
def test_the_first_that_says_something_counts(tmp_path, field, properties, words):
    content = notes.noted_jpeg(EXIF, IIM, notes.packet(**properties))
    assert values_of(tmp_path, content)[field] == words


def test_a_caption_cut_by_iim_is_whole_in_xmp_and_told_elsewhere(tmp_path):
    long = "word " * 500
    cut = notes.iim((2, 120, long.encode()[:2000]))
    both = notes.noted_jpeg(datasets=cut, xmp=notes.packet(dc__description=notes.lang_alt(x_default=long)))
    source = imported(tmp_path / "both", a__jpg=both)
    assert source.drafts[0].values[Field.DESCRIPTION] == long.strip()
    assert not told(source, "cut-caption")
    source = imported(tmp_path / "alone", a__jpg=notes.noted_jpeg(datasets=cut))
    assert told(source, "cut-caption")[0].kind is Kind.DOUBTFUL


def test_a_packet_in_two_parts_is_read_whole(tmp_path):
    guid = "0123456789ABCDEF0123456789ABCDEF"
    main = notes.packet(xmpNote__HasExtendedXMP=guid, dc__title="Main")
    rest = notes.extended(notes.packet(dc__description=notes.lang_alt(x_default="long " * 3000)))
    values = values_of(tmp_path, notes.noted_jpeg(xmp=main, more=rest))
    assert values[Field.TITLE] == "Main"
    assert len(values[Field.DESCRIPTION]) == 14_999


@pytest.mark.parametrize("name", ["a.xmp", "a.jpg.xmp", "A.XMP"])
def test_a_sidecar_speaks_before_the_file(tmp_path, name):
    (tmp_path / name).write_bytes(notes.packet(dc__title="Newer"))
    inside = notes.packet(dc__title="Older", dc__description="Kept")
    source = imported(tmp_path, a__jpg=notes.noted_jpeg(xmp=inside))
    assert source.drafts[0].values == {Field.TITLE: "Newer", Field.DESCRIPTION: "Kept"}
    assert not source.remarks


def test_the_photographer_is_never_the_artist(tmp_path):
    source = imported(
        tmp_path, a__jpg=notes.noted_jpeg(xmp=notes.packet(dc__creator=notes.bag("Pat Lens", kind="Seq")))
    )
    assert Field.CREATOR not in source.drafts[0].values
    assert source.drafts[0].values[Field.CREDIT] == "Photo: Pat Lens"
    (remark,) = told(source, "photographer")
    assert remark.kind is Kind.GUESSED
    assert "Pat Lens" in remark.message


def test_the_photographer_is_the_artist_where_photographs_are_the_works(tmp_path):
    (tmp_path / "a.jpg").write_bytes(notes.noted_jpeg(EXIF, IIM))
    values = read_folder(tmp_path, photographs=True).drafts[0].values
    assert (values[Field.CREATOR], values[Field.DATE], values[Field.CREDIT]) == ("Bildstelle Müller", "2020", "Agency")
    (tmp_path / "a.jpg").write_bytes(notes.noted_jpeg(xmp=notes.packet(**MUSEUM)))
    values = read_folder(tmp_path, photographs=True).drafts[0].values
    assert values[Field.CREATOR] == "Ada Example, Ben Example", "what is said of an artwork still comes first"


def test_words_of_a_camera_are_no_words_about_a_picture(tmp_path):
    exif = notes.tiff([notes.ascii_tag(tags.DESCRIPTION, b"OLYMPUS DIGITAL CAMERA         ")])
    source = imported(tmp_path, a__jpg=notes.noted_jpeg(exif))
    assert source.drafts[0].values == {Field.TITLE: "A"}
    assert told(source, "camera-words")


def test_files_come_in_the_order_in_which_people_count(tmp_path):
    sea = notes.plain_jpeg()
    for name in ("10 b.jpg", "2 a.JPG", "1 c.jpg", "rooms/1.jpg", ".hidden.jpg", "._1 c.jpg", "__MACOSX/1.jpg"):
        imported_file = tmp_path / name
        imported_file.parent.mkdir(exist_ok=True)
        imported_file.write_bytes(sea)
    assert [draft.key for draft in read_folder(tmp_path).drafts] == ["1 c", "2 a", "10 b", "rooms/1"]
    assert sorted(["a10", "A2", "a1b", "a01", "٣", "10"], key=natural) == ["٣", "10", "a01", "a1b", "A2", "a10"]


def test_files_that_differ_in_nothing_but_their_ending_are_told_apart(tmp_path):
    source = imported(tmp_path, a__jpg=notes.plain_jpeg(), A__png=notes.saved_png(), b__jpg=notes.plain_jpeg())
    assert sorted(draft.key for draft in source.drafts) == ["A.png", "a.jpg", "b"]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("the_harvest.jpg", "The harvest"),
        ("03_the-harvest.jpg", "The harvest"),
        ("12. Field (1972).jpg", "Field (1972)"),
        ("1984.10.jpg", "1984.10"),
        ("007.jpg", "007"),
        ("Урожай.jpeg", "Урожай"),
        ("___.jpg", "___"),
    ],
)
def test_a_title_is_taken_from_a_name_when_nothing_else_is_there(tmp_path, name, title):
    (tmp_path / name).write_bytes(notes.plain_jpeg())
    source = read_folder(tmp_path)
    assert source.drafts[0].values[Field.TITLE] == title == title_from(tmp_path / name)
    assert told(source, "title-from-name")[0].kind is Kind.GUESSED


def test_everything_else_in_the_folder_is_told(tmp_path):
    source = imported(
        tmp_path,
        a__jpg=notes.noted_jpeg(xmp=b"<broken"),
        b__jpg=b"<html>404",
        c__xmp=notes.packet(),
        leaflet__pdf=b"%PDF-",
        empty__png=b"",
    )
    assert [draft.key for draft in source.drafts] == ["a"]
    assert {(remark.rule, remark.origin.part) for remark in source.remarks if remark.rule != "title-from-name"} == {
        ("broken-notes", "a.jpg"),
        ("not-a-picture", "b.jpg"),
        ("not-a-picture", "empty.png"),
        ("lonely-sidecar", "c.xmp"),
        ("other-file", "leaflet.pdf"),
    }
    assert all(remark.message for remark in source.remarks)


def test_several_artworks_in_one_picture_are_doubtful(tmp_path):
    two = BAG.format(notes.artwork(AOTitle="One") + notes.artwork(AOTitle="Two"))
    source = imported(tmp_path, a__jpg=notes.noted_jpeg(xmp=notes.packet(Iptc4xmpExt__ArtworkOrObject=two)))
    assert source.drafts[0].values[Field.TITLE] == "One"
    assert told(source, "several-artworks")


def test_what_an_earlier_import_has_made_is_not_imported_again(tmp_path):
    source = imported(tmp_path, a__jpg=notes.plain_jpeg(), **{"out/pictures/a__jpg": notes.plain_jpeg()})
    assert [draft.key for draft in source.drafts] == ["a", "out/pictures/a"]
    assert [draft.key for draft in read_folder(tmp_path, without=tmp_path / "out").drafts] == ["a"]
    assert read_folder(tmp_path, without=tmp_path).drafts == source.drafts, "made in its own folder"


@pytest.mark.parametrize("name", ["none", "empty"])
def test_a_folder_without_pictures_is_refused(tmp_path, name):
    (tmp_path / "empty").mkdir()
    with pytest.raises(NotImported) as refusal:
        read_folder(tmp_path / name)
    assert name in str(refusal.value)
    assert refusal.value.remedy


def test_what_an_import_has_put_into_a_folder_is_no_source_for_the_next(tmp_path):
    """A folder may become an exhibition in its own place; a name that no manifest can have is copied once."""
    for name in ("a.jpg", "con.jpg"):
        (tmp_path / name).write_bytes(notes.noted_jpeg())
    for folder, works in ((tmp_path, 2), (tmp_path, 2), (tmp_path / "show", 2), (tmp_path / "other", 2)):
        source = read_source(tmp_path, folder, Options())
        import_source(source, folder, Options(), dt.date(2026, 11, 28))
        assert len(read_manifest(folder).exhibition.works) == works
    assert {file.name for file in (tmp_path / "pictures").iterdir()} == {"picture-con.jpg"}
    (tmp_path / "con.jpg").unlink()
    assert [draft.picture.name for draft in read_folder(tmp_path).drafts] == ["a.jpg", "picture-con.jpg"]
