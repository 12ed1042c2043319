"""What staff should know of an import from IIIF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.staff.importing.draft import Kind, Origin, Remark
from kiosk.staff.importing.iiif.model import Collection, Manifest
from kiosk.staff.importing.iiif.rights import rights_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from kiosk.staff.importing.beside import Found
    from kiosk.staff.importing.iiif.model import Body
    from kiosk.staff.importing.iiif.works import Told

_BEHAVIORS = {
    "paged": "Its canvases are pages that lie open two by two; they become works of their own, one after the other.",
    "continuous": "Its canvases are parts of one long picture; they become works of their own, one after the other.",
    "unordered": "Its canvases have no order; they are shown as they are listed.",
}
_PAIRS = "Name the facing page of a work under pair_with to have both side by side."
_SHORT = 100


def about_resource(resource: Manifest | Collection, origin: Origin) -> Iterator[Remark]:
    """What of a manifest or collection as a whole is not in the exhibition, or is guessed."""
    about = resource.about
    for behavior in about.behaviors:
        if behavior in _BEHAVIORS:
            remedy = _PAIRS if behavior == "paged" else ""
            yield Remark(Kind.GUESSED, f"behavior-{behavior}", origin, _BEHAVIORS[behavior], remedy)
    first = next((canvas.about.id for canvas in resource.canvases), "") if isinstance(resource, Manifest) else ""
    if about.start not in ("", first):
        message = f"It says to begin with {_short(about.start)}; the slideshow begins with the first work."
        remedy = "Move that work to the top of works, or give it highlight: true."
        yield Remark(Kind.DROPPED, "start", origin, message, remedy)
    if about.direction in ("right-to-left", "bottom-to-top"):
        message = f"Its canvases run {about.direction}; the order in which they follow each other is kept."
        yield Remark(Kind.GUESSED, "direction", origin, message)
    for what in about.lost:
        remedy = "Copy it here and name it under brand: {logo: ...}." if what == "a logo" else ""
        yield Remark(Kind.DROPPED, "not-shown", origin, f"It has {what}, which is left out.", remedy)
    for address in about.rights:
        if not rights_words(address):
            message = f"What {_short(address)} says about the rights is not known here."
            yield Remark(Kind.DROPPED, "rights", origin, message, "Write it by hand under rights.")
    if isinstance(resource, Collection) and not resource.members:
        yield Remark(Kind.DROPPED, "empty-collection", origin, "The collection has nothing in it.")


def about_work(work: Told, origin: Origin) -> Iterator[Remark]:
    """What of a canvas is not in its work, or is guessed."""
    if work.title_guessed:
        message = "The canvas has no title of its own; the work is called as the object."
        yield Remark(Kind.GUESSED, "title", origin, message, "Write a title of its own.")
    for label in work.addresses:
        message = f'"{_short(label)}" is nothing but an address of the web, which leads nowhere on a kiosk.'
        yield Remark(Kind.DROPPED, "address", origin, message)
    comments = sum(note.at is not None and not note.tag for note in work.canvas.notes)
    if comments:
        several = (
            f"{comments} comments on parts of the picture are details" if comments > 1 else "A comment is a detail"
        )
        message = f"{several}, read by looking closer."
        yield Remark(Kind.GUESSED, "comment", origin, message, "Take out what is not for visitors.")
    for body in work.canvas.bodies:
        if body.kind != "image":
            message = f"There is also something that is no picture ({body.kind})."
            yield Remark(Kind.DROPPED, "no-image", origin, message)


def about_picture(
    body: Body, found: Found, bodies: Sequence[Body], origin: Origin, name_of: Callable[[Path], str]
) -> Iterator[Remark]:
    """What is to be known of the picture that was found for a canvas with these bodies."""
    name = name_of(found.file)
    if found.others:
        alike = ", ".join(map(name_of, found.others[:5]))
        message = f'"{name}" is taken for its picture, but {alike} could be meant as well.'
        yield Remark(Kind.DOUBTFUL, "several-files", origin, message, "Compare them, and remove what is not meant.")
    if body.cut:
        message = f'Only a part of "{name}" is meant to be seen; all of it is.'
        yield Remark(Kind.DOUBTFUL, "part-of-picture", origin, message, "Cut the picture, if the rest disturbs.")
    others = [other for other in bodies if other is not body]
    if others:
        words = [other.label.words("en") or _short(next(reversed(other.ids), "")) for other in others[:5]]
        message = f'"{name}" is shown; the canvas has {len(others)} more: {"; ".join(words)}.'
        yield Remark(Kind.DROPPED, "more-pictures", origin, message, "Add works for those that are worth seeing.")


def no_picture(work: Told, origin: Origin) -> Remark:
    """A canvas on which no picture is painted."""
    what = "only something else than a picture" if work.canvas.bodies else "nothing"
    message = f"There is {what} on this canvas; its work is a card with the whole label."
    return Remark(Kind.GUESSED, "no-picture", origin, message, "Remove the work, or give it a picture.")


def missing_picture(body: Body, name: str, origin: Origin) -> Remark:
    """A picture that does not lie beside the manifest."""
    address = _short(next(reversed(body.ids), ""))
    message = f"Its picture, {address}, is not beside the manifest; nothing is fetched from the network."
    wanted = f'as "{name}" ' if name else ""
    remedy = f"Put it {wanted}into the manifest's folder and import again."
    return Remark(Kind.DROPPED, "missing-picture", origin, message, remedy)


def no_manifest(address: str, origin: Origin, circular: bool) -> Remark:
    """A manifest that a collection names and that is not here."""
    if circular:
        return Remark(Kind.DROPPED, "circle", origin, f"The collection names {_short(address)}, which names it again.")
    message = f"The collection names {_short(address)}, which is not beside it; nothing is fetched from the network."
    return Remark(Kind.DROPPED, "missing-manifest", origin, message, "Put its file into the folder and import again.")


def too_many(things: str, most: int, origin: Origin) -> Remark:
    """More manifests or canvases than any exhibition has."""
    message = f"There are more than {most:,} {things}; the others were not read."
    return Remark(Kind.DROPPED, f"too-many-{things}", origin, message, "Import the collection part by part.")


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1]}…"
