"""The statistics as one HTML page that needs nothing else: no script, no font, no network."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kiosk.staff.printed import BODY, END, WALL, opening, safe, spoken_in
from kiosk.staff.statistics.charts import bar, visits_by_day, visits_by_weekday
from kiosk.staff.statistics.heat import RAMP, heat, opacity
from kiosk.staff.statistics.page_style import STYLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from kiosk.staff.statistics.previews import Preview
    from kiosk.staff.statistics.report import Place, Ranked, Report

MOST_WORKS = 60
"""Works that are listed, with their pictures: the page stays below some 5 MB. All are in the table of `--csv`."""


def statistics_page(report: Report, pictures: Mapping[Place, Preview], now: datetime) -> str:
    """The page. `pictures` by exhibition and work."""
    title = report.exhibitions[0] if len(report.exhibitions) == 1 else "Statistics"
    shown = report.works[:MOST_WORKS]
    return "".join(
        (
            f"{opening(f'Visits: {title}', may_show='img-src data:')}{WALL}{STYLE}{BODY}",
            *_pictures(shown, pictures),
            "<main>\n",
            *_head(report, title),
            *_visits(report),
            *_choices(report),
            *_works(report, shown, pictures),
            *_closely(shown, pictures),
            f"<footer>Written by <code>kiosk stats</code> on {now:%Y-%m-%d}. Counts per day and work: nothing about ",
            f"anybody, and not when they came.</footer>\n</main>\n{END}",
        )
    )


def duration(seconds: float) -> str:
    """A time in words, such as "1 h 20 min"."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60:,} h {minutes % 60} min"


def _pictures(works: Sequence[Ranked], pictures: Mapping[Place, Preview]) -> Iterator[str]:
    """Each picture once; where it is seen, it is referred to."""
    yield '<svg width="0" height="0" style="position:absolute" aria-hidden="true"><defs>'
    for place, work in enumerate(works):
        if preview := pictures.get(work.place):
            yield f'<image id="p{place}" href="{preview.address}" width="{preview.width}" height="{preview.height}"/>'
    yield "</defs></svg>\n"


def _head(report: Report, title: str) -> Iterator[str]:
    if report.days:
        first, last = (_in_words(date.fromisoformat(report.days[place].day)) for place in (0, -1))
        yield f'<p class="eyebrow">Visits, {first if first == last else f"{first} – {last}"}</p>\n'
    yield f'<h1 dir="auto">{safe(title)}</h1>\n'
    if len(report.exhibitions) > 1:
        yield f"<p>{', '.join(f'<bdi>{safe(each)}</bdi>' for each in report.exhibitions)}</p>\n"
    if not report.visits:
        yield "<p>Nobody has visited in this time.</p>\n"
    figures = (
        (f"{report.visits:,}", "visits"),
        (duration(report.mean_s), "looked at works in a visit, in the mean"),
        (f"{sum(work.zoomed for work in report.works):,}", "closer looks"),
        (f"{sum(1 for work in report.works if work.looked_s):,}", "works looked at"),
    )
    yield '<ul class="figures">'
    yield from (f"<li><b>{number}</b><span>{words}</span></li>" for number, words in figures)
    yield "</ul>\n"


def _visits(report: Report) -> Iterator[str]:
    if not report.days:
        return
    yield f"<section>\n<header><h2>Visits by day</h2></header>\n{visits_by_day(report.days)}</section>\n"
    yield "<section>\n"
    yield '<div class="two">\n<div><header><h2>The week</h2><p>Visits of a day, in the mean.</p></header>\n'
    yield visits_by_weekday(report.weekdays)
    yield "</div>\n<div><header><h2>How visits ended</h2><p>As the kiosk saw it.</p></header>\n"
    ends = (
        ("Nobody was there any more", report.ran_out),
        ("“Start again”", report.walked_on),
        ("Closing time, or the program ended", report.cut_short),
        ("No end: one goes on, or the power went", report.going_on),
    )
    yield from _list([(words, "", count) for words, count in ends if count])
    yield "</div>\n</div>\n</section>\n"


def _choices(report: Report) -> Iterator[str]:
    several = len(report.exhibitions) > 1
    themes = [(each.told, each.exhibition if several else "", each.times) for each in report.themes]
    languages = [(each.told, "", each.times) for each in report.languages]
    both = [
        told
        for told in (("Themes", "How often each was chosen.", themes), ("Languages", _CHOSEN, languages))
        if told[2]
    ]
    if both:
        yield '<section>\n<div class="two">\n'
        for heading, meaning, rows in both:
            yield f"<div><header><h2>{heading}</h2><p>{meaning}</p></header>\n"
            yield from _list(rows)
            yield "</div>\n"
        yield "</div>\n</section>\n"


_CHOSEN = "How often each was chosen. The first one needs no choice."


def _list(rows: Sequence[tuple[str, str, int]]) -> Iterator[str]:
    """Words, what stands below them, and a count."""
    most = max((count for _, _, count in rows), default=0)
    yield '<table class="list">\n'
    for words, below, count in rows:
        yield f'<tr><td><span class="words" dir="auto">{safe(words)}</span>{_below(below)}{bar(count, most)}</td>'
        yield f'<td class="number">{count:,}</td></tr>\n'
    yield "</table>\n"


def _works(report: Report, shown: Sequence[Ranked], pictures: Mapping[Place, Preview]) -> Iterator[str]:
    if not shown:
        return
    yield "<section>\n<header><h2>Works</h2><p>In the order of how long they were looked at.</p></header>\n"
    yield '<table class="works">\n<tr><th></th><th>Work</th><th>Looked at</th><th>Shown</th><th>Closer</th>'
    yield "<th>Pages</th></tr>\n"
    most = shown[0].looked_s
    for place, work in enumerate(shown):
        of = work.exhibition if len(report.exhibitions) > 1 else ""
        yield f'<tr><td class="small">{_thumbnail(place, pictures.get(work.place))}</td>'
        yield f'<td><span class="words"{_direction(work)}>{safe(work.name)}</span>{_below(work.creator)}{_below(of)}'
        yield f"{bar(work.looked_s, most)}</td>"
        yield f'<td class="number">{duration(work.looked_s)}</td><td class="number">{work.shown:,}</td>'
        yield f'<td class="number">{work.zoomed:,}</td><td class="number">{work.pages:,}</td></tr>\n'
    yield "</table>\n"
    if len(report.works) > len(shown):
        more = len(report.works) - len(shown)
        yield f'<p class="quiet">And {more:,} more: <code>kiosk stats --csv</code> lists all.</p>\n'
    yield "</section>\n"


def _closely(shown: Sequence[Ranked], pictures: Mapping[Place, Preview]) -> Iterator[str]:
    """The heat maps, of works that somebody has looked at closely."""
    told = [(place, work) for place, work in enumerate(shown) if any(work.closely_s) and work.place in pictures]
    if not told:
        return
    yield "<section>\n<header><h2>Where people looked closer</h2><p>Parts of the picture that were enlarged, the "
    yield f"longer the lighter; each picture by itself.</p></header>\n{_legend()}"
    yield '<div class="maps">\n'
    for place, work in told:
        preview = pictures[work.place]
        size, name = f'width="{preview.width}" height="{preview.height}"', safe(work.name)
        yield f'<figure><svg class="map" viewBox="0 0 {preview.width} {preview.height}" preserveAspectRatio="xMinYMax" '
        yield f'role="img" aria-label="Where people looked closer at {name}">'
        yield f'<g class="grey"><use href="#p{place}"/></g>'
        yield f'<image href="{heat(work.closely_s)}" {size} preserveAspectRatio="none"/></svg>\n'
        yield f'<figcaption><span class="words"{_direction(work)}>{name}</span>'
        yield f'<span class="quiet">{work.zoomed:,} closer looks, up to {duration(max(work.closely_s))} on one spot'
        yield "</span></figcaption></figure>\n"
    yield "</div>\n</section>\n"


def _legend() -> str:
    last = len(RAMP) - 1
    stops = "".join(
        f'<stop offset="{share:.2f}" stop-color="rgb{shade}" stop-opacity="{max(0.25, opacity(share)):.2f}"/>'
        for share, shade in ((place / last, shade) for place, shade in enumerate(RAMP))
    )
    return (
        '<p class="legend"><span>a moment</span>'
        '<svg viewBox="0 0 160 10" preserveAspectRatio="none" aria-hidden="true">'
        f'<defs><linearGradient id="ramp">{stops}</linearGradient></defs><rect width="160" height="10" fill="#777"/>'
        '<rect width="160" height="10" fill="url(#ramp)"/></svg><span>longest</span></p>\n'
    )


def _below(words: str) -> str:
    return f'<span class="quiet" dir="auto">{safe(words)}</span>' if words else ""


def _thumbnail(place: int, preview: Preview | None) -> str:
    if preview is None:
        return ""
    box = f"0 0 {preview.width} {preview.height}"
    return f'<svg viewBox="{box}" aria-hidden="true"><use href="#p{place}"/></svg>'


def _direction(work: Ranked) -> str:
    if not work.language:
        return ' dir="auto"'
    return spoken_in(work.language)


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
