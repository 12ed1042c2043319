"""The events of a YAML text, within limits that honest files never meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from kiosk.exhibition.yaml_refusals import Place, Refusal, syntax

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 32
FREE_NODES = 200_000
CHARACTERS_PER_NODE = 5
"""Beyond `FREE_NODES` a file may hold one value for every so many characters; honest manifests need 7 or more."""

SCALAR, BEGIN_MAP, BEGIN_LIST, END = range(4)
_KINDS = {
    ScalarEvent: SCALAR,
    MappingStartEvent: BEGIN_MAP,
    SequenceStartEvent: BEGIN_LIST,
    MappingEndEvent: END,
    SequenceEndEvent: END,
}


def events(text: str) -> Iterator[tuple[int, Any]]:
    """What the one document in `text` holds, in the order of the file. Raises `Refusal`.

    Each item is SCALAR, BEGIN_MAP, BEGIN_LIST or END, with the event of libyaml that says more.
    """
    depth = nodes = 0
    for event in _parsed(text):
        kind = _KINDS.get(type(event))
        if kind is None:
            continue
        if kind == END:
            depth -= 1
        else:
            nodes += 1
            if nodes > FREE_NODES and nodes - FREE_NODES > event.start_mark.index // CHARACTERS_PER_NODE:
                raise Refusal("too-many-values", place_of(event))
            if event.anchor is not None:
                raise Refusal("anchor", place_of(event), name=event.anchor)
            if event.tag is not None:
                raise Refusal("tag", place_of(event), name=event.tag)
            if kind != SCALAR:
                depth += 1
                if depth > MAX_DEPTH:
                    raise Refusal("too-deep", place_of(event), limit=MAX_DEPTH)
        yield kind, event


def place_of(event: Any) -> Place:
    """Where an event begins."""
    return Place(event.start_mark.line + 1, event.start_mark.column + 1)


def _parsed(text: str) -> Iterator[Any]:
    """All events of the one document in `text`, without aliases."""
    documents = 0
    try:
        for event in yaml.parse(text, yaml.CSafeLoader):
            kind = type(event)
            if kind is AliasEvent:
                raise Refusal("alias", place_of(event), name=event.anchor)  # type: ignore[attr-defined]
            if kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise Refusal("second-document", place_of(event))
            elif kind is StreamEndEvent and not documents:
                raise Refusal("empty", Place(1, 1))
            yield event
    except yaml.YAMLError as error:
        raise syntax(error, text) from error
