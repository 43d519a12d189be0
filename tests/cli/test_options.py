"""What several commands share: values with names, "-" for standard output, and files to write."""

from pathlib import Path

import click
import pytest

from customs_coop.cli.entry import run
from customs_coop.cli.options import named_options, named_values, parsed
from customs_coop.cli.outputs import refuse_outputs
from customs_coop.dates import Period


def test_a_name_and_a_value_stand_around_an_equals_sign() -> None:
    given = ["DE = a=b.docx", "FR=c"]
    assert named_values(given, "A=B", option="-x") == {"DE": " a=b.docx", "FR": "c"}
    assert named_values(["6.1/title=a=DE"], "A=B", option="-x", last=True) == {"6.1/title=a": "DE"}
    assert named_values(["DE="], "A=B", option="-x", with_empty=True) == {"DE": ""}
    assert named_options(["columns="]) == {"columns": ""}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["DE"], "'DE' is not A=B"),
        (["=x"], "'=x' is not A=B"),
        (["DE="], "'DE=' is not A=B"),
        (["DE= "], "'DE= ' is not A=B"),
        (["DE=x", " DE =y"], "'DE' is there twice"),
    ],
)
def test_a_value_without_a_name_or_given_twice_is_refused(given: list[str], told: str) -> None:
    with pytest.raises(click.BadParameter) as caught:
        named_values(given, "A=B", option="--edit")
    assert caught.value.message == told
    assert caught.value.param_hint == "--edit"


def test_the_same_holds_for_the_options_of_a_format(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "--to", "icalendar", "-O", "alarm_days=1", "-O", "alarm_days=2"]) == 2
    assert "Invalid value for -O: 'alarm_days' is there twice" in capsys.readouterr().err


def test_what_cannot_be_read_is_told_with_its_option_and_a_hint() -> None:
    assert parsed(Period.parse, "2004-01-01/2006-12-31", option="--into").months == 36
    with pytest.raises(click.BadParameter, match="; write both days") as caught:
        parsed(Period.parse, "2004", option="--into", hint="; write both days")
    assert caught.value.param_hint == "--into"


def test_standard_output_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    refuse_outputs([Path("-"), Path("-"), None], ["-"], force=False)
    assert run(["export", "--plan", "AP1", "--to", "json", "--out", "-"]) == 0
    assert [*tmp_path.iterdir()] == []
