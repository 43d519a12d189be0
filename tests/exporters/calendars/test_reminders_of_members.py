"""Reminders for a member of a collective: also of what it has to do together with the others."""

import re
from pathlib import Path

from customs_coop.deadline import By
from customs_coop.exporters import export, write
from customs_coop.model import (
    Action,
    ActionPlan,
    Dossier,
    Involvement,
    Obligation,
    ProgressReport,
    Role,
)
from customs_coop.monitoring import StateOfPlay, review


def shore() -> StateOfPlay:
    """One thing of two services, of which one has reported on it; the other owes its report."""
    action = Action(
        code="1",
        title="Light the lamps",
        deadlines=[By("2031-08-01")],
        involved=[Involvement(party="SHORE", role=Role.RESPONSIBLE)],
    )
    plan = ActionPlan(id="P9", title="Lamps", actions=[action])
    ref = plan.ref(action)
    duty = Obligation(text="Report on it", party="SHORE", subject=ref, deadline=By("2031-07-01"))
    sent = ProgressReport(party="AL", subject=ref, on="2031-05-05", status="ongoing")
    dossier = Dossier(plans=[plan], obligations=[duty], progress=[sent])
    return review(dossier, on="2031-05-25", members={"SHORE": ["AL", "BA"]})


def identifiers(content: bytes) -> set[str]:
    return set(re.findall(r"^UID:(\S+)", content.decode(), re.MULTILINE))


def test_a_member_is_reminded_of_the_things_of_its_collective() -> None:
    state = shore()
    whole = identifiers(export(state, "reminders", items=True, alarms=()))
    assert len(whole) == 2
    # What one has reported is not owed any more; the thing itself is still to be done.
    for party, count in (("AL", 1), ("BA", 2)):
        found = identifiers(export(state, "reminders", items=True, party=party, alarms=()))
        assert len(found) == count
        assert found <= whole
        part = state.of_party(party)
        assert identifiers(export(part, "reminders", items=True, alarms=())) == found
    assert len(identifiers(export(state, "reminders", party="BA", alarms=()))) == 1


def test_what_all_do_together_stands_in_one_file_beside_those_of_the_members(
    tmp_path: Path,
) -> None:
    folder = write(
        shore(), tmp_path / "all", to="reminders", items=True, each_party=True, alarms=()
    )
    files = {path.stem: identifiers(path.read_bytes()) for path in folder.iterdir()}
    assert {name: len(found) for name, found in files.items()} == {"BA": 1, "SHORE": 1}
