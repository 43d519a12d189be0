"""Countries outside the Union: one id each, by code and by name."""

from customs_coop.model.party import MEMBER_STATES, member_state, partner_country
from folded import every_case


@every_case(
    ("words", "country"),
    [
        ("NO|Norway|Norvège|Norwegen|norway", "NO"),
        ("CH|Switzerland|Suisse|Schweiz", "CH"),
        ("US|USA|United States|the United States of America|États-Unis", "US"),
        ("TR|Turkey|Türkiye|Turquie", "TR"),
        ("UA|Ukraine", "UA"),
        ("UK|GB|United Kingdom", "UK"),
        ("EL|GR|Greece", "EL"),
        ("MK|North Macedonia|FYROM", "MK"),
        ("Western Balkans|the Western Balkan countries|Westbalkan", "WESTERN-BALKANS"),
    ],
)
def test_a_country_has_one_id_by_all_its_names(words: str, country: str) -> None:
    for name in words.split("|"):
        found = member_state(name) or partner_country(name)
        assert found is not None
        assert found.id == country


@every_case(
    "words",
    ["no", "No", "is", "us", "me", "by", "CA", "AU", "MA", "France", "Nowhere", "island", ""],
)
def test_words_and_doubtful_codes_are_no_country(words: str) -> None:
    assert partner_country(words) is None


def test_no_partner_is_also_a_member_state() -> None:
    for state in MEMBER_STATES:
        assert partner_country(state.id) is None
        assert all(partner_country(name.text) is None for name in state.names)
