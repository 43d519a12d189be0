from pathlib import Path
from typing import Any

import attrs
import pytest

from customs_coop.comparison import Merge, diff
from customs_coop.diagnostics import Report
from customs_coop.errors import (
    CustomsCoopError,
    InvalidValueError,
    MarkingError,
    UnknownExporterError,
    UnsuitableExporterError,
)
from customs_coop.exporters import export, exporter_for, exporter_names, write
from customs_coop.exporters.subjects import KINDS, kind_of, kind_words, not_public, subject_of
from customs_coop.model import ActionPlan, Dossier
from customs_coop.monitoring import review
from customs_coop.readers import Reading
from customs_coop.references import DocumentNumber
from customs_coop.rollover import Rollover
from folded import every_case
from sample_ledgers import small_ledger
from sample_plans import timetable, work_plan, work_plan_dossier

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
STATE = review(work_plan(), on="2006-09-30")
DIFFERENCES = diff(work_plan(), attrs.evolve(work_plan(), title="Another title"))


@pytest.fixture(autouse=True)
def plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(FIXTURES / "plugin_good"))


def limite_plan() -> ActionPlan:
    return attrs.evolve(work_plan(), document=DocumentNumber.parse("14680/05 LIMITE"))


def test_each_subject_has_its_kind_and_a_bare_plan_comes_wrapped() -> None:
    merged = Merge(plan=work_plan())
    subjects = (work_plan(), Dossier.of(work_plan()), small_ledger(), DIFFERENCES, merged, STATE)
    kinds = ["dossier", "dossier", "ledger", "diff", "merge", "state"]
    assert [kind_of(subject) for subject in subjects] == kinds
    assert subject_of(work_plan()) == Dossier.of(work_plan())
    assert subject_of(small_ledger()) == small_ledger()
    assert set(map(kind_of, subjects)) == set(KINDS)


def test_a_result_with_parts_names_those_that_can_be_exported() -> None:
    rolled = Rollover(plan=work_plan(), ledger=small_ledger(), report=Report())
    told = r"not Rollover; of that, export \.dossier or \.plan or \.ledger"
    with pytest.raises(TypeError, match=told):
        export(rolled, "json")  # type: ignore[call-overload]  # that is the point
    with pytest.raises(TypeError, match=r"not Reading; of that, export \.dossier$"):
        write(Reading(), "never.json")  # type: ignore[arg-type]  # that is the point


@every_case("value", ["AP1", None, Rollover, 7])
def test_anything_else_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match=r"a Merge or a StateOfPlay is wanted, not \w+$"):
        export(value, "json")  # type: ignore[call-overload]  # that is the point


def test_a_format_gets_the_ledger_itself() -> None:
    assert export(small_ledger(), "ledger-only") == str(small_ledger())


def test_a_format_for_something_else_names_those_that_fit() -> None:
    with pytest.raises(UnsuitableExporterError) as caught:
        export(small_ledger(), "council-docx")
    assert isinstance(caught.value, TypeError | CustomsCoopError)
    message = str(caught.value)
    assert "council-docx takes a dossier or a plan, not the ledger of a rollover" in message
    formats = "json, ledger-csv, ledger-docx, ledger-html, ledger-markdown, ledger-only"
    assert formats in message
    with pytest.raises(UnsuitableExporterError, match=r"for that are council-csv, .*titles"):
        export(work_plan(), "ledger-csv")


def test_the_suffix_is_looked_up_among_the_formats_that_fit() -> None:
    assert exporter_for("x.docx", "ledger") == "ledger-docx"
    assert exporter_for("x.docx") == exporter_for("x.docx", "dossier") == "council-docx"
    assert exporter_for("x.json", "ledger") == exporter_for("x.json", "diff") == "json"
    assert exporter_for("x.ledger", "ledger") == "ledger-only"  # the only plugin that has it
    with pytest.raises(UnknownExporterError):
        exporter_for("x.ledger")


def test_an_unknown_suffix_lists_those_that_this_subject_can_have(tmp_path: Path) -> None:
    with pytest.raises(UnknownExporterError) as caught:
        write(small_ledger(), tmp_path / "ledger.ics")
    message = str(caught.value)
    assert "no format for the ledger of a rollover has the suffix of 'ledger.ics'" in message
    assert "there are .csv, .docx, .html, .json, .ledger, .md, .txt;" in message
    with pytest.raises(UnknownExporterError, match=r"for a dossier or a plan .*\.ics"):
        write(work_plan(), tmp_path / "plan.ledger")
    assert list(tmp_path.iterdir()) == []


def test_formats_are_listed_by_what_they_take(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(FIXTURES / "plugin_broken"))
    for kind in KINDS:
        assert exporter_names(kind)
        assert set(exporter_names(kind)) < set(exporter_names())
    assert "ledger-only" in exporter_names("ledger")
    assert "titles" not in exporter_names("ledger")
    assert "absent" not in exporter_names("dossier")  # it cannot be asked
    with pytest.raises(InvalidValueError, match="ledger, diff, merge, state, not 'plan'"):
        exporter_names("plan")
    assert kind_words(["weather"]) == "'weather'"


def test_a_ledger_is_never_public_because_it_knows_no_marking() -> None:
    with pytest.raises(MarkingError, match="AP5 -> AP6 does not know how the papers"):
        export(small_ledger(), "ledger-csv", public=True)
    assert export(small_ledger(), "ledger-csv", public=False)


def test_a_state_of_play_is_never_public_either() -> None:
    told = "the state of play of AP1 on 2006-09-30 does not know how the papers"
    with pytest.raises(MarkingError, match=told):
        export(STATE, "json", public=True)
    assert "of no plan on" in not_public(attrs.evolve(STATE, plans=()))


def test_differences_are_as_public_as_both_of_their_plans() -> None:
    assert not_public(DIFFERENCES) == ""
    for before, after in ((limite_plan(), work_plan()), (work_plan(), limite_plan())):
        assert not_public(diff(before, after)) == "not for the public: 14680/05 (LIMITE)"
    assert not_public(diff(limite_plan(), limite_plan())).count("14680/05") == 1
    unknown = attrs.evolve(DIFFERENCES, before=None)
    assert "read from a file and do not know" in not_public(unknown)


def test_differences_go_through_the_door_with_the_same_rule() -> None:
    with pytest.raises(MarkingError, match=r"14680/05 \(LIMITE\)"):
        export(diff(timetable(), limite_plan()), "json", public=True)


class Kept:
    """A format that leaves away what is restricted, or does not."""

    suffix = ".kept"
    media_type = "text/plain"
    part: Any = Dossier()

    def render(self, subject: Any, /) -> str:  # noqa: ANN401 - as a plugin writes it
        return f"{len(subject.plans)} plans"

    def public_part(self, _subject: Any, /) -> object:  # noqa: ANN401 - as a plugin writes it
        return self.part


def test_what_a_format_leaves_for_the_public_is_asked_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        "customs_coop.exporters.preparing.offered_exporter", lambda _name: (Kept, "kept")
    )
    assert export(work_plan_dossier(), "kept", public=True) == "0 plans"
    assert export(work_plan_dossier(), "kept") == "1 plans"
    assert export(work_plan(), "kept", public=True) == "1 plans"  # nothing to leave away
    monkeypatch.setattr(Kept, "part", work_plan_dossier())
    with pytest.raises(MarkingError):
        export(work_plan_dossier(), "kept", public=True)
