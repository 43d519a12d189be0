"""What a document says of its plan as a whole: ordinal, period, cover."""

import pytest

from customs_coop.formats.titles.days import parse_day
from customs_coop.formats.titles.ordinals import draft_ordinal, plan_ordinals
from customs_coop.readers import parse
from customs_coop.readers.document.planning import find_period
from folded import every_case

TABLE = "\n\nCode\tAction\tPriority\n1.1\tMap the sheds\tHigh\n"


@every_case(
    ("text", "period"),
    [
        ("7th Action Plan, 1 July 2014 - 31 Dec 2015", "2014-07-01/2015-12-31"),
        ("Plan June 2014 - 31 December 2015", "2014-06-01/2015-12-31"),
        ("Plan from 2014 - 15 March 2015", "2014-01-01/2015-03-15"),
        ("from 1st Sept. 2014 until Feb 2015", "2014-09-01/2015-02-28"),
        ("1.7.2014 to 31 December 2015", "2014-07-01/2015-12-31"),
        ("1 July - 31 December 2015", "2015-07-01/2015-12-31"),
        ("July to December 2015", "2015-07-01/2015-12-31"),
        ("June 2010 December 2011", "2010-06-01/2011-12-31"),
        ("of 2010 June 2011 to May 2012", "2011-06-01/2012-05-31"),
        ("(2014-15)", "2014-01-01/2015-12-31"),
        ("2014 - 31.12.2015", "2014-01-01/2015-12-31"),
    ],
)
def test_periods_have_ends_of_any_kind(text: str, period: str) -> None:
    assert str(find_period([text])) == period


@every_case(
    "text",
    [
        "2014 - 31 sheds",
        "2014 – 31 st December 2015",
        "June 45 2014 - 2013",
        "2014/5/15",
        "2010 June 2011",
        "31 June 2014 - 15 sheds",
        "45 June 2014 - 15",
    ],
)
def test_figures_that_are_no_years_make_no_period(text: str) -> None:
    assert find_period([text]) is None


@every_case(
    ("text", "ordinals"),
    [
        ("Twenty-first Action Plan", (21,)),
        ("Twenty second Action Plan", (22,)),
        ("Thirtieth Work Plan", (30,)),
        ("hundred-first Action Plan", ()),
        ("the 21st and 22nd Action Plans", (21, 22)),
    ],
)
def test_ordinals_of_two_words(text: str, ordinals: tuple[int, ...]) -> None:
    assert plan_ordinals(text) == ordinals


def test_days_with_abbreviations() -> None:
    assert str(parse_day("1st Sept. 2011")) == "2011-09-01"
    assert parse_day("1 Septe 2011") is None


def test_of_two_plans_in_a_title_the_draft_is_meant() -> None:
    title = "Report on the Fourth Action Plan (2008-2009) and draft Fifth Action Plan (2011-2012)"
    plan = parse(title + TABLE).dossier.plan
    assert (plan.id, str(plan.period)) == ("AP5", "2011-01-01/2012-12-31")
    assert draft_ordinal("draft Fourth Action Plan and draft Fifth Action Plan") is None


def test_a_title_with_two_plans_is_told() -> None:
    reading = parse("Report on the Fourth Action Plan and the Fifth Action Plan (2011-12)" + TABLE)
    assert reading.dossier.plan.number is None
    assert [finding.code for finding in reading.report][:1] == ["CC125"]


@pytest.mark.parametrize(
    "lines", ["Brussels, 3 May 2012 (04.05)\n(OR. en)", "Brussels, 3 May 2012 (04.05) (OR. en)"]
)
def test_a_cover_may_have_a_second_date(lines: str) -> None:
    reading = parse(f"1234/12\n\n{lines}\n\nSubject: Draft Fifth Action Plan (2011-2012){TABLE}")
    assert str(reading.dossier.documents[0].date) == "2012-05-03"
    assert reading.dossier.plan["1.1"].title == "Map the sheds"
