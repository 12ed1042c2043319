"""A small exhibition to start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibition.manifest import MANIFEST
from kiosk.exhibition.places import CONFIG, assets_folder, usual_config

if TYPE_CHECKING:
    from pathlib import Path

_EXAMPLE = """\
# yaml-language-server: $schema={schema}

# An exhibition to start from. `kiosk {name}` shows it, `kiosk check {name}` tells what is wrong with it.
# Only the exhibition's title and each work's id are needed; everything else may be left out.
# Text is either words, the same in every language, or words by language: {{en: Harvest, ru: Урожай}}.
# Put text in quotes when it contains a colon and a space, as in "Study: red", or a comma inside braces, as in
# {{en: "Red, yellow, blue"}}.

exhibition:
  title:
    en: The first room
  subtitle: Three cards, and space for yours
  # opens: 2026-09-09
  # closes: 2026-10-10
  languages: [en]
  # creator-first or title-first
  label_order: creator-first

# What visitors can choose. The key on the left is what works call the theme; the name is what visitors read.
themes:
  beginnings:
    name: {{en: Beginnings}}
  light:
    name: {{en: Light}}

works:
  # A work without a picture is a card with its whole label.
  - id: welcome
    title: {{en: Welcome}}
    description:
      en: >-
        This card is a work without a picture. Copy photographs into the folder pictures, name them below, and
        their labels appear beside them.
    themes: [beginnings]

  - id: window
    creator: Your first artist
    creator_bio: Nationality, life dates
    title: {{en: A window in the morning}}
    date: c. 1972
    medium: {{en: Oil on canvas}}
    # Height and width.
    size_cm: [60, 45.5]
    description: {{en: Two or three sentences that send the eyes back to the picture.}}
    credit: Gift of a friend
    accession: 1984.10
    themes: [beginnings, light]
    # picture: pictures/window.jpg
    # What the picture shows, for those who cannot see it.
    # alt: A tall window, and the floor beneath it full of light.
    # Where the picture matters most: from the left and from the top, 0 to 1.
    # focus: [0.4, 0.3]

  - id: lamp
    creator: Your second artist
    title: {{en: A lamp at night}}
    date: 1981
    medium: {{en: Photograph}}
    themes: [light]
"""


def new_settings(folder: Path) -> Path:
    """Write a configuration with every key as it comes into `folder`. Raises `AlreadyThere` and OSError."""
    first, _, rest = usual_config().read_text(encoding="utf-8").partition("\n")
    schema = (assets_folder() / "schemas" / "config.schema.json").as_uri()
    folder.mkdir(parents=True, exist_ok=True)
    config = folder / CONFIG
    if config.exists():
        raise AlreadyThere(config)
    with config.open("x", encoding="utf-8", newline="\n") as file:
        file.write(f"{first.partition('$schema=')[0]}$schema={schema}\n{rest}")
    return config


class AlreadyThere(Exception):
    """There is something at the place of the new exhibition."""


def new_exhibition(folder: Path) -> Path:
    """Write a small exhibition into the new or empty `folder`; its manifest. Raises `AlreadyThere` and OSError."""
    if folder.exists() and not folder.is_dir():
        raise AlreadyThere(folder)
    if folder.is_dir() and any(folder.iterdir()):
        raise AlreadyThere(folder)
    (folder / "pictures").mkdir(parents=True, exist_ok=True)
    schema = (assets_folder() / "schemas" / "manifest.schema.json").as_uri()
    manifest = folder / MANIFEST
    with manifest.open("x", encoding="utf-8", newline="\n") as file:
        file.write(_EXAMPLE.format(schema=schema, name=folder.absolute().name))
    return manifest
