"""Figures in words, as node_exporter's textfile collector reads them: Prometheus' text format, version 0.0.4.

OpenMetrics 1.0 differs where that collector does not follow: the TYPE of a counter without `_total`, the type `info`
(docs/decisions/0044). Names, units and the last line are as both want them.
"""

from __future__ import annotations

from enum import StrEnum
from math import inf
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kiosk.fleet.histogram import Histogram

END = "# EOF\n"
"""Says that the file is whole; for 0.0.4 it is a comment."""


class Kind(StrEnum):
    """What a number does: a counter only grows, until the program starts again."""

    COUNTER = "counter"
    GAUGE = "gauge"
    HISTOGRAM = "histogram"


class Family(NamedTuple):
    """A figure: its name, with the unit last, what it does, and what it is."""

    name: str
    kind: Kind
    about: str


class Sample(NamedTuple):
    """A number of a family. `suffix` and `labels` as its kind wants them."""

    number: float
    labels: Mapping[str, str] = {}
    suffix: str = ""


def samples_of(histogram: Histogram) -> Iterator[Sample]:
    """Its numbers: how many were no longer than each limit, and all together."""
    for limit, count in histogram.up_to():
        yield Sample(count, {"le": "+Inf" if limit == inf else _number(limit)}, "_bucket")
    yield Sample(histogram.total, suffix="_sum")
    yield Sample(histogram.count, suffix="_count")


def exposed(families: Iterable[tuple[Family, Iterable[Sample]]], labels: Mapping[str, str]) -> str:
    """The whole file; each sample has these `labels`, too. A family without a sample is left out."""
    lines: list[str] = []
    for family, samples in families:
        told = [_line(family.name + sample.suffix, {**labels, **sample.labels}, sample.number) for sample in samples]
        if told:
            lines += [f"# HELP {family.name} {_escaped(family.about)}", f"# TYPE {family.name} {family.kind}", *told]
    return "".join(f"{line}\n" for line in lines) + END


def _line(name: str, labels: Mapping[str, str], number: float) -> str:
    inside = ",".join(f'{label}="{_quoted(words)}"' for label, words in labels.items())
    return f"{name}{{{inside}}} {_number(number)}"


def _number(number: float) -> str:
    return str(int(number)) if number == int(number) else repr(float(number))


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("\n", "\\n")


def _quoted(words: str) -> str:
    return _escaped(words).replace('"', '\\"').encode("utf-8", "replace").decode()
