"""Works that staff take off the wall."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from kiosk.exhibition.disk import Disk
from kiosk.exhibition.model import Exhibition, Theme, Work
from kiosk.exhibition.selection import Selection
from kiosk.exhibition.text import plain
from kiosk.staff.hidden import FILE, HiddenWorks

TODAY, TOMORROW = date(2026, 11, 28), date(2026, 11, 29)


def exhibition(*ids: str, title: str = "X") -> Exhibition:
    works = tuple(Work(id=each, themes=("air",)) for each in ids)
    return Exhibition(
        source=Path("/x/manifest.yaml"),
        folder=Path("/x"),
        title=plain(title),
        themes=(Theme("air", plain("Air")),),
        works=works,
    )


ABC = exhibition("a", "b", "c")


def shown(hidden, what=ABC, day=TODAY):
    return Selection(what, hidden.of(what)).works((), day)


def test_a_work_is_hidden_until_a_day_or_for_good_and_after_a_restart(tmp_path):
    hidden = HiddenWorks(tmp_path)
    assert hidden.hide(ABC, 0, TOMORROW, TODAY)
    assert hidden.hide(ABC, 2, None, TODAY)
    for each in (hidden, HiddenWorks(tmp_path)):
        assert shown(each) == (1,)
        assert shown(each, day=TOMORROW) == (0, 1)
        assert Selection(ABC, each.of(ABC)).works(()) == (1,)
    hidden.show(ABC, 2, TODAY)
    assert shown(HiddenWorks(tmp_path)) == (1, 2)


def test_the_last_one_cannot_be_hidden(tmp_path):
    hidden = HiddenWorks(tmp_path)
    assert [hidden.hide(ABC, work, None, TODAY) for work in (0, 1, 2)] == [True, True, False]
    assert shown(hidden) == (2,)
    assert shown(hidden, exhibition("a", "b")) == (0, 1)  # what was hidden is all that is left


def test_one_that_was_hidden_until_today_makes_room_for_another(tmp_path):
    hidden = HiddenWorks(tmp_path)
    hidden.hide(ABC, 0, TOMORROW, TODAY)
    hidden.hide(ABC, 1, None, TODAY)
    assert hidden.hide(ABC, 2, None, TOMORROW)
    assert shown(hidden, day=TOMORROW) == (0,)


def test_it_is_the_work_that_is_hidden_and_not_its_place(tmp_path):
    hidden = HiddenWorks(tmp_path)
    hidden.hide(ABC, 1, None, TODAY)
    assert shown(hidden, exhibition("new", "a", "c", "b")) == (0, 1, 2)
    assert shown(hidden, exhibition("a", "b", title="Another")) == (0, 1)


def test_counts_and_themes_know_of_it(tmp_path):
    hidden = HiddenWorks(tmp_path)
    hidden.hide(ABC, 1, None, TODAY)
    selection = Selection(ABC, hidden.of(ABC))
    assert selection.works(("air",), TODAY) == selection.works((), TODAY) == (0, 2)
    assert selection.counts((), TODAY) == {"air": 2}
    assert selection.dated


@pytest.mark.parametrize("content", [b"", b"\xff", b"[1]", b'[{"exhibition": "X"}]'])
def test_what_cannot_be_read_hides_nothing(tmp_path, content):
    (tmp_path / FILE).write_bytes(content)
    assert shown(HiddenWorks(tmp_path)) == (0, 1, 2)


def test_it_is_written_in_one_step_and_on_the_disk_before_that(tmp_path):
    steps = []

    class Seen(Disk):
        def sync(self, opened):
            steps.append("sync")
            super().sync(opened)

        def replace(self, file, by):
            steps.append("replace")
            super().replace(file, by)

        def sync_folder(self, folder):
            steps.append("sync folder")
            super().sync_folder(folder)

    HiddenWorks(tmp_path, Seen()).hide(ABC, 0, None, TODAY)
    assert steps == ["sync", "replace", "sync folder"]


@pytest.mark.skipif(os.name == "nt", reason="a file in the place of a folder")
def test_a_disk_that_refuses_leaves_everything_as_it_was(tmp_path):
    (tmp_path / "state").write_text("in the way")
    hidden = HiddenWorks(tmp_path / "state")
    with pytest.raises(OSError, match="state"):
        hidden.hide(ABC, 0, None, TODAY)
    assert shown(hidden) == (0, 1, 2)
