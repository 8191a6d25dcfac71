"""The XML of an .xlsx or .xlsm workbook: formats, formulas, errors and merged cells (ISO/IEC 29500-1, part 18)."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from enum import Enum

from etl.extract.cells import cell_place
from etl.extract.details import Area, Broken, Details
from etl.extract.parts import elements, local, parser, stream

PER_CENT_IDS = {9, 10}
MONTH_ID = 17  # mmm-yy
DAY_IDS = {27, 28, 29, 30, 31, 36, *range(50, 55), 57, 58}  # 18.8.30: days in Chinese formats, told by number alone
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')  # what a format code shows as it stands
_TRUE = ("1", "true")


class Shows(Enum):
    """What a cell format makes of a number, where its text depends on that."""

    per_cent = "per cent"
    day = "day"  # of East Asian formats, which only a number tells of
    month = "month and year"
    year = "year"


class Ooxml:
    """The scan of one archive. `uses_1904` says which day its serial numbers count from."""

    def __init__(self, archive: zipfile.ZipFile):
        self._archive = archive
        self.uses_1904 = self._is_uncalculated = False
        self._parts: dict[str, str | None] = {}
        self._styles_part: str | None = None
        self._read_workbook()
        self._formats = self._styles()

    def details(self, sheet: str) -> Details:
        """What the XML of the sheet of that name tells. Raises Broken where the archive has no such part."""
        part = self._parts.get(sheet)
        if part not in self._archive.namelist():
            raise Broken(f"no part for the sheet {sheet}")
        return _SheetScan(self._formats, self._is_uncalculated).run(self._archive, part)

    def _read_workbook(self) -> None:
        """Notes the parts of sheets and styles, the day system, and whether formulas were ever worked out."""
        workbook = next((part for kind, _, part in self._relations("") if kind == "officeDocument"), None)
        if workbook is None:
            raise Broken("no workbook part")
        relations = list(self._relations(workbook))
        targets = {relation: part for _, relation, part in relations}
        self._styles_part = next((part for kind, _, part in relations if kind == "styles"), None)
        for name, attributes in elements(self._archive, workbook):
            if name == "workbookPr":
                self.uses_1904 = attributes.get("date1904") in _TRUE
            elif name == "calcPr":
                self._is_uncalculated = attributes.get("fullCalcOnLoad") in _TRUE
            elif name == "sheet":
                relation = next((value for key, value in attributes.items() if local(key) == "id"), "")
                self._parts[attributes.get("name", "")] = targets.get(relation)

    def _relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        """Kind, name and target part of what a part (or, for "", the archive itself) is related to."""
        folder, name = posixpath.split(part)
        for tag, attributes in elements(self._archive, posixpath.join(folder, "_rels", f"{name}.rels")):
            if tag == "Relationship":
                target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", ""))).lstrip("/")
                yield attributes.get("Type", "").rpartition("/")[2], attributes.get("Id", ""), target

    def _styles(self) -> dict[str, Shows]:
        """What cell formats show, by index; those that need no care are left out."""
        codes: dict[int, str] = {}
        formats: list[int] = []
        in_cells = False
        if self._styles_part not in self._archive.namelist():
            return {}
        for name, attributes in elements(self._archive, self._styles_part):
            if name == "numFmt":
                codes[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
            elif name in ("cellXfs", "cellStyleXfs", "cellStyles", "dxfs"):
                in_cells = name == "cellXfs"
            elif name == "xf" and in_cells:
                formats.append(int(attributes.get("numFmtId", 0)))
        shown = {str(index): _shows(number, codes) for index, number in enumerate(formats)}
        return {index: shows for index, shows in shown.items() if shows}


def _shows(number: int, codes: dict[int, str]) -> Shows | None:
    if number in codes:
        return _code_shows(_LITERAL.sub("", codes[number]).lower())
    if number in PER_CENT_IDS:
        return Shows.per_cent
    if number == MONTH_ID:
        return Shows.month
    return Shows.day if number in DAY_IDS else None


def _code_shows(code: str) -> Shows | None:
    """What a format code shows: letters of days, hours and seconds say that the whole day counts."""
    if "%" in code:
        return Shows.per_cent
    if "y" not in code or set("dhs").intersection(code):
        return None
    return Shows.month if "m" in code else Shows.year


class _SheetScan:
    """One pass over a worksheet part; text is collected only where a formula or an error stands."""

    def __init__(self, formats: dict[str, Shows], is_uncalculated: bool):
        self._formats, self._is_uncalculated = formats, is_uncalculated
        self._found = Details()
        self._days = {Shows.day: self._found.days, Shows.month: self._found.months, Shows.year: self._found.years}
        self._row = self._column = -1
        self._cell: dict[str, str] = {}
        self._filled: dict[str, str] | None = None
        self._texts: dict[str, str] = {}
        self._inside = ""
        self._tags: dict[str, str] = {}

    def run(self, archive: zipfile.ZipFile, part: str) -> Details:
        """The part's details."""
        self._parser = parser(part, start=self._start)
        stream(archive, part, self._parser)
        self._close_row()
        return self._found

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = self._tags.get(tag) or self._tags.setdefault(tag, local(tag))
        if name == "c":
            self._column += 1
            self._cell = attributes
            style = attributes.get("s")
            if style in self._formats or attributes.get("t") == "e":
                self._note_format(style, attributes.get("t"))
        elif name in ("v", "is"):
            self._filled = self._cell
            if self._texts:
                self._inside, self._texts["v"] = "v", ""
        elif name == "row":
            self._close_row()
            self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
            self._column = -1
        elif name == "f":
            self._watch()
            self._inside, self._texts = "f", {"f": ""}
        elif name in ("mergeCell", "dimension"):
            self._note_area(name, attributes.get("ref", ""))

    def _place(self, cell: dict[str, str]) -> tuple[int, int]:
        """Where a cell stands; one that does not say follows the one before."""
        return cell_place(cell["r"]) if "r" in cell else (self._row, self._column)

    def _close_row(self) -> None:
        """Cells stand in their order, so that a row's last filled one tells its width."""
        if self._filled is not None:
            self._found.reaches(*self._place(self._filled))
            self._filled = None

    def _note_format(self, style: str | None, kind: str | None) -> None:
        row, column = self._place(self._cell)
        if kind == "e":
            self._watch()
            self._texts = {"e": ""}
        elif self._formats[style] is Shows.per_cent:
            self._found.per_cents.append((row, column, row, column))
        else:
            self._days[self._formats[style]].append((row, column))

    def _note_area(self, name: str, ref: str) -> None:
        first, _, last = ref.partition(":")
        area: Area = (*cell_place(first), *cell_place(last or first))
        if name == "dimension":
            self._found.declared = area[2] + 1, area[3] + 1
        elif area[:2] != area[2:]:
            self._found.merged.append(area)

    def _watch(self) -> None:
        self._parser.CharacterDataHandler = self._collect
        self._parser.EndElementHandler = self._end

    def _collect(self, text: str) -> None:
        if self._inside:
            self._texts[self._inside] += text

    def _end(self, tag: str) -> None:
        name = local(tag)
        if name in ("f", "v"):
            self._inside = ""
        elif name == "c":
            self._note_result()
            self._texts = {}
            self._parser.CharacterDataHandler = self._parser.EndElementHandler = None

    def _note_result(self) -> None:
        """An error, or a formula without a stored value.

        An empty text is a value where the cell says that it holds text. A program that writes formulas without
        working them out stores 0 and asks for a calculation on opening: such a 0 is no value.
        """
        row, column = self._place(self._cell)
        kind, value = self._cell.get("t"), self._texts.get("v", "")
        if kind == "e":
            self._found.errors.append((row, column, value or "#ERROR"))
            return
        is_empty = not value and not (kind == "str" and "v" in self._texts)
        is_unset = value == "0" and kind in (None, "n") and self._is_uncalculated
        if is_empty or is_unset:
            formula = f"={self._texts['f']}" if self._texts.get("f") else "shared with other cells"
            self._found.formulas.append((row, column, formula))
