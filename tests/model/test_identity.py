import pytest

from customs_coop.errors import CustomsCoopError, InvalidValueError
from customs_coop.model import (
    ActionPlan,
    ActionRef,
    Code,
    DeadlineRef,
    IndicatorRef,
    Named,
    PartyRef,
    PlanRef,
    RecommendationRef,
)
from folded import every_case


def test_codes_sort_as_people_count() -> None:
    printed = ["10.1", "5.10", "5.9", "A", "14b", "14", "8", "1.2.10", "1.2.9", "5.1"]
    assert [str(code) for code in sorted(map(Code, printed))] == [
        "1.2.9",
        "1.2.10",
        "5.1",
        "5.9",
        "5.10",
        "8",
        "10.1",
        "14",
        "14b",
        "A",
    ]


def test_codes_are_text_and_never_decimals() -> None:
    assert Code("5.1") != Code("5.10")
    assert Code("5.1") != Code("5.01")
    assert Code("5.1") < Code("5.01") or Code("5.01") < Code("5.1")
    assert Code("5.10") > Code("5.9")
    assert Code("5.10") >= Code("5.10")


def test_a_code_equals_its_own_text_and_no_other() -> None:
    assert Code("8") == "8"
    assert Code("8") != "8.0"
    assert {"8": "found"}.get(Code("8")) == "found"  # type: ignore[call-overload]  # what is shown
    assert hash(Code("8")) == hash("8")
    number: object = 8
    assert Code("8") != number


def test_a_code_is_ordered_among_codes_only() -> None:
    with pytest.raises(TypeError):
        _ = Code("8") < "9"


@every_case("text", ["", " ", " 5.1", "5.1\n"])
def test_a_code_is_not_blank_and_has_no_blanks_around_it(text: str) -> None:
    with pytest.raises(InvalidValueError, match="text takes a text that is not blank"):
        Code(text)


def test_a_code_is_a_text() -> None:
    with pytest.raises(
        TypeError, match=r"text takes a text, not 5\.1; write it in quotation marks"
    ):
        Code(5.1)  # type: ignore[arg-type]  # what is refused here


def test_digits_of_other_scripts_do_not_break_the_order() -> None:
    assert sorted([Code("²"), Code("٣"), Code("2")])


def test_an_action_is_addressed_by_plan_and_code() -> None:
    ref = ActionRef("AP5", "5.10")
    assert ref == ActionRef.parse("AP5/5.10")
    assert str(ref) == "AP5/5.10"
    assert ref.code == Code("5.10")
    assert ActionRef("AP5", "5.9") < ref < ActionRef("AP6", "1")


def test_a_code_may_hold_a_slash_but_a_plan_may_not() -> None:
    assert ActionRef.parse("AP1/3/a").code == Code("3/a")
    with pytest.raises(InvalidValueError, match='holds no "/"'):
        PlanRef("AP/1")
    with pytest.raises(InvalidValueError, match='holds no "/"'):
        ActionRef("AP/1", "8")


@every_case("text", ["5.10", "AP5/", "/5.10", ""])
def test_half_an_address_is_refused(text: str) -> None:
    with pytest.raises(CustomsCoopError):
        ActionRef.parse(text)


def test_identities_print_their_name() -> None:
    assert [
        str(PlanRef("AP5")),
        str(RecommendationRef("8351/2/09-12")),
        str(PartyRef("CCWP")),
        str(Named("Hague Programme", "programme")),
    ] == ["AP5", "8351/2/09-12", "CCWP", "Hague Programme"]


def test_an_address_says_how_it_is_written() -> None:
    with pytest.raises(InvalidValueError, match=r"an action is named by its plan and its code"):
        ActionRef.parse("5.10")
    with pytest.raises(TypeError, match=r"a text such as 'AP5/5\.10', not 5"):
        ActionRef.parse(5)  # type: ignore[arg-type]  # the mistake in question
    with pytest.raises(InvalidValueError, match=r"an action is ActionRef\.parse\('AP1/2\.1'\)"):
        PlanRef("AP1/2.1")


@pytest.mark.parametrize(
    "sign", ["\n", "\t", "\x1b", "\x85", "\u2028", "\u202e", "\u2066", "\u200f"]
)
def test_no_id_of_a_plan_holds_a_line_break_or_steers_what_is_shown(sign: str) -> None:
    told = rf"no line break.*U\+{ord(sign):04X}"
    with pytest.raises(InvalidValueError, match=told):
        PlanRef(f"AP{sign}5")
    with pytest.raises(InvalidValueError, match=told):
        ActionRef(f"AP{sign}5", "5.10")
    with pytest.raises(InvalidValueError, match=told):
        ActionPlan(id=f"AP{sign}5", title="Plan")


@pytest.mark.parametrize(
    "name", ["AP 5", "AP\xa05", "P\u0142an 2", "\u062e\u0637\u0629", "\u8ba1\u5212", "A\u200dB"]
)
def test_an_id_of_a_plan_may_be_in_any_script(name: str) -> None:
    assert str(PlanRef(name)) == name


def test_an_indicator_is_addressed_by_its_action_and_its_place() -> None:
    ref = IndicatorRef(ActionRef("AP1", "5.1"), 2)
    assert IndicatorRef.parse("AP1/5.1 indicator 2") == ref
    assert str(ref) == "AP1/5.1 indicator 2"
    assert (
        ref < IndicatorRef(ActionRef("AP1", "5.1"), 10) < IndicatorRef(ActionRef("AP1", "5.2"), 1)
    )
    assert len({ref, IndicatorRef.parse(str(ref))}) == 1


def test_the_code_of_an_indicator_may_hold_any_word() -> None:
    ref = IndicatorRef(ActionRef("AP1", "A indicator 3"), 1)
    assert IndicatorRef.parse(str(ref)) == ref


@every_case(
    "text",
    [
        *("", "AP1/5.1", "AP1/5.1 indicator", "AP1/5.1 indicator two", " indicator 2"),
        *(
            "AP1/5.1 indicator 02",
            "AP1/5.1 indicator ²",
            "AP1/5.1 indicator 2 ",
            "AP1/5.1  indicator 2",
        ),
        *("AP1/5.1 indicator +2", "AP1/5.1 indicator " + "9" * 5000, "AP1/5.1 milestone 2"),
    ],
)
def test_what_names_no_indicator_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError):
        IndicatorRef.parse(text)


def test_indicators_count_from_1_in_whole_numbers() -> None:
    action = ActionRef("AP1", "5.1")
    for number in (0, -1):
        with pytest.raises(InvalidValueError, match="count from 1"):
            IndicatorRef(action, number)
    with pytest.raises(InvalidValueError, match="count from 1"):
        IndicatorRef.parse("AP1/5.1 indicator 0")
    others: tuple[object, ...] = (True, "2", 2.0)
    for other in others:
        with pytest.raises(TypeError, match="takes a whole number"):
            IndicatorRef(action, other)  # type: ignore[arg-type]  # what is refused here
    with pytest.raises(TypeError, match="takes an ActionRef"):
        IndicatorRef("AP1/5.1", 1)  # type: ignore[arg-type]  # what is refused here
    with pytest.raises(TypeError, match="named by a text"):
        IndicatorRef.parse(action)  # type: ignore[arg-type]  # what is refused here


def test_a_deadline_is_addressed_by_what_has_it_and_its_place() -> None:
    action = ActionRef("AP1", "5.1")
    assert str(DeadlineRef(action, 2)) == "AP1/5.1 deadline 2"
    indicator = DeadlineRef(IndicatorRef(action, 3), 1)
    assert str(indicator) == "AP1/5.1 indicator 3 deadline 1"
    assert len({indicator, DeadlineRef(IndicatorRef(action, 3), 1), DeadlineRef(action, 1)}) == 2
    with pytest.raises(InvalidValueError, match="count from 1"):
        DeadlineRef(action, 0)
    with pytest.raises(TypeError, match="takes a whole number"):
        DeadlineRef(action, "2")  # type: ignore[arg-type]  # what is refused here
    with pytest.raises(TypeError, match="takes an ActionRef or an IndicatorRef"):
        DeadlineRef("AP1/5.1", 1)  # type: ignore[arg-type]  # what is refused here
