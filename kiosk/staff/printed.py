"""What the pages have in common that staff read on a screen and on paper: an import's report, the statistics, a proof.

Each is one HTML file that needs nothing else: no script, no network.
"""

from __future__ import annotations

from html import escape

from kiosk.exhibition.problems import printable
from kiosk.exhibition.text import is_right_to_left

FACES = """
:root { --serif: "Source Serif 4", "Source Serif Pro", "Noto Serif KR", "Noto Serif CJK KR", Georgia, "Noto Serif",
    serif;
  --sans: "Source Sans Pro", "Source Sans 3", system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans Arabic",
    "Noto Sans KR", "Noto Sans CJK KR", NanumGothic, "Malgun Gothic", "Apple SD Gothic Neo", sans-serif;
  --mono: ui-monospace, "Cascadia Mono", "Source Code Pro", "DejaVu Sans Mono", Consolas, monospace; }
* { box-sizing: border-box; }
h1, h2 { font-family: var(--serif); font-weight: 400; text-wrap: balance; }
:lang(ar), :lang(fa), :lang(ur), :lang(he) { line-height: 1.7; }
:lang(ko) { word-break: keep-all; }
@page { size: A4; margin: 13mm 13mm 16mm; }
"""
"""Typefaces and paper, of all three."""

WALL = """
:root { color-scheme: light dark; --wall: #f7f5f1; --ink: #22201c; --quiet: #6b665d; --line: #ddd8ce; --rest: #ebe7df;
  --mark: #3d6a82; }
@media (prefers-color-scheme: dark) { :root { --wall: #17161a; --ink: #ece8e0; --quiet: #a29c91; --line: #35323a;
  --rest: #26242a; --mark: #86b6d0; } }
body { margin: 0; background: var(--wall); color: var(--ink); font: 1rem/1.5 var(--sans); }
main { max-width: 66rem; margin: 0 auto; padding: clamp(1.5rem, 5vw, 4.5rem) clamp(1rem, 4vw, 3rem); }
h1 { font-size: clamp(2rem, 4.5vw, 3rem); line-height: 1.2; margin: .3em 0 .4em; letter-spacing: -.01em;
  overflow-wrap: anywhere; }
h2 { font-size: 1.6rem; line-height: 1.2; margin: 0; }
h3 { font-size: 1rem; margin: 0; }
h1, .words, td > .quiet { text-align: left; } /* also what is read from the right begins where all else does */
p { margin: 0 0 .5em; }
.eyebrow { color: var(--quiet); font-size: .875rem; margin: 0; overflow-wrap: anywhere; }
.quiet, footer { color: var(--quiet); font-size: .9375rem; }
.figures { display: flex; flex-wrap: wrap; gap: 1.75rem 3rem; margin: 2.25rem 0 0; padding: 1.75rem 0; list-style: none;
  border: solid var(--line); border-width: 1px 0; }
.figures b { display: block; font: 400 2.25rem/1.1 var(--serif); font-variant-numeric: lining-nums; }
.figures span { color: var(--quiet); font-size: .9375rem; }
section { margin-top: 3.5rem; }
header { margin-bottom: 1.25rem; }
header p { color: var(--quiet); margin: .2rem 0 0; }
table { width: 100%; border-collapse: collapse; }
th { font-weight: 400; color: var(--quiet); font-size: .875rem; }
.words { display: block; overflow-wrap: anywhere; }
code { font: .9em var(--mono); overflow-wrap: anywhere; }
footer { margin-top: 4rem; font-size: .875rem; }
@media print { :root { color-scheme: light; --wall: #fff; --ink: #000; --quiet: #555; --line: #ccc; --rest: #eee;
  --mark: #3d6a82; } html { font-size: 9.5pt; } h1 { font-size: 26pt; } main { padding: 0; max-width: none; }
  section { margin-top: 2.25rem; } .figures { margin-top: 1.25rem; padding: 1.25rem 0; } footer { margin-top: 2rem; }
  tr, header { break-inside: avoid; } header, h2, h3 { break-after: avoid; }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""
"""The look of the pages that are read on a screen first, in the light and in the dark."""


def opening(title: str, *, may_show: str = "") -> str:
    """The beginning of a page, up to and into its style; `may_show` is what its policy allows besides styles."""
    policy = "; ".join(filter(None, ("default-src 'none'", may_show, "style-src 'unsafe-inline'")))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{safe(title)}</title>\n<style>{FACES}"
    )


BODY = "</style>\n</head>\n<body>\n"
"""Between the style of a page and what is on it."""
END = "</body>\n</html>\n"


def safe(words: str) -> str:
    """Words of somebody else's, as they are."""
    return escape(printable(words))


def spoken_in(language: str) -> str:
    """The attributes that say which language words are in, and which way they run."""
    way = "rtl" if is_right_to_left(language) else "ltr"
    return f' lang="{safe(language)}" dir="{way}"'
