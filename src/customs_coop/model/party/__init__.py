"""Who acts: parties, their part in an action, and the bodies and states that the plans name."""

from customs_coop.model.party.bodies import KNOWN_PARTIES
from customs_coop.model.party.countries import PARTNER_COUNTRIES, partner_country
from customs_coop.model.party.known import known_body, known_party
from customs_coop.model.party.states import (
    MEMBER_STATES,
    customs_administration,
    is_demonym,
    member_state,
)
from customs_coop.model.party.values import Involvement, Party, PartyKind, PartyName, Role

__all__ = [
    "KNOWN_PARTIES",
    "MEMBER_STATES",
    "PARTNER_COUNTRIES",
    "Involvement",
    "Party",
    "PartyKind",
    "PartyName",
    "Role",
    "customs_administration",
    "is_demonym",
    "known_body",
    "known_party",
    "member_state",
    "partner_country",
]
