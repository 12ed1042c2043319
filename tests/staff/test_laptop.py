"""What a window remembers, where it comes up again, and how exhibitions are found and opened by hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec
import pytest

from kiosk.exhibition.installed import current_exhibition
from kiosk.staff.laptop.browsing import Kind, PlaceKind, look_into, places
from kiosk.staff.laptop.opening import CannotOpen, open_named
from kiosk.staff.laptop.placing import LEAST, Rect, Screen, placed
from kiosk.staff.laptop.settings import FILE, MOST_RECENT, OwnSettings, SettingsFile, forgotten, opened
from kiosk.staff.revision import Asked, read_again
from tests.bundles import write_bundle

if TYPE_CHECKING:
    from pathlib import Path

DESK, WALL = Screen("desk", Rect(0, 30, 1366, 738)), Screen("wall", Rect(1366, 0, 1920, 1080))
SIZE = (1280, 800)
MANIFEST = b"exhibition: {title: Autumn}\nworks: [{id: a}]\n"


def put(settings: SettingsFile, **facts: object) -> OwnSettings:
    return settings.change(partial(msgspec.structs.replace, **facts))


def test_what_is_remembered_is_there_the_next_time(tmp_path: Path) -> None:
    put(SettingsFile(tmp_path / "new"), place=(-5, 7), size=(800, 600), maximised=True, screen="wall")
    settings = put(SettingsFile(tmp_path / "new"), guided=True, language="ar")
    assert settings.place == (-5, 7)
    assert SettingsFile(tmp_path / "new").read() == settings
    assert [file.name for file in (tmp_path / "new").iterdir()] == [FILE]


@pytest.mark.parametrize("damage", [b"", b"{", b'{"place": [1]}', b'{"place": [1e9, 2]}', b"\xff" * 100, b"[" * 90_000])
def test_what_is_damaged_counts_as_not_there(damage: bytes, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(damage)
    assert SettingsFile(tmp_path).read() == OwnSettings()
    assert put(SettingsFile(tmp_path), guided=True) == OwnSettings(guided=True)


@pytest.mark.logs("the window is not remembered")
def test_a_disk_that_refuses_is_told_of_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_bytes(b"")
    settings = SettingsFile(tmp_path / "file")
    for guided in (True, False, True):
        put(settings, guided=guided)
    assert len([each for each in caplog.records if each.name == "kiosk"]) == 1


def test_what_was_opened_last_comes_first_and_once() -> None:
    settings = OwnSettings()
    for number in range(MOST_RECENT + 3):
        settings = opened(settings, f"/{number}", f"Exhibition {number}")
    settings = opened(settings, "/7", "Seven")
    assert [each.path for each in settings.recent] == ["/7", "/10", "/9", "/8", "/6", "/5", "/4", "/3"]
    assert settings.recent[0].title == "Seven"
    assert [each.path for each in forgotten(settings, "/9").recent[:3]] == ["/7", "/10", "/8"]


def kept(place: tuple[int, int] | None, size: tuple[int, int] | None = None, screen: str = "") -> OwnSettings:
    return OwnSettings(place=place, size=size, screen=screen)


@pytest.mark.parametrize(
    ("settings", "screens", "wanted", "found"),
    [
        (kept(None), (DESK, WALL), "", None),
        (kept((40, 50), (800, 600), "desk"), (DESK, WALL), "", ("desk", Rect(40, 50, 800, 600))),
        (kept((1500, 50), (800, 600), "wall"), (DESK, WALL), "", ("wall", Rect(1500, 50, 800, 600))),
        (kept((1500, 50), (1800, 1000), "wall"), (DESK,), "", ("desk", Rect(0, 30, 1366, 738))),
        (kept((1500, 50), (800, 600), "wall"), (DESK,), "", ("desk", Rect(283, 99, 800, 600))),
        (kept((-900, 3000), (800, 600), "desk"), (DESK,), "", ("desk", Rect(0, 168, 800, 600))),
        (kept((40, 50), (800, 600), "desk"), (DESK, WALL), "wall", ("wall", Rect(1926, 240, 800, 600))),
        (kept((40, 50), (2, 3), "desk"), (DESK,), "", ("desk", Rect(40, 50, *LEAST))),
        (kept((40, 50), (800, 600), "desk"), (), "", None),
    ],
)
def test_a_window_comes_up_where_it_was_and_never_where_nobody_sees_it(
    settings: OwnSettings, screens: tuple[Screen, ...], wanted: str, found: tuple[str, Rect] | None
) -> None:
    there = placed(settings, screens, wanted, SIZE)
    assert (there and (there[0].name, there[1])) == found


def test_a_second_window_does_not_hide_the_first() -> None:
    there = placed(kept((40, 50), (800, 600), "desk"), (DESK,), "", SIZE, taken=True)
    assert there
    assert there[1] == Rect(72, 82, 800, 600)


def test_a_folder_shows_what_can_be_opened_first(tmp_path: Path) -> None:
    for folder in ("Zebra", "autumn", "ännchen", ".hidden"):
        (tmp_path / folder).mkdir()
    (tmp_path / "autumn" / "manifest.yaml").write_bytes(MANIFEST)
    (tmp_path / "spring.KIOSK").write_bytes(b"12345")
    (tmp_path / "my-manifest.yml").write_bytes(MANIFEST)
    for other in ("config.yaml", "picture.jpg", "line\nbreak.kiosk"):
        (tmp_path / other).write_bytes(b"")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    found = look_into(tmp_path)
    assert [(thing.path.name, thing.kind) for thing in found.things] == [
        ("autumn", Kind.EXHIBITION),
        ("my-manifest.yml", Kind.MANIFEST),
        ("spring.KIOSK", Kind.BUNDLE),
        ("ännchen", Kind.FOLDER),
        ("Zebra", Kind.FOLDER),
    ]
    assert found.above == tmp_path.parent
    assert look_into(tmp_path / "gone").refused == "No such file or directory"
    assert look_into(tmp_path / "spring.KIOSK").refused == "Not a directory"
    assert look_into(tmp_path).path.is_absolute()


def test_sticks_come_first_and_nothing_twice(tmp_path: Path) -> None:
    (stick := tmp_path / "STICK").mkdir()
    (home := tmp_path / "home").mkdir()
    found = places([stick, tmp_path / "pulled out"], beside=stick)
    assert (found[0].path, found[0].kind) == (stick, PlaceKind.STICK)
    assert [place.path for place in found].count(stick) == 1
    assert found[-1].kind is PlaceKind.COMPUTER
    assert home


def test_a_bundle_is_opened_from_the_cache_and_nothing_is_installed(tmp_path: Path) -> None:
    bundle = write_bundle(tmp_path / "x.kiosk", {"manifest.yaml": MANIFEST})
    found = open_named(bundle)
    assert (found.named, found.title) == (bundle, "Autumn")
    assert current_exhibition() is None
    first = read_again(Asked(None, bundle), tmp_path / "indexes")
    assert first.exhibition
    bundle.unlink()
    later = read_again(Asked(None, bundle), tmp_path / "indexes", first)
    assert later.shows_as(first), "the stick is in somebody's pocket again"
    damaged = write_bundle(tmp_path / "x.kiosk", {"manifest.yaml": MANIFEST + b"# more\n"})
    damaged.write_bytes(damaged.read_bytes().replace(b"# more", b"# less"))
    refused = read_again(Asked(None, bundle), tmp_path / "indexes", first)
    assert refused.exhibition is None
    assert [problem.file for problem in refused.problems] == [bundle]


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        ("x.kiosk", b"PK", "not-a-bundle"),
        ("manifest.yaml", b"works: []\n", None),
        ("picture.jpg", b"\xff\xd8\xff\xe0", None),
        ("gone.kiosk", None, "missing"),
        ("gone", None, "missing"),
    ],
)
def test_what_cannot_be_shown_says_why(name: str, content: bytes | None, rule: str | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(CannotOpen) as cannot:
        open_named(tmp_path / name)
    first = cannot.value.problems[0]
    assert first.message
    assert first.remedy
    assert rule in {None, first.rule}


def test_a_folder_of_exhibitions_names_them(tmp_path: Path) -> None:
    (tmp_path / "spring").mkdir()
    (tmp_path / "spring" / "manifest.yaml").write_bytes(MANIFEST)
    with pytest.raises(CannotOpen, match="spring") as cannot:
        open_named(tmp_path)
    assert cannot.value.problems[0].rule == "no-exhibition"
    assert open_named(tmp_path / "spring").title == "Autumn"
