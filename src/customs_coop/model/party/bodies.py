"""The bodies that strategies and plans name again and again, with their dated names."""

import datetime as dt

from customs_coop.model.party.values import Party, PartyKind, PartyName

__all__ = ["KNOWN_PARTIES"]


def _body(
    id: str,  # noqa: A002 - the name of the field that it fills
    name: str,
    kind: PartyKind,
    *names: str | PartyName,
    part_of: str | None = None,
) -> Party:
    return Party(id=id, name=name, kind=kind, part_of=part_of, names=names)


def _dated(text: str, since: str | None = None, until: str | None = None) -> PartyName:
    """A name with its first and last day; the converters of the class read the texts."""
    return PartyName(
        text=text,
        since=None if since is None else dt.date.fromisoformat(since),
        until=None if until is None else dt.date.fromisoformat(until),
    )


_COUNCIL: tuple[Party, ...] = (
    _body(
        "COUNCIL",
        "Council of the European Union",
        PartyKind.INSTITUTION,
        "Council",
        "EU Council",
        "Council of Ministers",
        "Conseil",
        "Conseil de l'Union européenne",
        "Rat der Europäischen Union",
        "Rat",
    ),
    _body(
        "PRESIDENCY",
        "Presidency of the Council",
        PartyKind.INSTITUTION,
        "Presidency",
        "Présidence",
        "Ratsvorsitz",
        "Présidence du Conseil",
        "Vorsitz",
        "Vorsitz des Rates",
    ),
    _body(
        "GSC",
        "General Secretariat of the Council",
        PartyKind.SERVICE,
        "Council Secretariat",
        "Council General Secretariat",
        "Secrétariat général du Conseil",
        "SGC",
        "Generalsekretariat des Rates",
        part_of="COUNCIL",
    ),
    _body(
        "CLS",
        "Council Legal Service",
        PartyKind.SERVICE,
        "Service juridique du Conseil",
        "Juristischer Dienst des Rates",
        part_of="COUNCIL",
    ),
    _body(
        "COREPER",
        "Permanent Representatives Committee",
        PartyKind.WORKING_PARTY,
        "Committee of Permanent Representatives",
        "Comité des représentants permanents",
        "Ausschuss der Ständigen Vertreter",
        "AStV",
        part_of="COUNCIL",
    ),
    _body(
        "CCWP",
        "Customs Cooperation Working Party",
        PartyKind.WORKING_PARTY,
        "CCWG",
        "Customs Cooperation Working Group",
        "Customs Co-operation Working Party",
        "Customs Co-operation Working Group",
        "Working Party on Customs Cooperation",
        "GCD",
        "Groupe Coopération douanière",
        "Gruppe Zusammenarbeit im Zollwesen",
        "Groupe de la coopération douanière",
        "GZZ",
        part_of="COUNCIL",
    ),
    _body(
        # The abbreviation is that of the French name of the committee of Article 36, which the
        # Treaty of Amsterdam put in the place of Article K.4; it outlived the article.
        "CATS",
        "Coordinating Committee in the area of police and judicial cooperation",
        PartyKind.WORKING_PARTY,
        _dated("K.4 Committee", "1993-11-01", "1999-04-30"),
        _dated("Article K.4 Committee", "1993-11-01", "1999-04-30"),
        _dated("Article 36 Committee", "1999-05-01", "2009-11-30"),
        _dated("Art. 36 Committee", "1999-05-01", "2009-11-30"),
        _dated("Comité de l'article 36", "1999-05-01", "2009-11-30"),
        _dated("Ausschuss Artikel 36", "1999-05-01", "2009-11-30"),
        _dated("Artikel-36-Ausschuss", "1999-05-01", "2009-11-30"),
        _dated("Comité K.4", "1993-11-01", "1999-04-30"),
        _dated("K.4-Ausschuss", "1993-11-01", "1999-04-30"),
        _dated(
            "Coordinating Committee in the area of police and judicial cooperation in criminal"
            " matters",
            "2009-12-01",
        ),
        part_of="COUNCIL",
    ),
    _body(
        "COSI",
        "Standing Committee on Operational Cooperation on Internal Security",
        PartyKind.WORKING_PARTY,
        "Standing Committee on Internal Security",
        "Comité permanent de coopération opérationnelle en matière de sécurité intérieure",
        "Ständiger Ausschuss für die operative Zusammenarbeit im Bereich der inneren Sicherheit",
        part_of="COUNCIL",
    ),
    _body(
        "PCWG",
        "Police Cooperation Working Group",
        PartyKind.WORKING_PARTY,
        "PCWP",
        "Police Cooperation Working Party",
        "Groupe Coopération policière",
        "Gruppe Polizeiliche Zusammenarbeit",
        part_of="COUNCIL",
    ),
    _body(
        "MDG",
        "Multidisciplinary Group on Organised Crime",
        PartyKind.WORKING_PARTY,
        "Multidisciplinary Group on Organized Crime",
        "Groupe multidisciplinaire Criminalité organisée",
        "Multidisziplinäre Gruppe Organisierte Kriminalität",
        part_of="COUNCIL",
    ),
    _body("LEWP", "Law Enforcement Working Party", PartyKind.WORKING_PARTY, part_of="COUNCIL"),
    _body(
        "COPEN",
        "Working Party on Cooperation in Criminal Matters",
        PartyKind.WORKING_PARTY,
        part_of="COUNCIL",
    ),
    _body(
        "TWG",
        "Working Party on Terrorism",
        PartyKind.WORKING_PARTY,
        "Terrorism WG",
        "Terrorism Working Group",
        "Terrorism Working Party",
        "Groupe Terrorisme",
        "Gruppe Terrorismus",
        part_of="COUNCIL",
    ),
    _body(
        "CUG",
        "Customs Union Group",
        PartyKind.WORKING_PARTY,
        "Working Party on Customs Union",
        "Groupe Union douanière",
        "Gruppe Zollunion",
        part_of="COUNCIL",
    ),
)
_COMMISSION: tuple[Party, ...] = (
    _body(
        "COM",
        "European Commission",
        PartyKind.INSTITUTION,
        "Commission",
        "Commission of the European Communities",
        "EU Commission",
        "Commission européenne",
        "Europäische Kommission",
        "Kommission",
        "Commission des Communautés européennes",
        "Kommission der Europäischen Gemeinschaften",
        "KOM",
    ),
    _body(
        "TAXUD",
        "Directorate-General for Taxation and Customs Union",
        PartyKind.SERVICE,
        "DG TAXUD",
        "Direction générale de la fiscalité et de l'union douanière",
        "Generaldirektion Steuern und Zollunion",
        "GD TAXUD",
        _dated("DG XXI", until="1999-12-31"),
        part_of="COM",
    ),
    _body(
        "JLS",
        "Directorate-General for Justice, Freedom and Security",
        PartyKind.SERVICE,
        _dated("DG JLS", until="2010-06-30"),
        "DG JAI",
        "GD JLS",
        part_of="COM",
    ),
    _body(
        "HOME",
        "Directorate-General for Home Affairs",
        PartyKind.SERVICE,
        _dated("DG HOME", "2010-07-01"),
        "Directorate-General for Migration and Home Affairs",
        part_of="COM",
    ),
    _body(
        "JUST",
        "Directorate-General for Justice",
        PartyKind.SERVICE,
        _dated("DG JUST", "2010-07-01"),
        "Directorate-General for Justice and Consumers",
        part_of="COM",
    ),
    _body(
        "OLAF",
        "European Anti-Fraud Office",
        PartyKind.SERVICE,
        _dated("UCLAF", until="1999-05-31"),
        "Office européen de lutte antifraude",
        "Europäisches Amt für Betrugsbekämpfung",
        "Office de lutte antifraude",
        part_of="COM",
    ),
)
_AGENCIES: tuple[Party, ...] = (
    _body(
        "EUROPOL",
        "Europol",
        PartyKind.AGENCY,
        _dated("EDU", until="1999-06-30"),
        _dated("Europol Drugs Unit", until="1999-06-30"),
        "European Police Office",
        "Office européen de police",
        "Europäisches Polizeiamt",
        "European Union Agency for Law Enforcement Cooperation",
    ),
    _body(
        "EUROJUST",
        "Eurojust",
        PartyKind.AGENCY,
        "European Union Agency for Criminal Justice Cooperation",
    ),
    _body(
        "FRONTEX",
        "European Border and Coast Guard Agency",
        PartyKind.AGENCY,
        _dated(
            "European Agency for the Management of Operational Cooperation at the External Borders"
            " of the Member States of the European Union",
            until="2016-10-05",
        ),
        _dated("European Border and Coast Guard Agency", "2016-10-06"),
    ),
    _body(
        "CEPOL",
        "European Police College",
        PartyKind.AGENCY,
        _dated("European Police College", until="2016-06-30"),
        _dated("European Union Agency for Law Enforcement Training", "2016-07-01"),
    ),
    _body(
        "EU-LISA",
        "European Union Agency for the Operational Management of Large-Scale IT Systems in the"
        " Area of Freedom, Security and Justice",
        PartyKind.AGENCY,
        "eu-LISA",
        "EU LISA",
    ),
    _body(
        "EPPO",
        "European Public Prosecutor's Office",
        PartyKind.AGENCY,
        "European Public Prosecutor’s Office",
    ),
    _body(
        "JHA-AGENCIES",
        "EU agencies for justice and home affairs",
        PartyKind.AGENCY,
        "EU JHA agencies",
        "JHA agencies",
    ),
)
_OTHERS: tuple[Party, ...] = (
    _body(
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
    _body(
        "NORDIC-COUNTRIES",
        "Nordic countries",
        PartyKind.MEMBER_STATE,
        "Nordic States",
        "Nordic Member States",
        "pays nordiques",
        "nordische Länder",
        "nordische Staaten",
    ),
    _body(
        "EP",
        "European Parliament",
        PartyKind.INSTITUTION,
        "Parlement européen",
        "Europäisches Parlament",
    ),
    # It is neither the Council nor a part of it, nor is the next one.
    _body(
        "EUROPEAN-COUNCIL",
        "European Council",
        PartyKind.INSTITUTION,
        "Conseil européen",
        "Europäischer Rat",
    ),
    _body(
        "COE",
        "Council of Europe",
        PartyKind.ORGANISATION,
        "Conseil de l'Europe",
        "Europarat",
    ),
    _body(
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
    _body(
        "INTERPOL",
        "Interpol",
        PartyKind.ORGANISATION,
        "International Criminal Police Organization",
        "ICPO-Interpol",
    ),
)

KNOWN_PARTIES: tuple[Party, ...] = (*_COUNCIL, *_COMMISSION, *_AGENCIES, *_OTHERS)
"""The bodies that strategies and plans name again and again, with their other names."""
