"""Draw the demo exhibition: `python assets/exhibitions/demo/make/draw.py [ids] [--long-side 600 --out DIR]`."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    import_module("make.studio").main()
