"""A work as lines of YAML that people like to read and change: plain words where YAML lets them be plain."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Data = str | Sequence[str] | Mapping[str, str]
"""Words, a list of words, or words by language, as they come back when the manifest is read."""

WIDTH = 110
_INDICATORS = "-?:,[]{}#&*!|>'\"%@` "
_ENDS_PLAIN = re.compile(r": |:$| #|\s$|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_OTHER_TYPE = re.compile(
    r"(?i:y|n|yes|no|on|off|true|false|null|~|\.nan|[-+]?\.inf)?"
    r"|[-+]?[\d.][\d_,.:]*(?:e[-+]?\d+)?|0[xo][\da-f_]+|=|<<|---|\.\.\."
    r"|\d{4}-\d\d?-\d\d?(?:[Tt ].*)?",
    re.IGNORECASE,
)
"""What YAML 1.1 or 1.2 would not take for text."""
_IN_FLOW = re.compile(r"[,\[\]{}]|:\S")


def entry(key: str, value: Data, indent: str) -> Iterator[str]:
    """The lines of a key and its value."""
    if isinstance(value, str):
        yield from _words(key, value, indent)
    elif isinstance(value, Mapping):
        pairs = ", ".join(f"{name}: {scalar(words, flow=True)}" for name, words in value.items())
        flow = f"{indent}{key}: {{{pairs}}}"
        if len(flow) <= WIDTH and not any("\n" in words for words in value.values()):
            yield flow
        else:
            yield f"{indent}{key}:"
            for name, words in value.items():
                yield from _words(name, words, f"{indent}  ")
    else:
        yield f"{indent}{key}: [{', '.join(scalar(words, flow=True) for words in value)}]"


def numbers(key: str, value: Data, indent: str) -> str:
    """The line of a key whose value is a number or a list of numbers, given as words."""
    words = value if isinstance(value, str) else f"[{', '.join(value)}]"
    return f"{indent}{key}: {words}"


def scalar(words: str, *, flow: bool = False) -> str:
    """Words in one line, in quotes where they would be taken for something else."""
    plain = (
        words
        and words[0] not in _INDICATORS
        and not _ENDS_PLAIN.search(words)
        and not _OTHER_TYPE.fullmatch(words)
        and not (flow and _IN_FLOW.search(words))
    )
    return words if plain else _quoted(words)


def _words(key: str, words: str, indent: str) -> Iterator[str]:
    line = f"{indent}{key}: {scalar(words)}"
    if len(line) <= WIDTH and "\n" not in words:
        yield line
    elif _foldable(words):
        yield f"{indent}{key}: >-"
        yield from _folded(words, f"{indent}  ")
    else:
        yield line


def _foldable(words: str) -> bool:
    """Whether a folded block gives the same words back."""
    lines = words.split("\n")
    if (
        not lines[0]
        or not lines[-1]
        or re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", words)
    ):
        return False
    return all(line == line.strip() and "  " not in line for line in lines)


def _folded(words: str, indent: str) -> Iterator[str]:
    width = max(40, WIDTH - len(indent))
    paragraph_ended = False
    for line in words.split("\n"):
        if paragraph_ended:
            yield ""
        parts = textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) if line else []
        yield from (f"{indent}{part}" for part in parts)
        paragraph_ended = True


def _quoted(words: str) -> str:
    escaped = json.dumps(words, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", lambda found: f"\\u{ord(found[0]):04x}", escaped)
