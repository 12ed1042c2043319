"""The works of a manifest."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from kiosk.exhibition.fields import describe, read_struct
from kiosk.exhibition.file_names import accepted_file
from kiosk.exhibition.manifest_keys import WorkKeys
from kiosk.exhibition.model import Box, Detail, Work
from kiosk.exhibition.problems import Severity, printable
from kiosk.exhibition.text import Text
from kiosk.exhibition.traits import pairs_of

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from pathlib import Path

    from kiosk.exhibition.findings import Findings
    from kiosk.exhibition.guarded_yaml import FieldPath
    from kiosk.exhibition.wording import Wording

_SILENCE = Text()
_EDGE = 1.001
"""The far edge of a picture, with room for rounding."""


class Listed(NamedTuple):
    """A work and its place in the list of the manifest."""

    place: int
    work: Work


class WorkReader:
    """Reads works whose pictures are below `folder` and whose themes are among `themes`."""

    def __init__(self, folder: Path, themes: Collection[str], wording: Wording, findings: Findings) -> None:
        self._folder = folder
        self._themes = themes
        self._wording = wording
        self._findings = findings

    def read(self, data: object) -> tuple[Work, ...]:
        """All works in `data` that can be shown, every problem noted."""
        if not isinstance(data, list) or not data:
            message = f"Expected a list of works, found {describe(data)}."
            self._findings.add("no-works", ("works",), message, "Write works: and below it - id: harvest.", key=True)
            return ()
        listed: dict[str, Listed] = {}
        for place, entry in enumerate(data):
            work = self._work(entry, ("works", place))
            if work is None:
                continue
            if work.id in listed:
                message = f'The id "{work.id}" is taken by works[{listed[work.id].place}]; this work is left out.'
                self._findings.add(
                    "repeated-id", ("works", place, "id"), message, "Give each work an id of its own.", work=work.id
                )
            else:
                listed[work.id] = Listed(place, work)
        works = tuple(self._with_partner(entry, listed) for entry in listed.values())
        self._warn_of_left_over(works, listed)
        return works

    def _work(self, data: object, path: FieldPath) -> Work | None:
        name = data.get("id") if isinstance(data, dict) else None
        keys = read_struct(WorkKeys, data, path, self._findings, name if isinstance(name, str) else "")
        if keys is None:
            return None

        def say(field: str, written: str | dict[str, str | None] | None) -> Text:
            return self._wording.text(written, (*path, field), keys.id) if written is not None else _SILENCE

        first, last = self._days(keys, path)
        return Work(
            id=keys.id,
            picture=accepted_file(keys.picture, self._folder, (*path, "picture"), self._findings, keys.id),
            creator=say("creator", keys.creator),
            creator_sort=say("creator_sort", keys.creator_sort),
            creator_bio=say("creator_bio", keys.creator_bio),
            title=say("title", keys.title),
            date=say("date", keys.date),
            year=keys.year,
            medium=say("medium", keys.medium),
            size_cm=keys.size_cm,
            dimensions=say("dimensions", keys.dimensions),
            description=say("description", keys.description),
            credit=say("credit", keys.credit),
            accession=printable((keys.accession or "").strip()),
            alt=say("alt", keys.alt),
            rights=say("rights", keys.rights),
            themes=self._themes_of(keys, path),
            focus=keys.focus,
            safe=self._safe(keys, path),
            highlight=keys.highlight,
            pair_with=keys.pair_with,
            show_from=first,
            show_until=last,
            allow_zoom=keys.allow is None or keys.allow.zoom,
            details=self._details(keys, path),
        )

    def _themes_of(self, keys: WorkKeys, path: FieldPath) -> tuple[str, ...]:
        themes: dict[str, None] = {}
        for index, theme in enumerate(keys.themes):
            place = (*path, "themes", index)
            if theme not in self._themes:
                guess = self._findings.suggest(theme, self._themes)
                message = f'There is no theme "{theme}".{guess}'
                self._add("unknown-theme", place, message, "Correct it, or add the theme under themes.", keys)
            elif theme in themes:
                self._hint("repeated", place, f'The theme "{theme}" is given twice.', "Remove one.", keys)
            else:
                themes[theme] = None
        return tuple(themes)

    def _safe(self, keys: WorkKeys, path: FieldPath) -> Box | None:
        if keys.safe is None:
            return None
        left, top, right, bottom = keys.safe
        if left < right and top < bottom:
            return keys.safe
        message = "The part to keep whole is empty: left must be less than right, and top less than bottom."
        self._add("empty-part", (*path, "safe"), message, "Write left, top, right, bottom.", keys)
        return None

    def _details(self, keys: WorkKeys, path: FieldPath) -> tuple[Detail, ...]:
        details = []
        for index, detail in enumerate(keys.details):
            place = (*path, "details", index)
            left, top, width, height = detail.at
            if width > 0 and height > 0 and left + width <= _EDGE and top + height <= _EDGE:
                details.append(Detail(detail.at, self._wording.text(detail.text, (*place, "text"), keys.id)))
            else:
                message = "This part is empty or reaches beyond the picture."
                self._add("outside-picture", (*place, "at"), message, "Write left, top, width, height.", keys)
        if details and keys.allow and not keys.allow.zoom:
            message = "Details are seen by looking closer, which this work does not allow: nobody will see them."
            self._hint("unseen", (*path, "details"), message, "Remove allow: {zoom: false}, or the details.", keys)
        return tuple(details)

    def _days(self, keys: WorkKeys, path: FieldPath) -> tuple[date | None, date | None]:
        show = keys.show
        if show is None:
            return None, None
        if show.from_ and show.until and show.from_ > show.until:
            message = f"The first day, {show.from_}, is after the last, {show.until}; the work is always shown."
            self._add("days-reversed", (*path, "show"), message, "Exchange or correct the days.", keys)
            return None, None
        return show.from_, show.until

    def _with_partner(self, entry: Listed, listed: dict[str, Listed]) -> Work:
        work, partner = entry.work, entry.work.pair_with
        if partner is None or (partner in listed and partner != work.id):
            return work
        if partner == work.id:
            message = "A work cannot be paired with itself."
        else:
            message = f'There is no work "{partner}".{self._findings.suggest(partner, listed)}'
        remedy = "Name the id of another work."
        self._findings.add("unknown-partner", ("works", entry.place, "pair_with"), message, remedy, work=work.id)
        return msgspec.structs.replace(work, pair_with=None)

    def _warn_of_left_over(self, works: tuple[Work, ...], listed: dict[str, Listed]) -> None:
        """A work is in one pair only: say which wishes came too late for that."""
        beside = {works[one].id: works[other].id for pair in pairs_of(works) for one, other in (pair, pair[::-1])}
        for work in works:
            partner = work.pair_with
            if partner is None or beside.get(work.id) == partner:
                continue
            if work.id in beside:
                message = f'This work is shown beside "{beside[work.id]}" and not beside "{partner}".'
            else:
                message = f'"{partner}" is shown beside "{beside[partner]}"; this work is shown alone.'
            remedy = "A work is in one pair only: remove this pair_with, or the one of the other pair."
            place = ("works", listed[work.id].place, "pair_with")
            self._findings.add("taken-partner", place, message, remedy, Severity.WARNING, work=work.id)

    def _add(self, rule: str, path: FieldPath, message: str, remedy: str, keys: WorkKeys) -> None:
        self._findings.add(rule, path, message, remedy, work=keys.id)

    def _hint(self, rule: str, path: FieldPath, message: str, remedy: str, keys: WorkKeys) -> None:
        self._findings.add(rule, path, message, remedy, Severity.HINT, work=keys.id)
