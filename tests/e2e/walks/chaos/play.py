"""Strangers at the screen and staff at the manifest, by chance: whatever they do, what has to hold holds.

The environment says what chance there is: `KIOSK_TEST_CHAOS` is `SEED ROUNDS [resize] [edit]`; a round is an act.
"""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import psutil
import yaml

from kiosk.visit.session import begin
from tests.e2e.hand import Hand, Wait, same, soon, until
from tests.e2e.walks.chaos.edits import Staff
from tests.e2e.walks.chaos.people import Stranger
from tests.e2e.walks.chaos.sense import Told, faults_at_rest, gallery_of, rests

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickItem

TEMPO = 1.0
ASKED = "KIOSK_TEST_CHAOS"


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    seed, rounds, *more = os.environ[ASKED].split()
    chance = Random(seed)
    told = Told()
    logging.getLogger().addHandler(told)
    stranger = Stranger(hand, chance, resizes="resize" in more)
    manifest = Path(sys.argv[1])
    staff = Staff(manifest, yaml.safe_load(manifest.read_text("utf-8")), chance) if "edit" in more else None
    yield rests(hand)
    history: list[str] = []
    sizes: list[tuple[int, int]] = []
    try:
        for number in range(int(rounds)):
            if staff and chance.random() < 0.06:
                shown = gallery_of(hand).slideshow.current.work
                history.append("EDIT " + staff.edit(shown))
                yield from wait_for_the_edit(hand, chance)
            act = stranger.pick()
            history.append(act.__name__)
            yield from act()
            nothing_told(told)
            if chance.random() < 0.4:
                yield rests(hand)
                faults = faults_at_rest(hand)
                assert not faults, "\n".join(faults)
            if number % 20 == 19:
                yield from home(hand)
                nothing_told(told)
                sizes.append((count(hand.window.contentItem()), psutil.Process().memory_info().rss >> 20))
    except Exception as error:
        session = gallery_of(hand).sitting.session
        raise AssertionError(f"seed {seed}, after {' '.join(history[-30:])}: {session}") from error
    bounded(sizes)
    hand.ask_to_leave()


def bounded(sizes: list[tuple[int, int]]) -> None:
    """Items and memory, in MiB, at each return home: what comes after the first five is no more than a little more."""
    items, memory = ([size[place] for size in sizes] for place in (0, 1))
    if len(sizes) > 5:
        assert max(items[5:]) < 1.5 * max(items[:5]), items
        assert max(memory[5:]) < max(memory[:5]) + 200, memory


def nothing_told(told: Told) -> None:
    """No warning of Qt's, no exception in a slot."""
    assert not told.words, "\n".join(told.words)


def wait_for_the_edit(hand: Hand, chance: Random) -> Iterator[Wait]:
    """Sometimes nobody waits."""
    for _ in range(chance.choice((0, 10, 60))):
        yield from hand.frame()


def home(hand: Hand) -> Iterator[Wait]:
    """Everybody goes away, and nothing is left of them."""
    yield rests(hand)
    gallery = gallery_of(hand)
    if gallery.visit.screen and not gallery.visit.asking and not gallery.sitting.session.reading:
        gallery.visit.used()
        hand.pass_time(77)
        yield until("the question is asked", lambda: bool(hand.items("StillTherePanel")))
    hand.pass_time(300)
    yield until("it has come home", lambda: gallery_of(hand).visit.screen == 0)
    yield rests(hand)
    gallery = gallery_of(hand)
    session = gallery.sitting.session
    same(session, begin(gallery.sitting._rules, session.touched_at))
    same(hand.items("ComfortPanel") + hand.items("LanguagePanel") + hand.items("TouchKeyboard"), [])
    yield from hand.tap(hand.window.contentItem().boundingRect().center().toPoint())
    yield until("a visitor is there", lambda: gallery_of(hand).visit.screen == 1)
    yield rests(hand)
    faults = faults_at_rest(hand)
    assert not faults, "\n".join(faults)
    stage = hand.item("StageView")
    same((stage.property("panelOpen"), gallery_of(hand).visit.textSize), (False, 0))
    yield soon()


def count(item: QQuickItem) -> int:
    """The items that are there, seen or not."""
    return 1 + sum(map(count, item.childItems()))
