import attrs
import pytest

from customs_coop.deadline import By, parse_deadline
from customs_coop.exporters import export
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Dossier,
    Indicator,
    Involvement,
    Measure,
    Obligation,
    Party,
    PeriodTarget,
    ProgressReport,
    Role,
)
from customs_coop.monitoring import review
from customs_coop.monitoring.summaries import same_words, summary_of
from customs_coop.monitoring.tallying import reports_received

ITEM = ActionRef("P9", "1")
MEMBERS = ("AL", "BA", "HR", "RS")


def dossier(*reports: ProgressReport) -> Dossier:
    """One thing that four administrations have to do, each of which owes a report on it."""
    led = [Involvement(party="NEIGHBOURS", role=Role.RESPONSIBLE)]
    action = Action(code="1", title="Count the posts", involved=led, deadlines=[By("2032-03-31")])
    duty = Obligation(
        text="Report on it", party="NEIGHBOURS", subject=ITEM, deadline=By("2032-03-31")
    )
    parties = [Party(id="NEIGHBOURS", name="Neighbours")]
    parties += [Party(id=one, name=f"Land of {one}", part_of="NEIGHBOURS") for one in MEMBERS]
    plan = ActionPlan(id="P9", title="Posts", period="2032-01-01/2032-12-31", actions=[action])
    return Dossier(plans=[plan], obligations=[duty], parties=parties, progress=reports)


def report(**fields: object) -> ProgressReport:
    given = {"party": "AL", "subject": ITEM, "on": "2032-03-01"} | fields
    return ProgressReport(**given)  # type: ignore[arg-type]  # each test says which fields


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"stage": "adopted"}, "reported: Adopted"),
        ({"text": "We met twice"}, "reported"),
        ({"status": "ongoing"}, "reported: ongoing"),
        ({"status": "ongoing", "stage": "drafted"}, "reported: ongoing, Drafted"),
    ],
)
def test_what_says_nothing_of_the_status_is_not_called_open(
    fields: dict[str, object], said: str
) -> None:
    state = review(dossier(report(**fields)), on="2032-04-15")
    text = export(state, "state-text", sections="matrix", width=120)
    assert f"AL: {said}; 1 March 2032" in text
    assert "open" not in text


def test_the_words_of_one_member_are_not_those_of_all() -> None:
    state = review(dossier(report(status="completed", text="All done")), on="2032-04-15")
    text = " ".join(export(state, "state-text", sections="overdue", width=120).split())
    assert "1 of 4 reported; AL, 1 March 2032: “All done”" in text
    whole = report(party="NEIGHBOURS", status="ongoing", text="We all do it")
    text = export(review(dossier(whole), on="2032-04-15"), "state-text", sections="overdue")
    assert "reported" not in text
    assert "NEIGHBOURS, 1 March 2032: “We all do it”" in " ".join(text.split())


def test_of_members_that_nobody_lists_each_is_named() -> None:
    (plan,) = dossier().plans
    led = [Involvement(party="MS", role=Role.RESPONSIBLE)]
    plan = attrs.evolve(plan, actions=[attrs.evolve(plan.actions[0], involved=led)])
    said = [report(party=one, text=f"Done by {one}") for one in ("DE", "FR")]
    state = review(Dossier(plans=[plan], progress=said), on="2032-04-15")
    text = " ".join(export(state, "state-text", sections="overdue").split())
    assert "DE, 1 March 2032: “Done by DE”; FR, 1 March 2032: “Done by FR”" in text


def test_the_period_without_a_value_is_named() -> None:
    targets = [
        PeriodTarget(period=f"{year}-01-01/{year}-12-31", value=3) for year in (2030, 2031, 2032)
    ]
    counted = Indicator(text="Posts", measure=Measure(unit="posts", targets=targets))
    action = Action(code="1", title="Count", indicators=[counted])
    plan = ActionPlan(id="P9", title="", period="2030-01-01/2032-12-31", actions=[action])
    told = export(review(plan, on="2032-04-15"), "state-text", sections="indicators", width=200)
    assert "1, indicator 1 (1 January 2030 – 31 December 2030, 1 January 2031 – 31" in told
    assert "31 December 2032" not in told.partition("No value")[2].partition("\n\n")[0]


def test_administrations_are_named_and_two_marks_are_not_alike() -> None:
    state = review(dossier(report(status="ongoing"), report(status="completed")), on="2032-04-15")
    text = " ".join(export(state, "state-text", sections="matrix").split())
    assert "AL Land of AL; BA Land of BA; HR Land of HR; RS Land of RS" in text
    page = export(state, "matrix-html")
    assert '<th scope="col">AL Land of AL</th>' in page
    assert 'class="tone-clash"' in page


def test_no_share_is_told_of_reports_where_the_dossier_holds_none() -> None:
    assert not reports_received(review(dossier(), on="2032-04-15")).whole
    count = reports_received(review(dossier(report(status="ongoing")), on="2032-04-15"))
    assert (count.part, count.whole) == (1, 4)


def test_the_summary_says_who_contradicts_itself_and_why_it_is_not_certain() -> None:
    both = (report(status="ongoing"), report(status="completed"))
    text = str(review(dossier(*both), on="2032-04-15"))
    assert "Contradictions (1)\n  AL  P9/1  2032-03-01  completed and ongoing" in text
    assert "Contradictions" not in str(review(dossier(both[0]), on="2032-04-15"))
    (plan,) = dossier().plans
    led = [Involvement(party=one, role=Role.RESPONSIBLE) for one in MEMBERS]
    action = attrs.evolve(plan.actions[0], deadlines=[parse_deadline("early 2032")], involved=led)
    state = review(attrs.evolve(plan, actions=[action]), on="2032-02-15")
    assert '"early 2032" names no last day  AL +3  Count' in str(state)
    assert "AL, BA, HR, RS" in summary_of(state, 140)


def test_names_are_compared_without_regard_to_capitals_and_signs() -> None:
    assert same_words("PROJECT-GROUP", "project group")
    assert not same_words("AT", "Austria")


def test_limite_stands_once_on_the_first_page() -> None:
    import io

    import docx

    from sample_states import country_state

    document = docx.Document(io.BytesIO(export(country_state(), "state-docx")))
    assert [one.text for one in document.paragraphs].count("LIMITE") == 0
    heads = [one.text for one in document.sections[0].header.paragraphs]
    cells = [cell.text for table in document.sections[0].header.tables for cell in table._cells]
    assert "LIMITE" in " ".join([*heads, *cells])


def test_duties_on_which_nothing_came_stand_behind_the_reports() -> None:
    one = dossier(report(status="ongoing"))
    (duty,) = one.obligations
    plain = attrs.evolve(duty, text="Paint the posts", deadline=By("2032-02-29"))
    whole = attrs.evolve(one, obligations=[duty, plain])
    state = review(whole, on="2032-04-15")
    text = " ".join(export(state, "state-text", sections="reports").split())
    came, _, duties = text.partition("Duties on which nothing came (3)")
    assert "Reports that did not come (3)" in came
    assert "“Paint the posts”" not in came
    assert "What is to be done: “Paint the posts”" in duties
    only = export(
        review(attrs.evolve(one, obligations=[plain]), on="2032-04-15"),
        "state-text",
        sections="reports",
        language="de",
    )
    assert "I. Pflichten, zu denen nichts kam (3)" in only
