"""Web pages with the changes from one plan to another."""

import functools
import re

import attrs
import pytest

from customs_coop.comparison import diff
from customs_coop.exporters import export
from customs_coop.model import Link, LinkKind, Named
from marked_plans import edit
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
        assert '<p class="state">changed in no column</p>' in text
    assert "links to other actions: + awaits study" in text


def test_equal_plans_have_a_page_that_says_so() -> None:
    assert "What changed: no changes" in export(diff(work_plan(), work_plan()), "diff-html")
