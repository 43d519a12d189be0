"""Finding references in running text."""

from collections.abc import Callable
from typing import Any, get_args

import pytest

from customs_coop.errors import ReferenceSyntaxError
from customs_coop.references import (
    EXTRACTORS,
    ActionCitation,
    DocumentNumber,
    Extractor,
    LegalAct,
    OJReference,
    RecommendationCitation,
    Reference,
    find_references,
    parse_reference,
)
from folded import every_case
from real_documents import document

DOCUMENTS = (
    "1997-strategic-action-programme.txt",
    "2005-revised-work-plan.txt",
    "2006-naples-conclusions.txt",
    "2011-fifth-action-plan.txt",
    "2019-risk-management-conclusions.txt",
)


@every_case(
    ("extractor", "example"),
    [(extractor, example) for extractor in EXTRACTORS for example in extractor.examples],
)
def test_an_example_is_found_from_end_to_end(extractor: Extractor[Any], example: str) -> None:
    (alone,) = find_references(example)
    (inside,) = find_references(f"It was said ({example}), and so on.")

    assert alone.text == inside.text == example
    assert type(alone.reference) is extractor.cites
    assert alone.reference == inside.reference == parse_reference(example)


@every_case(
    ("extractor", "example"),
    [(extractor, example) for extractor in EXTRACTORS for example in extractor.counterexamples],
)
def test_a_counterexample_holds_no_such_reference(extractor: Extractor[Any], example: str) -> None:
    cited = [type(mention.reference) for mention in find_references(f"so {example} it is")]
    cited += [type(mention.reference) for mention in find_references(example)]

    assert extractor.cites not in cited


def test_the_table_has_every_kind_of_reference_once() -> None:
    assert sorted(extractor.cites.__name__ for extractor in EXTRACTORS) == sorted(
        kind.__name__ for kind in get_args(Reference)
    )
    assert len({extractor.name for extractor in EXTRACTORS}) == len(EXTRACTORS)


@every_case(
    "text",
    [
        "",
        "on 12.3.2003 ECU 99 000 were paid for 1997-98",
        "police/customs co-operation, and/or 24/7",
        "in 2004/05 and 1997/98",
        "from 1/2/05 to 31/12/05, 15.10.2003",
        "Convention 108, Article 36, point 3.3(q)",
        "Work Area 6 of the plan 2004 – 2006",
        "half of it (1/2), 10/100, 3/4",
    ],
)
def test_what_only_looks_like_a_reference_is_left_alone(text: str) -> None:
    assert find_references(text) == ()


def test_mentions_are_in_order_and_have_their_words() -> None:
    text = (
        "See Action 3.1\n(8351/2/09 REV 2\nENFOCUSTOM 42), OJ C 1, 2.1.2003, p. 4 and COM(2018) 5."
    )
    mentions = find_references(text)

    assert [text[mention.start : mention.end] for mention in mentions] == [
        "Action 3.1",
        "8351/2/09 REV 2\nENFOCUSTOM 42",
        "OJ C 1, 2.1.2003, p. 4",
        "COM(2018) 5",
    ]
    assert [mention.text for mention in mentions] == [
        text[mention.start : mention.end] for mention in mentions
    ]


@every_case(
    ("text", "words"),
    [
        ("see Ac\u00adtion 3.6 of", "Ac\u00adtion 3.6"),
        ("see recommen\u00ad\ndation 12.", "recommen\u00ad\ndation 12"),
        ("see recommen\u00ad\r\ndation 12.", "recommen\u00ad\r\ndation 12"),
        ("see \ufeffAction\u200b\u00a0\u20603.6\u200b of", "Action\u200b\u00a0\u20603.6"),
        ("(9710/1/97\u2009REV\u202f1)", "9710/1/97\u2009REV\u202f1"),
        ("(9710/1/97\r\nREV 1\r\n)", "9710/1/97\r\nREV 1"),
        ("(9710/1/97\vREV 1)", "9710/1/97\vREV 1"),
        ("(9710/1/97\rREV 1)", "9710/1/97\rREV 1"),
        ("PE\u2011CONS 41/21", "PE\u2011CONS 41/21"),
        ("(9710\u20441\u204497 REV 1)", "9710\u20441\u204497 REV 1"),
        ("(9710\u221597)", "9710\u221597"),
        (
            "OJ\u00a0L\u00a033,\u00a04.2.1997,\u00a0p.\u00a024",
            "OJ\u00a0L\u00a033,\u00a04.2.1997,\u00a0p.\u00a024",
        ),
        ("Decision\u00a0No\u00a0210/97/EC", "Decision\u00a0No\u00a0210/97/EC"),
    ],
)
def test_what_extraction_leaves_in_a_text_does_no_harm(text: str, words: str) -> None:
    (mention,) = find_references(text)

    assert mention.text == text[mention.start : mention.end] == words


@every_case("mark", ["1", "12", "\u00b9", "\u00b9\u00b2"])
@every_case("words", ["OJ L 67, 12.3.2003, p. 27", "COM(2018) 549", "Regulation (EC) No 515/97"])
def test_the_mark_of_a_footnote_may_be_glued_to_a_reference(mark: str, words: str) -> None:
    assert [mention.text for mention in find_references(f"{mark}{words}")] == [words]


@every_case("parting", ["\f", "\x1c", "\u2029", "\n\f"])
def test_a_reference_does_not_run_over_a_page_break(parting: str) -> None:
    text = f"It is in 9710/1/97{parting}REV 1, and it says so in Action{parting}3.6"

    assert [mention.text for mention in find_references(text)] == ["9710/1/97"]


def test_the_first_line_of_a_page_is_searched() -> None:
    assert [mention.text for mention in find_references("end\fAction 3.6\f9710/97")] == [
        "Action 3.6",
        "9710/97",
    ]


def test_a_soft_hyphen_between_figures_may_be_a_hyphen() -> None:
    (mention,) = find_references("Action 3.6\u00ad7")

    assert mention.text == "Action 3.6"


def test_figures_of_other_scripts_are_left_alone() -> None:
    assert find_references("Action ３.６, 9710\uff0f97, Action ٣.٦") == ()


def test_the_reading_that_begins_first_holds() -> None:
    (mention,) = find_references("Decision 210/97/EC")

    assert isinstance(mention.reference, LegalAct)
    assert mention.reference.kind is not None


def test_the_message_is_that_of_the_kind_that_could_read_furthest() -> None:
    with pytest.raises(ReferenceSyntaxError, match="issue") as caught:
        parse_reference("OJ C today")

    assert caught.value.start == 4


@every_case("text", ["", "  ", "boats", "to be found"])
def test_where_nothing_could_be_read_no_kind_is_named(text: str) -> None:
    with pytest.raises(ReferenceSyntaxError, match="a reference such as 14680/05"):
        parse_reference(text)


def test_only_a_text_is_parsed() -> None:
    with pytest.raises(TypeError):
        parse_reference(None)  # type: ignore[arg-type]  # on purpose


@every_case("name", DOCUMENTS)
def test_a_document_with_other_line_breaks_cites_the_same(name: str) -> None:
    text = document(name).read_text(encoding="utf-8")
    windows = text.replace("\n", "\r\n")
    here, there = find_references(text), find_references(windows)

    assert [mention.reference for mention in here] == [mention.reference for mention in there]
    assert [mention.text.replace("\n", "\r\n") for mention in here] == [
        windows[mention.start : mention.end] for mention in there
    ]


def cited_in(*names: str) -> list[tuple[Reference, str]]:
    return [
        (mention.reference, mention.text)
        for name in names
        for mention in find_references(document(name).read_text(encoding="utf-8"))
    ]


def test_the_official_documents_cite_40_council_documents_in_44_forms() -> None:
    cited = [pair for pair in cited_in(*DOCUMENTS) if isinstance(pair[0], DocumentNumber)]

    assert len({reference for reference, _ in cited}) == 40
    assert len({text for _, text in cited}) == 44


def test_the_official_documents_cite_15_places_in_the_journal() -> None:
    cited = [reference for reference, _ in cited_in(*DOCUMENTS)]

    assert len({reference for reference in cited if isinstance(reference, OJReference)}) == 15


def test_the_official_documents_cite_three_numbered_acts() -> None:
    cited = [
        str(reference) for reference, _ in cited_in(*DOCUMENTS) if isinstance(reference, LegalAct)
    ]

    assert cited == [
        "Decision No 210/97/EC",
        "Decision 2003/170/JHA",
        "Regulation (EC) No 648/2005",
    ]


def test_the_official_documents_state_two_wrong_revisions() -> None:
    cited = [reference for reference, _ in cited_in(*DOCUMENTS)]

    assert [
        (reference.number, reference.revision, reference.stated_revision)
        for reference in cited
        if isinstance(reference, DocumentNumber) and reference.conflict
    ] == [(15315, 2, 1), (5472, 3, 2)]


def test_the_cover_pages_are_read_with_their_marking() -> None:
    first = [cited_in(name)[0][0] for name in DOCUMENTS[:2]]

    assert [str(reference) for reference in first] == ["9710/1/97 REV 1", "14680/05"]
    assert all(isinstance(reference, DocumentNumber) and reference.limite for reference in first)


def test_the_fifth_plan_cites_actions_of_earlier_plans() -> None:
    cited = [
        (reference.plan, reference.code)
        for reference, _ in cited_in("2011-fifth-action-plan.txt")
        if isinstance(reference, ActionCitation)
    ]

    assert cited == [
        (None, "3.6"),
        (None, "3.1"),
        (None, "3.5"),
        (None, "3.1"),
        (None, "4.1"),
        (1, "1.2"),
        (None, "3.9"),
        (4, "4.10"),
        (1, "6.6"),
        (2, "8"),
        (None, "3.16"),
    ]


def test_the_fifth_plan_cites_two_recommendations_of_one_report() -> None:
    cited = [
        reference
        for reference, _ in cited_in("2011-fifth-action-plan.txt")
        if isinstance(reference, RecommendationCitation)
    ]
    report = DocumentNumber(8351, 2009, revision=2)

    assert cited == [RecommendationCitation(report, "12"), RecommendationCitation(report, "14b")]


def test_the_other_documents_cite_nothing_more() -> None:
    assert len(cited_in("2006-naples-conclusions.txt")) == 1
    assert cited_in("2019-risk-management-conclusions.txt") == []


@pytest.mark.parametrize(("value", "name"), [(b"9874/11", "bytes"), (None, "None"), (7, "int")])
@pytest.mark.parametrize(
    "read",
    [
        find_references,
        parse_reference,
        *(pytest.param(row.cites.parse, id=row.name) for row in EXTRACTORS),
    ],
)
def test_anything_but_a_text_is_refused(
    read: Callable[[object], object], value: object, name: str
) -> None:
    with pytest.raises(TypeError, match=f"a text is wanted, not {name}"):
        read(value)


def test_the_kind_that_has_read_a_reference_tells_what_is_too_much() -> None:
    with pytest.raises(ReferenceSyntaxError, match="9874/11 was read, and this is too much"):
        parse_reference("9874/11.")
    with pytest.raises(ReferenceSyntaxError, match="find_references reads running text"):
        parse_reference("doc. 9874/11")


def test_the_message_about_a_long_text_is_short() -> None:
    text = f"{'a' * 5000} 9874/11 {'b' * 5000}"
    with pytest.raises(ReferenceSyntaxError) as caught:
        parse_reference(text)

    assert len(str(caught.value)) < 500
    assert caught.value.text == text


def test_an_empty_text_is_not_underlined() -> None:
    for row in EXTRACTORS:
        with pytest.raises(ReferenceSyntaxError) as caught:
            row.cites.parse(" ")
        assert str(caught.value).endswith(", and the text is empty")
