"""Preparing an exhibition: everything the show will ask for, once, however often it is stopped."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from PIL import Image

from kiosk.exhibition.manifest import read_manifest
from kiosk.pictures.refusal import Refused
from kiosk.pictures.storage.cache import Cache
from kiosk.pictures.workers.workshop import Workshop
from kiosk.staff import prepare
from kiosk.staff.check import picture_problems
from kiosk.staff.prepare import Preparation, Preparing
from kiosk.staff.series import HANDED_OUT
from kiosk.visit.boxes import LOGO_BOX, pair_box
from tests.exhibitions import build_exhibition

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibition.model import Exhibition

SCREEN = (192, 108)
WORKS = 6


@pytest.fixture
def room(tmp_path: Path) -> Path:
    return build_exhibition(tmp_path / "room", works=WORKS, pictures=WORKS, size=(300, 200)).parent


def exhibition(room: Path) -> Exhibition:
    found = read_manifest(room).exhibition
    assert found
    return found


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache", 10**9)


def run(room: Path, cache: Cache, *sizes: tuple[int, int], workers: int = 1) -> Preparation:
    return Preparing(exhibition(room), cache, sizes or (SCREEN,), workers).run()


@pytest.fixture
def orders(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, tuple[tuple[int, int], ...]]]:
    """What the workshop was asked for."""
    asked: list[Any] = []
    order = Workshop.order

    def note(workshop: Workshop, source: Path, folder: Path, box: Any, urgency: int, done: Any, more: Any) -> None:
        asked.append((source, (box, *more)))
        order(workshop, source, folder, box, urgency, done, more)

    monkeypatch.setattr(Workshop, "order", note)
    return asked


def test_every_picture_is_there_for_stage_and_loop_afterwards(room, cache, orders):
    heard = []
    done = Preparing(exhibition(room), cache, [SCREEN, SCREEN], workers=2).run(lambda *news: heard.append(news))
    assert (done.total, done.made, done.found) == (WORKS, WORKS, 0)
    assert done.sizes == (SCREEN,)
    assert heard == [(count, WORKS) for count in range(1, WORKS + 1)]
    assert len(orders) == WORKS, "one decoding a picture"
    for work in exhibition(room).works:
        made = cache.find(work.picture, SCREEN)
        assert made
        assert made.screen
        with Image.open(made.screen) as image:
            assert image.height == SCREEN[1] or image.width == SCREEN[0]
    files = cache.folder.rglob("*.jpg")
    assert done.taken == sum(path.stat().st_size for path in files)
    assert cache.known_sizes([work.picture for work in exhibition(room).works])


def test_what_is_there_is_found_without_starting_a_worker(room, cache, orders, monkeypatch):
    first = run(room, cache)
    orders.clear()
    monkeypatch.setattr(prepare.Workshop, "_wake", lambda _: pytest.fail("nothing is to be done"))
    monkeypatch.setattr(prepare.Workshop, "measure", lambda *_: None)
    again = run(room, cache)
    assert (again.made, again.found) == (0, WORKS)
    assert again.taken == first.taken
    assert orders == []


def test_a_picture_that_was_merely_touched_is_found(room, cache, orders):
    first = run(room, cache)
    touched = exhibition(room).works[2].picture
    assert touched
    os.utime(touched, (1e9, 1e9))
    orders.clear()
    heard = []
    again = Preparing(exhibition(room), cache, [SCREEN], 1).run(lambda *news: heard.append(news))
    assert (again.made, again.found, again.taken) == (0, WORKS, first.taken)
    assert [source for source, _ in orders] == [touched], "only reading it tells that it is the same"
    assert len(heard) == WORKS


def test_only_what_is_missing_is_made(room, cache, orders):
    run(room, cache)
    works = exhibition(room).works
    made = cache.find(works[2].picture, SCREEN)
    assert made
    assert made.screen
    made.screen.unlink()
    orders.clear()
    done = run(room, cache, SCREEN)
    assert (done.made, done.found) == (1, WORKS - 1)
    assert orders == [(works[2].picture, (SCREEN,))]


def test_another_screen_is_prepared_beside_the_first(room, cache, orders):
    run(room, cache)
    orders.clear()
    done = run(room, cache, SCREEN, (108, 192))
    assert done.made == WORKS
    assert all(SCREEN not in boxes and boxes[0] == (108, 192) for _, boxes in orders)


def test_pictures_that_only_hang_on_the_stage_are_not_made_to_cover_the_screen(room, cache, orders):
    shown = exhibition(room)
    works = tuple(msgspec.structs.replace(work, highlight=n < 3) for n, work in enumerate(shown.works))
    Preparing(msgspec.structs.replace(shown, works=works), cache, [SCREEN], 1).run()
    boxes = dict(orders)
    assert {len(boxes[work.picture]) for work in works[:3]} == {2}
    assert {boxes[work.picture] for work in works[3:]} == {(SCREEN,)}


def test_the_works_of_a_pair_are_made_for_their_part_of_the_screen_and_for_all_of_it(room, cache, orders):
    shown = exhibition(room)
    named = msgspec.structs.replace(shown.works[4], pair_with=shown.works[5].id)
    Preparing(msgspec.structs.replace(shown, works=(*shown.works[:4], named, shown.works[5])), cache, [SCREEN], 1).run()
    part = pair_box(SCREEN)
    boxes = dict(orders)
    assert [part in boxes[work.picture] for work in shown.works] == [False] * 4 + [True] * 2
    for work in shown.works[4:]:
        for box in (part, SCREEN):
            made = cache.find(work.picture, box)
            assert made
            assert made.screen
            with Image.open(made.screen) as image:
                assert image.width == box[0] or image.height == box[1]


def test_the_logo_is_prepared_for_its_place_and_as_a_picture_where_it_is_one_too(room, cache, orders):
    shown = exhibition(room)
    Image.new("RGB", (500, 500)).save(room / "logo.png")
    for logo in (room / "logo.png", shown.works[0].picture):
        brand = msgspec.structs.replace(shown.brand, logo=logo)
        Preparing(msgspec.structs.replace(shown, brand=brand), cache, [SCREEN], 1).run()
        assert cache.find(logo, LOGO_BOX)
    assert cache.find(shown.works[0].picture, SCREEN)
    assert (room / "logo.png", (LOGO_BOX,)) in orders


def test_a_picture_of_two_works_is_made_once(room, cache, orders):
    shown = exhibition(room)
    works = tuple(msgspec.structs.replace(work, picture=shown.works[0].picture) for work in shown.works)
    done = Preparing(msgspec.structs.replace(shown, works=works), cache, [SCREEN], 1).run()
    assert (done.total, len(orders)) == (1, 1)


def test_what_cannot_be_shown_is_named_as_check_names_it(room, cache):
    pictures = sorted((room / "pictures").glob("*.jpg"))
    whole = pictures[1].read_bytes()
    pictures[1].unlink()
    pictures[1].write_bytes(whole[: len(whole) // 2])
    pictures[4].unlink()
    done = run(room, cache)
    assert (done.made, set(done.refused)) == (WORKS - 2, {pictures[1], pictures[4]})
    shown = exhibition(room)
    truncated, missing = picture_problems(shown, shown, done.refused)
    assert (truncated.rule, truncated.field, truncated.work) == ("truncated", "works[1].picture", "work-00002")
    assert (missing.rule, missing.field) == ("missing", "works[4].picture")
    assert truncated.line > 0


def test_no_more_is_handed_out_than_keeps_the_workers_busy(room, cache, monkeypatch):
    waiting = [0]
    most = [0]
    order = Workshop.order

    def note(workshop: Workshop, source: Path, folder: Path, box: Any, urgency: int, done: Any, more: Any) -> None:
        def heard(result: Any) -> None:
            waiting[0] -= 1
            done(result)

        waiting[0] += 1
        most[0] = max(most[0], waiting[0])
        order(workshop, source, folder, box, urgency, heard, more)

    monkeypatch.setattr(Workshop, "order", note)
    monkeypatch.setattr(prepare, "BATCH", 4)
    assert run(room, cache).made == WORKS
    assert most[0] == HANDED_OUT


def test_stopped_it_ends_with_what_is_in_hand_and_goes_on_later(room, cache):
    preparing = Preparing(exhibition(room), cache, [SCREEN], workers=1)
    done = preparing.run(lambda count, _: preparing.stop() if count == 2 else None)
    assert done.stopped
    assert 2 <= done.made < WORKS
    assert not list(cache.folder.rglob("*.tmp"))
    again = run(room, cache)
    assert (again.found, again.made) == (done.made, WORKS - done.made)


def test_it_ends_when_the_cache_has_no_more_room_and_says_how_much_it_needs(room, tmp_path):
    all_of_it = run(room, Cache(tmp_path / "large", 10**9))
    small = Cache(tmp_path / "small", all_of_it.taken // 2)
    done = run(room, small)
    assert done.ended
    assert done.ended.rule == "cache-too-small"
    assert "cache.size_gb" in done.ended.remedy
    assert 0 < done.made < WORKS


@pytest.mark.parametrize("rule", ["disk-full", "cache-unwritable"])
def test_a_disk_that_takes_no_more_ends_it_with_one_problem(rule, room, cache, monkeypatch):
    def refuse(_: Workshop, source: Path, *more: Any) -> None:
        more[3](Refused(rule, "The disk is full.", "Free some space.").of(source))

    monkeypatch.setattr(Workshop, "order", refuse)
    done = run(room, cache)
    assert done.ended
    assert (done.ended.rule, done.made, done.refused) == (rule, 0, {})


def test_a_fault_of_the_machine_gets_a_second_attempt(room, cache, monkeypatch):
    failed: list[Path] = []
    order = Workshop.order

    def once(workshop: Workshop, source: Path, folder: Path, box: Any, urgency: int, done: Any, more: Any) -> None:
        if failed.count(source) < (2 if source.stem == "00003" else 1):
            failed.append(source)
            done(Refused("worker-died", "The worker died.", "Save it anew.").of(source))
        else:
            order(workshop, source, folder, box, urgency, done, more)

    monkeypatch.setattr(Workshop, "order", once)
    done = run(room, cache)
    assert (done.made, [path.stem for path in done.refused]) == (WORKS - 1, ["00003"])
