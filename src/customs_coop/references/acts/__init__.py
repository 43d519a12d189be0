"""Numbered acts of the Union, as in "Council Decision 2003/170/JHA"."""

from typing import Final

from customs_coop.references.acts.act import LegalAct, read_legal_act
from customs_coop.references.acts.finding import find_legal_acts
from customs_coop.references.acts.kinds import ActKind
from customs_coop.references.extractor import Extractor

__all__ = ["ACTS", "ActKind", "LegalAct", "find_legal_acts", "read_legal_act"]

#: What the finder looks for.
ACTS: Final = Extractor(
    name="numbered act",
    cites=LegalAct,
    find=find_legal_acts,
    examples=(
        "Council Decision 2003/170/JHA",
        "Decision 210/97/EC",
        "Decision No 70/2008/EC",
        "Regulation (EC) No 648/2005",
        "Regulation EC No. 648/2005",
        "Regulation (EU) 2016/794",
        "Commission Implementing Regulation (EU) 2015/2447",
        "Council Framework Decision 2002/584/JHA",
        "COUNCIL DECISION 2009/371/JHA",
        "Joint Action 97/372/JHA",
        "Directive 97/44/EC",
        "97/372/JHA",
        "No 210/97/EC",
        "(EU) 2018/1139",
        "Regulation 648/2005/EC",
        "Regulation (EC) No.648/2005",
        "(CE) n.º 648/2005",
        "2009/371/RIF",
        "2009/371/YOS",
        "Regulation No (EC) 648/2005",
        "Reg. (EC) 515/97",
        "Reg. No 515/97",
        "Regulation 515/97",
        "Regulation (EU) No 952/2013",
        "Regulation (EU, Euratom) 2018/1046",
        "Council Regulation (EC, Euratom) No 2988/95",
        "Decision 95/2/EC, Euratom, ECSC",
        "Decision 1982/2006/EC",
        "Council Decision (CFSP) 2015/778",
        "European Parliament and Council Directive 94/62/EC",
        "Directive 2008/98",
        "Regulation (EC)\nNo 648/\n2005",
        "règlement (CE) n° 515/97",
        "règlement d'exécution (UE) 2015/2447",
        "décision-cadre 2006/960/JAI",
        "action commune 98/428/JAI",
        "Verordnung (EG) Nr. 515/97",
        "Durchführungsverordnung (EU) 2015/2447",
        "Beschluss 2009/371/JI",
        "Gemeinsame Aktion 2004/551/GASP",
        "http://data.europa.eu/eli/dec/2016/1316/oj",
        "https://data.europa.eu/eli/reg/2016/679/oj/eng",
        "http://data.europa.eu/eli/reg/2009/1215/2011-01-01",
        "http://data.europa.eu/eli/reg/2016/679/corrigendum/2018-05-23/oj",
        "ELI: http://data.europa.eu/eli/reg/2016/679/oj",
        "eli:reg/2016/679/oj",
    ),
    counterexamples=(
        "Decision of 9 June 1997",
        "Decision 6789/04 ENFOCUSTOM 13",
        "Joint Action of 29.11.1996",
        "Action/Activity",
        "Regulation 12",
        "12/05/03",
        "2005/EC",
        "decision 700/800",
        "decision 2004/2006",
        "decision 2003/04",
        "Regulation 12/13",
        "recommendations 12/14",
        "Action 3/97",
        "Article 3/5",
        "(EU) 2020/21",
        "EU 2020",
        "12/05/EC",
        "5/10/JI",
        "Council Act of 26 July 1995",
        "the Union Customs Code",
        # the other one of two acts with the same number
        "http://data.europa.eu/eli/dec/2008/70(1)/oj",
    ),
)
