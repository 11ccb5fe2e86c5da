"""The one kind of error that a user is meant to see: what is wrong and what to do, in one line."""


class PolicyGraphError(Exception):
    """Something that the user can mend; `exit_code` is 1 where the data is at fault, 2 where the call is."""

    def __init__(self, message: str, *, exit_code: int = 2) -> None:
        super().__init__(" ".join(message.split()))
        self.exit_code = exit_code


class DataError(PolicyGraphError):
    """The call was fine, the data was not: an empty file, a binary, a broken manifest."""

    def __init__(self, message: str) -> None:
        super().__init__(message, exit_code=1)
