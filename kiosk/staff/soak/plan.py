"""What visitors do in a soak, from a seed: visit after visit, each a few acts, with the pauses that people make.

How long and how often people use an exhibit is taken from what is known of exhibits like it: most stay for less than
a minute or two (B. Serrell: Paying Attention: Visitors and Museum Exhibitions, 1998), a few for long; between two of
them the screen invites.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum, auto
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ACTS = 9
"""On average in a visit; their number falls off geometrically, as visitors leave whenever they have had enough."""
PAUSE_S = 4.0
"""Between two acts, on average."""
EMPTY_S = 120.0
"""Between two visits, on average; they come by themselves, so that these are spread exponentially."""
WALKS_OFF = 0.8
"""Of all visitors those who just walk off: the screen has to notice."""


class Deed(StrEnum):
    """What a visitor does: `aims` says at what."""

    TAP = auto()
    TAP_TWICE = auto()
    SWIPE = auto()
    PINCH = auto()
    WHEEL = auto()
    KEYS = auto()
    WRITE = auto()
    DRUM = auto()
    STAND_STILL = auto()


@dataclass(frozen=True, slots=True)
class Wish:
    """Something that visitors want, in words, and the deeds that lead there.

    Each deed is aimed at the first of some places on the screen, `kind` or `kind:icon` of QML; "" is anywhere.
    """

    name: str
    steps: tuple[tuple[Deed, tuple[str, ...]], ...]
    share: int


@dataclass(frozen=True, slots=True)
class Act:
    """One deed: aimed at the first of these places that is there, and where in it (0..1 across and down).

    `pick` (0..1) chooses among several, `turn` (0..1) says which way. `pause_s` passes before it.
    """

    wish: str
    deed: Deed
    aims: tuple[str, ...]
    across: float
    down: float
    pick: float
    turn: float
    pause_s: float


@dataclass(frozen=True, slots=True)
class Visit:
    """`empty_s` after the one before; a visitor who does not walk off goes home by the keys or the button for it."""

    empty_s: float
    acts: tuple[Act, ...]
    walks_off: bool


def _tap(*aims: str) -> tuple[Deed, tuple[str, ...]]:
    return Deed.TAP, aims


CLOSE = ("IconButton:close", "IconButton:whole", "")
WISHES = (
    Wish("next", (_tap("IconButton:next", "IconButton:previous", ""),), 16),
    Wish("previous", (_tap("IconButton:previous", ""),), 5),
    Wish("swipe", ((Deed.SWIPE, ("StageView", "WallView", "")),), 12),
    Wish("filmstrip", (_tap("Thumbnail", "Filmstrip", ""),), 4),
    Wish("filter", (_tap("Chip"), _tap("Chip")), 8),
    Wish("wall", (_tap("IconButton:wall"), (Deed.SWIPE, ("WallView",)), _tap("Thumbnail")), 8),
    Wish("sort", (_tap("IconButton:wall"), _tap("WordButton", "SortMenu"), _tap("Choice", "WordButton")), 4),
    Wish("jump", (_tap("IconButton:wall"), _tap("JumpStrip"), (Deed.SWIPE, ("JumpStrip", "WallView"))), 2),
    Wish(
        "search",
        (
            _tap("IconButton:wall"),
            _tap("IconButton:search", "SearchField"),
            _tap("Key"),
            _tap("Key"),
            _tap("Key"),
            _tap("Thumbnail", "IconButton:close"),
        ),
        5,
    ),
    Wish("write", ((Deed.WRITE, ("",)), (Deed.KEYS, ("",))), 2),
    Wish("zoom", (_tap("IconButton:closer"), _tap("IconButton:plus"), _tap("IconButton:plus"), _tap(*CLOSE)), 5),
    Wish(
        "pinch",
        ((Deed.PINCH, ("StageWork", "StageView")), (Deed.PINCH, ("CloserView", "")), (Deed.SWIPE, ("CloserView", ""))),
        6,
    ),
    Wish("double tap", ((Deed.TAP_TWICE, ("StageWork", "CloserView", "")), (Deed.WHEEL, ("CloserView", ""))), 4),
    Wish("details", (_tap("IconButton:closer"), _tap("IconButton:details", "IconButton:label"), _tap(*CLOSE)), 3),
    Wish("life size", (_tap("IconButton:closer"), _tap("IconButton:life-size"), _tap(*CLOSE)), 2),
    Wish("read the label", ((Deed.SWIPE, ("Label",)), (Deed.SWIPE, ("Label",))), 8),
    Wish("language", (_tap("IconButton:language"), _tap("Choice")), 5),
    Wish("comfort", (_tap("IconButton:comfort"), _tap("Choice"), _tap("SwitchRow"), _tap("IconButton:comfort")), 3),
    Wish("about", (_tap("AboutButton"), (Deed.SWIPE, ("AboutCard", "")), _tap("IconButton:close", "")), 2),
    Wish("pause", (_tap("IconButton:pause", "IconButton:play"),), 3),
    Wish("wheel", ((Deed.WHEEL, ("WallView", "Label", "")),), 2),
    Wish("keys", ((Deed.KEYS, ("",)), (Deed.KEYS, ("",))), 6),
    Wish("anywhere", (_tap(""),), 6),
    Wish("drum", ((Deed.DRUM, ("",)),), 2),
    Wish("think", ((Deed.STAND_STILL, ("",)),), 2),
)


def visits(seed: int) -> Iterator[Visit]:
    """The visits of a kiosk's life, without end; the same for the same seed."""
    chance = Random(seed)
    while True:
        yield _visit(chance)


def _visit(chance: Random) -> Visit:
    wanted = chance.choices(WISHES, [wish.share for wish in WISHES], k=1 + _geometric(chance, ACTS / 2))
    acts = [_act(chance, wish.name, deed, aims) for wish in wanted for deed, aims in wish.steps]
    return Visit(chance.expovariate(1 / EMPTY_S), tuple(acts), chance.random() < WALKS_OFF)


def _act(chance: Random, wish: str, deed: Deed, aims: tuple[str, ...]) -> Act:
    """A pause is spread as people's are: few are very short, some are long."""
    spread = 0.8
    pause_s = chance.lognormvariate(math.log(PAUSE_S) - spread**2 / 2, spread)
    across, down, pick, turn = (chance.random() for _ in range(4))
    return Act(wish, deed, aims, across, down, pick, turn, pause_s)


def _geometric(chance: Random, mean: float) -> int:
    return int(math.log(1 - chance.random()) / math.log(1 - 1 / mean))
