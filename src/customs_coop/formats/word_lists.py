"""Lists of words as data, written as lines of text so that not every word takes a line."""

__all__ = ["word_list"]


def word_list(*lines: str) -> tuple[str, ...]:
    """The words of some lines, in order.

    Args:
        *lines: Words with blanks between them.

    Example:
        >>> word_list("january february", "march")
        ('january', 'february', 'march')
    """
    return tuple(" ".join(lines).split())
