"""What publishers of IIIF call the lines of a label, in their languages.

The labels of metadata are the publisher's own; these are the ones seen in museums' and libraries' manifests.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.exhibition.folding import fold
from kiosk.staff.importing.draft import Field

if TYPE_CHECKING:
    from kiosk.exhibition.text import Text


class Other(StrEnum):
    """What a line may be that is no key of a work."""

    THEMES = "themes"


_TERMS: dict[Field | Other, str] = {
    Field.TITLE: "title, titre, titel, titolo, titulo, título, titul, tytuł, название, заглавие, 제목, 표제, العنوان, "
    "عنوان, タイトル, 題名, 標題, 题名, teitl, titre de l'œuvre, object title, werktitel, work title",
    Field.CREATOR: "creator, artist, author, maker, painter, photographer, sculptor, engraver, draughtsman, designer, "
    "printmaker, illustrator, made by, created by, artist maker, artist or maker, creators, artists, "
    "authors, auteur, artiste, créateur, peintre, photographe, sculpteur, graveur, dessinateur, auteurs, artistes, "
    "künstler, künstlerin, künstler in, urheber, urheberin, verfasser, verfasserin, autor, autorin, schöpfer, maler, "
    "fotograf, fotografin, zeichner, hersteller, artista, autore, pittore, fotografo, creatore, creador, "
    "autora, pintor, fotógrafo, criador, kunstenaar, vervaardiger, schilder, fotograaf, konstnär, upphovsperson, "
    "kunstner, ophavsmand, tekijä, taiteilija, artysta, twórca, umělec, tvůrce, художник, автор, создатель, 작가, "
    "작자, 저자, 제작자, 화가, الفنان, المؤلف, الصانع, 作者, 作家, 制作者, 艺术家, awdur, crëwr, artist cymreig, "
    "dc creator, dcterms creator",
    Field.CREATOR_BIO: "artist biography, artist bio, creator biography, nationality and dates, life dates, "
    "artist dates, lebensdaten, dates de vie, nationality, nationalité, nationalität, nationalité et dates",
    Field.DATE: "date, dates, date created, creation date, created, date of creation, date made, year, date issued, "
    "published, publication date, date of production, production date, display date, object date, date de création, "
    "année, datation, période de création, datum, datierung, entstehungszeit, entstehungsdatum, herstellungsdatum, "
    "erscheinungsjahr, jahr, entstanden, data, anno, datazione, data di creazione, fecha, año, datación, "
    "fecha de creación, ano, data de criação, datering, jaar, vervaardigingsdatum, datum vervaardiging, år, tidpunkt, "
    "дата, год, дата создания, датировка, время создания, 제작연도, 연대, 날짜, 제작일, 연도, التاريخ, تاريخ, "
    "تاريخ الإنشاء, 年代, 日期, 制作年, 創作年代, 创作时间, dyddiad, dc date, dcterms created",
    Field.MEDIUM: "medium, physical description, materials, material, technique, materials and techniques, media, "
    "medium and support, material and technique, materials technique, physical medium, support, matériaux, matériau, "
    "technique et matériaux, matériaux et techniques, médium, description physique, description matérielle, "
    "materialien, technik, material technik, material und technik, physische beschreibung, materialangabe, tecnica, "
    "materiale, materiali, materia e tecnica, descrizione fisica, técnica, materia, materiales, material y técnica, "
    "descripción física, suporte, materiaal, techniek, materiaal en techniek, fysieke beschrijving, teknik, "
    "material och teknik, материал, техника, материал техника, материалы, 재료, 재질, 기법, 매체, المواد, الخامة, "
    "التقنية, الوسيط, 材料, 材質, 技法, 媒材, 質地, cyfrwng, disgrifiad ffisegol",
    Field.DIMENSIONS: "dimensions, dimension, size, measurements, extent, object dimensions, taille, mesures, "
    "maße, abmessungen, größe, masse, umfang, dimensioni, misure, dimensiones, medidas, dimensões, afmetingen, "
    "omvang, mått, mål, размер, размеры, 크기, 규격, 치수, الأبعاد, المقاس, 尺寸, 寸法, 大小, dimensiynau, maint",
    Field.DESCRIPTION: "description, summary, abstract, descriptive note, notes on the object, label text, caption, "
    "résumé, notice, beschreibung, zusammenfassung, objektbeschreibung, descrizione, descripción, resumen, descrição, "
    "beschrijving, omschrijving, beskrivning, beskrivelse, описание, аннотация, 설명, 해설, الوصف, وصف, 描述, 說明, "
    "説明, 解説, disgrifiad, dc description",
    Field.CREDIT: "credit, credit line, creditline, credits, object credit, acquisition credit, "
    "mention obligatoire, crédit, crédits, crédit photographique, ligne de crédit, bildnachweis, nachweis, "
    "quellenangabe, herkunftsnachweis, linea di credito, crediti, línea de crédito, créditos, crédito, "
    "bronvermelding, creditregel, verwerving, источник поступления, кредит, 기증, 출처, بيان الائتمان, خط الائتمان, "
    "提供, 來源",
    Field.ACCESSION: "accession number, accession no, accession, identifier, identifiers, inventory number, "
    "inventory no, object number, object id, reference, reference number, shelfmark, call number, shelf mark, "
    "local identifier, catalogue number, catalog number, identifiant, identifiants, numéro d'inventaire, "
    "n° d'inventaire, no d'inventaire, inventaire, cote, référence, numéro d'accession, inventarnummer, inventar nr, "
    "inv nr, signatur, objektnummer, kennung, identifikator, identifikationsnummer, numero di inventario, inventario, "
    "n inventario, segnatura, collocazione, identificatore, número de inventario, signatura, identificador, "
    "número de inventário, cota, inventarisnummer, objectnummer, signatuur, identificatie, inventarienummer, signum, "
    "инвентарный номер, инв номер, номер, идентификатор, шифр, 소장품번호, 등록번호, 유물번호, 식별자, رقم الجرد, "
    "رقم الانضمام, المعرف, 登录号, 登錄號, 館藏號, 識別子, 請求記号, 管理番号, rhif derbyn, dynodwr, dc identifier",
    Field.RIGHTS: "rights, rights statement, copyright, license, licence, licence terms, usage rights, terms of use, "
    "rights and reproduction, copyright status, droits, droits d'auteur, conditions d'utilisation, rechte, lizenz, "
    "nutzungsrechte, rechtehinweis, nutzungsbedingungen, urheberrecht, diritti, licenza, derechos, licencia, "
    "direitos, licença, rechten, licentie, auteursrecht, rättigheter, права, лицензия, авторские права, 저작권, 권리, "
    "라이선스, الحقوق, الترخيص, حقوق النشر, 权利, 版權, 権利, ライセンス, hawliau",
    Field.ALT: "alt, alt text, alternative text, alternativtext, texte alternatif, texto alternativo, "
    "image description, visual description, bildbeschreibung",
    Other.THEMES: "subject, subjects, tags, tag, keywords, keyword, topic, topics, theme, themes, subject headings, "
    "subject terms, genre, sujet, sujets, mots clés, mot clé, thème, thèmes, étiquettes, thema, themen, schlagwort, "
    "schlagworte, schlagwörter, stichwort, stichwörter, stichworte, motiv, gegenstand, soggetto, soggetti, "
    "parole chiave, tema, temi, materia tratada, temas, palabras clave, etiquetas, assunto, assuntos, "
    "palavras chave, onderwerp, onderwerpen, trefwoorden, trefwoord, thema's, ämnesord, ämne, emne, emneord, тема, "
    "темы, предмет, ключевые слова, теги, 주제, 키워드, 태그, الموضوع, الموضوعات, الوسوم, الكلمات المفتاحية, 主题, "
    "主題, 件名, キーワード, 關鍵詞, pwnc, pynciau, dc subject",
}
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_STATEMENT = "attribution, credit, credit line, provided by, provider, terms of use, required statement, source"


def _key(words: str) -> str:
    return " ".join(fold(words).split())


_KNOWN = {_key(term): field for field, terms in _TERMS.items() for term in terms.split(", ")}
_STATEMENTS = {_key(term) for term in _STATEMENT.split(", ")} | {
    term for term, field in _KNOWN.items() if field in (Field.CREDIT, Field.RIGHTS)
}


def term_of(label: Text) -> Field | Other | None:
    """What a pair of metadata with this label is, by the first of its languages that is known; None for neither."""
    for _, words in label.by_language:
        for part in (words, _BRACKETS.sub(" ", words), *re.split(r"[/;|·]", words)):
            if (found := _KNOWN.get(_key(part))) is not None:
                return found
    return None


def says_only_that_it_is_a_statement(label: Text) -> bool:
    """Whether the label of a required statement, such as "Attribution", says nothing that its value does not."""
    return all(_key(words) in _STATEMENTS for _, words in label.by_language)
