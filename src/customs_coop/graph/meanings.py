"""What the target of a link means, and the words for what stays open."""

from collections.abc import Iterable

import attrs

from customs_coop.graph.nodes import Citation, Node, OpenCitation, is_proper
from customs_coop.model import Named
from customs_coop.references import RecommendationCitation

__all__ = ["Meaning", "kept", "listed", "opened"]

_SHOWN = 5


@attrs.frozen
class Meaning:
    """What the target of a link means.

    Args:
        node: The thing itself; an `OpenCitation` where that is not certain.
        inferred: The words alone do not say it; it was told from what is around them.
        candidates: The labels of what it could mean, where that is open.
        finding: The code of the finding about it, such as "CC504"; may be empty.
        message: That finding in words.
        former: The node is an action under the code that it had before.
    """

    node: Node
    inferred: bool = False
    candidates: tuple[str, ...] = ()
    finding: str = ""
    message: str = ""
    former: bool = False


def kept(meant: Meaning, cited: Citation, source: str) -> Meaning:
    """The same, where what is cited stays open as a citation of the source that has it.

    What has a name of its own, or a report with a number, is the same wherever it is cited.
    """
    if meant.node is not cited or (not meant.finding and _is_own(cited)):
        return meant
    return attrs.evolve(meant, node=OpenCitation(source, cited))


def _is_own(cited: Citation) -> bool:
    if isinstance(cited, Named):
        return is_proper(cited)
    return isinstance(cited, RecommendationCitation) and cited.document is not None


def opened(cited: Node, finding: str, candidates: Iterable[Node | str]) -> Meaning:
    """A citation that may mean several things."""
    names = tuple(map(str, candidates))
    message = f"{cited} may be {listed(names, ' or ')}"
    return Meaning(cited, candidates=names, finding=finding, message=message)


def listed(names: Iterable[object], last: str = ", ") -> str:
    """The first of some names in words."""
    texts = [str(name) for name in names]
    if len(texts) > _SHOWN:
        return ", ".join(texts[:_SHOWN]) + ", ..."
    return ", ".join(texts) if len(texts) < 2 else ", ".join(texts[:-1]) + last + texts[-1]
