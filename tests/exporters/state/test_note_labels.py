import re

from customs_coop.exporters.council_page.words import WORDS
from customs_coop.exporters.state.labels import SAID, TITLES, Label
from customs_coop.exporters.state.page import SECTIONS
from customs_coop.exporters.state.sentences import Said
from customs_coop.model import Stage, Status
from customs_coop.monitoring import CellState, Standing

GAP = re.compile(r"\{\w*\}")


def test_every_language_has_the_same_gaps() -> None:
    rows = [*(one.value for one in Label), *(one.value for one in Said), *TITLES.values()]
    for english, french, german in rows:
        assert sorted(GAP.findall(english)) == sorted(GAP.findall(french))
        assert sorted(GAP.findall(english)) == sorted(GAP.findall(german))
        assert all((english, french, german))


def test_every_word_that_is_asked_for_is_there() -> None:
    for kind in (Standing, CellState, Stage):
        assert {one.value for one in kind} <= {*SAID}
    assert {*SECTIONS} <= {*TITLES}
    for words in WORDS.values():
        assert {one.value for one in Status} <= {*words.status}
