"""A Council table in Word that somebody edits and sends back: what holds, and what does not."""

import functools
import io
import zipfile

import docx
import pytest

from customs_coop.comparison import diff, restore
from customs_coop.deadline import parse_deadline
from customs_coop.exporters import export
from customs_coop.loading import as_table, read_bytes
from customs_coop.model import Action, ActionPlan, Indicator, Involvement, Role, Status
from customs_coop.readers import Reading
from customs_coop.references import DocumentNumber


def sample() -> ActionPlan:
    """A plan whose rows do not tell everything in words."""
    return ActionPlan(
        id="AP5",
        title="Fifth Action Plan",
        number=5,
        period="2011-07-01/2012-12-31",
        actions=[
            Action(
                code="5.1",
                title="Count the sheds",
                priority="High",
                status=Status.COMPLETED,
                references=[DocumentNumber.parse("1234/05")],
                indicators=[Indicator(text="Map drawn", deadlines=[parse_deadline("May 2012")])],
                involved=[
                    Involvement(party="JCO-GROUP", role=Role.RESPONSIBLE, text="Those of the sheds")
                ],
            ),
            Action(code="5.2", title="Count the boats", priority="Low", status=Status.DEFERRED),
            Action(code="5.3", title="Count the rafts", priority="Low"),
        ],
    )


@functools.cache
def content_of() -> bytes:
    content = export(sample(), "council-docx")
    assert isinstance(content, bytes)
    return content


def edited(*exchanges: tuple[str, str], part: str = "word/document.xml") -> bytes:
    """The file with other words in the place of words that stand in it once."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content_of())) as before, zipfile.ZipFile(target, "w") as after:
        for name in before.namelist():
            data = before.read(name).decode()
            for old, new in exchanges if name == part else ():
                assert data.count(old) == 1, old
                data = data.replace(old, new)
            after.writestr(name, data)
    return target.getvalue()


def action_of(reading: Reading, code: str) -> Action:
    return reading.dossier.plan[code]


def told(reading: Reading) -> list[str]:
    return [found.message for found in reading.report if found.code == "CC176"]


def printed(text: str) -> str:
    """What a person sees: the words of a paragraph without those that are hidden."""
    document = docx.Document(io.BytesIO(content_of()))
    (found,) = (
        paragraph
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        if text in paragraph.text
    )
    return "".join(run.text for run in found.runs if not run.font.hidden)


def test_what_stands_there_only_to_be_read_back_is_hidden() -> None:
    assert printed("Count the sheds") == "Count the sheds"
    assert printed("Those of the sheds") == "Those of the sheds"
    # Nothing else tells these two, and squared brackets would mark what is not agreed.
    assert printed("Map drawn") == "Map drawn (Deadline: May 2012)"
    assert printed("Count the boats") == "Count the boats (Status: deferred)"


def test_all_of_it_is_read_back_and_the_file_says_that_nobody_changed_it() -> None:
    reading = read_bytes(content_of())
    assert told(reading) == ["no word of the table was changed since it was written"]
    assert [found.code for found in reading.report] == ["CC176"]
    first, second, _ = reading.dossier.plan
    assert (first.title, first.status) == ("Count the sheds", Status.COMPLETED)
    assert [str(reference) for reference in first.references] == ["1234/05"]
    assert [(one.party, one.text) for one in first.involved] == [
        ("JCO-GROUP", "Those of the sheds")
    ]
    assert first.indicators == sample()["5.1"].indicators
    assert second.status is Status.DEFERRED


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("Count the sheds", "Count all sheds", "title"),
        ("Map drawn", "Chart drawn", "indicators"),
        ("Deadline: May 2012", "Deadline: June 2012", "indicators"),
        ("Count the rafts", "Count no rafts", "title"),
    ],
)
def test_one_edited_cell_is_one_change(old: str, new: str, field: str) -> None:
    reading = read_bytes(edited((old, new)))
    came_back = restore(reading.dossier, base=sample(), table=as_table(sample()))
    (changed,) = diff(sample(), came_back).changed
    assert changed.field == field
    code = "5.3" if "rafts" in old else "5.1"
    assert told(reading) == [f"words were changed since the table was written, in the row {code}"]


def test_words_that_now_tell_the_status_win_over_what_is_hidden() -> None:
    # Not "completed", as the file holds: the words do not say any longer what they said then.
    reading = read_bytes(edited(("Map drawn", "Deferred: map not drawn")))
    assert action_of(reading, "5.1").status is Status.DEFERRED
    # What other words tell holds on.
    assert [one.party for one in action_of(reading, "5.1").involved] == ["JCO-GROUP"]


def test_other_words_on_a_party_win_over_its_hidden_id() -> None:
    action = action_of(read_bytes(edited(("Those of the sheds", "Europol"))), "5.1")
    assert [one.party for one in action.involved] == ["EUROPOL"]
    assert action.status is Status.COMPLETED


def test_nothing_is_left_of_words_that_were_deleted() -> None:
    action = action_of(read_bytes(edited(("Those of the sheds", ""))), "5.1")
    assert not action.involved
    assert not action.extra
    action = action_of(read_bytes(edited(("Deadline: May 2012", ""))), "5.1")
    assert [(one.text, one.deadlines) for one in action.indicators] == [("Map drawn", ())]


def test_words_typed_into_a_bracket_of_ours_are_read() -> None:
    action = action_of(read_bytes(edited(("Deadline: May 2012", "once more"))), "5.1")
    assert [one.text for one in action.indicators] == ["Map drawn [once more]"]


def test_a_file_that_does_not_remember_its_words_is_read_by_what_it_shows() -> None:
    bare = edited(("customs_coop.words", "somebody.words"), part="docProps/custom.xml")
    reading = read_bytes(bare)
    assert not told(reading)
    assert "CC192" in [found.code for found in reading.report]
    assert action_of(reading, "5.1").title == "Count the sheds"
    assert not action_of(reading, "5.1").references


def test_rows_that_are_gone_are_told() -> None:
    document = docx.Document(io.BytesIO(content_of()))
    rows = document.tables[-1].rows
    gone = rows[len(rows) - 1]._tr
    gone.getparent().remove(gone)
    target = io.BytesIO()
    document.save(target)
    reading = read_bytes(target.getvalue())
    (message,) = told(reading)
    assert "in no row that it still knows" in message
    assert "1 of 3 rows are gone, or have lost their bookmark" in message
    assert [action.code.text for action in reading.dossier.plan] == ["5.1", "5.2"]


def test_nobody_can_hide_what_we_do_not_hide() -> None:
    hidden = " [Status: completed] [Said: open]"
    for other in (" [Deadline: May 2030]", " [Status: obsolete]", " Burn it all down."):
        reading = read_bytes(edited((hidden, other)))
        action = action_of(reading, "5.1")
        assert "CC192" in [found.code for found in reading.report]
        assert (action.title, action.status, action.deadlines) == (
            "Count the sheds",
            Status.OPEN,
            (),
        )
