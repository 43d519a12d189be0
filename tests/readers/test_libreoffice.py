"""Documents that LibreOffice has saved: what was edited differs, and nothing else."""

import datetime as dt
import functools
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from customs_coop.datasets import bundled_dossier
from customs_coop.deadline import By
from customs_coop.exporters import export
from customs_coop.loading import read
from customs_coop.model import Action, ActionPlan, ActionRef, Dossier
from customs_coop.readers import Reading

pytestmark = [
    pytest.mark.client,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not there"),
]


def save(folder: Path, to: str, *names: str) -> Path:
    """Let LibreOffice save documents anew, into a folder named by the ending."""
    target = folder / to.partition(":")[0]
    subprocess.run(
        ["soffice", "--headless", "--convert-to", to, "--outdir", str(target)]
        + [str(folder / name) for name in names],
        check=True,
        capture_output=True,
        env={**os.environ, "HOME": str(folder)},
        timeout=200,
    )
    return target


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two plans as Word files, and in the folder "docx" as LibreOffice saves them."""
    made = tmp_path_factory.mktemp("documents")
    for name in ("AP1", "AP5"):
        content = export(bundled_dossier(), "council-docx", plan=name)
        assert isinstance(content, bytes)
        (made / f"{name}.docx").write_bytes(content)
    save(made, "docx:MS Word 2007 XML", "AP1.docx", "AP5.docx")
    return made


@functools.cache
def read_once(path: Path) -> Reading:
    return read(path)


def edit(source: Path, target: Path, old: str, new: str) -> None:
    """Write other words into the one cell that has the old ones."""
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "word/document.xml":
                assert content.count(old.encode()) == 1
                content = content.replace(old.encode(), new.encode())
            after.writestr(name, content)


def with_action(dossier: Dossier, code: str, change: Callable[[Action], Action]) -> Dossier:
    """The dossier with one action changed, and the duties that follow from it."""
    (plan,) = dossier.plans
    actions = tuple(change(a) if a.code.text == code else a for a in plan)
    old, new = (
        [deadline for a in held if a.code.text == code for deadline in a.all_deadlines]
        for held in (plan.actions, actions)
    )
    moved = dict(zip(old, new, strict=True))
    subject = ActionRef(plan.id, code)
    obligations = tuple(
        attrs.evolve(duty, deadline=moved[duty.deadline])
        if duty.subject == subject and duty.deadline in moved
        else duty
        for duty in dossier.obligations
    )
    plans = (attrs.evolve(plan, actions=actions),)
    return attrs.evolve(dossier, plans=plans, obligations=obligations)


def later(action: Action) -> Action:
    """The action with the deadline of its second indicator one year later."""
    first, second, *others = action.indicators
    (deadline,) = second.deadlines
    assert isinstance(deadline, By)
    assert deadline.latest == dt.date(2006, 7, 31)
    moved = By(latest=dt.date(2007, 7, 31), text="31.07.2007", convention=deadline.convention)
    text = second.text.replace("31.07.2006", "31.07.2007")
    second = attrs.evolve(second, text=text, deadlines=(moved,))
    return attrs.evolve(action, indicators=(first, second, *others))


@pytest.mark.parametrize("name", ["AP1", "AP5"])
def test_a_document_saved_anew_holds_the_same(folder: Path, name: str) -> None:
    before = read(folder / f"{name}.docx")
    after = read_once(folder / "docx" / f"{name}.docx")
    assert after.dossier == before.dossier
    assert [left.text for left in after.residue] == [left.text for left in before.residue]
    assert [(f.code, f.message) for f in after.report] == [
        (f.code, f.message) for f in before.report
    ]


EDITS = pytest.mark.parametrize(
    "made",
    [
        (
            "AP1",
            "1.1",
            "Watch how well",
            "Watch how badly",
            lambda a: attrs.evolve(a, title=a.title.replace("how well", "how badly")),
        ),
        ("AP1", "5.1", "31.07.2006", "31.07.2007", later),
        (
            "AP5",
            "5.3",
            "Fields for training named",
            "Fields for training listed",
            lambda a: attrs.evolve(a, outcomes=("Fields for training listed", *a.outcomes[1:])),
        ),
        (
            "AP5",
            "5.3",
            "they are guests at that of others",
            "they are guests elsewhere",
            lambda a: attrs.evolve(
                a,
                terms_of_reference=a.terms_of_reference.replace(
                    "guests at that of others", "guests elsewhere"
                ),
            ),
        ),
    ],
    ids=["a title", "a deadline", "an outcome", "the terms of reference"],
)


@EDITS
def test_one_edited_cell_changes_that_cell_alone(
    folder: Path,
    tmp_path: Path,
    made: tuple[str, str, str, str, Callable[[Action], Action]],
) -> None:
    name, code, old, new, change = made
    source = folder / "docx" / f"{name}.docx"
    before = read_once(source)
    edited = tmp_path / "edited.docx"
    edit(source, edited, old, new)
    after = read(edited)
    assert after.dossier == with_action(before.dossier, code, change)
    assert after.dossier != before.dossier
    assert [left.text for left in after.residue] == [left.text for left in before.residue]
    assert [f.code for f in after.report] == [f.code for f in before.report]


@pytest.mark.parametrize(
    ("to", "what"),
    [("odt", "OpenDocument"), ("doc", "old Word")],
)
def test_other_kinds_that_libreoffice_saves_are_refused_with_the_way_out(
    folder: Path, to: str, what: str
) -> None:
    # To open a plan of real length takes longer than all else here.
    content = export(ActionPlan(id="P", title="Plan"), "council-docx")
    assert isinstance(content, bytes)
    (folder / "short.docx").write_bytes(content)
    reading = read(save(folder, to, "short.docx") / f"short.{to}")
    (finding,) = reading.report
    assert finding.code == "CC184"
    assert what in finding.message
    assert "save it as DOCX" in finding.message
    assert reading.dossier == Dossier()
