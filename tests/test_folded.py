"""A list of cases that is one test: each case runs, and each that fails is told."""

import inspect

import pytest

from folded import every_case


def test_every_case_runs_and_each_that_fails_is_told() -> None:
    seen = []

    @every_case(("one", "other"), [(1, 1), (2, 3), (4, 4), (5, 6)])
    def test(one: int, other: int) -> None:
        seen.append(one)
        assert one == other

    with pytest.raises(AssertionError, match="2 of 4 cases fail") as told:
        test()
    assert seen == [1, 2, 4, 5]
    assert "one=2, other=3" in str(told.value)
    assert "one=5, other=6" in str(told.value)
    assert isinstance(told.value.__cause__, AssertionError)


def test_what_was_to_be_raised_and_was_not_is_a_failure() -> None:
    @every_case("text", ["1", "x"])
    def test(text: str) -> None:
        with pytest.raises(ValueError, match="invalid"):
            int(text)

    with pytest.raises(AssertionError, match="1 of 2 cases fail"):
        test()


def test_a_case_that_is_skipped_stops_no_other() -> None:
    seen = []

    @every_case("number", [1, 2])
    def test(number: int) -> None:
        if number == 1:
            pytest.skip("it is not there")
        seen.append(number)

    with pytest.raises(pytest.skip.Exception, match="not there"):
        test()
    assert seen == [2]


def test_lists_above_each_other_give_every_pair() -> None:
    seen = []

    @every_case("one", [1, 2])
    @every_case("other", "ab")
    def test(one: int, other: str) -> None:
        seen.append(f"{one}{other}")

    assert not inspect.signature(test).parameters
    test()
    assert seen == ["1a", "1b", "2a", "2b"]


def test_what_is_no_list_of_cases_is_refused() -> None:
    def test(one: int) -> None:
        """Take one number."""

    with pytest.raises(AssertionError, match="without a case"):
        every_case("one", [])
    with pytest.raises(AssertionError, match="2 values"):
        every_case("one, other", [(1,)])
    with pytest.raises(AssertionError, match="no argument"):
        every_case("other", [1])(test)
