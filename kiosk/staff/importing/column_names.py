"""What columns are called in the exports of real museums, and by staff in eight languages.

Compared as `heading_key` has them: without case, accents, punctuation and the seams of camelCase. Of several columns
for one thing, the one named first here is used.
"""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a column is for: a key of the manifest, or a part that one is made of."""

    ID = "id"
    PICTURE = "picture"
    CREATOR = "creator"
    CREATOR_SORT = "creator_sort"
    CREATOR_BIO = "creator_bio"
    NATIONALITY = "nationality"
    LIFE_DATES = "life_dates"
    BORN = "born"
    DIED = "died"
    TITLE = "title"
    DATE = "date"
    YEAR = "year"
    YEAR_TO = "year_to"
    MEDIUM = "medium"
    DIMENSIONS = "dimensions"
    HEIGHT = "height"
    WIDTH = "width"
    DEPTH = "depth"
    DESCRIPTION = "description"
    CREDIT = "credit"
    ACCESSION = "accession"
    ALT = "alt"
    RIGHTS = "rights"
    THEMES = "themes"


NAMES: dict[Role, str] = {
    Role.ID: """
        object id; objectid; id; pid; uuid; work id; artwork id; item id; record id; record number;
        depictstmsobjectid; Objekt-ID; Objektnummer ID; Datensatz; identifiant; identificador; identificativo;
        идентификатор; код; 작품번호; 작품 ID; 아이디; المعرف; معرف""",
    Role.PICTURE: """
        picture; image; image file; image filename; file; filename; file name; object location; image url;
        imageurl; primary image; primaryimage; images; image large; image small; photo; photograph; photo file;
        image path; thumbnail url; thumbnailurl; image thumb; iiifurl; iiif url; src; thumbnail; Bild; Bilddatei;
        Dateiname; Datei; Foto; Abbildung; Bildname; fichier; nom du fichier; fichier image; image fichier;
        nom de fichier; imagen; archivo; fichero; nombre de archivo; archivo de imagen; immagine; file immagine;
        nome file; изображение; файл; имя файла; картинка; фото; файл изображения; 이미지; 파일; 파일명; 사진;
        그림 파일; 이미지 파일; صورة; الصورة; ملف; الملف; اسم الملف; ملف الصورة""",
    Role.CREATOR: """
        creator; creators; artist; artists; artist display name; artist display; attribution; maker; author;
        painter; photographer; constituents; forward display name; forwarddisplayname; artist name; creator name;
        full name; creator full name; creators full name; creator display; artist maker; artist title; sort name;
        actor; display actor; creator credit; by; Künstler; Künstlerin; Künstler/in; Künstler*in; KünstlerIn;
        Urheber; Urheberin; Hersteller; Autor; Maler; Fotograf; Name des Künstlers; artiste; artistes; auteur;
        auteurs; créateur; peintre; nom de l'artiste; artista; artistas; autor; autora; creador; pintor;
        nombre del artista; autore; autori; artisti; pittore; художник; автор; авторы; мастер; создатель;
        имя художника; 작가; 작가명; 화가; 제작자; 예술가; 작자; الفنان; فنان; المؤلف; اسم الفنان; الرسام; المبدع""",
    Role.CREATOR_SORT: """
        creator sort; artist alpha sort; artist sort; sort by name; alpha sort; Sortiername; nom de tri""",
    Role.CREATOR_BIO: """
        creator bio; artist display bio; artist bio; artistbio; bio; display bio; artist biography; biography;
        nationality and dates; creator biography; Lebensdaten und Herkunft; Biografie; Biographie; biografía;
        biografia; biographie de l'artiste; биография; об авторе; 작가 소개; 작가 약력; 약력; سيرة; سيرة الفنان;
        السيرة""",
    Role.NATIONALITY: """
        nationality; artist nationality; creator nationality; creators nationality; Nationalität; Herkunft;
        Staatsangehörigkeit; nationalité; nacionalidad; nazionalità; национальность; гражданство; страна автора;
        국적; الجنسية; جنسية""",
    Role.LIFE_DATES: """
        life date; life dates; lifedates; dates lived; artist dates; artist life dates; creator dates;
        Lebensdaten; dates de vie; dates biographiques; fechas de vida; fechas biográficas; date di vita;
        годы жизни; даты жизни; 생몰년; 생몰연도; 생몰년도; سنوات الحياة; تواريخ الحياة""",
    Role.BORN: """
        born; birth year; year of birth; birth date; artist begin date; birthyear; geboren; Geburtsjahr; né en;
        naissance; année de naissance; nacimiento; año de nacimiento; nato; anno di nascita; год рождения; 출생;
        출생년도; 출생연도; سنة الميلاد; الميلاد""",
    Role.DIED: """
        died; death year; year of death; death date; artist end date; deathyear; gestorben; Todesjahr;
        Sterbejahr; mort en; année de mort; décès; muerte; año de muerte; morto; anno di morte; год смерти; 사망;
        사망년도; 사망연도; سنة الوفاة; الوفاة""",
    Role.TITLE: """
        title; object title; work title; artwork title; title of work; preferred title; display title; label;
        caption; name of work; work; object name; Titel; Werktitel; Objekttitel; Bezeichnung; Name des Werks;
        Objektbezeichnung; titre; titre de l'oeuvre; intitulé; título; título de la obra; titolo;
        titolo dell'opera; название; название работы; наименование; заглавие; заголовок; 제목; 작품명; 작품 제목;
        표제; العنوان; عنوان; عنوان العمل; اسم العمل""",
    Role.DATE: """
        date; dates; object date; date text; datetext; display date; displaydate; date display; creation date;
        dated; date created; date made; date of creation; date of work; production date; creation;
        period of creation; _date; Datum; Datierung; Entstehungsdatum; Entstehungszeit; Entstehung; datation;
        date de création; date de l'oeuvre; époque; fecha; fecha de creación; datación; data; datazione;
        data di creazione; дата; датировка; дата создания; время создания; 제작일; 제작시기; 제작연대; 날짜;
        연대; التاريخ; تاريخ; تاريخ العمل; تاريخ الإنشاء""",
    Role.YEAR: """
        year; begin year; beginyear; object begin date; date start; year from; date earliest;
        creation date earliest; earliest date; start year; Jahr; Entstehungsjahr; von Jahr; Jahr von; année;
        année de création; año; año de creación; anno; год; год создания; 연도; 년도; 제작연도; 제작년도; السنة;
        سنة; العام; سنة الإنشاء""",
    Role.YEAR_TO: """
        end year; endyear; object end date; date end; year to; date latest; creation date latest; latest date;
        bis Jahr; Jahr bis""",
    Role.MEDIUM: """
        medium; media; medium display; technique; materials; material; materials and technique;
        medium and support; technique and material; material description; physical description;
        display materials tech; Technik; Material; Material und Technik; Material/Technik; Technik/Material;
        Materialien; Medium/Technik; technique et matériaux; matériaux; matériau; matière;
        matériaux et techniques; técnica; materiales; materia; técnica y materiales; tecnica; materiali;
        materia e tecnica; техника; материал; материалы; материал и техника; материал, техника; 재료; 기법;
        재료 및 기법; 재료와 기법; 재질; المادة; الخامة; التقنية; المواد; الوسيط; الخامات""",
    Role.DIMENSIONS: """
        dimensions; dimension; measurements; size; object dimensions; display dimensions;
        display object measurements; size cm; dimensions cm; size in cm; Maße; Masse; Abmessungen; Größe;
        Maße in cm; Maße cm; dimensions en cm; mesures; taille; medidas; dimensiones; tamaño; dimensioni; misure;
        размер; размеры; размеры см; габариты; 크기; 규격; 치수; 크기 cm; 규격 cm; الأبعاد; أبعاد; المقاس;
        المقاسات; القياسات""",
    Role.HEIGHT: """
        height; item height; height cm; height in cm; height mm; height in; height inches; h cm; Höhe; Höhe cm;
        Höhe in cm; hauteur; hauteur cm; hauteur en cm; alto; altura; alto cm; altura cm; altezza; altezza cm;
        высота; высота см; 세로; 높이; 세로 cm; 높이 cm; الارتفاع; ارتفاع; الارتفاع سم; الطول""",
    Role.WIDTH: """
        width; item width; width cm; width in cm; width mm; width in; width inches; w cm; Breite; Breite cm;
        Breite in cm; largeur; largeur cm; largeur en cm; ancho; anchura; ancho cm; larghezza; larghezza cm;
        ширина; ширина см; 가로; 너비; 폭; 가로 cm; 너비 cm; العرض; عرض; العرض سم""",
    Role.DEPTH: """
        depth; item depth; depth cm; depth in cm; depth mm; depth in; depth inches; d cm; Tiefe; Tiefe cm;
        profondeur; profondeur cm; fondo; profundidad; profondità; глубина; глубина см; 깊이; 깊이 cm; العمق""",
    Role.DESCRIPTION: """
        description; label text; text; wall text; object description; wall label; brief description; summary;
        object label; caption text; notice; tombstone text; did you know; Beschreibung; Text; Objekttext;
        Wandtext; Beschreibungstext; Saaltext; Kurztext; descriptif; texte; texte du cartel; cartel; descripción;
        texto; texto de sala; descrizione; testo; didascalia; описание; текст; этикетка; аннотация; 설명;
        작품 설명; 해설; 작품 해설; 설명문; الوصف; وصف; النص; الشرح""",
    Role.CREDIT: """
        credit line; creditline; credit; credits; acknowledgement; Creditline; Credit-Line; Provenienzvermerk;
        Leihgeber; Besitzvermerk; Erwerbung; mention obligatoire; mention de crédit; crédit; ligne de crédit;
        línea de crédito; crédito; procedencia; credito; linea di credito; происхождение; поступление; дар;
        источник поступления; 소장처; 크레디트; 기증; 소장; مصدر الاقتناء; الإهداء; حقوق الاقتناء""",
    Role.ACCESSION: """
        accession number; accession; accessionnum; accessionnumber; accession no; object number;
        main reference number; inventory number; inventory no; inv no; catalogue number; catalog number;
        reference number; call number; museum number; identifier; Inventarnummer; Inventar-Nr.; Inv.-Nr.;
        Inventarnr; Objektnummer; Signatur; Inv Nr; numéro d'inventaire; n° d'inventaire; no inventaire;
        numéro inventaire; inventaire; cote; número de inventario; n.º de inventario; inventario;
        número de registro; numero di inventario; n. inventario; инвентарный номер; инв. номер; инв. №; номер;
        учётный номер; шифр; 소장품 번호; 소장품번호; 등록번호; 유물번호; 관리번호; رقم الجرد; رقم التسجيل;
        رقم القطعة""",
    Role.ALT: """
        alt; alt text; alttext; assistivetext; assistive text; image alt text; alternative text;
        thumbnail alt text; image description; visual description; Alternativtext; Alt-Text; Bildbeschreibung;
        texte alternatif; description de l'image; texto alternativo; descripción de la imagen; testo alternativo;
        альтернативный текст; описание изображения; 대체 텍스트; 대체텍스트; 이미지 설명; النص البديل; وصف الصورة""",
    Role.RIGHTS: """
        rights; copyright; copyright notice; rights and reproduction; rights statement; rightsstatement;
        rights type; share license status; license; licence; usage rights; copyright text; Rechte; Bildrechte;
        Urheberrecht; Lizenz; Copyright-Vermerk; droits; droits d'auteur; licence d'utilisation; derechos;
        derechos de autor; licencia; diritti; licenza; права; авторские права; лицензия; 저작권; 이용허락;
        라이선스; الحقوق; حقوق النشر; الترخيص""",
    Role.THEMES: """
        themes; theme; theme titles; subject; subjects; subject titles; tags; tag; visual browser theme;
        visualbrowsertheme;
        keywords; keyword; topics; topic; subject terms; terms; term; category; categories; category titles;
        genre; classification; classifications; department; style; movement; Thema; Themen; Schlagwort;
        Schlagworte; Schlagwörter; Kategorie; Kategorien; Gattung; Sachgruppe; thème; thèmes; sujet; sujets;
        mots-clés; mots clés; catégorie; catégories; tema; temas; materias; palabras clave; categoría;
        categorías; temi; soggetto; soggetti; parole chiave; categoria; тема; темы; ключевые слова; категория;
        жанр; сюжет; рубрика; 주제; 테마; 분류; 키워드; 장르; الموضوع; موضوع; المواضيع; الموضوعات; التصنيف;
        الكلمات المفتاحية; الفئة""",
}

LANGUAGES: dict[str, str] = {
    "en": "eng; English; Englisch; anglais; inglés; inglese; английский; англ; 영어; 영문; الإنجليزية; إنجليزي",
    "de": "deu; ger; German; Deutsch; allemand; alemán; tedesco; немецкий; нем; 독일어; 독어; الألمانية",
    "fr": "fra; fre; French; Französisch; français; francés; francese; французский; фр; 프랑스어; 불어; الفرنسية",
    "es": "spa; Spanish; Spanisch; espagnol; español; castellano; spagnolo; испанский; исп; 스페인어; الإسبانية",
    "it": "ita; Italian; Italienisch; italien; italiano; итальянский; 이탈리아어; الإيطالية",
    "ru": "rus; Russian; Russisch; russe; ruso; russo; русский; на русском; рус; 러시아어; 노어; الروسية",
    "ko": "kor; Korean; Koreanisch; coréen; coreano; корейский; 한국어; 국문; 한글; الكورية",
    "ar": "ara; Arabic; Arabisch; arabe; árabe; arabo; арабский; 아랍어; العربية; عربي",
    "ja": "jpn; Japanese; Japanisch; japonais; japonés; giapponese; японский; 일본어; 일문; 日本語; اليابانية",
    "zh": "zho; chi; Chinese; Chinesisch; chinois; chino; cinese; китайский; 중국어; 중문; 中文; الصينية",
    "pt": "por; Portuguese; Portugiesisch; portugais; portugués; portoghese; português; португальский; 포르투갈어",
    "nl": "nld; dut; Dutch; Niederländisch; néerlandais; neerlandés; olandese; Nederlands; нидерландский; 네덜란드어",
    "pl": "pol; Polish; Polnisch; polonais; polaco; polacco; polski; польский; 폴란드어",
    "uk": "ukr; Ukrainian; Ukrainisch; ukrainien; ucraniano; ucraino; українська; украинский; 우크라이나어",
    "tr": "tur; Turkish; Türkisch; turc; turco; Türkçe; турецкий; 터키어; التركية",
    "he": "heb; Hebrew; Hebräisch; hébreu; hebreo; ebraico; עברית; иврит; 히브리어; العبرية",
    "fa": "fas; per; Persian; Farsi; Persisch; persan; persa; فارسی; персидский; 페르시아어; الفارسية",
    "sv": "swe; Swedish; Schwedisch; suédois; sueco; svedese; svenska; шведский",
    "da": "dan; Danish; Dänisch; danois; danés; danese; dansk; датский",
    "nb": "nob; nor; Norwegian; Norwegisch; norvégien; noruego; norvegese; norsk; норвежский",
    "fi": "fin; Finnish; Finnisch; finnois; finlandés; finlandese; suomi; финский",
    "cs": "ces; cze; Czech; Tschechisch; tchèque; checo; ceco; čeština; чешский",
    "hu": "hun; Hungarian; Ungarisch; hongrois; húngaro; ungherese; magyar; венгерский",
    "el": "ell; gre; Greek; Griechisch; grec; griego; greco; Ελληνικά; греческий",
    "la": "lat; Latin; Latein; latino; латынь",
    "cy": "cym; wel; Welsh; Cymraeg",
    "ga": "gle; Irish; Gaeilge",
    "eu": "eus; baq; Basque; euskara",
    "ca": "cat; Catalan; català",
    "vi": "vie; Vietnamese; Tiếng Việt; 베트남어",
    "th": "tha; Thai; ไทย; 태국어",
    "hi": "hin; Hindi; हिन्दी",
}
"""What a column's language is called, by its tag."""

TELLING: dict[str, str] = {
    "en": """title; object title; artist; artist name; creator; date; medium; dimensions; description; label text;
        image; credit line; accession number; subject; subjects; keywords; alt text; filename; height; width; themes""",
    "de": """Titel; Künstler; Künstlerin; Künstler/in; Künstler*in; KünstlerIn; Datierung; Datum; Technik; Maße;
        Jahr; Beschreibung; Inventarnummer; Schlagworte; Bild; Bilddatei; Dateiname; Werktitel; Themen; Thema; Rechte;
        Abmessungen; Größe; Entstehungsjahr; Material und Technik; Höhe; Breite; Lebensdaten; Wandtext; Objekttext""",
    "fr": """titre; titre de l'oeuvre; artiste; auteur; date; datation; technique et matériaux; matériaux; dimensions;
        description; hauteur; largeur; numéro d'inventaire; thème; thèmes; mots-clés; fichier; nom du fichier; image;
        année; texte; droits; matériaux et techniques; légende""",
    "es": """título; artista; autor; fecha; técnica; medidas; descripción; número de inventario; tema; temas; imagen;
        archivo; año; ancho; alto; dimensiones; derechos""",
    "it": """titolo; autore; artista; datazione; tecnica; dimensioni; misure; descrizione; inventario; temi; immagine;
        anno; altezza; larghezza; soggetto; diritti""",
}
"""Headings that tell in which language staff have named the columns, besides those in letters of their own."""
