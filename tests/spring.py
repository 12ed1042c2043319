"""What staff bring: a list in Excel and a folder of photographs, with the usual traps."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

from tests.exhibitions import draw_picture
from tests.staff.importing.iiif.museum import canvas3, image3, manifest3

if TYPE_CHECKING:
    from pathlib import Path

HEADINGS = (
    "Inventory No.",
    "Artist",
    "Title",
    "Titel (Deutsch)",
    "Date",
    "Medium",
    "Size",
    "Label text",
    "Beschreibung (Deutsch)",
    "Credit line",
    "Subject",
    "Image",
    "Alt text",
    "Lender's phone",
)
WORKS = (
    ("The garden gate", "Das Gartentor", "1932", "40 x 60 cm", "gate.jpg"),
    ("Ferry at noon", "Die Fähre am Mittag", "c. 1935", "55 × 80 cm", "ferry.jpg"),
    ("Market in the rain", "Markt im Regen", "1936", "60 x 90 cm", "market.jpg"),
    ("Two mills", "Zwei Mühlen", "1938", "24 x 36 in.", "MILLS.JPG"),
    ("Harvest", "Ernte", dt.date(1951, 5, 4), "62 x 93 cm", "harvest.jpg"),
    ("The blue door", "Die blaue Tür", "1952/53", "60 x 80 x 3 cm", "door.jpg"),
    ("Quay", "Am Kai", "1954", "50 x 75 cm", "quay.jpg"),
    ("Night train", "Nachtzug", "1956", "72 x 48 cm", "train.jpg"),
    ("Snow on the bridge", "Schnee auf der Brücke", "1957", "30 x 45 cm", "snow.jpg"),
    ("Orchard", "Obstgarten", "1960", "80 x 120 cm", "orchard.jpg"),
    ("Pier with boats", "Steg mit Booten", "1961", "70 x 105 cm", "pier.jpg"),
    ("Untitled (window)", "", "1963", "36 x 54 cm", "window.jpg"),
)
MISSING = "pier.jpg"
"""The picture that nobody has put into the folder."""


def draw(file: Path, number: int) -> None:
    """A photograph of 1500 × 1000 pixels."""
    draw_picture(number, (1500, 1000)).resize((1500, 1000)).save(file, "JPEG", quality=60)


def bring_others(folder: Path) -> None:
    """A list saved by an old program, and what a library publishes."""
    (folder / "letters.csv").write_bytes(
        "Titel;Künstler;Jahr\nBrief;Jörg Groß;1931\nGruß;Jörg Groß;1932\n".encode("cp1252")
    )
    library = folder / "library"
    library.mkdir()
    draw(library / "harvest-front.jpg", 1)
    canvas = canvas3("front", image3("harvest-front"), label={"en": ["Front"], "fr": ["Recto"]})
    (library / "manifest.json").write_text(json.dumps(manifest3(canvas)), "utf-8")


def bring(folder: Path) -> Path:
    """The list and the pictures in `folder`; returns the list."""
    from openpyxl import Workbook

    pictures = folder / "pictures"
    pictures.mkdir(parents=True)
    book = Workbook()
    sheet = book.active
    sheet.title = "Works"
    sheet.append(HEADINGS)
    for number, (title, german, date, size, picture) in enumerate(WORKS, 1):
        if picture != MISSING:
            draw(pictures / picture.lower(), number)
        maker, subject = (("Ada Example", "water; work"), ("Ben Sample", "town; work"), ("Ada Example", "town"))[
            number % 3
        ]
        english = f"Painted from memory, weeks after the walk. {title} hung in the artist's kitchen for years."
        deutsch = f"Aus dem Gedächtnis gemalt. {german} hing jahrelang in der Küche." if german else ""
        sheet.append(
            [
                f"1984.{number}",
                f" {maker} ",
                title,
                german,
                date,
                "Oil on canvas",
                size,
                english,
                deutsch,
                "Gift of a friend",
                subject,
                picture,
                f"A painting: {title.lower()}.",
                "+44 0000 000",
            ]
        )
    file = folder / "list.xlsx"
    book.save(file)
    return file
