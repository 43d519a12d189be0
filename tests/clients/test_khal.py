"""khal shows every deadline on its day, straight from the folder that `layout="vdir"` makes."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from calendar_clients import Made, client, khal_discover, khal_import, khal_list
from customs_coop.model import Dossier
from due_days import Due, due, shown


def test_every_deadline_is_listed_on_its_day_and_so_is_every_round_of_a_rule(
    dossiers: Mapping[str, Dossier], made: Made, tmp_path: Path
) -> None:
    client("khal")
    folders = made(layout="vdir")
    rules = made(layout="vdir", recurrence="rule")
    wanted = {name: due(dossier, "events") for name, dossier in dossiers.items()}
    days = [one.day for listed in wanted.values() for one in listed]
    # It starts slowly, so it is asked once for all.
    calendars = folders | {f"{name}-rule": folder for name, folder in rules.items()}
    rows = khal_list(calendars, tmp_path, min(days), max(days))
    assert {row["all-day"] for row in rows} == {"True"}
    assert [row for row in rows if row["start-date"] != row["end-date"]] == []
    got: dict[str, list[Due]] = {name: [] for name in calendars}
    for row in rows:
        got[row["calendar"]].append(Due(row["uid"], row["title"], row["start-date"]))
    assert {name: sorted(got[name]) for name in folders} == wanted
    for name, listed in wanted.items():
        series = got[f"{name}-rule"]
        assert shown(series) == shown(listed)
        assert len({one.uid for one in series}) < len(listed)


def test_a_folder_that_is_found_has_its_name(made: Made, tmp_path: Path) -> None:
    client("khal")
    one: dict[str, object] = {"layout": "vdir", "names": ("bundled",), "plan": "AP5"}
    for name, profile in (("a", "events"), ("b", "tasks")):
        folder = made(**one, profile=profile, color="teal")["bundled"]
        shutil.copytree(folder, tmp_path / "calendars" / name)
    title = "Fifth Action Plan for customs law enforcement cooperation"
    assert khal_discover(tmp_path / "calendars", tmp_path) == [title, f"{title} – tasks"]


def test_what_is_imported_from_a_file_is_listed_too(
    dossiers: Mapping[str, Dossier], made: Made, tmp_path: Path
) -> None:
    client("khal")
    folder = tmp_path / "plan"
    khal_import(made(recurrence="rule")["difficult"], folder, tmp_path)
    rows = khal_list({"plan": folder}, tmp_path, "2011-07-01", "2012-12-31")
    listed = sorted((row["title"], row["start-date"]) for row in rows)
    assert listed == shown(due(dossiers["difficult"], "events"))
    assert {path.stem for path in folder.iterdir()} == {row["uid"] for row in rows}
