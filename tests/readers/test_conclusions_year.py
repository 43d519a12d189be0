"""The year in the ids of conclusions: of their own day, of their adoption, or told as a doubt."""

import pytest

from customs_coop.readers import Reading, parse
from customs_coop.readers.conclusions.adoption import find_adoption
from folded import every_case

ACTIONS = (
    "\n\nThe group agreed on the following actions:\n\n"
    "1. The Commission to circulate the list of ferries by 30 June.\n"
    "2. Member States to count their ferries.\n"
)
REQUESTS = (
    "\n\nThe Council\n\n1. INVITES the Commission to count the ferries;\n"
    "2. INVITES the Member States to paint them.\n"
)
EARLIER = "\n\nRecalling the conference on ferries of 3 May 2009,"


def _doubts(reading: Reading) -> list[str]:
    return [finding.message for finding in reading.report if finding.code == "CC165"]


@every_case(
    ("head", "year"),
    [
        (f"Conclusions on ferries\nRiga, 5 May 2012{EARLIER}", 2012),
        (f"Council conclusions of 5 May 2012 on ferries{EARLIER}", 2012),
        (f"Council conclusions on ferries, adopted on 5 May 2012{EARLIER}", 2012),
        (
            (
                f"Conclusions on ferries\n\nThe Council adopted these conclusions on 5 May 2012."
                f"{EARLIER}"
            ),
            2012,
        ),
        (
            (
                f"Conclusions on ferries\n\nAt its meeting on 5 May 2012, the Council approved "
                f"conclusions on ferries.{EARLIER}"
            ),
            2012,
        ),
    ],
)
def test_the_day_of_the_document_or_of_its_adoption(head: str, year: int) -> None:
    asked, agreed = parse(head + REQUESTS), parse(head + ACTIONS)
    assert [one.id for one in asked.dossier.recommendations] == [f"C{year}-1", f"C{year}-2"]
    assert agreed.dossier.plan.id == f"P{year}"
    assert _doubts(asked) == _doubts(agreed) == []


def test_the_date_of_the_cover_comes_before_all_others() -> None:
    head = (
        "Brussels, 5 May 2013\n1234/12\nSubject: Council conclusions of 3 June 2011 on ferries"
        f"{EARLIER}"
    )
    reading = parse(head + ACTIONS)
    assert reading.dossier.plan.id == "P2013"
    assert _doubts(reading) == []


def test_only_a_meeting_tells_the_year() -> None:
    reading = parse(f"Conclusions on ferries{EARLIER}{REQUESTS}")
    assert reading.dossier.recommendations[0].id == "C2009-1"
    (doubt,) = _doubts(reading)
    assert doubt.startswith("only a meeting tells the year of the document, 2009")


@pytest.mark.parametrize("lists", [ACTIONS, REQUESTS])
def test_nothing_tells_the_year(lists: str) -> None:
    recital = "Having regard to the Council Resolution of 5 May 2004 on ferries,"
    reading = parse(f"Conclusions on ferries\n\n{recital}{lists}")
    assert _doubts(reading) == ["nothing tells the year of the document; its ids have none"]
    ids = [plan.id for plan in reading.dossier.plans]
    ids += [one.id for one in reading.dossier.recommendations]
    assert ids in (["P"], ["C-1", "C-2"])


def test_a_number_of_the_document_needs_no_year() -> None:
    reading = parse(f"1234/12\nSubject: Council conclusions on ferries{EARLIER}{REQUESTS}")
    assert reading.dossier.recommendations[0].id == "1234/12-1"
    assert _doubts(reading) == []


@every_case(
    ("title", "text", "day"),
    [
        ("Council Conclusions of 9 and 10 June 2011 on sheds", "", "2011-06-10"),
        ("Conclusions du Conseil du 5 mai 2012 relatives aux ports", "", "2012-05-05"),
        ("Schlussfolgerungen des Rates vom 5. Mai 2012 zu Häfen", "", "2012-05-05"),
        ("Draft recommendations on sheds (adopted by the group on 1.7.2011)", "", "2011-07-01"),
        ("", "These conclusions were adopted by the Council on 5 May 2012.", "2012-05-05"),
        ("", "They are to be published. Done at Brussels, 5 May 2012.", "2012-05-05"),
        ("", "Fait à Bruxelles, le 5 mai 2012.", "2012-05-05"),
        ("Conclusions on the follow-up to the Resolution of 5 May 2004", "", None),
        ("Conclusions on the meeting of 5 May 2004", "", None),
        ("Conclusions concerning the Decision adopted on 5 May 2004", "", None),
        ("", "Having regard to the Resolution adopted on 5 May 2004,", None),
        ("", "recalling that at its meeting on 5 May 2004 it approved conclusions", None),
        ("Conclusions of 31 June 2011 on sheds", "", None),
        ("", "", None),
    ],
)
def test_the_day_of_adoption(title: str, text: str, day: str | None) -> None:
    found = find_adoption([title], text)
    assert (str(found) if found else None) == day


@pytest.mark.parametrize(
    "text", ["conclusions " * 20_000, "Done at a " * 20_000, "adopted these aaaa " * 20_000]
)
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    assert find_adoption([text], text) is None
