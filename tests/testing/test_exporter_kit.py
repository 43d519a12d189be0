# ruff: noqa: ARG002 - an exporter that goes wrong may not look at its subject
"""The kit for exporters finds what it says it finds: each class here breaks one promise."""

import datetime as dt
import functools
import gc
import html
import os
import random
import socket
import subprocess
import sys
import tempfile
import threading
import time
from typing import Any, ClassVar

import attrs
import pytest

from customs_coop.comparison import PlanDiff, diff
from customs_coop.exporters import export, load_exporter
from customs_coop.exporters.base import Exporter
from customs_coop.model import Dossier
from customs_coop.testing import check_exporter, exporter_checks
from customs_coop.testing.exporters import CHECKS, ExporterCheck
from customs_coop.testing.exporters.guards import watched
from customs_coop.testing.exporters.standing import compare_elsewhere
from customs_coop.testing.exporters.trial import Trial
from folded import every_case


class Good:
    """The codes of a plan, one a line."""

    suffix = ".codes"
    media_type = "text/plain"
    carries: Any = ("action.code",)  # Any: one below says something else

    def render(self, subject: Dossier, /) -> Any:  # noqa: ANN401 - those below give other things
        return "".join(f"{action.code}\n" for plan in subject.plans for action in plan)


class NoMediaType(Good):
    media_type = "plain text"


class OddSuffix(Good):
    suffix = ".co?des"


class TakenSuffix(Good):
    suffix = ".codes.md"


class OtherVersion(Good):
    api = 99


class OtherKind(Good):
    accepts = ("dossier", "weather")


@attrs.frozen
class NoDefault(Good):
    plan: str


@attrs.frozen
class OddDefault(Good):
    how: object = attrs.field(factory=dict)


@attrs.frozen
class OtherWhenStated(Good):
    limit: int | None = None
    calls: ClassVar[list[int]] = []

    def render(self, subject: Dossier, /) -> str:
        self.calls.append(1)
        return str(len(self.calls))


class NothingForNone(Good):
    def render(self, subject: Dossier, /) -> str:
        return str(subject.plans[0].actions[0].code)


class NeedsDeadline(Good):
    def render(self, subject: Dossier, /) -> str:
        return "".join(action.deadlines[0].text for p in subject.plans for action in p)


class OnePlanOnly(Good):
    def render(self, subject: Dossier, /) -> str:
        (plan,) = subject.plans
        return plan.id


class Unescaped(Good):
    suffix = ".svg"
    media_type = "image/svg+xml"

    def render(self, subject: Dossier, /) -> str:
        words = "".join(action.title for plan in subject.plans for action in plan)
        return f"<svg xmlns='http://www.w3.org/2000/svg'><text>{words}</text></svg>"


class RawPage(Good):
    suffix = ".html"
    media_type = "text/html"

    def render(self, subject: Dossier, /) -> str:
        return "".join(f"<p>{action.title}" for plan in subject.plans for action in plan)


class RawAttribute(RawPage):
    def render(self, subject: Dossier, /) -> str:
        titles = [a.title.replace("<", "&lt;") for plan in subject.plans for a in plan]
        return "".join(f"<p title='{title}'>." for title in titles)


class RawAddress(RawPage):
    def render(self, subject: Dossier, /) -> str:
        titles = [html.escape(a.title) for plan in subject.plans for a in plan]
        return "".join(f"<a href='{title}'>.</a>" for title in titles)


class Steering(Good):
    def render(self, subject: Dossier, /) -> str:
        return "".join(f"{a.title}\n" for plan in subject.plans for a in plan)


class ShowsValues(Good):
    def render(self, subject: Dossier, /) -> str:
        return "".join(f"{a.priority}\n" for plan in subject.plans for a in plan)


class RawMarkdown(RawPage):
    suffix = ".md"
    media_type = "text/markdown"


class Formulas(Good):
    suffix = ".csv"
    media_type = "text/csv"

    def render(self, subject: Dossier, /) -> str:
        titles = (action.title for plan in subject.plans for action in plan)
        return "".join('"{}"\r\n'.format(title.replace('"', '""')) for title in titles)


class TextAndBytes(Good):
    def render(self, subject: Dossier, /) -> str | bytes:
        words = super().render(subject)
        assert isinstance(words, str)
        return words if any(plan.period for plan in subject.plans) else words.encode()


class TextForPicture(Good):
    media_type = "image/png"


class OtherCharset(Good):
    media_type = "text/plain; charset=iso-8859-1"


class GivesNone(Good):
    def render(self, subject: Dossier, /) -> Any:  # noqa: ANN401 - no text, which is the point
        return None


class UnknownField(Good):
    carries = ("action.colour",)


class EmptyPromise(Good):
    carries = ("action.code", "action.outcomes")


class OddCarries(Good):
    @property
    def carries(self) -> str:
        return "action.title"


class Remembers(Good):
    seen: ClassVar[list[str]] = []

    def render(self, subject: Dossier, /) -> str:
        self.seen.append("x")
        return "".join(self.seen)


class HashOrder(Good):
    def render(self, subject: Dossier, /) -> str:
        # So many that two processes never have the same order by chance.
        return "".join({f"word {number}" for number in range(40)})


class LocalTime(Good):
    def render(self, subject: Dossier, /) -> str:
        return time.strftime("%H:%M", time.localtime(0))


class LeavesFiles(Good):
    def render(self, subject: Dossier, /) -> str:
        if os.environ.get("TZ", "").startswith("KIT"):
            with open("left.txt", "w", encoding="utf-8") as file:  # noqa: PTH123 - as people do
                file.write("left")
        return ""


class Changes(Good):
    def render(self, subject: Dossier, /) -> str:
        for plan in subject.plans:
            object.__setattr__(plan, "title", "changed")
        return ""


class AsksClock(Good):
    def render(self, subject: Dossier, /) -> str:
        return str(dt.datetime.now(dt.UTC).year)


class AsksClockOnce(Good):
    def render(self, subject: Dossier, /) -> str:
        return _year()


@functools.cache
def _year() -> str:
    return str(dt.datetime.now(dt.UTC).year)


class AsksClockInThread(Good):
    def render(self, subject: Dossier, /) -> str:
        found: list[int] = []
        thread = threading.Thread(target=lambda: found.append(dt.date.today().year))  # noqa: DTZ011 - the point
        thread.start()
        thread.join()
        return str(found[0])


class AsksMachine(Good):
    def render(self, subject: Dossier, /) -> str:
        return str(len(socket.gethostname()))


class AsksTime(Good):
    def render(self, subject: Dossier, /) -> str:
        return str(int(time.time()) // 10**7)


class AsksEnvironment(Good):
    def render(self, subject: Dossier, /) -> str:
        return os.environ.get("KIT_NO_SUCH_NAME", "")


class AsksNetwork(Good):
    def render(self, subject: Dossier, /) -> str:
        with socket.socket() as connection:
            try:
                connection.connect(("127.0.0.1", 9))
            except OSError:
                return "no connection"
        return ""


class AsksChance(Good):
    def render(self, subject: Dossier, /) -> str:
        return str(random.random() < 2)  # noqa: S311 - that is the point


class Prints(Good):
    def render(self, subject: Dossier, /) -> str:
        print("rendering")  # noqa: T201 - that is the point
        return ""


class PrintsErrors(Good):
    def render(self, subject: Dossier, /) -> str:
        print("rendering", file=sys.stderr)  # noqa: T201 - that is the point
        return ""


class LeavesTemporaryFiles(Good):
    def render(self, subject: Dossier, /) -> str:
        if tempfile.gettempdir().endswith("TMPDIR"):
            with tempfile.NamedTemporaryFile(prefix="kit", delete=False) as file:
                file.write(b"left")
        return ""


class LetsDifferencesOut:
    suffix = ".words"
    media_type = "text/plain"
    accepts = ("diff",)

    def public_part(self, subject: PlanDiff, /) -> PlanDiff:
        assert subject.before is not None
        assert subject.after is not None
        old, new = (attrs.evolve(p, document=None) for p in (subject.before, subject.after))
        return diff(old, new)

    def render(self, subject: PlanDiff, /) -> str:
        return "".join(f"{action.title}\n" for action in subject.before or ())


class FirstOnly(Good):
    carries = ("action.title",)

    def render(self, subject: Dossier, /) -> str:
        titles = [action.title for plan in subject.plans for action in plan]
        return "".join(f"{title}\n" for title in titles[:50])


class LetsOut(Good):
    def public_part(self, subject: Dossier, /) -> Dossier:
        return attrs.evolve(
            subject,
            plans=[attrs.evolve(plan, document=None) for plan in subject.plans],
            documents=(),
        )

    def render(self, subject: Dossier, /) -> str:
        return "".join(f"{action.title}\n" for plan in subject.plans for action in plan)


FAULTS: tuple[tuple[type[Exporter], str, str], ...] = (
    (NoMediaType, "shape", "no media type"),
    (OddSuffix, "shape", "cannot end the name of a file"),
    (TakenSuffix, "shape", "written as council-markdown, which is built in"),
    (OtherVersion, "shape", "version 99"),
    (OtherVersion, "repeat", "not tried, as the class has not the shape"),
    (OtherKind, "shape", "accepts names ['weather']"),
    (NoDefault, "options", "no export by name alone: plan"),
    (OddDefault, "options", "cannot be written"),
    (OtherWhenStated, "options", "give another content"),
    (NothingForNone, "empty-plan", "IndexError"),
    (NeedsDeadline, "one-action", "IndexError"),
    (OnePlanOnly, "bundled-dossier", "the bundled dossier"),
    (Unescaped, "hostile-text", "not well-formed XML"),
    (RawPage, "hostile-text", "markup among the words"),
    (RawAttribute, "hostile-text", "markup among the words"),
    (RawAddress, "hostile-text", "markup among the words"),
    (Steering, "hostile-text", "the control character '\\x00'"),
    (ShowsValues, "bundled-dossier", "'Priority.HIGH' is how Python shows a value"),
    (RawMarkdown, "hostile-text", "markup among the words"),
    (Formulas, "hostile-text", "for a formula"),
    (TextAndBytes, "content-type", "gives bytes and str"),
    (TextForPicture, "one-action", "give bytes"),
    (OtherCharset, "one-action", "the media type says iso-8859-1"),
    (GivesNone, "one-action", "gave NoneType"),
    (UnknownField, "carries", "action.colour"),
    (EmptyPromise, "carries", "action.outcomes"),
    (OddCarries, "carries", "a set of names"),
    (Remembers, "repeat", "gives other bytes"),
    (LocalTime, "other-process", "it asks for time.localtime"),
    (Changes, "input-untouched", "another one after"),
    (AsksClock, "no-outside", "datetime.now"),
    (AsksClockInThread, "no-outside", "date.today"),
    (AsksMachine, "no-outside", "the machine: gethostname"),
    (AsksTime, "no-outside", "depend on the clock"),
    (AsksEnvironment, "no-outside", "KIT_NO_SUCH_NAME"),
    (AsksNetwork, "no-outside", "the network: connect"),
    (AsksChance, "no-outside", "chance"),
    (Prints, "no-outside", "prints 'rendering"),
    (PrintsErrors, "no-outside", "prints 'rendering"),
    (FirstOnly, "thousand-actions", "950 titles are not in the file"),
    (LetsOut, "public", "get out"),
    (LetsDifferencesOut, "public", "diff: words of a plan that is marked LIMITE get out"),
)


@every_case(("kind", "name", "told"), FAULTS)
def test_each_fault_is_found_by_its_check(kind: type[Exporter], name: str, told: str) -> None:
    fault = ExporterCheck(name, Trial(kind=kind)).fault()
    assert told in fault


def test_one_other_process_tells_all_that_give_other_bytes() -> None:
    kinds = (HashOrder, Good, AsksClockOnce)
    with pytest.raises(AssertionError) as caught:
        compare_elsewhere([Trial(kind=kind) for kind in kinds])
    first, second = str(caught.value).splitlines()
    assert first.startswith("HashOrder: ")
    assert first.endswith(" gives other bytes")
    assert second.startswith("AsksClockOnce: ")
    assert "it asks for datetime.now" in second


def test_what_is_left_anywhere_by_another_process_is_told() -> None:
    with pytest.raises(AssertionError, match=r"among the temporary ones: kit.*, left\.txt$"):
        compare_elsewhere([Trial(kind=kind) for kind in (LeavesFiles, LeavesTemporaryFiles)])


def test_every_check_finds_something_somewhere() -> None:
    # A promise of the host, and what every check would find first.
    unproved = set(CHECKS) - {name for _, name, _ in FAULTS}
    assert unproved == {"generated-dossiers", "failure"}


@pytest.mark.parametrize("check", exporter_checks(Good))
def test_a_good_exporter_passes_every_check(check: ExporterCheck) -> None:
    check()


class Capitals(Good):
    carries = ("action.code", "action.title")

    def render(self, subject: Dossier, /) -> str:
        return "".join(f"{a.code} {a.title.upper()}\n" for p in subject.plans for a in p)


@attrs.frozen
class OptionCalledAt(Good):
    at: str = "left"


class Static:
    suffix = ".codes"
    media_type = "text/plain"

    @staticmethod
    def render(subject: Dossier, /) -> str:
        return "".join(f"{action.code}\n" for plan in subject.plans for action in plan)


class StampsAndOverwrites(Good):
    def render(self, subject: Dossier, /) -> str:
        # As a library for workbooks does, whose stamp is replaced before it is written.
        stamped = eval("now(tz)", {"__name__": "library", "now": dt.datetime.now, "tz": dt.UTC})  # noqa: S307 - our own
        assert stamped.tzinfo is dt.UTC
        return "".join(f"{action.code}\n" for plan in subject.plans for action in plan)


@every_case(
    ("kind", "name"),
    [
        (Capitals, "carries"),
        (OptionCalledAt, "options"),
        (Static, "failure"),
        (StampsAndOverwrites, "no-outside"),
    ],
)
def test_what_is_no_fault_is_none(kind: type[Exporter], name: str) -> None:
    assert not ExporterCheck(name, Trial(kind=kind)).fault()


def test_one_call_tells_all_that_fail() -> None:
    with pytest.raises(AssertionError) as caught:
        check_exporter(UnknownField, expected_failures={"repeat": "it is new"})
    message = str(caught.value)
    assert message.startswith("2 checks fail\n")
    assert "UnknownField: carries: carries names" in message
    assert "repeat was expected to fail (it is new), and passes" in message


def test_an_expected_failure_is_none() -> None:
    check = ExporterCheck("carries", Trial(kind=UnknownField), "it is to be decided")
    check()
    parameter = exporter_checks(UnknownField, expected_failures={"carries": "to be decided"})[8]
    assert parameter.id == "carries"
    (mark,) = parameter.marks
    assert mark.name == "xfail"
    assert mark.kwargs["strict"]
    with pytest.raises(AssertionError, match=r"action\.colour"):
        parameter.values[0]()  # type: ignore[operator] # a check, as those above


@pytest.mark.parametrize(
    ("expected", "told"),
    [({"speed": "slow"}, "there is no check 'speed'"), ({"repeat": " "}, "no reason")],
)
def test_an_expectation_of_nothing_is_refused(expected: dict[str, str], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        check_exporter(Good, expected_failures=expected)


def test_a_class_inside_a_function_is_told_to_move() -> None:
    class Inside(Good):
        pass

    assert "top of a module" in ExporterCheck("other-process", Trial(kind=Inside)).fault()


def test_a_class_in_a_script_is_told_to_move(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Good, "__module__", "__main__")
    assert "stands in the script" in ExporterCheck("other-process", Trial(kind=Good)).fault()


def test_without_hypothesis_it_is_said_what_to_install() -> None:
    program = "import sys; sys.modules['hypothesis'] = None; import customs_coop.testing"
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert ended.stderr.endswith(
        "customs_coop.testing needs Hypothesis; install it with: pip install hypothesis\n"
    )


def test_a_format_is_tried_by_its_name_and_with_options() -> None:
    (first, *_) = exporter_checks("icalendar", options={"profile": "tasks"})
    check = first.values[0]
    assert isinstance(check, ExporterCheck)
    assert check.trial.kind is load_exporter("icalendar")
    assert check.trial.configured().profile == "tasks"


def test_watching_leaves_everything_as_it_was() -> None:
    before = socket.socket.connect, type(os.environ).__getitem__
    with watched() as found:
        os.environ.get("KIT_NO_SUCH_NAME")
    assert list(found.other) == [f"the environment: KIT_NO_SUCH_NAME (asked by {__name__})"]
    assert (socket.socket.connect, type(os.environ).__getitem__) == before


class AsksAtItsEnd:
    """Asks where it is collected as garbage."""

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        os.environ.get("KIT_NO_SUCH_NAME")


def test_what_was_left_before_asks_for_nothing() -> None:
    AsksAtItsEnd()
    with watched() as found:
        kept: list[dict[str, int]] = [{} for _ in range(4 * max(gc.get_threshold()[0], 700))]
        assert kept
    assert found.other == {}
    assert gc.isenabled()


def test_what_other_threads_do_meanwhile_is_nothing_that_was_asked() -> None:
    begun, ended = threading.Event(), threading.Event()

    def work() -> None:
        begun.wait(60)
        os.environ.get("KIT_NO_SUCH_NAME")
        with pytest.raises(TypeError), socket.socket() as connection:
            connection.connect(7)  # type: ignore[arg-type] # no address
        ended.set()

    thread = threading.Thread(target=work)
    thread.start()
    with watched() as found:
        begun.set()
        assert ended.wait(60)
    thread.join()
    assert found.other == {}


def test_what_the_kit_asks_is_what_a_user_gets() -> None:
    trial = Trial(kind=load_exporter("council-markdown"))
    ((_, subject),) = trial.subjects(_one_plan())
    assert trial.rendered(subject, "it") == export(_one_plan(), "council-markdown")


def _one_plan() -> Any:  # noqa: ANN401 - a plan
    from customs_coop.testing.exporters.subjects import one_action

    return one_action()
