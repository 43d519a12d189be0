"""Turn every citation of a text into a link to its official address, as Markdown.

    python examples/link_citations.py report.txt

Without an argument it takes the small plan beside this file. A citation that has no address stays
as it is, and the reason goes to standard error.
"""

import sys
from pathlib import Path

import customs_coop as cc

HERE = Path(__file__).parent


def linked(text: str, language: str = "en") -> str:
    """Give the text with its citations as links; all other characters stay."""
    parts = []
    done = seen = 0
    for mention in cc.find_references(text):
        if mention.start < seen:
            continue  # the members of a range, "recommendations 1 to 5", have the same words
        seen = mention.end
        address = mention.reference.url(language)
        if address is None:
            print(f"{mention.text!r}: {mention.reference.unresolvable}", file=sys.stderr)
            continue
        parts += [text[done : mention.start], f"[{mention.text}]({address})"]
        done = mention.end
    return "".join([*parts, text[done:]])


def main(arguments: list[str]) -> None:
    """Read the file and print it with links."""
    path = Path(arguments[0]) if arguments else HERE / "work_plan.txt"
    print(linked(path.read_text(encoding="utf-8")), end="")


if __name__ == "__main__":
    main(sys.argv[1:])
