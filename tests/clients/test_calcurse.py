"""calcurse, which has an engine of its own for rules, shows every deadline and every round."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from calendar_clients import Made, calcurse, calcurse_days
from customs_coop.model import Dossier
from due_days import due, shown


@pytest.mark.parametrize("recurrence", ["instances", "rule"])
def test_every_day_is_shown(
    dossiers: Mapping[str, Dossier], made: Made, tmp_path: Path, recurrence: str
) -> None:
    calcurse()
    for name, path in made(recurrence=recurrence).items():
        home = tmp_path / name
        seen = calcurse_days(path, home, "1997-01-01", "2013-12-31")
        assert sorted((title, day) for day, title in seen) == shown(due(dossiers[name], "events"))
