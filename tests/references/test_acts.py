"""Numbered acts."""

import pytest

from customs_coop.errors import InvalidValueError, ReferenceSyntaxError
from customs_coop.references import ActKind, LegalAct, find_references


@pytest.mark.parametrize(
    ("printed", "cited", "celex"),
    [
        ("Council Decision 2003/170/JHA", "Council Decision 2003/170/JHA", "32003D0170"),
        ("COUNCIL DECISION 2009/371/JHA", "Council Decision 2009/371/JHA", "32009D0371"),
        ("Decision 210/97/EC", "Decision No 210/97/EC", "31997D0210"),
        ("Decision No 70/2008/EC", "Decision No 70/2008/EC", "32008D0070"),
        ("Council Decision (EU) 2016/1316", "Council Decision (EU) 2016/1316", "32016D1316"),
        ("Regulation (EC) No 648/2005", "Regulation (EC) No 648/2005", "32005R0648"),
        ("Regulation EC No. 648/2005", "Regulation (EC) No 648/2005", "32005R0648"),
        ("Regulation (EC) 2007/2004", "Regulation (EC) No 2007/2004", "32004R2007"),
        ("Council Regulation (EC) No 515/97", "Council Regulation (EC) No 515/97", "31997R0515"),
        ("Regulation (EU) 2016/794", "Regulation (EU) 2016/794", "32016R0794"),
        ("Regulation (EU) 2018/1999", "Regulation (EU) 2018/1999", "32018R1999"),
        (
            "Commission Implementing Regulation (EU) 2015/2447",
            "Commission Implementing Regulation (EU) 2015/2447",
            "32015R2447",
        ),
        ("Decision 12/98/EC", "Decision No 12/98/EC", "31998D0012"),
        ("Directive 97/44/EC", "Directive 97/44/EC", "31997L0044"),
        ("Joint Action 96/698/JHA", "Joint Action 96/698/JHA", "31996F0698"),
        ("Joint Action 2008/851/CFSP", "Joint Action 2008/851/CFSP", "32008E0851"),
        (
            "Council Framework Decision 2002/584/JHA",
            "Council Framework Decision 2002/584/JHA",
            "32002F0584",
        ),
        ("Recommendation 2001/613/EC", "Recommendation 2001/613/EC", "32001H0613"),
    ],
)
def test_number_and_year_are_told_apart(printed: str, cited: str, celex: str) -> None:
    act = LegalAct.parse(printed)

    assert act.cite() == cited
    assert str(act.celex) == celex
    assert (act.url() or "").endswith(f"CELEX:{celex}")


def test_a_bare_number_is_an_act_of_unknown_kind() -> None:
    act = LegalAct.parse("97/372/JHA")

    assert act == LegalAct(None, 372, 1997, "JHA")
    assert act.celex is None
    assert act.url() is None
    assert act.unresolvable == "the kind of act is not printed"


def test_a_decision_without_a_community_may_be_that_of_a_committee() -> None:
    act = LegalAct.parse("Decision No 1/2016")

    assert act.url() is None
    assert "committee" in (act.unresolvable or "")


@pytest.mark.parametrize(
    ("address", "act"),
    [
        ("http://data.europa.eu/eli/dec/2016/1316/oj", LegalAct(ActKind.DECISION, 1316, 2016)),
        (
            "https://data.europa.eu/eli/reg/2009/1215/2011-01-01",
            LegalAct(ActKind.REGULATION, 1215, 2009),
        ),
        (
            "http://data.europa.eu/eli/dec_framw/2002/584/oj",
            LegalAct(ActKind.FRAMEWORK_DECISION, 584, 2002),
        ),
    ],
)
def test_an_identifier_is_read(address: str, act: LegalAct) -> None:
    assert LegalAct.parse(address) == act
    assert [mention.reference for mention in find_references(f"see {address}.")] == [act]


def test_the_author_is_kept_and_not_compared() -> None:
    council, plain = (
        LegalAct.parse("Council Decision 2003/170/JHA"),
        LegalAct.parse("Decision 2003/170/JHA"),
    )

    assert council == plain
    assert hash(council) == hash(plain)
    assert (council.author, plain.author) == ("Council", None)


def test_the_two_numberings_of_decisions_are_two_acts() -> None:
    assert LegalAct.parse("Decision No 210/97/EC") != LegalAct.parse("Decision 97/210/EC")


@pytest.mark.parametrize(
    ("text", "start", "message"),
    [
        ("Decision about 5", 9, "a number of at most four figures"),
        ("Decision 2003", 13, "a stroke and a second figure"),
        ("Decision 2003/170/JHA of 2003", 22, "too much"),
        ("97/372", 6, "a community"),
        ("Decision 700/800", 0, "a numbered act"),
        ("http://data.europa.eu/eli/dec/2016/1316/oj/eng", 42, "too much"),
    ],
)
def test_a_fault_is_underlined(text: str, start: int, message: str) -> None:
    with pytest.raises(ReferenceSyntaxError, match=message) as caught:
        LegalAct.parse(text)

    assert caught.value.start == start


def test_a_fraction_is_no_act() -> None:
    with pytest.raises(InvalidValueError, match="community"):
        LegalAct(None, 372, 1997)


def test_an_old_regulation_prints_its_number_first() -> None:
    with pytest.raises(InvalidValueError, match="2014"):
        LegalAct(ActKind.REGULATION, 648, 2005, "EC", number_first=False)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        (
            "Regulations (EEC) No 2913/92, (EC) No 515/97 and 2454/93 apply",
            {
                "Regulations (EEC) No 2913/92": "Regulation (EEC) No 2913/92",
                "(EC) No 515/97": "Regulation (EC) No 515/97",
                "2454/93": "Regulation (EC) No 2454/93",
            },
        ),
        (
            "Council Decisions 2008/615/JHA and 2008/616/JHA",
            {
                "Council Decisions 2008/615/JHA": "Decision 2008/615/JHA",
                "2008/616/JHA": "Decision 2008/616/JHA",
            },
        ),
    ],
)
def test_a_list_takes_the_kind_of_its_first_act(text: str, spans: dict[str, str]) -> None:
    found = {mention.text: str(mention.reference) for mention in find_references(text)}

    assert found == spans


def test_a_list_ends_before_a_council_document() -> None:
    text = "Regulation (EC) No 515/97 and 9710/97 ENFOCUSTOM 45, Decision 2003/170/JHA, 9711/98"

    assert [str(mention.reference) for mention in find_references(text)] == [
        "Regulation (EC) No 515/97",
        "9710/97",
        "Decision 2003/170/JHA",
        "9711/98",
    ]
