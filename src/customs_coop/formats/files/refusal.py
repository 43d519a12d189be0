"""What stops the reading of a file, on its way to a finding."""

__all__ = ["RefusedFileError"]


class RefusedFileError(Exception):
    """A file that is not read any further; loading turns it into a finding.

    Args:
        code: The code of the finding.
        message: What is wrong with the file.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message
