"""What "this study" or "the land exercise" means: one earlier item of the section, or nothing."""

import pytest

from customs_coop.model import ActionRef, LinkKind
from customs_coop.readers.anaphora import Item, link_back
from folded import every_case
from real_documents import parsed


def targets(*texts: str, sections: str = "") -> str:
    """The targets of the last of some items, whose sections are the letters given."""
    items = [
        Item(ActionRef("AP3", str(number)), section, text)
        for number, (text, section) in enumerate(
            zip(texts, sections or "A" * len(texts), strict=True), start=1
        )
    ]
    return " ".join(str(link.target) for link in link_back(items)[-1])


@every_case(
    ("texts", "wanted"),
    [
        (("A study of ropes was made.", "All shall learn from this study."), "AP3/1"),
        (("Boats float.", "A seminar is held.", "All attend this seminar."), "AP3/2"),
        (
            ("Training modules shall be made.", "These training modules shall be used."),
            "AP3/1",
        ),
        (
            (
                "An air exercise targeting drugs. A road exercise targeting excise goods.",
                "An exercise on ivory.",
                "All read the results of the land exercise targeting excise goods.",
            ),
            "AP3/1",
        ),
        (
            (
                "A study of rope controls.",
                "A study of nets.",
                "Learn from the study on rope controls.",
            ),
            "AP3/1",
        ),
        (("Make a survey of chains", "The results of this survey are sent."), "AP3/1"),
        (("Boats float.", "All of this Action Plan is read."), "AP3"),
    ],
)
def test_what_is_meant(texts: tuple[str, ...], wanted: str) -> None:
    assert targets(*texts) == wanted


@every_case(
    "texts",
    [
        # Several fit alike, or none does.
        ("A study of ropes.", "A study of nets.", "All shall learn from this study."),
        ("Boats float.", "All shall learn from this study."),
        ("A study of ropes.", "All shall attend this seminar."),
        # The item brings it up itself, in the same or in other words.
        ("A study of ropes.", "A study of nets is made; this study is read."),
        ("An operation at sea.", "An exercise is held. All like these operations."),
        # Number, the words before it, and the way do not agree.
        ("Studies of ropes.", "All shall learn from this study."),
        ("A rope module.", "These training modules are used."),
        ("A sea exercise targeting ivory.", "The results of the air exercise targeting ivory."),
        # "The" needs a word more than the noun.
        ("A study of ropes.", "The study shall be read."),
        # Neither a thing that an item brings about nor a thing that is new there.
        ("The directory of quays is sent.", "The directory of quays is kept up to date."),
        ("A boat is bought.", "This boat floats."),
        ("All shall learn from this study.", "A study of ropes."),
        # Another plan was named before.
        ("Boats float.", "As in the fourth Action Plan, this Action Plan has boats."),
        ("Boats float.", "Boats float in this action."),
    ],
)
def test_what_is_not_meant(texts: tuple[str, ...]) -> None:
    assert targets(*texts) == ""


def test_only_the_same_section_counts() -> None:
    texts = ("A study of ropes was made.", "All shall learn from this study.")
    assert targets(*texts, sections="AB") == ""
    assert targets("A study of nets.", *texts, sections="BAA") == "AP3/2"


def test_the_real_timetable() -> None:
    plan = parsed("1997-strategic-action-programme.txt").dossier.plan
    inferred = [
        (str(action.code), link.kind, str(link.target))
        for action in plan
        for link in action.links
        if link.inferred
    ]
    assert inferred == [
        ("23", LinkKind.CITES, "P1997/22"),
        ("24", LinkKind.CITES, "P1997/22"),
        ("30", LinkKind.CITES, "P1997/27"),
    ]


@pytest.mark.parametrize(
    "piece", ["this study ", "a study of ropes. ", "the ", "these the that ", "this Action Plan "]
)
def test_a_text_of_any_length_is_read(piece: str) -> None:
    # At this length anything worse than linear would not come to an end.
    targets("A study.", piece * (20_000 // len(piece)))


@every_case(
    ("text", "wanted"),
    [
        ("Ropes are counted in accordance with the guidelines.", "the guidelines"),
        (
            "Ropes are kept as laid down in these guidelines on wet ropes.",
            "these guidelines on wet ropes",
        ),
        ("All work on the basis of the common manual, daily.", "the common manual"),
        # The item brought it up itself, it has a name or a number, or it is nothing to go by.
        ("A manual is made. Ropes are kept according to the manual.", ""),
        ("Ropes are kept according to the Naples II Manual.", ""),
        ("Ropes are kept according to the manual (1234/05).", ""),
        ("Ropes are kept according to a manual.", ""),
        ("All shall read the manual.", ""),
    ],
)
def test_what_has_to_be_followed_is_named_where_nobody_says_which_it_is(
    text: str, wanted: str
) -> None:
    assert targets("Boats float.", text) == wanted


def test_what_has_to_be_followed_is_an_earlier_item_where_one_fits() -> None:
    texts = ("Guidelines on ropes shall be made.", "Coil in line with the guidelines on ropes.")
    assert targets(*texts) == "AP3/1"
    # In another section, or with a rival, that is not certain.
    assert targets(*texts, sections="AB") == "the guidelines on ropes"


@pytest.mark.parametrize("word", ["exerc\u0130se", "exerc\u0131se"])
def test_a_letter_of_another_alphabet_makes_it_another_word(word: str) -> None:
    assert targets(f"A land {word} is held.", f"All learn from this {word}.") == ""
