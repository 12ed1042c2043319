"""Content for many kiosks: a folder with a signed index, and kiosks that do what it says for their groups."""

from __future__ import annotations

import datetime as dt
import json
import logging
import os
import shutil
from typing import TYPE_CHECKING

import msgspec
import pytest

from kiosk.exhibition.config_sections import Bundles, Take
from kiosk.staff.bundles import index as indexes
from kiosk.staff.bundles import publishing
from kiosk.staff.bundles.arrival import Standing
from kiosk.staff.bundles.at_hand import BundleDesk
from kiosk.staff.bundles.attendant import Attendant, take
from kiosk.staff.bundles.index import INDEX, Shelved, encode, read_index
from kiosk.staff.bundles.installing import install, roll_back
from kiosk.staff.bundles.publishing import Wish, publish, stage
from kiosk.staff.bundles.refusal import BundleRefused
from kiosk.staff.bundles.secret_key import SecretKey, new_key
from kiosk.staff.bundles.shelves import AGAIN_S, OVERDUE_S
from kiosk.staff.bundles.store import Store
from kiosk.staff.bundles.watching import SETTLED_S, Watch
from tests.bundles import NOON, files, write_bundle

if TYPE_CHECKING:
    from pathlib import Path

NOW = NOON + dt.timedelta(hours=1)
LATER = NOW + dt.timedelta(hours=1)


@pytest.fixture(scope="module")
def key() -> SecretKey:
    return new_key()


class Desk:
    """Who publishes, into a folder that is copied as it is."""

    def __init__(self, home: Path, key: SecretKey) -> None:
        self.home = home
        self.key = key
        self.folder = home / "published"
        self.folder.mkdir()

    def pack(self, generation: int, **facts) -> Path:
        key = facts.pop("key", self.key)
        return write_bundle(self.home / "spring.kiosk", files(f"mark{generation}"), key, generation=generation, **facts)

    def put(self, generation: int, *groups: str, now: dt.datetime = NOW, **wish: bool) -> Path:
        """The file in which it is published."""
        _, shelved = publish(self.pack(generation), self.folder, self.key, Wish(groups=groups, **wish), now)
        return self.folder / shelved.file

    def tell(self, generation: int, *groups: str, now: dt.datetime = NOW, **wish: bool) -> None:
        stage(generation, self.folder, self.key, Wish(groups=groups, **wish), now)


class Kiosk:
    """One that watches a folder, and does by itself what it is configured to."""

    def __init__(self, home: Path, folder: Path, key: SecretKey, *groups: str, take: Take = Take.INDEX) -> None:
        self.now = 100.0
        self.store = Store(home)
        self.config = Bundles(watch=[str(folder)], key=str(key.public), take=take)
        self.groups = groups
        self.start()

    def start(self) -> None:
        self.watch = Watch(self.config, self.store, lambda: self.now, tuple, groups=self.groups)

    def look(self, seconds: float = SETTLED_S) -> Kiosk:
        """It looks, so long passes, and it looks again: at the index, then at what that lists."""
        for passes in (SETTLED_S, seconds, 0.0):
            take(self.watch, self.store)
            self.now += passes
        take(self.watch, self.store)
        return self

    @property
    def shows(self) -> int | None:
        return self.store.current.generation if self.store.current else None

    @property
    def is_told(self) -> tuple[str, int | None, str]:
        arrival = self.watch.arrival
        return arrival.standing, arrival.generation, arrival.problem.rule if arrival.problem else ""

    @property
    def rules(self) -> set[str]:
        return {problem.rule for problem in self.watch.problems}


@pytest.fixture
def desk(tmp_path: Path, key: SecretKey) -> Desk:
    return Desk(tmp_path, key)


@pytest.fixture
def kiosk(tmp_path: Path, desk: Desk) -> Kiosk:
    return Kiosk(tmp_path / "kiosk", desk.folder, desk.key)


def test_what_is_published_for_all_is_shown_by_all(desk, kiosk):
    file = desk.put(1)
    assert file.name.startswith("spring-1-")
    assert kiosk.look().shows == 1
    assert kiosk.is_told == (Standing.SHOWN, 1, "")
    desk.put(2, now=LATER)
    assert kiosk.look().shows == 2
    assert kiosk.rules == set()


def test_a_rollout_goes_group_by_group(desk, tmp_path):
    tried = Kiosk(tmp_path / "a", desk.folder, desk.key, "touch", "test")
    others = [
        Kiosk(tmp_path / "b", desk.folder, desk.key, "ground-floor"),
        Kiosk(tmp_path / "c", desk.folder, desk.key),
    ]
    desk.put(1)
    assert [each.look().shows for each in (tried, *others)] == [1, 1, 1]
    desk.put(2, "test")
    assert [each.look().shows for each in (tried, *others)] == [2, 1, 1]
    desk.tell(2, "ground-floor")
    assert [each.look().shows for each in (tried, *others)] == [2, 2, 1]
    desk.tell(2)
    assert [each.look().shows for each in (tried, *others)] == [2, 2, 2]
    assert read_index(desk.folder, desk.key.public).index.groups == {}


def test_of_several_groups_the_first_that_the_index_names_counts(desk, tmp_path):
    desk.put(1, "ground-floor")
    desk.put(2, "test")
    assert Kiosk(tmp_path / "a", desk.folder, desk.key, "test", "ground-floor").look().shows == 2
    assert Kiosk(tmp_path / "b", desk.folder, desk.key, "x", "ground-floor", "test").look().shows == 1
    assert Kiosk(tmp_path / "c", desk.folder, desk.key).look().is_told == (Standing.NOTHING, None, "")


def test_kiosks_that_take_the_newest_do_so_and_those_that_ask_wait(desk, tmp_path):
    desk.put(1)
    desk.put(2, "test")
    assert Kiosk(tmp_path / "a", desk.folder, desk.key, take=Take.SIGNED).look().shows == 2
    asking = Kiosk(tmp_path / "b", desk.folder, desk.key, take=Take.ASK).look()
    assert asking.shows is None
    assert [offer.bundle.generation for offer in asking.watch.offers()] == [2]


def test_a_generation_that_is_asked_for_is_found_at_once_and_may_be_older(desk, tmp_path):
    desk.put(1)
    desk.put(2)
    paused: list[float] = []
    kiosk = Kiosk(tmp_path / "kiosk", desk.folder, desk.key, take=Take.ASK)

    def pause(seconds: float) -> None:
        paused.append(seconds)
        kiosk.now += seconds

    staff = BundleDesk(lambda: kiosk.config, lambda: kiosk.now, pause=pause)
    (offer,) = staff.look(2).wanted
    staff.install(offer)
    assert paused == [SETTLED_S] * 2
    (offer,) = staff.look(1).wanted
    staff.install(offer, older=True)
    assert Store().current.generation == 1
    assert staff.look(7).wanted == ()


def test_going_back_has_to_be_told_and_happens_once(desk, kiosk):
    desk.put(1)
    desk.put(2, now=LATER)
    kiosk.look()
    with pytest.raises(BundleRefused) as refused:
        desk.tell(1)
    assert refused.value.problem.rule == "older"
    assert "--older" in refused.value.problem.remedy
    desk.tell(1, older=True)
    assert kiosk.look().shows == 1
    assert kiosk.is_told == (Standing.SHOWN, 1, "")
    install(desk.pack(3), kiosk.store)
    kiosk.start()
    assert kiosk.look().shows == 3, "staff have installed something by hand since"
    assert kiosk.is_told == (Standing.LEFT, 1, "")
    desk.put(4)
    assert kiosk.look().shows == 4


def test_an_index_that_says_something_older_without_telling_so_is_refused(desk, kiosk):
    install(desk.pack(5), kiosk.store)
    desk.put(2)
    assert kiosk.look().shows == 5
    assert kiosk.is_told == (Standing.REFUSED, 2, "backwards")
    (problem,) = kiosk.watch.problems
    assert (problem.file, problem.field) == (desk.folder / INDEX, "everyone")
    assert "generation 5" in problem.message
    assert "kiosk publish --generation 2 --older" in problem.remedy


def test_an_old_index_that_comes_back_leads_nobody_back(desk, kiosk, tmp_path):
    desk.put(1, older=True)
    old = (desk.folder / INDEX).read_bytes()
    desk.put(2, now=LATER)
    kiosk.look()
    (desk.folder / INDEX).write_bytes(old)
    kiosk.start()
    assert kiosk.look().shows == 2
    assert kiosk.is_told == (Standing.REFUSED, None, "older-index")
    assert kiosk.watch.problems[0].field == "published"
    assert Kiosk(tmp_path / "new", desk.folder, desk.key).look().shows == 1


def test_an_index_that_is_about_to_be_replaced_is_not_taken_for_an_old_copy(desk, kiosk):
    desk.put(1)
    kiosk.look()
    desk.put(2, now=LATER)
    asked = Kiosk(kiosk.store.folder, desk.folder, desk.key)  # such as staff, who did not wait for it to settle here
    assert asked.look().shows == 2
    take(kiosk.watch, kiosk.store)
    assert kiosk.rules == set()
    assert kiosk.is_told == (Standing.SHOWN, 1, ""), "as it was"
    kiosk.look()
    assert kiosk.rules == set()
    assert kiosk.is_told == (Standing.SHOWN, 2, "")


def test_the_index_that_was_published_last_counts_wherever_it_is(desk, kiosk, tmp_path):
    desk.put(1)
    stick = tmp_path / "stick"
    shutil.copytree(desk.folder, stick)
    desk.put(2, now=LATER)
    kiosk.config = msgspec.structs.replace(kiosk.config, watch=[str(stick), str(desk.folder)])
    kiosk.start()
    assert kiosk.look().shows == 2
    assert kiosk.rules == set()


def test_what_staff_went_back_from_stays_away_until_something_newer_comes(desk, kiosk):
    desk.put(1)
    kiosk.look()
    desk.put(2)
    kiosk.look()
    roll_back(kiosk.store)
    assert kiosk.look().shows == 1
    assert kiosk.is_told == (Standing.LEFT, 2, "")
    assert "staff" in kiosk.watch.arrival.words
    desk.put(3)
    assert kiosk.look().shows == 3


def test_whoever_installs_an_older_one_is_not_overruled_by_the_newest(desk, tmp_path):
    kiosk = Kiosk(tmp_path / "kiosk", desk.folder, desk.key, take=Take.SIGNED)
    desk.put(1)
    kiosk.look()
    desk.put(2)
    kiosk.look()
    install(desk.pack(1), kiosk.store, older=True, leaves=True)
    assert kiosk.look().shows == 1
    assert kiosk.is_told == (Standing.LEFT, 2, "")


@pytest.mark.parametrize("harm", ["gone", "short", "long", "other bytes"])
def test_what_is_not_here_as_a_whole_is_never_opened_and_told_of_when_it_is_overdue(desk, kiosk, monkeypatch, harm):
    file = desk.put(1)
    whole = file.read_bytes()
    spoilt = {"short": whole[:-1000], "long": whole + b"x", "other bytes": whole.replace(b"mark1", b"mark2", 1)}
    rule = {"gone": "not-here", "other bytes": "hash"}.get(harm, "incomplete")
    with monkeypatch.context() as patched:
        patched.setattr("kiosk.staff.bundles.shelves.open_bundle", lambda file: pytest.fail(f"{file} was opened"))
        file.unlink()
        if harm != "gone":
            file.write_bytes(spoilt[harm])
        assert kiosk.look().shows is None
        assert kiosk.is_told == (Standing.WAITING, 1, rule)
        assert file.name in kiosk.watch.arrival.words
        assert kiosk.watch.problems == ()
        kiosk.look(OVERDUE_S)
        assert kiosk.is_told == (Standing.REFUSED, 1, rule)
        (problem,) = kiosk.watch.problems
        assert problem.file == file
        assert problem.message
        assert problem.remedy
    file.unlink(missing_ok=True)
    file.write_bytes(whole)
    assert kiosk.look().shows == 1
    assert kiosk.watch.problems == ()


def test_a_file_that_grows_is_waited_for_however_long_that_takes(desk, kiosk):
    file = desk.put(1)
    whole = file.read_bytes()
    for part in range(4):
        file.write_bytes(whole[: 1000 + part])
        kiosk.look(OVERDUE_S - SETTLED_S - 1)
        assert kiosk.is_told == (Standing.WAITING, 1, "incomplete")
    file.write_bytes(whole)
    assert kiosk.look().shows == 1


@pytest.mark.parametrize(
    "name",
    [
        ".syncthing.{}.tmp",
        "~syncthing~{}.tmp",
        ".{}.AbC123",
        "{}.filepart",
        "{}.part",
        "~${}",
        "other.kiosk",
        "spring.sync-conflict-20261129-081500-ABCDEFG.kiosk",
    ],
)
def test_names_that_are_not_in_the_index_are_never_opened(desk, kiosk, monkeypatch, name):
    file = desk.put(1)
    kiosk.look()
    opened = []
    for place in ("watching", "shelves"):
        monkeypatch.setattr(f"kiosk.staff.bundles.{place}.open_bundle", opened.append)
    shutil.copy(file, desk.folder / name.format(file.name))
    (desk.folder / ".syncthing.kiosk-index.json.tmp").write_text("{")
    assert kiosk.look().is_told == (Standing.SHOWN, 1, "")
    assert not opened
    assert kiosk.watch.problems == ()


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes with names")
def test_a_pipe_in_the_place_of_a_bundle_or_of_the_index_keeps_nobody_waiting(desk, kiosk):
    file = desk.put(1)
    file.unlink()
    os.mkfifo(file)
    assert kiosk.look().is_told == (Standing.REFUSED, 1, "not-a-regular-file")
    (desk.folder / INDEX).unlink()
    os.mkfifo(desk.folder / INDEX)
    kiosk.look()
    assert kiosk.shows is None


def _change(desk: Desk, kind: str) -> None:
    file = desk.folder / INDEX
    content = file.read_bytes()
    envelope = json.loads(content)
    index = read_index(desk.folder, desk.key.public).index
    if kind == "cut off":
        file.write_bytes(content[:200])
    elif kind == "empty":
        file.write_bytes(b"")
    elif kind == "changed":
        envelope["index"] = envelope["index"].replace('"generation": 1', '"generation": 9')
        file.write_text(json.dumps(envelope))
    elif kind == "unsigned":
        file.write_text(json.dumps({"index": envelope["index"]}))
    elif kind == "another key":
        file.write_bytes(encode(index, new_key()))
    elif kind == "newer format":
        file.write_bytes(encode(msgspec.structs.replace(index, format=2), desk.key))
    elif kind == "out of the folder":
        shelved = msgspec.structs.replace(index.bundles[0], file="../../x.kiosk")
        file.write_bytes(encode(msgspec.structs.replace(index, bundles=(shelved,), everyone=None), desk.key))
    elif kind == "stage of nothing":
        file.write_bytes(encode(msgspec.structs.replace(index, bundles=()), desk.key))
    elif kind == "deep":
        file.write_bytes(b"[" * 100_000)
    else:
        file.write_bytes(b" " * (indexes.MOST_INDEX_BYTES + 1))


@pytest.mark.parametrize(
    ("kind", "rule", "place"),
    [
        ("cut off", "bad-index", ""),
        ("empty", "bad-index", ""),
        ("deep", "bad-index", ""),
        ("huge", "bad-index", ""),
        ("changed", "bad-signature", "signature"),
        ("unsigned", "bad-signature", "signature"),
        ("another key", "other-key", "signature"),
        ("newer format", "newer-program", "format"),
        ("out of the folder", "bad-index", "bundles[0].file"),
        ("stage of nothing", "bad-index", "everyone"),
    ],
)
def test_an_index_that_cannot_be_believed_is_told_of_and_changes_nothing(desk, kiosk, kind, rule, place):
    desk.put(1)
    kiosk.look()
    desk.put(2)
    _change(desk, kind)
    kiosk.look()
    assert kiosk.shows == 1
    assert kiosk.is_told == (Standing.REFUSED, None, rule)
    (problem,) = kiosk.watch.problems
    assert (problem.file, problem.field) == (desk.folder / INDEX, place)
    assert problem.message
    assert problem.remedy
    if rule != "newer-program":
        assert kiosk.watch.offers() == ()
    (desk.folder / INDEX).unlink()
    desk.put(2)
    assert kiosk.look().shows == 2


def test_a_bundle_for_a_newer_program_is_refused_before_it_is_here(desk, kiosk):
    bundle = desk.pack(2, minimum_version="99.0.0")
    content = bundle.read_bytes()
    with pytest.raises(BundleRefused) as refused:
        publish(bundle, desk.folder, desk.key, Wish(), NOW)
    assert refused.value.problem.rule == "newer-program"
    desk.put(1)
    index = read_index(desk.folder, desk.key.public).index
    newer = msgspec.structs.replace(index.bundles[0], minimum_version="99.0.0", size=len(content))
    (desk.folder / INDEX).write_bytes(encode(msgspec.structs.replace(index, bundles=(newer,)), desk.key))
    kiosk.look()
    assert kiosk.is_told == (Standing.REFUSED, 1, "newer-program")
    (problem,) = kiosk.watch.problems
    assert (problem.file, problem.field) == (desk.folder / INDEX, "minimum_version")
    assert "99.0.0" in problem.message
    assert "Update" in problem.remedy


def test_a_disk_that_is_full_is_tried_again(desk, kiosk, monkeypatch):
    desk.put(1)
    with monkeypatch.context() as patched:

        def refuse(*_, **__):
            raise BundleRefused("no-room", desk.folder, "There is no room.", "Free some.")

        patched.setattr("kiosk.staff.bundles.installing.install", refuse)
        kiosk.look()
        assert kiosk.is_told == (Standing.REFUSED, 1, "no-room")
    kiosk.now += AGAIN_S
    assert kiosk.look().shows == 1
    assert kiosk.watch.problems == ()


def test_without_a_key_an_index_tells_only_what_is_whole(desk, tmp_path):
    file = desk.put(1)
    kiosk = Kiosk(tmp_path / "kiosk", desk.folder, desk.key, take=Take.ASK)
    kiosk.config = Bundles(watch=[str(desk.folder)])
    kiosk.start()
    kiosk.look()
    assert [offer.file for offer in kiosk.watch.offers()] == [file]
    file.write_bytes(file.read_bytes()[:-1])
    assert kiosk.look().watch.offers() == ()


def test_nothing_that_kiosks_would_refuse_is_published(desk, tmp_path):
    for bundle, rule in (
        (desk.pack(1, key=None), "not-signed"),
        (desk.pack(1, key=new_key()), "not-signed"),
        (tmp_path / "gone.kiosk", "missing"),
    ):
        copy = tmp_path / f"{rule}.kiosk"
        if bundle.exists():
            copy.write_bytes(bundle.read_bytes())
        with pytest.raises(BundleRefused) as refused:
            publish(copy if bundle.exists() else bundle, desk.folder, desk.key, Wish(), NOW)
        assert refused.value.problem.rule == rule
    spoilt = desk.pack(1)
    spoilt.write_bytes(spoilt.read_bytes().replace(b"mark1", b"mark9", 1))
    with pytest.raises(BundleRefused) as refused:
        publish(spoilt, desk.folder, desk.key, Wish(), NOW)
    assert refused.value.problem.rule == "damaged"
    assert list(desk.folder.iterdir()) == []
    with pytest.raises(BundleRefused):
        publish(desk.pack(1), desk.folder / "nowhere", desk.key, Wish(), NOW)


def test_a_disk_that_refuses_keeps_the_index_that_was_there(desk, monkeypatch):
    desk.put(1)
    before = (desk.folder / INDEX).read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(publishing, "replace_file", refuse)
    with pytest.raises(BundleRefused) as refused:
        desk.put(2)
    assert refused.value.problem.rule == "disk-full"
    assert (desk.folder / INDEX).read_bytes() == before
    assert not [file for file in desk.folder.iterdir() if file.name.startswith(".")]


def test_publishing_tidies_and_never_runs_back(desk):
    first = desk.put(1, now=LATER)
    second = desk.put(2, "test")
    third = desk.put(3, "test", tidy=True)
    assert first.exists()
    assert not second.exists()
    index = read_index(desk.folder, desk.key.public).index
    assert {each.file for each in index.bundles} == {first.name, third.name}
    assert index.published == LATER + dt.timedelta(seconds=2), "the clock of a computer may be put back"
    assert desk.put(3, "test") == third
    with pytest.raises(BundleRefused) as refused:
        desk.tell(2)
    assert refused.value.problem.rule == "generation"


def test_the_same_index_gives_the_same_bytes(desk):
    desk.put(1)
    index = read_index(desk.folder, desk.key.public).index
    assert encode(index, desk.key) == (desk.folder / INDEX).read_bytes()
    assert isinstance(index.bundles[0], Shelved)


def test_what_is_wrong_is_told_once_and_taken_back_when_it_is_over(desk, kiosk, caplog):
    caplog.set_level(logging.INFO)
    told: list[object] = []
    attendant = Attendant(
        Bundles,
        lambda problem: told.append(("wrong", problem.rule)),
        tell=lambda arrival: told.append((arrival.standing, arrival.generation)),
        settle=lambda problem: told.append(("over", problem.rule)),
    )

    def look() -> None:
        attendant.note(frozenset(take(kiosk.watch, kiosk.store)), kiosk.watch.arrival)

    desk.put(1)
    good = (desk.folder / INDEX).read_bytes()
    (desk.folder / INDEX).write_bytes(good[:99])
    for _ in range(3):
        look()
        kiosk.now += SETTLED_S
    (desk.folder / INDEX).write_bytes(good)
    for _ in range(4):
        look()
        kiosk.now += SETTLED_S
    assert told == [
        (Standing.NOTHING, None),
        ("wrong", "bad-index"),
        (Standing.REFUSED, None),
        ("over", "bad-index"),
        (Standing.WAITING, 1),
        (Standing.SHOWN, 1),
    ]
