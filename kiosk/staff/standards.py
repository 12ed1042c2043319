"""What the figures of accessibility answer, by the ids they are told with, and where that is asked for."""

from __future__ import annotations

SOURCES = {
    "T1": "WCAG 2.2, 2.5.8 (AA): targets of 24 CSS px",
    "T2": "WCAG 2.2, 2.5.5 (AAA): targets of 44 CSS px",
    "T3": "Colle & Hiszem 2004: targets of 20 mm on a kiosk",
    "T4": "WCAG 2.2, 2.5.1 (A) and 2.5.7 (AA): every gesture also by one tap",
    "T5": "Section 508, 407.6: one hand, no pinching",
    "R1": "Section 508, 407.8 and ADA 308.2.1: 380 to 1220 mm above the floor",
    "R2": "Section 508, 407.8.2.2: at most 1170 mm over an obstruction",
    "R3": "Section 508, 408.2: seen from 1015 mm above the floor",
    "R4": "Section 508, 407.8, on a tall screen",
    "C1": "Section 508, 402.4: capitals of 4.8 mm",
    "C2": "EN 301 549, 5.1.4: capitals of 0.7° in large text",
    "C3": "WCAG 2.2, 1.4.3 (AA), 1.4.6 (AAA), 1.4.11 (AA): contrast",
    "C4": "WCAG 2.2, 1.4.4 and 1.4.12 (AA): larger and wider text without loss",
    "C5": "WCAG 2.2, 1.4.8 (AAA): lines of at most 80 glyphs, ragged",
    "I1": "WCAG 2.2, 2.2.1 (A): time that can be extended",
    "I2": "Section 508, 407.5: a warning seen, and felt or heard",
    "I5": "200 words a minute and a look (this program's own)",
    "M1": "WCAG 2.2, 2.2.2 (A): what moves can be stopped",
    "M2": "WCAG 2.2, 2.3.1 (A) and Section 508, 408.3: three flashes a second",
    "M3": "WCAG 2.2, 2.3.3 (AAA): motion can be turned off",
    "A1": "Section 508, 402.1 and EN 301 549, 5.1.2.2: speech",
    "A2": "Section 508, 402.3 and EN 301 549, 5.1.3.13: volume back after each use",
    "A3": "Section 508, 407.3 and EN 301 549, 5.5.2: operated without sight of a finger, by keys",
    "A4": "Section 508, 405.1: no end by itself while it speaks",
    "A5": "WCAG 2.2, 4.1.2 (A): names for assistive technology",
    "L1": "written from right to left: mirrored",
    "L2": "Chinese, Japanese, Korean: lines of at most 40 glyphs, and none without a glyph",
    "K1": "EN 301 549, 5.1.6.2: the focus can leave every control",
}
"""Each requirement by its id."""


def sources(ids: str) -> str:
    """Where the requirements of some ids come from."""
    return "; ".join(SOURCES[each] for each in ids.split())
