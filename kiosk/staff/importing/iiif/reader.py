"""A IIIF manifest or collection from disk as a source of works."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.text import Text
from kiosk.staff.importing.addresses import name_for
from kiosk.staff.importing.beside import Beside
from kiosk.staff.importing.draft import Facts, Field, Kind, NotImported, Origin, Remark, Source
from kiosk.staff.importing.iiif import remarks
from kiosk.staff.importing.iiif.documents import read_resource
from kiosk.staff.importing.iiif.labels import labelled, lines_of, must_show, read_as, rights_of
from kiosk.staff.importing.iiif.model import Manifest
from kiosk.staff.importing.iiif.works import draft_of, texts_of, works_of
from kiosk.staff.importing.texts import few_words_in, joined, offer_of, said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.staff.importing.draft import Draft
    from kiosk.staff.importing.iiif.model import Body, Collection
    from kiosk.staff.importing.iiif.works import Told

_DEEPEST = 8
"""Files that name further files."""
MOST_WORKS = 100_000
"""No exhibition has more."""
MOST_DOCUMENTS = 10_000
"""Files that are read for one import: a few collections that name each other's parts name billions."""


def read_iiif(path: Path, without: Path | None = None, pictures: Path | None = None) -> Source:
    """The works of the manifest or collection at `path`, with the pictures below its folder. Raises `NotImported`.

    Pictures may also be in the folder `pictures`; none are taken from the folder `without`.
    """
    path = path.absolute()
    top = read_resource(path)
    try:
        beside = Beside((path.parent, *((pictures.absolute(),) if pictures else ())), without)
    except OSError as error:
        raise NotImported(Origin(path.name), f"Its folder cannot be read: {error}.", "Check its rights.") from error
    return _Reading(path, top, beside).source()


class _Reading:
    """One import, and what there is to say about it."""

    def __init__(self, path: Path, top: Manifest | Collection, beside: Beside) -> None:
        self._path = path
        self._top = top
        self._beside = beside
        self._remarks: list[Remark] = []
        self._labels: list[Text] = []
        self._opened = 0

    def source(self) -> Source:
        about = self._top.about
        origin = Origin(self._path.name)
        works = list(islice(self._works(self._top, origin, (), (self._path,)), MOST_WORKS))
        if len(works) == MOST_WORKS:
            self._remarks.append(remarks.too_many("canvases", MOST_WORKS, origin))
        if not works:
            message = f'There is no canvas in "{self._path.name}" and in what it names.'
            remedy = "Put the manifests that a collection names beside it, or name one of them."
            raise NotImported(Origin(self._path.name), message, remedy)
        intro = self._intro()
        languages, others = offer_of(about.label, (texts_of(work) for work, _ in works))
        if others:
            self._remarks.append(few_words_in(others, Origin(self._path.name)))
        return Source(
            file=self._path,
            drafts=tuple(self._draft(work, origin, languages) for work, origin in works),
            rows=len(works),
            things="canvases",
            read_as=read_as(self._labels),
            remarks=tuple(self._remarks),
            facts=Facts(
                title=said(about.label, languages, " "),
                intro=said(intro, languages, "\n\n"),
                rights=said(rights_of(about), languages),
                languages=languages,
            ),
        )

    def _intro(self) -> Text:
        """The words about the whole, where they are not those of a single work."""
        top = self._top
        if isinstance(top, Manifest) and len(top.canvases) == 1:
            return Text()
        lines = lines_of(top.about.pairs)
        described = (top.about.summary, lines.fields.get(Field.DESCRIPTION, Text()))
        return joined((*described, joined(map(labelled, lines.more))), "\n\n")

    def _works(
        self, resource: Manifest | Collection, origin: Origin, above: tuple[Text, ...], way: tuple[Path, ...]
    ) -> Iterator[tuple[Told, Origin]]:
        self._remarks += remarks.about_resource(resource, origin)
        self._labels += (label for label, _ in resource.about.pairs)
        if isinstance(resource, Manifest):
            self._labels += (label for canvas in resource.canvases for label, _ in canvas.about.pairs)
            for work in works_of(resource, above, intro_elsewhere=resource is self._top):
                yield work, msgspec.structs.replace(origin, part=_part(work))
            return
        required = (*must_show(resource.about), *above)
        for member in resource.members:
            if isinstance(member, str):
                yield from self._elsewhere(member, origin, required, way)
            else:
                yield from self._works(member, origin, required, way)

    def _elsewhere(
        self, address: str, origin: Origin, above: tuple[Text, ...], way: tuple[Path, ...]
    ) -> Iterator[tuple[Told, Origin]]:
        """The works of a manifest that a collection only names, from its file beside it."""
        self._opened += 1
        if self._opened > MOST_DOCUMENTS:
            if self._opened == MOST_DOCUMENTS + 1:
                self._remarks.append(remarks.too_many("manifests", MOST_DOCUMENTS, origin))
            return
        found = self._beside.document(address)
        if found is None or found.file in way or len(way) > _DEEPEST:
            self._remarks.append(remarks.no_manifest(address, origin, found is not None))
            return
        inner = Origin(self._beside.name(found.file))
        try:
            resource = read_resource(found.file)
        except NotImported as error:
            self._remarks.append(Remark(Kind.DROPPED, "unreadable-manifest", inner, str(error), error.remedy))
            return
        yield from self._works(resource, inner, above, (*way, found.file))

    def _draft(self, work: Told, origin: Origin, languages: tuple[str, ...]) -> Draft:
        self._remarks += remarks.about_work(work, origin)
        picture, named = self._picture(work, origin)
        return draft_of(work, origin, languages, picture, named)

    def _picture(self, work: Told, origin: Origin) -> tuple[Path | None, str]:
        """The picture of a canvas: what covers most of it, of choices the first that lies here."""
        bodies = [body for body in work.canvas.bodies if body.kind == "image"]
        for body in sorted(bodies, key=lambda body: (-body.share, body.rank)):
            found = self._beside.picture(reversed(body.ids))
            if found is None:
                continue
            self._remarks += remarks.about_picture(body, found, bodies, origin, self._beside.name)
            return found.file, _named(body)
        if not bodies:
            self._remarks.append(remarks.no_picture(work, origin))
            return None, ""
        first = min(bodies, key=lambda body: (-body.share, body.rank))
        self._remarks.append(remarks.missing_picture(first, name_for(first.ids), origin))
        return None, _named(first)


def _part(work: Told) -> str:
    return work.canvas.about.label.words("en") or work.canvas.about.id


def _named(body: Body) -> str:
    return name_for(body.ids) or next(reversed(body.ids), "")
