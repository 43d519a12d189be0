"""Characters that no file format takes, and those that a reader of a page never sees."""

import re
import unicodedata

__all__ = [
    "INVISIBLE",
    "REPLACEMENT",
    "invisible_name",
    "is_spelling",
    "replace_illegal",
    "runs_from_right",
]

REPLACEMENT = "\ufffd"
"""What stands for a character that cannot be written: U+FFFD."""

# All that is no Char of XML 1.0 (section 2.2), and the C1 controls, which HTML forbids as well.
_ILLEGAL = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# No blanks among them: what a text breaks at stays.
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]{1,99}"
)
"""Runs of characters without a shape: zero width, direction, soft hyphens, controls."""

# Arabic to Syriac and their kin, the scripts of India and their kin, Khmer, Mongolian.
_JOINING = re.compile(
    "[\u0620-\u065f\u066e-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\u1a20-\u1aad\u1b00-\u1bff"
    "\ua800-\ua82f\ua880-\ua8ff\ua980-\ua9df\uaa60-\uaa7f\uabc0-\uabff\ufb50-\ufdff\ufe70-\ufefc"
    "\U00010a00-\U00010aff\U00010d00-\U00010d3f\U00011000-\U00011fff\U0001e900-\U0001e95f]"
)
# A picture, or what changes its look, and behind it another picture.
_PICTURES = re.compile(
    "[\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]"
    "[\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001faff]"
)
_VIRAMA = 9  # the combining class of what takes the vowel from a consonant


def replace_illegal(text: str) -> str:
    r"""Put U+FFFD in the place of each character that XML or HTML forbids.

    Args:
        text: Any text, also one with lone surrogates.

    Returns:
        A text of the same length that can be written as UTF-8, XML and HTML.

    Example:
        >>> replace_illegal("seal\x00 broken")
        'seal\ufffd broken'
    """
    return _ILLEGAL.sub(REPLACEMENT, text)


def runs_from_right(text: str) -> bool:
    """Whether a text runs from right to left: its first letter says so (Unicode annex 9, rule P2).

    Example:
        >>> runs_from_right("5.1 בדיקה"), runs_from_right("5.1 Survey ב")
        (True, False)
    """
    # Most texts have no such letter at all, which is seen at once.
    if text.isascii() or max(text) < "֐":
        return False
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def is_spelling(text: str, start: int, end: int) -> bool:
    r"""Whether a run of `INVISIBLE` in a text is a joiner or a non-joiner that belongs to a word.

    In the scripts of Unicode (chapters 9 and 12 to 16) whose letters join or stack, U+200C and
    U+200D tell words apart, and U+200D makes one picture of several; elsewhere they are left over
    from the setting of a page.

    Args:
        text: The text.
        start: Where the run begins in it.
        end: Where it ends.

    Example:
        >>> [is_spelling(text, 2, 3) for text in ("\u0645\u06cc\u200c\u062e", "Ma\u200cp")]
        [True, False]
    """
    if text[start:end] not in ("\u200c", "\u200d") or start == 0:
        return False
    before, after = text[start - 1], text[end : end + 1]
    if not (_JOINING.match(before) or _JOINING.match(after)):
        return text[start] == "\u200d" and _PICTURES.fullmatch(f"{before}{after}") is not None
    # Letters of another script may stand on one side: "PDF" with a Persian ending.
    in_word = before.isalnum() or _JOINING.match(before) is not None
    if after.isalnum() or _JOINING.match(after):
        return in_word
    # Where a word ends, a joiner shapes its last letter, and both shape a consonant without vowel.
    return in_word and (text[start] == "\u200d" or unicodedata.combining(before) == _VIRAMA)


def invisible_name(character: str) -> str:
    r"""The number and the name of a character, for people who cannot see it.

    Example:
        >>> invisible_name("\u200b"), invisible_name("\0")
        ('U+200B ZERO WIDTH SPACE', 'U+0000')
    """
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".rstrip()
