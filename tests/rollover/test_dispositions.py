"""What can become of an action, and who decides it."""

import pytest

from customs_coop.errors import InvalidValueError
from customs_coop.model import Action, Code, Status
from customs_coop.references import DocumentNumber
from customs_coop.rollover import (
    Carry,
    Complete,
    Defer,
    Drop,
    MergeInto,
    Settle,
    SplitInto,
    carry_open_actions,
)
from folded import every_case


@pytest.mark.parametrize("kind", [Defer, Drop])
def test_giving_up_needs_a_reason(kind: type[Defer | Drop]) -> None:
    with pytest.raises(TypeError):
        kind()  # type: ignore[call-arg] # what the test is about
    with pytest.raises(TypeError, match="reason takes a text"):
        kind(None)  # type: ignore[arg-type] # what the test is about
    with pytest.raises(InvalidValueError, match="needs a reason"):
        kind("  ")
    assert kind("no money").reason == "no money"


def test_the_others_may_go_without() -> None:
    assert Carry().reason == Complete().reason == MergeInto("5.1").reason == ""
    number = DocumentNumber(11993, 2005)
    assert Carry("asked for", authority=number).authority == number


def test_what_is_no_reference_or_no_end_is_refused_in_a_sentence() -> None:
    with pytest.raises(
        TypeError, match=r"^authority takes a reference, not '14680/05', in Drop; w"
    ):
        Drop("given up", authority="14680/05")  # type: ignore[arg-type]  # that is the point
    with pytest.raises(
        TypeError, match=r"^Settle takes Complete, Defer, Drop or Reschedule, not Carry\("
    ) as told:
        Settle(1, Carry())  # type: ignore[arg-type]  # that is the point
    assert len(str(told.value)) < 160


def test_codes_and_parts_are_taken_as_they_are_written() -> None:
    assert MergeInto("5.1").code == Code("5.1")
    assert SplitInto(iter(["A", "B"])).parts == ("A", "B")
    with pytest.raises(TypeError, match="bare text"):
        SplitInto("A")
    with pytest.raises(TypeError, match="a title or an action"):
        SplitInto([1])  # type: ignore[list-item] # what the test is about
    with pytest.raises(InvalidValueError, match="blank"):
        SplitInto(["A", " "])


@every_case("status", Status)
def test_what_is_open_is_carried(status: Status) -> None:
    decided = carry_open_actions(Action(code="1", title="One", status=status, status_text="Words"))
    expected = {Status.COMPLETED: Complete("Words"), Status.OBSOLETE: Drop("Words")}
    assert decided == expected.get(status, Carry())


def test_an_obsolete_action_without_words_has_a_reason_all_the_same() -> None:
    assert carry_open_actions(Action(code="1", title="One", status=Status.OBSOLETE)) == Drop(
        "obsolete in the old plan"
    )
