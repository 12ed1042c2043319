"""Words that have broken programs before, of our own choosing: whatever curators paste, visitors read it as it stands.

After the kinds of the "Big List of Naughty Strings": markup, links, directions, controls, lengths, paths, formats.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from tests.exhibitions import draw_picture

if TYPE_CHECKING:
    from pathlib import Path

SERVER = "{server}"
"""Stands for the address of a server that must hear nothing."""
HOSTILE = (
    # markup that Qt would lay out, and fetch for
    f'<img src="{SERVER}html.png"> and words',
    f'<a href="{SERVER}link">a link</a> <a href="file:///etc/passwd">another</a>',
    '<img src="file:///etc/hostname" width="900" height="900">',
    '<img src="\\\\server\\share\\picture.png">',
    "<h1>Large</h1><b>bold</b><font size=7 color=red>red</font><table><tr><td>1</table>",
    "<script>alert(1)</script><style>*{display:none}</style><!-- gone -->",
    "a < b && b > c; R&D; &lt;not a tag&gt; &#65; &nbsp;",
    f"![picture]({SERVER}markdown.png) [link]({SERVER}md) **bold** # head",
    f"{SERVER}bare www.example.org nobody@example.org",
    'shell:startup javascript:alert(1) data:text/html,x smb://server/x irc://x ms-settings: "onload=',
    f"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY y SYSTEM '{SERVER}dtd'>]><x>&y;</x>",
    # directions and marks that are not seen
    "\u202eesrever\u202c \u2066isolated \u2067and never closed \u202d",
    "\u200b" * 60 + "zero\u200dwidth\ufeff\u2060",
    "Z\u0351\u036b\u0343\u0302a\u0346\u0313\u0340l\u0363\u0307g\u0310\u0343o\u0301\u0342" * 12,
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 hello \u05e2\u05d5\u05dc\u05dd 123",
    "\ufdfd\ufdfd \U00012031 \u2e3b\u2e3b\u2e3b",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 \U0001f3f4\U000e0067\U000e007f \u2708\ufe0e \U0001f1f0",
    "\ue000\uf8ff\ufffd\U0001fffe\U000f0000",
    # controls
    "\u001b[31mred\u001b[0m \u001b]8;;http://x\u0007terminal\u001b]8;;\u0007",
    "bell\u0007 back\bspace\u0008 del\u007f c1\u0085\u009b31m",
    "one\ntwo\rthree\r\nfour\tfive\u2028six\u2029seven\u000beight",
    # lengths
    "W" * 1200,
    "\uac00" * 900,
    "word " * 400,
    "iiiiiiiiii/" * 90,
    "",
    " ",
    ".",
    # paths and formats
    "../../../../etc/passwd C:\\Windows\\System32 \\\\?\\C:\\ CON NUL /dev/null",
    "%s%n%x%d %1 %2 %L1 %99 {0} {1.__class__} {{}} ${HOME} $(id) `id`",
    "'; DROP TABLE works; -- \" ' \\ \\\\ \\0",
    'qsTr("x") Qt.quit() ${Qt.quit()} {% raw %} <%= 1 %> function(){}',
    "null undefined NaN True -1 1e309 0x00 1/0",
)

ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
"""What YAML, unlike JSON, wants escaped."""


def build_hostile(folder: Path, server: str, works: int = 5) -> Path:
    """An exhibition of which each text is hostile, each of a work's another one: all of them, in turn. Its manifest."""
    draw_picture(1, (600, 400)).save(folder / "picture.png")
    turn = iter(range(1_000_000))

    def hostile(at_least: str = "") -> str:
        return HOSTILE[next(turn) % len(HOSTILE)].replace(SERVER, server) or at_least

    def words() -> dict[str, str]:
        return {"en": hostile("x"), "ar": hostile("x")}

    head: dict[str, Any] = {name: words() for name in ("title", "subtitle", "intro", "venue")}
    head |= {"languages": ["en", "ar"], "search": True}
    themes = {f"theme-{number}": {"name": words(), "teaser": words()} for number in range(4)}
    fields = (
        "creator",
        "creator_bio",
        "title",
        "date",
        "medium",
        "dimensions",
        "description",
        "credit",
        "alt",
        "rights",
    )
    told = [
        {
            "id": f"work-{number}",
            "picture": "picture.png" if number % 3 else None,
            **{name: words() for name in fields},
            "accession": hostile(),
            "themes": list(themes),
            "details": [{"at": [0.1, 0.1, 0.3, 0.3], "text": words()}],
        }
        for number in range(works)
    ]
    manifest = folder / "manifest.yaml"
    words_of_it = json.dumps({"exhibition": head, "themes": themes, "works": told}, ensure_ascii=False)
    manifest.write_text(ESCAPED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", words_of_it), encoding="utf-8")
    return manifest
