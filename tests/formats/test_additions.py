"""Our additions in square brackets, also where somebody typed words behind them."""

from customs_coop.formats.additions import Added, find_additions, split_additions
from customs_coop.loading import read_bytes
from customs_coop.model import Action, ActionPlan
from customs_coop.references import DocumentNumber
from folded import every_case


def own_words(text: str) -> str:
    kept, end = [], 0
    for start, after, _ in find_additions(text):
        kept.append(text[end:start])
        end = after
    return "".join([*kept, text[end:]])


@every_case(
    ("text", "words", "kinds"),
    [
        ("Boats [References: 8282/3/08] and radio", "Boats and radio", [Added.REFERENCES]),
        ("Boats [Deadline: May 2027], later", "Boats, later", [Added.DEADLINE]),
        ("Boats [No: 2] [Deadline: May]", "Boats", [Added.NUMBER, Added.DEADLINE]),
        ("Boats [Role: host [of all]] x", "Boats x", [Added.ROLE]),
    ],
)
def test_an_addition_counts_with_words_behind_it(text: str, words: str, kinds: list[Added]) -> None:
    assert own_words(text) == words
    assert [one.kind for _, _, one in find_additions(text)] == kinds


@every_case(
    "text",
    [
        "Boats [draft] and radio",
        "Boats [Note: 3] and radio",
        "Boats [deadline: May] and radio",
        "Boats [Deadline: May and radio",
        "Boats [Deadline: ] and radio",
        "Boats (Deadline: May) and radio",
        "Boats [Deadline: May].",
    ],
)
def test_what_is_no_addition(text: str) -> None:
    assert find_additions(text) == ()
    assert split_additions(text) == (len(text), ())


def test_many_open_brackets_take_linear_time() -> None:
    assert find_additions("[Deadline: x" * 20_000) == ()
    assert find_additions("[Deadline: x]" * 3_000 + ".")[:1] != ()


def test_words_typed_behind_an_exported_title_join_it() -> None:
    from customs_coop.exporters import export

    cited = DocumentNumber.parse("8282/3/08 REV 3")
    action = Action(code="3.1", title="Watch boats", references=[cited])
    plan = ActionPlan(id="AP3", title="Third Action Plan", number=3, actions=[action])
    printed = str(export(plan, "council-html"))
    (at,) = (
        n
        for n in range(len(printed))
        if printed.startswith("]", n) and "8282" in printed[n - 40 : n]
    )
    typed = f"{printed[: at + 1]} and radio{printed[at + 1 :]}"
    found = read_bytes(typed.encode()).dossier.plan["3.1"]
    assert found.title == "Watch boats and radio"
    assert found.references == (cited,)
