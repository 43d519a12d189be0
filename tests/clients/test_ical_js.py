"""ical.js, with which Thunderbird and Nextcloud read, sees every entry and every round."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from calendar_clients import Made, ical_js, in_json
from customs_coop.model import Dossier
from due_days import due, found, shown

KINDS = ("events", "tasks", "rules", "everything", "jcal")


@pytest.fixture(scope="module")
def read(
    made: Made, everything: dict[str, object], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, Any]]:
    # Any: what a JSON text holds.
    library = ical_js()
    most = everything | {"relations": "rfc9253"}
    files = [
        made(),
        made(profile="tasks"),
        made(recurrence="rule"),
        made(**most),
        made(to="jcal", **most),
    ]
    rows = iter(
        in_json(
            tmp_path_factory.mktemp("node"),
            "node",
            Path(__file__).with_name("ical_js.mjs"),
            library,
            *[path for made_ in files for path in made_.values()],
        )
    )
    return {
        kind: {name: next(rows) for name in made_} for kind, made_ in zip(KINDS, files, strict=True)
    }


@pytest.mark.parametrize("kind", ["events", "tasks"])
def test_every_entry_is_read(
    dossiers: Mapping[str, Dossier], read: dict[str, dict[str, Any]], kind: str
) -> None:
    for name, dossier in dossiers.items():
        assert found(read[kind][name][kind]) == due(dossier, kind)


def test_every_round_of_a_rule_is_found(
    dossiers: Mapping[str, Dossier], read: dict[str, dict[str, Any]]
) -> None:
    for name, dossier in dossiers.items():
        listed = found(read["rules"][name]["events"])
        assert shown(listed) == shown(due(dossier, "events"))
        assert len({one.uid for one in listed}) < len(listed)


def test_no_relation_leads_nowhere(read: dict[str, dict[str, Any]]) -> None:
    kinds = set()
    for name, seen in read["everything"].items():
        known = {uid for uid, *_ in seen["events"] + seen["tasks"]}
        pairs = [(source, target) for source, _, target in seen["relations"]]
        assert {target for _, target in pairs} <= known, name
        assert len(set(pairs)) == len(pairs), name
        assert all(source != target for source, target in pairs), name
        kinds |= {kind for _, kind, _ in seen["relations"]}
    assert kinds == {"PARENT", "DEPENDS-ON"}


def test_the_file_in_json_says_the_same(read: dict[str, dict[str, Any]]) -> None:
    assert read["jcal"] == read["everything"]
    assert all(seen["events"] and seen["tasks"] for seen in read["jcal"].values())
