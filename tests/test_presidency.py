"""The Presidencies of the Council."""

from datetime import date
from itertools import pairwise

import pytest

from customs_coop.dates import Period
from customs_coop.errors import InvalidValueError, UnknownPresidencyError
from customs_coop.presidency import ROTATIONS, Presidency, presidencies, presidency_on
from customs_coop.presidency.names import NAMES
from customs_coop.presidency.wording import read_name
from folded import every_case

# From the first half of 1997 to the second half of 2030.
ALL = (
    "NL LU UK AT DE FI PT FR SE BE ES DK EL IT IE NL LU UK AT FI "
    "DE PT SI FR CZ SE ES BE HU PL DK CY IE LT EL IT LV LU NL SK "
    "MT EE BG AT RO FI HR DE PT SI FR CZ SE ES BE HU PL DK CY IE LT EL IT LV LU NL SK MT"
)


@every_case(
    ("day", "country"),
    [
        ("1997-01-01", "NL"),
        ("1997-12-31", "LU"),
        ("1998-03-31", "UK"),
        ("2003-06-30", "EL"),
        ("2005-12-01", "UK"),
        ("2006-12-31", "FI"),
        ("2007-01-01", "DE"),
        ("2010-07-01", "BE"),
        ("2011-01-01", "HU"),
        ("2016-12-31", "SK"),
        ("2017-01-01", "MT"),
        ("2017-07-01", "EE"),
        ("2020-01-01", "HR"),
        ("2024-06-30", "BE"),
        ("2030-12-31", "MT"),
    ],
)
def test_who_held_the_presidency(day: str, country: str) -> None:
    found = presidency_on(day)
    assert found.country == country
    assert day in found.period


@pytest.mark.parametrize("day", ["1996-12-31", "2031-01-01"])
def test_outside_the_table_nothing_is_guessed(day: str) -> None:
    with pytest.raises(UnknownPresidencyError, match="1997 to 2030"):
        presidency_on(day)


def test_the_table_has_no_gaps() -> None:
    table = presidencies("1997-01-01/2030-12-31")
    assert len(table) == 68
    assert all(one.period.next(6) == two.period for one, two in pairwise(table))
    assert " ".join(one.country for one in table) == ALL


def test_each_run_states_its_act_and_joins_the_one_before() -> None:
    acts = {
        "1997-1": "95/2/EC",
        "2006-1": "2005/902/EC",
        "2007-1": "2007/5/EC",
        "2017-2": "2016/1316",
    }
    assert [f"{run.first_year}-{run.first_half}" for run in ROTATIONS] == list(acts)
    for run, number in zip(ROTATIONS, acts.values(), strict=True):
        assert run.act is not None
        assert number in run.act
        assert "(OJ L " in run.act
    for run, following in pairwise(ROTATIONS):
        length = (following.first_year - run.first_year) * 2 + following.first_half - run.first_half
        assert len(run.order) == length


@every_case(
    ("first_day", "countries"),
    [
        ("2007-01-01", ["DE", "PT", "SI"]),
        ("2010-01-01", ["ES", "BE", "HU"]),
        ("2016-01-01", ["NL", "SK", "MT"]),
        ("2017-07-01", ["EE", "BG", "AT"]),
        ("2019-01-01", ["RO", "FI", "HR"]),
        ("2023-07-01", ["ES", "BE", "HU"]),
        ("2025-01-01", ["PL", "DK", "CY"]),
        ("2029-07-01", ["NL", "SK", "MT"]),
    ],
)
def test_presidencies_come_in_groups_of_three(first_day: str, countries: list[str]) -> None:
    trio = presidency_on(first_day).trio
    assert trio is not None
    assert [one.country for one in trio] == countries
    assert str(trio[0].period.start) == first_day
    assert all(one.trio == trio for one in trio)


@pytest.mark.parametrize(
    "alone",
    [Presidency(2006, 2, "FI"), Presidency(2017, 2, "UK"), Presidency(2031, 1, "MT")],
)
def test_there_is_no_trio_before_2007_nor_outside_the_table(alone: Presidency) -> None:
    assert alone.trio is None


def test_the_presidencies_that_a_window_touches() -> None:
    assert [one.country for one in presidencies("2011-07-01/2012-12-31")] == ["PL", "DK", "CY"]
    assert [one.country for one in presidencies(Period("2011-06-30", "2011-07-01"))] == ["HU", "PL"]
    with pytest.raises(UnknownPresidencyError):
        presidencies("1996-12-31/1997-12-31")


def test_period_notation_and_name() -> None:
    hungary = Presidency(2011, 1, "HU")
    assert hungary.period == Period("2011-01-01", "2011-06-30")
    assert hungary.edtf == "2011-40"
    assert Presidency(2011, 2, "PL").edtf == "2011-41"
    assert str(hungary) == "Hungarian Presidency, first half of 2011"
    assert Presidency(2011, 2, "PL").period.start == date(2011, 7, 1)


@every_case(
    ("text", "expected"),
    [
        ("UK Presidency in 2005", "2005-41"),
        ("the UK Presidency in 2005", "2005-41"),
        ("United Kingdom Presidency 1998", "1998-40"),
        ("British presidency of 1998", "1998-40"),
        ("Hungarian Presidency, first half of 2011", "2011-40"),
        ("Hungarian Presidency (first half of 2011)", "2011-40"),
        ("2010 Belgian  Presidency", "2010-41"),
        ("Dutch Presidency (2004)", "2004-41"),
        ("Czech Republic Presidency 2009", "2009-40"),
        ("Croatian Presidency", "2020-40"),
        ("2011-40", "2011-40"),
        ("Belgian Presidency (second half of 2010)", "2010-41"),
        ("German Presidency in 2020", "2020-41"),
        ("2012 Danish Presidency", "2012-40"),
        ("Presidency of Belgium in 2010", "2010-41"),
        ("Presidency of the Netherlands (2016)", "2016-40"),
        ("the Polish EU Presidency 2011", "2011-41"),
        ("Polish Presidency of the Council (July-December 2011)", "2011-41"),
        ("Polish Presidency of the Council of the European Union in 2011", "2011-41"),
        ("Dutch EU Council Presidency 2016", "2016-40"),
        ("Dutch presidency 2016", "2016-40"),
        ("Belgium's Presidency of 2010", "2010-41"),
        ("Belgium’s Presidency of 2010", "2010-41"),
        ("U.K. Presidency, 2nd semester 2005", "2005-41"),
        ("Hungarian Presidency, January – June 2011", "2011-40"),
        ("Belgian Presidency 2010-II", "2010-41"),
        ("Belgian Presidency (II/2010)", "2010-41"),
        ("Romanian Presidency, H1 2019", "2019-40"),
        ("BE Presidency 2010", "2010-41"),
        ("PRES BE 2010", "2010-41"),
        ("BE PRES 2010", "2010-41"),
        ("présidence belge (2010)", "2010-41"),
        ("PRÉSIDENCE BELGE (2010)", "2010-41"),
        ("presidence francaise en 2008", "2008-41"),
        ("la présidence belge au second semestre 2010", "2010-41"),
        ("présidence belge au 2e semestre de 2010", "2010-41"),
        ("présidence du Royaume-Uni en 2005", "2005-41"),
        ("présidence de l’Allemagne en 2020", "2020-41"),
        ("présidence luxembourgeoise du Conseil de l'Union européenne (2015)", "2015-41"),
        ("présidence BE (juillet-décembre 2010)", "2010-41"),
        ("belgischer Ratsvorsitz 2010", "2010-41"),
        ("belgische Präsidentschaft (2010)", "2010-41"),
        ("unter deutschem Vorsitz 2020", "2020-41"),
        ("unter dem deutschen EU-Ratsvorsitz im zweiten Halbjahr 2020", "2020-41"),
        ("des österreichischen Vorsitzes im Rat (1. Halbjahr 2006)", "2006-40"),
        ("Vorsitz Belgiens im Jahr 2010", "2010-41"),
        ("Ratsvorsitz der Niederlande 2016", "2016-40"),
        ("Vorsitz des Vereinigten Königreichs (2005)", "2005-41"),
    ],
)
def test_names_of_presidencies(text: str, expected: str) -> None:
    assert Presidency.parse(text).edtf == expected


@every_case(
    "text",
    [
        *("Belgian Presidency", "the Belgian Presidency", "Presidency of Belgium", "BE Presidency"),
        *(
            "PRES BE",
            "BE PRES",
            "présidence belge",
            "présidence de la Belgique",
            "Vorsitz Belgiens",
        ),
        *("belgischer Vorsitz", "belgische Präsidentschaft", "unter belgischem Vorsitz"),
    ],
)
def test_a_name_without_a_year_is_ambiguous_in_every_language(text: str) -> None:
    with pytest.raises(UnknownPresidencyError, match="2001-H2, 2010-H2, 2024-H1"):
        Presidency.parse(text)
    assert Presidency.parse(text, within="2009-01-01/2012-12-31").edtf == "2010-41"


@every_case("code", sorted(set(ALL.split())))
def test_every_state_has_its_names_in_three_languages(code: str) -> None:
    row = NAMES[code]
    texts = [
        *(f"{name} Presidency" for name in (*row.english, *row.english_of)),
        *(f"Presidency of the {name}" for name in row.english_of),
        *(f"présidence {name}" for name in (*row.french, *row.french_of)),
        *(f"{stem}er Vorsitz" for stem in row.german),
        *(f"Präsidentschaft {name}" for name in row.german_of),
    ]
    for text in texts:
        named = read_name(text)
        assert named is not None, text
        assert named.country == code


def test_a_name_that_fits_several_is_refused_and_they_are_listed() -> None:
    with pytest.raises(UnknownPresidencyError, match="2001-H2, 2010-H2, 2024-H1"):
        Presidency.parse("Belgian Presidency")
    assert Presidency.parse("Belgian Presidency", within="2010-01-01/2011-06-30").year == 2010
    with pytest.raises(UnknownPresidencyError, match="2010-H2"):
        Presidency.parse("Belgian Presidency", within="2011-07-01/2012-12-31")


def test_a_year_in_which_the_country_had_no_turn_is_refused() -> None:
    with pytest.raises(UnknownPresidencyError, match="1998-H1, 2005-H2"):
        Presidency.parse("UK Presidency in 2006")


def test_what_a_document_states_in_full_is_kept() -> None:
    assert Presidency.parse("UK Presidency, second half of 2017").country == "UK"


@every_case(
    "text",
    [
        *("", "Presidency", "Martian Presidency", "Belgian", "x" * 100_000, "II/2010", "2010"),
        # Codes are capitals; small letters are words.
        *("at Presidency", "it Presidency", "be Presidency", "pres be", "PRESBE", "GB Presidency"),
        *("AT PRESIDENCY", "PRÉSIDENCE DE", "présidence de", "Presidency IT"),
        *("Presidency of Belgian", "Presidency 2010-II", "Belgian presidents", "Belgian Presid"),
        *("2010 Belgian Presidency (2024)", "Belgian Presidency 10", "Belgian Presidency 20100"),
        *("Belgian and Hungarian Presidency", "the Presidency and Belgium", "Council Presidency"),
        *("président belge", "présidence", "présidence belges", "présidence de Belge"),
        *(
            "belgisch Vorsitzender",
            "Vorsitz",
            "Vorsitzender Belgiens",
            "belgischerer Vorsitz",
            "belgisch Vorsitz",
        ),
        *("German Presidency " * 5000, "(" * 119, "2010 " * 24, "Presidency of the " * 6),
    ],
)
def test_other_text_is_no_presidency(text: str) -> None:
    with pytest.raises(InvalidValueError):
        Presidency.parse(text)


@every_case(
    ("year", "half", "country"),
    [(2011, 0, "HU"), (2011, 3, "HU"), (11, 1, "HU"), (2011, 1, "XX"), (2011, 1, "hu")],
)
def test_values_that_cannot_be_are_refused(year: int, half: int, country: str) -> None:
    with pytest.raises(InvalidValueError):
        Presidency(year, half, country)


@pytest.mark.parametrize(("iso", "code"), [("GB", "UK"), ("GR", "EL")])
def test_iso_codes_are_refused_with_the_eu_code(iso: str, code: str) -> None:
    with pytest.raises(InvalidValueError, match=code):
        Presidency(2005, 2, iso)


def test_a_half_year_is_read_as_the_errors_list_it() -> None:
    assert Presidency.parse("2010-H2") == Presidency(2010, 2, "BE")
    with pytest.raises(UnknownPresidencyError, match="1997 to 2030"):
        Presidency.parse("2031-H1")
    with pytest.raises(InvalidValueError, match="such as 'UK Presidency in 2005'"):
        Presidency.parse("2010-H3")


def test_that_none_lies_in_the_window_is_said() -> None:
    with pytest.raises(UnknownPresidencyError, match="lies in the window 2011-07-01/2012-12-31"):
        Presidency.parse("Belgian Presidency", within="2011-07-01/2012-12-31")
    with pytest.raises(UnknownPresidencyError, match="is in the table; its country has 2001-H2"):
        Presidency.parse("Belgian Presidency 2011")


def test_the_ambiguous_form_says_what_would_settle_it() -> None:
    with pytest.raises(UnknownPresidencyError, match=r"name the year, or give `within`$"):
        Presidency.parse("Belgian Presidency")
    with pytest.raises(UnknownPresidencyError, match=r"name the year$"):
        Presidency.parse("Belgian Presidency", within="2001-01-01/2012-12-31")


@pytest.mark.parametrize(
    ("text", "code"), [("GR Presidency", "EL, not GR"), ("PRES GB", "UK, not GB")]
)
def test_the_iso_code_is_answered_with_that_of_the_eu(text: str, code: str) -> None:
    with pytest.raises(InvalidValueError, match=f"EU documents write {code}"):
        Presidency.parse(text)


@pytest.mark.parametrize("value", [None, b"UK Presidency in 2005", 2005])
def test_what_is_no_text_is_no_presidency(value: object) -> None:
    with pytest.raises(TypeError, match="a text is wanted, not"):
        Presidency.parse(value)  # type: ignore[arg-type]  # the point of the test


@every_case(
    ("values", "fault"),
    [
        (("2011", 1, "EL"), "the year is a whole number"),
        ((2011, "1", "EL"), "the half is a whole number"),
        ((2011, True, "EL"), "the half is a whole number"),
        ((2011, 1, None), "an EU code such as EL is wanted"),
        ((2011, 1, ["EL"]), "an EU code such as EL is wanted"),
    ],
)
def test_the_parts_of_a_presidency_have_their_types(
    values: tuple[object, object, object], fault: str
) -> None:
    with pytest.raises(TypeError, match=fault):
        Presidency(*values)  # type: ignore[arg-type]  # the point of the test
