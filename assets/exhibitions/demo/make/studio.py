"""Drawing a work of the catalogue: the right function, its seed, and the file it becomes."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .canvas import Size, encode, save
from .catalogue import WORKS, Drawing, find
from .palette import Array

PICTURES = Path(__file__).resolve().parents[1] / "pictures"

Rule = Callable[[Size, np.random.Generator], Array]


def rule_of(work: Drawing) -> Rule:
    """The function that draws `work`: given a size and a source of chance it returns linear colours (h, w, 3)."""
    module, _, name = work.rule.partition(".")
    rule: Rule = getattr(import_module(f".{module}", __package__), name)
    return rule


def draw(work: Drawing, long_side: int | None = None) -> NDArray[np.uint8]:
    """The picture (h, w, 3), at its own size or smaller; the same seed always gives the same pixels."""
    scale = 1.0 if long_side is None else long_side / max(work.width, work.height)
    size = Size(round(work.width * scale), round(work.height * scale))
    return encode(rule_of(work)(size, np.random.default_rng(work.seed)), np.random.default_rng(work.seed))


def main(arguments: Sequence[str] | None = None) -> None:
    """Draw the named works (all, when none is named) and print what each came to."""
    parser = argparse.ArgumentParser(description="Draw the demo exhibition.")
    parser.add_argument("ids", nargs="*", help="works to draw; all of them when left out")
    parser.add_argument("--long-side", type=int, help="pixels of the longer side, for proofs")
    parser.add_argument("--out", type=Path, default=PICTURES, help="folder to write to")
    parser.add_argument("--facts", action="store_true", help="print the catalogue as JSON and draw nothing")
    options = parser.parse_args(arguments)
    if options.facts:
        print(json.dumps([asdict(work) | {"orientation": work.orientation} for work in WORKS], indent=2))
        return
    for work in [find(name) for name in options.ids] or WORKS:
        started = time.perf_counter()
        picture = draw(work, options.long_side)
        written = save(picture, options.out / f"{work.id}.jpg", work.quality)
        height, width = picture.shape[:2]
        seconds = time.perf_counter() - started
        print(f"{work.id:18} {width} x {height}  {written / 1e6:5.2f} MB  {seconds:5.1f} s", flush=True)
