from customs_coop.formats.files.delimited import read_delimited
from customs_coop.formats.pages.content import Grid, TextLine
from folded import every_case

HEAD = "Code,Action,Priority\n"


def shape(text: str) -> list[int | str]:
    """The paragraphs, and how many rows each table has."""
    found: list[int | str] = []
    for block in read_delimited(text, ",").blocks:
        if isinstance(block, Grid):
            found.append(len(block.rows))
        else:
            assert isinstance(block, TextLine)
            found.append(block.text)
    return found


@every_case(
    ("text", "wanted"),
    [
        # Headings that come again begin a further table, below the heading that stands alone.
        (
            f"Area 1,,\n{HEAD}1.1,Swim,High\nArea 2,,\n{HEAD}2.1,Row,Low\n",
            ["Area 1", 2, "Area 2", 2],
        ),
        (f"{HEAD}1.1,Swim,High\n{HEAD}2.1,Row,Low\n", [2, 2]),
        # What belongs to the rows above stays with them.
        (
            f"{HEAD}1.1,Swim,High\nTerms of reference: none,,\nArea 2,,\n{HEAD}2.1,Row,Low\n",
            [3, "Area 2", 2],
        ),
        # One table, whatever stands between its rows.
        (f"{HEAD}1.1,Swim,High\nArea 2,,\n2.1,Row,Low\n", [4]),
        (f"{HEAD}1.1,Swim,High\nCode,Action,\n2.1,Row,Low\n", [4]),
        (f"{HEAD}1.1,Swim,High\n1.1,Swim,High\n", [3]),
    ],
)
def test_where_a_table_ends(text: str, wanted: list[int | str]) -> None:
    assert shape(text) == wanted
