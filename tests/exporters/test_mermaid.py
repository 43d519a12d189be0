import re

from hypothesis import given, settings

from customs_coop.exporters import export
from customs_coop.model import ActionPlan, Dossier
from customs_coop.testing import dossiers
from drawn_files import hostile_dossier, small_dossier, turned

# The forms of the lines that Mermaid 11 was seen to read; words hold nothing but letters,
# harmless marks and numbered entities.
WORDS = r"(?:[\w .,/()+=\u0080-\U0010ffff-]|#[0-9]+;)*"
LABEL = rf'"{WORDS}(?:<br/>{WORDS})*"'
BRACKETS = (r"\(|\)", r"\{\{|\}\}", r"\[\[|\]\]", r"\[|\]", r"\(\[|\]\)", r">|\]")
NODE = "|".join(
    rf"{opening}{LABEL}{closing}" for opening, closing in (pair.split("|") for pair in BRACKETS)
)
LINE = re.compile(
    rf"flowchart (?:LR|TB)|  accTitle: {WORDS}|  subgraph p[0-9]+\[{LABEL}\]|  end"
    rf"|  style p[0-9]+ [\w#:,]+|(?:    |  )n[0-9]+(?:{NODE})"
    rf"|  n[0-9]+ (?:-->|---|-\.->|-\.-)(?:\|{LABEL}\|)? n[0-9]+"
    r"|  classDef [a-z_]+ [\w#:, -]+|  class n[0-9]+(?:,n[0-9]+)* [a-z_]+"
)


def test_a_flowchart_of_nodes_and_edges() -> None:
    text = export(small_dossier(), "mermaid")
    lines = text.splitlines()
    assert lines[0] == "flowchart LR"
    assert '"AP1/1.1<br/>Survey the courses<br/>(completed)"' in text
    names = dict(re.findall(r'(n[0-9]+)\("(AP[0-9]/[0-9.]+)', text))
    codes = {code: name for name, code in names.items()}
    assert f'  {codes["AP1/1.1"]} -->|"awaits"| {codes["AP1/1.2"]}' in lines
    assert f'  {codes["AP1/1.2"]} ---|"handled with"| {codes["AP1/2.1"]}' in lines
    assert f'  {codes["AP0/9"]} -.->|"continues"| {codes["AP2/1"]}' in lines


def test_status_and_mention_are_classes() -> None:
    text = export(small_dossier(), "mermaid")
    assert re.search(r"^  class n[0-9]+ completed$", text, re.MULTILINE)
    assert re.search(r"^  class n[0-9]+(,n[0-9]+)* mentioned$", text, re.MULTILINE)
    assert "(only mentioned)" in text


def test_edges_without_words_and_downwards() -> None:
    text = export(small_dossier(), "mermaid", labels=False, direction="down")
    assert text.startswith("flowchart TB\n")
    assert "|" not in text


def test_the_order_of_the_plans_in_the_dossier_does_not_matter() -> None:
    assert export(small_dossier(), "mermaid") == export(turned(small_dossier()), "mermaid")


def test_hostile_words_are_words() -> None:
    text = export(hostile_dossier(), "mermaid")
    assert "%%" not in text
    assert "<script" not in text
    assert "#60;script#62;" in text
    for line in text.splitlines():
        assert LINE.fullmatch(line), line


@settings(max_examples=12)
@given(dossiers())
def test_every_line_has_a_form_that_mermaid_reads(dossier: Dossier) -> None:
    text = export(dossier, "mermaid", unlinked=True)
    assert text == export(dossier, "mermaid", unlinked=True)
    for line in text.split("\n")[:-1]:
        assert LINE.fullmatch(line), line


def test_an_empty_dossier_is_a_flowchart_too() -> None:
    text = export(ActionPlan(id="E", title=""), "mermaid")
    assert text.startswith("flowchart LR\n")
