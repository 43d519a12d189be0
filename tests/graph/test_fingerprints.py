"""Fingerprints: sentences without the codes in them."""

from customs_coop.graph.fingerprints import WordsKnown, fingerprint
from customs_coop.graph.resolution import resolve
from customs_coop.graph.sentences import Codes
from customs_coop.model import ActionRef, Dossier

KNOWN = WordsKnown(resolve(Dossier()))
NONE = Codes()


def test_a_sentence_has_its_words_with_and_without_codes() -> None:
    codes = Codes.around([ActionRef("P", "2.1")])
    assert KNOWN.of_sentence("await  2.1", codes) == (
        fingerprint("link", "await #"),
        fingerprint("link", "await 2.1"),
    )
    assert KNOWN.of_sentence("await 2.1", NONE) == (fingerprint("link", "await 2.1"), "")
    assert KNOWN.of_sentence("await all", codes) == (fingerprint("link", "await all"), "")
