"""What a visitor types, sorts and asks for, key by key."""

from __future__ import annotations

from kiosk.visit import seeking as seek
from kiosk.visit.seeking import MOST_TYPED, Seeking, Sort


def typed(*keys: str) -> Seeking:
    sought = Seeking()
    for key in keys:
        sought = seek.press(sought, key)
    return sought


def test_keys_are_written_as_syllables_and_taken_back_one_by_one() -> None:
    sought = typed("ㅎ", "ㅏ", "ㄴ")
    assert (sought.typed, sought.typing, sought.filtering) == ("한", True, True)
    assert [sought := seek.take_back(sought), sought.typed][1] == "하"
    assert seek.take_back(seek.take_back(seek.take_back(sought))).typed == ""


def test_a_space_begins_nothing() -> None:
    assert typed(" ").keys == ""
    assert typed("a", " ", "b").typed == "a b"


def test_only_so_much_is_typed() -> None:
    assert len(typed(*"x" * (MOST_TYPED + 5)).keys) == MOST_TYPED


def test_shift_is_for_one_key() -> None:
    assert seek.shift(Seeking()).shifted
    assert not seek.shift(seek.shift(Seeking())).shifted
    assert not seek.press(seek.shift(Seeking()), "ㅃ").shifted


def test_the_keyboard_goes_and_what_was_found_stays() -> None:
    sought = seek.close_keyboard(typed("a", " "))
    assert (sought.typing, sought.keys) == (False, "a")


def test_all_works_leaves_the_order_chosen() -> None:
    sought = seek.by_creator(seek.sort_by(typed("a"), Sort.DATE), 3)
    assert seek.unfiltered(sought) == Seeking(sort=Sort.DATE, typing=True)
    assert not seek.unfiltered(sought).filtering
    assert seek.clear(sought).creator == 3


def test_another_keyboard_keeps_what_is_typed() -> None:
    sought = seek.write_in(typed("a"), "ko")
    assert (sought.layout, sought.keys) == ("ko", "a")
