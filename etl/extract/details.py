"""What a scan of a sheet's XML tells and the fast reader does not."""

from dataclasses import dataclass, field

Area = tuple[int, int, int, int]  # 0-based top, left, bottom, right; all of them inside


@dataclass
class Details:
    """Of one sheet, by 0-based row and column.

    `reach` is how many rows and columns the filled cells take from A1, `declared` what the sheet says of itself.
    """

    per_cents: list[Area] = field(default_factory=list)
    days: list[tuple[int, int]] = field(default_factory=list)  # day formats of East Asia that a number alone names
    months: list[tuple[int, int]] = field(default_factory=list)  # days shown as month and year
    years: list[tuple[int, int]] = field(default_factory=list)  # days shown as a year
    errors: list[tuple[int, int, str]] = field(default_factory=list)  # with the error's text
    formulas: list[tuple[int, int, str]] = field(default_factory=list)  # without a stored value, with the formula
    merged: list[Area] = field(default_factory=list)
    reach: tuple[int, int] = (0, 0)
    declared: tuple[int, int] = (0, 0)

    def reaches(self, row: int, column: int) -> None:
        """Notes that a cell at this place is filled."""
        self.reach = max(self.reach[0], row + 1), max(self.reach[1], column + 1)

    @property
    def size(self) -> tuple[int, int]:
        """The larger of what is filled and what is declared: rows, columns."""
        return max(self.reach, self.declared, key=lambda size: size[0] * size[1])


class Entities(Exception):
    """A part of the archive declares a document type or entities."""

    def __init__(self, part: str):
        super().__init__(part)
        self.part = part


class Broken(Exception):
    """The archive lacks a part that others speak of, or a part has letters of no known kind."""
