"""The process that opens one workbook: `python -m etl.extract.child FILE LIMITS` prints sheets and faults as JSON.

python-calamine reads the values; a scan of the XML tells what it does not: errors, formulas without a value, merged
cells, per cent formats, and a size that no reader should be asked for. What is under way is told on standard error,
one line a sheet, for the case that the reader dies.
"""

import json
import sys
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import astuple
from datetime import date
from pathlib import Path
from xml.parsers import expat

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from etl.errors import Fault
from etl.extract.cells import cell_name, day_of, per_cent_text, value_text
from etl.extract.details import Area, Broken, Details, Entities
from etl.extract.limits import Limits
from etl.extract.ooxml import Ooxml
from etl.extract.opendocument import CONTENT, read_details
from etl.extract.parts import refuse_entities

TABLE_WIDTH = 3  # the first row with so many filled cells begins the table; merged cells above it are a title
BROKEN = (Broken, CalamineError, zipfile.BadZipFile, zlib.error, EOFError, expat.ExpatError)


def read(path: Path, limits: Limits) -> dict[str, list]:
    """Sheets as [name, rows of texts] and faults as lists of their fields. Sheets named _… are left out."""
    book = _Book(path, limits)
    try:
        book.read()
    except Entities as error:
        book.fault("", "xml_entities", f"an XML document type or entity in {error.part}", *_ENTITIES)
    except BROKEN as error:
        book.fault("", "damaged", f"a damaged workbook ({error})", *_DAMAGED)
    return {"sheets": book.sheets, "faults": [astuple(fault) for fault in book.faults]}


_ENTITIES = "plain cells", "Copy the cells into a new workbook."
_DAMAGED = "a whole workbook", "Open it in a spreadsheet program and save it again, or fetch it anew."
_FORMULA = "a stored value", "Open it in Excel or LibreOffice and save it, or paste the value over the formula."
_ERROR = "a value", "Mend the formula, or empty the cell."
_MERGED = "one cell for each value", "Unmerge the cells and repeat the value in each row it is meant for."
_HUGE = "Delete the rows and columns beyond the table and save, or copy the table into a new workbook."


class _Book:
    """One workbook, its text sheets and its faults."""

    def __init__(self, path: Path, limits: Limits):
        self._path, self._limits = path, limits
        self._uses_1904 = False
        self.sheets: list[tuple[str, list[list[str]]]] = []
        self.faults: list[Fault] = []

    def fault(self, sheet: str, code: str, found: str, wanted: str, mend: str, cell: str = "") -> None:
        """Notes one fault."""
        self.faults.append(Fault(self._path.name, sheet, cell, code, found, wanted, mend))

    def read(self) -> None:
        """Scans each sheet, then reads the values of those that are not too large."""
        with zipfile.ZipFile(self._path) as archive:
            refuse_entities(archive)
            look = self._look(archive)
            if self.faults:
                return
            workbook = CalamineWorkbook.from_path(str(self._path))
            for sheet in workbook.sheets_metadata:
                if sheet.typ == SheetTypeEnum.WorkSheet and not sheet.name.startswith("_"):
                    _tell(sheet.name)
                    self._read_sheet(workbook, sheet.name, look)

    def _look(self, archive: zipfile.ZipFile) -> Callable[[str], Details]:
        """What tells the details of the sheet of a name.

        The sheets of an .ods are opened all together, those of notes too, so that none of them may be huge.
        """
        if CONTENT in archive.namelist():
            found = read_details(archive)
            for name, details in found.items():
                self._is_huge(name, details)
            return found.__getitem__
        ooxml = Ooxml(archive)
        self._uses_1904 = ooxml.uses_1904
        return ooxml.details

    def _read_sheet(self, workbook: CalamineWorkbook, name: str, look: Callable[[str], Details]) -> None:
        details = Details()
        try:
            details = look(name)
            if self._is_huge(name, details):
                return
            values = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
        except BROKEN as error:
            if not details.errors:  # the reader refuses a sheet for an error that it does not know
                self.fault(name, "damaged", f"a sheet that cannot be read ({error})", *_DAMAGED)
            values = []
        cells = _rectangle(_texts(values, details, self._uses_1904))
        self._judge_cells(name, details, cells)
        self.sheets.append((name, cells))

    def _judge_cells(self, name: str, details: Details, cells: list[list[str]]) -> None:
        """Faults of the sheet's cells, from its top down."""
        found = [(place, "error_value", f"the error {text}", _ERROR) for *place, text in details.errors]
        for *place, formula in details.formulas:
            found.append(
                (place, "formula_without_value", f"a formula without a stored value ({_short(formula)})", _FORMULA)
            )
        for place, code, said, (wanted, mend) in sorted(found):
            self.fault(name, code, said, wanted, mend, cell_name(*place))
        for area in details.merged:
            if _covers_table(area, cells):
                self.fault(name, "merged_cells", "merged cells over the table", *_MERGED, _area_name(area))

    def _is_huge(self, name: str, details: Details) -> bool:
        rows, columns = details.size
        if rows * columns <= self._limits.cells:
            return False
        said = "declares" if details.size == details.declared else "has filled cells over"
        found = f"a sheet that {said} {rows:,} rows by {columns:,} columns"
        self.fault(name, "huge_sheet", found, f"at most {self._limits.cells:,} cells", _HUGE)
        return True


def _texts(values: list[list], details: Details, uses_1904: bool) -> list[list[str]]:
    cells = [[value_text(value) if value != "" else "" for value in row] for row in values]
    for top, left, bottom, right in details.per_cents:
        for row in range(top, min(bottom + 1, len(values))):
            for column in range(left, min(right + 1, len(values[row]))):
                if isinstance(values[row][column], float):
                    cells[row][column] = per_cent_text(values[row][column])
    for row, column in details.days:
        if row < len(values) and column < len(values[row]) and isinstance(values[row][column], float):
            cells[row][column] = value_text(day_of(values[row][column], uses_1904))
    for places, length in ((details.months, len("2024-03")), (details.years, len("2024"))):
        for row, column in places:
            if row < len(values) and column < len(values[row]) and isinstance(values[row][column], date):
                cells[row][column] = cells[row][column][:length]
    return cells


def _rectangle(cells: list[list[str]]) -> list[list[str]]:
    """The rows and columns up to the last filled ones."""
    while cells and not any(cells[-1]):
        cells.pop()
    width = max(map(_width, cells), default=0)
    return [row[:width] + [""] * (width - len(row)) for row in cells]


def _width(row: list[str]) -> int:
    return next((column + 1 for column in range(len(row) - 1, -1, -1) if row[column]), 0)


def _covers_table(area: Area, cells: list[list[str]]) -> bool:
    begins = next((index for index, row in enumerate(cells) if sum(map(bool, row)) >= TABLE_WIDTH), len(cells))
    top, left, bottom, _ = area
    return bottom >= begins and top < len(cells) and left < len(cells[0])


def _area_name(area: Area) -> str:
    return f"{cell_name(*area[:2])}:{cell_name(*area[2:])}"


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def _tell(sheet: str) -> None:
    sys.stderr.write(json.dumps(sheet) + "\n")
    sys.stderr.flush()


def _confine(memory_bytes: int) -> None:
    """Limits this process, where the system can: memory, and no image of it on disk when it dies."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; time is limited from outside
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    memory_bytes = memory_bytes if most == resource.RLIM_INFINITY else min(memory_bytes, most)
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    given = Limits(**json.loads(sys.argv[2]))
    _confine(given.memory_bytes)
    sys.stdout.write(json.dumps(read(Path(sys.argv[1]), given)))
