from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibition.model import Exhibition, Theme, ThemesMatch, Work
from kiosk.exhibition.selection import Selection
from kiosk.exhibition.text import plain

THEMES = ("water", "stone", "air", "fire")
DAY = date(2026, 9, 9)


def exhibition(*works: tuple[str, ...], match: ThemesMatch = ThemesMatch.ANY) -> Exhibition:
    return of(*(Work(id=f"w{index}", themes=themes) for index, themes in enumerate(works)), match=match)


def of(*works: Work, match: ThemesMatch = ThemesMatch.ANY) -> Exhibition:
    return Exhibition(
        source=Path("/x/manifest.yaml"),
        folder=Path("/x"),
        title=plain("X"),
        themes=tuple(Theme(name, plain(name)) for name in THEMES),
        works=works,
        themes_match=match,
    )


SAMPLE = (("water",), ("water", "stone"), ("air",), ())


@pytest.mark.parametrize(
    ("match", "chosen", "shown"),
    [
        (ThemesMatch.ANY, (), (0, 1, 2, 3)),
        (ThemesMatch.ANY, ("water",), (0, 1)),
        (ThemesMatch.ANY, ("stone", "air"), (1, 2)),
        (ThemesMatch.ANY, ("fire",), ()),
        (ThemesMatch.ANY, ("unheard-of",), ()),
        (ThemesMatch.ANY, ("unheard-of", "air"), (2,)),
        (ThemesMatch.ALL, (), (0, 1, 2, 3)),
        (ThemesMatch.ALL, ("water", "stone"), (1,)),
        (ThemesMatch.ALL, ("water", "air"), ()),
    ],
)
def test_chosen_themes_show_their_works_in_the_order_of_the_manifest(match, chosen, shown):
    assert Selection(exhibition(*SAMPLE, match=match)).works(chosen) == shown


@pytest.mark.parametrize(
    ("match", "chosen", "counts"),
    [
        (ThemesMatch.ANY, (), {"water": 2, "stone": 1, "air": 1, "fire": 0}),
        (ThemesMatch.ANY, ("stone",), {"water": 2, "stone": 1, "air": 1, "fire": 0}),
        (ThemesMatch.ALL, (), {"water": 2, "stone": 1, "air": 1, "fire": 0}),
        (ThemesMatch.ALL, ("stone",), {"water": 1, "stone": 1, "air": 0, "fire": 0}),
    ],
)
def test_a_chip_counts_what_it_would_show(match, chosen, counts):
    assert Selection(exhibition(*SAMPLE, match=match)).counts(chosen) == counts


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (None, None, True),
        (DAY, DAY, True),
        (date(2026, 9, 10), None, False),
        (None, date(2026, 9, 8), False),
        (date(2026, 1, 1), date(2026, 12, 31), True),
    ],
)
def test_a_work_is_shown_from_its_first_to_its_last_day(first, last, shown):
    selection = Selection(of(Work(id="a"), Work(id="b", themes=("air",), show_from=first, show_until=last)))
    assert (1 in selection.works((), DAY)) is shown
    assert selection.counts((), DAY)["air"] == int(shown)
    assert selection.works((), None) == (0, 1)


def test_an_exhibition_without_works_shows_nothing():
    selection = Selection(of())
    assert selection.works(()) == ()
    assert selection.works(("air",), DAY) == ()
    assert selection.counts(()) == dict.fromkeys(THEMES, 0)


def test_counts_can_be_of_some_works_only():
    selection = Selection(exhibition((THEMES[0],), THEMES[:2], (THEMES[1],)))
    assert selection.counts((), within=0b011) == {**dict.fromkeys(THEMES, 0), THEMES[0]: 2, THEMES[1]: 1}


days = st.dates(date(2026, 9, 7), date(2026, 9, 11)) | st.none()
works = st.lists(st.tuples(st.lists(st.sampled_from(THEMES), unique=True), days, days), max_size=70)
matches = st.sampled_from(ThemesMatch)


@given(works, matches, st.sets(st.sampled_from(THEMES)), days)
def test_it_agrees_with_looking_at_every_work(carried, match, chosen, today):
    all_works = [
        Work(id=str(index), themes=tuple(themes), show_from=first, show_until=last)
        for index, (themes, first, last) in enumerate(carried)
    ]
    selection = Selection(of(*all_works, match=match))

    def shown(work: Work, themes: set[str]) -> bool:
        in_time = not today or ((work.show_from or today) <= today <= (work.show_until or today))
        enough = any if match is ThemesMatch.ANY else all
        return in_time and (not themes or enough(theme in work.themes for theme in themes))

    assert selection.works(chosen, today) == tuple(i for i, work in enumerate(all_works) if shown(work, chosen))
    for theme, count in selection.counts(chosen, today).items():
        wanted = {theme} if match is ThemesMatch.ANY else chosen | {theme}
        assert count == sum(shown(work, wanted) for work in all_works)


@given(works, matches, st.lists(st.sampled_from(THEMES), max_size=8))
def test_nothing_found_cannot_happen_by_tapping_chips_that_count_something(carried, match, taps):
    selection = Selection(exhibition(*(tuple(themes) for themes, _, _ in carried), match=match))
    chosen: set[str] = set()
    for tap in taps:
        if tap in chosen:
            chosen.remove(tap)
        elif selection.counts(chosen)[tap]:
            chosen.add(tap)
        if carried:
            assert selection.works(chosen)
