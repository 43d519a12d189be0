"""Our statuses in the words of other standards, and back."""

import pytest

from customs_coop.errors import InvalidValueError
from customs_coop.model import Status
from customs_coop.monitoring import CROSSWALKS

NAMES = sorted(CROSSWALKS)


@pytest.mark.parametrize("name", NAMES)
def test_every_status_has_a_word_or_is_told_to_have_none(name: str) -> None:
    walk = CROSSWALKS[name]

    for status in Status:
        word = walk.word(status)
        assert (word is None) == (status in walk.wordless())
        assert word is None or word in walk.vocabulary


@pytest.mark.parametrize("name", NAMES)
def test_a_status_comes_back_as_itself_or_its_word_is_told_to_be_shared(name: str) -> None:
    walk = CROSSWALKS[name]

    for status in Status:
        word = walk.word(status)
        if word is None:
            continue
        back = walk.status(word)
        assert walk.word(back) == word
        if walk.is_lossless(status):
            assert back is status
        else:
            assert status in walk.shared()[word]


@pytest.mark.parametrize("name", NAMES)
def test_work_that_is_done_is_never_read_as_open(name: str) -> None:
    walk = CROSSWALKS[name]
    word = walk.word(Status.COMPLETED)

    assert word is not None
    assert walk.status(word) is Status.COMPLETED


def test_a_word_that_is_none_is_told_with_those_that_there_are() -> None:
    with pytest.raises(InvalidValueError, match="there are scheduled, met, notMet, partiallyMet"):
        CROSSWALKS["ocds"].status("done")
    with pytest.raises(InvalidValueError, match="stands for none of our statuses"):
        CROSSWALKS["oscal"].status("investigating")
    with pytest.raises(InvalidValueError, match="'finished' is no status"):
        CROSSWALKS["ogp"].word("finished")


def test_a_status_is_taken_as_text_as_well() -> None:
    assert CROSSWALKS["ogp"].word("partly completed") == "substantial"
