"""Boxes of a column flow: labels, codes, and texts that only their order assigns."""

import pytest

from customs_coop.model import Status
from customs_coop.readers import Reading, parse
from customs_coop.readers.flow.labels import split_code
from customs_coop.readers.text.excerpts import Excerpt
from folded import every_case

TITLE = "Eighth Action Plan (2015-2016)\n\n"
HEAD = f"{TITLE}Proposed action\n\n8.1\n\nOne\n\n"
TERMS = "Terms of reference\nShort.\n"
INDICATOR, OUTCOME, CONCERNED = (
    "Performance indicator",
    "Possible outcome(s)",
    "Other concerned parties",
)


def flow(*parts: str) -> Reading:
    return parse(HEAD + "".join(f"{part}\n\n" for part in parts) + TERMS)


def codes(reading: Reading) -> list[str]:
    return [finding.code for finding in reading.report if finding.code != "CC120"]


def lines(reading: Reading) -> list[int | None]:
    return [f.span.line for f in reading.report if f.code == "CC123" and f.span is not None]


# Texts that only their order assigns.


def test_a_blank_line_in_a_cell_invents_no_party() -> None:
    reading = flow(
        INDICATOR, OUTCOME, CONCERNED, "First report.", "Second report.", "Fewer forged seals."
    )
    action = reading.dossier.plan["8.1"]
    assert action.involved == ()
    assert action.outcomes == ("Second report. Fewer forged seals.",)
    assert (codes(reading), lines(reading)) == (["CC123"], [19])
    (finding,) = (finding for finding in reading.report if finding.code == "CC123")
    assert f'"{INDICATOR}", "{OUTCOME}" may have shifted' in finding.message


def test_a_lost_label_invents_no_party() -> None:
    reading = flow(INDICATOR, CONCERNED, "Report.", "Fewer forged seals.", "- COM\n- OLAF")
    action = reading.dossier.plan["8.1"]
    assert [involvement.party for involvement in action.concerned] == ["COM", "OLAF"]
    assert (codes(reading), lines(reading)) == (["CC123"], [15])


def test_names_that_only_their_place_tells_are_told() -> None:
    reading = flow(INDICATOR, CONCERNED, "Report.", "Harbour masters")
    action = reading.dossier.plan["8.1"]
    assert [involvement.party for involvement in action.concerned] == ["HARBOUR-MASTERS"]
    assert codes(reading) == ["CC123"]


def test_names_below_their_own_label_are_sure() -> None:
    reading = flow(INDICATOR, "Report.", CONCERNED, "Harbour masters")
    action = reading.dossier.plan["8.1"]
    assert [involvement.party for involvement in action.concerned] == ["HARBOUR-MASTERS"]
    assert codes(reading) == []


def test_what_goes_on_in_lower_case_or_counts_on_stays_in_its_cell() -> None:
    reading = flow(INDICATOR, OUTCOME, "(1) List", "(2) report on", "forged seals.", "Fewer seals.")
    action = reading.dossier.plan["8.1"]
    assert [indicator.text for indicator in action.indicators] == [
        "List",
        "report on forged seals.",
    ]
    assert action.outcomes == ("Fewer seals.",)
    assert codes(reading) == []


def test_a_number_that_follows_none_is_told() -> None:
    assert codes(flow(INDICATOR, OUTCOME, "List.", "(3) Report.", "Fewer seals.")) == ["CC123"]


def test_a_cell_too_many_does_not_slip_into_the_terms() -> None:
    wide = "Terms of the action, which run over the whole width of the page as they always do here."
    reading = parse(
        f"{HEAD}{INDICATOR}\n\n{OUTCOME}\n\nTerms of reference\n\n"
        f"First report.\n\nSecond report.\n\nFewer forged seals.\n\n{wide}\n"
    )
    assert (codes(reading), lines(reading)) == (["CC123"], [19])
    assert wide in reading.dossier.plan["8.1"].terms_of_reference


# Two actions in one box.


def test_a_lost_label_of_a_title_is_an_error() -> None:
    second = f"8.2\n\nTwo\n\n{INDICATOR}\n\nSecond report.\n\n{TERMS}"
    reading = parse(f"{HEAD}{INDICATOR}\n\nReport.\n\n{TERMS}\n{second}")
    assert codes(reading) == ["CC123", "CC126"]
    assert not reading.report.ok


def test_labels_that_come_again_are_told() -> None:
    reading = parse(f"{HEAD}{INDICATOR}\n\nReport.\n\n{INDICATOR}\n\nSecond report.\n\n{TERMS}")
    assert (codes(reading), lines(reading)) == (["CC123"], [13])


def test_a_code_that_comes_again_is_told() -> None:
    reading = flow(INDICATOR, "Report.", "8.2", "More.")
    assert "CC123" in codes(reading)
    assert codes(flow(INDICATOR, "Report.")) == []


# Labels and codes with more on their lines.


def test_labels_of_one_word_with_a_colon() -> None:
    reading = parse(
        f"{TITLE}Proposed action: 8.1\nOne\nPerformance indicator: Report\n"
        "Responsible party: CCWP\nDeadline: 30.6.2016\nStatus: Ongoing\nPossible outcomes: x\n"
    )
    action = reading.dossier.plan["8.1"]
    assert [involvement.party for involvement in action.involved] == ["CCWP"]
    assert [deadline.text for deadline in action.deadlines] == ["30.6.2016"]
    assert action.status is Status.ONGOING
    assert action.outcomes == ("x",)
    assert (codes(reading), reading.residue) == ([], ())


def test_words_with_a_colon_in_the_terms_are_text() -> None:
    reading = parse(f"{HEAD}{INDICATOR}\n\nReport.\n\n{TERMS}Status: not yet known.\n")
    action = reading.dossier.plan["8.1"]
    assert action.terms_of_reference.endswith("Status: not yet known.")
    assert action.status is Status.OPEN


@every_case(
    "head",
    [
        "Proposed action\n\n8.1 To map\nthe ports",
        "Proposed action\n\nAction 8.1\n\nTo map the ports",
        "Proposed action\n\n[8.1]\nTo map the ports",
        "Proposed action: Action 8.1: To map the ports",
        "Proposed action: 8.1 To map the ports",
        "Proposed action\n\n8.1 – to map the ports",
    ],
)
def test_codes_on_the_line_of_the_title(head: str) -> None:
    reading = parse(f"{TITLE}{head}\n\n{INDICATOR}\n\nReport.\n\n{TERMS}")
    assert reading.dossier.plan["8.1"].title.casefold() == "to map the ports"
    assert (codes(reading), reading.residue) == ([], ())


def test_a_code_before_its_title_below_all_labels() -> None:
    reading = parse(f"{TITLE}Proposed action\n\n{INDICATOR}\n\n8.1 To map\n\nReport.\n\n{TERMS}")
    action = reading.dossier.plan["8.1"]
    assert (action.title, action.indicators[0].text) == ("To map", "Report.")
    assert (codes(reading), reading.residue) == ([], ())


@every_case(
    ("line", "code"),
    [
        ("8.1 To map", "8.1"),
        ("Action 8", "8"),
        ("Activity [8.2]: map", "8.2"),
        ("1.5 million sheds", None),
        ("8.1-8.3 To map", None),
        ("Action 8 on sheds", None),
        ("8 sheds", None),
    ],
)
def test_a_figure_before_a_title_is_not_always_a_code(line: str, code: str | None) -> None:
    found = split_code(Excerpt.of(line))
    assert (found.code.text if found else None) == code


@pytest.mark.parametrize("text", ["(2) a\n\n", "a\n\n", "8.2\n\n", "Status: x\nDeadline: y\n\n"])
def test_a_box_of_any_length_is_read(text: str) -> None:
    # At this length anything worse than linear would not come to an end.
    reading = parse(f"{HEAD}{INDICATOR}\n\n{OUTCOME}\n\nList\n\n{text * 1500}")
    assert [str(action.code) for action in reading.dossier.plan][:1] == ["8.1"]


def test_a_figure_alone_on_its_line_is_text_in_the_midst_of_a_page() -> None:
    reading = parse(
        "Ninth Action Plan (1 July 2019 - 31 December 2020)\n\n"
        "9.1\nProposed action\nCount barges\n\n"
        "Strategic objectives\n2\n\nPerformance indicator\nTable\n\n"
        "Terms of reference\nWe need\n12\nboats.\n\n7\n\fProposed action\n\n9.2\n\nSell barges\n\n"
        "Performance indicator\nReceipt\n"
    )
    first, second = reading.dossier.plan.actions
    # No objective is printed to which the figure could belong, so it is kept as it stands.
    assert [cell.text for cell in first.extra] == ["2"]
    assert first.terms_of_reference == "We need 12 boats."
    assert second.title == "Sell barges"
    assert "CC123" not in [found.code for found in reading.report]
