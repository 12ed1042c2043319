"""Whether the fonts here can show every letter of the exhibition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.staff.advising.letters import NAMED_AT_MOST, letters_of, name_of, package_for
from kiosk.staff.doctor.line import Line, problem

if TYPE_CHECKING:
    from kiosk.exhibition.model import Exhibition
    from kiosk.staff.advising.letters import Missing
    from kiosk.staff.doctor.machine import Machine

SUBJECT = "fonts"


def fonts(exhibition: Exhibition | None, missing: Missing, machine: Machine) -> Line:
    """`missing` tells which letters no font can show; raises ImportError where that cannot be found out."""
    if exhibition is None:
        return Line(SUBJECT, "not looked at, as there is no exhibition to be read")
    asked = letters_of(exhibition)
    own = tuple(font for font in exhibition.brand.fonts if font.is_file())
    try:
        lost = sorted(missing(asked, own)) if asked else []
    except ImportError as error:
        return problem(SUBJECT, f"cannot be looked at: {error}", "See the system libraries above.")
    if not lost:
        count = f", {len(asked)} of them from the system's fonts" if asked else ", with the program's own"
        return Line(SUBJECT, f"every letter of the exhibition can be shown{count}")
    named = ", ".join(map(name_of, lost[:NAMED_AT_MOST])) + (", …" if len(lost) > NAMED_AT_MOST else "")
    found = f"{len(lost)} letters of the exhibition cannot be shown: {named}"
    packages = " ".join(dict.fromkeys(map(package_for, lost)))
    how = f"sudo apt-get install {packages}" if machine.linux else "Install a font that has them"
    return problem(SUBJECT, found, f"{how}. Or give the exhibition one: brand: fonts: in its manifest.")
