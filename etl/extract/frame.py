"""Cells as text that remember where they stood."""

from dataclasses import dataclass

from etl.extract.cells import cell_name


@dataclass(frozen=True)
class TextSheet:
    """One sheet of a file: a rectangle of texts, '' for empty; `cells[0][0]` is A1."""

    file: str
    name: str
    cells: list[list[str]]

    def cell(self, row: int, column: int) -> str:
        """Name of the cell at 0-based indices, such as "C5"."""
        return cell_name(row, column)
