"""Whatever is written is valid by the published schema."""

import json
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings

from customs_coop.comparison import diff, diff_to_json
from customs_coop.model import ActionPlan, Dossier
from customs_coop.rollover import ledger_to_json, roll_over
from customs_coop.schema import schema_text
from customs_coop.serialization import to_values
from customs_coop.testing import dossiers, plans

jsonschema = pytest.importorskip("jsonschema")


# Any: the library for schemas tells no types.
@cache
def validator(kind: str) -> Any:  # noqa: ANN401 - as above
    return jsonschema.Draft202012Validator(json.loads(schema_text(kind)))


# To check a file takes much longer than to make it.
few = settings(max_examples=settings().max_examples // 4)


@few
@given(dossiers())
def test_a_dossier_is_valid(dossier: Dossier) -> None:
    validator("dossier").validate(to_values(dossier))


@few
@given(plans(), plans())
def test_a_comparison_is_valid(old: ActionPlan, new: ActionPlan) -> None:
    validator("diff").validate(json.loads(diff_to_json(diff(old, new))))


@few
@given(plans())
def test_a_ledger_is_valid(plan: ActionPlan) -> None:
    draft = ActionPlan(id="AP9", title="Ninth", period="2040-01-01/2041-06-30")
    ledger = roll_over(plan, into=draft).ledger
    validator("ledger").validate(json.loads(ledger_to_json(ledger)))
