"""Citations of actions and recommendations."""

import pytest

from customs_coop.errors import InvalidValueError, ReferenceSyntaxError
from customs_coop.references import (
    ActionCitation,
    DocumentNumber,
    RecommendationCitation,
    find_references,
)


@pytest.mark.parametrize(
    ("printed", "citation"),
    [
        ("Action 3.6", ActionCitation(None, "3.6")),
        ("Action [3.9]", ActionCitation(None, "3.9")),
        ("action 3.16", ActionCitation(None, "3.16")),
        ("Action 8 of the second Action Plan", ActionCitation(2, "8")),
        ("Action 4.10 of the Fourth CCWP action plan", ActionCitation(4, "4.10")),
        ("Action 5.1 of the 21st Action Plan", ActionCitation(21, "5.1")),
        ("Action 3.1b", ActionCitation(None, "3.1b")),
    ],
)
def test_an_action_is_read(printed: str, citation: ActionCitation) -> None:
    assert ActionCitation.parse(printed) == citation


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (1, "first"),
        (12, "twelfth"),
        (20, "twentieth"),
        (21, "21st"),
        (22, "22nd"),
        (33, "33rd"),
        (44, "44th"),
    ],
)
def test_the_ordinal_of_a_plan_is_printed(plan: int, words: str) -> None:
    assert str(ActionCitation(plan, "8")) == f"Action 8 of the {words} Action Plan"


def test_an_action_has_no_address_but_a_reason() -> None:
    assert ActionCitation(2, "8").url("de") is None
    assert ActionCitation(2, "8").unresolvable


@pytest.mark.parametrize(
    ("text", "start", "message"),
    [
        ("Measure 3.6", 0, "the word Action"),
        ("Action three", 7, "a code"),
        ("Action 3.6 and 3.7", 11, "too much"),
    ],
)
def test_a_fault_is_underlined(text: str, start: int, message: str) -> None:
    with pytest.raises(ReferenceSyntaxError, match=message) as caught:
        ActionCitation.parse(text)

    assert caught.value.start == start


@pytest.mark.parametrize("code", ["", "3.", "3.1.2", "[3.9]", "100", "3 .1"])
def test_another_code_is_refused(code: str) -> None:
    with pytest.raises(InvalidValueError):
        ActionCitation(None, code)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Actions 3.1 and 4.1 were", [("Actions 3.1", None, "3.1"), ("4.1", None, "4.1")]),
        (
            "Action 3.1 (finished) and 4.1 (not yet) of the third Action Plan",
            [("Action 3.1", 3, "3.1"), ("4.1", 3, "4.1")],
        ),
        (
            "actions 3.1, 3.2 and [3.9] of the\nthird Action Plan",
            [
                ("actions 3.1", 3, "3.1"),
                ("3.2", 3, "3.2"),
                ("3.9] of the\nthird Action Plan", 3, "3.9"),
            ],
        ),
        ("Action 6.6 (on boats) of the first Action Plan", [("Action 6.6", 1, "6.6")]),
        ("action 8 of the second Action Plan", [("action 8 of the second Action Plan", 2, "8")]),
        ("Action 3.1 and 4 others", [("Action 3.1", None, "3.1")]),
        ("Action 3.1 and 2.5 million", [("Action 3.1", None, "3.1")]),
        ("as was recommended by Action\n3.6.", [("Action\n3.6", None, "3.6")]),
    ],
)
def test_a_list_gives_one_mention_for_each_action(
    text: str, found: list[tuple[str, int | None, str]]
) -> None:
    mentions = find_references(text)

    assert [mention.text for mention in mentions] == [words for words, _, _ in found]
    assert [mention.reference for mention in mentions] == [
        ActionCitation(plan, code) for _, plan, code in found
    ]


@pytest.mark.parametrize("text", ["Proposed action\n5.1", "Action\n\n5.1", "Code\nAction\n5.1"])
def test_a_column_heading_is_no_citation(text: str) -> None:
    assert find_references(text) == ()


def test_a_recommendation_is_printed_with_its_report() -> None:
    report = DocumentNumber.parse("8351/2/09 REV 2 ENFOCUSTOM 42")
    citation = RecommendationCitation(report, "14b")

    assert str(citation) == "recommendation 14b of 8351/2/09 REV 2"
    assert citation.cite() == "recommendation 14b of 8351/2/09 REV 2 ENFOCUSTOM 42"
    assert citation.url() == report.url()
    assert citation.unresolvable is None
    read = RecommendationCitation.parse(citation.cite())
    assert read == citation
    assert read.document is not None
    assert read.document.subjects == (("ENFOCUSTOM", 42),)


def test_without_a_report_a_recommendation_has_no_address_but_a_reason() -> None:
    citation = RecommendationCitation(None, "12")

    assert str(citation) == citation.cite() == "recommendation 12"
    assert citation.url() is None
    assert citation.unresolvable == "the report is not named"


@pytest.mark.parametrize(
    ("text", "start", "message"),
    [
        ("advice 12", 0, "the word recommendation"),
        ("recommendation twelve", 15, "a number"),
        ("recommendation 12 of the report", 18, "too much"),
    ],
)
def test_a_fault_in_a_recommendation_is_underlined(text: str, start: int, message: str) -> None:
    with pytest.raises(ReferenceSyntaxError, match=message) as caught:
        RecommendationCitation.parse(text)

    assert caught.value.start == start


@pytest.mark.parametrize(
    "text",
    [
        "8351/2/09 REV 2 ENFOCUSTOM 42 – recommendations 12 and 14b",
        "recommendations 12 and 14b of document 8351/2/09 REV 2 ENFOCUSTOM 42",
        "16445/09, recommendations 12 and 14b of 8351/2/09",
    ],
)
def test_the_report_beside_a_list_belongs_to_every_recommendation(text: str) -> None:
    report = DocumentNumber(8351, 2009, revision=2)
    cited = [
        mention.reference
        for mention in find_references(text)
        if isinstance(mention.reference, RecommendationCitation)
    ]

    assert cited == [RecommendationCitation(report, "12"), RecommendationCitation(report, "14b")]


@pytest.mark.parametrize(
    "text", ["8351/2/09. The recommendations 12 and 14b", "recommendations 12 and 14b; 8351/2/09"]
)
def test_a_report_in_another_clause_does_not_belong_to_the_list(text: str) -> None:
    cited = [
        mention.reference
        for mention in find_references(text)
        if isinstance(mention.reference, RecommendationCitation)
    ]

    assert cited == [RecommendationCitation(None, "12"), RecommendationCitation(None, "14b")]


def test_the_first_mention_of_a_list_spans_the_word() -> None:
    assert [mention.text for mention in find_references("recommendations 12 and 14b")] == [
        "recommendations 12",
        "14b",
    ]
