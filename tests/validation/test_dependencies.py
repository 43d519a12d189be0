"""CC504 to CC509: citations that stay open, and work that waits for itself."""

import subprocess
import sys

import attrs

from customs_coop.datasets import bundled_dossier
from customs_coop.deadline import parse_deadline
from customs_coop.model import ActionPlan, Dossier
from customs_coop.references import ActionCitation
from customs_coop.validation import RULES, validate
from customs_coop.validation.dependencies import citations_are_clear, work_can_be_put_in_order
from linked_plans import action, link, plan


def told(subject: ActionPlan | Dossier) -> list[str]:
    rules = (citations_are_clear, work_can_be_put_in_order)
    return [str(finding) for finding in validate(subject, rules=rules)]


def test_a_circle_is_told_by_its_codes_with_its_sentences() -> None:
    subject = plan(
        "P",
        action("1", link("awaits", "P/2", "awaits the nets")),
        action("2", link("depends on", "P/1", "depends on the ropes")),
        action("3", link("awaits", "P/1"), link("merged from", "P/4")),
        action("4", link("awaits", "P/3")),
    )
    first, second = told(subject)
    assert first == (
        "warning CC509: P/1: waits for itself: P/1 -> P/2 -> P/1;"
        ' P/1 -> P/2 (depends on): "depends on the ropes";'
        ' P/2 -> P/1 (awaits): "awaits the nets" (correct or drop one of these links)'
    )
    assert second == (
        "warning CC509: P/3: waits for itself: P/3 -> P/4 -> P/3;"
        " P/3 -> P/4 (awaits); P/4 -> P/3 (merged from) (correct or drop one of these links)"
    )


def test_all_that_is_caught_in_a_knot_is_counted_and_a_long_circle_is_cut() -> None:
    knot = plan(
        "P",
        action("1", link("awaits", "P/2")),
        action("2", link("awaits", "P/1"), link("awaits", "P/3")),
        action("3", link("awaits", "P/2")),
    )
    assert "1 more are caught in the same knot" in told(knot)[0]
    long = plan("P", *(action(str(n), link("awaits", f"P/{(n + 1) % 40}")) for n in range(40)))
    (finding,) = told(long)
    assert "..." in finding
    assert finding.count("(awaits)") == 12


def test_texts_that_cite_each_other_are_no_circle() -> None:
    both = plan("P", action("1", link("cites", "P/2")), action("2", link("cites", "P/1")))
    assert told(both) == []


def test_open_citations_are_told() -> None:
    last = plan(
        "C",
        action("2", link("awaits", ActionCitation(None, "9")), link("awaits", "C/2")),
        action("3", link("awaits", ActionCitation(None, "8"))),
        action("4", link("awaits", ActionCitation(7, "8"))),
        previous=("B", "A"),
    )
    others = plan("A", action("9")), plan("B", action("9"))
    found = validate(Dossier(plans=[last, *others]), rules=[citations_are_clear])
    assert [finding.code for finding in found] == ["CC506", "CC504", "CC507", "CC505"]
    assert "Action 9 may be B/9 or A/9" in str(found)


def test_a_code_read_by_the_numbering_is_told_where_another_plan_has_it() -> None:
    fifth = plan(
        "AP5",
        action("5.1", link("cites", ActionCitation(None, "3.1"))),
        number=5,
        previous=("AP1",),
    )
    assert [line[:12] for line in told(Dossier(plans=[plan("AP1", action("3.1")), fifth]))] == [
        "info CC508: "
    ]


def test_the_bundled_dossier_is_clear() -> None:
    assert told(bundled_dossier()) == []


def test_a_dossier_without_circles_is_checked_without_networkx() -> None:
    program = """
import sys, customs_coop as cc
cc.validate(cc.bundled_dossier())
assert "networkx" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True)


def test_rules_that_are_asked_together_find_what_each_finds_alone() -> None:
    late, early = (parse_deadline(f"by 30.6.{year}") for year in (2006, 2005))
    awaited, waiting = action("1"), action("2", link("awaits", "P/1"), link("awaits", "P/9"))
    circle = action("3", link("awaits", "P/4")), action("4", link("awaits", "P/3"))
    actions = (
        attrs.evolve(awaited, deadlines=(late,)),
        attrs.evolve(waiting, deadlines=(early,)),
        *circle,
        action("5", link("cites", ActionCitation(None, "77"))),
    )
    subject = Dossier(plans=[attrs.evolve(plan("P"), actions=actions)])
    alone = sorted(str(one) for rule in RULES for one in validate(subject, rules=[rule]))
    assert sorted(map(str, validate(subject))) == alone
    codes = {one.code for one in validate(subject)}
    assert codes >= {"CC207", "CC308", "CC505", "CC509"}
    backwards = validate(subject, rules=reversed(RULES))
    assert sorted(map(str, backwards)) == alone
