"""`python -m tests.bench`: how fast the program is, how much memory and processor time it takes, on this machine."""

from __future__ import annotations

import argparse
import json
import os
import platform
import tempfile
from dataclasses import replace
from pathlib import Path

from tests.bench import suite
from tests.bench.report import as_json, lines
from tests.bench.screen import Screen


def main() -> None:
    """Measure and print. Needs Xvfb and libXtst."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--works", type=int, nargs="+", default=[123, 10_000], help="exhibitions of so many works")
    parser.add_argument("--rounds", type=int, help="how often each start is measured")
    parser.add_argument("--quick", action="store_true", help="small pictures and few steps: whether it works at all")
    parser.add_argument("--json", action="store_true", help="for programs to read")
    asked = parser.parse_args()
    extent = suite.QUICK if asked.quick else suite.Extent()
    if asked.rounds:
        extent = replace(extent, rounds=asked.rounds)
    load = [os.getloadavg()[0]]
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as folder, Screen() as screen:
        figures = list(suite.measure(screen, Path(folder), asked.works, extent))
    load.append(os.getloadavg()[0])
    machine = {"processors": os.cpu_count(), "system": platform.platform(), "load before and after": load}
    if asked.json:
        print(json.dumps({"machine": machine, "figures": as_json(figures)}, indent=1))
    else:
        print(", ".join(f"{name}: {value}" for name, value in machine.items()))
        print("\n".join(lines(figures)))


if __name__ == "__main__":
    main()
