"""XMP: packets of RDF in XML, as values by their names (ISO 16684-1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.text import UNTAGGED, Text, plain
from kiosk.staff.importing.markup import without_markup
from kiosk.staff.importing.texts import tag_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

MAX_BYTES = 8 * 1024 * 1024
_DEEPEST = 12
_MOST = 20_000
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ARRAYS = frozenset(f"{_RDF}{name}" for name in ("Alt", "Bag", "Seq"))
_SPACES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
    "http://ns.adobe.com/xap/1.0/rights/": "xmpRights",
    "http://ns.adobe.com/xmp/note/": "xmpNote",
    "http://ns.adobe.com/lightroom/1.0/": "lr",
    "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "Iptc4xmpCore",
    "http://iptc.org/std/Iptc4xmpExt/2008-02-29/": "Iptc4xmpExt",
}
"""The namespaces that are read, and their usual prefixes; exif, and with it GPS, is not among them."""


class BadPacket(Exception):
    """A packet that is no XML, or XML that nobody should read."""


class Value(msgspec.Struct, frozen=True):
    """A value: words, in a language or none; items of an array; or fields of a structure by their names."""

    words: str = ""
    language: str = UNTAGGED
    items: tuple[Value, ...] = ()
    fields: Mapping[str, Value] = {}

    def text(self) -> Text:
        """The value as a text: words alone, or those of each language.

        `x-default` repeats one of the languages, usually; where it does not, it is without one.
        """
        if not self.items:
            return plain(self.words) if self.language == UNTAGGED else Text(((self.language, self.words),))
        spoken = [(item.language, item.words) for item in self.items if item.words]
        tagged = {words for language, words in spoken if language != UNTAGGED}
        return Text(tuple(dict.fromkeys(pair for pair in spoken if pair[0] != UNTAGGED or pair[1] not in tagged)))

    def all(self) -> tuple[str, ...]:
        """The words of each item, or of the value itself."""
        return tuple(item.words for item in self.items if item.words) or ((self.words,) if self.words else ())

    def structures(self) -> tuple[Mapping[str, Value], ...]:
        """The structures of an array of them, or the value itself if it is one."""
        return tuple(item.fields for item in self.items if item.fields) or ((self.fields,) if self.fields else ())


def properties(packet: bytes) -> dict[str, Value]:
    """The values in a packet by their names, such as `dc:title`. Raises `BadPacket`."""
    found: dict[str, Value] = {}
    for description in _descriptions(_parsed(packet)):
        for name, value in _fields(description, _DEEPEST).items():
            found.setdefault(name, value)
    return found


def _parsed(packet: bytes) -> Element:
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415 (pictures without XMP never need it)

    if len(packet) > MAX_BYTES:
        raise BadPacket
    # Writers pad a packet with blanks, and a few with zeros, so that it can grow.
    try:
        root: Element = fromstring(packet.strip(b"\0 \t\r\n"), forbid_dtd=True)
    except (SyntaxError, ValueError, LookupError, RecursionError, UnicodeError) as error:
        raise BadPacket from error
    return root


def _descriptions(root: Element) -> list[Element]:
    """What is said of the picture itself; descriptions within it are of other things."""
    rdf = root if root.tag == f"{_RDF}RDF" else root.find(f".//{_RDF}RDF")
    return [] if rdf is None else rdf.findall(f"{_RDF}Description")[:_MOST]


def _fields(element: Element, deep: int) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for attribute, words in element.attrib.items():
        if name := _name(attribute):
            found.setdefault(name, Value(without_markup(words)))
    for child in element:
        if name := _name(child.tag):
            found.setdefault(name, _value(child, deep - 1))
    return found


def _value(element: Element, deep: int) -> Value:
    if deep <= 0:
        return Value()
    language = tag_of(element.get(_LANG))
    if element.get(f"{_RDF}parseType") == "Resource":
        return Value(language=language, fields=_fields(element, deep))
    for child in element:
        if child.tag in _ARRAYS:
            items = (_value(item, deep - 1) for item in list(child)[:_MOST])
            return Value(language=language, items=tuple(items))
        if child.tag == f"{_RDF}Description":
            return _qualified(_fields(child, deep), child, language)
    if any(_name(attribute) for attribute in element.attrib):
        return Value(language=language, fields=_fields(element, deep))
    return Value(without_markup(element.text or element.get(f"{_RDF}resource") or ""), language)


def _qualified(fields: dict[str, Value], element: Element, language: str) -> Value:
    """A structure, or a value with qualifiers that only its words are taken of."""
    inner = element.find(f"{_RDF}value")
    return (
        Value(without_markup(inner.text or ""), language)
        if inner is not None
        else Value(language=language, fields=fields)
    )


def _name(written: object) -> str:
    """A name with its usual prefix; empty for a namespace that is not read."""
    space, _, name = written[1:].partition("}") if isinstance(written, str) else ("", "", "")
    return f"{_SPACES[space]}:{name}" if space in _SPACES else ""


def merged(packets: Iterable[bytes]) -> tuple[dict[str, Value], bool]:
    """The values of several packets, the first to name one counts; and whether all of them could be read."""
    found: dict[str, Value] = {}
    sound = True
    for packet in packets:
        try:
            found = properties(packet) | found
        except BadPacket:
            sound = False
    return found, sound
