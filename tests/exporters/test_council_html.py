import html.parser
import re

from customs_coop.exporters import export
from customs_coop.model import ActionPlan, Dossier
from sample_plans import action_plan_dossier, hostile_plan, work_plan, work_plan_dossier

VOID = {"meta", "col", "br", "link", "img", "input"}


class Page(html.parser.HTMLParser):
    """Collects elements, and refuses tags that do not pair."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


# The table alone: what stands beside it has tests of its own.
PLAIN = {"timeline": False, "graph": False}


def page_of(subject: Dossier | ActionPlan) -> Page:
    return Page(export(subject, "council-html", **PLAIN))


def test_the_page_has_a_language_a_title_and_one_main_part() -> None:
    page = page_of(work_plan_dossier())
    assert page.all("html") == [{"lang": "en-GB"}]
    assert len(page.all("main")) == 1
    assert len(page.all("h1")) == 1
    text = export(work_plan_dossier(), "council-html")
    assert "<title>Sample Work Plan (14680/05)</title>" in text


def test_tables_have_captions_and_headings_with_scope() -> None:
    page = page_of(work_plan())
    assert len(page.all("table")) == len(page.all("caption")) == 2
    scopes = [attributes.get("scope") for attributes in page.all("th")]
    assert scopes.count("col") == 12
    assert scopes.count("row") == 3
    assert None not in scopes
    assert len(page.all("h2")) == 4  # one above the controls


def test_a_completed_row_says_so_in_words() -> None:
    text = export(work_plan(), "council-html")
    assert len(re.findall(r'<tbody [^>]*class="greyed"', text)) == 2
    assert re.findall(r'<p class="state"[^>]*>(\w+)</p>', text) == ["completed", "obsolete"]


def test_the_page_asks_for_nothing_from_outside() -> None:
    text = export(work_plan_dossier(), "council-html")
    assert not re.search(r"\b(?:src|action|srcset|formaction|poster)\s*=", text)
    assert all(link.startswith("#") for link in re.findall(r'\bhref="([^"]*)"', text))
    assert "url(" not in text
    assert "@import" not in text
    assert "Content-Security-Policy" in text
    assert "default-src 'none'" in text


def test_it_prints_across_with_the_headings_on_each_page() -> None:
    text = export(work_plan(), "council-html")
    assert "size: A4 landscape" in text
    assert "table-header-group" in text


def test_hostile_words_are_words() -> None:
    text = export(hostile_plan(), "council-html", **PLAIN)
    page = Page(text)
    assert len(page.all("script")) == 1  # our own
    assert page.all("b") == page.all("i") == []
    assert "&lt;script&gt;" in text
    assert "{{ 7 * 7 }}" in text
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]", text)
    for attributes in page.all("td"):
        assert set(attributes) <= {"colspan", "aria-hidden"}


def test_each_text_finds_its_own_direction() -> None:
    assert all(
        a.get("dir") == "auto" or "class" in a or not a for a in page_of(work_plan()).all("p")
    )
    assert 'dir="auto"' in export(hostile_plan(), "council-html")


def test_the_box_takes_the_full_width() -> None:
    text = export(action_plan_dossier(), "council-html")
    assert '<td colspan="5"><strong>Terms of reference</strong>' in text


def test_a_plan_without_title_and_actions_is_a_page_too() -> None:
    assert page_of(ActionPlan(id="E", title="")).all("table") == []
