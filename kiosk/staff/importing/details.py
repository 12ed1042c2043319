"""Parts of a picture with words of their own, as an import keeps, compares and writes them.

Each is one line of JSON while it is compared, so that of a list the entries that a hand has added, changed or taken out
are told from those of the source.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kiosk.staff.importing.yaml_words import entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kiosk.staff.importing.draft import Detail

KEY = "details"


class Strange(Exception):
    """Details in a manifest that are not what an import writes."""


def comparable(details: Iterable[Detail]) -> list[str]:
    """The details of a source."""
    return [_line(at, text if isinstance(text, str) else dict(text)) for at, text in details]


def comparable_in(data: object) -> list[str] | None:
    """The details that a manifest has, from its plain data; None where it has none. Raises `Strange`."""
    if data is None:
        return None
    if not isinstance(data, list):
        raise Strange
    try:
        return [_line([float(part) for part in each["at"]], each["text"]) for each in data]
    except (KeyError, TypeError, ValueError) as error:
        raise Strange from error


def detail_lines(lines: Sequence[str], indent: str) -> Iterator[str]:
    """The key with these details, as the lines of a manifest."""
    yield f"{indent}{KEY}:"
    for line in lines:
        at, text = json.loads(line)
        yield f"{indent}  - at: [{', '.join(map(_share, at))}]"
        yield from entry("text", text, f"{indent}    ")


def _line(at: Sequence[float], text: object) -> str:
    if len(at) != 4 or not isinstance(text, str | Mapping):
        raise Strange
    return json.dumps([[round(part, 4) for part in at], text], ensure_ascii=False, sort_keys=True)


def _share(number: float) -> str:
    return f"{number:.4f}".rstrip("0").rstrip(".")
