"""The one kind of error that a user can put right."""

from dataclasses import dataclass


@dataclass(eq=False)
class InputError(Exception):
    """An input is wrong, and the message says where and what to do.

    Attributes:
        file: path of the file at fault, as the user would name it.
        problem: what is wrong, in one sentence.
        remedy: what to do about it, in one sentence.
        row: 1-based line in the file, or None where the whole file is meant.
        field: name of the column or key, or "" where none is meant.
    """

    file: str
    problem: str
    remedy: str
    row: int | None = None
    field: str = ""

    def __str__(self) -> str:
        place = self.file
        if self.row is not None:
            place += f":{self.row}"
        if self.field:
            place += f" [{self.field}]"
        return f"{place}: {self.problem} {self.remedy}"
