"""The conflicts of a merge as files."""

import datetime as dt
import io
from decimal import Decimal

import attrs
import docx
import pytest

from customs_coop.comparison import Conflict, Merge, merge
from customs_coop.deadline import By, parse_deadline
from customs_coop.errors import MarkingError, UnsuitableExporterError
from customs_coop.exporters import export, exporter_for, exporter_names
from customs_coop.exporters.subjects import kind_of, not_public
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Funding,
    Indicator,
    Involvement,
    Measure,
    PlanRef,
    Role,
)
from customs_coop.references import DocumentNumber

JUNE = By(latest=dt.date(2005, 6, 30), text="June 2005")
SENT = Indicator(text="Report sent", deadlines=[JUNE])
TRAIN = Action(code="1.1", title="Train officers | in ports", indicators=[SENT])
STUDY = Action(code="1.2", title="Study scanners")
BASE = ActionPlan(
    id="AP1",
    title="Plan",
    document=DocumentNumber(number=11111, year=2004, limite=True),
    actions=[TRAIN, STUDY],
)


def edit(train: Action, *others: Action) -> ActionPlan:
    return attrs.evolve(BASE, actions=[train, *others])


def indicator(text: str, by: str) -> list[Indicator]:
    return [Indicator(text=text, deadlines=[parse_deadline(by)])]


LONG = "Train officers " + "of every service " * 12 + "in ports"
MERGED = merge(
    BASE,
    {
        "DE": edit(
            attrs.evolve(TRAIN, title=LONG, indicators=indicator("Report sent", "May 2006")),
            attrs.evolve(STUDY, priority="High"),
        ),
        "FR": edit(
            attrs.evolve(TRAIN, title="Train", indicators=indicator("Report sent", "July 2007"))
        ),
        "IT": edit(TRAIN, attrs.evolve(STUDY, links=()), Action(code="1.3", title="Survey")),
    },
)


def rows(content: bytes) -> list[list[str]]:
    tables = docx.Document(io.BytesIO(content)).tables
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


def test_a_conflict_has_its_place_the_base_and_each_proposal_in_full() -> None:
    found = rows(export(MERGED, "merge-docx"))
    assert ["Place", "Field", "Text of the base", "Proposals"] in found
    assert [
        "1.1\nTrain officers | in ports",
        "Title\n1.1/title",
        "Train officers | in ports",
        f"DE:\n{LONG}\nFR:\nTrain",
    ] in found
    assert [
        "1.1\nTrain officers | in ports",
        "Indicators\n1.1/indicators",
        "Report sent (June 2005)",
        "DE:\nReport sent (May 2006)\nFR:\nReport sent (July 2007)",
    ] in found


def test_what_one_removes_and_another_edits_is_in_the_table() -> None:
    assert [
        "1.2\nStudy scanners",
        "Action\n1.2/action",
        "1.2 Study scanners\nPriority: none",
        "DE:\nPriority: High\nFR:\nremoved",
    ] in rows(export(MERGED, "merge-docx"))


WORDY = "Develop common rules for the administrations " + "of every service " * 8 + "at the border"


def merged_row(base: ActionPlan, *edits: ActionPlan) -> list[str]:
    """The row of the one conflict of a merge."""
    merged = merge(base, dict(zip(("DE", "FR"), edits, strict=True)))
    _, row = (row for row in rows(export(merged, "merge-docx")) if len(row) == 4)
    return row


def test_the_fields_of_an_action_that_one_removes_are_whole() -> None:
    old = attrs.evolve(TRAIN, title=WORDY, terms_of_reference=f"ToR: {WORDY}")
    new = attrs.evolve(
        old, title=f"{WORDY} by sea", indicators=[SENT, *indicator(f"{WORDY} kept", "May 2006")]
    )
    row = merged_row(edit(old, STUDY), edit(new, STUDY), edit(STUDY))
    assert row[2].split("\n") == [
        f"1.1 {WORDY}",
        "Indicators: Report sent (June 2005)",
        f"Terms of reference: ToR: {WORDY}",
    ]
    assert row[3].split("\n") == [
        "DE:",
        f"Title: {WORDY} by sea",
        f"Indicators: Report sent (June 2005); {WORDY} kept (May 2006)",
        "FR:",
        "removed",
    ]


def test_an_edit_behind_the_words_of_an_action_that_one_removes_is_told() -> None:
    other = attrs.evolve(SENT, deadlines=[attrs.evolve(JUNE, latest=dt.date(2005, 6, 1))])
    row = merged_row(BASE, edit(attrs.evolve(TRAIN, indicators=[other]), STUDY), edit(STUDY))
    assert row[3].startswith("DE:\nIndicators: Report sent (June 2005) (~ Report sent (deadlines:")
    assert "latest: 2005-06-30 -> 2005-06-01" in row[3]
    assert "2005-06-30" not in row[2]


def test_new_actions_of_one_code_have_every_field_that_is_filled() -> None:
    german = Action(
        code="1.3",
        title=WORDY,
        priority="High",
        indicators=[
            attrs.evolve(SENT, status="completed", measure=Measure(unit="ports", target=Decimal(9)))
        ],
        involved=[
            Involvement(party="de", role=Role.RESPONSIBLE),
            Involvement(party="fr", role=Role.CONCERNED, confirmed=False),
        ],
        deadlines=[parse_deadline("May 2006")],
        funding=[Funding(programme="Customs 2007", state="asked for", amount="EUR 20 000")],
    )
    french = Action(code="1.3", title="Survey laboratories", status="ongoing", outcomes=["A", "B"])
    row = merged_row(BASE, edit(TRAIN, STUDY, german), edit(TRAIN, STUDY, french))
    assert row[2] == "added with different contents"
    assert row[3].split("\n") == [
        "DE:",
        f"1.3 {WORDY}",
        "Priority: High",
        "Status: open",
        "Indicators: Report sent (June 2005; status: completed; measure: target 9, unit ports)",
        "Parties: de (responsible); fr (concerned; to be confirmed)",
        "Deadlines: May 2006",
        "Funding: Customs 2007 (asked for; EUR 20 000)",
        "FR:",
        "1.3 Survey laboratories",
        "Status: ongoing",
        "Outcomes: A; B",
    ]


def test_new_actions_that_differ_behind_their_words_are_told_apart() -> None:
    early = attrs.evolve(JUNE, latest=dt.date(2005, 6, 1))
    news = [Action(code="1.3", title="Survey", deadlines=[one]) for one in (JUNE, early)]
    row = merged_row(BASE, *(edit(TRAIN, STUDY, new) for new in news))
    german, french = row[3].split("\nFR:\n")
    assert german == "DE:\n1.3 Survey\nDeadlines: June 2005"
    assert french.startswith("1.3 Survey\nDeadlines: June 2005\n(deadlines, unlike DE: ~ June 2005")
    assert "latest: 2005-06-30 -> 2005-06-01" in french


def test_an_order_in_conflict_has_every_code() -> None:
    refs = tuple(ActionRef("AP1", f"1.{number}") for number in range(1, 41))
    proposals = (("DE", refs[::-1]), ("FR", refs[::2] + refs[1::2]))
    conflict = Conflict(place=PlanRef("AP1"), field="order", base=refs, proposals=proposals)
    merged = Merge(plan=BASE, conflicts=(conflict,))
    _, row = rows(export(merged, "merge-docx"))[-2:]
    printed = [", ".join(ref.code.text for ref in one) for one in (refs, *dict(proposals).values())]
    assert row == ["plan", "Order\nplan/order", printed[0], f"DE:\n{printed[1]}\nFR:\n{printed[2]}"]


def test_two_actions_that_are_to_bear_one_code_are_whole() -> None:
    new = Action(code="1.3", title=WORDY, priority="High")
    edits = {
        "DE": edit(attrs.evolve(TRAIN, code="1.3", aliases=["1.1"]), STUDY),
        "FR": edit(TRAIN, STUDY, new),
    }
    (conflict,) = (one for one in merge(BASE, edits).conflicts if one.field == "code")
    merged = Merge(plan=BASE, conflicts=(conflict,))
    row = rows(export(merged, "merge-docx"))[-1]
    assert row[2] == "none"
    assert row[3].split("\n") == [
        "DE:",
        "1.3 Train officers | in ports",
        "Further codes: 1.1",
        "Indicators: Report sent (June 2005)",
        "FR:",
        f"1.3 {WORDY}",
        "Priority: High",
    ]


def test_what_differs_behind_the_same_words_is_told() -> None:
    days = (dt.date(2005, 6, 1), dt.date(2005, 6, 15))
    changed = [attrs.evolve(SENT, deadlines=[attrs.evolve(JUNE, latest=day)]) for day in days]
    row = merged_row(edit(TRAIN), *(edit(attrs.evolve(TRAIN, indicators=[one])) for one in changed))
    assert row[2] == "Report sent (June 2005)"
    assert "latest: 2005-06-30 -> 2005-06-01" in row[3]
    assert "latest: 2005-06-30 -> 2005-06-15" in row[3]


def test_what_an_item_holds_beside_its_words_is_shown() -> None:
    changed = [attrs.evolve(SENT, status=status) for status in ("ongoing", "completed")]
    row = merged_row(edit(TRAIN), *(edit(attrs.evolve(TRAIN, indicators=[one])) for one in changed))
    assert row[3].split("\n")[1::2] == [
        "Report sent (June 2005; status: ongoing)",
        "Report sent (June 2005; status: completed)",
    ]


def test_what_was_taken_names_its_authors() -> None:
    taken = [row for row in rows(export(MERGED, "merge-docx")) if len(row) == 3]
    assert taken == [
        ["Place", "What was taken", "From"],
        ["1.3\nSurvey", "added: Survey", "IT"],
    ]


def test_web_page_and_markdown_hold_the_same_words() -> None:
    page, text = export(MERGED, "merge-html"), export(MERGED, "merge-markdown")
    for words in (LONG, "1.1/title", "Report sent (July 2007)", "Survey"):
        assert words in page
        assert words in text
    assert "Train officers \\| in ports" in text
    assert page.count("<table") == text.count("\n\n| Place |") == 2
    assert "There are 3 conflicts; the merged plan has the text of the base there." in text


def test_each_page_bears_the_marking_of_the_plan() -> None:
    document = docx.Document(io.BytesIO(export(MERGED, "merge-docx")))
    assert "LIMITE" in document.sections[0].header.paragraphs[0].text
    assert "- Marking: LIMITE" in export(MERGED, "merge-markdown")
    with pytest.raises(MarkingError, match="11111/04"):
        export(MERGED, "merge-html", public=True)


def test_every_number_that_the_plan_was_to_bear_counts_for_its_marking() -> None:
    base = attrs.evolve(BASE, document=DocumentNumber(11111, 2004))
    number = DocumentNumber(number=11111, year=2004, revision=1, limite=True)
    edits = {"DE": attrs.evolve(base, document=number), "FR": attrs.evolve(base, document=None)}
    assert "11111/1/04" in not_public(merge(base, edits))
    assert "11111/04" in not_public(merge(BASE, {"FR": attrs.evolve(BASE, document=None)}))
    assert not_public(merge(base, {})) == ""


def test_the_text_is_what_is_printed() -> None:
    assert export(MERGED, "merge-text") == f"{MERGED}\n"


def test_a_merge_without_conflicts_is_a_page_too() -> None:
    merged = Merge(plan=attrs.evolve(BASE, document=None))
    for name in ("merge-docx", "merge-html", "merge-markdown"):
        assert export(merged, name)
    assert export(merged, "merge-markdown") == (
        "# Conflicts and changes: AP1\n\n- Plan: AP1: Plan\n\nThere is no conflict.\n"
    )


def test_the_same_merge_gives_the_same_bytes() -> None:
    assert export(MERGED, "merge-docx") == export(attrs.evolve(MERGED), "merge-docx")


def test_a_merge_has_formats_of_its_own() -> None:
    assert kind_of(MERGED) == "merge"
    assert exporter_names("merge") == ("merge-docx", "merge-html", "merge-markdown", "merge-text")
    assert exporter_for("conflicts.docx", "merge") == "merge-docx"
    with pytest.raises(UnsuitableExporterError, match="not the result of a merge"):
        export(MERGED, "json")
