"""A Presentation 3 and a Presentation 2 manifest as museums publish them, with the traps they are known for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.drawn import jpeg

if TYPE_CHECKING:
    from pathlib import Path

SERVER = "https://iiif.example.org"
PICTURE = jpeg()


def pair(label: Any, value: Any) -> dict[str, Any]:
    return {"label": label, "value": value}


def image3(name: str, **more: Any) -> dict[str, Any]:
    return {
        "id": f"{SERVER}/iiif/{name}/full/max/0/default.jpg",
        "type": "Image",
        "format": "image/jpeg",
        "service": [{"id": f"{SERVER}/iiif/{name}", "type": "ImageService3", "profile": "level2"}],
        **more,
    }


def canvas3(name: str, *bodies: Any, target: str = "", **more: Any) -> dict[str, Any]:
    canvas = f"{SERVER}/canvas/{name}"
    paintings = [
        {"type": "Annotation", "motivation": "painting", "body": body, "target": canvas + target} for body in bodies
    ]
    page = {"type": "AnnotationPage", "items": paintings}
    return {"id": canvas, "type": "Canvas", "width": 4000, "height": 2000, "items": [page], **more}


def manifest3(*canvases: Any, **more: Any) -> dict[str, Any]:
    return {
        "@context": "http://iiif.io/api/presentation/3/context.json",
        "id": f"{SERVER}/object/1/manifest.json",
        "type": "Manifest",
        "label": {"en": ["The harvest"], "fr": ["La moisson"]},
        "items": list(canvases),
        **more,
    }


P3 = manifest3(
    canvas3("front", image3("harvest-front"), label={"en": ["Front"], "fr": ["Recto"]}),
    canvas3(
        "back",
        {
            "type": "Choice",
            "items": [
                image3("harvest-back", label={"en": ["Natural light"]}),
                image3("harvest-back-xray", label={"en": ["X-ray"]}),
            ],
        },
        label={"none": ["2"]},
        summary={"en": ["<p>The back, with <i>labels</i> &amp; stamps.</p>"]},
        metadata=[pair({"en": ["Date"]}, {"none": ["c. 1973"]})],
        requiredStatement=pair({"en": ["Photography"]}, {"en": ["Ada Lens"]}),
    ),
    canvas3("empty", label={"en": ["The frame, lost"]}, navDate="1899-01-01T00:00:00Z"),
    summary={"en": ["<p>Reapers at noon.<br/>Wheat.</p><script>x()</script>"], "fr": ["<p>Midi.</p>"]},
    metadata=[
        pair({"en": ["Artist"], "fr": ["Artiste"]}, {"none": ["Ada Example", "Ben Example"]}),
        pair({"fr": ["Technique"]}, {"fr": ["Huile sur toile"], "en": ["<span>Oil on canvas</span>"]}),
        pair({"de": ["Maße"]}, {"none": ["180 × 240 cm"]}),
        pair({"none": ["Inv. Nr."]}, {"none": ["1984.10a,b"]}),
        pair({"en": ["Subject"]}, {"en": ["Fields", "Work"], "fr": ["Champs", "Travail"]}),
        pair({"en": ["Date"]}, {"en": ["about 1972"], "none": ["1972?"]}),
        pair({"en": ["Provenance"]}, {"en": ["Bought at the fair."]}),
        pair({"en": ["Catalogue"]}, {"none": ['<a href="https://e.org/x">https://e.org/x</a>']}),
        pair({"en": ["Credit line"]}, {"en": ["Gift of a friend"], "fr": ["Don d'un ami"]}),
    ],
    requiredStatement=pair(
        {"en": ["Attribution"]}, {"en": ['<a href="https://e.org">Town Museum</a>'], "fr": ["Musée"]}
    ),
    rights="http://creativecommons.org/licenses/by-sa/4.0/",
    provider=[{"id": SERVER, "type": "Agent", "label": {"en": ["County Museums"]}, "logo": [{"id": "x"}]}],
    behavior=["paged"],
    viewingDirection="right-to-left",
    start={"id": f"{SERVER}/canvas/back", "type": "Canvas"},
    navDate="1972-01-01T00:00:00Z",
)

P2 = {
    "@context": "http://iiif.io/api/presentation/2/context.json",
    "@id": f"{SERVER}/object/2/manifest",
    "@type": "sc:Manifest",
    "label": [{"@value": "Lampe", "@language": "de"}, {"@value": "Lamp", "@language": "en"}],
    "description": '<p>A lamp, see <a href="https://e.org">there</a>.</p>',
    "attribution": "Provided by <b>Town Museum</b>",
    "license": "http://rightsstatements.org/vocab/InC/1.0/",
    "logo": f"{SERVER}/logo.png",
    "metadata": [
        pair("Author", ["Ann <b>Maker</b>", "Bob Maker"]),
        pair([{"@value": "Datierung", "@language": "de"}], {"@value": "um 1700", "@language": "de"}),
        pair("Physical Description", "Brass &amp; glass"),
        pair("Identifier", "L 17"),
        pair("Tags", "light; metal|glass"),
        pair("Repository", "Room 4"),
    ],
    "sequences": [
        {
            "@type": "sc:Sequence",
            "viewingHint": "individuals",
            "startCanvas": f"{SERVER}/canvas/lamp",
            "canvases": [
                {
                    "@id": f"{SERVER}/canvas/lamp",
                    "@type": "sc:Canvas",
                    "label": "1",
                    "width": 100,
                    "height": 100,
                    "images": [
                        {
                            "@type": "oa:Annotation",
                            "motivation": "sc:painting",
                            "on": f"{SERVER}/canvas/lamp",
                            "resource": {
                                "@type": "oa:Choice",
                                "default": {
                                    "@id": f"{SERVER}/iiif/2/lamps%2Fbrass.jp2/full/full/0/native.jpg",
                                    "@type": "dctypes:Image",
                                    "service": {"@id": f"{SERVER}/iiif/2/lamps%2Fbrass.jp2"},
                                },
                                "item": {"@id": f"{SERVER}/lamp-uv.jpg", "@type": "dctypes:Image", "label": "UV"},
                            },
                        }
                    ],
                }
            ],
        }
    ],
}


def lay(folder: Path, manifest: Any, *pictures: str, name: str = "manifest.json") -> Path:
    """A manifest and the pictures beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    for picture in pictures:
        file = folder / picture
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(PICTURE)
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(manifest), encoding="utf-8")
    return path
