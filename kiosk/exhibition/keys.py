"""How the keys of a file are declared: an `Annotated` type with `key(...)` in a struct.

The same declaration checks what is written, words the problem when it does not fit, and makes the JSON Schema and the
reference table.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec
from msgspec import Meta


def key(description: str = "", *, expects: str = "", example: str = "", auto: bool = False) -> Meta:
    """What a key means, what belongs there in words, and an example as it stands in the file.

    With `auto` the word auto may be written and means None, that is: the program decides.
    """
    return Meta(
        description=description or None,
        examples=[example] if example else None,
        extra={"expects": expects, "auto": auto},
    )


WordsOrMap = str | dict[str, str | None]
Words = Annotated[
    WordsOrMap,
    key(expects="text, or texts by language", example="{en: In English, ru: По-русски}"),
]
Day = Annotated[dt.date, key(expects="a date (year-month-day)", example="2026-09-09")]
Share = Annotated[float, Meta(ge=0, le=1), key(expects="a number from 0 to 1", example="0.5")]
Switch = Annotated[bool, key(expects="true or false", example="true")]
Name = Annotated[str, Meta(max_length=200, pattern="^[^\\x00-\\x1f\\x7f]+$"), key(expects="a short text in one line")]
Named = Annotated[str, Meta(min_length=1, max_length=4096, pattern="^[^\\x00]+$")]
"""A file or folder, by a name that every system can be asked for: none of them takes the sign with the number 0."""


class KeyFacts(msgspec.Struct, frozen=True):
    """What is declared about one key.

    `name` is what the file calls it and `attribute` what the struct does. `annotation` is the whole declared type,
    `type` the bare one, without annotations and None.
    """

    name: str
    attribute: str
    annotation: Any
    type: Any
    description: str = ""
    expects: str = ""
    example: str = ""
    auto: bool = False
    required: bool = False
    default: object = None


def keys_of(struct: type[msgspec.Struct]) -> dict[str, KeyFacts]:
    """The keys that `struct` declares, by the name they have in the file."""
    known = _known.get(struct)
    if known is None:
        known = _known[struct] = {field.encode_name: _facts(field) for field in msgspec.structs.fields(struct)}
    return known


_known: dict[type[msgspec.Struct], dict[str, KeyFacts]] = {}


def _facts(field: msgspec.structs.FieldInfo) -> KeyFacts:
    default = None if field.default is msgspec.NODEFAULT else field.default
    if field.default_factory is not msgspec.NODEFAULT:
        default = field.default_factory()
    facts = facts_of(field.type)
    return msgspec.structs.replace(
        facts, name=field.encode_name, attribute=field.name, required=field.required, default=default
    )


def facts_of(annotation: Any) -> KeyFacts:
    """What an annotated type alone declares, such as that of the entries of a list."""
    bare, metas = unwrap(annotation)
    extras = [meta.extra or {} for meta in metas]
    return KeyFacts(
        name="",
        attribute="",
        annotation=annotation,
        type=bare,
        description=next((meta.description for meta in metas if meta.description), ""),
        expects=next((extra["expects"] for extra in extras if extra.get("expects")), _options(bare)),
        example=next((meta.examples[0] for meta in metas if meta.examples), ""),
        auto=any(extra.get("auto") for extra in extras),
    )


def choices(bare: Any) -> tuple[str, ...]:
    """The words that a bare type allows, where it is a choice of words."""
    if isinstance(bare, type) and issubclass(bare, StrEnum):
        return tuple(bare)
    return get_args(bare) if get_origin(bare) is Literal else ()


def _options(bare: Any) -> str:
    words = choices(bare)
    return f"one of {', '.join(words)}" if words else ""


def unwrap(annotation: Any) -> tuple[Any, list[Meta]]:
    """A type without annotations and None, and its annotations from the outermost in."""
    metas: list[Meta] = []
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *inner = get_args(annotation)
            metas += [meta for meta in reversed(inner) if isinstance(meta, Meta)]
        elif get_origin(annotation) in (Union, UnionType) and type(None) in get_args(annotation):
            annotation = Union[tuple(member for member in get_args(annotation) if member is not type(None))]  # noqa: UP007 - made of a tuple
        else:
            return annotation, metas
