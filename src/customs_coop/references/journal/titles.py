"""The titles of the Official Journal in each language, and how each language cites it.

Sources: the Interinstitutional Style Guide of the Publications Office, section 3.1 (references to
the Official Journal) and 9.4 (the form of the Court of Justice), in their language versions, and
the citations that the acts on EUR-Lex print.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

__all__ = [
    "LONG_TITLE_PATTERN",
    "MONTHS",
    "RENAMED",
    "STYLES",
    "TITLES",
    "TITLE_PATTERN",
    "YEAR_PATTERN",
    "Style",
    "is_sure",
]

#: From this day on the journal is that of the Union, before that of the Communities.
RENAMED: Final = dt.date(2003, 2, 1)


class Style(NamedTuple):
    """How a language cites the journal.

    Args:
        title: The short title.
        before_date: What stands between the issue and its date.
        date: The form of a date.
        page: The form of a page, or of pages.
        earlier_title: The short title until January 2003, where it was another.
        issue: The form of an issue where something follows.
        after_year: What stands between the year and the issue where no date is known.
        to: What stands between the first and the last page.

    Example:
        >>> STYLES["de"].page.format(1)
        'S. 1'
    """

    title: str
    before_date: str = ", "
    date: str = "{0.day}.{0.month}.{0.year}"
    page: str = "s. {}"
    earlier_title: str | None = None
    issue: str = "{}"
    after_year: str = ", "
    to: str = "–"


_DOTTED = "{0.day}.{0.month}.{0.year}."

#: The style of each official language.
STYLES: Final[Mapping[str, Style]] = MappingProxyType(
    {
        "bg": Style("ОВ", date="{0.day}.{0.month}.{0.year} г.", page="стр. {}"),
        "cs": Style("Úř. věst."),
        "da": Style("EUT", " af ", earlier_title="EFT"),
        "de": Style("ABl.", " vom ", page="S. {}"),
        "el": Style("ΕΕ", " της ", page="σ. {}"),
        "en": Style("OJ", page="p. {}", after_year=" "),
        "es": Style("DO", " de ", page="p. {}"),
        "et": Style("ELT", page="lk {}", earlier_title="EÜT"),
        "fi": Style("EUVL", earlier_title="EYVL"),
        "fr": Style("JO", " du ", page="p. {}"),
        "ga": Style("IO", page="lch. {}"),
        "hr": Style("SL", date=_DOTTED, page="str. {}"),
        "hu": Style(
            "HL",
            date="{0.year}.{0.month}.{0.day}.",
            page="{}. o.",
            issue="{}.",
            after_year=". ",
        ),
        "it": Style("GU", " del ", page="pag. {}"),
        "lt": Style("OL", date="{0.year} {0.month} {0.day}", page="p. {}"),
        "lv": Style("OV", date=_DOTTED, page="{}. lpp.", to=".–"),
        "mt": Style("ĠU", page="p. {}"),
        "nl": Style("PB", " van ", page="blz. {}"),
        "pl": Style("Dz.U.", " z "),
        "pt": Style("JO", " de ", page="p. {}"),
        "ro": Style("JO", page="p. {}"),
        "sk": Style("Ú. v. EÚ", earlier_title="Ú. v. ES"),
        "sl": Style("UL", page="str. {}"),
        "sv": Style("EUT", earlier_title="EGT"),
    }
)

#: Every title that is read, with the languages that have it.
TITLES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "OJ": ("en",),
        "O.J.": ("en",),
        "OJEC": ("en",),
        "OJEU": ("en",),
        "Official Journal": ("en",),
        "Official Journal of the European Communities": ("en",),
        "Official Journal of the European Union": ("en",),
        "JO": ("fr", "pt", "ro"),
        "J.O.": ("fr", "pt"),
        "JOCE": ("fr", "pt"),
        "JOUE": ("fr", "pt"),
        "J.O.C.E.": ("fr", "pt"),
        "J.O.U.E.": ("fr", "pt"),
        "Journal officiel": ("fr",),
        "Journal officiel des Communautés européennes": ("fr",),
        "Journal officiel de l'Union européenne": ("fr",),
        "Jornal Oficial": ("pt",),
        "Jornal Oficial das Comunidades Europeias": ("pt",),
        "Jornal Oficial da União Europeia": ("pt",),
        "Jurnalul Oficial al Uniunii Europene": ("ro",),
        "ABl.": ("de",),
        "ABl": ("de",),
        "Abl.": ("de",),
        "ABlEG": ("de",),
        "ABlEU": ("de",),
        "ABl.EG": ("de",),
        "ABl.EU": ("de",),
        "Amtsblatt": ("de",),
        "Amtsblatt der Europäischen Gemeinschaften": ("de",),
        "Amtsblatt der Europäischen Union": ("de",),
        "DO": ("es",),
        "DOCE": ("es",),
        "DOUE": ("es",),
        "Diario Oficial": ("es",),
        "Diario Oficial de las Comunidades Europeas": ("es",),
        "Diario Oficial de la Unión Europea": ("es",),
        "GU": ("it",),
        "GUCE": ("it",),
        "GUUE": ("it",),
        "G.U.C.E.": ("it",),
        "G.U.U.E.": ("it",),
        "Gazzetta ufficiale": ("it",),
        "Gazzetta ufficiale delle Comunità europee": ("it",),
        "Gazzetta ufficiale dell'Unione europea": ("it",),
        "PB": ("nl",),
        "PbEG": ("nl",),
        "PbEU": ("nl",),
        "Publicatieblad": ("nl",),
        "Publicatieblad van de Europese Gemeenschappen": ("nl",),
        "Publicatieblad van de Europese Unie": ("nl",),
        "EFT": ("da",),
        "EUT": ("da", "sv"),
        "EF-Tidende": ("da",),
        "De Europæiske Fællesskabers Tidende": ("da",),
        "Den Europæiske Unions Tidende": ("da",),
        "EGT": ("sv",),
        "Europeiska gemenskapernas officiella tidning": ("sv",),
        "Europeiska unionens officiella tidning": ("sv",),
        "EYVL": ("fi",),
        "EUVL": ("fi",),
        "Virallinen lehti": ("fi",),
        "Euroopan yhteisöjen virallinen lehti": ("fi",),
        "Euroopan unionin virallinen lehti": ("fi",),
        "Úř. věst.": ("cs",),
        "Úřední věstník Evropské unie": ("cs",),
        "Ú. v.": ("sk",),
        "Úradný vestník Európskej únie": ("sk",),
        "Dz.U.": ("pl",),
        "Dz. Urz.": ("pl",),
        "Dziennik Urzędowy Unii Europejskiej": ("pl",),
        "HL": ("hu",),
        "Az Európai Unió Hivatalos Lapja": ("hu",),
        "UL": ("sl",),
        "Uradni list Evropske unije": ("sl",),
        "SL": ("hr",),
        "Službeni list Europske unije": ("hr",),
        "OV": ("lv",),
        "Eiropas Savienības Oficiālais Vēstnesis": ("lv",),
        "OL": ("lt",),
        "Europos Sąjungos oficialusis leidinys": ("lt",),
        "EÜT": ("et",),
        "ELT": ("et",),
        "Euroopa Liidu Teataja": ("et",),
        "ĠU": ("mt",),
        "Il-Ġurnal Uffiċjali tal-Unjoni Ewropea": ("mt",),
        "IO": ("ga",),
        "Iris Oifigiúil an Aontais Eorpaigh": ("ga",),
        "ΕΕ": ("el",),
        "Επίσημη Εφημερίδα": ("el",),
        "Επίσημη Εφημερίδα των Ευρωπαϊκών Κοινοτήτων": ("el",),
        "Επίσημη Εφημερίδα της Ευρωπαϊκής Ένωσης": ("el",),
        "ОВ": ("bg",),
        "Официален вестник на Европейския съюз": ("bg",),
    }
)

# Text that was scanned or typed on another keyboard has Latin letters of the same shape. They are
# written out, for re skips what cannot begin a title only where each begins with a plain letter.
_SAME_SHAPE = {"ΕΕ": ("ΕΕ", "EE", "ΕE", "EΕ"), "ОВ": ("ОВ", "OB", "ОB", "OВ")}
# Short, and yet the name of nothing else that is followed by a series and a number.
_SURE = frozenset({"OJ", "ABl"})


def is_sure(title: str) -> bool:
    """Tell whether a title is certain without a date or a page behind the number.

    Titles of two or three letters are not: "UL 5" may be anything.

    Args:
        title: The title as printed.

    Returns:
        Whether nothing else bears the name.

    Example:
        >>> is_sure("OJ"), is_sure("UL"), is_sure("Official Journal")
        (True, False, True)
    """
    return len(title) > 3 or title in _SURE


def _expression(titles: Iterable[str]) -> str:
    """Make an expression for any of some titles, the longer of two first."""
    by_letter: dict[str, list[str]] = {}
    for title in sorted(titles, key=lambda title: (-len(title), title)):
        for shape in _SAME_SHAPE.get(title, (title,)):
            by_letter.setdefault(shape[0], []).append(_rest(shape))
    # One branch a letter: in prose most capitals begin no title, and are passed over at once.
    return "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())


def _rest(title: str) -> str:
    if " " not in title:
        return title[1:].replace(".", r"\.\s?").removesuffix(r"\s?")
    blanks = r"\s{0,4}" if title[-1] == "." else r"\s{1,20}"
    return title[1:].replace(".", r"\.").replace("'", "['’]").replace(" ", blanks)


#: An expression for the year of an issue.
YEAR_PATTERN: Final = r"(?:19[5-9]|20[0-4])[0-9]"
#: An expression for any title.
TITLE_PATTERN: Final = _expression(TITLES)
#: An expression for the titles that stand at the head of a page.
LONG_TITLE_PATTERN: Final = _expression(
    title for title in TITLES if " " in title and not title.endswith(".")
)

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "short": "jan feb mar apr may jun jul aug sep oct nov dec",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
    " diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
    " dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro"
    " dezembro",
}

#: The names of the months in dates of publication, in lower case.
MONTHS: Final[Mapping[str, int]] = MappingProxyType(
    {name: number for names in _MONTHS.values() for number, name in enumerate(names.split(), 1)}
    | {"sept": 9, "janv": 1, "févr": 2, "avr": 4, "juil": 7, "déc": 12}
)
