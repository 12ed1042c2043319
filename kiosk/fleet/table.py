"""The table of all kiosks, for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from kiosk.exhibition.config_fleet import Shows
from kiosk.exhibition.problems import printable
from kiosk.fleet.state import Health, Stand
from kiosk.staff.bundles.arrival import Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.fleet.roll import Row
    from kiosk.fleet.state import State


def table(rows: Sequence[Row], away: str = "") -> Table:
    """All kiosks, one a row; what needs staff is marked. `away`: why the broker tells nothing, so that it is old."""
    there = sum(row.present for row in rows)
    title = f"{there} of {len(rows)} kiosks are here"
    if away:
        title = f"{there} of {len(rows)} kiosks were here before the broker was lost: {printable(away)}"
    made = Table(title=_text(title, "red" if away else ""), title_justify="left", expand=True)
    in_step = any(row.state and (row.state.leads or row.state.following) for row in rows)
    for name in ("kiosk", "is", "shows", "exhibition", "work", *("in step",) * in_step, "free", "version"):
        made.add_column(name, no_wrap=name in {"kiosk", "is", "free"}, overflow="ellipsis")
    for row in rows:
        cells = _cells(row)
        made.add_row(*cells[:5], *(_in_step(row),) * in_step, *cells[5:])
    return made


def _in_step(row: Row) -> Text:
    state = row.state
    following = state.following if state else None
    if state is None or not row.present or following is None:
        return _text("leads" if state and state.leads and row.present else "")
    if following.stand is not Stand.IN_STEP:
        return _text(f"alone: {following.why}" if following.stand is Stand.ALONE else following.why, "yellow")
    way = {Shows.SAME: "as", Shows.DETAIL: "detail of"}.get(following.shows, f"{following.ahead} after")
    late = "" if following.late_ms is None else f", {following.late_ms:+.0f} ms"
    return _text(f"{way} {following.leader}{late}")


def _cells(row: Row) -> tuple[Text, ...]:
    state = row.state
    if state is None:
        words = "unreadable" if row.present else "gone"
        return _text(row.kiosk), Text(words, "red"), *(Text(""),) * 5
    lit = "" if state.lit else ", dark"
    numbered = f" ({_numbers(state)})" if _numbers(state) else ""
    free = "" if state.free_mb is None else f"{state.free_mb / 1000:.0f} GB"
    content = state.content
    late = content.words if content.standing in {Standing.WAITING, Standing.REFUSED} else ""
    trouble = state.problems[-1].words if state.problems else late
    return (
        _text(row.kiosk),
        _is(row),
        _text(f"{state.screen}{lit}"),
        _text(f"{state.exhibition}{numbered}"),
        _text(state.title if row.present and not trouble else trouble, "yellow" if trouble else ""),
        _text(free),
        _text(state.version),
    )


def _numbers(state: State) -> str:
    """The generation that is shown, and what comes next, or what staff went back from."""
    content, shown = state.content, str(state.generation or "")
    if content.left and content.left != state.generation:
        return f"{shown}, back from {content.left}".lstrip(", ")
    comes = content.standing in {Standing.WAITING, Standing.REFUSED} and content.generation
    return f"{shown} → {content.generation}".strip() if comes else shown


def _is(row: Row) -> Text:
    if not row.present:
        return Text("gone", "red")
    troubled = row.state is not None and row.state.health is Health.TROUBLE
    return Text("trouble", "yellow") if troubled else Text("well", "green")


def _text(words: str, style: str = "") -> Text:
    """Words from elsewhere: no markup, nothing that changes a terminal."""
    return Text(printable(words), style)
