from __future__ import annotations

import json
from typing import Any

import pytest
import yaml

from kiosk.exhibition.keys import KeyFacts, keys_of
from kiosk.exhibition.places import assets_folder, checkout_config
from kiosk.exhibition.reference import structs_of
from kiosk.exhibition.schema import ROOTS, schema, write

REMEDY = "run: python -m kiosk.exhibition.schema"


def test_the_committed_files_are_current(tmp_path):
    checkout = assets_folder().parent
    for file in write(tmp_path):
        committed = checkout / file.relative_to(tmp_path)
        assert committed.read_text(encoding="utf-8") == file.read_text(encoding="utf-8"), REMEDY


def parts(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, list):
        return [part for entry in node for part in parts(entry)]
    return [node, *parts(list(node.values()))] if isinstance(node, dict) else []


@pytest.mark.parametrize("name", ROOTS)
def test_every_reference_in_a_schema_leads_somewhere(name):
    whole = json.loads(schema(name))
    references = {part["$ref"] for part in parts(whole) if isinstance(part.get("$ref"), str)}
    assert references >= {"#/$defs/Text"} or name == "config"
    assert {reference.removeprefix("#/$defs/") for reference in references} <= whole["$defs"].keys()


def all_keys() -> list[KeyFacts]:
    return [facts for root in ROOTS.values() for struct in structs_of(root) for facts in keys_of(struct).values()]


def test_every_key_is_explained():
    assert len(all_keys()) > 60
    assert [facts.name for facts in all_keys() if not facts.description.endswith(".")] == []


@pytest.mark.parametrize("name", ROOTS)
def test_every_key_in_a_schema_has_its_description(name):
    definitions = json.loads(schema(name))["$defs"]
    for struct in structs_of(ROOTS[name]):
        for key, facts in keys_of(struct).items():
            assert definitions[struct.__name__]["properties"][key]["description"] == facts.description


def test_text_may_be_a_number_and_auto_a_word_in_editors():
    whole = json.loads(schema("config"))
    pin = whole["$defs"]["Staff"]["properties"]["pin"]
    assert pin["anyOf"][0]["type"] == ["string", "number"]
    assert {"const": "auto"} in whole["$defs"]["Slideshow"]["properties"]["dwell_s"]["anyOf"]


def test_the_config_that_ships_shows_every_key():
    written = yaml.safe_load(checkout_config().read_text(encoding="utf-8"))

    def compare(struct: Any, section: dict[str, Any]) -> None:
        assert list(section) == list(keys_of(struct))
        for name, facts in keys_of(struct).items():
            if facts.type in structs_of(ROOTS["config"]):
                compare(facts.type, section[name])

    compare(ROOTS["config"], written)


@pytest.mark.parametrize(
    "file", [checkout_config(), assets_folder() / "exhibitions" / "photo-essay" / "manifest.yaml"], ids=lambda f: f.name
)
def test_editors_find_the_schema_by_the_first_line(file):
    first = file.read_text(encoding="utf-8").partition("\n")[0]
    place = first.removeprefix("# yaml-language-server: $schema=")
    assert (file.parent / place).resolve().parent == (assets_folder() / "schemas").resolve()
