import gc

import pytest

from customs_coop import collector
from customs_coop.collector import collector_paused


def test_the_collector_goes_on_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), collector_paused():
        _ = 1 / gc.isenabled()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with collector_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_it_nests_and_stands_above_a_function() -> None:
    @collector_paused()
    def state() -> bool:
        with collector.collector_paused():
            pass
        return gc.isenabled()

    assert [state(), state()] == [False, False]
    assert gc.isenabled()
