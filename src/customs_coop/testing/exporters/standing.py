"""Checks of how an exporter stands among others: stable, silent, alone, and whole or not at all."""

import contextlib
import io
import pickle
import tempfile
from pathlib import Path

from customs_coop.errors import CustomsCoopError, MarkingError
from customs_coop.exporters.preparing import Prepared, prepared_with
from customs_coop.formats.files.whole import write_whole
from customs_coop.testing.exporters.contents import words_of
from customs_coop.testing.exporters.elsewhere import asked_elsewhere, digest, one_asked
from customs_coop.testing.exporters.guards import other_time, watched
from customs_coop.testing.exporters.subjects import (
    Made,
    bundled_plans,
    limite_plan,
    made,
    marked_dossier,
    one_action,
)
from customs_coop.testing.exporters.trial import Trial, require

__all__ = [
    "check_elsewhere",
    "check_failure",
    "check_guards",
    "check_input",
    "check_public",
    "check_repeat",
    "compare_elsewhere",
]


def _ready(trial: Trial, subject: Made) -> Prepared:
    return prepared_with(trial.kind, subject, trial.options, name=trial.name)


def _subjects(trial: Trial) -> list[tuple[str, Made]]:
    """A rich plan and a small one, in each kind."""
    found = []
    for plan in (marked_dossier().plan, one_action()):
        found += list(trial.subjects(plan))
    if "dossier" in trial.kinds:
        found.append(("dossier", marked_dossier()))
    return found


def check_repeat(trial: Trial) -> None:
    """The same subject gives the same bytes, on each call, whatever was rendered between."""
    subjects = _subjects(trial)
    ready = [_ready(trial, subject) for _, subject in subjects]
    first = [one.whole() for one in ready]
    # The same objects again, the other way round, and then new ones.
    again = [one.whole() for one in reversed(ready)][::-1]
    anew = [_ready(trial, subject).whole() for _, subject in subjects]
    for (kind, _), one, two, three in zip(subjects, first, again, anew, strict=True):
        require(one == two, f"{kind}: a second call of the same exporter gives other bytes")
        require(one == three, f"{kind}: a new exporter gives other bytes than the first one")


def check_elsewhere(trial: Trial) -> None:
    """Another hash seed, time zone, locale and folder give the same bytes."""
    compare_elsewhere([trial])


def compare_elsewhere(trials: list[Trial]) -> None:
    """Ask one other process for all of several exporters: to start one takes the most time.

    Raises:
        AssertionError: Some of them give other bytes there, fail, or leave a file behind; each
            that does is told.
    """
    asked, wanted = [], []
    for trial in trials:
        subjects = _subjects(trial)
        asked.append(one_asked(trial.kind, trial.options, [one for _, one in subjects]))
        wanted.append([digest(_ready(trial, one).whole()) for _, one in subjects])
    faults = []
    for trial, here, there in zip(trials, wanted, asked_elsewhere(asked), strict=True):
        failed = [one for one in there if one.startswith("failed")]
        if failed:
            faults.append(f"{trial.name}: in another process it {failed[:1]}")
        elif here != there:
            faults.append(
                f"{trial.name}: another hash seed, time zone, locale or folder gives other bytes"
            )
    require(not faults, "\n".join(faults))


def check_input(trial: Trial) -> None:
    """The subject is afterwards what it was before."""
    many = bundled_plans()[0]
    for kind, subject in [*_subjects(trial), *trial.subjects(many)]:
        before, kept = repr(subject), pickle.loads(pickle.dumps(subject))  # noqa: S301 - our own
        trial.rendered(subject, kind)
        require(
            repr(subject) == before and subject == kept,
            f"{kind}: the subject is another one after it was rendered",
        )


def check_guards(trial: Trial) -> None:
    """No clock, network, environment or chance is asked, and nothing is printed."""
    plan = marked_dossier().plan
    for kind in trial.kinds:
        subject = made(kind, plan)
        ready = _ready(trial, subject)
        said = io.StringIO()
        # The first call may import what it needs, and so read files and the environment.
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            plainly = ready.whole()
        require(not said.getvalue(), f"{kind}: it prints {said.getvalue()[:60]!r}")
        with watched() as found:
            ready.whole()
        own = found.by(trial.kind.__module__, found.days)
        require(
            not found.other and not own,
            f"{kind}: it asks for {', '.join([*found.other, *own])}",
        )
        # What a library asks and overwrites later, as one that writes workbooks, does no harm.
        require(
            not found.days or ready.whole() == plainly,
            f"{kind}: the bytes depend on the clock: {', '.join(found.days)}",
        )
        if found.clock:
            with other_time():
                later = ready.whole()
            asked = ", ".join(found.clock)
            require(later == plainly, f"{kind}: the bytes depend on the clock: {asked}")


def check_public(trial: Trial) -> None:
    """What is marked LIMITE is refused for the public, or left away."""
    options = {**trial.options, "public": True}
    for kind, subject in trial.subjects(limite_plan()):
        try:
            ready = prepared_with(trial.kind, subject, options, name=trial.name)
            content = ready.content()
        except MarkingError:
            continue
        except CustomsCoopError as error:
            raise AssertionError(
                f"{kind}: a plan marked LIMITE is not refused but fails: {error}"
            ) from error
        words = words_of(content, trial.media_type)
        if words is None and isinstance(content, bytes):
            words = content.decode("latin-1")
        require(
            "kitsecret" not in (words or ""),
            f"{kind}: words of a plan that is marked LIMITE get out",
        )


def check_failure(trial: Trial) -> None:
    """Where rendering fails half-way, no file is left, and one that was there stays."""

    def render(exporter: object, subject: object, /) -> str:
        super(failing, exporter).render(subject)  # type: ignore[arg-type]  # made below
        raise RuntimeError("half-way")

    failing = type(f"{trial.name}HalfWay", (trial.kind,), {"render": render})
    plan = marked_dossier().plan
    for kind in trial.kinds:
        broken = Trial(kind=failing, options=trial.options)
        subject = made(kind, plan)
        with tempfile.TemporaryDirectory() as folder:
            there = Path(folder, f"there{trial.kind.suffix}")
            there.write_bytes(b"before")
            for path in (there, Path(folder, f"new{trial.kind.suffix}")):
                try:
                    write_whole(path, _ready(broken, subject).whole())
                except CustomsCoopError as error:
                    require("half-way" in str(error), f"{kind}: {error}")
                else:
                    raise AssertionError(f"{kind}: a failure half-way is not told")
            names = sorted(path.name for path in Path(folder).iterdir())
            require(names == [there.name], f"{kind}: a failure leaves {names}")
            require(there.read_bytes() == b"before", f"{kind}: a failure spoils the old file")
