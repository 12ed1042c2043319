"""JSON Schemas for manifest.yaml and config.yaml, from the same declarations that check them.

Editors use them for completion and warnings. `python -m kiosk.exhibition.schema` writes them into the source tree,
together with the references for people.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import msgspec
import yaml

from kiosk.exhibition.config import ConfigKeys
from kiosk.exhibition.keys import WordsOrMap, keys_of
from kiosk.exhibition.manifest_keys import ManifestKeys
from kiosk.exhibition.places import assets_folder
from kiosk.exhibition.reference import config_reference, manifest_reference, structs_of

if TYPE_CHECKING:
    from pathlib import Path

ROOTS: dict[str, type[msgspec.Struct]] = {"manifest": ManifestKeys, "config": ConfigKeys}
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_WORDS = msgspec.json.schema(WordsOrMap)["anyOf"]
_TEXT = {"$ref": "#/$defs/Text"}


def schema(name: str) -> str:
    """The schema of "manifest" or "config" as JSON text."""
    root = ROOTS[name]
    (reference,), definitions = msgspec.json.schema_components([root], ref_template="#/$defs/{name}")
    for struct in structs_of(root):
        for key, facts in keys_of(struct).items():
            if facts.auto:
                definitions[struct.__name__]["properties"][key]["anyOf"].append({"const": "auto"})
    known = {name: _as_written(definition) for name, definition in sorted(definitions.items())}
    known["Text"] = {"description": "Text, or texts by language.", "anyOf": [_as_written(form) for form in _WORDS]}
    whole = {"$schema": _DIALECT, "title": f"Kiosk Gallery: {name}.yaml", **reference, "$defs": known}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _as_written(node: Any) -> Any:
    """A part of a schema, fitted to what editors see in YAML: 1972 is text as well, and examples have their types."""
    if isinstance(node, list):
        return [_as_written(part) for part in node]
    if not isinstance(node, dict):
        return node
    if node.get("anyOf") == _WORDS:
        return {"description": node["description"], **_TEXT} if "description" in node else _TEXT
    fitted = {key: _as_written(part) for key, part in node.items() if not _is_noise(key, part)}
    if node.get("type") == "string" and "format" not in node and not node.get("pattern", "").startswith("^#"):
        fitted["type"] = ["string", "number"]
    if "examples" in node:
        fitted["examples"] = [json.loads(json.dumps(yaml.safe_load(text), default=_day)) for text in node["examples"]]
    return fitted


def _is_noise(key: str, part: object) -> bool:
    return (key == "default" and part is None) or (key == "title" and isinstance(part, str))


def _day(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(value)


def write(checkout: Path) -> list[Path]:
    """Write everything that is generated into the source tree at `checkout`; the files written."""
    contents = {checkout / "assets" / "schemas" / f"{name}.schema.json": schema(name) for name in ROOTS}
    contents[checkout / "docs" / "manifest.md"] = manifest_reference()
    contents[checkout / "docs" / "config.md"] = config_reference()
    for file, content in contents.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8", newline="\n")
    return list(contents)


if __name__ == "__main__":
    for written in write(assets_folder().parent):
        print(written)  # noqa: T201 (a command for developers)
