"""An icon as Windows and macOS want it, from its drawing: `python packaging/icons/raster.py DRAWING.svg -o ICON.ico`.

By the ending of what is asked for: .ico, .icns or .png. Needs PySide6-Essentials and Pillow, and no display.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from pathlib import Path

SIZES = {".ico": (16, 20, 24, 32, 40, 48, 64, 256), ".icns": (16, 32, 64, 128, 256, 512, 1024), ".png": (256,)}
"""Pixels along an edge, each drawn anew and not shrunk."""


def draw(drawing: Path, size: int) -> bytes:
    """The drawing so large, as a PNG."""
    from PySide6.QtCore import QBuffer, QIODevice, Qt  # noqa: PLC0415 - after the platform is chosen
    from PySide6.QtGui import QImage, QPainter  # noqa: PLC0415 - see above
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - see above

    renderer = QSvgRenderer(str(drawing))
    if not renderer.isValid():
        sys.exit(f"{drawing} is no drawing that Qt can read")
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def write(drawing: Path, icon: Path) -> None:
    """Write an icon with all its sizes."""
    from PIL import Image  # noqa: PLC0415 - beside Qt, above

    sizes = SIZES[icon.suffix]
    images = [Image.open(io.BytesIO(draw(drawing, size))) for size in sizes]
    icon.parent.mkdir(parents=True, exist_ok=True)
    largest, others = images[-1], images[:-1]
    if icon.suffix == ".png":
        largest.save(icon)
    else:
        largest.save(icon, sizes=[(size, size) for size in sizes], append_images=others)


def main() -> None:
    """Make what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("drawing", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True, help="with one of the endings .ico, .icns, .png")
    asked = parser.parse_args()
    if asked.output.suffix not in SIZES:
        parser.error(f"{asked.output} ends with none of {', '.join(SIZES)}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    write(asked.drawing, asked.output)


if __name__ == "__main__":
    main()
