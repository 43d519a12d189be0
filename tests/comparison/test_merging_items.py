"""Fields with several items: each item is a cell of its own."""

import attrs
import pytest

from customs_coop.comparison import diff, merge, restore
from customs_coop.deadline import parse_deadline
from customs_coop.errors import InvalidValueError
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Approval,
    Indicator,
    IndicatorRef,
    Involvement,
    Link,
    LinkKind,
    Named,
    Role,
)
from folded import every_case

LIST, COURSE, REPORT = (
    Indicator(text=text)
    for text in ("List of laboratories sent", "Two courses held", "Report to the Group")
)
WORK = Action(code="1.1", title="Train officers", indicators=[LIST, COURSE])
OTHER = Action(code="1.2", title="Fight fraud")
BASE = ActionPlan(id="AP1", title="Plan", actions=[WORK, OTHER])


def measured(*indicators: Indicator) -> ActionPlan:
    return attrs.evolve(BASE, actions=[attrs.evolve(WORK, indicators=indicators), OTHER])


def done(indicator: Indicator) -> Indicator:
    return attrs.evolve(indicator, status="completed")


def test_edits_of_different_items_are_both_taken() -> None:
    new = Indicator(text="Survey published")
    edits = {
        "DE": measured(done(LIST), COURSE, REPORT),
        "FR": measured(LIST, done(COURSE)),
        "NL": measured(COURSE, new),
    }
    # NL removed what DE changed; nothing else overlaps.
    merged = merge(BASE, {"DE": edits["DE"], "FR": edits["FR"]})
    assert merged.ok
    assert merged.plan == measured(done(LIST), done(COURSE), REPORT)
    assert [taken.authors for taken in merged.changes] == [("DE", "FR")]
    merged = merge(BASE, {"FR": edits["FR"], "NL": edits["NL"]})
    assert merged.ok
    assert merged.plan == measured(done(COURSE), new)


def test_one_item_that_is_changed_unalike_is_a_conflict_of_the_item() -> None:
    german = measured(attrs.evolve(LIST, text="List of all laboratories sent"), COURSE, REPORT)
    french = measured(attrs.evolve(LIST, text="List of laboratories published"), done(COURSE))
    merged = merge(BASE, {"DE": german, "FR": french})
    assert merged.plan == measured(LIST, done(COURSE), REPORT)
    (conflict,) = merged.conflicts
    assert (conflict.address, conflict.item, conflict.base) == ("1.1/indicators", LIST, LIST)
    assert str(merged).endswith(
        "  1.1  indicators: List of laboratories sent\n"
        "    DE: ~ List of {+all +}laboratories sent\n"
        "    FR: ~ List of laboratories [-sent-]{+published+}"
    )
    gone = merge(BASE, {"DE": german, "FR": measured(COURSE)})
    assert str(gone).endswith("    FR: removed")


def test_parties_that_several_add_are_all_taken_in_one_order() -> None:
    def involving(*parties: str) -> ActionPlan:
        involved = [Involvement(party=party, role=Role.RESPONSIBLE) for party in parties]
        return attrs.evolve(BASE, actions=[attrs.evolve(WORK, involved=involved), OTHER])

    base, german, french = involving("CCWP"), involving("CCWP", "DE"), involving("CCWP", "COM")
    merged = merge(base, {"A": german, "B": french})
    assert merged.ok
    assert [one.party for one in merged.plan["1.1"].involved] == ["CCWP", "COM", "DE"]
    assert merge(base, {"A": french, "B": german}).plan == merged.plan
    # Both put something else in the place of one party: that is one thing, not two.
    replaced = merge(base, {"A": involving("DE"), "B": involving("COM")})
    assert (replaced.plan, [one.item for one in replaced.conflicts]) == (base, [None])


def test_deadlines_that_several_add_are_alternatives() -> None:
    def due(*texts: str) -> ActionPlan:
        deadlines = [parse_deadline(text) for text in texts]
        return attrs.evolve(BASE, actions=[attrs.evolve(WORK, deadlines=deadlines), OTHER])

    merged = merge(BASE, {"DE": due("June 2005"), "FR": due("July 2005")})
    assert (merged.plan, [one.field for one in merged.conflicts]) == (BASE, ["deadlines"])
    once = merge(due("June 2005"), {"DE": due("July 2005"), "FR": due("2006")})
    assert (once.plan, once.ok) == (due("June 2005"), False)


def test_one_name_for_two_items_is_a_conflict_of_the_field() -> None:
    one, other = (
        attrs.evolve(REPORT, deadlines=[parse_deadline(text)]) for text in ("2005", "2006")
    )
    merged = merge(BASE, {"DE": measured(LIST, COURSE, one), "FR": measured(LIST, COURSE, other)})
    assert (merged.plan, [conflict.item for conflict in merged.conflicts]) == (BASE, [None])


@every_case(
    ("prefer", "title", "status", "left"),
    [
        ({"1.1/title": "DE"}, "Train all officers", "open", ["1.1/status"]),
        ({"1.1": "FR"}, "Train new officers", "awaiting", []),
        ({"1.1": "NL"}, "Train officers", "open", []),
        ({"1.1": "FR", "1.1/title": "DE"}, "Train all officers", "awaiting", []),
    ],
)
def test_conflicts_are_settled_by_who_is_preferred(
    prefer: dict[str, str], title: str, status: str, left: list[str]
) -> None:
    edits = {
        author: attrs.evolve(BASE, actions=[attrs.evolve(WORK, title=t, status=s), OTHER])
        for author, t, s in (
            ("DE", "Train all officers", "ongoing"),
            ("FR", "Train new officers", "awaiting"),
            ("NL", "Train officers", "open"),
        )
    }
    merged = merge(BASE, edits, prefer=prefer)
    assert (merged.plan["1.1"].title, merged.plan["1.1"].status.value) == (title, status)
    assert [conflict.address for conflict in merged.conflicts] == left


def test_every_kind_of_conflict_can_be_settled() -> None:
    many = [Action(code=str(number), title=f"Train group {number}") for number in range(1, 7)]
    base = attrs.evolve(BASE, actions=many)

    def edit(codes: str, title: str, *, at: int) -> ActionPlan:
        new = [Action(code="9", title=title), Action(code="8", title="Survey dogs")]
        actions = [base[code] for code in codes]
        return attrs.evolve(base, actions=[*actions[:at], *new, *actions[at:]], title=title)

    german, french = edit("23145", "Survey ports", at=2), edit("234651", "Survey roads", at=4)
    french = attrs.evolve(
        french,
        actions=[attrs.evolve(a, title="Train six") if a.code == "6" else a for a in french],
    )
    edits = {"DE": german, "FR": french}
    found = {conflict.address for conflict in merge(base, edits).conflicts}
    assert found == {"plan/title", "1/move", "6/action", "8/place", "9/action"}
    for author, plan in edits.items():
        settled = merge(base, edits, prefer=dict.fromkeys(found, author))
        assert not {one.address for one in settled.conflicts} - {"9/place", "plan/order"}
        assert (settled.plan.title, "6" in {a.code.text for a in settled.plan}) == (
            plan.title,
            author == "FR",
        )
        assert settled.plan["9"] == plan["9"]
    codes = [str(a.code) for a in merge(base, edits, prefer=dict.fromkeys(found, "DE")).plan]
    assert codes.index("1") == codes.index("3") + 1 + 2 * (codes.index("9") < codes.index("1"))


def test_preferences_that_settle_nothing_are_refused() -> None:
    edits = {"DE": attrs.evolve(BASE, title="A"), "FR": attrs.evolve(BASE, title="B")}
    with pytest.raises(InvalidValueError, match=r"no conflict at plan/titel; plan/title has one"):
        merge(BASE, edits, prefer={"plan/titel": "DE"})
    both = {by: attrs.evolve(edit, strategy=by.lower()) for by, edit in edits.items()}
    with pytest.raises(InvalidValueError, match=r"; plan/title, plan/strategy have one$"):
        merge(BASE, both, prefer={"plan/titel": "DE"})
    with pytest.raises(InvalidValueError, match=r"'ES' is no author \(plan\); there are DE, FR"):
        merge(BASE, edits, prefer={"plan": "ES"})
    with pytest.raises(TypeError, match="preferences map places to authors"):
        merge(BASE, edits, prefer=["DE"])  # type: ignore[arg-type] # what the test is about


def test_what_several_add_unalike_says_what_is_not_alike() -> None:
    news = [
        Action(code="1.3", title="Survey dogs", priority=priority, indicators=[indicator])
        for priority, indicator in (("High", LIST), ("High", REPORT))
    ]
    one, other = (attrs.evolve(BASE, actions=[*BASE, new]) for new in news)
    assert str(merge(BASE, {"DE": one, "FR": other})).endswith(
        "  1.3  action: added with different contents\n"
        "    DE: 1.3 Survey dogs (indicators: + List of laboratories sent)\n"
        "    FR: 1.3 Survey dogs (indicators: + Report to the Group)"
    )


LINKS = (
    Link(kind=LinkKind.AWAITS, target=Named("a study")),
    Link(kind=LinkKind.CITES, target=Named("Naples II"), text="Naples II, in short"),
)
FULL = attrs.evolve(
    BASE,
    approvals=[Approval(party="CCWP")],
    actions=[attrs.evolve(WORK, links=LINKS, status_text="Completed: 1/05 REV 2"), OTHER],
)
# What a table has of it: one link with other words, and the status in another order.
SEEN = attrs.evolve(WORK, links=[attrs.evolve(LINKS[1], text="Naples")], status_text="1/05 REV 2")
TABLE = attrs.evolve(BASE, id="P2004", actions=[SEEN, OTHER])


def returned(*actions: Action) -> ActionPlan:
    return attrs.evolve(TABLE, actions=actions)


def test_an_untouched_table_changes_nothing() -> None:
    assert restore(TABLE, base=FULL, table=TABLE) == FULL
    merged = merge(FULL, {"FR": TABLE}, tables={"FR": TABLE})
    assert (merged.plan, merged.changes, merged.conflicts) == (FULL, (), ())


def test_what_a_table_cannot_carry_stays() -> None:
    new = Action(
        code="1.3", title="Survey dogs", links=[Link(kind=LinkKind.CITES, target=Named("X"))]
    )
    edit = returned(
        new, attrs.evolve(SEEN, title="Train all officers", links=[*SEEN.links, *new.links])
    )
    wanted = attrs.evolve(
        FULL,
        actions=[
            new,
            attrs.evolve(FULL["1.1"], title="Train all officers", links=[*LINKS, *new.links]),
        ],
    )
    merged = merge(FULL, {"FR": edit}, tables={"FR": TABLE})
    assert merged.ok
    assert merged.plan == restore(edit, base=FULL, table=TABLE) == wanted
    kinds = [type(change).__name__ for change in diff(FULL, wanted)]
    assert kinds == ["Removed", "Added", "Changed", "Changed"]


def test_a_cell_that_a_table_carries_in_part_is_a_conflict_where_it_was_changed() -> None:
    edit = returned(attrs.evolve(SEEN, status_text="Ongoing"), OTHER)
    merged = merge(FULL, {"FR": edit}, tables={"FR": TABLE})
    assert merged.plan == FULL
    (conflict,) = merged.conflicts
    assert (conflict.place, conflict.field) == (ActionRef("AP1", "1.1"), "status_text")
    assert (conflict.base, conflict.proposals) == ("Completed: 1/05 REV 2", (("FR", "Ongoing"),))
    taken = merge(FULL, {"FR": edit}, tables={"FR": TABLE}, prefer={"1.1": "FR"})
    assert (taken.plan, taken.ok) == (restore(edit, base=FULL, table=TABLE), True)
    german = attrs.evolve(FULL, actions=[attrs.evolve(FULL["1.1"], status_text="Deferred"), OTHER])
    both = merge(FULL, {"DE": german, "FR": edit}, tables={"FR": TABLE})
    assert both.plan == FULL
    assert [one.proposals for one in both.conflicts] == [(("DE", "Deferred"), ("FR", "Ongoing"))]
    gone = attrs.evolve(FULL, actions=[OTHER])
    (other,) = merge(FULL, {"DE": gone, "FR": edit}, tables={"FR": TABLE}).conflicts
    assert (other.field, [author for author, _ in other.proposals]) == ("action", ["DE", "FR"])


def test_what_a_table_does_not_show_at_all_was_not_removed() -> None:
    table = returned(SEEN)
    assert restore(table, base=FULL, table=table) == FULL


def test_a_table_belongs_to_an_author() -> None:
    with pytest.raises(InvalidValueError, match="there is a table of FR, and no edit"):
        merge(BASE, {"DE": BASE}, tables={"FR": BASE})


def placed(number: int, text: str) -> Indicator:
    return Indicator(text=text, origin=IndicatorRef(ActionRef("AP0", "3.9"), number))


def test_an_indicator_stays_the_same_one_whose_words_come_back_in_a_table() -> None:
    known = [placed(2, "Report on the survey"), placed(1, "Guide sent")]
    base = attrs.evolve(BASE, actions=[attrs.evolve(OTHER, indicators=known)])
    table = attrs.evolve(
        base,
        actions=[attrs.evolve(OTHER, indicators=[attrs.evolve(one, origin=None) for one in known])],
    )
    assert not diff(base, table)
    words = ("Award", "Guide sent", "Report on the new survey")
    edit = attrs.evolve(
        base, actions=[attrs.evolve(OTHER, indicators=[Indicator(text=text) for text in words])]
    )
    origins = [None, known[1].origin, known[0].origin]
    for plan in (
        restore(edit, base=base, table=table),
        merge(base, {"FR": edit}, tables={"FR": table}).plan,
        merge(base, {"FR": edit, "DE": base}).plan,
    ):
        (action,) = plan
        assert [one.text for one in action.indicators] == [*words]
        assert [one.origin for one in action.indicators] == origins
    assert merge(base, {"FR": table}).plan.actions[0].indicators[0].origin == origins[2]
