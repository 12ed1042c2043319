"""What a large exhibition costs, beside a small one in the same run.

python -m tests.bench.bench_scale [--works 123 10000 100000] [--rounds 5] [--flicks 6]

For each number of works: the launch with everything prepared, the first launch of all, memory, choosing themes, and the
gaps between frames while the wall is flicked. Pictures are small, so that nothing but their number counts; those of the
first works differ from each other, as an exhibition's do.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.corpus import Corpus
from tests.bench.inside_scale import Told
from tests.bench.measures import Bench, Manner
from tests.bench.report import Figure, lines
from tests.bench.screen import Screen, wait_until
from tests.exhibitions import build_exhibition

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.bench.program import Program

DIFFERENT = 600
"""Works whose pictures are files of their own: as many as are flicked through."""
PICTURES = 8
FIRST_WITHIN_S = 300.0
AT_ONCE = Manner()


def build(folder: Path, works: int) -> Corpus:
    """An exhibition of `works` works with small pictures."""
    manifest = build_exhibition(folder, works=works, pictures=PICTURES, size=(300, 200))
    for number in range(1, min(works, DIFFERENT) + 1):
        picture = folder / "pictures" / f"{number:05}.jpg"
        drawn = picture.read_bytes()
        picture.unlink()
        picture.write_bytes(drawn + number.to_bytes(4, "big"))  # behind the picture's end
    return Corpus(works, manifest, PICTURES)


def measure(benches: Sequence[Bench], rounds: int, flicks: int) -> Iterator[Figure]:
    first: dict[int, list[float]] = {}
    prepared: dict[int, list[float]] = {}
    memory: dict[int, list[float]] = {}
    used: dict[int, dict[str, Told]] = {}
    for bench in benches:
        bench.forget()
        with bench.running(AT_ONCE) as program:
            first[bench.corpus.works] = [_first_picture(bench, program)]
        for _ in range(2):  # the second time everything is prepared
            used[bench.corpus.works] = _visit(bench, flicks)
    for _ in range(rounds):
        for bench in benches:
            with bench.running(AT_ONCE) as program:
                prepared.setdefault(bench.corpus.works, []).append(bench.first_picture(program))
    for bench in benches:
        with bench.on_stage(AT_ONCE) as program:
            for work in range(1, 21):
                bench.step(work)
            memory[bench.corpus.works] = [program.memory()[0]]
    yield from _compared("launch, prepared", "ms", prepared)
    yield from _compared("launch, the very first", "ms", first)
    yield from _compared("memory after 20 slides", "MB", memory)
    for place in ("stage", "wall"):
        group = f"a theme is chosen on the {place}"
        for which, words in enumerate(("", ": the GUI thread is busy")):
            yield from _compared(group + words, "ms", {works: told[place][which] for works, told in used.items()})
    for works, told in used.items():
        gaps, busy = told["frames"]
        group = f"between two frames, the wall flicked, {works} works"
        yield Figure(group, "median", "ms", gaps)
        yield Figure(group, "95 of 100", "ms", [statistics.quantiles(gaps, n=20)[-1]])
        yield Figure(group, "longest", "ms", [max(gaps)])
        yield Figure(group, "more than 25 ms", "%", [100 * sum(gap > 25 for gap in gaps) / len(gaps)])
        yield Figure(group, "the GUI thread is busy: median", "ms", busy)
        yield Figure(group, "the GUI thread is busy: 95 of 100", "ms", [statistics.quantiles(busy, n=20)[-1]])
        yield Figure(group, "the GUI thread is busy: longest", "ms", [max(busy)])


def _first_picture(bench: Bench, program: Program) -> float:
    """Milliseconds until a picture is seen, however long it takes."""
    return 1000 * (wait_until(lambda: bench.screen.picture(PICTURES) is not None, FIRST_WITHIN_S) - program.started)


def _visit(bench: Bench, flicks: int) -> dict[str, Told]:
    told = bench.home / "scale.json"
    with bench.running(AT_ONCE, "-m", "tests.bench.inside_scale", told, str(flicks)) as program:
        program.wait()
        if not told.exists():
            raise RuntimeError(program.told())
    found = {name: Told(*each) for name, each in json.loads(told.read_text("utf-8")).items()}
    told.unlink()
    return found


def _compared(group: str, unit: str, found: dict[int, list[float]]) -> Iterator[Figure]:
    against = ""
    for works, samples in found.items():
        figure = Figure(group, f"{works} works", unit, samples, against)
        against = against or figure.place
        yield figure


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--works", type=int, nargs="+", default=[123, 10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--flicks", type=int, default=6)
    asked = parser.parse_args()
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="kiosk-scale-") as name, Screen() as screen:
        folder = Path(name)
        shown = [build(folder / f"{works} works", works) for works in asked.works]
        benches = [Bench(screen, each, folder / f"home {each.works}", 2.0) for each in shown]
        figures = list(measure(benches, asked.rounds, asked.flicks))
    print(f"processors: {os.cpu_count()}, load before and after: {load:.1f}, {os.getloadavg()[0]:.1f}")
    print("\n".join(lines(figures)))


if __name__ == "__main__":
    main()
