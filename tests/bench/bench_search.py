"""What a search costs in a large exhibition, beside a plain scan of the same words.

python -m tests.bench.bench_search [--works 10000]

For each thing typed: the median time to find the works, the same by looking into every record by itself, and the ratio;
then the time from a key to everything that follows it: selection, playlist, filmstrip, wall, theme bar.
"""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication

from kiosk.exhibition.config import Config
from kiosk.exhibition.folding import fold
from kiosk.exhibition.manifest import read_manifest
from kiosk.exhibition.searching import SearchIndex, record_of
from tests.bridge.fakes import FOLDER
from tests.bridge.test_gallery import Opened
from tests.exhibitions import manifest_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.exhibition.model import Exhibition

TYPED = ("w", "work 99", "maker 3", "1984", "작품 7", "зима", "zzz", "drawn mem")
ROUNDS = 9


def exhibition_of(works: int) -> Exhibition:
    """As `tests.exhibitions` makes them, in four languages; without pictures."""
    with TemporaryDirectory() as folder:
        manifest = Path(folder) / "manifest.yaml"
        manifest.write_text(manifest_words(works, 6, ("en", "ru", "ko", "ar"), "Drawn"), encoding="utf-8")
        found = read_manifest(manifest).exhibition
    assert found
    return replace(found, folder=FOLDER, works=tuple(replace(work, picture=None) for work in found.works))


def milliseconds(do: Callable[[], object]) -> float:
    """The median of several rounds."""
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        do()
        taken.append(1000 * (time.perf_counter() - begun))
    return median(taken)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.bench_search", description=__doc__)
    parser.add_argument("--works", type=int, default=10_000)
    works = parser.parse_args().works
    shown = exhibition_of(works)
    index = SearchIndex(shown)
    begun = time.perf_counter()
    index.find("w")
    built = time.perf_counter() - begun
    records = [record_of(work) for work in shown.works]
    print(f"{works} works: index made in {1000 * built:.0f} ms, {index.memory / 1e6:.1f} MB")
    for typed in TYPED:
        needles = [fold(word).encode() for word in typed.split()]
        found = milliseconds(lambda typed=typed: index.find(typed))  # type: ignore[misc]
        scan = milliseconds(lambda needles=needles: [n for n, r in enumerate(records) if all(x in r for x in needles)])  # type: ignore[misc]
        print(f"  {typed!r}: {index.find(typed).bit_count()} works, {found:.1f} ms, {found / scan:.2f} x a plain scan")
    application = QGuiApplication.instance() or QGuiApplication([])
    assert isinstance(application, QGuiApplication)
    it = Opened(application, shown, Config())
    gallery = it.gallery
    gallery.sitting.showWall()
    gallery.wall.watch(True)
    gallery.search.press("w")
    for name, do in (
        ("a letter that all works have", lambda: (gallery.search.clear(), gallery.search.press("w"))),
        ("a letter that none has", lambda: (gallery.search.press("q"), gallery.search.takeBack())),
        ("sorted by date and back", lambda: (gallery.sorting.sortBy("date"), gallery.sorting.sortBy("curator"))),
        ("sorted by creator and back", lambda: (gallery.sorting.sortBy("creator"), gallery.sorting.sortBy("curator"))),
    ):
        print(f"  {name}: {milliseconds(do) / 2:.0f} ms a step, all that follows included")


if __name__ == "__main__":
    main()
