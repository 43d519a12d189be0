"""A note counts what came against what was due, and says beside it what is still to come."""

import attrs
import pytest

from customs_coop.exporters import export
from customs_coop.model import Involvement, Role
from customs_coop.monitoring import Membership, StateOfPlay, review
from sample_states import ADMINISTRATIONS, country_dossier, country_state, plan_state

LEAD = Involvement(party="NEIGHBOURS", role=Role.RESPONSIBLE)


def early() -> StateOfPlay:
    """The day on which most reports came, before any of them was due."""
    return review(country_dossier(), on="2031-11-05")


def text_of(state: StateOfPlay, *sections: str, language: str = "en") -> str:
    return export(state, "state-markdown", sections=sections, language=language)


def by_party(text: str) -> dict[str, list[str]]:
    """The cells of the table by party, by the first of them."""
    lines = text.partition("By party")[2].strip().splitlines()
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines]
    return {row[0]: row[1:] for row in rows}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            (
                "Reports received, of those due or sent by then: 32 of 32. Reports still to come:"
                " 24, the next one by 10 November 2031."
            ),
        ),
        (
            "fr",
            (
                "Rapports reçus, de ceux attendus ou envoyés à cette date : 32 sur 32. Rapports"
                " encore à venir : 24, le prochain au plus tard le 10 novembre 2031."
            ),
        ),
        (
            "de",
            (
                "Eingegangene Berichte, von den bis dahin fälligen oder gesandten: 32 von 32. Noch"
                " ausstehende Berichte: 24, der nächste spätestens am 10. November 2031."
            ),
        ),
    ],
)
def test_what_is_still_to_come_stands_beside_what_came(language: str, words: str) -> None:
    text = " ".join(text_of(early(), "overview", language=language).split())
    assert words in text


def test_nothing_is_to_come_where_all_days_have_passed() -> None:
    text = text_of(country_state(), "overview")
    assert "Reports received, of those due or sent by then: 39 of 56." in text
    assert "still to come" not in text
    assert "Still to come" not in text_of(country_state(), "progress")


def test_a_party_that_sent_nothing_yet_keeps_its_row() -> None:
    rows = by_party(text_of(early(), "progress"))
    assert rows["Party"][-2:] == ["Reported", "Still to come"]
    assert rows["AL Customs of AL"][-2:] == ["7 of 7", ""]
    assert rows["TR Customs of TR"][-2:] == ["4 of 4", "3"]
    assert rows["ME Customs of ME"][-2:] == ["n/a", "7"]


def test_reports_that_may_be_late_and_what_is_still_to_measure_are_counted_apart() -> None:
    state = plan_state()
    later = attrs.evolve(
        state,
        items=tuple(attrs.evolve(one, measured=None) for one in state.items),
        owed=(),
    )
    assert "Still to be measured: 1." in text_of(later, "overview")
    assert "Still to be measured: 1." not in text_of(state, "overview")
    vague = review(country_dossier("2031-11-25/2032-12-31"), on="2031-11-20")
    text = text_of(vague, "overview", "progress")
    assert "Reports that may be late: 17." in text
    assert by_party(text)["ME Customs of ME"][-1] == "7"
    assert by_party(text)["Party"][-1] == "May be late"


def test_a_note_for_one_member_shows_what_it_said_of_the_things_of_all() -> None:
    whole = country_dossier()
    (plan,) = whole.plans
    asked = attrs.evolve(plan, actions=[attrs.evolve(one, involved=[LEAD]) for one in plan.actions])
    state = review(attrs.evolve(whole, plans=[asked]), on="2031-11-20")
    assert state.collectives == (Membership(party="NEIGHBOURS", members=ADMINISTRATIONS),)
    note = text_of(state.of_party("TR"), "overview", "progress")
    assert "Of 7 deadlines and undated items" in note
    rows = by_party(note)
    assert rows["TR Customs of TR"][0] == "7"
    assert "AL Customs of AL" not in rows
