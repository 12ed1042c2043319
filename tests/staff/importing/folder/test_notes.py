from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibition.text import Text, plain
from kiosk.staff.importing.folder import iim
from kiosk.staff.importing.folder.xmp import BadPacket, merged, properties
from tests import notes


@pytest.mark.parametrize(
    ("sets", "words"),
    [
        ([(2, 5, "Blumenstück".encode("latin-1"))], "Blumenstück"),
        ([(2, 5, "“Quoted” – said".encode("cp1252"))], "“Quoted” – said"),
        ([notes.UTF8, (2, 5, "Натюрморт".encode())], "Натюрморт"),
        ([(2, 5, "Урожай".encode()), notes.UTF8], "Урожай"),
        ([(2, 5, "Blumenstück".encode())], "Blumenstück"),
        ([(1, 90, b"\x1b.A"), (2, 5, "é".encode("latin-1"))], "é"),
        ([notes.UTF8, (2, 5, "ü".encode()[:1] + b"x")], "x"),
        ([(2, 5, b""), (2, 5, b"Second")], "Second"),
        ([(2, 5, b"<b>Bold</b>\0 &amp; more")], "Bold & more"),
        ([(3, 5, b"another record")], ""),
    ],
)
def test_iim_is_latin_1_unless_it_says_otherwise(sets, words):
    assert iim.first(iim.datasets(notes.iim(*sets)), iim.OBJECT_NAME) == plain(words)


def test_datasets_may_be_repeated_and_longer_than_32_kilobytes():
    block = notes.iim((2, 25, b"sea"), (2, 25, b"light")) + b"\x1c\x02\x78\x80\x04\x00\x00\x9c\x40" + b"x" * 40_000
    spoken = iim.datasets(block)
    assert spoken[iim.KEYWORDS] == ["sea", "light"]
    assert spoken[iim.CAPTION] == ["x" * 40_000]


@given(
    st.binary(max_size=300)
    | st.lists(st.tuples(st.integers(1, 3), st.integers(0, 255), st.binary(max_size=40))).map(
        lambda sets: notes.iim(*sets)
    )
)
def test_no_block_of_iim_makes_its_reading_fail(block):
    for words in iim.datasets(block).values():
        assert all(words)


@pytest.mark.parametrize(
    ("packet", "name", "text"),
    [
        (notes.packet(dc__title=notes.lang_alt(x_default="Harvest")), "dc:title", plain("Harvest")),
        (
            notes.packet(dc__title=notes.lang_alt(x_default="Harvest", en="Harvest", fr="Moisson")),
            "dc:title",
            Text((("en", "Harvest"), ("fr", "Moisson"))),
        ),
        (
            notes.packet(dc__title=notes.lang_alt(x_default="Ernte", en_US="Harvest")),
            "dc:title",
            Text((("", "Ernte"), ("en-US", "Harvest"))),
        ),
        (notes.packet('photoshop:Headline="A &amp; B"'), "photoshop:Headline", plain("A & B")),
        (notes.packet(photoshop__Headline="Head"), "photoshop:Headline", plain("Head")),
        (notes.packet(dc__title="As plain words"), "dc:title", plain("As plain words")),
        (
            notes.packet(dc__rights="<rdf:Description><rdf:value>Mine</rdf:value></rdf:Description>"),
            "dc:rights",
            plain("Mine"),
        ),
    ],
)
def test_a_property_is_read_however_it_is_written(packet, name, text):
    assert properties(packet)[name].text() == text


ONE = notes.artwork(AOTitle=notes.lang_alt(x_default="One"), AOSourceInvNo="1984.10")


@pytest.mark.parametrize(
    "value",
    [
        f"<rdf:Bag>{ONE}</rdf:Bag>",
        f"<rdf:Seq>{ONE}</rdf:Seq>",
        (
            "<rdf:Bag><rdf:li><rdf:Description Iptc4xmpExt:AOSourceInvNo='1984.10'>"
            f"<Iptc4xmpExt:AOTitle>{notes.lang_alt(x_default='One')}</Iptc4xmpExt:AOTitle></rdf:Description></rdf:li></rdf:Bag>"
        ),
        "<rdf:Bag><rdf:li Iptc4xmpExt:AOSourceInvNo='1984.10' Iptc4xmpExt:AOTitle='One'/></rdf:Bag>",
    ],
)
def test_a_structure_is_read_however_it_is_written(value):
    (artwork,) = properties(notes.packet(Iptc4xmpExt__ArtworkOrObject=value))[
        "Iptc4xmpExt:ArtworkOrObject"
    ].structures()
    assert artwork["Iptc4xmpExt:AOTitle"].text() == plain("One")
    assert artwork["Iptc4xmpExt:AOSourceInvNo"].text() == plain("1984.10")


def test_where_a_picture_was_taken_is_not_read():
    assert not properties(notes.packet('exif:GPSLatitude="52,30N"', exif__GPSLongitude="13,22E"))


def test_of_several_packets_the_first_counts_and_a_broken_one_is_told():
    sidecar, inside = notes.packet(photoshop__City="Ghent"), notes.packet(photoshop__City="Aalst", dc__title="x")
    values, sound = merged((sidecar, b"<broken", inside))
    assert values["photoshop:City"].words == "Ghent"
    assert values["dc:title"].words == "x"
    assert not sound


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    "packet",
    [
        b"",
        b"no xml",
        b"<a>",
        BOMB.encode() + notes.packet(dc__title="&b;"),
        b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>',
        b'<?xml version="1.0" encoding="nonsense"?><x/>',
        b"<a>" * 200_000,
        b"\xff\xfe\0",
        notes.packet(dc__title="x" * (9 << 20)),
    ],
)
def test_xml_that_nobody_should_read_is_refused(packet):
    with pytest.raises(BadPacket):
        properties(packet)


def test_a_packet_as_deep_as_a_well_is_read_without_falling_in():
    deep = "<rdf:Bag><rdf:li>" * 5000 + "x" + "</rdf:li></rdf:Bag>" * 5000
    assert properties(notes.packet(dc__subject=deep))["dc:subject"].all() == ()


@given(st.data())
def test_no_change_to_a_packet_makes_its_reading_fail(data):
    packet = bytearray(
        notes.packet(Iptc4xmpExt__ArtworkOrObject=f"<rdf:Bag>{ONE}</rdf:Bag>", dc__title=notes.lang_alt(en="a"))
    )
    for _ in range(data.draw(st.integers(0, 6))):
        place = data.draw(st.integers(0, len(packet) - 1))
        packet[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    values, _ = merged((bytes(packet),))
    assert all(":" in name for name in values)
