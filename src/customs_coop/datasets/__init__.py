"""The bundled dossier: two real action plans of customs cooperation, told in our own words.

It holds facts: codes, dates, numbers, parties, links and the short phrases that prove them. The
titles and texts are not those of the documents. For their wording, read the documents.
"""

import functools

from customs_coop.model import Dossier
from customs_coop.serialization import from_json

__all__ = ["bundled_dossier"]

_FILE = "customs_cooperation.json"


@functools.cache
def bundled_dossier() -> Dossier:
    """The strategies of 2003 and 2009 with the revised work plan 2004-2006 and the fifth plan.

    The plans are "AP1" (Council document 14680/05) and "AP5" (draft of 2011, without a printed
    number). The recommendations and documents are those on which the two plans build. Titles and
    texts are short and not the official ones; codes, dates, numbers and parties are.

    Returns:
        The same value at each call; it cannot be changed.

    Raises:
        ReportError: The file in the package was damaged.

    Example:
        >>> dossier = bundled_dossier()
        >>> [(plan.id, len(plan)) for plan in dossier.plans]
        [('AP1', 35), ('AP5', 10)]
        >>> dossier["AP1/2.2"].links[0].target
        ActionRef(plan='AP1', code=Code('2.1'))
    """
    from importlib.resources import files  # here, so that the import of the package stays light

    text = files(__name__).joinpath(_FILE).read_text(encoding="utf-8")
    dossier, report = from_json(text, _FILE)
    report.raise_for_errors()
    return dossier
