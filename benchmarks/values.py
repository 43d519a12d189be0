"""What is done to values: loading and dumping, checking, rolling over, comparing."""

import datetime as dt
import json
from typing import TYPE_CHECKING

from measuring import Pair
from plans import large_dossier, large_plan

import customs_coop as cc
from customs_coop.serialization import from_json, to_json

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["diff", "dump", "load", "memory", "roll_over", "validate", "validate_links"]

ACTIONS = 30_000


def load() -> Pair:
    """Load JSON strictly, against `json.loads` and bare cattrs on the same classes (P3)."""
    text = to_json(cc.Dossier.of(large_plan(ACTIONS)))
    peer = _bare_converter()

    def bare() -> object:
        read = json.loads(text)
        read.pop("schema")
        return peer.structure(read, cc.Dossier)

    return lambda: from_json(text), bare


def dump() -> Pair:
    """Write JSON, against bare cattrs and `json.dumps` (P4)."""
    dossier = cc.Dossier.of(large_plan(ACTIONS))
    peer = _bare_converter()

    def bare() -> object:
        return json.dumps(peer.unstructure(dossier), ensure_ascii=False, indent=1)

    return lambda: to_json(dossier), bare


def validate() -> Pair:
    """Check with all rules, against loading the same plan (P5)."""
    plan = large_plan(ACTIONS)
    text = to_json(cc.Dossier.of(plan))
    return lambda: cc.validate(plan), lambda: from_json(text)


def roll_over() -> Pair:
    """Roll over, against loading the same plan (P6)."""
    plan = large_plan(ACTIONS)
    text = to_json(cc.Dossier.of(plan))
    into = cc.next_plan(plan, period="2007-01-01/2008-06-30")
    return lambda: cc.roll_over(plan, into=into), lambda: from_json(text)


def diff() -> Pair:
    """Compare two equal plans, against plain equality (P7)."""
    one, two = large_plan(ACTIONS), from_json(to_json(cc.Dossier.of(large_plan(ACTIONS))))[0].plan
    return lambda: cc.diff(one, two), lambda: one == two


def memory() -> Pair:
    """Hold a dossier of 10,000 actions in memory, against its JSON (P13)."""
    text = to_json(cc.Dossier.of(large_plan(10_000)))
    return lambda: from_json(text), text.encode


def validate_links() -> Pair:
    """Check a dossier full of links with all rules, against loading it."""
    dossier = large_dossier(30_000, 60_000)
    text = to_json(dossier)
    return lambda: cc.validate(dossier), lambda: from_json(text)


def _bare_converter() -> "Converter":
    from cattrs import Converter
    from cattrs.strategies import configure_tagged_union

    from customs_coop.dates import PartialDate
    from customs_coop.model.link import Identity, Target

    converter = Converter(detailed_validation=False, omit_if_default=True)
    for kind, reader in (
        (cc.Code, lambda value, _: cc.Code(value)),
        (cc.Period, lambda value, _: cc.Period.parse(value)),
        (PartialDate, lambda value, _: PartialDate.parse(value)),
    ):
        converter.register_structure_hook(kind, reader)
        converter.register_unstructure_hook(kind, str)
    converter.register_structure_hook(dt.date, lambda value, _: dt.date.fromisoformat(value))
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_structure_hook(cc.Priority | str | None, lambda value, _: value)
    converter.register_unstructure_hook(
        cc.Priority | str | None, lambda value: getattr(value, "value", value)
    )
    converter.register_structure_hook(cc.Marking | str | None, lambda value, _: value)
    converter.register_unstructure_hook(
        cc.Marking | str | None, lambda value: getattr(value, "value", value)
    )
    for union in (cc.Deadline, cc.Reference, Identity, Target):
        configure_tagged_union(union, converter, tag_name="type")
    return converter
