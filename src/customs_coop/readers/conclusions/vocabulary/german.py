"""The words of German conclusions."""

from typing import Final

from customs_coop.readers.conclusions.vocabulary.base import LanguageWords, VerbWords

__all__ = ["GERMAN"]

_B = r"\s{1,3}"
_COUNCIL = rf"Rat(?:{_B}der{_B}Europäischen{_B}(?:Union|Gemeinschaften))?"
_FAR = r"[^.;]{0,300}?"  # between a verb and the part of it that stands at the end of its clause

GERMAN: Final = LanguageWords(
    verbs=VerbWords(
        requests=(
            rf"ersuch(?:t|en)|forder(?:t|n)(?={_FAR}\bauf\b)|ruf(?:t|en)(?={_FAR}\bauf\b)|lädt(?={_FAR}\bein\b)"
            rf"|bitte(?:t|n)|ermutig(?:t|en)|ermuntert|empfiehlt|empfehlen|appellier(?:t|en){_B}an|legt(?={_FAR}\bnahe\b)"
            rf"|regt(?={_FAR}\ban\b)|forder(?:t|n)"
        ),
        tasks=r"beauftrag(?:t|en)|betraut|weist(?=[^.;]{0,300}?\ban\b)",
        commitments=(
            rf"komm(?:t|en){_B}überein|beschließ(?:t|en)|beschliess(?:t|en)|verpflichte(?:t|n){_B}sich"
            rf"|vereinbar(?:t|en)|ist{_B}übereingekommen"
        ),
        findings=(
            rf"nimmt(?={_FAR}\bKenntnis\b)|nehmen(?={_FAR}\bKenntnis\b)|beton(?:t|en)|in{_B}Anbetracht|unterstreich(?:t|en)"
            rf"|erinner(?:t|n)(?:{_B}(?:an|daran))?|begrüß(?:t|en)|begrüss(?:t|en)|würdig(?:t|en)|stellt(?={_FAR}\bfest\b)"
            rf"|erkennt(?={_FAR}\ban\b)|bekräftig(?:t|en)|hebt(?={_FAR}\bhervor\b)|weist(?={_FAR}\bhin\b)"
            rf"|ruft(?={_FAR}\bErinnerung\b)|bestätig(?:t|en)|bedauer(?:t|n)|dank(?:t|en)|unterstütz(?:t|en)|billig(?:t|en)"
            rf"|ist{_B}der{_B}(?:Auffassung|Ansicht)|vertritt(?={_FAR}\b(?:Auffassung|Ansicht)\b)|gestützt{_B}auf"
            rf"|in{_B}Erwägung|eingedenk|unter{_B}Hinweis|in{_B}Kenntnis|in{_B}der{_B}Erwägung|erwartet"
        ),
    ),
    common=(
        "am auf aus bei bis das dem den der des die ein eine einen einer für im mit nach sowie und"
        " vom von vor zu zum zur über"
    ),
    opens=rf"der{_B}{_COUNCIL}",
    titles=(
        rf"(?:Entwurf{_B}(?:von{_B}|der{_B}|für{_B}))?Schlussfolgerungen{_B}des{_B}(?:Europäischen{_B})?Rate?s\b"
    ),
    subject=(
        rf"(?:der{_B}{_COUNCIL}|der{_B}Europäische{_B}Rat|er|sie|es|die{_B}Minister"
        rf"|die{_B}Konferenz|die{_B}(?:Gruppe|Arbeitsgruppe)(?:\s[^.;:,]{{1,60}}?)?)"
    ),
    adverbs=(
        rf"(?:und|ferner|außerdem|ausserdem|daher|deshalb|auch|zudem|nachdrücklich|erneut|schließlich|insbesondere"
        rf"|gleichzeitig|in{_B}diesem{_B}Zusammenhang|zu{_B}diesem{_B}Zweck|diesbezüglich|hiermit)"
    ),
    to=rf"(?:an{_B}(?=die\b|den\b|das\b|alle\b))",
    article=rf"(?:alle|die|der|den|dem|das|ihre|seine){_B}",
    glue=rf"\s{{0,3}},\s{{0,3}}(?:(?:und|sowie){_B})?|{_B}(?:und|sowie|oder)\s{{0,2}},?{_B}",
    asides=(
        r"gegebenenfalls|insbesondere|soweit\s{1,3}erforderlich|jeweils\b[^,;]{0,80}"
        r"|in\s{1,3}(?:enger\s{1,3})?(?:Zusammenarbeit|Abstimmung|Absprache)\b[^,;]{0,80}"
        r"|im\s{1,3}Rahmen\b[^,;]{0,80}"
    ),
    end=(
        rf"{_B}(?:nachdrücklich{_B}|erneut{_B}|ferner{_B}|daher{_B}|dazu{_B}|auch{_B}|außerdem{_B}|gemeinsam{_B}){{0,2}}"
        rf"(?:auf|ein|nahe|an)\s{{0,3}}(?:[,:;.]|\Z)|{_B}(?:nachdrücklich|erneut|ferner|daher|dazu|gemeinsam|mit)\b"
        rf"|(?<!,){_B}(?:im{_B}Rahmen|in{_B}(?:enger|Zusammenarbeit|Abstimmung)|gemäß)\b|[:;.]"
    ),
    list_follows=r"(?:\b(?:auf|ein|nahe)|[:,])\s{0,3}[:,]?\Z",
    commits=rf"[^.;:]{{0,200}}?\b(?:zu{_B}[^\W\d_]{{3,30}}en|[^\W\d_]{{2,12}}zu[^\W\d_]{{3,30}}en)\b",
)
