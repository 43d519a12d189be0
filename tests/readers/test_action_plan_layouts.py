"""Action plans with terms of reference, in the forms in which people keep them in documents."""

from collections.abc import Callable

import pytest

from customs_coop.loading import read_bytes
from customs_coop.model import Action, ActionPlan
from customs_coop.readers import Reading
from page_files import C, Grid, Page, as_page, as_word
from word_files import cell, paragraph, row, run, table, word_file

KINDS = pytest.mark.parametrize("kind", [as_word, as_page])
TITLE = "Sixth Action Plan (2013-2014)"
HEADINGS = (
    "Proposed action",
    "Strategic objective(s)",
    "Performance indicator",
    "Possible outcome(s)",
    "Other concerned parties",
)
TITLES = {"6.1": "To map the sheds", "6.2": "To count the boxes", "6.3": "To train divers"}
CELLS = {
    "6.1": ("To save time", "Report adopted by the CCWP", "Time saved", "Europol"),
    "6.2": ("To save space", "(1) Count made;\n(2) Count printed", "Space saved", "OLAF"),
    "6.3": ("To save lives", "Course held. Deadline: June 2014", "Lives saved", "COM"),
}
TERMS = {
    "6.1": ("Sheds are many.", "Nobody has a map of them."),
    "6.2": ("Boxes are more.", "Follow-up of Action 5.2 of the fifth Action Plan."),
    "6.3": ("Divers are few.", "They meet by the end of 2013."),
}


def texts(code: str, mark: str = "{0}\n{1}") -> tuple[str, ...]:
    """The cells of an action; the mark says how its code stands with its title."""
    return (mark.format(code, TITLES[code]), *CELLS[code])


def terms(code: str) -> str:
    return "\n".join(TERMS[code])


def summary(action: Action) -> tuple[object, ...]:
    """All that an action of these documents holds."""
    return (
        action.code.text,
        action.title,
        [extra.text for extra in action.extra],
        [indicator.text for indicator in action.indicators],
        action.outcomes,
        [involved.party for involved in action.concerned],
        action.terms_of_reference,
        sorted(str(deadline.latest) for deadline in action.all_deadlines),
    )


EXPECTED = [
    ("6.1", TITLES["6.1"], ["To save time"], ["Report adopted by the CCWP"], ("Time saved",),
     ["EUROPOL"], "Sheds are many.\nNobody has a map of them.", []),
    ("6.2", TITLES["6.2"], ["To save space"], ["Count made;", "Count printed"],
     ("Space saved",), ["OLAF"],
     "Boxes are more.\nFollow-up of Action 5.2 of the fifth Action Plan.", []),
    ("6.3", TITLES["6.3"], ["To save lives"], ["Course held. Deadline: June 2014"],
     ("Lives saved",), ["COM"], "Divers are few.\nThey meet by the end of 2013.",
     ["2013-12-31", "2014-06-30"]),
]  # fmt: skip


def check(reading: Reading) -> None:
    assert reading.report.ok, str(reading.report)
    plan = reading.dossier.plan
    assert (plan.id, plan.title) == ("AP6", TITLE)
    assert plan.work_areas == ()
    assert [summary(action) for action in plan] == EXPECTED
    assert reading.residue == ()


def page_of(tables: Callable[[str], tuple[str | Grid, ...]]) -> Page:
    return (TITLE, *(part for code in TITLES for part in tables(code)))


ROW_LAYOUTS: dict[str, Page] = {
    "one table each, terms with their label in a merged row": page_of(
        lambda code: ((HEADINGS, texts(code), (C(f"Terms of reference\n{terms(code)}", 5),)),)
    ),
    "one table each, terms behind their label in a merged row": page_of(
        lambda code: ((HEADINGS, texts(code), (C(f"Terms of reference: {terms(code)}", 5),)),)
    ),
    "one table each, terms in a merged row below that of their label": page_of(
        lambda code: (
            (HEADINGS, texts(code), (C("Terms of reference:", 5),), (C(terms(code), 5),)),
        )
    ),
    "one table each, each paragraph of the terms in a merged row": page_of(
        lambda code: (
            (
                HEADINGS,
                texts(code),
                (C("TERMS OF REFERENCE", 5),),
                *((C(text, 5),) for text in TERMS[code]),
            ),
        )
    ),
    "one table each, terms as paragraphs below it": page_of(
        lambda code: ((HEADINGS, texts(code)), "Terms of reference", *TERMS[code])
    ),
    "one table each, terms as paragraphs behind their label": page_of(
        lambda code: (
            (HEADINGS, texts(code)),
            f"Terms of reference: {TERMS[code][0]}",
            TERMS[code][1],
        )
    ),
    "one table each, terms in a table of one cell": page_of(
        lambda code: ((HEADINGS, texts(code)), "Terms of reference", ((terms(code),),))
    ),
    "one long table, terms in a row below": (
        TITLE,
        (
            HEADINGS,
            *(
                row
                for code in TITLES
                for row in (texts(code), (C(f"Terms of reference\n{terms(code)}", 5),))
            ),
        ),
    ),
    "one long table, headings again on a new page": (
        TITLE,
        (
            HEADINGS,
            *(
                row
                for code in TITLES
                for row in (
                    texts(code),
                    (C("Terms of reference", 5),),
                    (C(terms(code), 5),),
                    HEADINGS,
                )
            ),
        ),
    ),
    "a column for the terms": (
        TITLE,
        ((*HEADINGS, "Terms of reference"), *((*texts(c), terms(c)) for c in TITLES)),
    ),
    "headings in the first table only": (
        TITLE,
        (HEADINGS, texts("6.1"), (C(f"Terms of reference\n{terms('6.1')}", 5),)),
        (texts("6.2"), (C(f"Terms of reference\n{terms('6.2')}", 5),)),
        (texts("6.3"), (C(f"Terms of reference\n{terms('6.3')}", 5),)),
    ),
    "headings in the first table only, terms as paragraphs": (
        TITLE,
        (HEADINGS, texts("6.1", "{0} {1}")),
        "Terms of reference",
        *TERMS["6.1"],
        (texts("6.2", "{0} {1}"),),
        "Terms of reference",
        *TERMS["6.2"],
        (texts("6.3", "{0} {1}"),),
        "Terms of reference",
        *TERMS["6.3"],
    ),
    "headings on two rows with merged cells": page_of(
        lambda code: (
            (
                (
                    C(HEADINGS[0], down="start"),
                    C(HEADINGS[1], down="start"),
                    C("Results", 2),
                    C(HEADINGS[4], down="start"),
                ),
                (C(down="on"), C(down="on"), HEADINGS[2], HEADINGS[3], C(down="on")),
                texts(code),
                (C(f"Terms of reference\n{terms(code)}", 5),),
            ),
        )
    ),
    "headings wrapped over two rows": (
        TITLE,
        (
            ("Proposed", "Strategic", "Performance", "Possible", "Other concerned"),
            ("action", "objective(s)", "indicator", "outcome(s)", "parties"),
            *(
                row
                for code in TITLES
                for row in (texts(code), (C(f"Terms of reference\n{terms(code)}", 5),))
            ),
        ),
    ),
    "the code in a column without a heading": (
        TITLE,
        (
            ("", *HEADINGS, "Terms of reference"),
            *((code, TITLES[code], *CELLS[code], terms(code)) for code in TITLES),
        ),
    ),
    "the code in a row of its own": page_of(
        lambda code: (
            (
                (C(f"Action {code}", 5),),
                HEADINGS,
                (TITLES[code], *CELLS[code]),
                (C(f"Terms of reference\n{terms(code)}", 5),),
            ),
        )
    ),
    "the code in a row below the headings": page_of(
        lambda code: (
            (
                HEADINGS,
                (code, "", "", "", ""),
                (TITLES[code], *CELLS[code]),
                (C(f"Terms of reference\n{terms(code)}", 5),),
            ),
        )
    ),
    "the code in a heading above the table": page_of(
        lambda code: (
            f"Action {code}",
            (HEADINGS, (TITLES[code], *CELLS[code])),
            "Terms of reference",
            *TERMS[code],
        )
    ),
    "code and title in a heading above the table, and the title again": page_of(
        lambda code: (
            f"Action {code}: {TITLES[code]}",
            (HEADINGS, (TITLES[code], *CELLS[code])),
            "Terms of reference",
            *TERMS[code],
        )
    ),
    "the code before the title in one paragraph": page_of(
        lambda code: (
            (
                HEADINGS,
                texts(code, "{0} {1}"),
                (C(f"Terms of reference\n{terms(code)}", 5),),
            ),
        )
    ),
    "the code with a word before the title": page_of(
        lambda code: (
            (
                HEADINGS,
                texts(code, "Action {0}: {1}"),
                (C(f"Terms of reference\n{terms(code)}", 5),),
            ),
        )
    ),
    "labels beside their texts, one table each": page_of(
        lambda code: (
            tuple(
                zip(
                    (*HEADINGS, "Terms of reference"),
                    (*texts(code), terms(code)),
                    strict=True,
                )
            ),
        )
    ),
    "labels beside their texts, one long table": (
        TITLE,
        tuple(
            pair
            for code in TITLES
            for pair in zip(
                (*HEADINGS, "Terms of reference"),
                (*texts(code, "{0} {1}"), terms(code)),
                strict=True,
            )
        ),
    ),
    "labels beside their texts, the code with a label of its own": page_of(
        lambda code: (
            (
                ("Code", code),
                *zip(
                    (*HEADINGS, "Terms of reference"),
                    (TITLES[code], *CELLS[code], terms(code)),
                    strict=True,
                ),
            ),
        )
    ),
    "labels beside their texts, the code in the label": page_of(
        lambda code: (
            tuple(
                zip(
                    (f"Proposed action {code}", *HEADINGS[1:], "Terms of reference"),
                    (TITLES[code], *CELLS[code], terms(code)),
                    strict=True,
                )
            ),
        )
    ),
    "labels beside their texts, the terms in full width": page_of(
        lambda code: (
            (
                (C(f"Action {code}", 2),),
                *zip(HEADINGS, (TITLES[code], *CELLS[code]), strict=True),
                (C("Terms of reference", 2),),
                (C(terms(code), 2),),
            ),
        )
    ),
    "labels above their texts": page_of(
        lambda code: (
            (
                HEADINGS[:3],
                texts(code)[:3],
                (HEADINGS[3], C(HEADINGS[4], 2)),
                (texts(code)[3], C(texts(code)[4], 2)),
                (C("Terms of reference", 3),),
                (C(terms(code), 3),),
            ),
        )
    ),
    "labels and texts in the same cells": page_of(
        lambda code: (
            (
                tuple(f"{h}:\n{t}" for h, t in zip(HEADINGS[:3], texts(code)[:3], strict=True)),
                (
                    f"{HEADINGS[3]}:\n{texts(code)[3]}",
                    C(f"{HEADINGS[4]}:\n{texts(code)[4]}", 2),
                ),
                (C(f"Terms of reference:\n{terms(code)}", 3),),
            ),
        )
    ),
}


@KINDS
@pytest.mark.parametrize("name", ROW_LAYOUTS)
def test_every_layout_of_boxes_is_the_same_plan(name: str, kind: Callable[[Page], bytes]) -> None:
    check(read_bytes(kind(ROW_LAYOUTS[name])))


def plan_of(page: Page, kind: Callable[[Page], bytes] = as_word) -> ActionPlan:
    reading = read_bytes(kind(page))
    assert reading.report.ok, str(reading.report)
    return reading.dossier.plan


@KINDS
def test_headings_of_work_areas_between_boxes_end_the_terms(kind: Callable[[Page], bytes]) -> None:
    page = (
        TITLE,
        "Work Area 1. Sheds",
        (HEADINGS, texts("6.1")),
        "Terms of reference",
        *TERMS["6.1"],
        "Work Area 2. Boxes",
        (HEADINGS, texts("6.2"), (C(f"Terms of reference\n{terms('6.2')}", 5),)),
        "Annex II",
        "The sheds of all ports are in the list.",
    )
    reading = read_bytes(kind(page))
    plan = reading.dossier.plan
    assert [(str(area.code), area.title) for area in plan.work_areas] == [
        ("1", "Sheds"),
        ("2", "Boxes"),
    ]
    assert [(str(a.code), str(a.work_area), a.terms_of_reference) for a in plan] == [
        ("6.1", "1", terms("6.1")),
        ("6.2", "2", terms("6.2")),
    ]
    assert "The sheds of all ports" in " ".join(left.text for left in reading.residue)


@KINDS
def test_labels_that_are_not_known_stay_with_their_headings(kind: Callable[[Page], bytes]) -> None:
    box = (
        ("Proposed action", "6.1 To map the sheds"),
        ("Budget", "10 000"),
        ("Performance indicator", "Map printed"),
        ("Remarks:", ""),
        ("Possible outcome(s)", "Time saved"),
        ("Start", "2013"),
    )
    (action,) = plan_of((TITLE, box), kind)
    assert [(cell.heading, cell.text) for cell in action.extra] == [
        ("Budget", "10 000"),
        ("Start", "2013"),
    ]
    assert action.outcomes == ("Time saved",)


@KINDS
def test_a_code_may_stand_before_the_labels_of_its_box(kind: Callable[[Page], bytes]) -> None:
    page = page_of(
        lambda code: (
            (
                (C(code, down="start"), "Proposed action", TITLES[code]),
                (C(down="on"), "Performance indicator", "Report"),
                (C(down="on"), "Terms of reference", terms(code)),
            ),
        )
    )
    assert [(str(a.code), a.title, a.terms_of_reference) for a in plan_of(page, kind)] == [
        (code, TITLES[code], terms(code)) for code in TITLES
    ]


@KINDS
def test_the_title_may_stand_with_the_code_above_the_table_only(
    kind: Callable[[Page], bytes],
) -> None:
    page = page_of(
        lambda code: (
            f"Action {code}: {TITLES[code]}",
            (HEADINGS[1:], CELLS[code]),
            "Terms of reference",
            *TERMS[code],
        )
    )
    check(read_bytes(kind(page)))


@KINDS
def test_actions_may_stand_beside_each_other(kind: Callable[[Page], bytes]) -> None:
    rows = zip(
        (*HEADINGS, "Terms of reference"),
        *((*texts(code, "{0} {1}"), terms(code)) for code in TITLES),
        strict=True,
    )
    check(read_bytes(kind((TITLE, tuple(rows)))))


@KINDS
def test_boxes_in_the_cells_of_a_table_that_arranges_the_page(
    kind: Callable[[Page], bytes],
) -> None:
    if kind is as_word:
        inner = [
            table(row(*HEADINGS), row(*(_paragraphs(text) for text in texts(code))))
            + "".join(map(paragraph, ("Terms of reference", *TERMS[code])))
            for code in TITLES
        ]
        content = word_file(paragraph(TITLE) + table(*(row(cell(text)) for text in inner)))
    else:
        page = as_page(
            page_of(lambda code: ((HEADINGS, texts(code)), "Terms of reference", *TERMS[code]))
        )
        content = page.replace(b"<table>", b"<table><tr><td><table>").replace(
            b"</table>", b"</table></td></tr></table>"
        )
    check(read_bytes(content))


def _paragraphs(text: str) -> str:
    return cell("".join(paragraph(run(line)) for line in text.split("\n")))


def test_a_box_without_a_code_among_others_is_told_and_left_over() -> None:
    page = (TITLE, (HEADINGS, texts("6.1")), (HEADINGS, ("To count the boxes", *CELLS["6.2"])))
    reading = read_bytes(as_word(page))
    assert [finding.code for finding in reading.report.errors] == ["CC114"]
    assert [str(action.code) for action in reading.dossier.plan] == ["6.1"]
    left = " ".join(piece.text for piece in reading.residue)
    for words in ("To count the boxes", "To save space", "Count printed", "Space saved", "OLAF"):
        assert words in left


def test_a_numbered_sentence_above_a_box_is_no_code() -> None:
    page = (TITLE, "1. The plan covers all sheds.", (HEADINGS, ("To count", *CELLS["6.2"])))
    reading = read_bytes(as_word(page))
    assert [finding.code for finding in reading.report] == ["CC102"]


def test_figures_before_titles_are_codes_only_behind_a_stop() -> None:
    page: Page = (
        TITLE,
        (HEADINGS, ("1. To map the sheds", *CELLS["6.1"]), ("2) To count them", *CELLS["6.2"])),
    )
    assert [(str(a.code), a.title) for a in plan_of(page)] == [
        ("1", "To map the sheds"),
        ("2", "To count them"),
    ]
    page = (TITLE, (HEADINGS, ("12 boxes to be counted", *CELLS["6.1"])))
    assert [finding.code for finding in read_bytes(as_word(page)).report] == ["CC102"]


def test_objectives_that_the_introduction_lists_are_found_by_their_words() -> None:
    page = (
        TITLE,
        'The "Strategic objective" column names the aims, which are:',
        "To save time,",
        "To save space;",
        '"Performance indicator" names reports.',
        (
            HEADINGS,
            ("6.1 To map", "(1) To save time;\n(2) To save space", *CELLS["6.1"][1:]),
            ("6.2 To count", "To save space", *CELLS["6.2"][1:]),
        ),
    )
    plan = plan_of(page)
    assert [[str(code) for code in action.objectives] for action in plan] == [["1", "2"], ["2"]]
    assert [action.extra for action in plan] == [(), ()]


def test_boxes_of_a_document_are_read_by_the_name_of_their_layout() -> None:
    page = ROW_LAYOUTS["labels beside their texts, one table each"]
    assert (
        read_bytes(as_word(page), layout="action-plan").dossier == read_bytes(as_word(page)).dossier
    )
