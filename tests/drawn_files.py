"""What tests of pictures share: a dossier full of hostile words, and rules for every drawing."""

import importlib.util
import re
from xml.etree import ElementTree as ET

import pytest

from customs_coop.deadline import parse_deadline
from customs_coop.model import (
    Action,
    ActionPlan,
    ActionRef,
    Document,
    Dossier,
    Link,
    LinkKind,
    Named,
    Recommendation,
    Status,
    WorkArea,
)
from customs_coop.references import DocumentNumber
from sample_plans import HOSTILE

SVG = "{http://www.w3.org/2000/svg}"

needs_graphviz = pytest.mark.skipif(
    importlib.util.find_spec("pygraphviz") is None,
    reason="pygraphviz is not installed (extra graph)",
)


def small_dossier() -> Dossier:
    """Two plans, a third that is only mentioned, a report and its recommendation."""
    first = ActionPlan(
        id="AP1",
        title="First plan",
        period="2004-01-01/2005-12-31",
        work_areas=[WorkArea(code="1", title="Training"), WorkArea(code="2", title="Law")],
        actions=[
            Action(
                code="1.1",
                title="Survey the courses",
                work_area="1",
                status=Status.COMPLETED,
                status_text="Completed",
                deadlines=[parse_deadline("15 June 2004")],
                links=[
                    Link(
                        kind=LinkKind.COMPLETED_BY,
                        target=DocumentNumber(number=7001, year=2004),
                        text="Completed: 7001/04",
                    )
                ],
            ),
            Action(
                code="1.2",
                title="Hold a seminar",
                work_area="1",
                status=Status.AWAITING,
                deadlines=[parse_deadline("every six months"), parse_deadline("tbc")],
                links=[
                    Link(
                        kind=LinkKind.AWAITS,
                        target=ActionRef("AP1", "1.1"),
                        text="Await outcome of 1.1",
                    ),
                    Link(kind=LinkKind.HANDLED_WITH, target=ActionRef("AP1", "2.1")),
                ],
            ),
            Action(
                code="2.1",
                title="Compare the acts",
                work_area="2",
                deadlines=[parse_deadline("early 2005"), parse_deadline("from July 2004")],
            ),
            Action(code="2.2", title="Nobody waits for this", work_area="2"),
        ],
    )
    second = ActionPlan(
        id="AP2",
        title="Second plan",
        period="2006-01-01/2006-12-31",
        previous=["AP1"],
        actions=[
            Action(
                code="1",
                title="Repeat the survey",
                deadlines=[parse_deadline("by end 2006")],
                links=[
                    Link(kind=LinkKind.CONTINUES, target=ActionRef("AP0", "9"), inferred=True),
                    Link(
                        kind=LinkKind.USES_RECOMMENDATIONS_OF,
                        target=DocumentNumber(number=7001, year=2004),
                        text="the recommendations in 7001/04",
                    ),
                ],
            )
        ],
    )
    return Dossier(
        plans=[first, second],
        documents=[Document(reference=DocumentNumber(number=7001, year=2004), title="Survey")],
        recommendations=[
            Recommendation(
                id="R1",
                text="Repeat it every two years",
                document=DocumentNumber(number=7001, year=2004),
            )
        ],
    )


def turned(dossier: Dossier) -> Dossier:
    """The same dossier with its plans in the opposite order."""
    return Dossier(
        plans=dossier.plans[::-1],
        documents=dossier.documents,
        recommendations=dossier.recommendations,
    )


def hostile_dossier() -> Dossier:
    """Every text that a picture shows is hostile."""
    words = HOSTILE + "</svg>]]><g> \u202e\u2067 \u05de\u05db\u05e1 "
    words += "\n%%{init: {'theme': 'dark'}}%%\r\u2028end; style a:#b; \\N \\l --> "
    return Dossier(
        plans=[
            ActionPlan(
                id='H"<b>',
                title=words,
                period="2004-01-01/2004-12-31",
                work_areas=[WorkArea(code="1", title=words)],
                actions=[
                    Action(
                        code='1.1"]',
                        title=words,
                        work_area="1",
                        status_text=words,
                        deadlines=[parse_deadline(words)],
                        links=[
                            Link(
                                kind=LinkKind.AWAITS,
                                target=Named(" ".join(words.split()), "document"),
                                text=words,
                            )
                        ],
                    )
                ],
            )
        ]
    )


def read_drawing(text: str) -> ET.Element:
    """Parse a drawing, and check what every drawing has to keep."""
    root = ET.fromstring(text)  # noqa: S314 - our own drawing
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert root.get("aria-label")
    names = [child.tag for child in root[:2]]
    assert names == [f"{SVG}title", f"{SVG}desc"]
    assert all(child.text for child in root[:2])
    for element in root.iter():
        assert element.tag.startswith(SVG)
        assert element.tag.removeprefix(SVG) in {
            *("svg", "title", "desc", "g", "rect", "path", "line", "text"),
        }
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert "href" not in name
            assert not re.search(r"url\(|javascript:|https?:", value) or name == "aria-label"
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\u202a-\u202e]", text)
    assert "<!DOCTYPE" not in text
    assert "nan" not in text.split("<desc>", maxsplit=1)[0]
    return root


def words_of(root: ET.Element) -> list[str]:
    """All lines of words of a drawing, in order."""
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def tips_of(root: ET.Element) -> list[str]:
    """All titles that show when one points at something."""
    return [element.text or "" for element in root.iter(f"{SVG}title")][1:]
