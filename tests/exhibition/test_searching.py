"""Finding works by a few letters, in every script, and never too many by chance."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibition import searching
from kiosk.exhibition.model import Exhibition, Theme, Work
from kiosk.exhibition.searching import SearchIndex
from kiosk.exhibition.selection import places
from kiosk.exhibition.text import Text, plain

FOLDER = Path("exhibition").resolve()
WORKS = (
    Work(
        id="harvest",
        title=Text(
            (("en", "Harvest at noon"), ("ru", "Жатва в полдень"), ("ko", "정오의 추수"), ("ar", "حصاد الظهيرة"))
        ),
        creator=Text((("en", "Blake, William"), ("ru", "Блейк, Уильям"), ("ko", "윌리엄 블레이크"))),
        date=plain("c. 1795"),
        medium=plain("Oil on canvas"),
        accession="1984.10",
        themes=("land",),
    ),
    Work(id="smart", title=plain("Smart martyr"), creator=plain("Čapek"), date=plain("1810"), themes=("sea",)),
    Work(id="museum", title=plain("국립미술관 한국"), creator=plain("أحمد البيتي"), accession="10.1984"),
    Work(id="nameless-44"),
)


def shown(works: tuple[Work, ...] = WORKS) -> Exhibition:
    return Exhibition(
        source=FOLDER / "manifest.yaml",
        folder=FOLDER,
        title=plain("T"),
        languages=("en", "ru", "ko", "ar"),
        themes=(Theme("land", Text((("en", "Rural life"), ("ru", "Село")))), Theme("sea", plain("The sea"))),
        works=works,
    )


FOUND = (
    ("", [0, 1, 2, 3]),
    ("  ", [0, 1, 2, 3]),
    ("harv", [0]),
    ("HARVEST", [0]),
    ("blake", [0]),
    ("will bla", [0]),
    ("ЖАТ", [0]),
    ("уиль", [0]),
    ("capek", [1]),
    ("čapek", [1]),
    ("mart", [1]),
    ("art", [1]),  # at no word's beginning: anywhere
    ("1795", [0]),
    ("oil", [0]),
    ("1984.10", [0]),
    ("1984 10", [0, 2]),
    ("10.19", [2]),
    ("rural", [0]),
    ("село", [0]),
    ("sea mart", [1]),
    ("sea harvest", []),
    ("미술", [2]),
    ("ㅎㅏㄴ", [2]),
    ("한구", [2]),
    ("추ㅅ", [0]),
    ("احمد", [2]),
    ("بيت", [2]),
    ("حِصَاد", [0]),
    ("nameless", [3]),
    ("noon blake", [0]),
    ("noonblake", []),
    ("zzz", []),
    ("—", [0, 1, 2, 3]),
)


@pytest.mark.parametrize(("typed", "works"), FOUND)
def test_what_is_typed_finds_works(typed: str, works: list[int]) -> None:
    assert list(places(SearchIndex(shown()).find(typed))) == works


@given(st.text(max_size=12), st.text(max_size=6))
def test_a_word_more_never_finds_more(typed: str, more: str) -> None:
    index = SearchIndex(shown())
    fewer, found = index.find(f"{typed} {more}"), index.find(typed)
    assert fewer & found == fewer


@given(st.data())
def test_every_work_is_found_by_the_beginning_of_its_title(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, 2))
    title = data.draw(st.sampled_from([words for _, words in WORKS[place].title.by_language]))
    typed = title[: data.draw(st.integers(1, len(title)))]
    assert SearchIndex(shown()).find(typed) >> place & 1


def test_it_grows_little_by_little_and_then_is_complete() -> None:
    index = SearchIndex(shown())
    steps = 0
    while index.grow(1):
        steps += 1
    assert (steps, index.complete, list(places(index.find("blake")))) == (3, True, [0])


def test_it_is_made_to_its_end_by_the_first_search() -> None:
    index = SearchIndex(shown())
    index.grow(1)
    assert not index.complete
    assert list(places(index.find("capek"))) == [1]
    assert index.complete


def test_a_work_says_no_more_than_is_kept() -> None:
    long = Work(id="a", title=plain("Beginning"), medium=plain("word " * 5000))
    index = SearchIndex(shown((long, *WORKS)))
    assert list(places(index.find("beginning"))) == [0]
    assert index.memory < searching.MOST_OF_A_WORK + 1500


def test_many_works_share_what_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "MOST", 4000)
    works = tuple(Work(id=f"w{n}", title=plain(f"Number {n} " + "and more " * 40)) for n in range(100))
    index = SearchIndex(shown(works))
    assert list(places(index.find("number 77"))) == [77]
    assert index.memory <= 4000 + 100 * 5 + 10


def test_no_work_and_no_theme_find_nothing() -> None:
    assert SearchIndex(shown(())).find("a") == 0
