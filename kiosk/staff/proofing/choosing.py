"""Which works are proofed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibition.problems import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.exhibition.model import Exhibition


class NoSuchPart(Exception):
    """There is no such work or theme; in words staff can act on."""


def chosen_places(
    exhibition: Exhibition, works: Sequence[str] = (), themes: Sequence[str] = ()
) -> tuple[tuple[int, ...], str]:
    """The places of the works with these ids and of those of these themes, all without either; and which part it is.

    Raises `NoSuchPart`.
    """
    known_themes = {theme.id for theme in exhibition.themes}
    for work in works:
        if work not in exhibition.index_by_id:
            raise NoSuchPart(f'There is no work "{work}".{nearest(work, exhibition.index_by_id)}')
    for theme in themes:
        if theme not in known_themes:
            raise NoSuchPart(f'There is no theme "{theme}".{nearest(theme, known_themes)}')
    if not works and not themes:
        return tuple(range(len(exhibition.works))), ""
    wanted = {exhibition.index_by_id[work] for work in works}
    carried = set(themes)
    wanted |= {place for place, work in enumerate(exhibition.works) if carried.intersection(work.themes)}
    said = [f"theme {theme}" for theme in themes] + ([f"works {', '.join(works)}"] if works else [])
    return tuple(sorted(wanted)), "; ".join(said)
