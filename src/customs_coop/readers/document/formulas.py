"""Sentences that say nothing but what was read of them: around it stand formula words alone."""

import re
from collections.abc import Sequence

from customs_coop.readers.text.excerpts import Account

__all__ = ["is_formula", "use_formulas"]

# What says by itself neither who does something nor what is done.
_FORMULA = (
    # Articles, and the small words between a name and a day.
    "the a an its their our this these that which and it also of on in at to for from by with"
    " as until"
    # When and that something is held, approved or sent.
    " be been is are was were has have had will shall once then since now already thereafter"
    " subsequently"
    " held hold take takes took taken taking place organised organized scheduled planned next last"
    " invited requested asked agree approve endorse adopt examine agreed approved endorsed adopted"
    " approving endorsing adopting agreement approval endorsement adoption implemented"
    " forward forwarded submit submitted view"
    # Who drew it up, and what it is about: this document and its plan.
    " drawn up prepared following version drafting group find period customs law enforcement"
    " cooperation co-operation"
    " delegations plan plans action work programme draft revised new present current attached"
    " document text set out annex annexed below hereafter herein contained"
    # The same in French and German.
    " le la les l un une de du des d au aux à et ce cette il elle en dans sur par pour qui"
    " est sont a ont été sera seront fut ensuite puis depuis lors"
    " délégations invité invitée invités invitées approuver adopter entériner marquer son leur"
    " accord approuvé approuvés adopté soumis soumise transmis transmise approbation adoption"
    " plans projet travail révisé nouveau présent document texte figurant figure joint tel que"
    " annexe ci-joint ci-dessous"
    " der die das den dem ein eine einen wird wird werden wurde wurden ist sind im am zur zum und"
    " plan aktionsplan arbeitsplan entwurf anlage"
)
_WORDS = frozenset(_FORMULA.split())
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_NEAR = 20  # names that one sentence may hold to either side
_NUMBER = re.compile(r"\A[\s*]{0,9}(?:[0-9]{1,2}|[a-z])[.)](?=\s)")


def is_formula(text: str, held: str = "") -> bool:
    """Whether every word is one of a formula, so that nothing is lost with them.

    Args:
        text: The text.
        held: Words that stand in fields, such as those of the title of the plan.

    Example:
        >>> is_formula("It will be held on"), is_formula("decided to give sheds to")
        (True, False)
    """
    words = {word.casefold() for word in _WORD.findall(_NUMBER.sub("", text))} - _WORDS
    return not words or words.issubset(word.casefold() for word in _WORD.findall(held))


def use_formulas(account: Account, read: Sequence[tuple[str, str]], title: str = "") -> None:
    """Enter the sentences around words that were read, where nothing else stands in them.

    Any other sentence stays as it is: a name and a day are not all that it says.

    Args:
        account: The sentences are entered here.
        read: The words in the order of the text, as printed but for their blanks, each with what
            no field holds of them.
        title: That of the plan, which such sentences repeat.
    """
    for place, (words, _) in enumerate(read):
        found = account.sentence_around(words)
        if found is None:
            continue
        rest = " ".join(account.source.text[slice(*found)].replace("*", "").split())
        near = read[max(0, place - _NEAR) : place + _NEAR + 1]
        for one, free in sorted(near, key=lambda pair: -len(pair[0])):
            rest = rest.replace(one, f" {free} ")
        held = " ".join([title, *(one for one, free in near if not free)])
        if is_formula(rest, held):
            account.use_span(*found)
