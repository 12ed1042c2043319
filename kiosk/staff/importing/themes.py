"""Themes made of what works have in common."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibition.problems import printable
from kiosk.staff.importing.draft import Kind, Remark, Said
from kiosk.staff.importing.ids import Names, slug
from kiosk.staff.importing.tongues import Tongues

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from kiosk.staff.importing.draft import Draft, Origin

MOST = 12
"""More than a theme bar shows without becoming a list."""
_TOLD = 100
_FEWER = "For themes of fewer works: --themes-at-least 1"
_BY_HAND = "More can be added in the manifest by hand."


class Themes(NamedTuple):
    """`names` by theme id, in the order of the theme bar; `ids` by the key that `tongues` know a subject by."""

    names: Mapping[str, Said]
    ids: Mapping[str, str]
    tongues: Tongues

    def of(self, draft: Draft) -> list[str]:
        """The ids of the themes that a draft belongs to."""
        found = (self.ids.get(self.tongues.key(said)) for said in draft.themes)
        return list(dict.fromkeys(theme for theme in found if theme))


def usual_least(works: int) -> int:
    """How many works a theme needs where nobody says: two, and a fiftieth of the works where there are many."""
    return max(2, -(-works // 50))


def themes_of(
    drafts: Sequence[Draft], at_least: int | None, known: Mapping[str, str], left_out: Collection[str], where: Origin
) -> tuple[Themes, tuple[Remark, ...]]:
    """The themes of `drafts`: subjects that at least so many works share, the most frequent first.

    `known` are ids by the keys of the last import; they stay as long as any work has them. Those in `left_out` were
    taken out by hand.
    """
    least = usual_least(len(drafts)) if at_least is None else max(1, at_least)
    tongues = Tongues(said for draft in drafts for said in draft.themes)
    counts = Counter(key for draft in drafts for key in dict.fromkeys(map(tongues.key, draft.themes)) if key)
    kept: list[str] = [key for key, _ in counts.most_common() if key in known and known[key] not in left_out]
    fallen: list[tuple[str, str, str]] = []
    for key, count in counts.most_common():
        if key in kept or (key in known and known[key] in left_out):
            continue
        if count < least:
            fallen.append((key, f"is on {_works(count)}; a theme needs {least}", _FEWER))
        elif count == len(drafts) and len(drafts) > 1:
            fallen.append((key, "is on every work, so it divides nothing", ""))
        elif len(kept) >= MOST:
            fallen.append((key, f"is on {_works(count)}; there are {MOST} themes already", _BY_HAND))
        else:
            kept.append(key)
    names = Names([*known.values()])
    ids = {key: known.get(key) or names.new(slug(tongues.words(key), "theme")) for key in kept}
    named = {ids[key]: _name(tongues.said(key)) for key in kept}
    return Themes(named, ids, tongues), tuple(_told(fallen, tongues, where))


def _name(said: Said) -> Said:
    if isinstance(said, str):
        return _capital(said)
    return {language: _capital(words) for language, words in said.items()}


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:] if words.islower() else words


def _told(fallen: Sequence[tuple[str, str, str]], tongues: Tongues, where: Origin) -> Iterable[Remark]:
    for key, why, remedy in fallen[:_TOLD]:
        message = f'The subject "{printable(tongues.words(key)[:60])}" {why}.'
        yield Remark(Kind.DROPPED, "subject", where, message, remedy)
    if len(fallen) > _TOLD:
        message = f"{len(fallen) - _TOLD:,} more subjects are on fewer works still."
        yield Remark(Kind.DROPPED, "subject", where, message)


def _works(count: int) -> str:
    return f"{count:,} work{'' if count == 1 else 's'}"
