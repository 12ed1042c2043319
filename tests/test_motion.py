"""Everything that moves takes its time and its curve from one family, `Motion`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

QML = Path(__file__).parents[1] / "kiosk" / "qml"
ANIMATION = re.compile(r"\b(?:Number|Color|Property|Rotation|Vector3d)Animation(?: on \w+)? \{([^{}]*)\}")
WITHOUT_THEME = {"Waiting.qml"}
"""Shown before the gallery's types are there, and `Motion` with them."""
MOVING = sorted(file for file in QML.rglob("*.qml") if ANIMATION.search(file.read_text("utf-8")))
assert len(MOVING) > 10


@pytest.mark.parametrize(
    "file",
    [file for file in MOVING if file.name not in WITHOUT_THEME],
    ids=lambda file: file.relative_to(QML).as_posix(),
)
def test_every_animation_is_of_the_family(file: Path) -> None:
    for animation in ANIMATION.finditer(file.read_text("utf-8")):
        lines = dict(re.findall(r"^\s*([\w.]+): (.*)$", animation[1], re.MULTILINE))
        assert "Motion." in lines["duration"] or "root.seconds" in lines["duration"], animation[0]
        curve = lines["easing.bezierCurve"] if "easing.bezierCurve" in lines else lines["easing.type"]
        assert curve in {"Motion.calm", "Motion.settle", "Motion.stroll"}, animation[0]


def test_what_is_shown_before_the_family_is_there_moves_like_it() -> None:
    calm = re.search(r"property int calm: (\S+)", (QML / "Kiosk" / "Theme" / "Motion.qml").read_text("utf-8"))
    assert calm
    for name in WITHOUT_THEME:
        (file,) = QML.rglob(name)
        curves = re.findall(r"easing\.type: (\S+)", file.read_text("utf-8"))
        assert set(curves) == {calm[1]}
