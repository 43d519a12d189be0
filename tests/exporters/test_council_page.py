"""What stands beside the table in the page of a plan: controls, pictures, and their words."""

import base64
import hashlib
import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import attrs
import pytest

from customs_coop.datasets import bundled_dossier
from customs_coop.deadline import parse_deadline
from customs_coop.exporters import export
from customs_coop.exporters.council_page import pictures
from customs_coop.exporters.council_page.rows import css_text
from customs_coop.exporters.council_page.words import WORDS
from customs_coop.loading import read_bytes
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Indicator,
    Involvement,
    Link,
    LinkKind,
    Note,
    Objective,
    Role,
    Status,
    Strategy,
    WorkArea,
)
from customs_coop.references import DocumentNumber
from sample_plans import HOSTILE, work_plan, work_plan_dossier

# Where `.ci/run` installs it; without it the rules that need a browser are tried without axe.
AXE = Path(__file__).resolve().parents[2] / ".venv/node_modules/axe-core/axe.min.js"


def page_of(subject: Dossier | ActionPlan, **options: object) -> str:
    content = export(subject, "council-html", **options)
    assert isinstance(content, str)
    return content


def linked_plan() -> ActionPlan:
    plan = work_plan()
    first, *others = plan.actions
    link = Link(kind=LinkKind.AWAITS, target=ActionRef("AP1", "1.2"), text="once 1.2 is done")
    return attrs.evolve(plan, actions=(attrs.evolve(first, links=[link]), *others))


def rows_of(page: str) -> list[dict[str, str]]:
    """What each row says of itself to the script."""
    return [
        dict(re.findall(r'data-([a-z]+)="([^"]*)"', attributes))
        for attributes in re.findall(r"<tbody ([^>]*data-status[^>]*)>", page)
    ]


def options_of(page: str, name: str) -> list[str]:
    found = re.search(rf'<select id="choose-{name}".*?</select>', page, re.DOTALL)
    return re.findall(r"<option[^>]*>([^<]*)<", found[0]) if found else []


def test_rows_say_by_what_they_can_be_chosen() -> None:
    page = page_of(work_plan())
    assert options_of(page, "party") == [
        "any",
        "CCWP: Customs Cooperation Working Party (2)",
        "COM: European Commission (1)",
        "EUROPOL (1)",
    ]
    assert options_of(page, "objective") == ["any", "A (1)", "B (1)"]
    assert options_of(page, "status") == ["any", "open (1)", "completed (1)", "obsolete (1)"]
    assert rows_of(page) == [
        {
            "status": "0",
            "party": "0 1 2",
            "objective": "0 1",
            "latest": "2006-12-31",
            "recurring": "1",
        },
        # What is done is not due any more.
        {"status": "1", "party": "0", "latest": "2005-06-30", "due": ""},
        {"status": "2", "latest": "2006-06-30", "due": ""},
    ]


def test_a_day_that_is_done_with_is_not_overdue() -> None:
    done = Indicator(
        text="Survey", deadlines=[parse_deadline("30.6.2005")], status=Status.COMPLETED
    )
    left = Indicator(text="Report", deadlines=[parse_deadline("31.12.2006")])
    plan = ActionPlan(
        id="P", title="P", actions=[Action(code="1", title="Swim", indicators=[done, left])]
    )
    assert rows_of(page_of(plan)) == [
        {"status": "0", "latest": "2005-06-30 2006-12-31", "due": "2006-12-31"}
    ]


def test_without_a_script_there_are_no_controls_and_all_rows() -> None:
    page = page_of(work_plan())
    assert re.search(r"<form [^>]*\bhidden\b", page)
    assert not re.search(r"<tbody[^>]*\bhidden\b", page)
    bare = page_of(work_plan(), controls=False)
    assert "<form" not in bare
    assert "<script" not in bare
    assert "data-status" not in bare
    assert "script-src 'none'" in bare
    assert len(re.findall(r'<th scope="row">', bare)) == 3


def test_a_plan_without_deadlines_has_none_to_choose_by() -> None:
    page = page_of(ActionPlan(id="P", title="P", actions=[Action(code="1", title="Swim")]))
    assert 'name="deadline"' not in page
    assert 'name="status"' in page
    assert 'id="timeline"' not in page
    assert 'id="graph"' not in page


def test_the_pictures_stand_beside_tables_of_the_same_facts() -> None:
    pytest.importorskip("pygraphviz")
    page = page_of(linked_plan())
    assert page.count("<svg ") == 2
    assert "<?xml" not in page
    timeline, graph = (
        re.search(rf'<details id="{name}">.*?</table>', page, re.DOTALL)
        for name in ("timeline", "graph")
    )
    assert timeline is not None
    assert graph is not None
    assert '<a href="#action-1.1">1.1 Keep watch over the use of the register</a>' in timeline[0]
    assert 'id="action-1.1"' in page
    # No deadline of the plan has a first day. The earliest stands first.
    assert re.findall(r"<th [^>]*>([^<]*)<", timeline[0]) == ["Until", "Action", "As printed"]
    assert re.findall(r"<td[^>]*><time[^>]*>([0-9-]*)<", timeline[0])[:2] == [
        "2005-06-30",
        "2006-06-30",
    ]
    cells = re.findall(r"<td[^>]*>([^<]*)<", graph[0])
    assert cells[:4] == [
        "AP1/1.2 Draw up a manual",
        "← awaits",
        "AP1/1.1 Keep watch over the use of the register",
        "once 1.2 is done",
    ]
    assert "<svg " not in page_of(linked_plan(), timeline=False, graph=False)


def test_a_link_is_read_from_the_side_that_says_it() -> None:
    plan = work_plan()
    first, *others = plan.actions
    target = DocumentNumber.parse("5472/05")
    link = Link(kind=LinkKind.COMPLETED_BY, target=target, text="done in 5472/05")
    plan = attrs.evolve(plan, actions=(attrs.evolve(first, links=[link]), *others))
    page = page_of(plan, timeline=False, language="de")
    assert '<td dir="auto">abgeschlossen durch →</td><td dir="auto">5472/05</td>' in page


def test_objectives_stand_in_the_order_of_the_strategy() -> None:
    strategy = Strategy(
        id="S",
        title="S",
        objectives=[Objective(code=code, text=f"Part {code}") for code in ("B", "A")],
    )
    codes = ["10", "Look at what others do", "A", "9", "B"]
    plan = ActionPlan(
        id="P",
        title="P",
        strategy="S",
        actions=[Action(code="1", title="Swim", objectives=codes)],
    )
    page = page_of(Dossier(strategies=[strategy], plans=[plan]))
    assert options_of(page, "objective") == [
        *("any", "B: Part B (1)", "A: Part A (1)", "9 (1)", "10 (1)"),
        "Look at what others do (1)",
    ]


def test_without_the_library_the_links_are_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pygraphviz", None)
    page = page_of(linked_plan(), timeline=False)
    assert "<svg " not in page
    assert "it needs the library pygraphviz" in page
    assert "once 1.2 is done" in page


def test_what_is_too_large_is_left_out_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "_MOST_ROWS", 2)
    monkeypatch.setattr(pictures, "_MOST_ACTIONS", 2)
    page = page_of(linked_plan())
    assert "<svg " not in page
    assert "the plan has 3 actions, and it shows at most 2." in page
    assert "the dossier has 3 actions, and the graph is made of at most 2." in page


@pytest.mark.parametrize(
    ("language", "tag", "words"),
    [
        ("fr", "fr", ("Rechercher et filtrer", "achevée", "Indicateur de performance")),
        ("de", "de", ("Suchen und filtern", "abgeschlossen", "Leistungsindikator")),
    ],
)
def test_the_page_speaks_the_language_of_its_headings(
    language: str, tag: str, words: tuple[str, ...]
) -> None:
    page = page_of(work_plan_dossier(), language=language, graph=False)
    assert f'<html lang="{tag}">' in page
    assert all(one in page for one in words)
    assert "Search and filter" not in page
    # The labels in the cells too, whose English words are kept for readers.
    assert f"{WORDS[language].labels['Deadline']}</span> December 2006" in page  # type: ignore[index]
    seen = re.sub(r'<span class="k">[^<]*</span>', "", page)
    assert not re.search(r"\b(?:Deadline|Previously|Status):", seen)
    assert read_bytes(page.encode()).dossier.plan.actions == (
        read_bytes(page_of(work_plan_dossier(), graph=False).encode()).dossier.plan.actions
    )


def test_all_languages_have_the_same_words() -> None:
    english = WORDS["en"]
    for words in WORDS.values():
        assert words.page.keys() == english.page.keys()
        assert set(words.status) == {status.value for status in Status}
        assert set(words.links) == {kind.value for kind in LinkKind}
        assert words is english or words.labels.keys() == WORDS["fr"].labels.keys()
        for name, text in english.page.items():
            assert set(re.findall(r"\{\w+\}", text)) == (
                set(re.findall(r"\{\w+\}", words.page[name]))
            ), name


def test_hostile_words_are_words_in_controls_and_pictures_too() -> None:
    action = Action(
        code="1",
        title=HOSTILE,
        objectives=[HOSTILE.replace("\x00", "")[:40]],
        involved=[Involvement(party='"><img src=x>', role=Role.RESPONSIBLE, text=HOSTILE)],
        deadlines=[parse_deadline("30.6.2005")],
        links=[Link(kind=LinkKind.AWAITS, target=ActionRef("P", "2"), text=HOSTILE)],
    )
    plan = ActionPlan(
        id="P",
        title=f"</title></style></script>{HOSTILE}",
        period="2005-01-01/2005-12-31",
        actions=[action, Action(code="2", title="]]>")],
    )
    page = page_of(plan)
    assert page.count("<script") == page.count("</script") == 1
    assert page.count("<style") == page.count("</style") == 1
    assert "<img" not in page
    assert re.findall(r"<script>.*?</script>", page, re.DOTALL) == (
        re.findall(r"<script>.*?</script>", page_of(work_plan()), re.DOTALL)
    )
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]", page)


@pytest.mark.parametrize("text", ['"', "</style>", "\\", "é", "\n", "a}b{", "*/", "😀", "\u202e"])
def test_no_sign_ends_a_text_of_the_style_sheet(text: str) -> None:
    made = css_text(text)
    assert re.fullmatch(r'"(?:[0-9A-Za-z]|\\[0-9a-f]+ )*"', made)
    signs = re.findall(r"\\([0-9a-f]+) |([0-9A-Za-z])", made)
    assert "".join(chr(int(code, 16)) if code else sign for code, sign in signs) == text


def test_only_the_script_of_the_page_may_run() -> None:
    page = page_of(work_plan())
    found = re.search(r"script-src 'sha256-([^']+)'", page)
    script = re.search(r"<script>(.*?)</script>", page, re.DOTALL)
    assert found is not None
    assert script is not None
    assert base64.b64decode(found[1]) == hashlib.sha256(script[1].encode()).digest()
    assert not re.search(r"\beval\b|innerHTML|Function\(|document\.write", script[1])


def test_what_stands_beside_the_table_is_read_as_nothing_of_the_plan() -> None:
    dossier = bundled_dossier()
    whole = read_bytes(page_of(dossier, plan="AP5").encode())
    table = read_bytes(
        page_of(dossier, plan="AP5", controls=False, timeline=False, graph=False).encode()
    )
    assert whole.dossier == table.dossier
    assert whole.residue == ()
    assert [found.code for found in whole.report] == [found.code for found in table.report]


def test_words_for_readers_of_the_file_are_not_shown() -> None:
    involved = [Involvement(party="CCWP", role=Role.RESPONSIBLE, text="A group of boats")]
    action = Action(
        code="1.1",
        title="Swim",
        involved=involved,
        indicators=[Indicator(text="Survey", deadlines=[parse_deadline("June 2006")])],
    )
    page = page_of(ActionPlan(id="AP1", title="P", number=1, actions=[action]), timeline=False)
    assert re.search(r'A group of boats<span class="k"> \[Party: CCWP\]', page)
    assert 'Survey <span class="o">[</span>Deadline: June 2006<span class="c">]</span>' in page
    assert ".k { display: none; }" in page
    assert read_bytes(page.encode()).dossier.plan["1.1"].involved == tuple(involved)


@pytest.mark.parametrize(
    "words", ["שיתוף פעולה", "تعاون جمركي", "τελωνειακή συνεργασία", "obair na gcustam"]
)
def test_words_of_any_script_run_in_their_own_direction(words: str) -> None:
    action = Action(
        code="1.1",
        title=words,
        objectives=[words],
        deadlines=[parse_deadline("30.6.2005")],
    )
    page = page_of(ActionPlan(id="AP1", number=1, title=words, actions=[action]), graph=False)
    assert f'<p dir="auto">{words}</p>' in page
    assert f'<option value="0" dir="auto">{words} (1)</option>' in page
    assert f'<h1 dir="auto">{words}</h1>' in page
    assert f'<td dir="auto"><a href="#action-1.1">1.1 {words}</a></td>' in page
    assert read_bytes(page.encode()).dossier.plan.actions[0].title == words


def test_two_rows_of_one_code_have_one_address() -> None:
    plan = ActionPlan(
        id="P",
        title="P",
        actions=[Action(code="1 a", title="Swim"), Action(code="1 a", title="Dive")],
    )
    assert re.findall(r'<tbody id="([^"]*)"', page_of(plan)) == ["action-1_a"]


DRIVER = """
(async () => {
  const form = document.getElementById("controls");
  const count = document.getElementById("count");
  const told = [];
  const wait = (time) => new Promise((done) => setTimeout(done, time));
  const choose = async (values) => {
    form.querySelector("button").click();
    for (const [name, value] of Object.entries(values)) {
      form.elements[name].value = value;
      form.elements[name].dispatchEvent(new Event("input", { bubbles: true }));
    }
    await wait(300);
    const rows = Array.from(document.querySelectorAll("tbody[data-status]"));
    const seen = rows.filter((row) => row.checkVisibility()).map((row) => row.id);
    told.push([seen, count.textContent.replace(/[\\u2068\\u2069]/g, "")]);
  };
  await choose({});
  await choose({ words: "MANUÀL draw" });
  await choose({ party: "1" });
  await choose({ status: "2" });
  await choose({ day: "2006-06-30" });
  await choose({ deadline: "overdue", day: "2007-01-01" });
  await choose({ deadline: "recurring" });
  await choose({ deadline: "overdue" });
  await choose({ words: "(deadline: DEC" });
  await choose({ words: "said:" });  // hidden
  await choose({ words: '"WATCH-over" strasse' });
  await choose({ words: "nothing of the kind" });
  const empty = document.querySelectorAll("section.area:not([hidden])").length;
  document.querySelector("#timeline a").click();
  const shown = document.querySelectorAll("tbody[data-status]:not([hidden])").length;
  document.querySelectorAll("details").forEach((one) => { one.open = true; });
  const found = window.axe ? (await window.axe.run()).violations : null;
  const faults = found && found.map((one) => [one.id, one.nodes.map((node) => node.html)]);
  const result = document.createElement("pre");
  result.id = "result";
  result.textContent = JSON.stringify({
    told, empty, shown, faults, hidden: form.hidden, title: document.title,
    kept: Array.from(document.querySelectorAll(".k")).filter((one) => one.checkVisibility()).length,
  });
  document.body.append(result);
})();
"""


def browse(path: Path, *options: str) -> str:
    """What a browser writes of a page."""
    return subprocess.run(
        [
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            f"--user-data-dir={path.parent / 'profile'}",
            *options,
            path.as_uri(),
        ],
        check=True,
        capture_output=True,
        text=True,
        timeout=100,
        env={**os.environ, "TZ": "UTC"},
    ).stdout


@pytest.mark.client
@pytest.mark.skipif(
    not (shutil.which("chromium") and shutil.which("pdftotext")), reason="chromium is not there"
)
def test_no_heading_is_printed_without_a_row_and_no_note_without_one(tmp_path: Path) -> None:
    # Of so many heights that without care some page would end below each of them.
    areas = [WorkArea(code=str(at), title=f"Field {at}") for at in range(1, 25)]
    actions = [
        Action(
            code=f"{area.code}.1",
            title="Swim ashore",
            work_area=area.code,
            priority="High",
            indicators=[Indicator(text=f"Report {at}")] * (1 + at % 7),
            notes=["n"],
        )
        for at, area in enumerate(areas)
    ]
    note = Note(id="n", mark="¹", text="Noted below.")
    plan = ActionPlan(id="AP1", title="P", work_areas=areas, actions=actions, notes=[note])
    path = tmp_path / "plan.html"
    path.write_text(page_of(plan, timeline=False), encoding="utf-8", newline="")
    browse(path, f"--print-to-pdf={tmp_path / 'plan.pdf'}", "--no-pdf-header-footer")
    text = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "plan.pdf", "-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    pages = [
        [line.strip() for line in page.splitlines() if line.strip()] for page in text.split("\f")
    ]
    pages = [page[:-1] for page in pages if page]  # without its number
    assert len(pages) > 4
    assert [page[0] for page in pages[1:] if not page[0].startswith("Work Area")] == []
    assert [page[-1] for page in pages if not page[-1].startswith("¹ Noted below.")] == []


@pytest.mark.client
@pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not there")
def test_a_browser_chooses_rows_and_finds_no_fault(tmp_path: Path) -> None:
    page = page_of(linked_plan())
    assert "[Said: " in page
    # As it is printed, and looked for as it is typed.
    page = page.replace("Keep watch over the use", "Keep “watch\u2011over” Straße use")
    scripts = [DRIVER, *([AXE.read_text(encoding="utf-8")] if AXE.exists() else [])]
    allowed = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(one.encode()).digest()).decode()}'"
        for one in scripts
    )
    foreign = "<script>document.title = 'anything may run'</script>"
    page = page.replace("script-src ", f"script-src {allowed} ").replace(
        "</body>",
        f"{foreign}{''.join(f'<script>{one}</script>' for one in reversed(scripts))}</body>",
    )
    path = tmp_path / "plan.html"
    path.write_text(page, encoding="utf-8", newline="")
    shown = browse(path, "--virtual-time-budget=20000", "--dump-dom")
    found = re.search(r'<pre id="result">(.*?)</pre>', shown, re.DOTALL)
    assert found is not None
    result = json.loads(html.unescape(found[1]))
    first, second, third = "action-1.1", "action-1.2", "action-2.1"
    assert result["told"] == [
        [[first, second, third], "3 of 3 actions shown"],
        [[second], "1 of 3 actions shown, chosen by: “MANUÀL draw”"],
        [[first], "1 of 3 actions shown, chosen by: Party “COM: European Commission”"],
        [[third], "1 of 3 actions shown, chosen by: Status “obsolete”"],
        [
            [second, third],
            "2 of 3 actions shown, chosen by: Deadline “on or before the day” (2006-06-30)",
        ],
        [
            [first],
            "1 of 3 actions shown, chosen by: Deadline “before the day, not done” (2007-01-01)",
        ],
        [[first], "1 of 3 actions shown, chosen by: Deadline “recurring”"],
        [
            [first, second, third],
            "3 of 3 actions shown. Enter a day to choose by deadlines.",
        ],
        [[first], "1 of 3 actions shown, chosen by: “(deadline: DEC”"],
        [[], "0 of 3 actions shown, chosen by: “said:”"],
        [[first], '1 of 3 actions shown, chosen by: “"WATCH-over" strasse”'],
        [[], "0 of 3 actions shown, chosen by: “nothing of the kind”"],
    ]
    assert result["empty"] == 0
    assert result["shown"] == 3  # a link leads to no hidden row
    assert result["kept"] == 0
    assert not result["hidden"]
    assert result["title"].startswith("Sample Work Plan")
    assert result["faults"] in (None, [])
