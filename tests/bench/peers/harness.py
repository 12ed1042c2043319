"""`python -m tests.bench.peers.harness HARNESS ...`: one measurement of our program beside other viewers.

HARNESS is the folder with `viewer_bench.py`; what follows are its own arguments. KIOSK_PYTHON may name the interpreter
that runs our program; one without the `dev` extra starts as fast as people's.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path

from tests.bench.peers.ours import add_to, exhibition_of


def main() -> None:
    """Add `ours` and `ours-cold` to the harness's viewers and let it measure."""
    harness, *arguments = sys.argv[1:]
    sys.path.insert(0, harness)
    bench = import_module("viewer_bench")
    add_to(bench, Path(os.environ.get("KIOSK_PYTHON", sys.executable)))
    if arguments[0] != "summary":
        exhibition_of(Path(arguments[1]).resolve())
    sys.argv = ["viewer_bench", *arguments]
    bench.main()


if __name__ == "__main__":
    main()
