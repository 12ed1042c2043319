"""The report of an import as one HTML page that needs nothing else: no script, no font, no picture, no network."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.staff.importing.draft import Kind
from kiosk.staff.importing.telling import groups
from kiosk.staff.printed import BODY, END, WALL, opening, safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from kiosk.staff.importing.importer import Outcome
    from kiosk.staff.importing.telling import Group

_COMMAND = re.compile(r"`(kiosk [a-z]+)`")
_LISTED = 400
"""Messages of one rule that are listed; a table of thousands of rows says one thing thousands of times."""
_MEANING = {
    Kind.DOUBTFUL: ("Doubtful", "In the manifest, but a person should look at it."),
    Kind.DROPPED: ("Dropped", "In the source, but not in the manifest."),
    Kind.GUESSED: ("Guessed", "In the manifest, in the reading that is most likely right."),
}

_STYLE = """
:root { --doubtful: #a2490b; --dropped: #8a1f2d; --guessed: #2b5c7c; }
@media (prefers-color-scheme: dark) { :root { --doubtful: #eba35f; --dropped: #f08a96; --guessed: #8fc1e0; } }
.doubtful h2::before, .dropped h2::before, .guessed h2::before { content: ""; display: inline-block; width: .55em;
  height: .55em; border-radius: 50%; margin-inline-end: .5em; vertical-align: .08em; background: var(--sort);
  print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.doubtful { --sort: var(--doubtful); } .dropped { --sort: var(--dropped); } .guessed { --sort: var(--guessed); }
details { border-top: 1px solid var(--line); }
details:last-child { border-bottom: 1px solid var(--line); }
summary { display: flex; align-items: baseline; gap: .75rem; padding: .7rem 0; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::after { content: "+"; margin-inline-start: auto; color: var(--quiet); font-size: 1.25rem; line-height: 1; }
details[open] > summary::after { content: "\\2212"; }
summary:focus-visible { outline: 2px solid var(--sort, var(--ink)); outline-offset: 3px; }
.count { color: var(--quiet); font-variant-numeric: tabular-nums; }
table { margin: 0 0 1.25rem; }
td, th { text-align: start; vertical-align: top; padding: .4rem 1.5rem .4rem 0; border-top: 1px solid var(--line);
  overflow-wrap: anywhere; }
th, tr:first-child td { border: 0; }
td:last-child { padding-inline-end: 0; }
.place { width: 14rem; color: var(--quiet); font-size: .9375rem; font-variant-numeric: tabular-nums; }
.remedy { color: var(--quiet); font-size: .9375rem; margin: .1rem 0 0; }
table + .remedy, table + .quiet { margin: -.5rem 0 1.25rem; }
.pairs td { width: 50%; }
@media screen and (max-width: 40rem) { td.place { display: block; width: auto; border-bottom: 0; padding-bottom: 0; }
  td.place + td { display: block; border-top: 0; padding-top: 0; } }
@media print { summary { break-after: avoid; } summary::after { content: none !important; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; } }
"""


def report_page(outcome: Outcome, now: datetime) -> str:
    """The page."""
    told = groups(outcome.remarks)
    return "".join(
        (
            f"{opening(f'Import of {outcome.source.name}')}{WALL}{_STYLE}{BODY}<main>\n",
            *_head(outcome, now),
            *(part for kind in _MEANING for part in _kind(kind, [group for group in told if group.kind is kind])),
            *_pairs("Columns", "What was read as what.", ("Source", "Manifest"), outcome.read_as, "code"),
            *_pairs(
                "Themes",
                "What visitors can choose, and how many works they find.",
                ("Theme", "Works"),
                [(name, f"{count:,}") for name, count in outcome.themes],
            ),
            f"<footer>Written by <code>kiosk import</code> on {now:%Y-%m-%d, %H:%M}. Nothing here is needed for the ",
            f"show.</footer>\n</main>\n{END}",
        )
    )


def _head(outcome: Outcome, now: datetime) -> Iterator[str]:
    counts = outcome.counts
    yield f'<p class="eyebrow">Import of <bdi>{_safe(outcome.source.name)}</bdi>, {now:%Y-%m-%d}</p>\n'
    yield f'<h1 dir="auto">{_safe(outcome.title)}</h1>\n'
    kept = "" if not outcome.backup else f" The manifest as it was is <code>{_safe(outcome.backup.name)}</code>."
    manifest = f"<code>{_safe(outcome.manifest.name)}</code>"
    done = f"{manifest} was brought up to date.{kept}" if outcome.updated else f"{manifest} is new."
    if outcome.updated and not outcome.backup:
        done = f"{manifest} was up to date already."
    yield f"<p>{done} <code>kiosk check</code> tells what is still wrong with it.</p>\n"
    figures: list[tuple[int, str]] = [(outcome.rows, f"{outcome.things} read"), (outcome.works, "works made")]
    if outcome.updated:
        figures[1:] = [
            (outcome.works, "works in the source"),
            (counts.new, "new"),
            (counts.updated, "updated"),
            (counts.missing, "no longer in the source, kept"),
            (counts.removed, "taken out"),
        ]
        figures = figures[:4] + [figure for figure in figures[4:] if figure[0]]
    figures += [(outcome.pictures, "pictures"), (len(outcome.themes), "themes")]
    yield '<ul class="figures">'
    yield from (f"<li><b>{number:,}</b><span>{words}</span></li>" for number, words in figures)
    yield "</ul>\n"


def _kind(kind: Kind, told: Sequence[Group]) -> Iterator[str]:
    if not told:
        return
    title, meaning = _MEANING[kind]
    yield f'<section class="{kind.value}">\n<header><h2>{title}</h2><p>{meaning}</p></header>\n'
    for group in told:
        is_open = " open" if len(group.said) <= (12 if kind is Kind.DOUBTFUL else 3) else ""
        yield f'<details{is_open}><summary><h3>{_safe(group.heading)}</h3><span class="count">{group.count:,}</span>'
        yield "</summary>\n<table>\n"
        remedies = {said.remedy for said in group.said}
        common = remedies.pop() if len(remedies) == 1 and len(group.said) > 1 else ""
        for said in group.said[:_LISTED]:
            remedy = "" if common or not said.remedy else f'<p class="remedy">{_safe(said.remedy)}</p>'
            yield f'<tr><td class="place"><bdi>{_safe(said.places)}</bdi></td>'
            yield f"<td>{_safe(said.message)}{remedy}</td></tr>\n"
        yield "</table>\n"
        if len(group.said) > _LISTED:
            yield f'<p class="quiet">And {len(group.said) - _LISTED:,} more of this kind.</p>\n'
        if common:
            yield f'<p class="remedy">{_safe(common)}</p>\n'
        yield "</details>\n"
    yield "</section>\n"


def _pairs(
    title: str, meaning: str, heads: tuple[str, str], pairs: Iterable[tuple[str, str]], style: str = ""
) -> Iterator[str]:
    listed = list(pairs)
    if not listed:
        return
    yield f"<section>\n<header><h2>{title}</h2><p>{meaning}</p></header>\n"
    yield f'<table class="pairs">\n<tr><th>{heads[0]}</th><th>{heads[1]}</th></tr>\n'
    opening, closing = (f"<{style}>", f"</{style}>") if style else ("", "")
    for one, other in listed:
        yield f"<tr><td><bdi>{_safe(one)}</bdi></td><td>{opening}{_safe(other)}{closing}</td></tr>\n"
    yield "</table>\n</section>\n"


def _safe(words: str) -> str:
    """Words as they are, what was in backticks as a command."""
    return _COMMAND.sub(r"<code>\1</code>", safe(words))
