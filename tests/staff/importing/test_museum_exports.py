"""Columns as real museums export them become the right keys. Names of columns are theirs, all values ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.staff.importing.column_names import NAMES, Role
from kiosk.staff.importing.columns import heading_key, named
from tests.staff.importing.tables import read, save, values

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.staff.importing.draft import Source

EXPORTS = {
    "nga": (
        [
            *("objectid", "accessionnum", "title", "displaydate", "beginyear", "endyear", "medium", "dimensions"),
            *("attribution", "forwarddisplayname", "creditline", "assistivetext", "visualbrowsertheme", "iiifurl"),
            *("lastmodified",),
        ],
        [
            *("11", "2001.4.1", "Gate at Noon", "c. 1820", "1815", "1825", "oil on linen"),
            "overall: 25.4 x 30.5 cm (10 x 12 in.)",
            *("Ada Example", "Ada Example", "Gift of a Friend", "A gate under trees.", "landscape"),
            *("https://example.org/iiif/gate-11", "2024-01-01"),
        ],
        {
            "creator": "Ada Example",
            "title": "Gate at Noon",
            "date": "c. 1820",
            "medium": "oil on linen",
            "size_cm": (25.4, 30.5),
            "credit": "Gift of a Friend",
            "accession": "2001.4.1",
            "alt": "A gate under trees.",
        },
        ("landscape",),
    ),
    "moma": (
        [
            *("Title", "Artist", "ConstituentID", "ArtistBio", "Nationality", "BeginDate", "EndDate", "Gender", "Date"),
            *("Medium", "Dimensions", "CreditLine", "AccessionNumber", "Classification", "Department", "DateAcquired"),
            *("Cataloged", "ObjectID", "URL", "ImageURL"),
        ],
        [
            *("Chair Study", "Ada Example, Bo Sample", "1, 2", "(British, 1901–1980) (American, born 1910)"),
            *("(British) (American)", "(1901) (1910)", "(1980) (0)", "(female) (male)", "1946", "Plywood"),
            *('11 1/2 x 14 7/8" (29.2 x 37.8 cm)', "Gift of the makers", "12.1946", "Design", "Architecture & Design"),
            *("1946-05-01", "Y", "77", "https://example.org/77", "https://example.org/media/77.jpg?sha=1"),
        ],
        {
            "creator": "Ada Example, Bo Sample",
            "creator_bio": "British, 1901–1980; American, born 1910",
            "title": "Chair Study",
            "date": "1946",
            "medium": "Plywood",
            "size_cm": (29.2, 37.8),
            "credit": "Gift of the makers",
            "accession": "12.1946",
        },
        ("Design",),
    ),
    "met": (
        [
            *("\ufeffObject Number", "Is Highlight", "Is Public Domain", "Object ID", "Department", "Object Name"),
            *("Title", "Culture", "Period", "Artist Role", "Artist Display Name", "Artist Display Bio"),
            *("Artist Alpha Sort", "Object Date", "Object Begin Date", "Object End Date", "Medium", "Dimensions"),
            *("Credit Line", "Classification", "Rights and Reproduction", "Link Resource", "Tags"),
        ],
        [
            *("67.265.9", "False", "True", "51", "Prints", "Plate", "", "", "", "Artist|Publisher"),
            *("Ada Example|Bo Sample", "British, London 1760–1820 London|American, 1770–1840"),
            *("Example, Ada|Sample, Bo", "1801", "1801", "1801", "Etching"),
            *("H. 11 in. (27.9 cm); W. 8 1/4 in. (21 cm)", "Gift of Mr. Sample, 1967", "Prints"),
            *("", "https://example.org/51", "Men|Rivers"),
        ],
        {
            "creator": "Ada Example, Bo Sample",
            "creator_sort": "Example, Ada; Sample, Bo",
            "creator_bio": "British, London 1760–1820 London; American, 1770–1840",
            "title": "Plate",
            "date": "1801",
            "medium": "Etching",
            "size_cm": (27.9, 21.0),
            "credit": "Gift of Mr. Sample, 1967",
            "accession": "67.265.9",
        },
        ("Men", "Rivers"),
    ),
    "tate": (
        [
            *("id", "accession_number", "artist", "artistRole", "artistId", "title", "dateText", "medium"),
            *("creditLine", "year", "acquisitionYear", "dimensions", "width", "height", "depth", "units"),
            *("inscription", "thumbnailCopyright", "thumbnailUrl", "url"),
        ],
        [
            *("1035", "A00001", "Example, Ada", "artist", "38", "A Figure Bowing\nbefore a Seated Man", "?c.1785"),
            *("Watercolour on paper", "Presented by a friend 1922", "1785", "1922", "support: 394 x 419 mm"),
            *("394", "419", "", "mm", "date inscribed", "", "http://example.org/A00001_8.jpg", "http://example.org/x"),
        ],
        {
            "creator": "Example, Ada",
            "title": "A Figure Bowing before a Seated Man",
            "date": "?c.1785",
            "medium": "Watercolour on paper",
            "size_cm": (39.4, 41.9),
            "credit": "Presented by a friend 1922",
            "accession": "A00001",
        },
        (),
    ),
    "cleveland": (
        [
            *("id", "accession_number", "title", "creators", "creation_date", "creation_date_earliest"),
            *("creation_date_latest", "technique", "measurements", "creditline", "tombstone", "did_you_know"),
            *("share_license_status", "type"),
        ],
        [
            *("94979", "1915.534", "Harvest", "Ada Example (British, 1738–1815), painter", "1765", "1765", "1765"),
            *(
                "oil on canvas",
                "Framed: 150 x 130 x 8 cm; Unframed: 127 x 102 cm",
                "Gift",
                "Harvest, 1765. Ada Example",
            ),
            *("The reapers are the painter's brothers.", "CC0", "Painting"),
        ],
        {
            "creator": "Ada Example",
            "creator_bio": "British, 1738–1815",
            "title": "Harvest",
            "date": "1765",
            "medium": "oil on canvas",
            "dimensions": "Framed: 150 x 130 x 8 cm; Unframed: 127 x 102 cm",
            "description": "The reapers are the painter's brothers.",
            "credit": "Gift",
            "accession": "1915.534",
            "rights": "CC0",
        },
        (),
    ),
    "mia": (
        [
            *("id", "accession_number", "title", "artist", "nationality", "life_date", "dated", "medium", "dimension"),
            *("creditline", "classification", "style", "text", "rights_type", "curator_approved"),
        ],
        [
            *(
                "7",
                "50.46.34a,b",
                "Bowl with lid",
                "Ada Example",
                "Korean",
                "1850-1920",
                "late 19th century",
                "Celadon",
            ),
            *(
                "7 x 9 x 9 in. (17.8 x 22.9 x 22.9 cm)",
                "Bequest",
                "ceramics; vessel",
                "Joseon",
                "<p>Round &amp; calm.</p>",
            ),
            *("Public Domain", "1"),
        ],
        {
            "creator": "Ada Example",
            "creator_bio": "Korean, 1850-1920",
            "title": "Bowl with lid",
            "date": "late 19th century",
            "medium": "Celadon",
            "dimensions": "7 x 9 x 9 in. (17.8 x 22.9 x 22.9 cm)",
            "description": "Round & calm.",
            "credit": "Bequest",
            "accession": "50.46.34a,b",
            "rights": "Public Domain",
        },
        ("ceramics", "vessel"),
    ),
    "cmoa": (
        [
            *("title", "creation_date", "creation_date_earliest", "creation_date_latest", "medium", "accession_number"),
            *("id", "credit_line", "date_acquired", "department", "item_width", "item_height", "item_depth"),
            *("full_name", "nationality", "birth_date", "death_date", "image_url"),
        ],
        [
            *("Mill", "1932", "1932-01-01", "1932-12-31", "gelatin silver print", "82.9", "cmoa:things/1"),
            *("Gift\nof the city", "1982-01-01", "Photography", "10.0", "8.0", "0.0", "Ada Example", "American"),
            *("1900", "1970", "http://example.org/1.jpg"),
        ],
        {
            "creator": "Ada Example",
            "creator_bio": "American, 1900–1970",
            "title": "Mill",
            "date": "1932",
            "medium": "gelatin silver print",
            "size_cm": (20.3, 25.4),
            "credit": "Gift\nof the city",
            "accession": "82.9",
        },
        ("Photography",),
    ),
    "aic": (
        [
            *("id", "title", "main_reference_number", "date_start", "date_end", "date_display", "artist_display"),
            *("dimensions", "medium_display", "credit_line", "subject_titles", "category_titles", "copyright_notice"),
            *("artist_title", "image_id", "is_public_domain"),
        ],
        [
            *("4", "Interior", "1928.1", "1884", "1886", "n.d.", "Ada Example\nFrench, 1859–1891"),
            *(
                "73.7 × 92.1 cm (29 × 36 1/4 in.)",
                "Oil on canvas",
                "A friend's collection",
                '["rivers", "boats"]',
                "Europe",
            ),
            *("", "Ada Example", "b-1", "True"),
        ],
        {
            "creator": "Ada Example",
            "creator_bio": "French, 1859–1891",
            "title": "Interior",
            "date": "n.d.",
            "year": 1884,
            "medium": "Oil on canvas",
            "size_cm": (73.7, 92.1),
            "credit": "A friend's collection",
            "accession": "1928.1",
        },
        ("rivers", "boats"),
    ),
    "walters": (
        ["ObjectID", "ObjectNumber", "Title", "Creators", "DateText", "Medium", "Dimensions", "CreditLine"],
        ["9", "W.1", "Page", "Riza Example (Persian, ca. 1565-1635)", "1600", "ink", "h: 20 cm, w: 10 cm", "Acquired"],
        {
            "creator": "Riza Example",
            "creator_bio": "Persian, ca. 1565-1635",
            "title": "Page",
            "date": "1600",
            "medium": "ink",
            "size_cm": (20.0, 10.0),
            "credit": "Acquired",
            "accession": "W.1",
        },
        (),
    ),
    "collectionbuilder": (
        [
            *("objectid", "parentid", "title", "creator", "date", "description", "subject", "location", "latitude"),
            *("source", "identifier", "type", "format", "language", "rights", "rightsstatement", "display_template"),
            *("object_location", "image_small", "image_thumb", "image_alt_text", "object_transcript"),
        ],
        [
            *("demo_1", "", "Orchard", "Ada Example", "1910-05", "Trees in rows.", "trees; fruit", "Moscow", "46.7"),
            *("Folder 3", "PG 1", "Image;StillImage", "image/jpeg", "eng", "Public domain.", "http://example.org/NoC/"),
            *("image", "objects/orchard.jpg", "objects/small/orchard_sm.jpg", "", "Rows of trees.", ""),
        ],
        {
            "creator": "Ada Example",
            "title": "Orchard",
            "date": "1910-05",
            "description": "Trees in rows.",
            "accession": "PG 1",
            "alt": "Rows of trees.",
            "rights": "Public domain.",
        },
        ("trees", "fruit"),
    ),
    "german": (
        [
            "Inv.-Nr.",
            "Künstler/in",
            "Werktitel",
            "Datierung",
            "Material und Technik",
            "Höhe (cm)",
            "Breite (cm)",
            "Text",
        ],
        ["12/1999", "Ada Beispiel", "Brücke", "um 1900", "Öl auf Leinwand", "60,5", "80", "Ein Satz."],
        {
            "creator": "Ada Beispiel",
            "title": "Brücke",
            "date": "um 1900",
            "medium": "Öl auf Leinwand",
            "size_cm": (60.5, 80.0),
            "description": "Ein Satz.",
            "accession": "12/1999",
        },
        (),
    ),
    "french": (
        ["N° d'inventaire", "Artiste", "Titre de l'œuvre", "Datation", "Technique", "Dimensions (cm)", "Mots-clés"],
        ["A 1", "Ada Exemple", "Le Pont", "vers 1900", "Huile sur toile", "60 x 80", "ponts; rivières"],
        {
            "creator": "Ada Exemple",
            "title": "Le Pont",
            "date": "vers 1900",
            "medium": "Huile sur toile",
            "size_cm": (60.0, 80.0),
            "accession": "A 1",
        },
        ("ponts", "rivières"),
    ),
    "russian": (
        ["Инв. №", "Автор", "Название", "Датировка", "Материал, техника", "Размер", "Описание", "Ключевые слова"],
        ["Ж-1", "Анна Пример", "Мост", "около 1900", "Холст, масло", "60 х 80 см", "Одно предложение.", "мосты|реки"],
        {
            "creator": "Анна Пример",
            "title": "Мост",
            "date": "около 1900",
            "medium": "Холст, масло",
            "size_cm": (60.0, 80.0),
            "description": "Одно предложение.",
            "accession": "Ж-1",
        },
        ("мосты", "реки"),
    ),
    "korean": (
        [
            "소장품 번호",
            "작가",
            "작품명",
            "제작연도",
            "재료 및 기법",
            "세로(cm)",
            "가로(cm)",
            "작품 설명",
            "국적",
            "생몰년",
        ],
        ["K-1", "김보기", "다리", "1900", "캔버스에 유채", "60", "80", "한 문장.", "한국", "1870-1940"],
        {
            "creator": "김보기",
            "creator_bio": "한국, 1870-1940",
            "title": "다리",
            "date": "1900",
            "medium": "캔버스에 유채",
            "size_cm": (60.0, 80.0),
            "description": "한 문장.",
            "accession": "K-1",
        },
        (),
    ),
    "arabic": (
        ["رقم الجرد", "اسم الفنان", "عنوان العمل", "التاريخ", "الخامة", "الأبعاد", "الوصف", "صورة"],
        ["م-1", "آدا مثال", "الجسر", "نحو 1900", "زيت على قماش", "60 × 80 سم", "جملة واحدة.", ""],
        {
            "creator": "آدا مثال",
            "title": "الجسر",
            "date": "نحو 1900",
            "medium": "زيت على قماش",
            "size_cm": (60.0, 80.0),
            "description": "جملة واحدة.",
            "accession": "م-1",
        },
        (),
    ),
    "spanish": (
        ["Número de inventario", "Autor", "Título", "Fecha", "Técnica", "Medidas", "Descripción", "Palabras clave"],
        ["E 1", "Ada Ejemplo", "El puente", "hacia 1900", "Óleo sobre lienzo", "60 x 80 cm", "Una frase.", "puentes"],
        {
            "creator": "Ada Ejemplo",
            "title": "El puente",
            "date": "hacia 1900",
            "medium": "Óleo sobre lienzo",
            "size_cm": (60.0, 80.0),
            "description": "Una frase.",
            "accession": "E 1",
        },
        ("puentes",),
    ),
    "italian": (
        ["N. inventario", "Autore", "Titolo", "Datazione", "Tecnica", "Altezza cm", "Larghezza cm", "Descrizione"],
        ["I 1", "Ada Esempio", "Il ponte", "1900 circa", "Olio su tela", "60", "80", "Una frase."],
        {
            "creator": "Ada Esempio",
            "title": "Il ponte",
            "date": "1900 circa",
            "medium": "Olio su tela",
            "size_cm": (60.0, 80.0),
            "description": "Una frase.",
            "accession": "I 1",
        },
        (),
    ),
}
LANGUAGES = {
    "german": "de",
    "french": "fr",
    "russian": "ru",
    "korean": "ko",
    "arabic": "ar",
    "spanish": "es",
    "italian": "it",
}


@pytest.fixture(params=EXPORTS)
def museum(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def export(museum: str, tmp_path: Path) -> Source:
    """The export of a museum, as it was read."""
    headings, row, _, _ = EXPORTS[museum]
    assert len(headings) == len(row)
    return read(save(tmp_path / f"{museum}.csv", [headings, row]))


def test_an_export_is_read(museum, export):
    _, _, expected, themes = EXPORTS[museum]
    assert len(export.drafts) == 1
    assert values(export) == expected
    assert export.drafts[0].themes == themes
    assert export.facts.languages == ((LANGUAGES[museum],) if museum in LANGUAGES else ())


def test_what_is_copied_and_what_is_not_are_all_columns(museum, export):
    headings, row, _, _ = EXPORTS[museum]
    used = {heading for heading, _ in export.read_as}
    dropped = {remark.origin.part for remark in export.remarks if remark.rule in {"column", "column-spare"}}
    filled = {heading.lstrip("\ufeff") for heading, cell in zip(headings, row, strict=True) if cell}
    assert not used & dropped
    assert filled <= used | dropped


def test_the_picture_of_an_export_is_found_by_the_last_part_of_its_address(tmp_path):
    from tests.staff.importing.tables import draw

    headings, row, _, _ = EXPORTS["moma"]
    drawn = draw(tmp_path / "media" / "77.jpg")
    assert read(save(tmp_path / "moma.csv", [headings, row])).drafts[0].picture == drawn


def test_columns_for_one_thing_in_several_languages(tmp_path):
    rows = [
        ["Title", "제목", "Название", "Artist", "작가", "Medium", "Description", "설명", "العنوان"],
        ["Gate", "문", "Ворота", "Ada Example", "에이다", "Oil", "A gate.", "문이다.", "بوابة"],
    ]
    source = read(save(tmp_path / "list.csv", rows))
    assert values(source) == {
        "creator": {"en": "Ada Example", "ko": "에이다"},
        "title": {"en": "Gate", "ko": "문", "ru": "Ворота", "ar": "بوابة"},
        "medium": {"en": "Oil"},
        "description": {"en": "A gate.", "ko": "문이다."},
    }
    german = read(
        save(tmp_path / "liste.csv", [["Titel", "Title", "Technik", "Maße"], ["Tor", "Gate", "Öl", "1 x 2 cm"]])
    )
    assert values(german)["title"] == {"de": "Tor", "en": "Gate"}


SUFFIXES = {
    "title_en": "en",
    "Title (Korean)": "ko",
    "title:ko": "ko",
    "Title - German": "de",
    "title.fr": "fr",
    "Titel deutsch": "de",
    "title_zh_Hant": "zh-Hant",
    "title@pt-BR": "pt-BR",
    "titleEN": "en",
    "제목(영어)": "en",
    "العنوان (الإنجليزية)": "en",
    "Название (англ.)": "en",
    "Title": "",
    "Title (short)": "",
}


@pytest.mark.parametrize("heading", SUFFIXES)
def test_a_heading_may_end_in_a_language(heading):
    assert named(heading) is not None
    assert named(heading)[0] == Role.TITLE
    assert named(heading).language == SUFFIXES[heading]


@pytest.mark.parametrize(
    "heading", ["artist_id", "Photo credit", "Donor", "Is Public Domain", "DateAcquired", "BeginDate", "title_notes"]
)
def test_headings_that_only_resemble_others(heading):
    assert named(heading) is None


def test_no_name_of_a_column_stands_for_two_things():
    keys: dict[str, Role] = {}
    for role, names in NAMES.items():
        for name in names.split(";"):
            assert keys.setdefault(heading_key(" ".join(name.split())), role) is role, name
