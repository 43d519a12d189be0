"""What a decisions file may not hold, so that it is read in time."""

import pytest

from customs_coop.errors import DecisionsError
from customs_coop.rollover import parse_decisions
from customs_coop.rollover.decisions.bounds import long_key_line

LONG = "a" + ".a" * 20


@pytest.mark.parametrize("key", ["a" + ".a" * 50_000, "a" + ' . "a"' * 20, "'.'" + ".a" * 20])
@pytest.mark.parametrize("form", ["{} = 1", "[{}]", "[[{}]]", "x = {{ y = 1.5, {} = 1 }}"])
def test_a_key_of_very_many_parts_is_refused_before_it_is_read(key: str, form: str) -> None:
    text = f'plan = "AP1"\n# {"." * 50}\n{form.format(key)}'
    with pytest.raises(DecisionsError, match=r"d\.toml:3: a key has 20 dots or more"):
        parse_decisions(text, source="d.toml")


@pytest.mark.parametrize(
    "text",
    [
        "a" + ".a" * 19 + " = 1",
        f'a = "{LONG}"',
        f"a = '{LONG}'",
        f'a = """\n\\"""{LONG}"""""\n#{LONG}',
        f"a = '''\n{LONG}'''''\n#{LONG}",
        f"a = '\\' # {LONG}",
        f'a = "\\\\" # {LONG}',
        "a = [" + "1.5, 'b.c', " * 30 + "]",
        "a = { b.c = 1.5, d.e = 2.5 }\n" * 30,
        f"a = {LONG}",  # no key, and no value either, which the parser tells
        # The parser stops where a text is not closed.
        f'a = "b\n{LONG} = 1',
        f"a = 'b\n{LONG} = 1",
        f'a = """b\n{LONG} = 1',
        f"a = '''b\n{LONG} = 1",
        "",
    ],
)
def test_dots_elsewhere_are_no_parts_of_a_key(text: str) -> None:
    assert long_key_line(text) is None


@pytest.mark.parametrize(
    "before",
    [
        "a = '''\nb'''''\n",
        'a = """\n\\\\"""\n',
        'a = "b" # \'\nc = 1\n',
        "a = ''\nb = \"\"\n",
        "a = [\n1]\n",
    ],
)
def test_the_line_is_that_of_the_key(before: str) -> None:
    assert long_key_line(f"{before}{LONG} = 1") == 3


@pytest.mark.parametrize("piece", ["'", '"', '"""', "'''", '\\"""', '"\\', "a.", "#", "[{"])
def test_hostile_texts_are_gone_through_once(piece: str) -> None:
    long_key_line(f"a = {piece * 60_000}")
    long_key_line(f'a = """{piece * 60_000}')


def test_a_file_of_another_kind_is_told_as_such() -> None:
    with pytest.raises(DecisionsError, match="no decisions file"):
        parse_decisions("Contents " + "." * 60)
