"""Where sentences end: stops of abbreviations, ordinals, initials, marks and brackets end none."""

import pytest

from customs_coop.readers.text.sentences import find_sentences, sentence_starts, split_sentences
from folded import every_case


@every_case(
    "text",
    [
        "Boats sink. | Nets tear.",
        "Do they float? | They do! | Good.",
        "He said: “It floats.” | The boat sank.",
        "“Report on ropes (2007).” | It is long.",
        "Ropes (see No. 3). | They hold.",
        "It is (wet. It is cold). | Nets tear.",
        "Boats [which may sink]. | Nets tear.",
        "See Annex B. | The form is there.",
        "As in Action 3. | The form is there.",
        "It began in 1998. | The form is there.",
        "Ropes, nets, etc. | The form is there.",
        "The answer is no. | The boats stay.",
        "They met on 16.11.2006. | All agreed.",
        "Nets were bought. | 28 boats came.",
        "1. Boats sink. | 2. Nets tear.",
        "Boats sink; | Nets tear.",
        "Boats sink. | – Nets tear.",
        "Am 16. November 2006 tagt sie. | Es regnet.",
        "Nach Abs. 3 gilt das. | Der Rat tagt.",
        "Le Conseil se réunit. | La Commission lit.",
        "It was in the U.S. | The boat sank.",
    ],
)
def test_sentences(text: str) -> None:
    assert list(split_sentences(text.replace(" | ", " "))) == text.split(" | ")


@every_case(
    "text",
    [
        "Doc. 5 of Art. 16 and No. 3 on p. 4",
        "Ropes, e.g. Danish ones, i.e. Those of Riga, cf. The list",
        "The report of Mr. Smith and Dr. J. P. Jones",
        "Ropes, nets, etc. (Hull)",
        "on 30 Nov. 2006",
        "on 16. 11. 2006",
        "am 3. März",
        "des 2. Aktionsplans",
        "Ropes, z. B. Taue, u. a. Netze",
        "par ex. La corde, p. ex. Rome",
        "a. Boats float",
        "II. Boats",
        "the “Plan” Member States follow",
        "Boats sink; nets tear; (b) ropes hold",
        "the U.S. Customs",
        "No. IV of the list, vol. B",
        "eu-LISA. com",
        "",
        " \n ",
    ],
)
def test_one_sentence(text: str) -> None:
    assert len(split_sentences(text)) == bool(text.strip())


def test_places_are_those_of_the_text() -> None:
    text = "  Boats sink.\n Nets  tear. "
    found = find_sentences(text)
    assert [text[one.start : one.end] for one in found] == [one.text for one in found]
    assert [one.text.strip() for one in found] == ["Boats sink.", "Nets  tear."]
    assert split_sentences(text)[1] == "Nets tear."


def test_lines_end_sentences_only_where_that_is_wanted() -> None:
    assert sentence_starts("Boats of\nRiga") == (0,)
    assert sentence_starts("Boats of\nRiga", lines=True) == (0, 9)


@pytest.mark.parametrize(
    "piece", [". A", "(", "(a", "No. ", "1. ", "A. ", "; (b) ", "”", "\n", ".\n", "[", "e.g. "]
)
def test_a_text_of_any_length_is_split(piece: str) -> None:
    # At this length anything worse than linear would not come to an end.
    text = piece * (50_000 // len(piece))
    assert "".join(split_sentences(text)).replace(" ", "") == "".join(text.split())
