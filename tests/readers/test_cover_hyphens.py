"""Values of a cover whose lines were broken behind a hyphen."""

from customs_coop.readers import parse
from folded import every_case

TABLE = "Code\tAction\tPriority\tResponsible party\n3.1\tMap the sheds\tHigh\tMS\n"


@every_case(
    ("subject", "body", "read"),
    [
        ("Plan on customs co-\noperation", "", "Plan on customs co-operation"),
        (
            "Plan on customs co-\noperation",
            "The cooperation goes on.",
            "Plan on customs cooperation",
        ),
        (
            "Plan on customs co-\noperation",
            "Our co-operation is what others call cooperation.",
            "Plan on customs co-operation",
        ),
        ("Plan on meas-\nures for sheds", "Many measures are due.", "Plan on measures for sheds"),
        (
            "Plan on cross-\nborder sheds",
            "A cross-border shed, or crossborder shed.",
            "Plan on cross-border sheds",
        ),
        ("Plan on EU-\nRuritania sheds", "", "Plan on EU-Ruritania sheds"),
        ("Plan for 2008-\n2009", "", "Plan for 2008-2009"),
        ("Plan on pre-\nand post-war sheds", "", "Plan on pre- and post-war sheds"),
        ("Plan on sheds -\nharbours", "", "Plan on sheds - harbours"),
        ("Plan on sheds\noperation", "The shedsoperation.", "Plan on sheds operation"),
    ],
)
def test_a_hyphen_stays_unless_the_document_has_the_word_without_it(
    subject: str, body: str, read: str
) -> None:
    cover = f"5123/07\nBrussels, 7 March 2007\n\nfrom: Chair\nto: Group\nSubject: {subject}\n\n"
    dossier = parse(f"{cover}{body}\n\n{TABLE}").dossier
    assert dossier.plan.title == read
    assert dossier.documents[0].title == read


def test_sender_and_addressee() -> None:
    cover = (
        "5123/07\nBrussels, 7 March 2007\n\nfrom: Customs Co-\noperation Group\n"
        "to: Sub-\ncommittee on sheds\nSubject: Third Action Plan (2008-2009)\n\n"
    )
    (document,) = parse(f"{cover}{TABLE}").dossier.documents
    assert (document.origin, document.addressee) == (
        "Customs Co-operation Group",
        "Sub-committee on sheds",
    )
