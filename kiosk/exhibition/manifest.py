"""Reading `manifest.yaml`: the exhibition, as far as it can be shown, and everything that is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from kiosk.exhibition import regular_files
from kiosk.exhibition.fields import describe, read_struct
from kiosk.exhibition.file_names import accepted_file
from kiosk.exhibition.findings import Findings, refused
from kiosk.exhibition.guarded_yaml import Refusal, parse_beginning, read_document
from kiosk.exhibition.keys import keys_of
from kiosk.exhibition.manifest_keys import BrandKeys, ExhibitionKeys, ManifestKeys, ThemeKeys
from kiosk.exhibition.model import Brand, Exhibition, Theme
from kiosk.exhibition.palette import unreadable
from kiosk.exhibition.problems import Problem, Severity
from kiosk.exhibition.wording import Wording
from kiosk.exhibition.works import WorkReader

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibition.guarded_yaml import FieldPath
    from kiosk.exhibition.model import Work
    from kiosk.exhibition.text import Text

MANIFEST = "manifest.yaml"
BEGINNING = 256 * 1024
"""Bytes in which to look for what an exhibition is called."""


class ManifestReading(msgspec.Struct, frozen=True):
    """What a manifest says. `exhibition` is None when nothing in the file can be shown."""

    exhibition: Exhibition | None
    problems: tuple[Problem, ...] = ()


def manifest_file(path: Path) -> Path:
    """The manifest, absolute, that `path` names: the file itself, or the one in the folder."""
    path = path.absolute()
    return path / MANIFEST if path.is_dir() else path


def read_manifest(path: Path) -> ManifestReading:
    """The exhibition in the manifest at `path`, or in the folder `path` that holds one.

    Files that it names are not looked for: see `kiosk.staff.check`.
    """
    source = manifest_file(path)
    try:
        document = read_document(source)
    except Refusal as refusal:
        return ManifestReading(None, (refused(source, refusal),))
    findings = Findings(source, document)
    findings.add_repeated_keys()
    exhibition = _ManifestReader(source, findings).read(document.data)
    return ManifestReading(exhibition, findings.problems())


def read_heading(manifest: Path) -> Exhibition | None:
    """The exhibition without its themes and works, where that is how a manifest begins; nothing is reported."""
    try:
        document = parse_beginning(regular_files.read(manifest, BEGINNING), "exhibition")
    except (OSError, ValueError):
        return None
    return _ManifestReader(manifest, Findings(manifest, document)).heading(document.data) if document else None


class _ManifestReader:
    """Puts the exhibition together from the data of one file."""

    def __init__(self, source: Path, findings: Findings) -> None:
        self._source = source
        self._folder = source.parent
        self._findings = findings
        self._wording = Wording(findings)

    def read(self, data: object) -> Exhibition | None:
        if not isinstance(data, dict):
            self._add(
                "no-exhibition", (), f"Expected an exhibition, found {describe(data)}.", "Begin with exhibition:."
            )
            return None
        self._report_unknown(data)
        if "exhibition" not in data:
            remedy = "Write exhibition: and below it title: and the title."
            self._add("missing-key", ("exhibition",), '"exhibition" is missing.', remedy)
            if "works" not in data:
                return None
        keys = self._exhibition_keys(data.get("exhibition"))
        heading = self._heading(keys)
        themes = self._themes(data.get("themes"))
        names = {theme.id for theme in themes}
        works = WorkReader(self._folder, names, self._wording, self._findings).read(data.get("works"))
        self._report_unused(themes, works)
        return msgspec.structs.replace(
            heading,
            languages=self._wording.languages(keys.languages, heading.title, ("exhibition", "languages")),
            stated_works=self._stated_works(keys.works_total, len(works)),
            themes=themes,
            works=works,
        )

    def heading(self, data: Any) -> Exhibition:
        return self._heading(self._exhibition_keys(data["exhibition"]))

    def _exhibition_keys(self, data: object) -> ExhibitionKeys:
        title = self._folder.name or "Exhibition"
        keys = read_struct(ExhibitionKeys, {} if data is None else data, ("exhibition",), self._findings, title=title)
        if isinstance(data, dict):
            self._report_lost_colours(data.get("brand"))
        return keys or ExhibitionKeys(title=title)

    def _heading(self, keys: ExhibitionKeys) -> Exhibition:
        def say(field: str, written: str | dict[str, str | None] | None) -> Text:
            return self._wording.text(written, ("exhibition", field))

        opens, closes = keys.opens, keys.closes
        if opens and closes and opens > closes:
            message = f"The first day, {opens}, is after the last, {closes}; neither is shown."
            self._add("days-reversed", ("exhibition", "closes"), message, "Exchange or correct the days.")
            opens = closes = None
        return Exhibition(
            source=self._source,
            folder=self._folder,
            title=say("title", keys.title),
            subtitle=say("subtitle", keys.subtitle),
            intro=say("intro", keys.intro),
            venue=say("venue", keys.venue),
            opens=opens,
            closes=closes,
            label_order=keys.label_order,
            themes_match=keys.themes_match,
            search=keys.search,
            brand=self._brand(keys.brand),
        )

    def _brand(self, keys: BrandKeys | None) -> Brand:
        if keys is None:
            return Brand()
        path: FieldPath = ("exhibition", "brand")
        fonts = (
            accepted_file(name, self._folder, (*path, "fonts", index), self._findings)
            for index, name in enumerate(keys.fonts)
        )
        brand = Brand(
            wall=keys.wall and keys.wall.lower(),
            ink=keys.ink and keys.ink.lower(),
            accent=keys.accent and keys.accent.lower(),
            logo=accepted_file(keys.logo, self._folder, (*path, "logo"), self._findings),
            fonts=tuple(font for font in fonts if font is not None),
        )
        for key, colour, has, needs in unreadable(brand):
            message = f"{colour} is hard to read on the wall: contrast {has:.1f}:1. It is corrected on the screen."
            remedy = f"Choose a colour with a contrast of {needs:g}:1 or more."
            if key == "wall":
                message = (
                    f"No text reads well on {colour}: contrast {has:.1f}:1 at most. It is corrected on the screen."
                )
                remedy = "Choose a darker or a lighter wall."
            self._add("contrast", (*path, key), message, remedy, Severity.WARNING)
        return brand

    def _report_lost_colours(self, brand: object) -> None:
        for name in ("wall", "ink", "accent"):
            if isinstance(brand, dict) and name in brand and brand[name] is None:
                message = "There is no colour here: what follows # is a comment unless it is in quotes."
                path = ("exhibition", "brand", name)
                self._add("lost-colour", path, message, f'Write {name}: "#101214".', Severity.WARNING)

    def _themes(self, data: object) -> tuple[Theme, ...]:
        if data is not None and not isinstance(data, dict):
            message = f"Expected themes by their keys, found {describe(data)}."
            self._add("wrong-value", ("themes",), message, "Write a key, and below it name: {en: Rural life}.")
        themes = []
        for name, entry in data.items() if isinstance(data, dict) else ():
            path = ("themes", name)
            keys = read_struct(ThemeKeys, {} if entry is None else entry, path, self._findings, name=name)
            if keys is None:
                keys = ThemeKeys(name=name)
            teaser = self._wording.text(keys.teaser, (*path, "teaser"))
            themes.append(Theme(name, self._wording.text(keys.name, (*path, "name")), teaser))
        return tuple(themes)

    def _stated_works(self, stated: int | None, listed: int) -> int | None:
        if stated is not None and stated < listed:
            message = f"The exhibition is said to have {stated} works, but {listed} are listed."
            remedy = "Correct the number, or remove it."
            self._add("works-total", ("exhibition", "works_total"), message, remedy, Severity.WARNING)
        return None if stated is None or stated <= listed else stated

    def _report_unknown(self, data: dict[str, object]) -> None:
        known = keys_of(ManifestKeys)
        for name in data.keys() - known.keys():
            message = f'The key "{name}" is not known here.{self._findings.suggest(name, known)}'
            remedy = f"Use {', '.join(known)}; everything else belongs below them."
            self._findings.add("unknown-key", (name,), message, remedy, Severity.WARNING, key=True)

    def _report_unused(self, themes: tuple[Theme, ...], works: tuple[Work, ...]) -> None:
        used = {theme for work in works for theme in work.themes}
        for theme in themes:
            if theme.id not in used and works:
                message = f'No work belongs to the theme "{theme.id}"; visitors cannot choose it.'
                self._add("unused-theme", ("themes", theme.id), message, "Give works this theme.", Severity.HINT)

    def _add(self, rule: str, path: FieldPath, message: str, remedy: str, severity: Severity = Severity.ERROR) -> None:
        self._findings.add(rule, path, message, remedy, severity)
