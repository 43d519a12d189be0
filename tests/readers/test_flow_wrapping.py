"""A column flow whose paragraphs stand on one line each reads like the one with wrapped lines."""

import re

import pytest

from customs_coop.model import ActionPlan
from customs_coop.readers import Reading, parse
from customs_coop.readers.flow.wrapping import is_wrapped

# A bar stands where the wrapped form has a line end.
PLAN = """\
Ninth Action Plan (January 2019 - June 2020)|for lighthouses

The plan carries out a strategy for lighthouses that was agreed|some time ago by all keepers.

"Strategic objective" column refers to the aims, which are:

To exchange lists of lamps that are out of|order with the neighbours of the coast,

To train keepers of lamps and their dogs in|all lighthouses of the coast;

Proposed action

9.1

To count the lamps of each|lighthouse that nobody has|lit for a year or longer

Strategic objectives

(1) Exchange lists of lamps that are out of|order with the neighbours of the coast;
(2) To train keepers of lamps and their dogs in|all lighthouses of the coast.

Performance indicator

(1) List of the lamps printed and|sent to all by June 2019;
(2) Report on the lamps sent to the|harbour masters of the coast.

Possible outcome(s)

Other concerned parties

(1) Fewer lamps that are lost, and more of them|lit at night by their keepers;
(2) Keepers who know the number of their lamps.

- COM (DG TAXUD, OLAF),
- Europol.

Terms of reference

Lamps have been lost in the past because nobody counted them at the end of the|season, \
and keepers of the next season could not say how many there should be, nor|where.
A group of keepers that is led by one of them will count all the lamps on the|coast and will \
write down the number of each in a book. The book is lent to the|masters.
This changes much.
Proposed action

9.2

To find keepers that climb|the stairs of a lighthouse|without a rest

Strategic objectives

To train keepers of lamps and their dogs in|all lighthouses of the coast.

Performance indicator

List of the keepers that were found on|the stairs.

Possible outcome(s)

Keepers that climb.

Other concerned parties

Europol,
WCO.

Terms of reference

The stairs of a lighthouse are long, and the keepers of it are older than those|of others.
The group reports once per Presidency. It is meant to be finished by March 2020.
"""
WRAPPED = PLAN.replace("|", "\n")
UNWRAPPED = PLAN.replace("|", " ")


def _values(plan: ActionPlan) -> list[object]:
    return [
        (
            str(action.code),
            action.title,
            action.objectives,
            action.indicators,
            action.outcomes,
            [cell.text for cell in action.extra],
            [(one.party, one.role) for one in action.involved],
            action.terms_of_reference,
            action.deadlines,
        )
        for action in plan
    ]


def _codes(reading: Reading) -> set[str]:
    return {finding.code for finding in reading.report}


def test_one_paragraph_a_line_reads_like_wrapped_lines() -> None:
    wrapped, unwrapped = parse(WRAPPED), parse(UNWRAPPED)
    assert _values(unwrapped.dossier.plan) == _values(wrapped.dossier.plan)
    assert unwrapped.dossier.plan.title == wrapped.dossier.plan.title
    assert _codes(unwrapped) == _codes(wrapped) == {"CC120"}
    first, second = unwrapped.dossier.plan
    assert first.terms_of_reference.count("\n") == 2
    assert second.terms_of_reference.count("\n") == 1
    assert first.indicators[1].text == (
        "Report on the lamps sent to the harbour masters of the coast."
    )


def test_lines_without_empty_ones_between_them() -> None:
    own = UNWRAPPED.replace("Other concerned parties\n\n(1) Fewer", "(1) Fewer")
    own = own.replace("\n\n- COM", "\n\nOther concerned parties\n\n- COM")
    text = re.sub(r"\n\n", "\n", own).replace("\nProposed", "\n\nProposed")
    reading = parse(text)
    assert _values(reading.dossier.plan) == _values(parse(WRAPPED).dossier.plan)
    assert reading.dossier.plan.title.endswith("for lighthouses")
    assert str(reading.dossier.plan.period) == "2019-01-01/2020-06-30"


LABELS_FIRST = """\
Ninth Action Plan (January 2019 - June 2020) for lighthouses

Proposed action

9.1

To count lamps

Performance indicator

Possible outcome(s)

Terms of reference

Report on all of the lamps that were counted, sent to the masters of the harbours and to others.

Lamps are counted, and the masters of all of the harbours of the coast know the numbers by heart.

Lamps have been lost in the past because nobody counted them at the end of the season, and keepers \
of the next season could not say how many there should be. All of the lamps will be counted.
"""


def test_the_widest_text_is_that_of_the_box_where_width_tells_nothing_else() -> None:
    reading = parse(LABELS_FIRST)
    (action,) = reading.dossier.plan
    assert action.indicators[0].text.startswith("Report on all")
    assert action.outcomes[0].startswith("Lamps are counted")
    assert action.terms_of_reference.startswith("Lamps have been lost")
    # Nothing but the order tells which of the wide ones is which.
    assert "CC123" in _codes(reading)


def test_the_width_of_wrapped_lines_still_tells_the_box() -> None:
    text = LABELS_FIRST.replace("To count lamps", "To count\nthe lamps of\nothers").replace(
        "Report on all of the lamps that were counted, sent to the masters of the harbours and to "
        "others.",
        "Report on the lamps\nthat were counted.",
    )
    (action,) = parse(text).dossier.plan
    assert action.title == "To count the lamps of others"
    assert action.terms_of_reference.startswith("Lamps are counted")
    assert action.indicators[0].text == "Report on the lamps that were counted."


def test_wrapped_lines_that_end_with_a_full_stop_by_chance_end_no_paragraph() -> None:
    text = UNWRAPPED.replace(
        "The group reports once per Presidency. It is meant to be finished by March 2020.",
        "The group reports once per Presidency, as all of the groups of the keepers do.\n"
        "It is meant to be finished by March 2020, unless the stairs are longer than all\n"
        "of the others and the keepers of the lamps are older than those that had been\n"
        "found before.",
    )
    *_, last = parse(text).dossier.plan
    assert "as all of the groups of the keepers do. It is meant" in last.terms_of_reference


@pytest.mark.parametrize(
    ("blocks", "wrapped"),
    [
        ([["To swim from one", "harbour to another"]], True),
        ([["To swim.", "To dive."], ["Europol,", "WCO."]], False),
        ([["Divers", "Europol", "Harbour masters"]], False),
        ([["To swim"], ["from here"]], False),
        ([], False),
        # One line that a page broke is not enough.
        ([["A.", "B.", "C.", "D.", "E.", "F.", "G.", "H.", "I.", "J.", "K goes", "on."]], False),
    ],
)
def test_wrapped_lines_carry_sentences_on(blocks: list[list[str]], *, wrapped: bool) -> None:
    assert is_wrapped(blocks) is wrapped


TITLE = "Ninth Action Plan (2019-2020) to implement the"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            f"{TITLE}\nCouncil Resolution of 5 May 2014 on a strategy for lighthouses.\n",
            f"{TITLE} Council Resolution of 5 May 2014 on a strategy for lighthouses.",
        ),
        (
            "Ninth Action Plan (2019-2020)\nThe keepers have counted all lamps of the coast.\n",
            "Ninth Action Plan (2019-2020)",
        ),
        (
            "Ninth Action Plan (2019-2020)\nLamps of Lighthouses\n",
            "Ninth Action Plan (2019-2020) Lamps of Lighthouses",
        ),
    ],
    ids=["goes on", "a sentence follows", "a second line"],
)
def test_a_sentence_directly_below_the_title_is_no_part_of_it(head: str, title: str) -> None:
    text = UNWRAPPED[UNWRAPPED.index("\nProposed action") :]
    assert parse(head + text).dossier.plan.title == title


@pytest.mark.parametrize("items", ["(1) {}\n(2) {}", "- {}\n- {}", "{}\n{}"])
def test_objectives_without_empty_lines_between_them(items: str) -> None:
    first = "To exchange lists of lamps that are out of order with the neighbours of the coast,"
    second = "To train keepers of lamps and their dogs in all lighthouses of the coast;"
    text = UNWRAPPED.replace(f"{first}\n\n{second}", items.format(first, second))
    (strategy,) = parse(
        text.replace("a strategy", "the Council Resolution of 4 May 2017 on a strategy")
    ).dossier.strategies
    assert [item.text for item in strategy.objectives] == [first[:-1], second[:-1]]
