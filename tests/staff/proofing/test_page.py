from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from kiosk.exhibition.problems import Problem, Severity
from kiosk.pictures.orders import Failed
from kiosk.staff.proofing.choosing import NoSuchPart, chosen_places
from kiosk.staff.proofing.output import write_page
from kiosk.staff.proofing.page import page
from kiosk.staff.proofing.pictures import SIDE, Small, small_pictures
from kiosk.staff.proofing.volumes import volumes
from tests.proofs import DIGEST, FIELDS, HEAD, THEMES, exhibition_of, full, of, sheets_of

if TYPE_CHECKING:
    from kiosk.exhibition.model import Exhibition

JPEG = Small(b"\xff\xd8 a picture", 1200, 800)


class Reader(HTMLParser):
    """What a browser makes of a page: its words, its elements and everything that they point to."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.words.append(data)


def page_of(exhibition: Exhibition, picture=JPEG, problems=(), places=None, *, fonts: bool = False) -> str:
    ((sheet, works),) = sheets_of(exhibition, picture, problems, places)
    return "".join(page(sheet, works, exhibition, fonts=fonts))


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    return reader


def test_every_text_of_every_work_is_there_in_every_language(tmp_path):
    exhibition = exhibition_of(tmp_path, {"exhibition": HEAD, "themes": THEMES, "works": [full(1), full(2)]})
    words = read(page_of(exhibition)).words
    works = [f"{field} {number}" for field in (*FIELDS[:-1], "detail") for number in (1, 2)]
    for told in (*works, "title", "subtitle", "intro", "venue", "name", "teaser"):
        assert set(of(told).values()) <= set(words)
    told = {"1984.1", "1984.2", "w1", "w2", "2026-09-09 – 2027-10-10", "until 2027-01-01", "2026-11-28, 09:30"}
    assert {*told, "Kiosk Gallery 0.1.0", DIGEST} <= set(words)


def test_the_label_has_the_order_of_the_kiosk(tmp_path):
    head = HEAD | {"label_order": "title-first"}
    exhibition = exhibition_of(tmp_path, {"exhibition": head, "themes": THEMES, "works": [full(1)]})
    html = page_of(exhibition)
    for order, found in (
        (("title", "creator", "medium", "description", "credit", "rights"), html),
        (("creator", "title"), page_of(exhibition_of(tmp_path, {"exhibition": HEAD, "works": [full(1)]}))),
    ):
        column = found[found.index('<section lang="ko" dir="ltr">', found.index("<article")) :]
        places = [column.index(of(f"{field} 1")["ko"]) for field in order]
        assert places == sorted(places)


def test_text_runs_the_way_of_its_language(tmp_path):
    html = page_of(exhibition_of(tmp_path, {"exhibition": HEAD, "works": [full(1)]}))
    assert '<p class="creator" lang="ar" dir="rtl">creator 1 شمس ar</p>' in html
    assert '<p class="creator" lang="ru" dir="ltr">creator 1 Щука ru</p>' in html


def test_what_is_not_translated_is_marked_with_the_language_it_is_in(tmp_path):
    works = [{"id": "a", "title": {"en": "Harvest"}, "alt": {"ru": "Поле"}, "picture": "a.png"}]
    html = page_of(
        exhibition_of(tmp_path, {"exhibition": {"title": {"en": "X"}, "languages": ["en", "ru"]}, "works": works})
    )
    assert '<span class="foreign">Harvest</span> <span class="tag" lang="en">[English]</span>' in html
    assert "Missing: title" in html
    assert "Missing: alt text" in html


def test_nothing_on_the_page_comes_from_elsewhere_or_runs(tmp_path):
    exhibition = exhibition_of(tmp_path, {"exhibition": HEAD, "themes": THEMES, "works": [full(1)]})
    html = page_of(exhibition, fonts=True)
    reader = read(html)
    assert not {"script", "link", "iframe", "object", "embed", "base"} & set(reader.tags)
    assert not any(name.startswith("on") or name in {"href", "srcset", "action"} for name, _ in reader.attributes)
    assert all(
        value and value.startswith("data:image/jpeg;base64,") for name, value in reader.attributes if name == "src"
    )
    addresses = re.findall(r"url\(([^)]{0,40})", html)
    assert len(addresses) == 5
    assert all(address.startswith("data:font/ttf;base64,") for address in addresses)
    assert "default-src 'none'" in html
    assert not re.search(r"https?:|//[a-z]", re.sub(r"base64,[\w+/=]+", "", html))


HOSTILE = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip) | (
    st.sampled_from(
        ("</style><script>alert(1)</script>", '"><img src=x onerror=y>', "&lt;b&gt;", "\u202e<b>", "--><!--")
    )
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(HOSTILE, HOSTILE, HOSTILE)
def test_no_text_gets_out_of_its_place(tmp_path, one, two, three):
    from kiosk.exhibition.model import Detail, Exhibition, Theme, Work
    from kiosk.exhibition.text import Text

    text = Text((("en", one), ("ar", two)))
    work = Work(
        id=three, picture=tmp_path / "x.png", title=text, description=text, alt=text, credit=Text((("", three),)),
        themes=(three,), details=(Detail((0, 0, 1, 1), text),), pair_with=two, accession=three,
    )  # fmt: skip
    exhibition = Exhibition(
        source=tmp_path / "manifest.yaml", folder=tmp_path, title=text, venue=text, languages=("en", "ar"),
        themes=(Theme(three, text, text),), works=(work,),
    )  # fmt: skip
    problem = Problem(rule="r", message=one, remedy=two, severity=Severity.HINT, work=three, field=three)
    failed = Failed(tmp_path / "x.png", "r", one, two)
    plain = work.__class__(id="x", picture=work.picture, title=Text((("en", "T"),)))
    usual = read(page_of(exhibition.__class__(**_fields(exhibition) | {"works": (plain,)}), failed)).tags
    html = page_of(exhibition, failed, (problem,))
    reader = read(html)
    assert set(reader.tags) <= set(usual) | {"h4", "br", "li", "ul"}
    assert not any(name.startswith("on") for name, _ in reader.attributes)
    said = "".join(reader.words)
    for words in (one, two, three):
        parts = [part.strip() for part in words.splitlines() if part.strip()]
        assert all(part in said for part in parts)


def _fields(struct: object) -> dict[str, object]:
    import msgspec

    return {name: getattr(struct, name) for name in (field.name for field in msgspec.structs.fields(struct))}


def test_a_broken_picture_is_a_card_with_its_reason(tmp_path):
    (tmp_path / "a.png").write_bytes(b"<html>404")
    exhibition = exhibition_of(tmp_path, {"exhibition": HEAD, "works": [full(1)]})
    (picture,) = small_pictures([tmp_path / "a.png"], tmp_path)
    assert isinstance(picture, Failed)
    html = page_of(exhibition, picture)
    assert f'<div class="card broken"><b><bdi>{picture.message.replace(chr(34), "&quot;")}' in html
    assert "<img" not in html


def test_pictures_come_small_and_in_order_whatever_they_are(tmp_path):
    for number in range(10):
        Image.new("RGB", (1000, 500), (number, 0, 0)).save(tmp_path / f"{number % 9}.png")
    Image.new("RGBA", (100, 900), (0, 0, 0, 0)).save(tmp_path / "clear.png")
    sources = [
        *(tmp_path / f"{number % 9}.png" for number in range(12)),
        None,
        tmp_path / "clear.png",
        tmp_path / "no.png",
    ]
    found = list(small_pictures(sources, tmp_path))
    assert [(each.width, each.height) for each in found[:12] if isinstance(each, Small)] == [(1000, 500)] * 12
    assert found[12] is None
    assert isinstance(found[13], Small)
    assert isinstance(found[14], Failed)
    (tmp_path / "out.jpg").write_bytes(found[0].jpeg)
    with Image.open(tmp_path / "out.jpg") as image:
        assert max(image.size) == SIDE
    (tmp_path / "out.jpg").write_bytes(found[13].jpeg)
    with Image.open(tmp_path / "out.jpg") as image:
        assert image.getpixel((0, 0)) == (255, 255, 255)


def test_a_sheet_is_there_whole_or_not_at_all(tmp_path):
    def parts():
        yield "half"
        raise OSError(28, "full")

    target = tmp_path / "sheet.html"
    target.write_text("before")
    with pytest.raises(OSError, match="full"):
        write_page(parts(), target)
    assert target.read_text() == "before"
    write_page(iter(("a", "b")), target)
    assert target.read_text() == "ab"
    assert list(tmp_path.iterdir()) == [target]


def test_parts_of_an_exhibition_are_chosen_by_work_and_theme(tmp_path):
    works = [full(1), full(2), full(3) | {"themes": []}]
    exhibition = exhibition_of(tmp_path, {"exhibition": HEAD, "themes": THEMES, "works": works})
    assert chosen_places(exhibition) == ((0, 1, 2), "")
    assert chosen_places(exhibition, ["w3"], ["t"])[0] == (0, 1, 2)
    assert chosen_places(exhibition, ["w2"]) == ((1,), "works w2")
    with pytest.raises(NoSuchPart, match=r'no work "w22"\. Did you mean "w2"'):
        chosen_places(exhibition, ["w22"])
    with pytest.raises(NoSuchPart, match='no theme "u"'):
        chosen_places(exhibition, [], ["u"])
    html = page_of(exhibition, places=(1,))
    assert "title 2 en" in html
    assert "title 1 en" not in html
    assert '<span class="number">2</span>' in html


def test_a_long_proof_is_in_parts_that_lead_to_each_other(tmp_path):
    works = [full(number) for number in range(1, 6)]
    exhibition = exhibition_of(tmp_path, {"exhibition": HEAD, "themes": THEMES, "works": works})
    whole = Problem(rule="r", message="All is odd.", remedy="", severity=Severity.HINT)
    last = Problem(rule="r", message="One is odd.", remedy="", severity=Severity.HINT, work="w5")
    parts = sheets_of(exhibition, JPEG, (whole, last), most=2)
    pages = [read("".join(page(sheet, works, exhibition, fonts=False))) for sheet, works in parts]
    assert [[n for n in range(1, 6) if f"title {n} en" in each.words] for each in pages] == [[1], [2, 3], [4, 5]]
    names = [f"./a%20sheet-{number}-of-3.html" for number in (1, 2, 3)]
    for number, each in enumerate(pages, start=1):
        assert [value for name, value in each.attributes if name == "href"] == names * 2
        assert f"Proof of title en, part {number} of 3" in each.words
    assert "2 of 3, works 2 to 3" in pages[1].words
    assert ["intro en" in each.words for each in pages] == [True, False, False]
    assert ["All is odd." in each.words for each in pages] == [True, False, False]
    assert ["One is odd." in each.words for each in pages] == [False, False, True]


def test_parts_are_about_as_long_and_sort_by_their_names(tmp_path):
    parts = volumes(tmp_path / "sheet.pdf", range(10_000))
    assert [part.file.name for part in parts] == sorted(part.file.name for part in parts)
    assert (parts[0].file.name, parts[-1].words) == ("sheet-01-of-40.pdf", "40 of 40, works 9,751 to 10,000")
    assert [place for part in parts for place in part.places] == list(range(10_000))
    assert [len(part.places) for part in volumes(tmp_path / "a.pdf", range(251))] == [125, 126]
    assert volumes(tmp_path / "a.pdf", range(250))[0].file == tmp_path / "a.pdf"
    assert volumes(tmp_path / "a.pdf", ())[0].words == ""
