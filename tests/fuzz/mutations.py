"""Inputs near sound ones, for Hypothesis, which makes those that break something as small as it can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from tests.fuzz.seeds import seeds, words

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

MOST_CHANGES = 8


def inputs(target: str) -> SearchStrategy[bytes]:
    """What a target may be given: a sound input with a few changes, or anything at all."""
    return st.one_of(_near(target), st.binary(max_size=200), _of_words(target))


def _of_words(target: str) -> SearchStrategy[bytes]:
    pieces = st.one_of(st.sampled_from(words(target)), st.sampled_from([b" ", b"\n", b"  ", b"a", b"1"]))
    return st.lists(pieces, max_size=30).map(b"".join)


@st.composite
def _near(draw: DrawFn, target: str) -> bytes:
    data = bytearray(draw(st.sampled_from(seeds(target))))
    known = words(target)
    for _ in range(draw(st.integers(0, MOST_CHANGES))):
        at = draw(st.integers(0, len(data)))
        end = min(len(data), at + draw(st.integers(0, 40)))
        change = draw(st.integers(0, 6))
        if change == 0:
            data[at:end] = draw(st.binary(max_size=8))
        elif change == 1:
            data[at:at] = draw(st.sampled_from(known))
        elif change == 2:
            data[at:end] = draw(st.sampled_from(known))
        elif change == 3:
            del data[at:end]
        elif change == 4:
            data[at:at] = data[at:end] * draw(st.integers(1, 20))
        elif change == 5:
            del data[at:]
        elif at < len(data):
            data[at] ^= 1 << draw(st.integers(0, 7))
    return bytes(data)
