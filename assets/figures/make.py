"""Writes the paths of hand and person into QML: python assets/figures/make.py. The SVG files are the source.

Both are drawn to scale, the hand in mm and the person in cm, so that a work in life size can be compared with them.
"""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "kiosk" / "qml" / "Kiosk" / "Theme" / "FigurePaths.qml"
FIGURE = re.compile(r'viewBox="0 0 (\d+) (\d+)".* d="([^"]+)"', re.DOTALL)


def qml(folder: Path) -> str:
    """The QML singleton for the figures in a folder: file name to path data, and the size of its drawing."""
    lines = []
    for file in sorted(folder.glob("*.svg")):
        match = FIGURE.search(file.read_text(encoding="utf-8"))
        if match is None:
            raise ValueError(f"{file}: no path with a d attribute in a viewBox from 0 0")
        width, height, path = match.groups()
        lines.append(
            f'            "{file.stem}": {{\n                "width": {width},\n                "height": {height},\n'
            f'                "path": "{path}"\n            }}'
        )
    body = ",\n".join(lines)
    return (
        "pragma Singleton\nimport QtQuick\n\n"
        "// Written by assets/figures/make.py from the SVG files beside it.\n"
        f"QtObject {{\n    readonly property var figures: ({{\n{body}\n        }})\n}}\n"
    )


if __name__ == "__main__":
    TARGET.write_text(qml(HERE), encoding="utf-8")
