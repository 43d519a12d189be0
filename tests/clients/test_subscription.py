"""Who subscribes to a file on a web server sees the plan, and sees it change."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import attrs
import pytest

from calendar_clients import client, khal_list, vdirsyncer_subscribe
from customs_coop.deadline import By, Recurring
from customs_coop.exporters import write
from customs_coop.model import Action, ActionPlan, Dossier
from customs_coop.recurrence import Frequency, Recurrence
from due_days import due, shown


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Tell nobody who asked."""


@pytest.fixture
def feed(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A file, and the address on this machine at which it can be asked for."""
    folder = tmp_path / "www"
    folder.mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield folder / "plan.ics", f"http://127.0.0.1:{server.server_port}/plan.ics"
        finally:
            server.shutdown()
            thread.join()


def test_a_subscriber_sees_each_day_and_follows_each_change(
    feed: tuple[Path, str], tmp_path: Path
) -> None:
    client("khal")
    client("vdirsyncer")
    file, url = feed
    moved = Action(code="5.1", title="Train", deadlines=[By("2012-03-31")])
    dropped = Action(code="5.2", title="Count", deadlines=[By("2012-04-30")])
    yearly = Recurring(Recurrence(Frequency.YEARLY), text="annually")
    plan = ActionPlan(
        id="AP5",
        title="Fifth",
        period="2011-07-01/2012-12-31",
        actions=[moved, dropped, Action(code="5.3", title="Report", deadlines=[yearly])],
    )
    later = attrs.evolve(moved, title="Train officers", deadlines=[By("2012-09-30")])
    new = Action(code="5.4", title="Paint", deadlines=[By("2012-10-31")])
    changed = attrs.evolve(plan, actions=[later, plan.actions[2], new])
    seen = []
    for one in (plan, changed):
        write(one, file, feed_url=url)
        vdirsyncer_subscribe(url, tmp_path / "calendar", tmp_path)
        rows = khal_list({"plan": tmp_path / "calendar"}, tmp_path, "2011-07-01", "2012-12-31")
        # Of a file, vdirsyncer makes identifiers of its own.
        seen.append(sorted((row["title"], row["start-date"]) for row in rows))
    assert seen == [shown(due(Dossier.of(one), "events")) for one in (plan, changed)]
    assert ("5.1 Train officers", "2012-09-30") in seen[1]
