"""Finds citations of the Official Journal in running text."""

from collections.abc import Iterator
from typing import Final

from customs_coop.references.base import Found, Pattern, is_glued
from customs_coop.references.eurlex import address_start
from customs_coop.references.extractor import Extractor
from customs_coop.references.journal.days import is_unread_day
from customs_coop.references.journal.issue import Printed, read_issue
from customs_coop.references.journal.place import OJReference, place_of
from customs_coop.references.journal.reading import read_citation
from customs_coop.references.journal.titles import TITLE_PATTERN

__all__ = ["PLACES", "find_journal_references"]

# An anchor begins with a plain character, for then re skips what cannot match.
# A title without a figure soon after it cites nothing.
_START = Pattern(
    rf"(?P<title>{TITLE_PATTERN})(?:[\s,:.|%]|(?<=\.)|(?<=OJ)(?=[LC]\s?[0-9]))(?=[^0-9]{{0,60}}[0-9])"
)
_NOTICE_STROKE = Pattern(r"/[LCS][AEIM]?\s{0,4}[0-9]")
_NOTICE_YEAR = Pattern(r"(?<![\w/.])(?:[0-9]{4}|[0-9]{2})\Z")
_ELI = "/eli/C/"
_ELI_HOST = Pattern(r"https?://data\.europa\.eu\Z")
# What may stand before a title and belong to it: a year ("[2002] "), the name of the address, the
# rest of the head of a page.
_YEAR_BEFORE = Pattern(r"[\[(](?:19[5-9]|20[0-4])[0-9][\])]\s{0,4}\Z")
_NAME_BEFORE = Pattern(r"(?<!\w)uriserv(?::|%3[Aa])\Z")
_HEAD_BEFORE = Pattern(
    r"(?<![\w.])(?:[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}|[LC]\s?[0-9]{1,4}\s?[AEIM]?/[0-9]{1,4})"
    r"[\s|]{1,20}(?:[A-Z]{2}[\s|]{1,20})?\Z"
)
_AND = r"(?:and|or|et|und|e|y|en|og|och|ja|i|a|oraz|&)"
_NEXT = Pattern(rf"(?:\s{{0,4}}[,;]\s{{0,20}}(?:{_AND}\s{{1,20}})?|\s{{1,20}}{_AND}\s{{1,20}})")
_LONGEST_HEAD = 48
_SHORTEST_TITLE = 16
_FIRST_ACT = 2023
_SMALLEST_YEAR = 1950


def find_journal_references(text: str) -> Iterator[Found[OJReference]]:
    """Find citations of the Official Journal in running text.

    A title of two or three letters other than "OJ" is certain only with a date or a page behind
    the number. In a list an item may lack the title if its series, number and date stand in full.
    "C 260/1", the head of a page, may be anything else and is read only with the title beside it;
    the date that stands there too belongs to it.

    The numbers of the issues start anew each year. A citation whose year is printed but has no
    place in the fields, such as "OJ C 247 of October 2003" or one with a date that does not exist,
    is left out: without its year it would be equal to the issue of any other year.

    Args:
        text: Any text.

    Yields:
        The places in the journal with start and end; those with a title come before the others.

    Example:
        >>> [str(found) for found, _, _ in find_journal_references("(OJ No L 33, 4.2.1997, p. 24)")]
        ['OJ L 33, 4.2.1997, p. 24']
    """
    for match in _START.finditer(text):
        start = _begin(text, match.start(), match.end())
        if start is None:
            continue
        printed = read_citation(text, start)
        if printed is None and start < match.start():
            # What stands before is no head of a page, or a year that the citation cannot keep.
            a_year = text[start] in "[("
            start = match.start()
            printed = read_citation(text, start)
            if a_year and printed is not None and printed.date is None:
                continue
        if printed is None or not _is_certain(text, printed):
            continue
        yield from _placed(printed, start)
        if start == match.start():
            yield from _listed(text, printed.end, match["title"])
    for match in _NOTICE_STROKE.finditer(text):
        year = _NOTICE_YEAR.search(text, max(0, match.start() - 4), match.start())
        if year is not None:
            yield from _placed(read_citation(text, year.start()), year.start())
    yield from _find_identifiers(text)


def _placed(printed: Printed | None, start: int) -> Iterator[Found[OJReference]]:
    place = None if printed is None else place_of(printed)
    if printed is not None and place is not None:
        yield place, start, printed.end


def _begin(text: str, at: int, end: int) -> int | None:
    """Where the citation begins whose title stands at an index; None within a longer word."""
    if text[end - 1] in ":.%" and text.startswith("OJ", at):
        # The names in addresses, "OJ:" and "OJ.", have other things before them.
        name = _NAME_BEFORE.search(text, max(0, at - 12), at)
        start = address_start(text, at)
        if start < at:
            return start
        if name is not None:
            return name.start()
    if is_glued(text, at):
        return None
    if text[max(0, at - 4) : at].rstrip()[-1:] in {"]", ")"}:
        year = _YEAR_BEFORE.search(text, max(0, at - 12), at)
        return at if year is None else year.start()
    if end - at >= _SHORTEST_TITLE:
        head = _HEAD_BEFORE.search(text, max(0, at - _LONGEST_HEAD), at)
        return at if head is None else head.start()
    return at


def _is_certain(text: str, printed: Printed) -> bool:
    if printed.is_act:
        return (printed.year or 0) >= _FIRST_ACT
    if printed.date is not None or printed.year is not None:
        return printed.sure
    # "OJ C 2004": no year has had so many issues.
    a_year = printed.number >= _SMALLEST_YEAR
    return printed.sure and not a_year and not is_unread_day(text, printed.end)


def _listed(text: str, end: int, title: str) -> Iterator[Found[OJReference]]:
    """Find what follows in a list without a title: "and C 120, 1.5.1999, p. 14"."""
    while (gap := _NEXT.match(text, end)) is not None:
        # A number alone would be that of an issue until 1967.
        if text[gap.end() : gap.end() + 1] not in {"L", "C", "S"}:
            return
        printed = read_issue(text, gap.end(), title)
        if printed is None or printed.date is None:
            return
        yield from _placed(printed, gap.end())
        end = printed.end


def _find_identifiers(text: str) -> Iterator[Found[OJReference]]:
    at = text.find(_ELI)
    while at >= 0:
        host = _ELI_HOST.search(text, max(0, at - 24), at)
        start = address_start(text, at + 1) if host is None else host.start()
        if start < at:
            yield from _placed(read_citation(text, start), start)
        at = text.find(_ELI, at + 1)


#: What the finder looks for.
PLACES: Final = Extractor(
    name="Official Journal",
    cites=OJReference,
    find=find_journal_references,
    examples=(
        # the form of the journal itself, and its small variations
        "OJ C 247, 15.10.2003, p. 1",
        "OJ No L 7, 10.1.1997, p. 5",
        "OJ No C 319, 26. 10. 1996, p. 1",
        "OJ C 247 of 15 October 2003, p. 1",
        "OJ C 247 (15.10.2003), p. 1",
        "OJ L 67 12.3.2003, p.27",
        "OJ L67, 12/03/2003, page 27",
        "OJL 67, 12.3.2003, p. 27",
        "OJ L 349 of 31.12.1994",
        "OJ L 7",
        "OJ L 67/27",
        "O.J. L 67/27",
        "OJ C 193 E, 11.8.2000, p. 1–3",
        "OJ CE 193, 11.8.2000, p. 1",
        "OJ C 247, 15.10.2003, pp. 1 to 3",
        "OJ C 247, 15.10.2003, p. 1 et seq.",
        "Official Journal C 247 , 15/10/2003 P. 0001 - 0003",
        "Official Journal of the European Communities No L 67, 12.3.2003, p. 27",
        "Diario Oficial n° L 067 de 12/03/2003 p. 0027 - 0028",
        "Gazzetta ufficiale n. L 067 del 12/03/2003 pag. 0027 - 0028",
        "Publicatieblad Nr. L 067 van 12/03/2003 blz. 0027 - 0028",
        "Jornal Oficial nº L 067 de 12/03/2003 p. 0027 - 0028",
        "EF-Tidende nr. L 067 af 12/03/2003 s. 0027 - 0028",
        "Επίσημη Εφημερίδα αριθ. L 067 της 12/03/2003 σ. 0027 - 0028",
        "Virallinen lehti nro L 067 , 12/03/2003 s. 0027 - 0028",
        # before the series were divided
        "OJ 106, 30.10.1962, p. 2553/62",
        "OJ P 106, 30.10.1962, p. 2553",
        # the year alone
        "OJ 1987 L 256, p. 1",
        "[2002] OJ L 248/1",
        "OJ C 247, 2003, p. 1",
        "OJ L 1/1997, p. 5",
        # other languages
        "JO n° C 247 du 15 octobre 2003, p. 1",
        "JOUE L 49, 25 févr. 2016, p. 1",
        "Journal officiel de l’Union européenne C 247 du 15.10.2003, p. 1",
        "ABl. C 247 vom 15.10.2003, S. 1",
        "Abl. der EU Nr. C 247 vom 15.10.2003, S. 1",
        "ABl. EU 2003 Nr. C 247 S. 1",
        "DOCE núm. C 247, de 15 de octubre de 2003",
        "J.O.U.E., n° C 247, 15 octobre 2003, p. 1",
        "G.U.U.E. C 247 del 15.10.2003",
        "ABl. EG Nr. C 247 vom 15. Oktober 2003, S. 1 ff.",
        "DO L 119 de 4.5.2016, p. 1",
        "GU L 119 del 4.5.2016, pag. 1",
        "GUCE L 7 dell'11.1.1997, pag. 5",
        "GU n. L 7 dell’11.1.1997, pag. 5",
        "J.O. L 7 du 10.1.1997, p. 5",
        "OJ Nos L 7, 10.1.1997, p. 5",
        "PB L 119 van 4.5.2016, blz. 1",
        "EFT L 281 af 23.11.1995, s. 31",
        "EGT L 281, 23.11.1995, s. 31",
        "EYVL N:o L 281, 23.11.1995, s. 31",
        "EUVL L 119, 4.5.2016, s. 1",
        "EUT L 119, 4.5.2016, s. 1",
        "Úř. věst. L 119, 4.5.2016, s. 1",
        "Ú. v. EÚ L 119, 4.5.2016, s. 1",
        "Dz.U. L 119 z 4.5.2016, s. 1",
        "Dz. Urz. UE L 119 z 4.5.2016, s. 1",
        "HL L 119., 2016.5.4., 1. o.",
        "UL L 119, 4.5.2016, str. 1",
        "SL L 119, 4.5.2016., str. 1",
        "OV L 119, 4.5.2016., 1. lpp.",
        "OL L 119, 2016 5 4, p. 1",
        "ELT L 119, 4.5.2016, lk 1",
        "ĠU L 119, 4.5.2016, p. 1",
        "IO L 119, 4.5.2016, lch. 1",
        "ΕΕ L 119 της 4.5.2016, σ. 1",
        "ОВ L 119, 4.5.2016 г., стр. 1",
        # since October 2023
        "OJ C, C/2024/694, 8.1.2024",
        "OJ L, 2024/1234",
        "OJ L, 2024/1689, 12.7.2024",
        "OJ L series, 2024/1689, 12.7.2024",
        "ABl. L, 2024/1689, 12.7.2024",
        "http://data.europa.eu/eli/C/2025/5423/oj",
        "https://eur-lex.europa.eu/eli/C/2025/5423/oj/eng",
        # notices, and the heads of pages
        "2009/C 260/01",
        "97/C 193/03",
        "30.10.2009 EN Official Journal of the European Union C 260/1",
        "C 260/2 EN Official Journal of the European Union 30.10.2009",
        "30.10.2009 | FR | Journal officiel de l'Union européenne | C 260/1",
        # addresses
        "OJ:C_202604008",
        "OJ.C_.2009.260.01.0001.01.ENG",
        "uriserv:OJ.CE.2000.193.01.0004.01.ENG",
        "OJ:L:2003:067:0027:0028:EN:PDF",
        "OJ:JOL_2013_269_R_0001_01",
        "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=uriserv:OJ.C_.2009.260.01.0001.01.ENG",
        "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=uriserv%3AOJ.L_.2003.067.01.0027.01.ENG",
        "eur-lex.europa.eu/./legal-content/EN/?uri=uriserv:OJ.C_.2010.083.01.0001.01.ENG&toc=OJ:C",
        "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=OJ:L_202401689",
        "https://eur-lex.europa.eu/legal-content/EN/TXT/PDF/?uri=OJ%3AC_202400694",
        "http://eur-lex.europa.eu/LexUriServ/LexUriServ.do?uri=OJ:L:2003:067:0027:0028:EN:PDF",
    ),
    counterexamples=(
        "OJ",
        "OJ C",
        "JOINT 5",
        "JO 5",
        "UL 5",
        "UL C 5",
        "SL L 12",
        "UL C 22.2",
        "PROJ C 5, 12.3.2003",
        "and/C 5",
        "the OJ of 12.3.2003",
        "page C 12",
        "Annex C 12",
        "C 5/2003",
        "Case C-5/03",
        "Cases C 5/03 and C 6/03, 12.3.2003",
        "C 260/1",
        "12.3.2003",
        "05/C 12/3",
        "OJ L 1/1997",
        "OJ C 247 of October 2003",
        "OJ 5, 12.3.2003",
        "OJ:C:2012:229:TOC",
        "C/2024/694",
        "http://data.europa.eu/eli/dec/2016/1316/oj",
    ),
)
