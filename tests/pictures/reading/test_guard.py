"""The one door for picture files: what gets in, and what is said of the rest."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, UnidentifiedImageError

from kiosk.pictures.reading.guard import Header, Refused, examine, open_picture
from tests import drawn

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An exhibition's folder with one sound picture, beside a folder that is none of its business."""
    folder = tmp_path / "exhibition"
    (folder / "pictures").mkdir(parents=True)
    (folder / "pictures" / "plain.jpg").write_bytes(drawn.jpeg())
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "plain.jpg").write_bytes(drawn.jpeg())
    return folder


def refusal(path: Path, folder: Path) -> Refused:
    with pytest.raises(Refused) as refused:
        examine(path, folder)
    return refused.value


@pytest.mark.parametrize("name", drawn.SOUND)
def test_a_header_tells_format_and_size_as_shown(name: str, tmp_path: Path) -> None:
    picture = drawn.SOUND[name]
    path = tmp_path / name
    path.write_bytes(picture.data())
    assert examine(path, tmp_path) == Header(picture.format, *picture.size)


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_width_and_height_change_places_with_a_quarter_turn(turn: int, form: str, tmp_path: Path) -> None:
    path = tmp_path / "turned"
    path.write_bytes(drawn.turned(turn, form))
    assert examine(path, tmp_path) == Header(form, drawn.WIDTH, drawn.HEIGHT)


@pytest.mark.parametrize("name", ["huge.png", "huge.jpg", "huge-progressive.jpg", "no-pixels.png", "head-only.jpg"])
def test_a_header_that_rules_a_picture_out_is_enough(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(drawn.BROKEN[name].data())
    assert refusal(path, tmp_path).rule == drawn.BROKEN[name].rule


def test_a_missing_picture_is_named(folder: Path) -> None:
    refused = refusal(folder / "pictures" / "gone.jpg", folder)
    assert refused.rule == "missing"
    assert '"pictures/gone.jpg"' in refused.message


def test_a_name_below_a_file_is_missing(folder: Path) -> None:
    assert refusal(folder / "pictures" / "plain.jpg" / "below.jpg", folder).rule == "missing"


@pytest.mark.parametrize(
    "name", ["x" * 300 + ".jpg", "nul\0.jpg", "line\nbreak.jpg", "\x1b[2Jclear.jpg", "\u202egpj.exe"]
)
def test_a_hostile_name_is_refused_in_words_that_print(name: str, folder: Path) -> None:
    refused = refusal(folder / name, folder)
    assert refused.rule == "missing"
    assert refused.message.isprintable()


@posix
def test_a_name_that_is_not_text_is_shown_and_refused_like_any_other(folder: Path) -> None:
    path = folder / os.fsdecode(b"caf\xe9.jpg")
    path.write_bytes(drawn.jpeg())
    assert examine(path, folder).format == "JPEG"
    path.write_bytes(b"")
    assert refusal(path, folder).message.encode()


@pytest.mark.parametrize("way", ["../private/plain.jpg", "pictures/../../private/plain.jpg"])
def test_a_path_out_of_the_folder_is_refused(way: str, folder: Path) -> None:
    assert refusal(folder / way, folder).rule == "outside-folder"


def test_an_absolute_path_elsewhere_is_refused(folder: Path) -> None:
    assert refusal(folder.parent / "private" / "plain.jpg", folder).rule == "outside-folder"


@posix
def test_a_link_may_lead_anywhere_inside_the_folder_and_nowhere_else(folder: Path) -> None:
    (folder / "inside.jpg").symlink_to(folder / "pictures" / "plain.jpg")
    (folder / "outside.jpg").symlink_to(folder.parent / "private" / "plain.jpg")
    (folder / "private").symlink_to(folder.parent / "private")
    (folder / "circle.jpg").symlink_to(folder / "circle.jpg")
    (folder / "dangling.jpg").symlink_to(folder / "gone.jpg")
    assert examine(folder / "inside.jpg", folder).format == "JPEG"
    assert refusal(folder / "outside.jpg", folder).rule == "outside-folder"
    assert refusal(folder / "private" / "plain.jpg", folder).rule == "outside-folder"
    assert refusal(folder / "circle.jpg", folder).rule == "missing"
    assert refusal(folder / "dangling.jpg", folder).rule == "missing"


@posix
def test_a_folder_that_is_a_link_itself_is_fine(folder: Path) -> None:
    link = folder.parent / "link"
    link.symlink_to(folder)
    assert examine(link / "pictures" / "plain.jpg", link).format == "JPEG"


def test_a_folder_is_not_a_picture(folder: Path) -> None:
    (folder / "folder.jpg").mkdir()
    assert refusal(folder / "folder.jpg", folder).rule == "not-a-regular-file"


@posix
def test_a_pipe_that_nobody_writes_to_does_not_keep_anybody_waiting(folder: Path) -> None:
    os.mkfifo(folder / "pipe.jpg")
    assert refusal(folder / "pipe.jpg", folder).rule == "not-a-regular-file"


@posix
def test_a_pipe_put_there_at_the_last_moment_does_not_either(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    regular = (folder / "pictures" / "plain.jpg").stat()
    os.mkfifo(folder / "pipe.jpg")
    monkeypatch.setattr(Path, "stat", lambda _, **__: regular)
    assert refusal(folder / "pipe.jpg", folder).rule == "not-a-regular-file"


@posix
def test_a_device_is_not_a_picture() -> None:
    assert refusal(Path("/dev/zero"), Path("/dev")).rule == "not-a-regular-file"


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_picture_without_permission_is_named(folder: Path) -> None:
    path = folder / "pictures" / "plain.jpg"
    path.chmod(0)
    assert refusal(path, folder).rule == "no-permission"


@pytest.mark.parametrize(
    ("error", "rule"),
    [
        (PermissionError(13, "denied"), "no-permission"),
        (OSError(116, "stale"), "unreadable"),
        (OSError(5, "I/O"), "unreadable"),
    ],
)
def test_what_the_system_refuses_is_said(
    error: OSError, rule: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise error

    monkeypatch.setattr(os, "open", refuse)
    refused = refusal(folder / "pictures" / "plain.jpg", folder)
    assert refused.rule == rule
    assert "plain.jpg" in refused.message


def test_an_open_picture_is_read_as_any_file(folder: Path) -> None:
    with open_picture(folder / "pictures" / "plain.jpg", folder) as file:
        assert file.read() == drawn.jpeg()


@given(st.binary(max_size=300))
@settings(max_examples=300)
def test_any_bytes_are_a_picture_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any"
    path.write_bytes(data)
    assert refusal(path, path.parent).rule in {"not-a-picture", "damaged", "unsupported-format", "truncated"}


@given(st.sampled_from(sorted(drawn.SOUND)), st.integers(0, 300), st.binary(min_size=1, max_size=8))
@settings(max_examples=200)
def test_a_spoilt_header_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, name: str, place: int, damage: bytes
) -> None:
    data = bytearray(drawn.SOUND[name].data())
    data[place : place + len(damage)] = damage
    path = tmp_path_factory.getbasetemp() / "spoilt"
    path.write_bytes(data)
    with contextlib.suppress(Refused):
        assert examine(path, path.parent).width > 0


def test_a_heic_without_its_reader_is_refused_with_the_name_of_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    path = tmp_path / "phone.heic"
    path.write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(100))
    refused = refusal(path, tmp_path)
    assert refused.rule == "unsupported-format"
    assert '"phone.heic" is a HEIC picture' in refused.message
    assert "kiosk-gallery[heif]" in refused.remedy


@pytest.mark.skipif(not drawn.HEIC, reason="the heif extra is not installed")
def test_a_heic_is_read_without_teaching_pillow_to_open_others(tmp_path: Path) -> None:
    path = tmp_path / "phone.heic"
    path.write_bytes(drawn.heic(6))
    assert examine(path, tmp_path) == Header("HEIF", drawn.WIDTH, drawn.HEIGHT)
    with pytest.raises(UnidentifiedImageError):
        Image.open(path)
