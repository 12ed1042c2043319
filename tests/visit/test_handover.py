"""What a visitor keeps when the exhibition changes under their eyes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.visit import session as visiting
from kiosk.visit.handover import Offered, handed_over
from kiosk.visit.seeking import Seeking, Sort
from kiosk.visit.session import Rules, Screen, Session, TextSize

BEFORE = Rules(languages=("en", "ar"))
AFTER = Rules(home_language="de", languages=("de", "ar"), home_high_contrast=True)


def session(screen: Screen = Screen.STAGE) -> Session:
    return visiting.enter(visiting.begin(BEFORE, 0), BEFORE, 1, screen)


def kept(before: Session) -> Session:
    return handed_over(before, AFTER, lambda themes: tuple(each for each in themes if each == "sea"), 5)


def test_nobody_is_there() -> None:
    assert kept(visiting.begin(BEFORE, 0)) == visiting.begin(AFTER, 5)


def test_what_was_chosen_stays_where_it_still_is() -> None:
    before = replace(
        session(),
        language="ar",
        themes=("land", "sea"),
        text_size=TextSize.LARGEST,
        paused_at=3,
        seeking=Seeking(sort=Sort.DATE, creator=3, keys="tree"),
    )
    after = kept(before)
    assert (after.language, after.themes, after.text_size) == ("ar", ("sea",), TextSize.LARGEST)
    assert (after.paused_at, after.touched_at) == (3, before.touched_at)
    assert after.seeking == Seeking(sort=Sort.DATE, keys="tree")


def test_what_was_typed_goes_with_the_search() -> None:
    before = replace(session(Screen.WALL), seeking=Seeking(sort=Sort.DATE, keys="tree", typing=True))
    after = handed_over(before, AFTER, tuple, 5, Offered(searched=False))
    assert after.seeking == Seeking(sort=Sort.DATE)


def test_a_language_that_has_gone_is_the_first_one() -> None:
    assert kept(session()).language == "de"


@pytest.mark.parametrize(("chosen", "then"), [(None, True), (True, True), (False, False)])
def test_contrast_follows_the_house_unless_the_visitor_chose_it(chosen: bool | None, then: bool) -> None:
    before = session() if chosen is None else visiting.set_high_contrast(session(), BEFORE, 2, chosen)
    assert kept(before).high_contrast is then


@pytest.mark.parametrize(
    ("screen", "then"), [(Screen.STAGE, Screen.STAGE), (Screen.WALL, Screen.WALL), (Screen.CLOSER, Screen.STAGE)]
)
def test_the_screen_stays(screen: Screen, then: Screen) -> None:
    after = kept(replace(session(), screen=screen, about=True, reading=True))
    assert (after.screen, after.about, after.reading) == (then, True, False)


def test_the_card_of_an_exhibition_that_has_none_any_more_is_closed() -> None:
    before = replace(session(), about=True)
    assert not handed_over(before, AFTER, tuple, 5, Offered(introduced=False)).about
