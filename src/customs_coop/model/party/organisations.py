"""The agencies, institutions and international organisations that plans name."""

from customs_coop.model.party.rows import body_row, dated
from customs_coop.model.party.values import Party, PartyKind

__all__ = ["AGENCIES", "ORGANISATIONS"]

AGENCIES: tuple[Party, ...] = (
    body_row(
        "EUROPOL",
        "Europol",
        PartyKind.AGENCY,
        dated("EDU", until="1999-06-30"),
        dated("Europol Drugs Unit", until="1999-06-30"),
        "European Police Office",
        "Office européen de police",
        "Europäisches Polizeiamt",
        "European Union Agency for Law Enforcement Cooperation",
    ),
    body_row(
        "EUROJUST",
        "Eurojust",
        PartyKind.AGENCY,
        "European Union Agency for Criminal Justice Cooperation",
    ),
    body_row(
        "FRONTEX",
        "European Border and Coast Guard Agency",
        PartyKind.AGENCY,
        dated(
            "European Agency for the Management of Operational Cooperation at the External Borders"
            " of the Member States of the European Union",
            until="2016-10-05",
        ),
        dated("European Border and Coast Guard Agency", "2016-10-06"),
    ),
    body_row(
        "CEPOL",
        "European Police College",
        PartyKind.AGENCY,
        dated("European Police College", until="2016-06-30"),
        dated("European Union Agency for Law Enforcement Training", "2016-07-01"),
    ),
    body_row(
        "EU-LISA",
        "European Union Agency for the Operational Management of Large-Scale IT Systems in the"
        " Area of Freedom, Security and Justice",
        PartyKind.AGENCY,
        "eu-LISA",
        "EU LISA",
    ),
    body_row(
        "EPPO",
        "European Public Prosecutor's Office",
        PartyKind.AGENCY,
        "European Public Prosecutor’s Office",
    ),
    body_row(
        "JHA-AGENCIES",
        "EU agencies for justice and home affairs",
        PartyKind.AGENCY,
        "EU JHA agencies",
        "JHA agencies",
    ),
    body_row(
        "EUDA",
        "European Union Drugs Agency",
        PartyKind.AGENCY,
        dated("EMCDDA", until="2024-07-01"),
        dated("European Monitoring Centre for Drugs and Drug Addiction", until="2024-07-01"),
        dated("OEDT", until="2024-07-01"),
        dated("Observatoire européen des drogues et des toxicomanies", until="2024-07-01"),
        dated("EBDD", until="2024-07-01"),
        dated("Europäische Beobachtungsstelle für Drogen und Drogensucht", until="2024-07-01"),
        dated("European Union Drugs Agency", "2024-07-02"),
        dated("Agence de l'Union européenne sur les drogues", "2024-07-02"),
        dated("Drogenagentur der Europäischen Union", "2024-07-02"),
    ),
)
"""Agencies and other bodies of the Union."""
ORGANISATIONS: tuple[Party, ...] = (
    body_row(
        "MS",
        "Member States",
        PartyKind.MEMBER_STATE,
        "Member State",
        "EU Member States",
        "EU MS",
        "MSs",
        "États membres",
        "Mitgliedstaaten",
        "État membre",
        "EM",
        "États membres de l'UE",
        "Mitgliedstaat",
        "Mitgliedsstaaten",
        "EU-Mitgliedstaaten",
    ),
    # Plans give them a task of their own; which states belong to them is not said there.
    body_row(
        "NORDIC-COUNTRIES",
        "Nordic countries",
        PartyKind.MEMBER_STATE,
        "Nordic States",
        "Nordic Member States",
        "pays nordiques",
        "nordische Länder",
        "nordische Staaten",
    ),
    body_row(
        "EP",
        "European Parliament",
        PartyKind.INSTITUTION,
        "Parlement européen",
        "Europäisches Parlament",
    ),
    # It is a body of its own, neither of the Council nor of the Commission.
    body_row(
        "EEAS",
        "European External Action Service",
        PartyKind.SERVICE,
        "Service européen pour l'action extérieure",
        "SEAE",
        "Europäischer Auswärtiger Dienst",
    ),
    # It is neither the Council nor a part of it, nor is the next one.
    body_row(
        "EUROPEAN-COUNCIL",
        "European Council",
        PartyKind.INSTITUTION,
        "Conseil européen",
        "Europäischer Rat",
    ),
    body_row(
        "COE",
        "Council of Europe",
        PartyKind.ORGANISATION,
        "Conseil de l'Europe",
        "Europarat",
    ),
    body_row(
        "WCO",
        "World Customs Organization",
        PartyKind.ORGANISATION,
        "World Customs Organisation",
        "Customs Cooperation Council",
        "Organisation mondiale des douanes",
        "OMD",
        "Weltzollorganisation",
        "WZO",
        "Conseil de coopération douanière",
    ),
    body_row(
        "INTERPOL",
        "Interpol",
        PartyKind.ORGANISATION,
        "International Criminal Police Organization",
        "ICPO-Interpol",
    ),
    body_row(
        "UNODC",
        "United Nations Office on Drugs and Crime",
        PartyKind.ORGANISATION,
        "Office des Nations unies contre la drogue et le crime",
        "ONUDC",
        "Büro der Vereinten Nationen für Drogen- und Verbrechensbekämpfung",
    ),
)
"""States together, institutions beside the Council and the Commission, and organisations."""
