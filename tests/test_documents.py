"""The documents as a folder of web pages: whole, and readable without a network."""

from __future__ import annotations

import importlib.util
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag

import pytest

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[1]


class Read(HTMLParser):
    """What matters of a page."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.anchors: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.tags: list[str] = []
        self.words = ""
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.tags.append(tag)
        self.anchors += [known["id"] or ""] if "id" in known else []
        self.links += [known.get("href") or ""] if tag == "a" else []
        self.loaded += [known[name] or "" for name in ("src", "href") if name in known and tag != "a"]

    def handle_data(self, data: str) -> None:
        self.words += data


def documents() -> ModuleType:
    spec = importlib.util.spec_from_file_location("documents", ROOT / "packaging" / "documents.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["documents"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("documents")
    documents().Folder(out).write()
    return out


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, Read]:
    return {file.name: Read(file) for file in sorted(folder.glob("*.html"))}


def test_every_link_leads_to_a_file_and_a_place_in_it(folder: Path, pages: dict[str, Read]) -> None:
    count = 0
    for name, page in pages.items():
        for link in page.links:
            if link.startswith("https://"):
                continue
            path, anchor = urldefrag(link)
            count += 1
            assert (folder / unquote(path or name)).is_file(), f"{name}: {link}"
            if anchor:
                assert unquote(anchor) in pages[path or name].anchors, f"{name}: {link}"
    assert count > 300


def test_nothing_is_fetched_and_nothing_runs(folder: Path, pages: dict[str, Read]) -> None:
    for name, page in pages.items():
        assert not {"script", "iframe", "object", "form"} & set(page.tags), name
        for place in page.loaded:
            assert (folder / unquote(place)).is_file(), f"{name}: {place}"
    style = (folder / "style.css").read_text("utf-8")
    assert "//" not in style
    assert "@import" not in style


def test_a_page_has_a_title_one_heading_and_each_anchor_once(pages: dict[str, Read]) -> None:
    for name, page in pages.items():
        assert (page.tags.count("h1"), page.tags.count("title"), page.tags.count("nav")) == (1, 1, 1), name
        assert len(page.anchors) == len(set(page.anchors)), name


def test_every_document_is_in_it(pages: dict[str, Read]) -> None:
    sources = {page.source.as_posix() for group in documents().all_groups().values() for page in group}
    written = {file.relative_to(ROOT).as_posix() for file in (ROOT / "docs").glob("*.md")}
    assert written <= sources
    decisions = {file.stem for file in (ROOT / "docs" / "decisions").glob("*.md")}
    assert decisions <= set(pages["decisions.html"].anchors)


def test_what_is_said_to_engineers_in_comments_is_not_shown(pages: dict[str, Read]) -> None:
    assert "<!--" in (ROOT / "docs" / "staff-guide.md").read_text("utf-8")
    assert not any("<!--" in page.words or "by hand: at the kiosk" in page.words for page in pages.values())


@pytest.mark.parametrize(
    ("words", "anchor"),
    [("What it says, and what to do", "what-it-says-and-what-to-do"), ("`works[].show`", "worksshow"), ("9. A", "9-a")],
)
def test_anchors_are_those_of_code_hosts(words: str, anchor: str) -> None:
    assert documents().slug(words) == anchor


def test_a_link_that_leads_nowhere_ends_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = documents()
    monkeypatch.setattr(module, "ROOT", tmp_path)
    (tmp_path / "a.md").write_text("# A\n\n[b](b.md)\n")
    with pytest.raises(SystemExit, match=r"a\.md: there is no b\.md"):
        module.Folder(tmp_path / "out")._document(module.PurePosixPath("a.md"))
