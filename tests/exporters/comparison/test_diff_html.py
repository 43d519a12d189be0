"""Web pages with the changes from one plan to another."""

import functools
import re

import attrs
import pytest

from customs_coop.comparison import diff
from customs_coop.datasets import bundled_dossier
from customs_coop.exporters import export
from customs_coop.formats.files.changes import Changes
from customs_coop.loading import read_bytes
from customs_coop.model import Action, ActionPlan, Link, LinkKind, Named
from marked_plans import edit, edited_plan, old_plan
from sample_plans import hostile_plan, work_plan


@functools.cache
def page(*, only_changes: bool = False) -> str:
    return export(edit(), "diff-html", only_changes=only_changes)


def test_words_and_rows_are_marked() -> None:
    assert "<ins>close </ins>" in page()
    assert "<del>High</del><ins>Low</ins>" in page()
    assert re.search(r'<tbody id="old-1" class="deleted greyed">\s*<tr>\s*<th scope=row>', page())
    assert page().count('class="inserted') == 3


def test_each_entry_of_the_list_leads_to_its_row() -> None:
    links = re.findall(r'<a href="#([^"]+)">', page())
    rows = re.findall(r'<tbody id="([^"]+)"', page())
    assert len(links) >= 4
    assert set(links) <= set(rows)
    assert len(rows) == len(set(rows))
    assert "The plan itself" in page()


def test_marks_are_not_made_by_colour_alone() -> None:
    style = page().partition("<style>")[2].partition("</style>")[0]
    assert re.search(r"ins \{[^}]*bold[^}]*underline", style)
    assert re.search(r"del \{[^}]*line-through", style)


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("tag", ["ins", "del"])
def test_the_colours_have_the_contrast_that_is_asked_of_text(tag: str) -> None:
    found = re.search(
        rf"^{tag} \{{ color: (#\w{{6}}); background: (#\w{{6}})", page(), re.MULTILINE
    )
    assert found is not None
    ink, ground = sorted(map(luminance, found.groups()))
    assert (ground + 0.05) / (ink + 0.05) >= 7  # WCAG 2.2, 1.4.6


def test_rows_without_a_change_can_be_hidden_or_left_out() -> None:
    same = re.findall(r'<tbody id="[^"]+" class="same', page())
    assert same
    assert 'type="checkbox"' in page()
    short = page(only_changes=True)
    assert 'class="same' not in short
    assert 'type="checkbox"' not in short
    assert short.count("<tbody") == page().count("<tbody") - len(same)


def test_no_word_is_markup() -> None:
    assert "&lt;b&gt;of patrol boats&lt;/b&gt;" in page()
    for old, new in ((hostile_plan(), work_plan()), (work_plan(), hostile_plan())):
        assert "<script" not in export(diff(old, new), "diff-html")


def test_it_makes_no_request() -> None:
    assert not re.search(r"(?:src|href)=\"(?!#)|url\(|@import", page())


def test_a_row_with_a_change_in_no_column_says_so_and_is_not_left_out() -> None:
    plan = work_plan()
    first, *others = plan.actions
    link = Link(kind=LinkKind.AWAITS, target=Named("study"))
    new = attrs.evolve(plan, actions=[attrs.evolve(first, links=[link]), *others])
    for only in (False, True):
        text = export(diff(plan, new), "diff-html", only_changes=only)
        assert '<a href="#new-0">1.1</a>' in text
        assert '<tbody id="new-0" class="changed' in text
        assert re.search(r'<p class="state"[^>]*>changed in no column</p>', text)
    assert "links to other actions: + awaits study" in text


def test_equal_plans_have_a_page_that_says_so() -> None:
    assert "What changed: no changes" in export(diff(work_plan(), work_plan()), "diff-html")


def words_of(plan: ActionPlan) -> list[object]:
    """What a marked table says in words; parties, numbers and statuses need its additions."""
    return [plan.title, *map(_words_of_action, plan.actions)]


def _words_of_action(action: Action) -> object:
    indicators = [(one.text, one.deadlines) for one in action.indicators]
    own = (action.code, action.title, action.work_area, action.objectives, action.deadlines)
    return (*own, action.priority, action.status, action.terms_of_reference, indicators)


def revised_ap1() -> tuple[ActionPlan, ActionPlan]:
    old = bundled_dossier().plan_by_id("AP1")
    first, second, *others = old.actions
    first = attrs.evolve(first, title=f"{first.title} again")
    return old, attrs.evolve(old, actions=[first, *others[:6], second, *others[7:]])


@pytest.mark.parametrize(
    ("old", "new"),
    [(old_plan(), edited_plan()), (edited_plan(), old_plan()), revised_ap1()],
    ids=["edited", "inverted", "AP1"],
)
def test_read_back_it_is_the_new_plan_or_the_old_one(old: ActionPlan, new: ActionPlan) -> None:
    page = export(diff(old, new), "diff-html").encode()
    sides: tuple[tuple[Changes, ActionPlan], ...] = (("accept", new), ("reject", old))
    for changes, plan in sides:
        found = read_bytes(page, changes=changes)
        table = read_bytes(export(plan, "council-html").encode())
        assert words_of(found.dossier.plan) == words_of(table.dossier.plan)
        assert found.residue == table.residue
        assert [one.code for one in found.report if one.code != "CC180"] == [
            one.code for one in table.report
        ]


def test_what_the_page_says_of_its_changes_is_no_part_of_the_plan() -> None:
    found = read_bytes(page().encode())
    told = [piece for piece in found.furniture if piece.text.startswith("moved ")]
    assert [piece.text for piece in told] == [
        "moved here from behind 1.3",
        "moved away, now before 1.1",
    ]
    assert all(piece.span.line for piece in told)
    # Words of others that only look the same are words.
    foreign = page().replace(' data-customs-coop="aside"', "").encode()
    assert all(not one.text.startswith("moved ") for one in read_bytes(foreign).furniture)
