"""Writes the drawings of the guide for staff into QML: python assets/steps/make.py. The SVG files are the source.

They are drawn on a grid of 360 × 260. Each path has one class for its line and one for its ground: what they are called
is a colour of Kiosk.Theme, or none. `data-upright`, the middle of a part, keeps its sides where the drawing is
mirrored: a tick, or the hands of a clock.
"""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "kiosk" / "qml" / "Kiosk" / "Theme" / "StepPaths.qml"
SIZE = "0 0 360 260"
_PATH = re.compile(r'<path class="line-(\w+) ground-(\w+)"(?: data-upright="(\d+)")? d="([^"]+)"/>')


def qml(folder: Path) -> str:
    """The QML singleton for the drawings in a folder, in the order of their names."""
    drawings = []
    for file in sorted(folder.glob("*.svg")):
        words = file.read_text(encoding="utf-8")
        paths = _PATH.findall(words)
        if f'viewBox="{SIZE}"' not in words or len(paths) != words.count("<path"):
            raise ValueError(f"{file}: every path has the classes of its line and its ground, in a viewBox of {SIZE}")
        parts = ",\n".join(
            f'            {{\n                "line": "{line}",\n                "ground": "{ground}",\n'
            f'                "middle": {middle or -1},\n                "path": "{path}"\n            }}'
            for line, ground, middle, path in paths
        )
        drawings.append(f"[\n{parts}\n        ]")
    body = ", ".join(drawings)
    return (
        "pragma Singleton\nimport QtQuick\n\n"
        "// Written by assets/steps/make.py from the SVG files beside it.\n"
        f"QtObject {{\n    readonly property var drawings: [{body}]\n}}\n"
    )


if __name__ == "__main__":
    TARGET.write_text(qml(HERE), encoding="utf-8")
