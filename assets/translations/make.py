"""Updates the translations: python assets/translations/make.py.

Reads the program's words into the .ts files and makes the .qm files from them. Translate in between, with Qt Linguist
or any editor, and run it again.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
KIOSK = HERE.parents[1] / "kiosk"
LANGUAGES = ("en", "ru", "ko", "ar")


def tool(name: str) -> str:
    """One of Qt's tools beside the running Python."""
    return str(Path(sys.executable).with_name(f"pyside6-{name}"))


def update(folder: Path) -> None:
    """Bring the .ts files in `folder` up to date with the program's words; nothing translated is lost."""
    sources = sorted([*KIOSK.rglob("*.qml"), KIOSK / "bridge" / "words.py"])
    for language in LANGUAGES:
        file = folder / f"kiosk_{language}.ts"
        words = ["-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", language]
        words += ["-pluralonly"] if language == "en" else []
        subprocess.run([tool("lupdate"), "-silent", *map(str, sources), *words, "-ts", str(file)], check=True)  # noqa: S603 (Qt's own tool)


def release(folder: Path, target: Path) -> None:
    """Make the .qm files that the program loads."""
    for file in sorted(folder.glob("*.ts")):
        subprocess.run([tool("lrelease"), "-silent", str(file), "-qm", str(target / f"{file.stem}.qm")], check=True)  # noqa: S603


if __name__ == "__main__":
    update(HERE)
    release(HERE, HERE)
