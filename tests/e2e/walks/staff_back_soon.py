"""Nothing can be shown: staff find out why, install what is on a stick, and show it until the program ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.e2e.hand import Hand, Wait, same, until
from tests.e2e.staff import enter, gone, know_pin, press, turn_to
from tests.e2e.walks.mended import one_window

if TYPE_CHECKING:
    from collections.abc import Iterator


def walk(hand: Hand) -> Iterator[Wait]:
    yield from hand.frame()
    assert hand.says("Back soon")
    know_pin()
    yield from enter(hand)
    same(hand.desk.panel.pages, ["Problems", "Content", "Display", "Log", "Program"])
    assert any("There is no file" in row["name"] for row in hand.desk.panel.rows.rows)
    yield from by_keys(hand)
    yield from enter(hand)
    yield from read_and_speak(hand)
    yield from install_and_show(hand)
    hand.find_window()
    yield hand.at_rest("AttractView")
    same(hand.gallery.title, "Generation 1")
    yield from enter(hand)
    yield until("it is known where it is from", lambda: any("Generation 1" in each for each in values(hand)))
    yield from turn_to(hand, "Program")
    yield from press(hand, "Quit")
    hand.desk.panel.answer(True)


def values(hand: Hand) -> list[str]:
    return [row.get("value", "") for row in hand.desk.panel.rows.rows]


def by_keys(hand: Hand) -> Iterator[Wait]:
    """Where they are is marked, and Esc closes the panel and nothing else."""
    yield from hand.key(Qt.Key.Key_Down)
    yield until("it is seen where keys are", lambda: bool(hand.items("FocusRing")))
    yield from hand.key(Qt.Key.Key_Escape)
    yield gone(hand)
    assert hand.says("Back soon")


def read_and_speak(hand: Hand) -> Iterator[Wait]:
    yield from turn_to(hand, "Display")
    same([row["kind"] for row in hand.desk.panel.rows.rows], ["heading", "choices"])
    yield from hand.tap(hand.item("Choice", name="العربية"))
    yield until("it speaks Arabic", lambda: hand.says("للموظفين"))
    yield from hand.tap(hand.item("Choice", name="English"))
    yield from turn_to(hand, "Content")
    yield from press(hand, "Read the files again")
    yield until("they are", lambda: hand.desk.panel.told.startswith("The files have been read. Problems: "))


def install_and_show(hand: Hand) -> Iterator[Wait]:
    hand.clock.ahead += 2
    yield until("the stick is read", lambda: bool(hand.items("WordButton", name="Install")))
    yield from press(hand, "Install")
    yield from press(hand, "Yes")
    yield until("it is installed", lambda: "It is not shown: config.yaml names another" in hand.desk.panel.told)
    assert hand.desk.panel.told.startswith("Installed: Spring, generation 1.")
    yield until("it can be shown", lambda: bool(hand.items("WordButton", name="Show until the program ends")))
    yield from press(hand, "Show until the program ends")
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    yield until("the card is gone", one_window)
