from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from kiosk.bridge.proofs.outline import add_outline
from kiosk.bridge.proofs.pdf import write_pdf
from kiosk.exhibition.problems import Problem, Severity
from kiosk.pictures.orders import Failed
from kiosk.staff.proofing.pictures import Small
from tests.pdf_words import Pdf
from tests.proofs import DIGEST, FIELDS, HEAD, THEMES, exhibition_of, full, of, sheets_of

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")


def jpeg() -> Small:
    packed = io.BytesIO()
    Image.effect_noise((900, 600), 40).convert("RGB").save(packed, "JPEG")
    return Small(packed.getvalue(), 1200, 800)


def written(tmp_path: Path, works: list[dict[str, object]], picture, problems=(), *, most=99) -> tuple[Pdf, int]:
    """The last file of the proof, and how many pages it has."""
    exhibition = exhibition_of(tmp_path, {"exhibition": HEAD, "themes": THEMES, "works": works})
    file = tmp_path / "sheet.pdf"
    for sheet, shown in sheets_of(exhibition, picture, problems, most=most):
        pages = write_pdf(file, sheet, shown, exhibition)
    return Pdf(file.read_bytes()), pages


def test_the_pages_hold_every_text_in_every_script(tmp_path):
    problem = Problem(rule="r", message="Something is odd.", remedy="Mend it.", severity=Severity.HINT, work="w1")
    pdf, pages = written(tmp_path, [full(1), full(2)], jpeg(), (problem,))
    assert pdf.pages == pages
    said = [pdf.words(page) for page in range(pages)]
    whole = "".join("".join(said).split())
    for number in (1, 2):
        for field in FIELDS[:-1]:
            for language in ("en", "ru", "ko"):
                assert "".join(of(f"{field} {number}")[language].split()) in whole, (field, language)
            assert f"{field}{number}" in whole
    for told in ("Somethingisodd.Mendit.", "KioskGallery0.1.0", DIGEST, "approved", "teaserЩукаru", "1984.2", "w2"):
        assert told in whole
    assert {"NotoSansArabic-Regular", "SourceSansPro-Regular"} <= pdf.fonts
    assert "Page" not in said[0]
    assert said[-1].rstrip().endswith(str(pages))


def test_bookmarks_lead_to_each_work(tmp_path):
    pdf, _ = written(tmp_path, [full(1), full(2)], jpeg())
    assert [title for title, _ in pdf.bookmarks] == [
        *("Title", "The exhibition", "Themes", "What a check found", "1  title 1 en", "2  title 2 en"),
    ]
    for title, page in pdf.bookmarks[4:]:
        assert title[3:] in pdf.words(page)
    assert pdf.misplaced == []


def test_a_work_that_fits_a_page_is_not_parted_and_one_that_does_not_goes_on(tmp_path):
    short, pages = written(tmp_path, [{"id": f"w{n}", "title": of(f"title {n}")} for n in range(12)], None)
    ends = [short.words(page) for _, page in short.bookmarks[4:]]
    assert pages < 12
    assert all(f"title {n} en" in words for n, words in enumerate(ends))
    long, pages = written(tmp_path, [full(1, "word " * 2500), full(2)], jpeg())
    (_, first), (_, second) = long.bookmarks[4:]
    assert second - first > 2
    said = "".join(long.words(page) for page in range(pages))
    assert "".join(said.split()).count("word") == 4 * 2500


def test_a_part_says_which_it_is_and_has_what_is_true_of_the_whole_in_the_first_alone(tmp_path):
    pdf, pages = written(tmp_path, [full(number) for number in (1, 2, 3)], None, most=1)
    said = [pdf.words(page) for page in range(pages)]
    assert "3 of 3, work 3" in said[0]
    assert "before it: a sheet-2-of-3.html" in said[0]
    assert said[-1].count("part 3 of 3") == 1
    assert [title for title, _ in pdf.bookmarks] == ["Title", "What a check found", "3  title 3 en"]


def test_a_broken_picture_is_a_card_with_its_reason(tmp_path):
    failed = Failed(tmp_path / "a.png", "r", '"a.png" is empty.', "Copy it again.")
    pdf, _ = written(tmp_path, [full(1)], failed)
    words = pdf.words(pdf.bookmarks[4][1])
    assert '"a.png" is empty.' in words
    assert "Copy it again." in words


def test_pictures_take_little_room(tmp_path):
    written(tmp_path, [full(number) for number in range(5)], jpeg())
    assert (tmp_path / "sheet.pdf").stat().st_size < 500_000 + 5 * 500_000


def test_a_sheet_that_cannot_be_written_leaves_nothing(tmp_path):
    (tmp_path / "sheet.pdf").mkdir()
    with pytest.raises(OSError, match="directory"):
        written(tmp_path, [full(1)], None)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["manifest.yaml", "sheet.pdf"]


def test_what_is_no_pdf_of_qt_gets_no_bookmarks(tmp_path):
    file = tmp_path / "a.pdf"
    for content in (b"", b"%PDF-1.4\ntrailer << /Size 2 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n", b"x" * 9000):
        file.write_bytes(content)
        assert not add_outline(file, [("Title", 0)])
        assert file.read_bytes() == content
