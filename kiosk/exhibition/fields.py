"""From plain data to the structs that declare a file's keys, a bad value costing only itself."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

import msgspec

from kiosk.exhibition.guarded_yaml import Flag
from kiosk.exhibition.keys import WordsOrMap, choices, facts_of, keys_of
from kiosk.exhibition.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.exhibition.findings import Findings
    from kiosk.exhibition.guarded_yaml import FieldPath
    from kiosk.exhibition.keys import KeyFacts

S = TypeVar("S", bound=msgspec.Struct)

_NONE: Mapping[str, object] = MappingProxyType({})
_DROPPED: Any = object()
"""In place of a value that is not used."""


def read_struct(
    kind: type[S], data: object, path: FieldPath, findings: Findings, work: str = "", **stand_ins: object
) -> S | None:
    """`data` as a `kind`, every problem in it noted in `findings`; values with problems keep their defaults.

    `stand_ins` take the place of required keys that have no usable value. None when `data` is not a mapping, or when
    a required key has neither.
    """
    try:
        return msgspec.convert(data, kind, strict=False)
    except msgspec.ValidationError:
        struct = _Reader(findings, work).struct(kind, data, path, stand_ins)
        return None if struct is _DROPPED else struct


class _Reader:
    """Goes through data key by key, to find all problems instead of the first."""

    def __init__(self, findings: Findings, work: str) -> None:
        self._findings = findings
        self._work = work

    def struct(
        self, kind: type[msgspec.Struct], data: object, path: FieldPath, stand_ins: Mapping[str, object] = _NONE
    ) -> Any:
        if not isinstance(data, dict):
            self._add("wrong-value", path, f"Expected keys with values, found {describe(data)}.", "Write key: value.")
            return _DROPPED
        known = keys_of(kind)
        values: dict[str, Any] = {}
        for name, value in data.items():
            if name not in known:
                self._unknown(name, path, known)
            elif value is not None:
                values[known[name].attribute] = self._value(known[name], value, (*path, name))
        for facts in known.values():
            if facts.required and facts.attribute not in values:
                self._missing(facts, path)
        values = {**stand_ins, **{name: value for name, value in values.items() if value is not _DROPPED}}
        complete = all(facts.attribute in values for facts in known.values() if facts.required)
        return kind(**values) if complete else _DROPPED

    def _value(self, facts: KeyFacts, value: object, path: FieldPath) -> Any:
        kind, origin = facts.type, get_origin(facts.type)
        if facts.auto and value == "auto":
            return None
        if kind is bool and isinstance(value, Flag):
            return value.value
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            return self.struct(kind, value, path)
        if kind == WordsOrMap and isinstance(value, dict):
            return self._words(facts, value, path)
        if origin is list and isinstance(value, list):
            inner = facts_of(get_args(kind)[0])
            entries = (self._value(inner, entry, (*path, index)) for index, entry in enumerate(value))
            return [entry for entry in entries if entry is not _DROPPED]
        if origin is dict and isinstance(value, dict):
            inner = facts_of(get_args(kind)[1])
            named = {name: self._value(inner, entry, (*path, name)) for name, entry in value.items()}
            return {name: entry for name, entry in named.items() if entry is not _DROPPED}
        return self._convert(facts, value, path)

    def _words(self, facts: KeyFacts, value: dict[str, object], path: FieldPath) -> dict[str, str | None]:
        words: dict[str, str | None] = {}
        for language, said in value.items():
            if said is None or isinstance(said, str):
                words[language] = said
            else:
                self._misfit(facts, said, (*path, language), expects="text")
        return words

    def _convert(self, facts: KeyFacts, value: object, path: FieldPath) -> Any:
        culprit: tuple[FieldPath, Any] = (), value
        for form in (value, _with_numbers(value)):
            try:
                return msgspec.convert(form, facts.annotation, strict=False)
            except msgspec.ValidationError as error:
                culprit = _culprit(str(error), value)
        part, found = culprit
        self._misfit(facts, found, (*path, *part))
        return _DROPPED

    def _misfit(self, facts: KeyFacts, found: object, path: FieldPath, expects: str = "") -> None:
        guess = self._findings.suggest(found, choices(facts.type)) if isinstance(found, str) else ""
        message = f"Expected {expects or facts.expects or 'another value'}, found {describe(found)}.{guess}"
        remedy = f"Write, for example, {facts.example}." if facts.example else "Correct or remove it."
        self._add("wrong-value", path, message, remedy)

    def _unknown(self, name: str, path: FieldPath, known: dict[str, KeyFacts]) -> None:
        guess = self._findings.suggest(name, known)
        message = f'The key "{name}" is not known here.{guess}'
        remedy = "Correct or remove it." if guess else f"Use one of {', '.join(known)}."
        self._findings.add("unknown-key", (*path, name), message, remedy, Severity.WARNING, work=self._work, key=True)

    def _missing(self, facts: KeyFacts, path: FieldPath) -> None:
        example = f"Add {facts.name}: {facts.example}." if facts.example else f"Add {facts.name}."
        self._add("missing-key", (*path, facts.name), f'"{facts.name}" is missing.', example)

    def _add(self, rule: str, path: FieldPath, message: str, remedy: str) -> None:
        self._findings.add(rule, path, message, remedy, work=self._work)


_NUMBER = re.compile(r"[-+]?(?:\d+\.?|\d*\.\d+)(?:[eE][-+]?\d+)?", re.ASCII)


def _with_numbers(value: Any) -> Any:
    """A value, or a list of values, with the numbers that YAML knows and JSON does not, such as `.5` and `+1`."""
    if isinstance(value, list):
        return [_with_numbers(entry) for entry in value]
    return value if not isinstance(value, str) or not _NUMBER.fullmatch(value) or value.isdigit() else float(value)


_STEPS = re.compile(r"\.([^.\[`]+)|\[(\d+)\]")


def _culprit(message: str, value: Any) -> tuple[FieldPath, Any]:
    """The part of `value` that msgspec's message is about: the way there, and the part itself."""
    part: list[str | int] = []
    for name, index in _STEPS.findall(message.partition(" - at `$")[2]):
        step = int(index) if index else name
        try:
            value = value[step]
        except (LookupError, TypeError):
            break
        part.append(step)
    return tuple(part), value


_SHORT = 40


def describe(value: object) -> str:
    """What was found in the file, in words for staff."""
    if value is None:
        return "nothing"
    if isinstance(value, str):
        shown = value if len(value) <= _SHORT else value[: _SHORT - 1] + "…"
        return f'"{shown}"'.replace("\n", " ")
    if isinstance(value, dict):
        return f"the keys {', '.join(list(value)[:4])}" if value else "an empty group { }"
    return f"a list of {len(value)}" if isinstance(value, list) else str(value)
