"""Covers of many makes: mastheads, numbers over several lines, labels and their values."""

import pytest

from customs_coop.model import Marking
from customs_coop.readers import parse
from customs_coop.readers.base import Source
from customs_coop.readers.document.cover import Cover, read_cover
from customs_coop.readers.document.labels import LABELS, field_of, is_kind
from customs_coop.readers.document.masthead import masthead_parts
from customs_coop.readers.text.excerpts import Account
from customs_coop.references import DocumentNumber
from folded import every_case


def cover_of(text: str) -> tuple[Cover, list[str]]:
    """The cover of a text, and what of the text it did not take."""
    source = Source("cover.txt", text)
    account = Account(source)
    cover = read_cover(source, account)
    return cover, [left.text for left in account.residue()]


OLD = """\
COUNCIL OF
THE EUROPEAN UNION

Brussels, 3 March 2004 (08.03)
(OR. fr)

7531/2/04
REV 2

LIMITE

ENFOCUSTOM 15
JAI 80

"I/A" ITEM NOTE
from: General Secretariat
to: Permanent Representatives Committee
No. prev. doc.: 7531/1/04 ENFOCUSTOM 15 REV 1
6420/04 ENFOCUSTOM 9
No. Cion doc.: 5555/04 ENFOCUSTOM 2
Subject: Draft plan on harbours
- adoption
"""
TWO_COLUMNS = """\
COUNCIL OF                    Brussels, 3 March 2004
THE EUROPEAN UNION            (OR. en)

Interinstitutional File:      7531/2/04 REV 2
2004/0123 (CNS)               LIMITE
                              ENFOCUSTOM 15 JAI 80
NOTE
from :\tGeneral Secretariat
to :\tPermanent Representatives Committee
No. prev. doc. :\t7531/1/04 REV 1 ENFOCUSTOM 15, 6420/04 ENFOCUSTOM 9
Subject :\tDraft plan on harbours - adoption
"""
NEW = """\
Council of the
European Union

Brussels, 3 March 2004
(OR. en)

ST 7531/2/04 REV 2
LIMITE
ENFOCUSTOM 15
JAI 80

OUTCOME OF PROCEEDINGS

From:
General Secretariat

To:
Permanent Representatives Committee

No. prev. doc.:
7531/1/04 REV 1 ENFOCUSTOM 15
6420/04 ENFOCUSTOM 9

Subject:

Draft plan on harbours - adoption
"""
BARE = """\
7531/2/04 REV 2 LIMITE ENFOCUSTOM 15 JAI 80
3 March 2004
COVER NOTE
from
: General Secretariat
to
: Permanent Representatives Committee
date of receipt : 4 March 2004
Previous documents: 7531/1/04 REV 1 ENFOCUSTOM 15
6420/04 ENFOCUSTOM 9
Re: Draft plan on harbours - adoption
"""
OPEN = """\
JAI 80 / ENFOCUSTOM 15
7531/2/04
REV 2
LIMITE
3.3.2004
NOTE
from General Secretariat
to Permanent Representatives Committee

No prev doc: 7531/1/04 REV 1 ENFOCUSTOM 15
6420/04 ENFOCUSTOM 9
____________________
Subject: Draft plan on harbours - adoption
"""


@pytest.mark.parametrize("text", [OLD, TWO_COLUMNS, NEW.replace("of the\n", "of the "), BARE, OPEN])
def test_covers_of_many_makes_say_the_same(text: str) -> None:
    cover, left = cover_of(text + "\n1. Delegations will find the plan below, in one table.\n")
    assert cover.document is not None
    number = cover.document.reference
    assert isinstance(number, DocumentNumber)
    assert str(number) == "7531/2/04 REV 2"
    assert sorted(number.subjects) == [("ENFOCUSTOM", 15), ("JAI", 80)]
    assert number.limite
    assert cover.document.marking is Marking.LIMITE
    assert str(cover.document.date) == "2004-03-03"
    assert cover.document.origin == "General Secretariat"
    assert cover.document.addressee == "Permanent Representatives Committee"
    sent_on = ["5555/04"] if "Cion" in text else []
    assert [str(n) for n in cover.document.previous] == ["7531/1/04 REV 1", "6420/04", *sent_on]
    assert cover.subject == cover.document.title == "Draft plan on harbours - adoption"
    assert left == ["1. Delegations will find the plan below, in one table."]


def test_a_cover_in_french_and_one_in_german() -> None:
    french, _ = cover_of(
        "CONSEIL DE\nL'UNION EUROPÉENNE\nBruxelles, le 3 mars 2004 (08.03)\n(OR. en)\n7531/04\n"
        "\nNOTE\n"
        "de: la présidence\nà: Groupe des ports\nN° doc. préc.: 6420/04\nObjet: Projet de plan\n"
    )
    german, _ = cover_of(
        "RAT DER\nEUROPÄISCHEN UNION\nBrüssel, den 3. März 2004\n7531/04\n\nVERMERK\n"
        "von: Vorsitz\nfür: Gruppe Häfen\nNr. Vordok.: 6420/04\nBetr.: Entwurf eines Plans\n"
    )
    for cover, words in (
        (french, ("la présidence", "Groupe des ports", "Projet de plan")),
        (german, ("Vorsitz", "Gruppe Häfen", "Entwurf eines Plans")),
    ):
        document = cover.document
        assert document is not None
        assert (document.origin, document.addressee, document.title) == words
        assert str(document.date) == "2004-03-03"
        assert [str(number) for number in document.previous] == ["6420/04"]


@every_case(
    "line",
    [
        *("COUNCIL OF", "THE EUROPEAN UNION", "Brussels, 29 November 2005 (02.12)", "(OR. en)"),
        *("2011/0123 (COD)", "14680/05", "ST 14680 2005 INIT", "REV 1", "COR 1 (en)", "LIMITE"),
        *("JHA 597 / WPS 007", "ENFOCUSTOM 74 -", "RESTREINT UE/EU RESTRICTED", "I/A ITEM NOTE"),
        *("“A” ITEM NOTE", "COVER NOTE", "OUTCOME OF PROCEEDINGS", "14680/05 EB/FR/dk 1", "____"),
        *("DG H II EN", "COUNCIL OF Brussels, 5 May 2011", "**14680/05**"),
    ],
)
def test_lines_of_a_masthead(line: str) -> None:
    assert masthead_parts(line)


@every_case(
    "line",
    [
        *("14680/05 was discussed", "THE COUNCIL OF THE EUROPEAN UNION,", "1. Introduction"),
        *("CHAPTER 1", "ARTICLE 3", "Objective 4", "The Presidency", "Note that nothing follows"),
        *("Dr. 5 May 2011 meeting", "31 February 2011", "Limited 3", "Brussels", "COM 5 May"),
    ],
)
def test_lines_that_belong_to_no_masthead(line: str) -> None:
    assert masthead_parts(line) is None


@every_case(
    ("line", "field"),
    [
        ("From", "from"),
        ("to ", "to"),
        ("SUBJECT", "subject"),
        ("No.prev.doc.", "previous"),
        ("Nos prev. docs", "previous"),
        ("No. Cion prop.", "commission"),
        ("Date of receipt", "received"),
        ("Interinstitutional File", "file"),
        ("Nr. Vordok.", "previous"),
        ("Objet", "subject"),
        ("Aim", None),
        ("from 2004", None),
        ("", None),
    ],
)
def test_labels_are_known_however_they_are_stopped(line: str, field: str | None) -> None:
    assert field_of(line) == field


def test_no_label_names_two_fields() -> None:
    words = [word for row in LABELS.values() for several in row.values() for word in several]
    fields = {
        word: {f for row in LABELS.values() for f, w in row.items() if word in w} for word in words
    }
    assert all(len(found) == 1 for found in fields.values())
    assert is_kind("Report")
    assert not is_kind("Report on boats")


def test_the_body_is_no_cover() -> None:
    cover, left = cover_of(
        "7531/04\nSubject: Plan\n\nFrom the beginning all may swim.\n\nTo: nobody\nREV 1\n"
    )
    assert cover.document is not None
    assert str(cover.document.reference) == "7531/04"
    assert (cover.document.origin, cover.document.addressee) == ("", "")
    assert left[0] == "From the beginning all may swim."


def test_a_text_without_number_and_subject_has_no_cover() -> None:
    assert cover_of("NOTE\nfrom: nobody\n\nAll may swim.\n")[0] == Cover()
    cover, left = cover_of("Plan: swim\nStrategy: float\nPeriod: 2004-2005\n")
    assert cover == Cover()
    assert left == ["Plan: swim\nStrategy: float\nPeriod: 2004-2005"]


def test_a_repeated_page_head_does_not_change_the_number() -> None:
    cover, _ = cover_of("7531/04\nENFOCUSTOM 1\nNOTE\n7531/04 AB/cd 1\nDG H II EN\nSubject: Plan\n")
    assert cover.document is not None
    assert str(cover.document.reference) == "7531/04"


def test_our_own_sheet_is_read_and_nothing_like_it() -> None:
    table = "Code\tAction\tPriority\n1.1\tSwim\tHigh\n"
    head = "# Third\n\nPlan: X3 (number 3)\n\nStrategy: S1: Swim more\n\n"
    head += "Strategic objectives\n\n(A) Swim far\n\nNote (i): Water is wet.\n\n"
    dossier = parse(head + table).dossier
    plan = dossier.plan
    assert (plan.id, plan.number, plan.title) == ("X3", 3, "Third")
    assert [(note.mark, note.text) for note in plan.notes] == [("(i)", "Water is wet.")]
    (strategy,) = dossier.strategies
    assert (strategy.id, strategy.title) == ("S1", "Swim more")
    assert [(str(o.code), o.text) for o in strategy.objectives] == [("A", "Swim far")]
    assert plan.actions[0].work_area is None
    other = parse(head.replace("Plan: X3 (number 3)\n\n", "") + table).dossier
    assert not other.plan.notes
    assert other.plan.id == "AP3" or other.plan.id.startswith("P")


@pytest.mark.parametrize("name", ["X/3", "X\x9b3"])
def test_what_no_plan_can_be_called_is_no_id_on_our_own_sheet(name: str) -> None:
    head = f"# Third\n\nPlan: {name}\n\nPeriod: 2004-01-01/2005-12-31\n\n"
    reading = parse(f"{head}Code\tAction\tPriority\n1.1\tSwim\tHigh\n")
    assert "/" not in reading.dossier.plan.id
    assert any(name in piece.text for piece in reading.residue)


@pytest.mark.parametrize(
    "piece", ["from : ", "ENFOCUSTOM 7 ", "* ", "(", "Brussels, ", "7531/04 / "]
)
def test_hostile_covers_take_linear_time(piece: str) -> None:
    cover_of(f"7531/04\n{piece * 10_000}\nSubject: Plan\n")
    cover_of("\n".join([piece] * 10_000))


SPACED = (
    "Brussels, 3 May 2007\n\n1234/07\n\nLIMITE\n\nENFOCUSTOM 7\n\nNOTE\n\nfrom : Presidency\n\n"
    "to : CCWP\n\nNo. prev. doc. : 555/1/06 ENFOCUSTOM 5 REV 1\n\n{more}Subject : Draft plan\n\n"
    "The plan follows.\n"
)


@pytest.mark.parametrize(
    "more",
    ["666/2/05 ENFOCUSTOM 6 REV 2\n\n", "666/2/05\n\nENFOCUSTOM 6\n\nREV 2\n\n"],
)
def test_blank_lines_between_the_lines_of_a_cover_end_no_list(more: str) -> None:
    source = Source("note.txt", SPACED.format(more=more))
    cover = read_cover(source, Account(source))
    assert cover.document is not None
    reference = cover.document.reference
    assert isinstance(reference, DocumentNumber)
    assert (reference.revision, reference.subjects) == (None, (("ENFOCUSTOM", 7),))
    assert [(one.number, one.year, one.revision) for one in cover.document.previous] == [
        (555, 2006, 1),
        (666, 2005, 2),
    ]


def test_words_under_another_label_belong_to_no_own_number() -> None:
    text = SPACED.format(more="").replace("to : CCWP", "to : CCWP\n\nREV 3\n\nJAI 9")
    source = Source("note.txt", text)
    document = read_cover(source, Account(source)).document
    assert document is not None
    assert isinstance(document.reference, DocumentNumber)
    reference = document.reference
    assert (reference.revision, reference.subjects) == (None, (("ENFOCUSTOM", 7),))


@every_case(
    ("line", "marking"),
    [
        ("LIMITE", "LIMITE"),
        ("**LIMITE**", "LIMITE"),
        ("L I M I T E", "LIMITE"),
        ("DG H 2B LIMITE EN", "LIMITE"),
        ("LIMITE EN", "LIMITE"),
        ("Draft LIMITE", "LIMITE"),
        ("DRAFT – LIMITE", "LIMITE"),
        ("DOCUMENT LIMITE", "LIMITE"),
        ("Distribution: LIMITE", "LIMITE"),
        ("ENFOCUSTOM 74 LIMITE", "LIMITE"),
        ("Council of the European Union LIMITE", "LIMITE"),
        ("Harbour Group\tRESTREINT UE/EU RESTRICTED", "RESTREINT UE/EU RESTRICTED"),
        ("EU RESTRICTED", "EU RESTRICTED"),
        ("Swim by the DATE LIMITE", ""),
        ("DÉLAI LIMITE: 3 mai 2005", ""),
        ("date limite de dépôt", ""),
        ("PLAN LIMITE DES CONTROLES", ""),
        ("the limite of the area", ""),
        ("Rules for LIMITE documents", ""),
        ("Whoever reads what is called LIMITE has to keep it in his own house", ""),
        ("1.1 Swim LIMITE", ""),
    ],
)
def test_a_marking_counts_with_and_without_a_number(line: str, marking: str) -> None:
    assert cover_of(f"{line}\n\nAll may swim.\n")[0].marking == marking
    cover, _ = cover_of(f"7531/04\n\n{line}\n\nSubject: Plan\n\nAll may swim.\n")
    assert cover.document is not None
    assert getattr(cover.document.marking, "value", cover.document.marking) == (marking or None)


def test_a_marking_of_a_previous_document_is_not_its_own() -> None:
    head = "7531/04\nFrom: Presidency\nTo: Group\nNo. prev. doc.: 11993/05 LIMITE\nSubject: Plan\n"
    cover, _ = cover_of(head)
    assert cover.document is not None
    assert (cover.marking, cover.document.marking) == ("", None)


def test_a_marking_alone_is_no_title_and_other_words_beside_it_are_left() -> None:
    table = "Code\tAction\tPriority\n1.1\tSwim\tHigh\n"
    reading = parse(f"LIMITE\n\nFourth Work Plan 2010-2011\n\n{table}")
    assert (reading.dossier.plan.id, reading.dossier.plan.title) == (
        "AP4",
        "Fourth Work Plan 2010-2011",
    )
    assert not reading.residue
    assert cover_of("LIMITE\n\nAll may swim.\n")[1] == ["All may swim."]
    assert cover_of("House of Harbours LIMITE\n")[1] == ["House of Harbours LIMITE"]


def test_conclusions_without_a_number_keep_their_marking() -> None:
    reading = parse(
        "LIMITE\n\nCouncil conclusions on harbours\n\nThe Council of the European Union,\n\n"
        "INVITES the Commission to report by June 2010;\n\nINVITES the Member States to swim.\n"
    )
    (document,) = reading.dossier.documents
    assert (document.title, document.marking) == ("Council conclusions on harbours", Marking.LIMITE)
