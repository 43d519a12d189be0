"""The row of the finder's table: what is, and what is not, the number of a Council document."""

from typing import Final

from customs_coop.references.council.finding import find_document_numbers
from customs_coop.references.council.number import DocumentNumber
from customs_coop.references.extractor import Extractor

__all__ = ["DOCUMENTS"]

#: What the finder looks for.
DOCUMENTS: Final = Extractor(
    name="Council document",
    cites=DocumentNumber,
    find=find_document_numbers,
    examples=(
        "14680/05",
        # the order of the parts
        "11167/5/03 ENFOCUSTOM 29 ENFOPOL 84 REV 5",
        "11167/5/03 REV 5 ENFOCUSTOM 29\nENFOPOL 84",
        "16883/3/06 REV3 – ENFOCUSTOM 91",
        "16883/3/06 REV. 3 ENFOCUSTOM 91",
        "16883/3/06, Rev. 3",
        "6285/06 ENFOCUSTOM 22 UD 23 + COR 1",
        "8351/1/09 REV 1 ADD 2",
        "10149/21 ADD 1 REV 1",
        "10149/21 COR 1 REV 1",
        "6285/06 COR1 (de) ENFOCUSTOM 22",
        "6285/06 COR 1 (fr,de)",
        "9710/1/97  \nREV 1\n\nLIMITE\n\nENFOCUSTOM 45",
        "10267/07 (Presse 125)",
        # missing blanks, blanks in the wrong place
        "9710/97ENFOCUSTOM 45",
        "9710/97 ENFOCUSTOM45",
        "9710/1/97 REV1ENFOCUSTOM 45",
        "9710/97 ENFOCUSTOM-45",
        "9710 / 97 ENFOCUSTOM 45",
        "10971 /1/05 REV 1",
        "11167/5/\n03 REV 5",
        # codes
        "612/05 CSDP/PSDC 388",
        "15557/2/08 REV 2 JAI 625 SCH-EVAL 91 COMIX 804",
        "11415/16 ENFOCUSTOM\n112 CYBER 91",
        "11415/16 ENFO-\nCUSTOM 112",
        # scans
        "11415/16 E FOCUSTOM 112",
        "11415/16 EN FOCUSTOM 112",
        "11415/16 ENFOCUST OM 112",
        "14680/05 LI MITE ENFOCUSTOM 74",
        # series
        "ST14680/05",
        "ST 7029/14 INIT",
        "CM 2340/26",
        "PE-CONS 41/21",
        "PE-CONS 3645/1/08 REV 1",
        # hyphens, and years of four figures
        "6954-14 ENFOCUSTOM 12",
        "6954-1-14 REV 1",
        "ST 6954-14",
        "ST 14680/2005",
        "14680/2005 ENFOCUSTOM 74",
        # the register
        "ST-10149-2021-ADD-1-REV-1",
        "ST 14583 2009 REV 3",
        "ST 14583 2009 INIT ENFOCUSTOM 12",
        "ST_14583_2009_INIT",
        "st_12004_2007_init_en.pdf",
        "st14583-re03.en09.pdf",
        "PE-41-2021-INIT",
        "https://data.consilium.europa.eu/doc/document/ST-15653-2010-REV-1/en/pdf",
        "http://data.consilium.europa.eu/doc/document/ST-5419-2016-INIT/EN/pdf",
        "http://register.consilium.europa.eu/pdf/en/13/st16/st16394.en13.pdf",
        "http://register.consilium.europa.eu/pdf/en/05/st14/st14469-re04.en05.pdf",
        "http://register.consilium.europa.eu/doc/srv?l=EN&t=PDF&gc=true&sc=false&f=ST%207029%202014",
        "http://register.consilium.europa.eu/doc/srv?l=EN&t=PDF&f=ST%207029%202014%20REV%201",
        "https://www.consilium.europa.eu/media/31147/st_12004_2007_init_en.pdf",
    ),
    counterexamples=(
        # acts
        "210/97/EC",
        "2003/170/JHA",
        "648/2005",
        "Regulation (EEC) No 2913/92",
        "Regulations (EEC) No 2913/92 and 2454/93",
        "No 515/97",
        "Law 2960/01",
        # years, dates and fractions
        "1997-98",
        "1997/98",
        "2004 / 05",
        "1997-98 EUROPOL 5",
        "12/05/03",
        "12 / 05 / 03",
        "12/05 USA 6",
        "31/12/2003",
        "24/7",
        "24/25 February",
        "and/or",
        "police/customs",
        "ECU 99 000",
        "1.2345/05",
        "ratio 1234/10",
        # other registers
        "2009/C 260/01",
        "C 260/1",
        "Case C-1234/05",
        "E-1234/05",
        "WK 5083/2021 INIT",
        "file 1234/05",
        "nos. 12345/05 and 23456/07",
        # ranges
        "6954-14",
        "pages 1234-36",
        "documents 1234-36",
        "1234-56",
        # telephones and banks
        "tel. 02 281 6111/05",
        "02-281-6111/05",
        "account 12345/05",
        # the number itself is lost
        "/06",
        "3 October /12 LIMITE COSI 82",
        "23 April /1/12 REV 1 LIMITE MIGR 39",
        "20 February 2004 /04 VISA 33",
        "123456/05",
    ),
)
