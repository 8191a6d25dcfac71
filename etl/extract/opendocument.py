"""The content of an .ods workbook: per cent values, formulas, errors and merged cells (OpenDocument 1.3, part 3)."""

import re
import zipfile

from etl.extract.details import Details
from etl.extract.parts import parser, stream

CONTENT = "content.xml"
_ERROR = re.compile(r"#[A-Z0-9/_]+[!?]?|Err:[0-9]+")
_CELLS = {"table:table-cell", "table:covered-table-cell"}


def read_details(archive: zipfile.ZipFile) -> dict[str, Details]:
    """What the XML tells, by sheet."""
    scan = _ContentScan()
    stream(archive, CONTENT, scan.made_parser())
    scan.close_row()
    return scan.found


class _ContentScan:
    """One pass over the content; text is collected only where a formula stands.

    Rows and cells that repeat are written once with a count, so that places are added up.
    """

    def __init__(self) -> None:
        self.found: dict[str, Details] = {}
        self._sheet: Details | None = None
        self._row = self._column = 0
        self._height = self._width = 1
        self._filled: int | None = None  # the row's last filled column
        self._cell: dict[str, str] = {}
        self._text: str | None = None  # None: the cell has no paragraph

    def made_parser(self):
        """A parser that feeds this scan."""
        self._parser = parser(CONTENT, start=self._start)
        return self._parser

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name in _CELLS:
            if self._sheet is not None:
                self._column += self._width
                self._width = int(attributes.get("table:number-columns-repeated", 1))
                self._cell = attributes
                self._note_cell(self._sheet, attributes)
        elif name == "text:p":
            self._text = self._text or ""
        elif name == "table:table-row":
            self.close_row()
            self._row += self._height
            self._height = int(attributes.get("table:number-rows-repeated", 1))
            self._column = self._width = 0
        elif name == "table:table":
            self.close_row()
            self._sheet = self.found.setdefault(attributes.get("table:name", ""), Details())
            self._row = self._height = 0

    def close_row(self) -> None:
        """Notes how far the row's last filled cell reaches."""
        if self._filled is not None and self._sheet is not None:
            self._sheet.reaches(self._row + self._height - 1, self._filled)
        self._filled = None

    def _note_cell(self, sheet: Details, attributes: dict[str, str]) -> None:
        kind = attributes.get("office:value-type")
        if kind is not None:
            self._filled = self._column + self._width - 1
        if kind == "percentage":
            sheet.per_cents.append((self._row, self._column, self._row + self._height - 1, self._filled))
        if "table:number-columns-spanned" in attributes or "table:number-rows-spanned" in attributes:
            self._note_span(sheet, attributes)
        if "table:formula" in attributes or attributes.get("calcext:value-type") == "error":
            self._text = None
            self._parser.CharacterDataHandler = self._collect
            self._parser.EndElementHandler = self._end

    def _note_span(self, sheet: Details, attributes: dict[str, str]) -> None:
        wide = int(attributes.get("table:number-columns-spanned", 1))
        high = int(attributes.get("table:number-rows-spanned", 1))
        if wide * high > 1:
            sheet.merged.append((self._row, self._column, self._row + high - 1, self._column + wide - 1))

    def _collect(self, text: str) -> None:
        if self._text is not None:
            self._text += text

    def _end(self, name: str) -> None:
        if name not in _CELLS:
            return
        self._parser.CharacterDataHandler = self._parser.EndElementHandler = None
        formula = self._cell.get("table:formula", "").partition(":")[2]
        text = (self._text or "").strip()
        if self._cell.get("calcext:value-type") == "error" or _ERROR.fullmatch(text):
            self._sheet.errors.append((self._row, self._column, text or "#ERROR"))
        elif self._text is None and not _has_value(self._cell):
            self._sheet.formulas.append((self._row, self._column, formula or "a formula"))


def _has_value(cell: dict[str, str]) -> bool:
    """Whether the cell stores a value beside its text, of whatever kind."""
    return any(key.startswith("office:") and key.endswith("value") for key in cell)
