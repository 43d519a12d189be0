"""Footnotes of web pages, in the forms in which programs write them."""

import pytest

from customs_coop.loading import read_bytes
from customs_coop.model import ActionPlan
from customs_coop.readers import Reading

LISTED = '<a href="#fn1" class="footnote-ref"><sup>1</sup></a>'
BOXED = '<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>'
WORD = '<a href="#_ftn1" name="_ftnref1" title="">[1]</a>'
SECOND = (
    "<table><tr><th>Code<th>Action<th>Priority<th>Responsible party</tr>"
    "<tr><td>2.1<td>Feed dogs<td>High<td>CCWP</tr></table>"
)
FORMS = [
    pytest.param(
        LISTED,
        '<section class="footnotes"><ol><li id="fn1">Malta keeps the list. '
        '<a href="#fnref1">back</a></li></ol></section>',
        id="pandoc",
    ),
    pytest.param(
        LISTED,
        '<section id="footnotes" role="doc-endnotes"><hr><ol><li id="fn1"><p>Malta keeps the list.'
        '<a href="#fnref1" class="footnote-back">\u21a9\ufe0e</a></p></li></ol></section>',
        id="pandoc with paragraphs",
    ),
    pytest.param(
        '<sup id="fnref:a"><a class="footnote-ref" href="#fn:a">1</a></sup>',
        '<div class="footnote"><hr><ol><li id="fn:a"><p>Malta keeps the list.&nbsp;'
        '<a class="footnote-backref" href="#fnref:a">&#8617;</a></p></li></ol></div>',
        id="Markdown",
    ),
    pytest.param(
        '<sup><a href="#user-content-fn-1">1</a></sup>',
        '<section class="footnotes"><ol><li id="user-content-fn-1"><p>Malta keeps the list. '
        '<a href="#user-content-fnref-1">\u21a9</a></p></li></ol></section>',
        id="with a prefix",
    ),
    pytest.param(
        BOXED,
        '<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym"'
        ' href="#sdfootnote1anc">1</a>Malta keeps the list.</p></div>',
        id="LibreOffice",
    ),
    pytest.param(
        WORD,
        "<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>"
        '<a href="#_ftnref1" name="_ftn1" title="">[1]</a> Malta keeps the list.</p></div>',
        id="Word",
    ),
]


def page(mark: str, notes: str, between: str = "") -> Reading:
    text = (
        "<html><body><h1>Third Work Plan (2027-2028)</h1><table>"
        "<tr><th>Code<th>Action<th>Priority<th>Responsible party</tr>"
        f"<tr><td>1.1<td>Train dogs{mark}<td>High<td>CCWP</tr></table>{between}{notes}"
        "</body></html>"
    )
    return read_bytes(text.encode(), source="page.html")


def noted(reading: Reading, code: str) -> tuple[str, list[str]]:
    plan: ActionPlan = reading.dossier.plan
    texts = {note.id: note.text for note in plan.notes}
    return plan[code].title, [texts[note] for note in plan[code].notes]


@pytest.mark.parametrize(("mark", "notes"), FORMS)
def test_a_mark_finds_its_note(mark: str, notes: str) -> None:
    reading = page(mark, notes)
    assert noted(reading, "1.1") == ("Train dogs", ["Malta keeps the list."])
    assert reading.residue == ()
    assert "CC115" not in [finding.code for finding in reading.report]


@pytest.mark.parametrize(("mark", "notes"), FORMS)
def test_a_note_at_the_end_of_the_page_goes_with_the_table_that_bears_its_mark(
    mark: str, notes: str
) -> None:
    reading = page(mark, notes, SECOND)
    assert noted(reading, "1.1") == ("Train dogs", ["Malta keeps the list."])
    assert noted(reading, "2.1") == ("Feed dogs", [])
    assert reading.residue == ()


def test_two_tables_may_bear_the_mark_of_one_note() -> None:
    both = SECOND.replace("Feed dogs", f"Feed dogs{LISTED}")
    reading = page(LISTED, '<ol><li id="fn1">Malta keeps the list.</li></ol>', both)
    assert noted(reading, "1.1")[1] == noted(reading, "2.1")[1] == ["Malta keeps the list."]
    assert len(reading.dossier.plan.notes) == 1


def test_notes_are_counted_by_their_list_and_may_have_lists() -> None:
    second = LISTED.replace("fn1", "fn7").replace(">1<", ">2<")
    notes = (
        '<ol><li id="fn1">Malta keeps:<ul><li>the list</li><li>the map</li></ul></li>'
        '<li id="fn7">Only at night.<li>Not a note</ol><p>The end.</p>'
    )
    reading = page(LISTED, notes, SECOND.replace("Feed dogs", f"Feed dogs{second}"))
    assert noted(reading, "1.1")[1] == ["Malta keeps:\nthe list the map"]
    assert noted(reading, "2.1")[1][0].startswith("Only at night.")
    assert [piece.text for piece in reading.residue] == ["The end."]


def test_other_lists_and_links_are_no_notes() -> None:
    reading = page('<a href="#fnord">1</a>', '<ol><li id="fnord">Malta keeps it.</li></ol>')
    assert noted(reading, "1.1") == ("Train dogs1", [])
    assert [piece.text for piece in reading.residue] == ["Malta keeps it."]


def test_a_mark_without_its_note_is_told() -> None:
    reading = page(LISTED, "")
    assert "CC115" in [finding.code for finding in reading.report]


def test_a_note_that_nothing_points_at_stays_where_it_is() -> None:
    reading = page("", '<ol><li id="fn1">Malta keeps it.</li></ol>')
    assert [note.text for note in reading.dossier.plan.notes] == ["Malta keeps it."]
