"""The addresses that stand for rights, as words. A kiosk has no way out to the page behind an address."""

from __future__ import annotations

import re

_LICENSE = re.compile(
    r"creativecommons\.org/licenses/(?P<kind>[a-z]+(?:-[a-z]+)*)(?:/(?P<version>\d\.\d))?(?:/(?P<land>[a-z]{2,3})\b)?",
    re.IGNORECASE,
)
_PUBLIC = re.compile(r"creativecommons\.org/publicdomain/(?P<kind>zero|mark)(?:/(?P<version>\d\.\d))?", re.IGNORECASE)
_STATEMENT = re.compile(r"rightsstatements\.org/(?:vocab|page)/(?P<code>[\w-]+)", re.IGNORECASE)
_STATEMENTS = {
    "inc": "In copyright",
    "inc-ow-eu": "In copyright – EU orphan work",
    "inc-edu": "In copyright – educational use permitted",
    "inc-nc": "In copyright – non-commercial use permitted",
    "inc-ruu": "In copyright – rights-holders unlocatable or unidentifiable",
    "noc-cr": "No copyright – contractual restrictions",
    "noc-nc": "No copyright – non-commercial use only",
    "noc-oklr": "No copyright – other known legal restrictions",
    "noc-us": "No copyright – United States",
    "cne": "Copyright not evaluated",
    "und": "Copyright undetermined",
    "nkc": "No known copyright",
}
"""The twelve statements of rightsstatements.org, by the code in their address."""
ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
"""An address of the web."""


def rights_words(written: str) -> str:
    """The words of a licence or rights statement, such as "CC BY-SA 4.0"; empty for an address nobody can read.

    `written` that is no address is the words already.
    """
    if found := _LICENSE.search(written):
        parts = (found["kind"].upper(), found["version"], (found["land"] or "").upper())
        return " ".join(("CC", *(part for part in parts if part)))
    if found := _PUBLIC.search(written):
        return f"CC0 {found['version'] or '1.0'}" if found["kind"].lower() == "zero" else "Public domain"
    if found := _STATEMENT.search(written):
        return _STATEMENTS.get(found["code"].lower(), "")
    return "" if ADDRESS.fullmatch(written) else written
