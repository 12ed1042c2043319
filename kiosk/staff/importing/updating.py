"""The manifest that comes of an import: written anew, or the old one with what the source has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from kiosk.staff.importing import details
from kiosk.staff.importing.assembling import NUMBERS, ORDER, as_written, first_words
from kiosk.staff.importing.draft import Kind, Remark
from kiosk.staff.importing.memory import Memory, WorkMemory
from kiosk.staff.importing.merging import merge
from kiosk.staff.importing.yaml_words import entry, numbers, scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kiosk.exhibition.guarded_yaml import FieldPath
    from kiosk.staff.importing.assembling import Assembly, Incoming
    from kiosk.staff.importing.draft import Origin
    from kiosk.staff.importing.manifest_text import ManifestText
    from kiosk.staff.importing.memory import Kept
    from kiosk.staff.importing.yaml_words import Data

_EXHIBITION_KEYS = ("title", "subtitle", "intro", "venue", "languages")


class Counts(msgspec.Struct):
    """Works by what became of them."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    missing: int = 0
    removed: int = 0
    left_out: int = 0


def new_manifest(assembly: Assembly, heading: Iterable[str]) -> str:
    """A whole manifest. `heading` are the lines of its comment."""
    lines = [*(f"# {line}".rstrip() for line in heading), "", "exhibition:"]
    for key, value in assembly.exhibition.items():
        lines += entry(key, value, "  ")
    if assembly.themes.names:
        lines += ["", "# What visitors can choose. The order is that of the theme bar.", "themes:"]
        for theme, name in assembly.themes.names.items():
            lines += theme_lines(theme, as_written(name))
    lines += ["", "works:"]
    for work in assembly.works:
        lines += [*work_lines(work), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def theme_lines(theme: str, name: Data) -> list[str]:
    """A theme below `themes:`."""
    return [f"  {scalar(theme)}:", *entry("name", name, "    ")]


def work_lines(work: Incoming) -> list[str]:
    """A work in the list below `works:`."""
    lines = [f"  - id: {scalar(work.id)}"]
    for key in ORDER[1:]:
        if key in work.values:
            lines += key_lines(key, work.values[key], "    ")
    return lines


def key_lines(key: str, value: Data, indent: str = "") -> list[str]:
    """A key of a work with its value."""
    if key == details.KEY:
        return list(details.detail_lines([value] if isinstance(value, str) else list(value), indent))
    return [numbers(key, value, indent)] if key in NUMBERS else list(entry(key, value, indent))


class Update:
    """Brings a manifest that there is up to date. `remarks` and `counts` tell what was done."""

    def __init__(self, text: ManifestText, assembly: Assembly, memory: Memory, where: Origin) -> None:
        self.remarks: list[Remark] = []
        self.counts = Counts()
        self._text = text
        self._assembly = assembly
        self._memory = memory
        self._where = where
        self._places = {work["id"]: place for place, work in enumerate(text.works) if work.get("id")}
        self._first_works: list[str] = []

    def run(self, *, remove_missing: bool) -> str:
        """The manifest's new text."""
        self._exhibition()
        self._themes()
        self._works()
        self._missing(remove=remove_missing)
        return self._text.text()

    def _exhibition(self) -> None:
        holder = self._text.data.get("exhibition")
        if not isinstance(holder, dict):
            lines = ["exhibition:"]
            for key, value in self._assembly.exhibition.items():
                lines += entry(key, value, "  ")
            if "exhibition" not in self._text.data:
                self._text.add_section(lines, before=next(iter(self._text.data), "works"))
            return
        for key in _EXHIBITION_KEYS:
            base = self._memory.exhibition.get(key)
            new = self._assembly.exhibition.get(key)
            if not self._memory.works and key in holder:
                continue  # somebody else's exhibition, to which works are added
            self._merge_key(("exhibition",), key, base, holder.get(key), new, self._where, _EXHIBITION_KEYS)

    def _themes(self) -> None:
        there = self._text.data.get("themes")
        listed = there if isinstance(there, dict) else {}
        for theme, name in self._assembly.themes.names.items():
            if theme in listed:
                self._theme(theme, listed[theme], as_written(name))
        lines = [
            line
            for theme, name in self._assembly.themes.names.items()
            if theme not in listed
            for line in theme_lines(theme, as_written(name))
        ]
        if lines and listed:
            self._text.set_key(("themes",), "", [line[2:] for line in lines])
        elif lines and "themes" not in self._text.data:
            self._text.add_section(["themes:", *lines], before="works")

    def _theme(self, theme: str, there: object, new: Data) -> None:
        """Bring the name of a theme that is there up to date, so that it is called something in each new language."""
        mine = there.get("name") if isinstance(there, dict) else None
        if not isinstance(mine, str | dict):
            return  # a hand has written it otherwise
        # What was imported before names were remembered: one name, the same in all languages.
        base = self._memory.theme_names.get(theme, mine if mine == first_words(new) else None)
        merged = self._merged("name", base, mine, new, msgspec.structs.replace(self._where, part=f"themes.{theme}"))
        if merged and merged != mine:
            self._text.set_theme_name(theme, merged)

    def _works(self) -> None:
        after: int | None = None
        for work in self._assembly.works:
            place = self._places.get(work.id)
            if place is not None:
                self._work(work, place)
                after = place
            elif work.known:
                self.counts.left_out += 1
                message = f'The work "{work.id}" was taken out of the manifest by hand and stays out.'
                remedy = (
                    f'To have it again, import into a new folder and copy it, or delete "{work.id}" in .import.json.'
                )
                self.remarks.append(Remark(Kind.DROPPED, "left-out", work.origin, message, remedy))
            else:
                self.counts.new += 1
                self._add(work, after)
        if self._first_works:
            self._text.set_key((), "works", ["works:", *self._first_works])

    def _add(self, work: Incoming, after: int | None) -> None:
        """Put a new work behind the one that it follows in the source, else at the end."""
        if self._text.works:
            self._text.add_works(["", *work_lines(work)], len(self._text.works) - 1 if after is None else after)
        else:
            self._first_works += [*([""] if self._first_works else []), *work_lines(work)]

    def _work(self, work: Incoming, place: int) -> None:
        mine = self._text.works[place]
        before = self._memory.works.get(work.id, WorkMemory([])).values
        changed = False
        for key in ORDER[1:]:
            new = work.values.get(key)
            base, now = before.get(key), mine.get(key)
            if key == details.KEY:
                try:
                    now = details.comparable_in(now)
                except details.Strange:
                    continue  # a hand has written them otherwise
            if new != base or now != base:
                changed |= self._merge_key(("works", place), key, base, now, new, work.origin, ORDER)
        if changed:
            self.counts.updated += 1
        else:
            self.counts.unchanged += 1

    def _merge_key(
        self,
        path: FieldPath,
        key: str,
        base: Data | None,
        mine: Data | None,
        new: Data | None,
        origin: Origin,
        order: tuple[str, ...],
    ) -> bool:
        """Bring one key up to date. Whether it has changed."""
        value = self._merged(key, base, mine, new, msgspec.structs.replace(origin, part=key))
        if value == mine or (not value and mine is None):
            return False
        lines = key_lines(key, value) if value else []
        self._text.set_key(path, key, lines, order[: order.index(key)])
        return True

    def _merged(self, key: str, base: Data | None, mine: Data | None, new: Data | None, origin: Origin) -> Data | None:
        """The value of a key that comes of a merge; a conflict is told."""
        merged = merge(base, mine, new)
        if merged.conflict:
            message = f'"{key}" has been changed by hand and in the source; what the hand wrote stays.'
            self.remarks.append(Remark(Kind.DOUBTFUL, "conflict", origin, message, f"The source says: {_short(new)}"))
        return merged.value

    def _missing(self, *, remove: bool) -> None:
        """Works of an earlier import that the source has no longer."""
        present = {work.id for work in self._assembly.works}
        heirs = {name: work.id for work in self._assembly.works if not work.known for name in _pictures_of(work)}
        for work, memory in self._memory.works.items():
            if work in present or work not in self._places:
                continue
            if remove:
                self.counts.removed += 1
                self._text.remove_work(self._places[work])
                message, remedy = f'The work "{work}" is no longer in the source; it was taken out.', ""
            else:
                self.counts.missing += 1
                message = f'The work "{work}" is no longer in the source; it stays in the exhibition.'
                remedy = "To take such works out: --remove-missing"
            if heir := next((heirs[name] for name in memory.known_by if name in heirs), ""):
                message += f' "{heir}" is new and has the same picture.'
                remedy = (
                    f'If "{heir}" is "{work}" with another number, write into it what was changed by hand. {remedy}'
                )
            known_by = memory.known_by[0].partition(":")[2] if memory.known_by else ""
            origin = msgspec.structs.replace(self._where, row=0, part=known_by)
            self.remarks.append(Remark(Kind.DOUBTFUL, "missing", origin, message, remedy))


def _pictures_of(work: Incoming) -> Iterable[str]:
    return (name for name in work.known_by if name.startswith("picture:"))


def remember(assembly: Assembly, memory: Memory, source: str, themes: Mapping[str, str]) -> Memory:
    """What the next import should know, in the order of the source: works that are called alike are told apart by it.

    Works of earlier imports that the source has no longer are not forgotten.
    """
    works = {
        work.id: WorkMemory(
            list(work.known_by),
            {key: _kept(value) for key, value in work.values.items()},
        )
        for work in assembly.works
    }
    works = works | {work: kept for work, kept in memory.works.items() if work not in works}
    exhibition = {key: _kept(value) for key, value in assembly.exhibition.items()}
    names = {theme: as_written(name) for theme, name in assembly.themes.names.items()}
    return msgspec.structs.replace(
        memory,
        source=source,
        exhibition=exhibition,
        themes={**memory.themes, **themes},
        theme_names={**memory.theme_names, **{each: _kept(name) for each, name in names.items()}},
        works=works,
    )


def _kept(value: Data) -> Kept:
    return value if isinstance(value, str | dict) else list(value)


def _short(value: Data | None) -> str:
    words = value if isinstance(value, str) else "; ".join(value.values() if isinstance(value, dict) else value or ())
    return f'"{words[:80]}…"' if len(words) > 80 else f'"{words}"' if words else "nothing"
