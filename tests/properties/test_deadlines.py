"""The rule for deadlines in words: any text is taken, in three languages, and English stays so."""

from datetime import date
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_coop.dates import Period
from customs_coop.deadline import (
    CONVENTIONS,
    By,
    During,
    Undetermined,
    find_deadlines,
    parse_deadline,
)
from customs_coop.deadline.languages import vocabularies
from customs_coop.deadline.phrases import spellings
from customs_coop.deadline.vocabulary import Vocabulary

CODES = [one.code for one in vocabularies()]
ENGLISH = (
    "by before the end of early mid - late in during 1997 98 '06 June May December 30 31 . / , ( "
    ") : first half quarter Q3 H1 II Deadline annually each every two years months Presidency or "
    "Belgian UK within 1 year at latest least four no not later than since to and between spring "
    "next conference after 28.02.2006 2005-08 12/2006 0000 99999 tbc was shall be extended to ? "
    "winter 1998/99 project meeting 1.7.2011 once per 3 rd T00:00 ~ .. [ ] 1998-37 Friday"
)
FRENCH = (
    "d' ici fin le la au plus tard 30 juin 1998 1 er semestre trimestre T2 2006 avant en de à du "
    "jusqu' présidence belge tous les deux ans mois par an une fois Échéance : prolongé ( ) , "
    "à confirmer été hiver 1998/99 mi - début entre et ou sous dans délai suivant prochaine "
    "réunion année 1997 décembre DECEMBRE pas doit être a adopté ."
)
GERMAN = (
    "bis zum Ende des 30. Juni 1998 1. Halbjahr Quartal spätestens vor nach der nächsten Sitzung "
    "im Laufe Jahres 1997 ab vom seit zwischen und oder alle zwei Jahre jährlich zweimal pro Jahr "
    "unter belgischem Vorsitz Präsidentschaft Frist : Termin ( ) , verlängert auf noch offen "
    "Winter 1998/99 Anfang Mitte März Maerz nicht innerhalb von 3 Monaten wurde soll worden ."
)


def jumbles(*vocabularies: str) -> st.SearchStrategy[str]:
    """Words in any order, which come nearer to the corners of the grammar than characters do."""
    words = " ".join(vocabularies).split()
    return st.lists(st.sampled_from(words), max_size=14).map(" ".join)


texts = st.text() | jumbles(ENGLISH) | jumbles(FRENCH) | jumbles(GERMAN)
mixed = st.lists(texts, max_size=4).map("\n\n".join) | jumbles(ENGLISH, FRENCH, GERMAN)
near_days = st.dates(date(1900, 1, 1), date(2099, 12, 31))
windows = st.tuples(near_days, near_days).map(lambda pair: Period(*sorted(pair)))


@given(texts | mixed, st.none() | windows)
def test_no_text_is_refused_and_every_text_is_kept(text: str, within: Period | None) -> None:
    deadline = parse_deadline(text, within=within)
    assert deadline.text == text
    assert deadline.convention is None or deadline.convention in CONVENTIONS
    if deadline.earliest is not None and deadline.latest is not None:
        assert deadline.earliest <= deadline.latest
    assert deadline.edtf is None or isinstance(deadline.edtf, str)


@given(texts | mixed)
def test_mentions_stand_in_order_and_where_they_say(text: str) -> None:
    end = 0
    for mention in find_deadlines(text):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        assert mention.deadline.text in mention.text
        assert mention.deadline.convention is None or mention.deadline.convention in CONVENTIONS
        end = mention.end


@given(jumbles(ENGLISH))
def test_english_is_read_as_if_there_were_no_other_language(text: str) -> None:
    expected = parse_deadline(text), find_deadlines(text)
    with (
        mock.patch("customs_coop.deadline.parsing.told", lambda words: words),
        mock.patch("customs_coop.deadline.mentions.by_language", lambda words: (words,)),
    ):
        assert (parse_deadline(text), find_deadlines(text)) == expected


@pytest.mark.parametrize("language", vocabularies(), ids=CODES)
@given(day=near_days)
def test_every_day_is_read_in_every_language(language: Vocabulary, day: date) -> None:
    stop = "." if "." in language.ordinal_endings else ""
    text = f"{day.day}{stop} {language.month_names[day.month - 1]} {day.year}"
    assert parse_deadline(text) == By(day, text)
    assert parse_deadline(text.upper()).latest == day


@given(near_days, st.sampled_from(["{0} (tbc)", "tbc ({0})", "Deadline (tbc): {0}"]))
def test_a_provisional_day_keeps_its_day(day: date, frame: str) -> None:
    text = frame.format(day)
    assert parse_deadline(text) == By(day, text, "provisional")


@given(near_days, near_days)
def test_a_new_day_holds_instead_of_the_old_one(old: date, new: date) -> None:
    text = f"{old.day}.{old.month}.{old.year} (extended to {new.day}.{new.month}.{new.year})"
    assert parse_deadline(text) == By(new, text)


@given(st.integers(1900, 2099), st.integers(0, 99))
def test_a_hyphen_and_two_figures_are_a_month_or_years_or_words(year: int, figures: int) -> None:
    text = f"{year}-{figures:02}"
    found = parse_deadline(text)
    if 1 <= figures <= 12:
        assert (type(found), found.convention) == (By, "iso-month")
    elif isinstance(found, During):
        assert found.earliest == date(year, 1, 1) or found.edtf == text
    else:
        assert found == Undetermined(text)


@pytest.mark.parametrize("language", vocabularies(), ids=CODES)
def test_every_label_announces_a_day_also_where_accents_are_lost(language: Vocabulary) -> None:
    for label in language.labels.meanings:
        for spelling in spellings(label):
            (mention,) = find_deadlines(f"{spelling.capitalize()}: 30.6.1998")
            assert mention.deadline == By("1998-06-30", "30.6.1998")


@pytest.mark.parametrize("language", vocabularies(), ids=CODES)
def test_every_word_for_by_sets_a_last_day(language: Vocabulary) -> None:
    for phrase in language.by.meanings:
        text = f"{phrase} 30.6.1998"
        assert parse_deadline(text) == By("1998-06-30", text)
