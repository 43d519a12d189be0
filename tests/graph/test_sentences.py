"""Sentences of links: which figures are codes, and which are not."""

import pytest

from customs_coop.graph.sentences import Codes, Sentences
from customs_coop.model import ActionRef, PlanRef
from customs_coop.references import ActionCitation, DocumentNumber, RecommendationCitation
from folded import every_case

AROUND = Codes.around(
    [
        *(ActionRef("P", code) for code in ("2", "2.1", "3.1", "3.4", "14", "WP-3", "A.1")),
        ActionCitation(None, "6.6"),
        RecommendationCitation(None, "12b"),
        PlanRef("AP3"),
        DocumentNumber(2, 2009),
    ],
    more=("9.4",),
    own="8",
    held=("7.1", "7"),
    plans=("Q",),
    areas=("4",),
)
SENTENCES = Sentences()


@every_case(
    ("text", "left"),
    [
        ("Action [3.9] and Actions 5.1 to 5.5", "Action [#] and Actions # to #"),
        ("recommendations 12 and 14b", "recommendations # and #"),
        ("ACTION 3.6 DU TROISIEME PLAN D'ACTION", "ACTION # DU TROISIEME PLAN D'ACTION"),
        ("Maßnahme 3.6 in 14 Tagen", "Maßnahme # in 14 Tagen"),
        ("Action 8 of Action Plan No 2", "Action # of Action Plan No #"),
        ("await outcome of 2.1.", "await outcome of #."),
        ("awaits 2 until 1997, then 14", "awaits # until 1997, then #"),
        ("see 12b, 9.4 and 7.1", "see #, # and #"),
        ("from 3.1-3.4, 6.6/9.4", "from #-#, #/#"),
        ("P/2, Q/77.1 of AP3", "#, # of #"),
        ("after WP-3, A.1 and No.2.", "after #, # and No.#."),
        ("8. Swim; [8] boats", "#. Swim; [8] boats"),
        ("Maßnahme 2 liefert Boote", "Maßnahme # liefert Boote"),
        ("Measures 2, 7 and 14 deliver", "Measures #, # and # deliver"),
        ("la mesure 2 fournit, tâche n° 8 suit", "la mesure # fournit, tâche n° # suit"),
        ("Actions 3.6 and 7 of work area 4", "Actions # and # of work area #"),
        ("du domaine d'action 4, Arbeitsbereich 4", "du domaine d'action #, Arbeitsbereich #"),
    ],
)
def test_codes_are_left_out(text: str, left: str) -> None:
    assert SENTENCES.without_codes(text, AROUND) == left
    assert SENTENCES.without_codes(text, AROUND) == left  # what is kept of it says the same


@every_case(
    "text",
    [
        "within 14 days, in 2 weeks",
        "14 boats, 2 Boote, 2-14 months, 2 %, 2,5 t, 2.1 million",
        "7 of the plan",
        "see R/2 and 5.5",
        "Completed: 10971/2/05 REV 2",
        "by 9.6.1997, on 2004-02-14, 14 June, June 2, in 1998",
        "Council Decision 2003/170/JHA, Article 14, Annex 2.1, version 2.1, Work Area 2",
        "OJ L 14, 2.1.2003, p. 2",
        "the 2nd part, 14th",
        "Naples II Convention",
        "interaction 12.1, key action 12",
        "il mesure 2 bateaux, to measure 2 boats, Maßnahmen und 2 Boote, Projekt 2 %",
        "Maßnahme 4, 4 areas, area 4, Articles 2.1 and Annexes 3.4, budget line 2.1",
    ],
)
def test_other_figures_stay(text: str) -> None:
    assert SENTENCES.without_codes(text, AROUND) == text


@pytest.mark.parametrize(
    "part",
    ["1.", "A/", "2/", "2.1/", "2-", "12.3a ", "x/1 ", "A", "P/2 p", "tasks 2, ", "work area 4 "],
)
def test_hostile_sentences_are_read_in_linear_time(part: str) -> None:
    assert Sentences().without_codes(part * 8_000, AROUND)
