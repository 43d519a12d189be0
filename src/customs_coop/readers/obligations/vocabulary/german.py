"""The words of German that lay down duties."""

from typing import Final

from customs_coop.readers.obligations.vocabulary.base import DutyWords

__all__ = ["GERMAN"]

_REPORT = r"\b(?:\w{0,30}b|B)erichte?\b"
_TO_BE_MADE = r"\b(?:vorzulegen|zu (?:übermitteln|erstellen|unterbreiten))\b"

GERMAN: Final = DutyWords(
    reports=r"berichte(?:t|n)",
    reports_behind=(
        (r"leg(?:t|en)", rf"{_REPORT}[^.;:]{{0,160}}\bvor\b"),
        (r"erstatte(?:t|n)", r"\bBericht\b"),
        (
            r"(?:übermittel(?:t|n)|unterbreite(?:t|n)|erstell(?:t|en)|verfass(?:t|en))",
            rf"\b(?:einen|ihren|seinen|Berichte)\b[^.;:,]{{0,40}}(?:{_REPORT}|(?<=Berichte))",
        ),
    ),
    # "Hat" with a comma behind it is the perfect tense of another verb: "hat beschlossen, zu".
    charges=(
        r"(?:soll(?:en|ten|te)?|muss|müssen"
        r"|ha(?:t|ben)(?=[^.;:,]{1,160}\b(?:zu berichten|Bericht zu erstatten|vorzulegen)\b)"
        r"|(?:ist|sind|wird|werden) (?:damit )?(?:beauftragt|verpflichtet|gehalten))"
    ),
    invites=(
        r"(?:ist|sind|wird|werden) (?:dazu )?"
        r"(?:aufgefordert|ersucht|gebeten|ermutigt|eingeladen|angehalten)"
    ),
    to_report=(
        r"[^.;:]{0,240}?(?:\b(?:zu )?berichten\b|\bBericht (?:zu )?erstatten\b"
        r"|\b(?:\w{0,30}b|B)erichte?\b[^.;:]{0,160}?"
        r"\b(?:vorlegen|vorzulegen|(?:zu )?(?:übermitteln|unterbreiten|erstellen|verfassen))\b)"
    ),
    passive=(
        r"\b(?:ist|sind)\b[^.;:]{0,160}?\b(?:zu berichten|Bericht zu erstatten)\b"
        rf"|\bBerichte?\b[^.;:]{{0,120}}?\b(?:ist|sind)\b[^.;:]{{0,160}}?{_TO_BE_MADE}"
        rf"|\b(?:ist|sind)\b[^.;:]{{0,160}}?\bBerichte?\b[^.;:]{{0,120}}?{_TO_BE_MADE}"
        r"|\b(?:soll(?:en)?|muss|müssen)\b[^.;:]{0,160}?\bBerichte?\b[^.;:]{0,120}?"
        r"\b(?:vorgelegt|erstattet|übermittelt|erstellt) werden\b"
    ),
    suffered=r"\b[^\W\d_]{3,30}(?:t|en) (?:werden|sein)\b",
    denied=r"\b(?:nicht(?! später)|keine?[mnrs]?|nie(?:mals)?)\b",
    subject=r"(?:[Dd](?:ie|er|as) |[Aa]lle |[Jj]ede[rs]? )",
    behind=r"(?:d(?:ie|er|as) |alle |jede[rs]? )",
    recipient=(
        r"(?:\ban (?:den|die|das) |(?<!mit )(?<!von )(?<!bei )(?<!nach )(?<!aus )(?<!zu )(?<!in )"
        r"(?<!seit )(?<!vor )(?<!auf )(?<!unter )(?<!neben )(?<!zwischen )(?<!an )(?<!\w)[Dd]em )"
    ),
    first_recipient=r"(?:dem|der|den) ",
    glue=r" (?:und|sowie)(?: (?:die|der|das|dem|den))? |, (?:die |der |das )?",
)
