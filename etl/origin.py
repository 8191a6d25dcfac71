"""Where a number comes from: the part of its file around its cell, as it was typed."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from etl.extract import TextSheet, read_file
from etl.extract.cells import cell_name, cell_place
from etl.normalise.rows import header_row, sheet_kind
from etl.store import query

AROUND = 2  # rows shown above and below the cell's own


@dataclass(frozen=True)
class Origin:
    """A cell in its sheet: letters of the columns, the header, rows around it with their numbers, and its place.

    `lines` are (row number from 1, texts) and hold the cell's own row; `column` is the cell's index in each of them.
    """

    sheet: str
    cell: str
    letters: list[str]
    header: tuple[int, list[str]]
    lines: list[tuple[int, list[str]]]
    row: int
    column: int

    @property
    def text(self) -> str:
        """The cell as typed."""
        return next(texts[self.column] for number, texts in self.lines if number == self.row)


def sheets_of(bind: query.Bind, load_id: int, file_name: str) -> dict[str, TextSheet]:
    """The sheets of a load's file by name. KeyError where there is no such load."""
    content = query.content(bind, load_id)
    if content is None:
        raise KeyError(load_id)
    with TemporaryDirectory() as folder:
        path = Path(folder) / file_name
        path.write_bytes(content)
        return {sheet.name: sheet for sheet in read_file(path)}


def origin(sheet: TextSheet, cell: str) -> Origin:
    """The part of a sheet around one of its cells. ValueError for a cell that it does not have."""
    row, column = cell_place(cell)
    if row >= len(sheet.cells) or column >= len(sheet.cells[row]):
        raise ValueError(f"the sheet {sheet.name} has no cell {cell}")
    header = header_row(sheet, sheet_kind(sheet.name))
    first, last = max(row - AROUND, 0), min(row + AROUND + 1, len(sheet.cells))
    lines = [(index + 1, sheet.cells[index]) for index in range(first, last) if index > header or index == row]
    width = max(len(texts) for _, texts in lines)
    letters = [cell_name(0, index).rstrip("1") for index in range(width)]
    return Origin(sheet.name, cell, letters, (header + 1, sheet.cells[header]), lines, row + 1, column)
