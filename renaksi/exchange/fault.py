"""Why a table cannot be imported at all."""

from renaksi.problem import Message


class TableError(Exception):
    """The table, or what was asked of it, lets nothing be imported; the message says what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message
