"""Sound inputs that fuzzing begins with, and the words that make a difference in each kind."""

from __future__ import annotations

import io
import json
import zipfile
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from tests import bundles, drawn
from tests.staff.importing.iiif.museum import P2, P3

if TYPE_CHECKING:
    from pathlib import Path

_MANIFEST = """\
# yaml-language-server: $schema=manifest.schema.json
exhibition:
  title: {en: Rule and Chance, ar: القاعدة والصدفة}
  languages: [en, ar]
  opens: 2026-09-09
  closes: 2026-10-10
  label_order: creator-first
  brand: {wall: "#101214", accent: "#e0b050"}
themes:
  rural-life: {name: {en: Rural life}, teaser: "Fields and people."}
works:
  - id: harvest
    picture: pictures/harvest.jpg
    creator: Mary Example
    title: {en: "The harvest", ar: الحصاد}
    date: c. 1972
    medium: oil on canvas
    size_cm: [180, 240]
    description: |
      Two lines,
      and a second.
    themes: [rural-life]
    focus: [0.4, 0.3]
    safe: [0.1, 0.1, 0.9, 0.8]
    highlight: true
    pair_with: study
    show: {from: 2026-09-10, until: 2026-09-20}
    allow: {zoom: true}
    details: [{at: [0.1, 0.2, 0.3, 0.4], text: {en: Here}}]
  - {id: study, title: A study, pair_with: harvest}
"""
_TABLE = """\
\ufeffInv. No.;Title (en);Titel (de);Artist;Date;Medium;Dimensions;Image;Themes;Description
1972.4;"The ""red"" harvest";Die Ernte;"Example, Mary (1930-2001)";c. 1972;oil on canvas;180 x 240 cm;h.jpg;"a; b";"Two
lines"
1972.5;A study;Eine Studie;;;pencil;30 cm;;a;<p>Text</p>
"""
_WORDS = {
    "manifest": [
        "exhibition:",
        "title:",
        "works:",
        "-",
        "id:",
        "picture:",
        "themes:",
        "{",
        "}",
        "[",
        "]",
        "&",
        "*",
        "!",
        "!!python/object",
        "|",
        ">",
        "---",
        "...",
        "?",
        '"',
        "'",
        "null",
        "~",
        "yes",
        "0x1f",
        "1e999",
        ".nan",
        "2026-02-30",
        "../",
        "\\u0000",
        "en:",
        "ar:",
        "details:",
        "at:",
        "size_cm:",
        "show:",
        "<<",
        "\t",
        "\r\n",
        "\xa0",
    ],
    "table": [
        ",",
        ";",
        "\t",
        "|",
        '"',
        '""',
        "\r\n",
        "\n",
        "\r",
        "=",
        "@",
        "#",
        "Title",
        "Artist",
        "Image",
        "Date",
        "Dimensions",
        "180x240cm",
        "a;b",
        "\ufeff",
        "\x00",
        "<p>",
        "&amp;",
        "1e308",
        "../x.jpg",
    ],
    "iiif": [
        "{",
        "}",
        "[",
        "]",
        '"type":',
        '"items":',
        '"id":',
        '"@id":',
        '"@type":',
        '"sequences":',
        '"canvases":',
        '"images":',
        '"body":',
        '"label":',
        '"value":',
        '"metadata":',
        '"target":',
        '"Manifest"',
        '"Collection"',
        '"Canvas"',
        '"Annotation"',
        "null",
        "true",
        "-1",
        "1e400",
        '"#xywh=1,2,3,4"',
        '"en":',
        '"none"',
        '"@value":',
        "\\ud800",
        "\\u0000",
        '"../x.jpg"',
        '"data:image/png;base64,"',
    ],
    "bundle": [
        "PK\x03\x04",
        "PK\x01\x02",
        "PK\x05\x06",
        "PK\x06\x06",
        "PK\x06\x07",
        "../",
        "\\",
        ":",
        "\x00",
        "bundle.json",
        "ÿÿÿÿ",
        "\x08\x00",
        "c\x00",
    ],
    "picture": [
        "ÿØ",
        "ÿá",
        "ÿÙ",
        "ÿÚ",
        "ÿÂ",
        "Exif\x00\x00",
        "II*\x00",
        "MM\x00*",
        "\x89PNG",
        "IHDR",
        "IDAT",
        "iCCP",
        "eXIf",
        "RIFF",
        "WEBPVP8X",
        "ftypavif",
        "meta",
        "iloc",
        "GIF89a",
        "BM",
        "ÿÿÿÿ",
        "\x00\x00\x00\x00",
        "\x7fÿÿÿ",
        "http://ns.adobe.com/xap/1.0/\x00",
        "Photoshop",
        "3.0",
        "8BIM\x04\x04",
    ],
}


def words(target: str) -> list[bytes]:
    """What is put into an input of a target, or in the place of some of it."""
    coding = "latin-1" if target in ("bundle", "picture") else "utf-8"
    return [word.encode(coding, "surrogatepass") for word in _WORDS[target] if word]


@cache
def seeds(target: str) -> tuple[bytes, ...]:
    """Sound inputs of a target."""
    return tuple(_SEEDS[target]())


def _manifests() -> list[bytes]:
    small = "works:\n- {id: a}\n"
    flow = json.dumps({"works": [{"id": "a"}]})
    return [_MANIFEST.encode(), _MANIFEST.encode("utf-16"), small.encode(), flow.encode()]


def _tables() -> list[bytes]:
    commas = "Title,Artist,Image\nHarvest,Mary,a.jpg\nStudy,,\n"
    tabs, old = commas.replace(",", "\t"), "Titel;Maß\nÄ;3 cm\n"
    return [_TABLE.encode(), commas.encode(), tabs.encode("utf-16"), old.encode("cp1252")]


def _iiif() -> list[bytes]:
    return [msgspec.json.encode(each) for each in (P3, P2)]


def _bundles() -> list[bytes]:
    whole = io.BytesIO()
    contents = bundles.files(size=40)
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("bundle.json", bundles.encode(bundles.described(contents)))
        for name, data in contents.items():
            packed.writestr(name, data)
    raw = bundles.listed(contents)
    for name, data in contents.items():
        raw.add(name, data)
    return [raw.end(), whole.getvalue()]


def _pictures() -> list[bytes]:
    small = drawn.quarters(size=(24, 16))
    forms = [drawn.saved(small, form) for form in ("PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF")]
    progressive = drawn.jpeg(small, progressive=True)
    return [drawn.jpeg(small), progressive, drawn.turned(6), drawn.palette(transparent=True), *forms]


_SEEDS = {"manifest": _manifests, "table": _tables, "iiif": _iiif, "bundle": _bundles, "picture": _pictures}


def write_corpus(target: str, folder: Path) -> Path:
    """Seeds as files in a folder, and a dictionary beside it, as libFuzzer reads them; the dictionary."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(target)):
        (folder / f"seed-{number}").write_bytes(seed)
    dictionary = folder.with_suffix(".dict")
    dictionary.write_text("".join(f'"{_escaped(word)}"\n' for word in words(target)), "ascii")
    return dictionary


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word)
