"""Pictures of hundreds of megapixels, drawn in strips so that drawing them takes little memory.

python -m tests.bench.large_pictures FILE WIDTH HEIGHT        FILE: .jpg, .tif or .png
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pyvips

from tests.bench.bench_renditions import draw_photograph

LARGE: dict[str, tuple[int, int]] = {"100 MP": (12_246, 8_164), "419 MP": (25_080, 16_720)}
"""Sizes that are measured: the largest that Pillow takes by itself, and one that it does not."""


def draw_large(path: Path, width: int, height: int, **saving: Any) -> None:
    """Write a picture with the detail and grain of a photograph; `saving`: options of libvips' saver."""
    patch = pyvips.Image.new_from_array(draw_photograph(24), interpretation="srgb")
    across, down = -(-width // patch.width), -(-height // patch.height)
    field = patch.replicate(across, down).crop(0, 0, width, height)
    # So that no two places look alike: a slope from corner to corner.
    slope = pyvips.Image.xyz(width, height)
    light = slope[0] * (40 / width) + slope[1] * (40 / height) - 40
    picture = (field + light).cast("uchar").copy(interpretation="srgb")
    if path.suffix == ".jpg":
        saving = {"Q": 90, **saving}
    picture.write_to_file(str(path), **saving)


if __name__ == "__main__":
    draw_large(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
