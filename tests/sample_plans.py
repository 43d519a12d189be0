"""Plans of each printed kind, in invented words, for the tests of tables and exporters."""

from customs_coop.deadline import Recurring, parse_deadline
from customs_coop.model import (
    Action,
    ActionPlan,
    Document,
    Dossier,
    Indicator,
    Involvement,
    Note,
    Objective,
    Role,
    Status,
    Strategy,
    WorkArea,
)
from customs_coop.recurrence import Frequency, Recurrence
from customs_coop.references import DocumentNumber

HOSTILE = (
    "<script>alert('x')</script> & \"quoted\" | pipe \\ back\x00slash \x1b[31m ]]> {{ 7 * 7 }} "
    "{% raw %} =1+1 @cmd `code` *bold* _it_ ~~no~~ [link](javascript:alert(1)) \ud800 \ufffe"
    " \u202eevorp\u202c שלום مرحبا 😀 " + "w" * 300
)
"""Words that would be markup, commands or half characters in one format or another."""


def work_plan() -> ActionPlan:
    """Three work areas, priorities, a completed row, a note, a recurring indicator."""
    return ActionPlan(
        id="AP1",
        title="Sample Work Plan",
        number=1,
        period="2004-01-01/2006-12-31",
        document=DocumentNumber.parse("14680/05 ENFOCUSTOM 74"),
        work_areas=[
            WorkArea(code="1", title="Data on traffic"),
            WorkArea(code="2", title=""),
            WorkArea(code="3", title="Empty area"),
        ],
        actions=[
            Action(
                code="1.1",
                title="Keep watch over the use of the register",
                work_area="1",
                objectives=["A", "B"],
                priority="High",
                indicators=[
                    Indicator(text="Survey of users", deadlines=[parse_deadline("December 2006")]),
                    Indicator(
                        text="Review twice a year",
                        deadlines=[
                            Recurring(Recurrence(Frequency.MONTHLY, 6), "Review twice a year")
                        ],
                    ),
                ],
                involved=[
                    Involvement(party="CCWP", role=Role.RESPONSIBLE, text="CCWG (Project Group?)"),
                    Involvement(party="COM", role=Role.CONCERNED, text="Commission"),
                    Involvement(party="EUROPOL", role=Role.CONCERNED),
                ],
                notes=["agreement"],
            ),
            Action(
                code="1.2",
                title="Draw up a manual",
                work_area="1",
                priority="Potential to defer",
                status=Status.COMPLETED,
                status_text="Completed: 5472/3/05 REV 3",
                indicators=[
                    Indicator(
                        text="Manual issued (Completed: 5472/3/05 ENFOCUSTOM 6 REV 3)",
                        status=Status.COMPLETED,
                        evidence=[DocumentNumber.parse("5472/3/05 ENFOCUSTOM 6 REV 3")],
                        deadlines=[parse_deadline("30.6.2005")],
                    )
                ],
                involved=[Involvement(party="CCWP", role=Role.RESPONSIBLE, text="CCWG")],
            ),
            Action(
                code="2.1",
                title="Joint exercise at sea",
                aliases=["5.3"],
                work_area="2",
                priority="Low",
                status=Status.OBSOLETE,
                deadlines=[parse_deadline("June 2006")],
            ),
        ],
        notes=[
            Note(id="agreement", mark="¹", text="Others have to agree before this begins."),
            Note(id="general", text="Figures are those of the year before."),
        ],
    )


def work_plan_dossier(marking: str | None = "LIMITE") -> Dossier:
    """The work plan with the cover of its document."""
    cover = Document(
        reference=DocumentNumber.parse("14680/05"),
        title="Sample plan, as revised",
        date="2005-11-29",
        marking=marking,
        origin="Presidency",
        addressee="Working Group",
        previous=[DocumentNumber.parse("11993/1/05 REV 1")],
    )
    return Dossier(plans=[work_plan()], documents=[cover])


def action_plan() -> ActionPlan:
    """Outcomes, concerned parties and terms of reference; no code column."""
    return ActionPlan(
        id="AP5",
        title="Sample Action Plan",
        period="2011-07-01/2012-12-31",
        strategy="S",
        actions=[
            Action(
                code="5.1",
                title="Study of small consignments",
                objectives=["1", "2"],
                indicators=[Indicator(code="1", text="Figures gathered;")],
                outcomes=["(1) Fewer delays;", "(2) Shared forms."],
                involved=[Involvement(party="COM", role=Role.CONCERNED, text="COM (DG TAXUD)")],
                terms_of_reference="Consignments grow in number.\nNobody counts them yet.",
            )
        ],
    )


def action_plan_dossier() -> Dossier:
    """The action plan with the words of its strategic objectives."""
    objectives = [Objective(code="1", text="Try new forms"), Objective(code="2", text="Go on")]
    strategy = Strategy(id="S", title="Sample Strategy", objectives=objectives)
    return Dossier(strategies=[strategy], plans=[action_plan()])


def timetable() -> ActionPlan:
    """Deadlines of the actions themselves, under headings without numbers."""
    return ActionPlan(
        id="P1997",
        title="Sample Timetable",
        period="1997-07-01/1998-12-31",
        work_areas=[WorkArea(code="1", title="TRAINING")],
        actions=[
            Action(code="1", title="Background", work_area="1"),
            Action(
                code="2",
                title="Arrange a course for officers",
                work_area="1",
                deadlines=[parse_deadline("Early 1998")],
            ),
        ],
    )


def hostile_plan() -> ActionPlan:
    """Every text that a table prints is hostile."""
    return ActionPlan(
        id="H",
        title=HOSTILE,
        work_areas=[WorkArea(code="1|<b>", title=HOSTILE)],
        actions=[
            Action(
                code="1.1|<i>",
                title=HOSTILE,
                work_area="1|<b>",
                objectives=["<u>"],
                priority=HOSTILE,
                indicators=[Indicator(text=HOSTILE, deadlines=[parse_deadline("June 2006")])],
                outcomes=[HOSTILE],
                involved=[Involvement(party="X<", role=Role.CONCERNED, text=HOSTILE)],
                terms_of_reference=HOSTILE + "\r\n\x85\u2028" + HOSTILE,
                notes=["n"],
                status=Status.COMPLETED,
            )
        ],
        notes=[Note(id="n", mark="|", text=HOSTILE)],
    )
