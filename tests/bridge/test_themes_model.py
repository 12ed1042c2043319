"""The rows of the theme bar."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.bridge.wall.themes_model import Chip, Role, ThemesModel

ALL = Chip("", "All works", 9, chosen=True)
SEA = Chip("sea", "The sea", 4, chosen=False)
SKY = Chip("sky", "The sky", 0, chosen=False)


def watched() -> tuple[ThemesModel, list[str]]:
    """A model under Qt's own tester, and what it announces."""
    model = ThemesModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    news: list[str] = []
    model.modelReset.connect(lambda: news.append("reset"))
    model.dataChanged.connect(lambda first, last, _: news.append(f"changed {first.row()}-{last.row()}"))
    return model, news


def told(model: ThemesModel, role: int) -> list[object]:
    return [model.data(model.index(row), role) for row in range(model.rowCount())]


def test_rows_tell_what_the_chips_show() -> None:
    model, _ = watched()
    model.show((ALL, SEA, SKY))
    assert told(model, Role.THEME) == ["", "sea", "sky"]
    assert told(model, Role.NAME) == told(model, Qt.ItemDataRole.DisplayRole) == ["All works", "The sea", "The sky"]
    assert told(model, Role.COUNT) == [9, 4, 0]
    assert told(model, Role.CHOSEN) == [True, False, False]
    assert told(model, Qt.ItemDataRole.DecorationRole) == [None] * 3
    assert model.data(QModelIndex(), Role.NAME) is None
    assert model.rowCount(model.index(0)) == 0
    assert {bytes(name.data()).decode() for name in model.roleNames().values()} == {
        *("theme", "name", "works", "chosen", "kind"),
    }


def test_the_bar_keeps_its_place_while_counts_names_and_choices_change() -> None:
    model, news = watched()
    model.show((ALL, SEA))
    model.show((ALL, Chip("sea", "바다", 3, chosen=True)))
    model.show((ALL, Chip("sea", "바다", 3, chosen=True)))
    assert news == ["reset", "changed 0-1"]
    assert told(model, Role.NAME) == ["All works", "바다"]


def test_other_themes_replace_the_rows() -> None:
    model, news = watched()
    for chips in ((), (ALL, SEA), (ALL, SKY), (ALL,), ()):
        model.show(chips)
    assert news == ["reset"] * 4
    assert model.rowCount() == 0
