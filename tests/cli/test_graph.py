"""The questions of `customs-coop graph`, as programs and people ask them."""

import itertools
import json
import shutil
from pathlib import Path
from typing import Any

import attrs
import pytest

from customs_coop.cli.entry import run
from customs_coop.cli.graphs import GRAPH
from customs_coop.cli.graphs.taking import takers
from customs_coop.datasets import bundled_dossier
from customs_coop.deadline import parse_deadline
from customs_coop.exporters import export
from customs_coop.graph import coverage, dependency_graph, dependents, find_node, impact, lineage
from customs_coop.loading import load
from customs_coop.model import ActionPlan, Dossier, LinkKind, Recommendation, RecommendationRef
from customs_coop.references import ActionCitation, DocumentNumber
from linked_plans import action, link, plan

FILES = Path(__file__).parent / "files"
CIRCLE = str(FILES / "circle.json")
SIXTH = str(FILES / "sixth.json")
# Each question with what it needs besides a file; the plan of circle.json can answer all.
QUESTIONS = [
    ["lineage", "AP7/1.3"],
    ["impact", "AP7/1.1"],
    ["why", "AP7/1.1", "AP7/1.3"],
    ["cycles"],
    ["cycles", "--waiting"],
    ["waves"],
    ["waves", "--plan", "AP7"],
    ["coverage"],
    ["orphans"],
    ["most-depended-on"],
    ["unresolved"],
    ["schedule"],
    ["schedule", "--action", "AP7/1.3"],
    ["critical-path"],
    ["contradictions"],
    ["schedule", "--against", CIRCLE],
]
# These are checks: what they list is wrong with the plan, and of circle.json they list something.
FOUND = {("cycles",), ("cycles", "--waiting"), ("unresolved",)}
# These write a file, or need one that they have written.
OF_BASELINES = {"record", "suspects", "accept"}


@pytest.fixture
def ask(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> "Ask":
    monkeypatch.setenv("COLUMNS", "100")
    return Ask(capfdbinary)


class Ask:
    """Asks a question and gives the status and what was printed."""

    def __init__(self, capture: "pytest.CaptureFixture[bytes]") -> None:
        self.capture = capture

    def __call__(self, *words: str) -> tuple[int, str, str]:
        status = run(["graph", *words])
        out, err = self.capture.readouterr()
        return status, out.decode(), err.decode()

    def json(self, *words: str, status: int = 0) -> Any:  # noqa: ANN401 - answers have many forms
        found, out, err = self(*words, "--json")
        assert (found, err) == (status, "")
        return json.loads(out)


def written(folder: Path, *plans: ActionPlan) -> list[str]:
    paths = [folder / f"{one.id}.json" for one in plans]
    for one, path in zip(plans, paths, strict=True):
        path.write_text(str(export(one, "json")), encoding="utf-8")
    return list(map(str, paths))


def test_each_question_is_asked_here() -> None:
    assert {words[0] for words in QUESTIONS} | OF_BASELINES == set(GRAPH.commands)


@pytest.mark.parametrize("words", QUESTIONS, ids=" ".join)
def test_a_plan_in_a_circle_is_answered_and_not_crashed(words: list[str], ask: Ask) -> None:
    expected = int(tuple(words) in FOUND)
    status, out, err = ask(*words, CIRCLE)
    assert (status, err) == (expected, "")
    assert out.strip()
    assert ask.json(*words, CIRCLE, status=expected) is not None


@pytest.mark.parametrize("words", QUESTIONS, ids=" ".join)
def test_the_order_of_the_actions_in_the_file_changes_no_answer(
    words: list[str], ask: Ask, tmp_path: Path
) -> None:
    held = load(CIRCLE).plan
    answers = set()
    for order in itertools.permutations(held.actions):
        paths = written(tmp_path, attrs.evolve(held, actions=order))
        answers.add((ask(*words, *paths), ask(*words, "--json", *paths)))
    assert len(answers) == 1


@pytest.mark.parametrize(
    "words",
    [["lineage", "AP1/2.9"], ["impact", "AP1/2.9"], ["schedule", "--action", "AP1/2.9"]]
    + [["why", *pair] for pair in (("AP1/2.9", "AP1/2.1"), ("AP1/2.1", "AP1/2.9"))],
    ids=" ".join,
)
def test_an_unknown_thing_is_told_with_what_comes_near(words: list[str], ask: Ask) -> None:
    status, out, err = ask(*words)
    assert (status, out) == (2, "")
    assert "nothing in the graph is called 'AP1/2.9'; did you mean " in err
    assert "AP1/2.1" in err.partition("did you mean")[2]


@pytest.mark.parametrize("text", ["", " ", "/", "AP5/", "\x1b[2J", "AP5/5.10\n", "ü" * 5000])
def test_no_text_makes_a_fault(text: str, ask: Ask) -> None:
    status, _, err = ask("lineage", text)
    assert status in (0, 2)
    assert "fault" not in err
    assert "\x1b" not in err


def test_a_title_stands_in_one_line(ask: Ask, tmp_path: Path) -> None:
    paths = written(tmp_path, plan("P", action("1", title="Mend\n\tnets\v by  hand")))
    for question in ("lineage", "impact"):
        _, out, _ = ask(question, "P/1", *paths)
        assert out.splitlines()[0] == "P/1  Mend nets by hand"


def test_the_lineage_as_data_has_sources_and_sentences(ask: Ask) -> None:
    found = ask.json("lineage", "AP5/5.10")
    assert found["node"]["label"] == "AP5/5.10"
    labels = [source["label"] for source in found["sources"]]
    graph = dependency_graph(bundled_dossier())
    assert labels == [str(one) for one in lineage(graph, "AP5/5.10").sources]
    assert {"AP4/4.10", "AP2/8", "AP1/6.6", "AP3/3.16"} <= set(labels)
    mentioned = {source["label"]: source["mentioned"] for source in found["sources"]}
    assert mentioned["AP2/8"]
    assert not mentioned["AP1/6.6"]
    first = found["steps"][0]
    assert first == {
        "earlier": {"kind": "action", "label": "AP1/6.6"},
        "later": {"kind": "action", "label": "AP5/5.10"},
        "kind": "uses the recommendations of",
        "evidence": ["recommendation of Action 6.6"],
        "inferred": False,
        "depth": 1,
    }


def test_the_ends_of_every_step_can_be_asked_for(ask: Ask) -> None:
    graph = dependency_graph(bundled_dossier())
    for step in ask.json("lineage", "AP5/5.3")["steps"]:
        for end in (step["earlier"], step["later"]):
            node = find_node(graph, f"{end['kind']} {end['label']}")
            assert graph.nodes[node]["kind"] == end["kind"]


def test_impact_is_all_that_waits_with_every_edge_once() -> None:
    graph = dependency_graph(
        plan(
            "P",
            action("1"),
            action("2", link("awaits", "P/1", "after 1"), link("continues", "P/1", "see 1")),
            action("3", link("awaits", "P/2"), link("awaits", "P/1"), link("handled with", "P/1")),
        )
    )
    start = find_node(graph, "P/1")
    found = impact(graph, start)
    assert found.dependents == dependents(graph, start)
    told = [(str(s.earlier), str(s.later), s.kind.value, s.depth) for s in found.steps]
    assert told == [
        ("P/1", "P/2", "awaits", 1),
        ("P/1", "P/2", "continues", 1),
        ("P/1", "P/3", "awaits", 1),
        ("P/2", "P/3", "awaits", 2),
    ]


def test_a_tree_tells_all_kinds_of_one_edge_together(ask: Ask, tmp_path: Path) -> None:
    both = action("2", link("awaits", "P/1", "after 1"), link("continues", "P/1", "see 1"))
    _, out, _ = ask("impact", "P/1", *written(tmp_path, plan("P", action("1"), both)))
    assert out.splitlines() == ["P/1", '  P/2 (awaits): "after 1"; (continues): "see 1"']


def test_what_stands_alone_says_so(ask: Ask, tmp_path: Path) -> None:
    paths = written(tmp_path, plan("P", action("1")))
    assert ask("lineage", "P/1", *paths)[1] == "P/1\n  nothing is known to come before it\n"
    assert ask("impact", "P/1", *paths)[1] == "P/1\n  nothing is known to wait for it\n"
    assert ask("orphans", *paths)[1] == "P/1\n"


def test_a_long_chain_stays_on_the_screen(ask: Ask, tmp_path: Path) -> None:
    chain = [action(f"{n}", link("awaits", f"P/{n + 1}", "later")) for n in range(1, 300)]
    paths = written(tmp_path, plan("P", *chain, action("300")))
    _, out, _ = ask("lineage", "P/1", *paths)
    lines = out.splitlines()
    assert max(map(len, lines)) < 100
    assert lines[-1].strip() == '(299) P/300 (awaits): "later"'


def test_an_open_citation_is_marked_with_what_it_may_be(ask: Ask, tmp_path: Path) -> None:
    cites = action("1", link("awaits", ActionCitation(None, "9"), "after Action 9"))
    plans = (
        plan("C", cites, previous=("A", "B")),
        plan("A", action("9")),
        plan("B", action("9")),
    )
    paths = written(tmp_path, *plans)
    _, out, _ = ask("lineage", "C/1", *paths)
    assert (
        '  Action 9 (cited in C) [open: A/9 or B/9] (awaits): "after Action 9"' in out.splitlines()
    )
    assert ask.json("lineage", "C/1", *paths)["sources"][0]["candidates"] == ["A/9", "B/9"]
    findings = ask.json("unresolved", *paths, status=1)
    assert [finding["code"] for finding in findings] == ["CC504"]


def test_citations_that_go_round_are_no_waiting(ask: Ask, tmp_path: Path) -> None:
    one, other = (
        action("1", link("cites", "P/2", "see 2")),
        action("2", link("cites", "P/1", "see 1")),
    )
    paths = written(tmp_path, plan("P", one, other))
    assert ask("cycles", *paths)[1].startswith("P/1 -> P/2 -> P/1\n")
    assert ask("cycles", "--waiting", *paths)[1] == "nothing waits for itself\n"


def test_a_knot_names_who_else_is_caught(ask: Ask, tmp_path: Path) -> None:
    codes = {"1": "23", "2": "1", "3": "1"}
    actions = [action(c, *(link("awaits", f"P/{o}") for o in codes[c])) for c in codes]
    _, out, _ = ask("cycles", *written(tmp_path, plan("P", *actions)))
    assert out.splitlines()[-1] == "  caught in the same knot: P/3"


def test_coverage_names_the_actions_that_took_a_recommendation_up(ask: Ask) -> None:
    found = ask.json("coverage")
    counts = coverage(bundled_dossier())
    assert (found["total"], found["rate"]) == (counts.total, counts.rate)
    parts = ("implemented", "taken_up", "dropped", "rejected", "open")
    by = {
        one["recommendation"]["label"]: [step["later"]["label"] for step in one["by"]]
        for part in parts
        for one in found[part]
    }
    assert len(by) == counts.total
    assert by["6285/06"] == ["AP5/5.7", "AP5/5.7"]
    assert all(by.values())


def test_who_uses_a_report_takes_its_recommendations_up() -> None:
    report = DocumentNumber(1, 2009)
    dossier = attrs.evolve(
        bundled_dossier(),
        plans=[plan("P", action("1", link("uses the recommendations of", report, "as in 1/09")))],
        recommendations=[Recommendation(id="R", text="Swim", document=report)],
    )
    graph = dependency_graph(dossier)
    (step,) = takers(graph, find_node(graph, "R"))
    assert (step.earlier, str(step.later)) == (report, "P/1")
    assert step.kind is LinkKind.USES_RECOMMENDATIONS_OF
    assert len(coverage(dossier).taken_up) == 1


def test_who_starts_from_a_report_is_told_as_inferred(ask: Ask, tmp_path: Path) -> None:
    report = DocumentNumber(1, 2009)
    dropped = attrs.evolve(
        action("2", link("takes up", RecommendationRef("S"), "takes S up")), status="obsolete"
    )
    dossier = Dossier(
        plans=[plan("P", action("1", link("starts from", report, "as a start")), dropped)],
        recommendations=[
            Recommendation(id="R", text="Swim", document=report),
            Recommendation(id="S", text="Dive"),
        ],
    )
    path = tmp_path / "dossier.json"
    path.write_text(str(export(dossier, "json")), encoding="utf-8")
    assert ask("coverage", str(path))[1].splitlines() == [
        "implemented: 0 of 2",
        "taken up: 1 of 2 (1 of them inferred)",
        "  R  Swim",
        '    by P/1, through document 1/09 [mention only] (starts from, inferred): "as a start"',
        "dropped: 1 of 2",
        "  S  Dive",
        '    by P/2 [obsolete] (takes up): "takes S up"',
        "rejected: 0 of 2",
        "open: 0 of 2",
    ]
    found = ask.json("coverage", str(path))
    assert [one["label"] for one in found["inferred"]] == ["R"]
    assert [one["recommendation"]["label"] for one in found["dropped"]] == ["S"]
    assert found["taken_up"][0]["by"][0]["inferred"]
    assert (found["total"], found["rate"]) == (2, 0.5)


def test_several_files_meet_in_one_graph(ask: Ask, tmp_path: Path) -> None:
    bundled = tmp_path / "bundled.json"
    bundled.write_text(str(export(bundled_dossier(), "json")), encoding="utf-8")
    alone = ask.json("lineage", "AP6/6.2", SIXTH)
    assert [one["mentioned"] for one in alone["sources"]] == [False, True]
    met = ask.json("lineage", "AP6/6.2", SIXTH, str(bundled))
    assert met["sources"][1]["label"] == "AP5/5.10"
    assert not met["sources"][1]["mentioned"]
    assert len(met["sources"]) > 2


def test_one_file_given_twice_is_one_file(ask: Ask, tmp_path: Path) -> None:
    copy = shutil.copy(CIRCLE, tmp_path / "copy.json")
    assert ask("waves", CIRCLE, CIRCLE, str(copy)) == ask("waves", CIRCLE)


def test_the_limit_is_kept_and_has_to_be_a_number(ask: Ask) -> None:
    assert len(ask.json("most-depended-on", "--limit", "2")) == 2
    assert ask("most-depended-on", "--limit", "0")[0] == 2
    assert ask("most-depended-on", "--limit", "x")[0] == 2


def test_what_sets_a_date_is_told_for_one_action(ask: Ask) -> None:
    (slot,) = ask.json("schedule", "--action", "AP6/6.1", SIXTH)["slots"]
    kinds = [driver["kind"] for driver in slot["limits"]]
    assert kinds == ["link", "deadline"]
    assert slot["limits"][0]["step"]["evidence"] == ["when 6.1 is done"]
    assert "drivers" not in ask.json("schedule", SIXTH)["slots"][0]


def test_a_circle_is_told_once_for_all_that_are_caught(ask: Ask) -> None:
    found = ask.json("schedule", CIRCLE)
    assert [slot["action"]["label"] for slot in found["slots"]] == ["AP7/1.3"]
    (caught,) = found["unscheduled"]
    assert [one["label"] for one in caught["actions"]] == ["AP7/1.1", "AP7/1.2"]


def test_a_contradiction_is_told_with_its_sentences(ask: Ask, tmp_path: Path) -> None:
    late = attrs.evolve(action("1"), deadlines=[parse_deadline("early 1999")])
    soon = attrs.evolve(
        action("2", link("awaits", "P/1", "after 1")), deadlines=[parse_deadline("by June 1998")]
    )
    paths = written(tmp_path, plan("P", late, soon))
    (found,) = ask.json("contradictions", *paths, status=1)
    assert (found["item"]["label"], found["awaited"]["label"]) == ("P/2", "P/1")
    assert found["certain"]
    status, out, _ = ask("contradictions", *paths)
    assert status == 1
    assert out.startswith("certain: P/2 is due by 1998-06-30")
    assert '  P/1 -> P/2 (awaits): "after 1"' in out.splitlines()


def test_an_empty_dossier_has_an_answer_to_everything(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "empty.json"
    path.write_text('{"schema": "customs_coop/1"}', encoding="utf-8")
    for words in QUESTIONS:
        if not any(word.startswith("AP7") for word in words):
            status, out, err = ask(*words, str(path))
            assert (status, err) == (0, "")
            assert out.strip()


def test_what_moved_is_told_against_an_older_file(ask: "Ask", tmp_path: Path) -> None:
    due = parse_deadline("by 30.6.2005")
    later = parse_deadline("by 31.12.2005")
    old, same = attrs.evolve(action("1"), deadlines=[due]), action("2")
    (tmp_path / "old").mkdir()
    (before,) = written(tmp_path / "old", plan("P", old, same))
    (now,) = written(tmp_path, plan("P", attrs.evolve(old, deadlines=[later]), same))
    status, out, _ = ask("schedule", now, "--against", before)
    assert status == 0
    assert out.startswith("P/1: latest finish 2005-06-30 -> 2005-12-31")
    (move,) = ask.json("schedule", now, "--against", before)
    assert move["action"] == "P/1"
    assert move["old"]["latest_finish"]["latest"] == "2005-06-30"
    assert move["new"]["latest_finish"]["latest"] == "2005-12-31"
    assert ask("schedule", now, "--against", now) == (0, "nothing has moved\n", "")
    status, _, err = ask("schedule", now, "--against", before, "--action", "P/1")
    assert status == 2
    assert "--action and --against ask different things" in err


def test_links_are_recorded_found_suspect_and_accepted(ask: "Ask", tmp_path: Path) -> None:
    waits = attrs.evolve(action("2"), links=[link("awaits", "P/1", "await 1")])
    (tmp_path / "old").mkdir()
    (before,) = written(tmp_path / "old", plan("P", action("1"), waits))
    changed = attrs.evolve(action("1"), title="Other words")
    (now,) = written(tmp_path, plan("P", changed, waits))
    base, next_one = str(tmp_path / "base.json"), str(tmp_path / "next.json")
    assert ask("record", before, "--out", base) == (0, f"{base}: 1 link\n", "")
    quiet = "nothing is suspect: each link is in the baseline as it is now\n"
    assert ask("suspects", base, before) == (0, quiet, "")
    told = "P/2 awaits P/1: the words of P/1 have changed"
    assert ask("suspects", base, now) == (1, f"{told}\n", "")
    review = ["accept", base, now, "--by", "A. Smith", "--on", "2011-07-01", "--out", next_one]
    assert ask(*review) == (0, f"{next_one}: 1 link\naccepted: {told}\n", "")
    assert ask("suspects", next_one, now) == (0, quiet, "")
    assert ask("suspects", base, now)[0] == 1  # the old baseline is as it was
    status, out, _ = ask("suspects", next_one, before, "--json")
    assert status == 1
    assert json.loads(out) == [
        {
            "source": "P/2",
            "kind": "awaits",
            "target": "P/1",
            "evidence": "await 1",
            "reason": "the words of P/1 have changed",
            "reviewed": {"by": "A. Smith", "on": "2011-07-01"},
            "gone": False,
        }
    ]


def test_links_that_are_gone_are_listed_and_given_up(ask: "Ask", tmp_path: Path) -> None:
    waits = attrs.evolve(action("2"), links=[link("awaits", "P/1", "await 1")])
    cites = attrs.evolve(action("3"), links=[link("cites", "P/1", "see 1")])
    (tmp_path / "old").mkdir()
    (before,) = written(tmp_path / "old", plan("P", action("1"), waits, cites))
    (now,) = written(tmp_path, plan("P", action("1"), action("2"), action("3")))
    base, next_one = str(tmp_path / "base.json"), str(tmp_path / "next.json")
    assert ask("record", before, "--out", base)[0] == 0
    told = ["P/2 awaits P/1: the link is gone", "P/3 cites P/1: the link is gone"]
    assert ask("suspects", base, now) == (1, "\n".join([*told, ""]), "")
    assert ask.json("suspects", base, now, status=1)[0] == {
        "source": "P/2",
        "kind": "awaits",
        "target": "P/1",
        "evidence": None,
        "reason": "the link is gone",
        "reviewed": None,
        "gone": True,
    }
    review = ["--by", "A. Smith", "--on", "2011-07-01", "--out", next_one]
    accepted = f"{next_one}: 1 link\naccepted: {told[0]}\n"
    assert ask("accept", base, now, *review, "--of", "P/2") == (0, accepted, "")
    assert ask("suspects", next_one, now) == (1, f"{told[1]}\n", "")
    assert ask("accept", next_one, now, *review, "--force")[0] == 0
    assert ask("suspects", next_one, now)[0] == 0


@pytest.mark.parametrize("by", ["", "  "])
def test_nobody_cannot_accept(by: str, ask: "Ask", tmp_path: Path) -> None:
    (now,) = written(tmp_path, plan("P", action("1", link("awaits", "P/2", "await 2"))))
    base, next_one = tmp_path / "base.json", tmp_path / "next.json"
    base.write_text('{"schema": "customs_coop.baseline/1"}', encoding="utf-8")
    review = ["--by", by, "--on", "2011-07-01", "--out", str(next_one)]
    status, _, err = ask("accept", str(base), now, *review)
    assert status == 2
    assert "--by" in err
    assert "the name of who looked at the links" in err
    assert not next_one.exists()


def test_a_baseline_that_is_not_there_is_told_like_any_file(ask: "Ask", tmp_path: Path) -> None:
    path = str(tmp_path / "none.json")
    told = f"{path}: error CC101: the file does not exist\n"
    assert ask("suspects", path, CIRCLE) == (1, "", told)
    review = ["--by", "A", "--on", "2011-07-01", "--out", str(tmp_path / "next.json")]
    assert ask("accept", path, CIRCLE, *review) == (1, "", told)


def test_a_baseline_is_not_overwritten_and_not_guessed(ask: "Ask", tmp_path: Path) -> None:
    (now,) = written(tmp_path, plan("P", action("1", link("awaits", "P/2", "await 2"))))
    base = tmp_path / "base.json"
    assert ask("record", now, "--out", str(base))[0] == 0
    status, _, err = ask("record", now, "--out", str(base))
    assert (status, "--force replaces it" in err) == (2, True)
    assert ask("record", now, "--out", str(base), "--force")[0] == 0
    status, _, err = ask("suspects", now, now)
    assert status == 1
    assert "CC107" in err
    assert '"customs_coop.baseline/1"' in err
    review = ["--by", "A", "--on", "2011-07-01", "--out", str(tmp_path / "next.json")]
    status, _, err = ask("accept", str(base), now, *review, "--of", "P/7")
    assert status == 2
    assert "'P/7' has no suspect link; those that have one: none" in err
    assert not (tmp_path / "next.json").exists()
    base.write_bytes(b"\xff\xfe{")
    status, out, err = ask("suspects", str(base), now)
    assert (status, out) == (1, "")
    assert "CC103" in err


def test_only_the_links_of_one_action_are_accepted(ask: "Ask", tmp_path: Path) -> None:
    waiting = [
        attrs.evolve(action(code), links=[link("awaits", "P/1", "await 1")]) for code in "23"
    ]
    (now,) = written(tmp_path, plan("P", action("1"), *waiting))
    empty, next_one = tmp_path / "empty.json", tmp_path / "next.json"
    empty.write_text('{"schema": "customs_coop.baseline/1"}', encoding="utf-8")
    review = ["--by", "A", "--on", "2011-07-01", "--out", str(next_one), "--of", "P/3"]
    assert ask("accept", str(empty), now, *review)[0] == 0
    told = "P/2 awaits P/1: the link is not in the baseline\n"
    assert ask("suspects", str(next_one), now) == (1, told, "")


@pytest.mark.parametrize(
    ("length", "earliest"),
    [
        *(("90d", "2004-03-31 "), ("90", "2004-03-31 "), ("2w", "2004-01-15 ")),
        *(("6m", "2004-06-30/2004-07-03"), ("P6M", "2004-06-30/2004-07-03")),
        *(("6 months", "2004-06-30/2004-07-03"), ("1y", "2004-12-31/2005-01-01")),
        *(("P1Y6M10D", "2005-07-10/2005-07-14"), ("60d..90d", "2004-03-01/2004-03-31")),
        *(("2m..", "2004-02-29 or later"), ("..30d", "2004-01-01/2004-01-31")),
    ],
)
def test_how_long_an_action_takes(length: str, earliest: str, ask: Ask) -> None:
    status, out, _ = ask("schedule", "--action", "AP1/2.1", "--duration", f"AP1/2.1={length}")
    assert status == 0
    found = out.partition("earliest finish ")[2].partition(", latest")[0]
    assert found == earliest.strip()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("AP1/2.1", "is not REF=LENGTH"),
        ("=6m", "is not REF=LENGTH"),
        *((f"AP1/2.1={text}", "is no length") for text in ("", "..", "6q", "-5", "PT5M", "1.5m")),
        ("AP1/2.1=P", "is no length"),
        ("AP1/2.1=90d..10d", "90d is longer than 10d"),
        ("AP1/2.1=" + "9" * 5000, "is no length"),
        ("AP1/2.9=6m", "nothing in the graph is called 'AP1/2.9'"),
        ("AP3/3.16=6m", "known by mention only"),
        ("CCWP=6m", "is no action"),
    ],
)
def test_a_length_that_cannot_be_read_is_refused(given: str, told: str, ask: Ask) -> None:
    status, out, err = ask("schedule", "--duration", given)
    assert (status, out) == (2, "")
    assert told in err
    assert "--duration" in err


def test_an_action_has_one_length(ask: Ask) -> None:
    for other in ("AP1/2.1=2m", " AP1/2.1 =1m", "action AP1/2.1=1m"):
        status, _, err = ask("schedule", "--duration", "AP1/2.1=1m", "--duration", other)
        assert status == 2
        assert "is there twice" in err


def test_a_length_counts_for_both_files(ask: Ask, tmp_path: Path) -> None:
    first, second = action("1"), attrs.evolve(action("2"), links=[link("awaits", "P/1", "after 1")])
    (tmp_path / "old").mkdir()
    (before,) = written(tmp_path / "old", plan("P", first))
    (now,) = written(tmp_path, plan("P", first, second))
    lengths = ["--duration", "P/1=30d", "--duration", "P/2=5d"]
    status, out, _ = ask("schedule", now, "--against", before, *lengths)
    assert status == 0
    assert "now has a time: P/2: " in out
    assert "P/1:" not in out
    assert ask("schedule", now, "--against", now, *lengths) == (0, "nothing has moved\n", "")


def test_the_other_questions_about_time_take_lengths_too(ask: Ask) -> None:
    bare = ask("critical-path")[1]
    assert ask("critical-path", "--duration", "AP1/2.1=3y")[1] != bare
    assert ask("contradictions", "--duration", "AP1/2.1=3y")[0] in (0, 1)
    assert ask("contradictions", "--duration", "AP1/2.1=soon")[0] == 2


def test_the_reasons_name_the_durations(ask: Ask) -> None:
    out = ask("schedule", "--action", "AP1/2.2", "--duration", "AP1/2.2=60d")[1]
    assert "AP1/2.2 takes 60 days" in " ".join(out.split())
