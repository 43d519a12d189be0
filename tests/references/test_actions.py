"""Citations of actions and recommendations."""

import pytest

from customs_coop.errors import InvalidValueError, ReferenceSyntaxError
from customs_coop.references import (
    ActionCitation,
    DocumentNumber,
    RecommendationCitation,
    find_references,
)
from folded import every_case


@every_case(
    ("printed", "citation"),
    [
        ("Action 3.6", ActionCitation(None, "3.6")),
        ("Action [3.9]", ActionCitation(None, "3.9")),
        ("action 3.16", ActionCitation(None, "3.16")),
        ("Action 8 of the second Action Plan", ActionCitation(2, "8")),
        ("Action 4.10 of the Fourth CCWP action plan", ActionCitation(4, "4.10")),
        ("Action 5.1 of the 21st Action Plan", ActionCitation(21, "5.1")),
        ("Action 3.1b", ActionCitation(None, "3.1b")),
        ("Action No 5.1", ActionCitation(None, "5.1")),
        ("action no. 5.1", ActionCitation(None, "5.1")),
        ("Action\u202f3.6", ActionCitation(None, "3.6")),
        ("Action AP5/5.10", ActionCitation(5, "5.10")),
        ("Action 8 in the 2 nd Action Plan", ActionCitation(2, "8")),
        ("Action 1.2 under the First Work Plan", ActionCitation(1, "1.2")),
        ("Action 8 of Action Plan No 2", ActionCitation(2, "8")),
        ("Action 8 of AP2", ActionCitation(2, "8")),
    ],
)
def test_an_action_is_read(printed: str, citation: ActionCitation) -> None:
    assert ActionCitation.parse(printed) == citation


@every_case(
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


@every_case("code", ["", "3.", "3.1.2", "[3.9]", "100", "3 .1"])
def test_another_code_is_refused(code: str) -> None:
    with pytest.raises(InvalidValueError):
        ActionCitation(None, code)


@every_case(
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


@every_case(
    ("text", "codes"),
    [
        ("Actions 3.1 to 3.5", ["3.1", "3.2", "3.3", "3.4", "3.5"]),
        ("Actions 3.8–3.10", ["3.8", "3.9", "3.10"]),
        ("Action 3.1 - 3.2", ["3.1", "3.2"]),
        ("Actions [3.1] to [3.3]", ["3.1", "3.2", "3.3"]),
        ("Actions 3.1a–3.1c", ["3.1a", "3.1b", "3.1c"]),
        ("Actions 8-10", ["8", "9", "10"]),
    ],
)
def test_the_actions_of_a_range_share_its_words(text: str, codes: list[str]) -> None:
    mentions = find_references(f"see {text}, please")

    assert [mention.reference for mention in mentions] == [
        ActionCitation(None, code) for code in codes
    ]
    assert {(mention.start, mention.text) for mention in mentions} == {(4, text)}


@every_case(
    ("text", "codes"),
    [
        ("Actions 3.1 to 4.2", ["3.1", "4.2"]),
        ("Actions 3.5–3.1", ["3.5", "3.1"]),
        ("Actions 3.1–3.3a", ["3.1", "3.3a"]),
        ("Actions 3.01–3.03", ["3.01", "3.03"]),
        ("Actions 1–32", ["1", "32"]),
        ("Action 3.1 - 4.2", ["3.1"]),
        ("Action 8 to 10 boats", ["8"]),
        ("Action 8 – 10 boats", ["8"]),
        ("Actions 3.1 to 4.2 million", []),
        ("Actions 3-5 years", []),
    ],
)
def test_only_what_is_printed_is_cited_where_the_rest_of_a_range_is_uncertain(
    text: str, codes: list[str]
) -> None:
    assert [mention.reference for mention in find_references(text)] == [
        ActionCitation(None, code) for code in codes
    ]


@every_case(
    ("text", "cited"),
    [
        ("Actions 3.1,3.2 and 4.1", [(None, "3.1"), (None, "3.2"), (None, "4.1")]),
        ("Actions 3.1/3.2", [(None, "3.1"), (None, "3.2")]),
        ("ACTIONS 3.1 AND 3.2", [(None, "3.1"), (None, "3.2")]),
        ("Action 3.1 as well as 4.1", [(None, "3.1"), (None, "4.1")]),
        (
            "Actions 3.1–3.2, 4.1 & 4.3",
            [(None, "3.1"), (None, "3.2"), (None, "4.1"), (None, "4.3")],
        ),
        ("Actions 8, 9 and 12 Member States", [(None, "8"), (None, "9")]),
        ("Actions 3.1,\n3.2", [(None, "3.1"), (None, "3.2")]),
        ("Actions 3.1,\n\n3.2", [(None, "3.1")]),
        ("Actions 3.1,\t3.2", [(None, "3.1")]),
        ("Actions 3.1,\f3.2", [(None, "3.1")]),
        ("Action 3.1 of the third and 4.1 of the fourth Action Plan", [(3, "3.1"), (4, "4.1")]),
        ("Action 8 of the second Action Plan and 3.16 of the third.", [(2, "8"), (3, "3.16")]),
        ("Action 8 of the second Action Plan and 3.16 tonnes", [(2, "8")]),
        ("Action 3.1 of the third pillar and 4.1", [(None, "3.1")]),
        ("Action 3.1 of the third and 4.1", [(None, "3.1")]),
        ("Actions 8 and 9 of the second and third Action Plans", [(None, "8"), (None, "9")]),
        ("Actions 3.1 to 3.3 of the third Action Plan", [(3, "3.1"), (3, "3.2"), (3, "3.3")]),
        ("Action 6.6 (on boats (and cars)) of the first Action Plan", [(1, "6.6")]),
        ("Action 6.6 – “To map boats” – of the first Action Plan", [(1, "6.6")]),
        ("Action 8 of the second Action Plan4", [(2, "8")]),
        ("Action 8 of the second Action Planning", [(None, "8")]),
    ],
)
def test_each_code_of_a_list_has_its_plan(text: str, cited: list[tuple[int | None, str]]) -> None:
    assert [mention.reference for mention in find_references(text)] == [
        ActionCitation(plan, code) for plan, code in cited
    ]


@every_case(
    ("text", "plan"),
    [
        ("the second Action Plan's Action 8", 2),
        ("in the second Action Plan’s Action 8", 2),
        ("the second CCWP Action Plan (Action 8)", 2),
        ("(see the second Action Plan, Action 8)", 2),
        ("Action Plan 2, Action 8", 2),
        ("AP2 Action 8", 2),
        ("Under the third Action Plan, Action 8 was begun", None),
        ("The third Action Plan. Action 8 was begun", None),
        ("Action 8 of the current Action Plan", None),
        ("action 8 of the current Action Plan", None),
        ("action 8 of the 2004-2006 Work Plan", None),
        ("Action 8 of the Action Plan (2011-2012)", None),
    ],
)
def test_the_plan_may_stand_in_front_and_is_never_guessed(text: str, plan: int | None) -> None:
    (mention,) = find_references(text)

    assert mention.reference == ActionCitation(plan, "8")
    assert mention.text.casefold() == "action 8"


def test_the_point_of_an_action_is_no_part_of_its_code() -> None:
    (mention,) = find_references("Action 3.1(b) and Action [8]")

    assert (mention.reference, mention.text) == (ActionCitation(None, "3.1"), "Action 3.1")


@every_case(
    "text",
    [
        "Proposed action\n5.1",
        "Action\n\n5.1",
        "Code\nAction\n5.1",
        "A cell with many more words in it\tAction\n5.1",
        "Recommendations\n1\n2",
    ],
)
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


@every_case(
    "text",
    [
        "8351/2/09 REV 2 ENFOCUSTOM 42 – recommendations 12 and 14b",
        "recommendations 12 and 14b of document 8351/2/09 REV 2 ENFOCUSTOM 42",
        "16445/09, recommendations 12 and 14b of 8351/2/09",
        "the recommendations (12, 14b) of 8351/2/09",
        "recommendations 12 and 14 (b) in doc. 8351/2/09",
        "recommendations 12 and 14b of the final report (8351/2/09 REV 2)",
        "recommendations 12 and 14b contained in 8351/2/09",
        "8351/2/09, in particular recommendations 12 and 14b",
        "Recs 12 and 14b of 8351/2/09",
        "recommendations No 12 and No 14b of 8351/2/09",
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


@every_case(
    "text",
    [
        "8351/2/09. The recommendations 12 and 14b",
        "According to 8351/2/09, the recommendations 12 and 14b",
        "recommendations 12 and 14b; 8351/2/09",
        "8351/2/09\n\n– recommendations 12 and 14b",
        "recommendations 12 and 14b\fof 8351/2/09",
    ],
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


@every_case(
    ("text", "numbers"),
    [
        ("recommendations 1-5", ["1", "2", "3", "4", "5"]),
        ("recommendations 1 to 3 and 7", ["1", "2", "3", "7"]),
        ("recommendations 3,4 and 5", ["3", "4", "5"]),
        ("recommendations 12, 12a–12c", ["12", "12a", "12b", "12c"]),
        ("recommendations 12 to 14b", ["12", "14b"]),
        ("recommendation 14 (a) to map and (b) to count", ["14"]),
        ("recommendation 12-14", ["12", "13", "14"]),
        ("recommendation 12 – 14 boats", ["12"]),
        ("recommendations 1-2 weeks", []),
        ("recommendation 12 and 45 airports", ["12"]),
        ("recommendation 12 and 14b", ["12", "14b"]),
        ("recommendations No 12 and No 14", ["12", "14"]),
        ("Rec. 12 and 13", []),
    ],
)
def test_the_numbers_of_a_list_are_read(text: str, numbers: list[str]) -> None:
    assert [mention.reference for mention in find_references(text)] == [
        RecommendationCitation(None, number) for number in numbers
    ]


def test_the_report_belongs_to_every_recommendation_of_a_range() -> None:
    mentions = find_references("8351/2/09 – recommendations 12 to 14 and 20")
    report = DocumentNumber(8351, 2009, revision=2)

    assert [mention.reference for mention in mentions[1:]] == [
        RecommendationCitation(report, number) for number in ("12", "13", "14", "20")
    ]
    assert [mention.text for mention in mentions[1:]] == ["recommendations 12 to 14"] * 3 + ["20"]


@every_case(
    "text",
    [
        "recommendation 2 (8351/2/09 REV 2)",
        "recommendation 2 (doc. 8351/2/09 REV 2)",
        "recommendation 2\n(see document 8351/2/09 REV 2)",
        "recommendation 2 [8351/2/09 REV 2]",
        "Rec. 2 (8351/2/09 REV 2)",
        "recommendation 2 of the report (8351/2/09 REV 2)",
    ],
)
def test_the_report_may_stand_in_brackets(text: str) -> None:
    assert str(RecommendationCitation.parse(text)) == "recommendation 2 of 8351/2/09 REV 2"
    cited = find_references(f"see {text}, which")[0].reference
    assert str(cited) == "recommendation 2 of 8351/2/09 REV 2"


def test_the_report_in_brackets_is_that_of_a_whole_list() -> None:
    mentions = find_references("recommendations 2, 4–6 (doc. 8351/2/09 REV 2)")

    assert [str(mention.reference) for mention in mentions] == [
        *(f"recommendation {number} of 8351/2/09 REV 2" for number in (2, 4, 5, 6)),
        "8351/2/09 REV 2",
    ]


@pytest.mark.parametrize(
    "text",
    ["recommendation 2 (Action 3.1, 8351/2/09 REV 2)", "recommendation 2. 8351/2/09 REV 2"],
)
def test_a_number_further_off_is_not_that_of_the_report(text: str) -> None:
    assert str(find_references(text)[0].reference) == "recommendation 2"
