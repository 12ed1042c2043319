"""All documents as one folder of web pages to be read without a network: `python packaging/documents.py DIR`.

Each Markdown file becomes a page, the decisions become one. Links between documents lead to the pages, links to other
files of the source to copies beside them. What leads nowhere ends the build. Needs the extra `dev`.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
from html import escape
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from markdown_it import MarkdownIt
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

ROOT = Path(__file__).resolve().parents[1]
STYLE = Path(__file__).with_name("documents.css")
DECISIONS = PurePosixPath("docs/decisions")
WIDEST_PICTURE = 1400
FONTS = {
    "font_source_sans_pro": ("SourceSansPro-Regular.otf", "SourceSansPro-It.otf", "SourceSansPro-Semibold.otf"),
    "fontpkg_source_serif_4": ("SourceSerif4[[]opsz,wght].ttf",),
}
"""The program's own faces (SIL OFL); the style sheet names the files."""


class Page(NamedTuple):
    """A page: the file it is made from, and its name in the list of all."""

    source: PurePosixPath
    name: str

    @property
    def file(self) -> str:
        """What it is called in the folder."""
        if self.source.name == "README.md":
            return "-".join(("index", *self.source.parts[:-1])) + ".html"
        return f"{self.source.stem.lower()}.html"


GROUPS: Mapping[str, Sequence[Page]] = {
    "For you": (
        Page(PurePosixPath("README.md"), "Kiosk Gallery"),
        Page(PurePosixPath("docs/staff-guide.md"), "Staff guide"),
        Page(PurePosixPath("docs/technician-guide.md"), "Technician guide"),
        Page(PurePosixPath("docs/fleet.md"), "Many kiosks"),
    ),
    "To look up": (
        Page(PurePosixPath("docs/manifest.md"), "The manifest"),
        Page(PurePosixPath("docs/config.md"), "The settings"),
        Page(PurePosixPath("docs/reliability.md"), "What it promises"),
        Page(PurePosixPath("SECURITY.md"), "Security"),
        Page(PurePosixPath("CHANGELOG.md"), "Changes"),
    ),
    "For engineers": (
        Page(PurePosixPath("ARCHITECTURE.md"), "Architecture"),
        Page(PurePosixPath("docs/path-of-a-picture.md"), "The path of a picture"),
        Page(PurePosixPath("docs/performance.md"), "Performance"),
        Page(DECISIONS, "Decisions"),
        Page(PurePosixPath("packaging/README.md"), "Packaging"),
    ),
}


def all_groups() -> dict[str, tuple[Page, ...]]:
    """Every page by its group; what each target of the packaging says of itself comes last."""
    groups = {name: tuple(pages) for name, pages in GROUPS.items()}
    targets = sorted(file.relative_to(ROOT).as_posix() for file in (ROOT / "packaging").glob("*/README.md"))
    more = (Page(PurePosixPath(each), f"Packaging: {each.split('/')[1]}") for each in targets)
    groups["For engineers"] = (*groups["For engineers"], *more)
    return groups


def slug(words: str) -> str:
    """The anchor of a heading, as code hosts make it."""
    return re.sub(r"[^\w\- ]", "", words.strip().lower()).replace(" ", "-")


class Folder:
    """The folder that is written, and how its pages find each other."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.groups = all_groups()
        self.pages = {page.source: page for pages in self.groups.values() for page in pages}
        self._markdown = MarkdownIt("commonmark", {"html": True}).enable("table")
        self._markdown.add_render_rule("table_open", _table_open)
        self._markdown.add_render_rule("table_close", _table_close)

    def write(self) -> None:
        """Every page, the style sheet, the fonts and what pages show or link to."""
        self.out.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(STYLE, self.out / "style.css")
        for file in font_files():
            shutil.copyfile(file, self.out / file.name.replace("[opsz,wght]", ""))
        for page in self.pages.values():
            body, headings = self._decisions() if page.source == DECISIONS else self._document(page.source)
            (self.out / page.file).write_text(self._around(page, body, headings), "utf-8", newline="\n")

    def _document(self, source: PurePosixPath) -> tuple[str, list[tuple[str, str]]]:
        """A document as HTML, and the anchors and words of its headings of the second level."""
        tokens = self._markdown.parse((ROOT / source).read_text("utf-8"))
        headings = []
        for place, token in enumerate(tokens):
            if token.type == "heading_open":
                words = _words(tokens[place + 1])
                token.attrSet("id", _free(slug(words), {anchor for anchor, _ in headings}))
                if token.tag == "h2":
                    headings.append((str(token.attrGet("id")), words))
            for child in token.children or ():
                self._lead(child, source)
        return self._rendered(tokens), headings

    def _decisions(self) -> tuple[str, list[tuple[str, str]]]:
        """All decisions as one document, an anchor for each file."""
        parts = ["<h1>Decisions</h1>\n<p>What is not obvious, and why it is so. The latest stands last.</p>\n"]
        headings = []
        for file in sorted((ROOT / DECISIONS).glob("*.md")):
            body, _ = self._document(DECISIONS / file.name)
            title = re.search(r"<h1[^>]*>(.*?)</h1>", body)
            headings.append((file.stem, f"{file.stem[:4]} {re.sub('<[^>]+>', '', title[1]) if title else file.stem}"))
            body = re.sub(r"<(/?)h([1-5])(?: id=\"[^\"]*\")?>", lambda found: f"<{found[1]}h{int(found[2]) + 1}>", body)
            body = body.replace("<h2>", f"<h2><small>{file.stem[:4]}</small>", 1)
            parts.append(f'<section id="{file.stem}">\n{body}</section>\n')
        return "".join(parts), [(anchor, _plain(words)) for anchor, words in headings]

    def _rendered(self, tokens: Sequence[Token]) -> str:
        shown = [token for token in tokens if not (token.type == "html_block" and _is_comment(token.content))]
        strange = [token.content for token in shown if token.type == "html_block"]
        if strange:
            raise SystemExit(f"There is HTML in a document: {strange[0]}")
        return str(self._markdown.renderer.render(shown, self._markdown.options, {}))

    def _lead(self, token: Token, source: PurePosixPath) -> None:
        """Have a link or a picture lead to where that is in the folder."""
        attribute = {"link_open": "href", "image": "src"}.get(token.type)
        if attribute:
            token.attrSet(attribute, self._place(str(token.attrGet(attribute)), source))

    def _place(self, link: str, source: PurePosixPath) -> str:
        path, _, anchor = link.partition("#")
        if re.match(r"[a-z]+:", path) or not path:
            return link
        target = PurePosixPath(os.path.normpath(source.parent / path))
        suffix = f"#{anchor}" if anchor else ""
        if (ROOT / target / "README.md").exists():
            target /= "README.md"
        if target in self.pages:
            return self.pages[target].file + suffix
        if target.parent == DECISIONS:
            return f"{self.pages[DECISIONS].file}#{target.stem}"
        if not (ROOT / target).is_file():
            raise SystemExit(f"{source}: there is no {target}")
        return self._copied(target)

    def _copied(self, target: PurePosixPath) -> str:
        """Where a file of the source lies in the folder; pictures are made as small as a page needs them."""
        there = self.out / "files" / target
        there.parent.mkdir(parents=True, exist_ok=True)
        if target.suffix == ".png":
            there = there.with_suffix(".webp")
            with Image.open(ROOT / target) as picture:
                picture.thumbnail((WIDEST_PICTURE, WIDEST_PICTURE), reducing_gap=3.0)
                picture.convert("RGB").save(there, quality=86, method=4)
        else:
            shutil.copyfile(ROOT / target, there)
        return there.relative_to(self.out).as_posix()

    def _around(self, page: Page, body: str, headings: Sequence[tuple[str, str]]) -> str:
        title = "Kiosk Gallery" if page.name == "Kiosk Gallery" else f"{page.name} – Kiosk Gallery"
        return PAGE.format(
            title=escape(title), navigation="\n".join(self._navigation(page, headings)), body=body, version=_version()
        )

    def _navigation(self, here: Page, headings: Sequence[tuple[str, str]]) -> Iterator[str]:
        for group, pages in self.groups.items():
            yield f"<p>{escape(group)}</p>\n<ul>"
            for page in pages:
                current = ' aria-current="page"' if page == here else ""
                yield f'<li><a href="{page.file}"{current}>{escape(page.name)}</a>'
                if page == here and len(headings) > 1:
                    inside = "".join(f'<li><a href="#{anchor}">{escape(words)}</a></li>' for anchor, words in headings)
                    yield f"<ul>{inside}</ul>"
                yield "</li>"
            yield "</ul>"


PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="stylesheet" href="style.css">
</head>
<body>
<a class="skip" href="#text">To the text</a>
<nav aria-label="Documents">
<input type="checkbox" id="open" aria-label="All documents"><label for="open">All documents</label>
<div>
{navigation}
</div>
</nav>
<main id="text">
{body}
<footer>Kiosk Gallery {version}</footer>
</main>
</body>
</html>
"""


def font_files() -> Iterator[Path]:
    """The files of the program's own faces, where they are installed."""
    for package, patterns in FONTS.items():
        spec = find_spec(package)
        if spec and spec.origin:
            for pattern in patterns:
                yield from sorted(Path(spec.origin).parent.rglob(pattern))


def _table_open(self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, _env: EnvType) -> str:
    return '<div class="table">' + self.renderToken(tokens, at, options, _env)


def _table_close(self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, _env: EnvType) -> str:
    return self.renderToken(tokens, at, options, _env) + "</div>\n"


def _is_comment(html: str) -> bool:
    return re.fullmatch(r"(?:<!--.*?-->\s*)+", html, re.DOTALL) is not None


def _words(inline: Token) -> str:
    return "".join(child.content for child in inline.children or () if child.type in ("text", "code_inline"))


def _plain(words: str) -> str:
    return words.replace("&amp;", "&").replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">")


def _free(anchor: str, taken: set[str]) -> str:
    number = 0
    while (name := f"{anchor}-{number}" if number else anchor) in taken:
        number += 1
    return name


def _version() -> str:
    found = re.search(r'(?m)^version = "(.+)"$', (ROOT / "pyproject.toml").read_text("utf-8"))
    return found[1] if found else ""


def main() -> int:
    """Write the folder that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where to; made if it is not there")
    folder: Path = parser.parse_args().folder
    Folder(folder).write()
    files = [file for file in folder.rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files) / 1e6
    print(f"{folder}: {len(list(folder.glob('*.html')))} pages, {len(files)} files, {size:.1f} MB")  # noqa: T201 - a command
    return 0


if __name__ == "__main__":
    sys.exit(main())
