import html.parser
import re

from customs_coop.exporters import export
from customs_coop.loading import read_bytes
from customs_coop.model import Action, ActionPlan, Dossier, WorkArea
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
    assert len(re.findall(r'<tbody [^>]*class="greyed"', text)) == 1
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


def test_areas_without_actions_stand_in_one_list_in_their_places() -> None:
    areas = [WorkArea(code=str(at), title=f"Field {at}") for at in range(1, 6)]
    actions = [Action(code="3.1", title="Swim", work_area="3", priority="High")]
    plan = ActionPlan(id="AP1", title="P", number=1, work_areas=areas, actions=actions)
    text = export(plan, "council-html", language="de", **PLAIN)
    lists = re.findall(r"Ohne Maßnahmen</p>\s*<ul>(.*?)</ul>", text, re.DOTALL)
    assert [re.findall(r'id="(area-\d)">([^<]*)<', one) for one in lists] == [
        [("area-1", "Arbeitsbereich 1. Field 1"), ("area-2", "Arbeitsbereich 2. Field 2")],
        [("area-4", "Arbeitsbereich 4. Field 4"), ("area-5", "Arbeitsbereich 5. Field 5")],
    ]
    links = re.findall(r'<a href="#(area-\d)"', text)
    assert links == [f"area-{at}" for at in range(1, 6)]
    back = read_bytes(text.encode())
    assert back.dossier.plan.work_areas == plan.work_areas
    assert back.dossier.plan.actions == plan.actions
    assert back.residue == ()


def test_a_narrow_column_gives_room_to_prose() -> None:
    def widths(objective: str) -> list[str]:
        action = Action(code="1", title="Swim", objectives=[objective], priority="High")
        text = export(ActionPlan(id="P", title="P", actions=[action]), "council-html", **PLAIN)
        return re.findall(r'<col style="width:([0-9.]+)%">', text)

    narrow, wide = float(widths("A")[2]), float(widths("Compare all of them. " * 6 + "So.")[2])
    assert round(narrow) == 10
    assert 14 < wide < 16
