"""The built-in formats keep every promise that the kit asks of the exporters of others."""

import pytest

from customs_coop.exporters import exporter_names, load_exporter
from customs_coop.testing.exporters import CHECKS, exporter_checks
from customs_coop.testing.exporters.standing import compare_elsewhere
from customs_coop.testing.exporters.trial import Trial

BUILT_IN = tuple(
    name for name in exporter_names() if load_exporter(name).__module__.startswith("customs_coop.")
)
# One process is asked for all, and a thousand actions are asked of some: both take long. The
# bundled plans are written in each format by other tests.
ALONE = ("other-process", "thousand-actions", "bundled-dossier")


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_built_in_format_keeps_every_promise(name: str) -> None:
    checks = [check.values[0] for check in exporter_checks(name) if check.id not in ALONE]
    assert len(checks) == len(CHECKS) - len(ALONE)
    for check in checks:
        assert callable(check)
        check()


def test_another_process_gives_the_same_bytes_of_all() -> None:
    compare_elsewhere([Trial(kind=load_exporter(name)) for name in BUILT_IN])


@pytest.mark.parametrize("name", ["council-markdown", "ledger-csv"])
def test_a_thousand_actions_come_to_an_end(name: str) -> None:
    CHECKS["thousand-actions"](Trial(kind=load_exporter(name)))
