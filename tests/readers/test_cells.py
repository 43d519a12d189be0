from customs_coop.formats.status.reading import read_status
from customs_coop.formats.titles.ordinals import plan_ordinals
from customs_coop.model import LinkKind, Role, Status
from customs_coop.readers.base import Source
from customs_coop.readers.document.planning import find_period
from customs_coop.readers.indicators import split_numbered
from customs_coop.readers.mentions import PlanContext, prose_links, row_links
from customs_coop.readers.parties.cells import read_concerned_list, read_party_cell
from customs_coop.readers.text.excerpts import Account, Excerpt
from customs_coop.readers.text.markup import footnote_marks, read_cell
from folded import every_case


@every_case(
    ("cell", "paragraphs"),
    [
        ("<p>One</p> <p>Two <i>three</i></p>", ["One", "Two three"]),
        (
            '<p>As to:</p> <ul style="x: y"> swans • geese • ducks',
            ["As to:", "swans", "• geese", "• ducks"],
        ),
        ("<ul><li>One<li>Two</ul>rest", ["One", "Two", "rest"]),
        (
            "5 < 6 <Project Group> &lt;b&gt; &unknown; R&D",
            ["5 < 6 <Project Group> <b> &unknown; R&D"],
        ),
        ("cut off <p", ["cut off <p"]),
        ("", []),
    ],
)
def test_no_visible_character_of_a_cell_is_lost(cell: str, paragraphs: list[str]) -> None:
    found = read_cell(Excerpt.of(cell))
    assert [paragraph.content.text for paragraph in found.paragraphs] == paragraphs


def test_raised_figures_are_footnote_marks() -> None:
    cell = read_cell(Excerpt.of("Count boats <sup>2</sup>, ships ¹"))
    text, marks, _ = footnote_marks(cell.content)
    assert text.text == "Count boats , ships"
    assert [mark.text for mark in marks] == ["²", "¹"]


def test_an_account_lists_what_was_not_used() -> None:
    source = Source("a.txt", "one two\nthree\n\nfour")
    account = Account(source)
    account.use(Excerpt.of(source.text, 4, 7))
    assert [(piece.text, piece.span.line) for piece in account.residue()] == [
        ("one", 1),
        ("three", 2),
        ("four", 4),
    ]


@every_case(
    ("text", "expected"),
    [
        ("CCWG (tbc)", [("CCWP", False)]),
        ("CCWG Boats Project Group", [("CCWP", True), ("BOATS-PROJECT-GROUP", True)]),
        ("CCWG (Boats Group also looking at 8.2)", [("CCWP", True), ("BOATS-GROUP", True)]),
        ("CCWG (A Group / B Group?)", [("CCWP", True), ("A-GROUP", False), ("B-GROUP", False)]),
        ("Presidency\nMS", [("PRESIDENCY", True), ("MS", True)]),
        ("CCWG (unclosed Group", [("CCWP", True), ("UNCLOSED-GROUP", True)]),
        ("", []),
    ],
)
def test_party_cells(text: str, expected: list[tuple[str, bool]]) -> None:
    found = read_party_cell(text).involved
    assert [(part.party, part.confirmed) for part in found] == expected


def test_other_interested_parties_need_no_commas() -> None:
    found = read_party_cell("MS Other interested parties: Europol Terrorism WG").involved
    assert [(part.party, part.role) for part in found] == [
        ("MS", Role.RESPONSIBLE),
        ("EUROPOL", Role.CONCERNED),
        ("TWG", Role.CONCERNED),
    ]


@every_case(
    ("text", "expected"),
    [
        ("- COM (DG\nTAXUD, OLAF)\n- Europol.", "COM TAXUD OLAF EUROPOL"),
        ("-\n\nCOM,\nEurojust.", "COM EUROJUST"),
        ("- Crews at sea (including\npilots, cooks);", "CREWS-AT-SEA"),
        ("- COM (as an observer)", "COM"),
    ],
)
def test_lists_of_concerned_parties(text: str, expected: str) -> None:
    assert [part.party for part in read_concerned_list(text).involved] == expected.split()


@every_case(
    ("text", "status"),
    [
        ("Report (Completed: 1234/05)", Status.COMPLETED),
        ("Report. Complete. 1234/05", Status.COMPLETED),
        ("Survey completed. Deadline: June 2006", Status.OPEN),
        ("Completed for swans (1234/05), ongoing for geese.", Status.PARTLY_COMPLETED),
        ("Report. (Completed: 1234/05) Map. Deadline: June 2006", Status.PARTLY_COMPLETED),
        ("Work has been started and deferred by the chair.", Status.DEFERRED),
        ("Await outcome of 2.1", Status.AWAITING),
        ("A regular plenary agenda item", Status.STANDING),
        ("Counting is under way", Status.ONGOING),
        ("This task is obsolete in light of events", Status.OBSOLETE),
    ],
)
def test_status_words(text: str, status: Status) -> None:
    assert read_status([text]).status is status


def test_what_stops_work_counts_before_what_was_done() -> None:
    assert read_status(["Ongoing"], priority="Potential to defer").status is Status.TO_DECIDE
    assert read_status(["Completed: 1234/05"], priority="Defer").status is Status.DEFERRED
    assert read_status([], stated="done").status is Status.COMPLETED


def test_numbers_of_a_list_count_up() -> None:
    found = split_numbered("Foreword\n(1) one (2 of them);\n(2) two (3) three")
    assert [(item.number, item.text) for item in found] == [
        ("", "Foreword"),
        ("1", "one (2 of them);"),
        ("2", "two (3) three"),
    ]


def test_codes_of_a_row_become_links_and_counts_do_not() -> None:
    context = PlanContext("AP2", 2, ("7", "8", "10"))
    found = row_links(["Also 8. Also 10 boats. Depends on action 7"], context)
    assert [(link.kind, str(link.target)) for link in found] == [
        (LinkKind.HANDLED_WITH, "AP2/8"),
        (LinkKind.DEPENDS_ON, "AP2/7"),
    ]


def test_citations_of_the_own_plan_are_addresses() -> None:
    context = PlanContext("AP6", 6, ("6.1",))
    text = "This action is based on Action 6.1. The recommendations of Action 5.2 could be used."
    assert [(link.kind, str(link.target)) for link in prose_links(text, context)] == [
        (LinkKind.STARTS_FROM, "AP6/6.1"),
        (LinkKind.USES_RECOMMENDATIONS_OF, "Action 5.2"),
    ]


@every_case(
    ("text", "period"),
    [
        ("Plan (2004 – 2006)", "2004-01-01/2006-12-31"),
        ("Plan 1.7.2011-31.12.2012", "2011-07-01/2012-12-31"),
        ("Plan of 1 July 2011 to 31 December 2012", "2011-07-01/2012-12-31"),
        ("Plan (July 2008 December 2009)", "2008-07-01/2009-12-31"),
        ("Plan 2006-2004", "None"),
        ("No plan", "None"),
    ],
)
def test_periods(text: str, period: str) -> None:
    assert str(find_period([text])) == period


def test_ordinals_of_plans() -> None:
    assert plan_ordinals("the 12th Action Plan and the first 36-month Work Plan") == (12, 1)
