"""Checking an exhibition before it is shown: its manifest and every file that it names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.findings import Findings
from kiosk.exhibition.guarded_yaml import Document, Refusal, read_document
from kiosk.exhibition.manifest import manifest_file, read_manifest
from kiosk.exhibition.problems import Problem, Severity
from kiosk.exhibition.spelling import Finder, as_on_disk
from kiosk.pictures.orders import Flaw
from kiosk.staff.advising.advice import Advice, advise
from kiosk.staff.inspection import Inspection, inspect, to_nobody
from kiosk.staff.remarks import remarks
from kiosk.visit.real_size import RealSize

if TYPE_CHECKING:
    from kiosk.exhibition.guarded_yaml import FieldPath
    from kiosk.exhibition.model import Exhibition, Work
    from kiosk.pictures.orders import Failed
    from kiosk.staff.inspection import Progress

FEW = 4
"""One in so many pictures without colours may be a mistake; an exhibition of more is one of black and white."""
_MOST = 1_000_000
"""Problems that are told one by one: all of them, of any exhibition that can be read."""


class CheckReport(msgspec.Struct, frozen=True, kw_only=True):
    """What a check found. `works`, `themes` and `pictures` count those that can be shown; 0 when it is not `usable`.

    `refused` are the files of pictures that cannot be.
    """

    source: Path
    usable: bool
    title: str = ""
    works: int = 0
    themes: int = 0
    languages: tuple[str, ...] = ()
    pictures: int = 0
    problems: tuple[Problem, ...] = ()
    refused: tuple[Path, ...] = ()

    @property
    def exit_code(self) -> int:
        """0 fine, perhaps with hints; 1 something is wrong; 2 nothing can be shown."""
        if not self.usable:
            return 2
        return int(any(problem.severity is not Severity.HINT for problem in self.problems))


def check(
    path: Path,
    pictures: bool = True,
    *,
    thorough: bool = False,
    progress: Progress = to_nobody,
    advice: Advice | None = None,
) -> CheckReport:
    """Everything that is wrong with the exhibition at `path`, a manifest or a folder that holds one.

    With `pictures` also with the files it names; `thorough` decodes each picture instead of reading its header. With
    `advice` also what could be better.
    """
    reading = read_manifest(path)
    if reading.exhibition is None:
        return CheckReport(source=manifest_file(path), usable=False, problems=reading.problems)
    written = reading.exhibition
    exhibition = as_on_disk(written)
    named = dict.fromkeys(work.picture for work in exhibition.works if work.picture)
    if exhibition.brand.logo and exhibition.brand.logo.is_file():
        named[exhibition.brand.logo] = None
    sources = tuple(named) if pictures else ()
    seen = inspect(sources, exhibition.folder, progress, thorough=thorough)
    problems = reading.problems
    if pictures or advice:
        findings = Findings(written.source, document := _document(written), _MOST)
        places = _places(document.data)
        if pictures:
            _Files(written, exhibition, seen, findings, advice).note(places)
        if advice:
            advise(exhibition, seen.shown, advice, findings, places)
        problems += findings.problems()
    return CheckReport(
        source=exhibition.source,
        usable=bool(exhibition.works),
        title=exhibition.title.words(exhibition.languages[0]),
        works=len(exhibition.works),
        themes=len(exhibition.themes),
        languages=exhibition.languages,
        pictures=sum(work.picture in seen.shown for work in exhibition.works),
        problems=tuple(sorted(problems, key=lambda problem: (problem.line, problem.column))),
        refused=tuple(seen.refused),
    )


class _Files:
    """Notes the problems with the files of an exhibition, given as it is `written` and as the `disk` has it.

    What `advice` tells more exactly is left to it.
    """

    def __init__(
        self,
        written: Exhibition,
        disk: Exhibition,
        seen: Inspection,
        findings: Findings,
        advice: Advice | None = None,
    ) -> None:
        self._written = written
        self._disk = disk
        self._seen = seen
        self._findings = findings
        grey = sum(Flaw.GREYSCALE in flaws for flaws in seen.flaws.values())
        self._left_out = {"greyscale"} if grey * FEW > len(seen.flaws) else set()
        if advice and advice.screen:
            self._left_out.add("small-picture")

    def note(self, places: dict[str, int]) -> None:
        """Note everything. `places` gives each work's place in the manifest."""
        self._brand()
        self.note_pictures(places)

    def note_pictures(self, places: dict[str, int]) -> None:
        """Note what there is to say of the works' pictures, and of the logo as a picture."""
        logo = self._disk.brand.logo
        if logo and (refused := self._seen.refused.get(logo)):
            path = ("exhibition", "brand", "logo")
            self._findings.add(
                refused.rule, path, f"{refused.message} It is left out.", refused.remedy, Severity.WARNING
            )
        for written, work in zip(self._written.works, self._disk.works, strict=True):
            if written.picture and work.picture:
                self._picture(written, work.picture, ("works", places.get(work.id, 0), "picture"))

    def _picture(self, work: Work, source: Path, path: FieldPath) -> None:
        refused, header = self._seen.refused.get(source), self._seen.shown.get(source)
        if refused:
            message = f"{refused.message} The work is shown as a card."
            self._findings.add(refused.rule, path, message, refused.remedy, Severity.WARNING, work=work.id)
        if header:
            flaws = self._seen.flaws.get(source, ())
            for hint in remarks(work.picture or source, source, self._disk.folder, header, flaws):
                if hint.rule not in self._left_out:
                    self._findings.add(hint.rule, path, hint.message, hint.remedy, Severity.HINT, work=work.id)
            self._size(work, (header.width, header.height), (*path[:-1], "size_cm"))

    def _size(self, work: Work, picture: tuple[int, int], path: FieldPath) -> None:
        if work.size_cm and not RealSize(work.size_cm, picture).fits_picture:
            height, width = work.size_cm
            message = (
                f"A work {height:g} cm high and {width:g} cm wide has another shape than its picture, which is "
                f"{picture[1]} pixels high and {picture[0]} wide. It gets no scale bar and is not shown in life size."
            )
            remedy = "Write [height, width] of what the picture shows, without its frame."
            self._findings.add("other-shape", path, message, remedy, Severity.HINT, work=work.id)

    def _brand(self) -> None:
        brand = self._written.brand
        named: list[tuple[Path, FieldPath]] = [(font, ("fonts", index)) for index, font in enumerate(brand.fonts)]
        if brand.logo:
            named.append((brand.logo, ("logo",)))
        finder = Finder(self._written.folder)
        for file, key in named:
            if not (finder.find(file) or file).is_file():
                message = f'There is no file "{file.relative_to(self._written.folder).as_posix()}"; it is left out.'
                remedy = "Check the name, or copy the file there."
                self._findings.add("missing", ("exhibition", "brand", *key), message, remedy, Severity.WARNING)


def picture_problems(written: Exhibition, disk: Exhibition, refused: dict[Path, Failed]) -> tuple[Problem, ...]:
    """The problems of pictures that were `refused`, each at its place in the manifest."""
    findings = Findings(written.source, document := _document(written))
    _Files(written, disk, Inspection({}, refused), findings).note_pictures(_places(document.data))
    return findings.problems()


def _document(written: Exhibition) -> Document:
    try:
        return read_document(written.source)
    except Refusal:  # It was there a moment ago: somebody is writing it.
        return Document("", {})


def _places(data: object) -> dict[str, int]:
    """Each work's place in the list of the manifest, by its id."""
    works = data.get("works") if isinstance(data, dict) else None
    places: dict[str, int] = {}
    for place, work in enumerate(works if isinstance(works, list) else ()):
        if isinstance(work, dict) and isinstance(work.get("id"), str):
            places.setdefault(work["id"], place)
    return places
