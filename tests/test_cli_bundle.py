from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner
from PIL import Image

from kiosk.cli import commands
from kiosk.exhibition.installed import current_exhibition
from kiosk.staff.bundles import secret_key, watching
from kiosk.staff.bundles.secret_key import new_key
from tests.bundles import NOON, files, write_bundle

MANIFEST = "exhibition: {title: Spring}\nworks: [{id: a, picture: a.jpg, alt: x}, {id: b, picture: gone.jpg}]\n"


@pytest.fixture(autouse=True)
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KIOSK_CONFIG", raising=False)
    (tmp_path / "config.yaml").write_text("{}\n")
    (tmp_path / "room").mkdir()
    (tmp_path / "room/manifest.yaml").write_text(MANIFEST)
    Image.new("RGB", (2000, 1000)).save(tmp_path / "room/a.jpg")
    return tmp_path


def run(*arguments: object, **how: Any):
    return CliRunner().invoke(commands, [str(argument) for argument in arguments], **how)


def test_from_a_folder_to_the_wall_and_back(room):
    packed = run("pack", "room", "--quick")
    assert packed.exit_code == 0, packed.output
    assert 'There is no file "gone.jpg"' in packed.output or "gone.jpg" in packed.output
    assert f"{room / 'room.kiosk'}: Spring, generation 1, 2 files" in packed.output
    installed = run("install", "room.kiosk")
    assert installed.exit_code == 0, installed.output
    assert "Spring, generation 1 of" in installed.output
    assert "is shown from now on" in installed.output
    assert "was installed already" in run("install", "room.kiosk").output
    assert "generation 2, 2 files" in run("pack", "room", "-o", "next.kiosk", "--quick").output
    assert "Before: Spring, generation 1. Back to it:  kiosk rollback" in run("install", "next.kiosk").output
    assert json.loads(run("rollback", "--json").output)["generation"] == 1
    refused = run("install", "room.kiosk", "--signed")
    assert refused.exit_code == 3
    assert "Pack it with --key" in refused.output


def test_without_a_name_the_newer_one_on_the_stick_is_installed(room, monkeypatch):
    stick = room / "stick"
    stick.mkdir()
    plugged: list[Path] = []
    monkeypatch.setattr(watching, "sticks", lambda: plugged)
    nothing = run("install")
    assert nothing.exit_code == 1
    assert "No newer bundle was found (no stick is plugged in). Put in the stick, or name the file" in nothing.output
    plugged.append(stick)
    (stick / "half.kiosk").write_bytes(b"PK")
    nothing = run("install")
    assert nothing.exit_code == 1
    assert "It is no bundle" in nothing.output
    assert f"({stick})" in nothing.output
    write_bundle(stick / "spring.kiosk")
    installed = run("install")
    assert installed.exit_code == 0, installed.output
    assert installed.output.startswith(f"{stick / 'spring.kiosk'}\nSpring, generation 1 of")
    assert "exhibition: Spring, generation 1, installed\n" in run("doctor").output
    assert f"No newer bundle than Spring, generation 1, was found ({stick})" in run("install").output
    for number, title in enumerate(("Summer", "Autumn"), 1):
        write_bundle(stick / f"{title}.kiosk", title=title, made=NOON + dt.timedelta(days=number))
    several = run("install")
    assert several.exit_code == 1
    assert f"{stick / 'Autumn.kiosk'}: Autumn, generation 1" in several.output
    assert "Name the one you want" in several.output


def test_a_misspelled_name_is_told_with_the_likely_one(room):
    write_bundle(room / "spring.kiosk")
    assert 'There is no file "sprng.kiosk" here. Did you mean "spring.kiosk"?' in run("install", "sprng.kiosk").output
    assert 'There is no file "rooom" here. Did you mean "room"?' in run("check", "rooom").output
    assert 'no file of this name. Did you mean "config.yaml"?' in run("import", "conifg.yaml", "-o", "x").output
    assert "Did you mean" not in run("check", "far/away").output


def test_what_is_installed_is_not_said_to_be_shown_where_another_is_named(room):
    write_bundle(room / "x.kiosk")
    (room / "config.yaml").write_text("exhibition: room\n")
    installed = run("install", "x.kiosk")
    assert installed.exit_code == 0
    assert "is installed." in installed.output
    assert f"It is not shown: config.yaml names {room / 'room'}." in installed.output
    assert json.loads(run("install", "x.kiosk", "--json").output)["shown_instead"] == str(room / "room")
    (room / "config.yaml").write_text("exhibition: installed\n")
    assert "not shown" not in run("install", "x.kiosk").output


def test_a_bundle_that_the_configuration_names_is_to_be_installed(room):
    (room / "config.yaml").write_text("exhibition: x.kiosk\n")
    write_bundle(room / "x.kiosk")
    checked = run("check")
    assert checked.exit_code == 2
    assert "`kiosk install x.kiosk`" in checked.output


def test_what_cannot_be_packed_says_why(room):
    (room / "room/manifest.yaml").write_text("exhibition: {title: X}\nworks: []\n")
    packed = run("pack", "room")
    assert packed.exit_code == 2
    assert "Expected a list of works" in packed.output
    assert "no bundle was made" in packed.output
    assert not (room / "room.kiosk").exists()


def test_what_cannot_be_installed_says_where_and_why(room):
    (room / "x.kiosk").write_bytes(b"<html>")
    refused = run("install", "x.kiosk")
    assert refused.exit_code == 3
    assert "x.kiosk" in refused.output
    assert "It is no bundle" in refused.output
    told = json.loads(run("install", "x.kiosk", "--json").output)
    assert (told["exit_code"], told["problems"][0]["rule"]) == (3, "not-a-bundle")
    assert run("install", "gone.kiosk").exit_code == 1
    assert run("rollback").exit_code == 3
    assert current_exhibition() is None


def test_bundles_are_signed_and_believed(room, monkeypatch):
    monkeypatch.setattr(secret_key, "OPERATIONS", 1 << 15)
    made = run("keygen", "museum", "--no-password")
    assert made.exit_code == 0, made.output
    assert "take: signed" in made.output
    public = (room / "museum.pub").read_text().splitlines()[1]
    assert f"key: {public}" in made.output
    again = run("keygen", "museum", "--no-password")
    assert again.exit_code == 1
    assert "never overwritten" in again.output
    assert ", signed" in run("pack", "room", "--quick", "--key", "museum.key").output
    assert "Its signature is not known here" in run("install", "room.kiosk").output
    (room / "config.yaml").write_text("bundles: {key: museum.pub, take: signed}\n")
    assert "signed with this kiosk's key" in run("install", "room.kiosk", "--signed").output
    not_a_key = run("pack", "room", "--quick", "--key", "museum.pub")
    assert not_a_key.exit_code == 3
    assert "is not used" in not_a_key.output


def test_a_key_with_a_password_asks_for_it(room):
    secret_key.write_key(new_key(), room / "museum.key", "sesame", 1 << 15, 1 << 24)
    assert ", signed" in run("pack", "room", "--quick", "--key", "museum.key", input="sesame\n").output
    wrong = run("pack", "room", "--quick", "--key", "museum.key", input="barley\n")
    assert wrong.exit_code == 3
    assert "the password is wrong" in wrong.output


def test_a_bundle_is_shown_checked_and_toured_like_a_folder(room, monkeypatch):
    import sys

    import kiosk

    shown: list[Path] = []
    app = ModuleType("kiosk.app")
    app.run = lambda options: shown.append(options.exhibition) or 7
    monkeypatch.setitem(sys.modules, "kiosk.app", app)
    monkeypatch.setattr(kiosk, "app", app, raising=False)
    write_bundle(room / "x.kiosk", files(), made=NOON)
    assert run("x.kiosk", "--windowed").exit_code == 7
    assert shown == [Path("x.kiosk")]  # the show unpacks it, and says in its window why it is refused
    assert "Spring: 2 works" in run("check", "x.kiosk").output
    assert current_exhibition() is None
    (room / "bad.kiosk").write_bytes(b"PK")
    for command in (("check", "bad.kiosk"), ("tour", "bad.kiosk")):
        refused = run(*command)
        assert refused.exit_code == 2
        assert "It is no bundle" in refused.output
    (room / "folder.kiosk").mkdir()
    assert run("folder.kiosk").exit_code == 7
    assert run("gone.kiosk").exit_code == 7
    assert shown[1:] == [Path("folder.kiosk"), Path("gone.kiosk")]


def test_without_an_exhibition_what_is_installed_is_meant(room):
    write_bundle(room / "x.kiosk", {"manifest.yaml": b"exhibition: {title: Autumn}\nworks: [{id: a}]\n"})
    (room / "config.yaml").write_text("exhibition: installed\n")
    nothing = run("check")
    assert nothing.exit_code == 2
    assert "Nothing is installed on this computer yet" in nothing.output
    assert run("install", "x.kiosk").exit_code == 0
    assert "Autumn: 1 work" in run("check").output
    (room / "config.yaml").write_text("{}\n")
    assert "Autumn: 1 work" in run("check").output


def test_publishing_from_the_first_bundle_to_all_kiosks(room):
    secret_key.write_key(new_key(), room / "museum.key", "")
    (room / "config.yaml").write_text("bundles: {key: museum.pub}\n")
    (room / "shared").mkdir()
    for _ in range(2):
        assert run("pack", "room", "--quick", "--key", "museum.key").exit_code == 0
        published = run("publish", "room.kiosk", "shared", "--key", "museum.key", "--group", "test")
        assert published.exit_code == 0, published.output
    assert "Spring, generation 2, is what kiosks of test are told to show now." in published.output
    everybody = run("publish", "shared", "--generation", 1, "--key", "museum.key", "--json")
    assert everybody.exit_code == 3
    assert json.loads(everybody.output)["problems"][0]["rule"] == "older"
    assert "all kiosks" in run("publish", "shared", "--generation", 1, "--key", "museum.key", "--older").output
    run("publish", "shared", "--generation", 2, "--key", "museum.key", "--group", "test")
    told = run("publish", "shared", "--list")
    assert told.exit_code == 0, told.output
    assert "signed with this computer's key" in told.output
    assert [line.split("  ")[-1] for line in told.output.splitlines()[1:]] == ["all others (also back)", "test"]
    assert json.loads(run("publish", "shared", "--list", "--json").output)["signer"] == "ours"
    next(each for each in (room / "shared").glob("room-1-*")).unlink()
    assert "not here as a whole" in run("publish", "shared", "--list").output
    gone = run("publish", "shared", "--generation", 1, "--key", "museum.key", "--older")
    assert gone.exit_code == 3
    assert "Publish the bundle again." in gone.output
    assert run("publish", "room", "--list").exit_code == 1, "nothing was published there"


def test_publishing_says_how_it_is_called():
    for wrong in (("shared",), ("a.kiosk", "shared"), ("x", "shared", "--generation", 1), ("x", "y", "z")):
        assert run("publish", *wrong).exit_code == 2
    assert "small letters" in run("publish", "a", "b", "--group", "Hall 1").output
