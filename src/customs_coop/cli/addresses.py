"""What an argument means: a file, or the address of something in the bundled dossier."""

from pathlib import Path

__all__ = ["is_path"]

_SHORTEST_SUFFIX = 2  # with its stop; ".a" may end the code of an action


def is_path(text: str) -> bool:
    """Whether a file is meant, there or not: "plan.txt", "./plan", "a/b/c", but not "AP5/5.10"."""
    suffix = Path(text).suffix
    return (
        Path(text).exists()
        or text.startswith((".", "/", "~"))
        or text.count("/") > 1
        or "\\" in text
        or (len(suffix) > _SHORTEST_SUFFIX and suffix[1:].isalnum() and suffix[1].isalpha())
    )
