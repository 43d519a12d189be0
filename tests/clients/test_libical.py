"""libical, on which Evolution, GNOME and KDE stand, finds no fault with a calendar."""

import re

import pytest

from calendar_clients import Made
from libical import look


@pytest.mark.parametrize("kind", ["events", "tasks", "everything"])
def test_all_is_taken_and_allowed(made: Made, everything: dict[str, object], kind: str) -> None:
    options = everything if kind == "everything" else {"profile": kind}
    for name, path in made(**options).items():
        content = path.read_bytes()
        looked = look(content)
        assert (name, looked.errors, looked.restrictions) == (name, (), True)
        assert looked.uids == tuple(re.findall(r"^UID:(\S+)", content.decode(), re.MULTILINE))


def test_only_what_came_with_rfc_9253_is_not_known_yet(
    made: Made, everything: dict[str, object]
) -> None:
    unknown = {f"Parse error in property name: {name}" for name in ("CONCEPT", "LINK", "REFID")}
    found = {
        name: look(path.read_bytes())
        for name, path in made(**everything | {"relations": "rfc9253"}).items()
    }
    assert all(looked.restrictions for looked in found.values())
    assert all(unknown.issuperset(looked.errors) for looked in found.values())
    assert set(found["bundled"].errors) == unknown


def test_a_fault_would_be_told() -> None:
    lines = "BEGIN:VCALENDAR VERSION:2.0 BEGIN:VTODO UID:1 DUE:soon END:VTODO END:VCALENDAR"
    looked = look(lines.replace(" ", "\r\n").encode())
    assert not looked.restrictions
    assert any("DUE" in error for error in looked.errors)
