"""What the bridge is given in its tests: an exhibition of any size, a clock that is set, pictures made on demand."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.bridge.pictures.shelf import Shelf
from kiosk.exhibition.model import Exhibition, Theme, Work
from kiosk.exhibition.text import Text, plain
from kiosk.pictures.orders import Failed, Header, Identity, Measured, PyramidReady, Ready, Rendition, Stamp, TilesMade
from kiosk.pictures.workers.survey import Survey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kiosk.exhibition.problems import Problem
    from kiosk.pictures.orders import Box
    from kiosk.pictures.pyramid import Tile
    from kiosk.pictures.storage.quarantine import Quarantine
    from kiosk.pictures.workers.jobs import WhenDone, WhenMeasured
    from kiosk.pictures.workers.tilebook import WhenPyramidDone, WhenTilesMade

FOLDER = Path("exhibition").resolve()
SIZE = (1500, 1000)
IDENTITY = Identity(Stamp(1, 1), b"0123456789abcdef")


def exhibition(
    works: int = 5, themes: int = 3, languages: tuple[str, ...] = ("en", "ar"), **more: object
) -> Exhibition:
    """`works` works; work i carries theme i % `themes`. Every tenth, from the fifth on, has no picture."""
    return Exhibition(
        source=FOLDER / "manifest.yaml",
        folder=FOLDER,
        title=Text((("en", "Rule and Chance"), ("ar", "القاعدة والصدفة"))),
        languages=languages,
        themes=tuple(
            Theme(f"theme-{n}", Text((("en", f"Theme {n}"), ("ar", f"موضوع {n}"))), plain(f"About theme {n}"))
            for n in range(themes)
        ),
        works=tuple(
            Work(
                id=f"work-{n}",
                picture=None if n % 10 == 4 else source(n),
                title=Text((("en", f"Work {n}"), ("ar", f"عمل {n}"))),
                creator=plain("A Maker"),
                themes=(f"theme-{n % themes}",) if themes else (),
            )
            for n in range(works)
        ),
        **more,  # type: ignore[arg-type]
    )


def source(work: int) -> Path:
    """The picture of a work."""
    return FOLDER / f"{work}.jpg"


def rendition(picture: Path, box: Box | None, size: Box = SIZE) -> Rendition:
    """A picture made ready; nobody looks into the files."""
    screen = picture.with_suffix(f".{box[0]}x{box[1]}.jpg") if box else None
    return Rendition(screen, picture.with_suffix(".preview.jpg"), *size, IDENTITY)


class Clock:
    """A clock that shows what it is set to, in seconds."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class FakeCache:
    """Remembers what a test puts into `made` and `sizes`."""

    made: dict[tuple[Path, Box | None], Rendition] = field(default_factory=dict)
    sizes: dict[Path, Box] = field(default_factory=dict)
    held: list[Rendition | Path] = field(default_factory=list)
    renewed: int = 0
    tiles: dict[tuple[Path, Tile], Path] = field(default_factory=dict)

    def tiles_folder(self, picture: Path) -> Path:
        return picture.with_suffix(".tiles")

    def tile(self, picture: Path, tile: Tile) -> Path | None:
        return self.tiles.get((picture, tile))

    def discard_tile(self, picture: Path, tile: Tile) -> None:
        self.tiles.pop((picture, tile), None)

    def find_seen(self, picture: Path, box: Box | None) -> Rendition | None:
        return self.made.get((picture, box))

    def has_looked(self, _: Path) -> bool:
        return True

    def discard(self, rendition: Rendition) -> None:
        self.made = {place: made for place, made in self.made.items() if made.preview != rendition.preview}

    def hold(self, made: Rendition | Path) -> None:
        self.held.append(made)

    def release(self, made: Rendition | Path) -> None:
        self.held.remove(made)

    def renew(self) -> None:
        self.renewed += 1

    def known_sizes(self, sources: Iterable[Path]) -> dict[Path, Box]:
        return {picture: self.sizes[picture] for picture in sources if picture in self.sizes}


@dataclass(eq=False)
class Order:
    """An order that waits."""

    source: Path
    box: Box | None
    urgency: int
    done: WhenDone


@dataclass
class TilesOrder:
    """An order for tiles that waits."""

    source: Path
    urgency: int
    tiles_made: WhenTilesMade
    done: WhenPyramidDone


@dataclass
class FakeWorkshop:
    """Takes orders and makes them when the test says so."""

    orders: list[Order] = field(default_factory=list)
    measuring: list[tuple[tuple[Path, ...], WhenMeasured]] = field(default_factory=list)
    tiling: list[TilesOrder] = field(default_factory=list)

    def order(self, picture: Path, folder: Path, box: Box | None, urgency: int, done: WhenDone) -> Order:
        assert folder == FOLDER
        self.orders.append(Order(picture, box, urgency, done))
        return self.orders[-1]

    def withdraw(self, order: Order) -> None:
        self.orders.remove(order)

    def change(self, order: Order, urgency: int) -> None:
        order.urgency = urgency

    def measure(self, sources: Sequence[Path], folder: Path, done: WhenMeasured) -> None:
        assert folder == FOLDER
        self.measuring.append((tuple(sources), done))

    def order_tiles(
        self, picture: Path, folder: Path, urgency: int, tiles_made: WhenTilesMade, done: WhenPyramidDone
    ) -> None:
        assert folder == FOLDER
        self.tiling.append(TilesOrder(picture, urgency, tiles_made, done))

    def withdraw_tiles(self, picture: Path) -> None:
        self.tiling = [order for order in self.tiling if order.source != picture]

    def cut(self, cache: FakeCache, order: TilesOrder, tiles: Sequence[Tile]) -> None:
        """Have these tiles of an order made; nobody looks into the files."""
        names = {tile: order.source.with_suffix(f".{tile.level}-{tile.column}-{tile.row}.jpg") for tile in tiles}
        cache.tiles.update({(order.source, tile): file for tile, file in names.items()})
        order.tiles_made(TilesMade(order.source, *SIZE, IDENTITY, tuple(tiles)))

    def finish(self, order: TilesOrder, size: Box) -> None:
        """All tiles of an order are made."""
        self.tiling.remove(order)
        order.done(PyramidReady(order.source, *size))

    def make(
        self, broken: Iterable[int] = (), size: Box = SIZE, rule: str = "truncated", most: int | None = None
    ) -> int:
        """Make all that is ordered, and what that leads to; how many orders it took, at `most` so many.

        The `broken` break a rule.
        """
        made = 0
        bad = {source(work) for work in broken}
        while self.orders and made != most:
            order = self.orders.pop(0)
            made += 1
            if order.source in bad:
                order.done(Failed(order.source, rule, "It ends too early.", "Copy it again."))
            else:
                order.done(Ready(order.source, rendition(order.source, order.box, size)))
        return made

    def measured(self, size_of: Callable[[Path], Box]) -> None:
        """Answer the wish to know sizes."""
        while self.measuring:
            sources, done = self.measuring.pop(0)
            done([Measured(each, Header("JPEG", *size_of(each)), Stamp(1, 1)) for each in sources])


def at_once(do: Callable[[], None]) -> bool:
    """Instead of on another thread."""
    do()
    return True


class Stock:
    """A shelf with its cache, its workshop, and what it complained about."""

    def __init__(self, shown: Exhibition, quarantine: Quarantine | None = None) -> None:
        self.exhibition = shown
        self.cache = FakeCache()
        self.workshop = FakeWorkshop()
        self.complaints: list[Problem] = []
        self.mended: list[str] = []
        survey = partial(Survey, beside=at_once, pause_s=0)
        self.shelf = Shelf(
            shown,
            self.cache,  # type: ignore[arg-type]
            self.workshop,  # type: ignore[arg-type]
            self.complaints.append,
            survey,
            quarantine=quarantine,
            mended=self.mended.append,
        )

    def fill(self, *boxes: Box) -> None:
        """Put every picture into the cache, for these boxes and as a preview."""
        for picture in (work.picture for work in self.exhibition.works if work.picture):
            for box in (None, *boxes):
                self.cache.made[picture, box] = rendition(picture, box)
