"""The error tree. A user's error is printed without a traceback and ends the command with its class's exit code.

MilepostError           1
├── CallError           2   the command was called wrongly
├── InputFaults         3   the input has faults; nothing was loaded
└── DatabaseError       4   the database cannot be reached or is not Milepost's
    └── NoDatabase      4   there is none yet
"""

import re
from dataclasses import dataclass


class MilepostError(Exception):
    """A user's error: its text says what happened and how to mend it."""

    exit_code = 1


class CallError(MilepostError):
    """The command was called wrongly."""

    exit_code = 2


class DatabaseError(MilepostError):
    """The database cannot be reached, or holds something else."""

    exit_code = 4


class NoDatabase(DatabaseError):
    """The database does not exist yet, or holds no tables."""


@dataclass(frozen=True)
class Fault:
    """One thing wrong with an input, at one place, with its mend.

    `code` names the kind of fault (`unknown_code`, `not_a_number`, …); `sheet` and `cell` are empty where the
    fault concerns the whole file or sheet. A warning (`is_warning`) does not stop a load. Faults are ordered as one
    reads: file, sheet, then row by row.
    """

    file: str
    sheet: str
    cell: str
    code: str
    found: str
    wanted: str
    mend: str
    is_warning: bool = False

    @property
    def place(self) -> str:
        """File, sheet and cell in one line: "robots.xlsx › observations › E14"."""
        return " › ".join(part for part in (self.file, self.sheet, self.cell) if part)

    def __lt__(self, other: "Fault") -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple:
        letters, number = re.match("([A-Z]*)([0-9]*)", self.cell).groups()
        return self.file, self.sheet, int(number or 0), len(letters), letters, self.code, self.found

    def __str__(self) -> str:
        return f"{self.place}: found {self.found}; wanted {self.wanted}. {self.mend}"


class InputFaults(MilepostError):
    """An input has faults; all of them are here, and nothing was loaded."""

    exit_code = 3

    def __init__(self, faults: list[Fault]):
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))
