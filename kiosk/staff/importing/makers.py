"""Who made a work, as the cells of different museums say it: names, what is told of them, and how they are sorted."""

from __future__ import annotations

import re
from typing import NamedTuple

from kiosk.staff.importing.lists import parts


class Maker(NamedTuple):
    """A name as it is to be read, what is told of its bearer, and the name to sort by; the last two may be empty."""

    name: str
    bio: str = ""
    sort: str = ""


_AFTER_NAME = re.compile(
    r"(?P<name>[^()]*[^()\s,])[\s,]*\((?P<bio>[^()]*\d[^()]*)\)(?P<role>\s*,?\s*[^()\d;|]{0,40})?", re.DOTALL
)
_BRACKETED = re.compile(r"\(([^()]*)\)")
_SUFFIX = re.compile(r"(?:jr|sr|jun|sen|ra|pra|ara|kg|esq|sir|dame|i{1,3}|iv|the (?:elder|younger))\.?", re.IGNORECASE)


def makers_of(cell: str, bios: str = "") -> tuple[Maker, ...]:
    """Everybody named in a cell, with what `bios`, the cell beside it, tells of each.

    Read are `A|B` and `A; B` (Met, Cleveland), "A, B" where `bios` has as many brackets (MoMA), "A (Persian, ca.
    1565-1635)" (Walters, Cleveland), and two lines of which the second has the dates (AIC).
    """
    told = _bios(bios)
    lines = [line.strip() for line in cell.splitlines() if line.strip()]
    if len(lines) == 2 and not told and re.search(r"\d", lines[1]) and not re.search(r"\d{3}", lines[0]):
        return (Maker(lines[0], lines[1].strip("()")),)
    names = list(parts(cell, "\n" if len(lines) > 1 else ""))
    if len(names) == 1 and len(told) > 1:
        apart = [name.strip() for name in cell.split(",")]
        if len(apart) == len(told):
            names = apart
    makers = [_with_bio(name) for name in names]
    if told and not any(maker.bio for maker in makers):
        if len(told) == len(makers):
            return tuple(maker._replace(bio=bio) for maker, bio in zip(makers, told, strict=True))
        return (*makers[:-1], makers[-1]._replace(bio="; ".join(filter(None, told)))) if makers else ()
    return tuple(makers)


def _bios(cell: str) -> list[str]:
    bracketed = _BRACKETED.findall(cell)
    if bracketed and not _BRACKETED.sub("", cell).strip(" ,;|\n"):
        return [bio.strip() for bio in bracketed]
    return list(parts(cell))


def _with_bio(name: str) -> Maker:
    found = _AFTER_NAME.fullmatch(name.strip())
    return Maker(found["name"].strip(), found["bio"].strip()) if found else Maker(name.strip())


def surname_first(name: str) -> bool:
    """Whether a name looks like "Blake, William": one comma, and few short words on both sides."""
    last, comma, first = name.partition(",")
    rest, second, suffix = first.partition(",")
    if second and not _SUFFIX.fullmatch(suffix.strip()):
        return False
    named = last.split(), rest.split()
    return bool(comma) and all(0 < len(words) <= 4 for words in named) and not re.search(r"[\d()]", name)


def turned(maker: Maker) -> Maker:
    """The maker with a name in the order of speech, sorted by what it was: "William Blake", by "Blake, William"."""
    if not surname_first(maker.name):
        return maker
    last, _, rest = maker.name.partition(",")
    first, _, suffix = rest.partition(",")
    said = f"{first.strip()} {last.strip()}"
    if _SUFFIX.fullmatch(first.strip()):  # "Brueghel, the Elder" is not a first name
        return maker
    return maker._replace(name=f"{said}, {suffix.strip()}" if suffix else said, sort=maker.name)


def joined(makers: tuple[Maker, ...]) -> Maker:
    """Several makers as one: names in a row, and what is told of them in the same order."""
    mark = "; " if any("," in maker.name for maker in makers) else ", "
    bios = [maker.bio for maker in makers]
    sort = "; ".join(maker.sort or maker.name for maker in makers) if any(maker.sort for maker in makers) else ""
    return Maker(mark.join(maker.name for maker in makers), "; ".join(filter(None, bios)), sort)
