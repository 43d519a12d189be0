import datetime as dt

import attrs

from customs_coop.formats.provenance import (
    cover_of,
    covers_of,
    day_of,
    marking_of,
    restricted_papers,
    without_restricted,
)
from customs_coop.model import (
    ActionPlan,
    Document,
    Dossier,
    Link,
    LinkKind,
    Marking,
    Named,
    PlanRef,
    Recommendation,
)
from customs_coop.references import DocumentNumber
from folded import every_case
from sample_plans import timetable, work_plan, work_plan_dossier


def test_the_day_is_that_of_the_document_then_its_year_then_the_period() -> None:
    plan = work_plan()
    assert day_of(plan, work_plan_dossier()) == dt.date(2005, 11, 29)
    assert day_of(plan, Dossier.of(plan)) == dt.date(2005, 1, 1)
    assert day_of(timetable(), Dossier.of(timetable())) == dt.date(1997, 7, 1)
    bare = ActionPlan(id="X", title="")
    assert day_of(bare, Dossier.of(bare)) == dt.date(1970, 1, 1)


def test_the_cover_is_found_by_the_number() -> None:
    dossier = work_plan_dossier()
    cover = cover_of(dossier.plan, dossier)
    assert cover is not None
    assert cover.origin == "Presidency"
    assert cover_of(timetable(), dossier) is None


def test_the_stricter_marking_counts() -> None:
    limite = attrs.evolve(
        work_plan(), document=DocumentNumber(number=14680, year=2005, limite=True)
    )
    public = work_plan_dossier("PUBLIC")
    assert marking_of(public.plan, public) is Marking.PUBLIC
    assert marking_of(limite, attrs.evolve(public, plans=(limite,))) is Marking.LIMITE
    assert marking_of(work_plan(), work_plan_dossier(None)) is None


@every_case(
    ("marking", "papers"),
    [
        ("LIMITE", ("14680/05 (LIMITE)",)),
        ("RESTREINT UE", ("14680/05 (RESTREINT UE)",)),
        ("PUBLIC", ()),
        (None, ()),
    ],
)
def test_every_marking_but_public_restricts(marking: str | None, papers: tuple[str, ...]) -> None:
    assert restricted_papers(work_plan_dossier(marking)) == papers


def test_a_recommendation_restricts_like_the_report_that_it_stands_in() -> None:
    report = DocumentNumber(number=8351, year=2009, revision=2, limite=True)
    dossier = Dossier(recommendations=[Recommendation(id="r", text="Go on", document=report)])
    assert restricted_papers(dossier) == ("8351/2/09 REV 2 (LIMITE)",)


def test_a_paper_without_a_number_restricts_the_plan_that_it_prints() -> None:
    plan, other = ActionPlan(id="AP2", title="Second plan"), ActionPlan(id="AP3", title="Third")
    printed = Document(
        reference=Named("Draft of a plan", "document"),
        title="Draft of a plan",
        marking="LIMITE",
        links=[Link(kind=LinkKind.PRINTS, target=PlanRef("AP2"))],
    )
    titled = Document(reference=Named("Third"), title="Third", marking="PUBLIC")
    asked = Recommendation(id="r", text="Go on")
    dossier = Dossier(plans=[plan, other], documents=[printed, titled], recommendations=[asked])
    assert covers_of(plan, dossier) == (printed,)
    assert marking_of(plan, dossier) is Marking.LIMITE
    assert marking_of(other, dossier) is Marking.PUBLIC
    assert restricted_papers(dossier) == ("Draft of a plan (LIMITE)",)
    open_part = without_restricted(dossier)
    assert (open_part.plans, open_part.documents) == ((other,), (titled,))
    assert open_part.recommendations == (asked,)


def test_a_marked_paper_that_prints_no_plan_restricts_what_names_no_paper() -> None:
    paper = Document(reference=Named("Talks", "conclusions"), title="Talks", marking="RESTREINT UE")
    dossier = Dossier(recommendations=[Recommendation(id="r", text="Go on")], documents=[paper])
    assert restricted_papers(dossier) == ("Talks (RESTREINT UE)",)
    assert without_restricted(dossier) == Dossier()
