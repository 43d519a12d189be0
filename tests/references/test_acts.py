"""Numbered acts."""

import pytest

from customs_coop.errors import InvalidValueError, ReferenceSyntaxError
from customs_coop.references import ActKind, LegalAct, find_references
from customs_coop.references.acts.finding import find_legal_acts
from folded import every_case


@every_case(
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
        ("Common Position 2005/69/JHA", "Common Position 2005/69/JHA", "32005E0069"),
        ("Joint Position 96/196/JHA", "Joint Position 96/196/JHA", "31996F0196"),
        ("Decision No 3632/93/ECSC", "Decision No 3632/93/ECSC", "31993S3632"),
        ("Decision 82/456/EEC", "Decision 82/456/EEC", "31982D0456"),
        ("Decision 1982/2006/EC", "Decision No 1982/2006/EC", "32006D1982"),
        ("Regulation (EU) No 2016/679", "Regulation (EU) 2016/679", "32016R0679"),
        ("Directive (EU) No 2016/97", "Directive (EU) 2016/97", "32016L0097"),
        ("Reg. (EC) 515/97", "Regulation (EC) No 515/97", "31997R0515"),
        ("REGULATION (EC) NO 515/97", "Regulation (EC) No 515/97", "31997R0515"),
        ("Regulation (EC)\nNo 648/\n2005", "Regulation (EC) No 648/2005", "32005R0648"),
        (
            "European Parliament and Council Directive 94/62/EC",
            "European Parliament and Council Directive 94/62/EC",
            "31994L0062",
        ),
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
    assert act.eli is None
    assert (act.unresolvable or "").startswith("the kind of act is not printed")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("97/372/JHA", "decision (D), a joint action or a framework decision (F)"),
        ("2008/851/CFSP", "decision (D), a joint action or a common position (E)"),
        ("2008/118/EC", "regulation (R), a directive (L) or a decision (D)"),
    ],
)
def test_the_reason_names_what_a_bare_number_may_be(text: str, reason: str) -> None:
    assert reason in (LegalAct.parse(text).unresolvable or "")


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


@every_case(
    ("text", "start", "message"),
    [
        ("Decision about 5", 9, "a number of at most four figures"),
        ("Decision 2003", 13, "a stroke and a second figure"),
        ("Decision 2003/170/JHA of 2003", 22, "too much"),
        ("97/372", 6, "a community"),
        ("Decision 700/800", 9, "a year of two or four figures"),
        ("Regulation (XX) No 515/97", 11, "a community in brackets"),
        ("Joint Action 97/372/ABC", 19, "a community such as EC"),
        ("http://data.europa.eu/eli/dec/2016/1316/oj/english", 42, "too much"),
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


@every_case(
    ("printed", "cited"),
    [
        ("règlement (CE) n° 515/97", "Regulation (EC) No 515/97"),
        ("RÈGLEMENT (CE) Nº 515/97", "Regulation (EC) No 515/97"),
        ("re\u0300glement (CE) n o 515/97", "Regulation (EC) No 515/97"),
        ("règlement du Conseil (CE) n° 515/97", "Council Regulation (EC) No 515/97"),
        ("règlement délégué (UE) 2015/2446", "Delegated Regulation (EU) 2015/2446"),
        ("décision 2009/371/JAI", "Decision 2009/371/JHA"),
        ("décision-cadre 2006/960/JAI", "Framework Decision 2006/960/JHA"),
        ("position commune 2001/931/PESC", "Common Position 2001/931/CFSP"),
        ("Verordnung (EG) Nr. 515/97", "Regulation (EC) No 515/97"),
        ("Delegierte Verordnung (EU) 2015/2446", "Delegated Regulation (EU) 2015/2446"),
        ("Beschluß 2009/371/JI", "Decision 2009/371/JHA"),
        ("Rahmenbeschluss 2006/960/JI", "Framework Decision 2006/960/JHA"),
        ("Richtlinie 2006/112/EG", "Directive 2006/112/EC"),
        ("Gemeinsame Maßnahme 98/428/JI", "Joint Action 98/428/JHA"),
        ("Gemeinsamer Standpunkt 2001/931/GASP", "Common Position 2001/931/CFSP"),
    ],
)
def test_french_and_german_names_give_the_english_value(printed: str, cited: str) -> None:
    assert LegalAct.parse(printed).cite() == cited


def test_several_communities_are_kept_and_the_principal_one_is_compared() -> None:
    one = LegalAct.parse("Regulation (ECSC, EEC, Euratom) No 259/68")
    other = LegalAct.parse("Regulation (EEC, Euratom, ECSC) No 259/68")

    assert one == other == LegalAct.parse("Regulation (EEC) No 259/68")
    assert hash(one) == hash(other)
    assert one.communities == ("ECSC", "EEC", "Euratom")
    assert str(one) == "Regulation (EEC) No 259/68"
    assert one.cite() == "Regulation (ECSC, EEC, Euratom) No 259/68"


@every_case("community", ["EC, EU", "JHA, EC", "EC,Euratom", "ec", ""])
def test_communities_that_never_stand_together_are_refused(community: str) -> None:
    with pytest.raises(InvalidValueError, match="communities"):
        LegalAct(ActKind.DECISION, 5, 2007, community)


@every_case(
    ("printed", "address"),
    [
        ("Regulation (EU) No 952/2013", "reg/2013/952"),
        ("Directive 2008/118/EC", "dir/2008/118"),
        ("Council Decision (EU) 2016/1316", "dec/2016/1316"),
        ("Implementing Regulation (EU) 2015/2447", "reg_impl/2015/2447"),
        ("Framework Decision 2006/960/JHA", "dec_framw/2006/960"),
        ("Joint Action 2004/551/CFSP", "joint_action/2004/551"),
        ("Common Position 2005/69/JHA", "compos/2005/69"),
    ],
)
def test_the_identifier_is_formed_and_read_again(printed: str, address: str) -> None:
    act = LegalAct.parse(printed)

    assert act.eli == f"http://data.europa.eu/eli/{address}/oj"
    assert act.no_eli is None
    read = LegalAct.parse(act.eli or "")
    assert (read.kind, read.number, read.year) == (act.kind, act.number, act.year)


@every_case(
    ("printed", "reason"),
    [
        ("97/372/JHA", "not printed"),
        ("Decision No 70/2008/EC", "twice"),
        ("Decision 2003/170/JHA", "twice"),
        ("Regulation No 1/58", "twice"),
        ("Joint Position 96/196/JHA", "no identifier"),
    ],
)
def test_where_there_is_no_identifier_there_is_a_reason(printed: str, reason: str) -> None:
    act = LegalAct.parse(printed)

    assert act.eli is None
    assert reason in (act.no_eli or "")


def test_the_number_of_an_identifier_tells_the_numbering() -> None:
    act = LegalAct.parse("http://data.europa.eu/eli/dec/2006/1982/oj")

    assert str(act) == "Decision No 1982/2006"


def test_a_decision_that_cannot_be_is_still_read_again() -> None:
    act = LegalAct(ActKind.DECISION, 2006, 1982, "EC", number_first=False)

    assert str(act) == "Decision 1982/02006/EC"
    assert LegalAct.parse(str(act)) == act


def found_in(text: str) -> list[tuple[str, str]]:
    return [
        (str(mention.reference), mention.text)
        for mention in find_references(text)
        if isinstance(mention.reference, LegalAct)
    ]


@every_case(
    ("text", "acts"),
    [
        (
            "Regulations (EU) 2024/1689 and (EU) 2018/1139",
            ["Regulation (EU) 2024/1689", "Regulation (EU) 2018/1139"],
        ),
        (
            "Regulations (EEC) Nos 2913/92, 2454/93 and 918/83",
            [
                "Regulation (EEC) No 2913/92",
                "Regulation (EEC) No 2454/93",
                "Regulation (EEC) No 918/83",
            ],
        ),
        (
            "Council Decisions 2007/5/EC and 2009/908/EU",
            ["Decision 2007/5/EC", "Decision 2009/908/EU"],
        ),
        (
            "Verordnungen (EG) Nr. 515/97 und (EU) Nr. 952/2013",
            ["Regulation (EC) No 515/97", "Regulation (EU) No 952/2013"],
        ),
        (
            "décisions-cadres 2006/960/JAI et 2002/584/JAI",
            ["Framework Decision 2006/960/JHA", "Framework Decision 2002/584/JHA"],
        ),
        (
            "Regulations (EC) No 515/97 of 13 March 1997 and (EC) No 766/2008",
            ["Regulation (EC) No 515/97", "Regulation (EC) No 766/2008"],
        ),
        # The way the years are printed may change within a list.
        (
            "Regulation Nos 515/97, 766/2008 and 918/83",
            ["Regulation No 515/97", "Regulation No 766/2008", "Regulation No 918/83"],
        ),
        ("Regulations 766/2008 and 9710/05", ["Regulation No 766/2008"]),
        # A directive of justice and home affairs never was.
        ("Directives 97/44/EC, 97/372/JHA", ["Directive 97/44/EC", "97/372/JHA"]),
        # Only the plural holds a list.
        ("Directive 97/44/EC and 2006/112/EC", ["Directive 97/44/EC", "2006/112/EC"]),
        ("Directive 97/44/EC, EU policy", ["Directive 97/44/EC"]),
    ],
)
def test_the_acts_of_a_list_are_several(text: str, acts: list[str]) -> None:
    assert [act for act, _ in found_in(text)] == acts


@every_case(
    ("text", "act", "words"),
    [
        (
            "Regulation (EU) 2019/1896 of the European Parliament and of the Council",
            "Regulation (EU) 2019/1896",
            "Regulation (EU) 2019/1896",
        ),
        ("under 2009/371/JHA1 it", "2009/371/JHA", "2009/371/JHA"),
        (
            "Regulation (EC) No 648/2005² and",
            "Regulation (EC) No 648/2005",
            "Regulation (EC) No 648/2005",
        ),
        ("Joint Action of 9 June 1997 (97/372/JHA)", "Joint Action 97/372/JHA", "97/372/JHA"),
        (
            "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=eli:reg/2016/679/oj.",
            "Regulation 2016/679",
            "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=eli:reg/2016/679/oj",
        ),
    ],
)
def test_a_mention_holds_the_words_of_its_act(text: str, act: str, words: str) -> None:
    assert found_in(text) == [(act, words)]


@every_case(
    "text",
    [
        "the decision 6789/04",
        "Decision No 6789/04 ENFOCUSTOM 13",
        "recommendation 12/05",
        "decision 10/20",
        "directive 1/2",
        "in 2004/2006",
        "actions 3/4 and 97/98",
        "deli/reg/2016/679",
        "http://data.europa.eu/eli/xyz/2016/679/oj",
    ],
)
def test_what_only_looks_like_an_act_is_left_alone(text: str) -> None:
    assert found_in(text) == []


@every_case(
    ("text", "names"),
    [
        (
            "Regulations (EU) 2015/2446, 2015/2447 and 2016/341",
            [
                "Regulation (EU) 2015/2446",
                "Regulation (EU) 2015/2447",
                "Regulation (EU) 2016/341",
            ],
        ),
        (
            "Regulations (EU) 2015/2446 and 2021/23",
            ["Regulation (EU) 2015/2446", "Regulation (EU) 2021/23"],
        ),
        (
            "Regulations (EU) No 952/2013, (EU) 2015/2446 and 2019/6",
            [
                "Regulation (EU) No 952/2013",
                "Regulation (EU) 2015/2446",
                "Regulation (EU) 2019/6",
            ],
        ),
        (
            "Directives (EU) 2015/849 and 2018/843",
            ["Directive (EU) 2015/849", "Directive (EU) 2018/843"],
        ),
        # What must not follow: a Council document, a fraction, another act of one alone.
        ("Regulations (EU) 2015/2446 and 9874/11", ["Regulation (EU) 2015/2446"]),
        ("Regulations (EU) 2015/2446 and 2/3 of", ["Regulation (EU) 2015/2446"]),
        ("Regulations (EU) 2015/2446 and 2004/05", ["Regulation (EU) 2015/2446"]),
        ("Regulation (EU) 2015/2446 and 2016/341", ["Regulation (EU) 2015/2446"]),
    ],
)
def test_a_list_with_the_year_first_goes_on_with_the_year_first(
    text: str, names: list[str]
) -> None:
    assert [str(act) for act, _, _ in find_legal_acts(text)] == names


def test_the_identifier_of_a_second_act_with_one_number_is_not_that_of_the_first() -> None:
    with pytest.raises(ReferenceSyntaxError, match=r"\(1\) marks one of two acts"):
        LegalAct.parse("http://data.europa.eu/eli/dec/2008/70(1)/oj")
    assert LegalAct.parse("http://data.europa.eu/eli/dec/2008/70/oj").number == 70


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("Decision No 70/2008/EC", True),
        ("Decision 210/97/EC", True),
        ("Decision 2008/70/EC", False),
        ("Decision 2003/170/JHA", False),
        ("Decision No 70/2008", False),
        ("Regulation (EC) No 515/97", False),
        ("70/2008/EC", False),
    ],
)
def test_the_doubt_about_a_celex_number_is_told(text: str, *, doubtful: bool) -> None:
    act = LegalAct.parse(text)

    assert (act.celex_doubt is not None) is doubtful
    assert not doubtful or act.url() is not None
