from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from kiosk.exhibition.problems import Severity
from kiosk.staff.check import CheckReport, check

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "exhibition: {title: Spring}\nthemes: {water: {name: Water}}\nworks:\n"


@pytest.fixture
def room(tmp_path: Path) -> Path:
    (tmp_path / "pictures").mkdir()
    Image.new("RGB", (1200, 900), "teal").save(tmp_path / "pictures/good.jpg")
    return tmp_path


def checked(room: Path, works: str, **how: bool) -> CheckReport:
    (room / "manifest.yaml").write_text(HEAD + works, encoding="utf-8")
    return check(room, **how)


GOOD = "- {id: a, picture: pictures/good.jpg, alt: A lake, themes: [water]}\n"


def test_a_sound_exhibition_is_fine(room):
    report = checked(room, GOOD + "- {id: card}\n")
    assert report == CheckReport(
        source=room / "manifest.yaml",
        usable=True,
        title="Spring",
        works=2,
        themes=1,
        languages=("en",),
        pictures=1,
        problems=(),
    )
    assert report.exit_code == 0


def test_a_size_that_is_not_the_pictures_is_a_hint_with_what_to_do(room):
    report = checked(room, "- {id: a, picture: pictures/good.jpg, alt: A lake, themes: [water], size_cm: [80, 60]}\n")
    (problem,) = report.problems
    assert (problem.rule, problem.work, problem.field, problem.severity) == (
        "other-shape",
        "a",
        "works[0].size_cm",
        Severity.HINT,
    )
    assert "80 cm high and 60 cm wide" in problem.message
    assert "[height, width]" in problem.remedy
    assert (
        checked(
            room, "- {id: a, picture: pictures/good.jpg, alt: A lake, themes: [water], size_cm: [61, 80]}\n"
        ).problems
        == ()
    )


@pytest.mark.parametrize(("name", "rule"), [("nothing.jpg", "missing"), ("broken.jpg", "not-a-picture")])
def test_a_picture_that_cannot_be_shown_is_a_warning_at_its_place(room, name, rule):
    (room / "pictures/broken.jpg").write_bytes(b"<html>404</html>")
    report = checked(room, GOOD + f"-\n  id: b\n  alt: x\n  picture: pictures/{name}\n")
    (problem,) = report.problems
    assert (problem.rule, problem.work, problem.field) == (rule, "b", "works[1].picture")
    assert (problem.line, problem.column) == (8, 12)
    assert problem.severity is Severity.WARNING
    assert name in problem.message
    assert (report.works, report.pictures, report.exit_code) == (2, 1, 1)


def test_places_are_right_after_a_work_that_is_left_out(room):
    report = checked(room, "- just words\n- {title: no id}\n- {id: b, alt: x, picture: gone.jpg}\n")
    assert [problem.line for problem in report.problems if problem.work == "b"] == [6]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="links are for POSIX")
def test_a_link_out_of_the_folder_is_refused(room, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "secret.jpg"
    (room / "pictures/good.jpg").rename(outside)
    (room / "pictures/good.jpg").symlink_to(outside)
    (problem,) = checked(room, GOOD).problems
    assert problem.rule == "outside-folder"


def test_a_name_in_other_capitals_is_found_and_hinted(room):
    report = checked(room, GOOD.replace("good.jpg", "GOOD.JPG"))
    if (room / "pictures/GOOD.JPG").exists():
        pytest.skip("this disk does not tell capitals apart")
    assert [(problem.rule, problem.severity) for problem in report.problems] == [("spelling", Severity.HINT)]
    assert '"pictures/good.jpg"' in report.problems[0].message
    assert (report.pictures, report.exit_code) == (1, 0)


def test_what_could_be_better_is_a_hint(room):
    Image.new("RGB", (300, 200)).save(room / "pictures/small.jpg", format="PNG")
    report = checked(
        room, "- {id: a, themes: [water], picture: pictures/small.jpg}\n- {id: b, picture: pictures/small.jpg}\n"
    )
    assert [(problem.rule, problem.work) for problem in report.problems] == [
        ("ending", "a"),
        ("small-picture", "a"),
        ("ending", "b"),
        ("small-picture", "b"),
    ]
    assert ".png" in report.problems[0].remedy
    assert report.exit_code == 0


def test_files_of_the_brand_are_looked_for(room):
    manifest = "exhibition: {title: X, brand: {logo: logo.png, fonts: [a.ttf]}}\nworks: [{id: a}]\n"
    (room / "manifest.yaml").write_text(manifest, encoding="utf-8")
    (room / "a.ttf").touch()
    (problem,) = check(room).problems
    assert (problem.rule, problem.field, problem.severity) == ("missing", "exhibition.brand.logo", Severity.WARNING)


def test_a_logo_that_is_no_picture_is_a_warning(room):
    manifest = "exhibition: {title: X, brand: {logo: logo.png}}\nworks: [{id: a}]\n"
    (room / "manifest.yaml").write_text(manifest, encoding="utf-8")
    (room / "logo.png").write_bytes(b"<html>")
    (problem,) = check(room).problems
    assert (problem.rule, problem.field, problem.severity) == (
        "not-a-picture",
        "exhibition.brand.logo",
        Severity.WARNING,
    )


def test_pictures_need_not_be_looked_at(room):
    assert checked(room, "- {id: b, picture: gone.jpg, themes: [water]}\n", pictures=False).problems == ()


def test_a_picture_without_its_end_is_found_when_thorough(room):
    whole = (room / "pictures/good.jpg").read_bytes()
    (room / "pictures/half.jpg").write_bytes(whole[: len(whole) // 2])
    works = GOOD + "- {id: b, alt: x, picture: pictures/half.jpg}\n"
    assert checked(room, works).problems == ()
    report = checked(room, works, thorough=True)
    assert [(problem.rule, problem.work) for problem in report.problems] == [("truncated", "b")]
    assert report.pictures == 1


def test_progress_counts_every_picture_once(room):
    (room / "manifest.yaml").write_text(HEAD + GOOD + GOOD.replace("id: a", "id: b").replace("good", "gone"))
    for thorough in (False, True):
        heard: list[tuple[int, int]] = []
        check(room, thorough=thorough, progress=lambda done, total, heard=heard: heard.append((done, total)))
        assert heard == [(1, 2), (2, 2)][2 - len(heard) :]
        assert heard[-1] == (2, 2)


@pytest.mark.parametrize(
    ("content", "rule"), [(None, "missing"), ("", "empty"), ("exhibition: {title: X}\n", "no-works")]
)
def test_nothing_to_show_is_unusable(tmp_path, content, rule):
    if content is not None:
        (tmp_path / "manifest.yaml").write_text(content)
    report = check(tmp_path)
    assert [problem.rule for problem in report.problems] == [rule]
    assert report.exit_code == 2
    assert report.source == tmp_path / "manifest.yaml"
