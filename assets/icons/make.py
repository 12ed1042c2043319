"""Writes the icons' paths into QML: python assets/icons/make.py. The SVG files are the source."""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "kiosk" / "qml" / "Kiosk" / "Theme" / "IconPaths.qml"


def qml(folder: Path) -> str:
    """The QML singleton for the icons in a folder: file name to path data, on a grid of 24."""
    lines = []
    for file in sorted(folder.glob("*.svg")):
        match = re.search(r' d="([^"]+)"', file.read_text(encoding="utf-8"))
        if match is None:
            raise ValueError(f"{file}: no path with a d attribute")
        lines.append(f'            "{file.stem}": "{match[1]}"')
    body = ",\n".join(lines)
    return (
        "pragma Singleton\nimport QtQuick\n\n"
        "// Written by assets/icons/make.py from the SVG files beside it.\n"
        f"QtObject {{\n    readonly property var paths: ({{\n{body}\n        }})\n}}\n"
    )


if __name__ == "__main__":
    TARGET.write_text(qml(HERE), encoding="utf-8")
