"""Why a table cannot be imported at all."""

from collections.abc import Sequence

from renaksi.problem import Message


class TableError(Exception):
    """The table, or what was asked of it, lets nothing be imported; the message says what to do.

    `choices` are what could be asked for instead.
    """

    def __init__(self, message: Message, choices: Sequence[str] = ()) -> None:
        super().__init__(message.en)
        self.message = message
        self.choices = tuple(choices)
