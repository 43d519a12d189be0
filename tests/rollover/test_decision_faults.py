"""What is wrong with a decisions file: the cause, and what to write instead."""

import pytest

from customs_coop.errors import DecisionsError
from customs_coop.model import Action, ActionPlan, Recommendation
from customs_coop.rollover import check_decisions, parse_decisions

PLAN = ActionPlan(
    id="AP1",
    title="First Action Plan",
    actions=[
        Action(code="6.1", title="Map the routes"),
        Action(code="10.2", title="Best practice in the making of rules " * 4),
        Action(code="10.3", title="Study the rules"),
        Action(code="10.5", title="Revise the rules"),
    ],
)
HEAD = 'plan = "AP1"\n'


def table(code: str, decision: str = "carry", *more: str, title: str = "") -> str:
    lines = [f'code = "{code}"', f'decision = "{decision}"', *more]
    lines += [f'title = "{title}"'] if title else []
    return "\n".join(["[[action]]", *lines, ""])


ALL = [table("6.1"), table("10.2"), table("10.3"), table("10.5")]


def faults(*tables: str, asked: tuple[str, ...] = ()) -> list[str]:
    recommendations = [Recommendation(id=name, text="") for name in asked]
    with pytest.raises(DecisionsError) as caught:
        parse_decisions(
            HEAD + "".join(tables), source="d.toml", plan=PLAN, recommendations=recommendations
        )
    return list(caught.value.faults)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('[[action]]\ncode = "1"\n[ action ]\n', "4: write two brackets on each side, not [ actio"),
        ("[action]]\n", "2: write two brackets on each side, not [action]]"),
        ("[[action]\n", "Expected ']]' at the end of an array declaration; write two brackets on"),
        ('[into]\nid = "A"\n[into]\n', "there is one [into] alone: put all its keys under the fi"),
        ('code = "1"\nreason = "see C:\\users"\n', "Invalid hex value; in a text, a backslash be"),
        (
            'code = "1"\nreason = "see C:\\xyz"\n',
            "in a text, a backslash begins a special sign: w",
        ),
        ('[[action]]\ndecision "defer"\n', 'write decision = "..."'),
        ('[[action]]\nreason: "no money"\n', 'write reason = "..."'),
        ('[[action]]\nparts = ["a" "b"]\n', 'a list has commas between its texts: ["One", "Anoth'),
        ('[[action]]\nparts = "a", "b"\n', 'a list of texts stands in brackets: ["One", "Another"'),
        ('[[action]]\ncode = "1" title = "x"\n', "each key has a line of its own"),
        ("[[action]]\ndecision = carry\n", 'a text stands in quotation marks: "like this"'),
    ],
)
def test_what_is_no_toml_has_its_cause_and_a_way_out(text: str, hint: str) -> None:
    (fault,) = faults(text)
    assert fault.startswith("d.toml:")
    assert hint in fault


def test_a_missing_code_does_not_go_into_what_ends() -> None:
    gap = '[[missing]]\ncode = "10.4"\ndecision = "merge"\ninto = "6.1"\n'
    (fault,) = faults(table("6.1", "complete"), *ALL[1:], gap)
    assert fault == (
        'd.toml:17: missing 10.4 goes into 6.1, and the decision on 6.1 is "complete"; let 6.1 go'
        " on, or write what became of 10.4 itself: complete, or drop with a reason"
    )
    other = gap.replace('"6.1"', '"6.2"')
    assert "goes into 6.2, which the plan does not have" in faults(*ALL, other)[0]
    full = ActionPlan(id="AP1", title="", actions=[Action(code="1", title="")])
    text = f'{HEAD}{table("1")}[[missing]]\ncode = "2"\n'
    with pytest.raises(DecisionsError, match="AP1 does not miss 2, nor any other code"):
        check_decisions(parse_decisions(text), full)


def test_a_code_that_is_near_is_not_the_one_that_stands_there() -> None:
    (fault,) = faults(ALL[0], table("10.2", "merge", 'into = "10.9"'), *ALL[2:])
    assert '"10.3"' in fault
    assert '"10.2"' not in fault
    (fault,) = faults(ALL[0], table("10.2", "merge", 'into = "10.2"'), *ALL[2:])
    assert fault.endswith("10.2 goes into 10.2, which is itself; write the code of another action")


def test_what_follows_from_another_fault_is_not_told() -> None:
    # By the code that is near, or by the title, it is clear which action was meant.
    (fault,) = faults(*ALL[:2], table("10.33"), ALL[3])
    assert "AP1 has no action 10.33" in fault
    (fault,) = faults(*ALL[:3], table("99", title="Revise the rules"))
    assert "AP1 has no action 99" in fault
    (fault,) = faults(*ALL[:3], '[[action]]\ntitle = "Revise the rules"\ndecision = "carry"\n')
    assert "code is missing" in fault
    (fault,) = faults(*ALL[1:], "[[action]]\ncode = 6.1\ndecision = 'carry'\n")
    assert "without them 5.10 and 5.1 would be one number" in fault
    # Any other is told, behind what has a line.
    first, second = faults(*ALL[:2], table("88"), ALL[2])
    assert "AP1 has no action 88" in first
    assert (
        second == "d.toml: nothing is decided on AP1/10.5 (Revise the rules); add an [[action]]"
        " with this code"
    )


def test_long_titles_are_cut_behind_a_word_with_a_sign_for_more() -> None:
    found = faults(ALL[0], *ALL[2:])[0]
    assert "making of rules Best…)" in found


def test_recommendations_that_are_not_handed_in_are_told_once() -> None:
    several = [f'[[recommendation]]\nid = "R{number}"\n' for number in range(1, 6)]
    (fault,) = faults(*ALL, *several)
    assert fault == (
        "d.toml:14: no recommendations are handed in, and the file decides on recommendations R1,"
        " R2, R3 and 2 more; name the file that they stand in, at the command line with"
        " --recommendations-from FILE"
    )
    found = faults(*ALL, *several[:2], asked=("X9",))
    assert [one.split(": ")[1][:34] for one in found] == [
        "no recommendation R1 is handed in;",
        "no recommendation R2 is handed in;",
    ]


def test_a_reason_for_what_is_unexplained_has_a_way_out() -> None:
    (fault,) = faults(*ALL, '[[missing]]\ncode = "10.4"\nreason = "gone"\n')
    assert "write what became of it (complete, defer, drop or merge), or take the reason" in fault
