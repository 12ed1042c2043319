"""How bright the parts of a picture are."""

from __future__ import annotations

import pytest
from PIL import Image

from kiosk.exhibition.palette import luminance
from kiosk.pictures.drawing.light import light_of
from kiosk.pictures.orders import LIGHT_COLUMNS, LIGHT_ROWS

SIZE = (480, 320)


@pytest.mark.parametrize("mode", ["RGB", "YCbCr"])
@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#336699", "#cc8800"])
def test_of_one_colour_it_is_that_colours_luminance(mode: str, colour: str) -> None:
    light = light_of(Image.new("RGB", SIZE, colour).convert(mode))
    assert len(light) == LIGHT_COLUMNS * LIGHT_ROWS
    assert max(abs(each / 255 - luminance(colour)) for each in light) <= 0.01


def test_cells_go_from_left_to_right_and_down() -> None:
    image = Image.new("L", SIZE)
    image.paste(255, (SIZE[0] // 2, 0, SIZE[0], SIZE[1] // 2))
    row = [0] * (LIGHT_COLUMNS // 2) + [255] * (LIGHT_COLUMNS // 2)
    assert list(light_of(image)) == row * (LIGHT_ROWS // 2) + [0] * (LIGHT_COLUMNS * LIGHT_ROWS // 2)


def test_fine_stripes_are_as_bright_as_their_light_not_as_their_numbers() -> None:
    image = Image.new("L", SIZE)
    for left in range(0, SIZE[0], 40):
        image.paste(255, (left, 0, left + 20, SIZE[1]))
    assert set(light_of(image)) <= set(range(126, 130))


def test_nothing_is_said_of_what_lets_the_wall_through() -> None:
    assert light_of(Image.new("RGBA", SIZE, "#ffffff80")) == b""
