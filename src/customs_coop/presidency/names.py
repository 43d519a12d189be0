"""How the Presidency of each Member State is called, as data: one row a state.

The United Kingdom is among them: it held two Presidencies of the table.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from attrs import field, frozen

__all__ = ["NAMES", "Names"]


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split("/"))


@frozen
class Names:
    """The names of one state, in English, French and German.

    Args:
        english: What stands before "Presidency", with slashes between; the first is written.
        english_of: What stands after "Presidency of".
        french: The adjective after "présidence".
        french_of: The state after "présidence", with its preposition.
        german: The stem of the adjective before "Vorsitz"; its ending varies.
        german_of: The state after "Vorsitz", in the genitive.
    """

    english: tuple[str, ...] = field(converter=_names)
    english_of: tuple[str, ...] = field(converter=_names)
    french: tuple[str, ...] = field(converter=_names)
    french_of: tuple[str, ...] = field(converter=_names)
    german: tuple[str, ...] = field(converter=_names)
    german_of: tuple[str, ...] = field(converter=_names)


_ROWS: Final = {
    "AT": Names(
        *("Austrian", "Austria"),
        *("autrichienne", "de l'Autriche"),
        *("österreichisch", "Österreichs"),
    ),
    "BE": Names(
        *("Belgian", "Belgium"),
        *("belge", "de la Belgique"),
        *("belgisch", "Belgiens"),
    ),
    "BG": Names(
        *("Bulgarian", "Bulgaria"),
        *("bulgare", "de la Bulgarie"),
        *("bulgarisch", "Bulgariens"),
    ),
    "CY": Names(
        *("Cyprus/Cypriot", "Cyprus"),
        *("chypriote/cypriote", "de Chypre"),
        *("zyprisch/zypriotisch", "Zyperns"),
    ),
    "CZ": Names(
        *("Czech", "Czechia/Czech Republic"),
        *("tchèque", "de la République tchèque/de la Tchéquie"),
        *("tschechisch", "Tschechiens/der Tschechischen Republik"),
    ),
    "DE": Names(
        *("German", "Germany"),
        *("allemande", "de l'Allemagne"),
        *("deutsch", "Deutschlands"),
    ),
    "DK": Names(
        *("Danish", "Denmark"),
        *("danoise", "du Danemark"),
        *("dänisch", "Dänemarks"),
    ),
    "EE": Names(
        *("Estonian", "Estonia"),
        *("estonienne", "de l'Estonie"),
        *("estnisch/estländisch", "Estlands"),
    ),
    "EL": Names(
        *("Greek/Hellenic", "Greece/Hellenic Republic"),
        *("grecque/hellénique", "de la Grèce"),
        *("griechisch", "Griechenlands"),
    ),
    "ES": Names(
        *("Spanish", "Spain"),
        *("espagnole", "de l'Espagne"),
        *("spanisch", "Spaniens"),
    ),
    "FI": Names(
        *("Finnish", "Finland"),
        *("finlandaise", "de la Finlande"),
        *("finnisch", "Finnlands"),
    ),
    "FR": Names(
        *("French", "France"),
        *("française", "de la France"),
        *("französisch", "Frankreichs"),
    ),
    "HR": Names(
        *("Croatian", "Croatia"),
        *("croate", "de la Croatie"),
        *("kroatisch", "Kroatiens"),
    ),
    "HU": Names(
        *("Hungarian", "Hungary"),
        *("hongroise", "de la Hongrie"),
        *("ungarisch", "Ungarns"),
    ),
    "IE": Names(
        *("Irish", "Ireland"),
        *("irlandaise", "de l'Irlande"),
        *("irisch", "Irlands"),
    ),
    "IT": Names(
        *("Italian", "Italy"),
        *("italienne", "de l'Italie"),
        *("italienisch", "Italiens"),
    ),
    "LT": Names(
        *("Lithuanian", "Lithuania"),
        *("lituanienne", "de la Lituanie"),
        *("litauisch", "Litauens"),
    ),
    "LU": Names(
        *("Luxembourg/Luxembourgish", "Luxembourg"),
        *("luxembourgeoise", "du Luxembourg"),
        *("luxemburgisch", "Luxemburgs"),
    ),
    "LV": Names(
        *("Latvian", "Latvia"),
        *("lettone/lettonne", "de la Lettonie"),
        *("lettisch", "Lettlands"),
    ),
    "MT": Names(
        *("Maltese", "Malta"),
        *("maltaise", "de Malte"),
        *("maltesisch", "Maltas"),
    ),
    "NL": Names(
        *("Netherlands/Dutch", "Netherlands"),
        *("néerlandaise", "des Pays-Bas"),
        *("niederländisch", "der Niederlande"),
    ),
    "PL": Names(
        *("Polish", "Poland"),
        *("polonaise", "de la Pologne"),
        *("polnisch", "Polens"),
    ),
    "PT": Names(
        *("Portuguese", "Portugal"),
        *("portugaise", "du Portugal"),
        *("portugiesisch", "Portugals"),
    ),
    "RO": Names(
        *("Romanian", "Romania"),
        *("roumaine", "de la Roumanie"),
        *("rumänisch", "Rumäniens"),
    ),
    "SE": Names(
        *("Swedish", "Sweden"),
        *("suédoise", "de la Suède"),
        *("schwedisch", "Schwedens"),
    ),
    "SI": Names(
        *("Slovenian/Slovene", "Slovenia"),
        *("slovène", "de la Slovénie"),
        *("slowenisch", "Sloweniens"),
    ),
    "SK": Names(
        *("Slovak", "Slovakia/Slovak Republic"),
        *("slovaque", "de la Slovaquie/de la République slovaque"),
        *("slowakisch", "der Slowakei/der Slowakischen Republik"),
    ),
    "UK": Names(
        *("UK/British/U.K.", "United Kingdom/UK/U.K."),
        *("britannique", "du Royaume-Uni"),
        *("britisch", "des Vereinigten Königreichs/Großbritanniens"),
    ),
}

NAMES: Final[Mapping[str, Names]] = MappingProxyType(_ROWS)
