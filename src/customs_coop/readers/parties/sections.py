"""The labels of a cell of parties: "Lead: PL. Support: CZ", "observers: UK, CH"."""

import re

import attrs

from customs_coop.references.base import Pattern

__all__ = ["Section", "split_sections", "without_brackets"]

_WHOSE = (
    r"(?: (?:MSs?|Member States?|part(?:y|ies)|countr(?:y|ies)|States?|bod(?:y|ies)|by|DGs?"
    r"|EM|États? membres?|par|pays|Mitgliedstaat(?:en)?|Länder|durch))?"
)
_LEADS = (
    r"(?:co-?)?lead(?:er|ers|ing)?|led|(?:co-?)?chair(?:s|ed|man|person)?|(?:co-?)?drivers?|hosts?"
    r"|co-?ordinat(?:or|ors|ed|ing|ion)|responsible|main|owners?|organi[sz](?:ers?|ed)|rapporteurs?"
    r"|(?:co-?)?chefs? de file|pilotes?|responsables?|coordinat(?:eur|rice|ion|eurs)"
    r"|federführend|Federführung|Leitung|Koordinierung|Koordinator(?:en)?|verantwortlich|zuständig"
)
_HELPS = (
    r"support(?:ing|ed|ers?)?|assist(?:ed|ing|ance)|observers?|observing|participants?"
    r"|participating|participation|contribut(?:ors?|ing|ions?)|partners?|volunteers?|consulted"
    r"|(?:also |other )?(?:involved|associated|concerned)|members?"
    r"|soutien|appui|participants?|participation|observat(?:eurs?|rices?)"
    r"|contribut(?:eurs?|rices?)|partenaires?|associée?s?|membres?"
    r"|Unterstützung|unterstützend|Beobachter|Teilnehmer|Teilnahme|Mitwirkende|Mitwirkung"
    r"|Beteiligte|Partner|Mitglieder"
)
_LABEL = Pattern(
    rf"(?:\A|(?<=[\n;,.])|(?<=[;,.]\s)|(?<=\n\s))[-–—•]?[^\S\n]{{0,3}}"
    rf"(?P<label>(?:{_LEADS}|(?P<help>{_HELPS})){_WHOSE})[^\S\n]{{0,2}}:[^\S\n]{{0,3}}",
    re.IGNORECASE,
)
_FILL = " \t\n\u00a0,;."


@attrs.frozen
class Section:
    """What stands behind one label of a cell, or before the first one.

    Args:
        words: The names.
        text: The names with their label.
        labelled: Whether a label stands before them.
        helps: Whether the label says that they only take part, help or look on.
    """

    words: str
    text: str
    labelled: bool = False
    helps: bool = False


def split_sections(text: str) -> tuple[Section, ...]:
    """Split a cell at its labels; one without labels is one section.

    A label counts up to the next one, up to the end of its line, and up to a semicolon behind a
    list with commas.

    Args:
        text: The cell, its line breaks kept.

    Returns:
        The sections in order, without those that are empty.

    Example:
        >>> for found in split_sections("AT; COM (DG TAXUD); observers: UK, CH"):
        ...     print(repr(found.text), found.labelled, found.helps)
        'AT; COM (DG TAXUD)' False False
        'observers: UK, CH' True True
        >>> len(split_sections("Group on lamps: first part"))
        1
    """
    if ":" not in text:
        return (Section(text, text),)
    hidden = without_brackets(text)
    labels = list(_LABEL.finditer(hidden))
    found: list[Section] = []
    start = 0
    for number, label in enumerate(labels):
        found.append(Section(text[start : label.start()], text[start : label.start()]))
        limit = labels[number + 1].start() if number + 1 < len(labels) else len(text)
        start = _end(hidden, label.end(), limit)
        words = text[label.end() : start].strip(_FILL)
        whole = " ".join(text[label.start("label") : start].split()).strip(_FILL)
        found.append(Section(words, whole, labelled=True, helps=label["help"] is not None))
    found.append(Section(text[start:], text[start:]))
    return tuple(_stripped(one, len(found)) for one in found if one.text.strip(_FILL))


def _stripped(section: Section, number: int) -> Section:
    if section.labelled or number == 1:
        return section
    text = section.text.strip(_FILL)
    return Section(text, text)


def _end(text: str, start: int, limit: int) -> int:
    listed = False
    for place in range(start, limit):
        sign = text[place]
        if sign == ",":
            listed = True
        elif (sign == ";" and listed) or (sign == "\n" and text[start:place].strip(_FILL)):
            return place
    return limit


def without_brackets(text: str) -> str:
    """The text with an "x" for each character in brackets; a closing bracket stays.

    Example:
        >>> without_brackets("COM (OLAF), MS")
        'COM xxxxx), MS'
    """
    hidden: list[str] = []
    depth = 0
    for character in text:
        if character == "(":
            depth += 1
        if character == ")":
            depth = max(0, depth - 1)
        hidden.append("x" if depth else character)
    return "".join(hidden)
