"""Text sheets into typed rows, by the description in `etl.sheets`; every fault names its cell and its mend."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import PurePath

from etl.errors import Fault
from etl.extract.frame import TextSheet
from etl.normalise.numbers import read_number, read_quantity
from etl.normalise.periods import NotAPeriod, read_day, read_period
from etl.normalise.statements import read_statement
from etl.sheets import SHEETS, Column, Reads, Sheet
from etl.vocabulary import Coded

HEADER_WITHIN = 20  # rows from the top in which a header is looked for
SEPARATORS = " -_("
UNREAD = (
    "unknown_sheet",
    "missing_column",
    "unknown_column",
    "duplicate_column",
)  # faults that keep rows out


@dataclass(frozen=True)
class Row:
    """One row of a sheet: typed values and the text as written, by column name; knows the cell of each."""

    sheet: Sheet
    text: TextSheet
    index: int
    columns: dict[str, int]
    written: dict[str, str]
    values: dict[str, object] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)  # of its cells; a row that has some makes no record

    @property
    def number(self) -> int:
        """Row number as a spreadsheet shows it."""
        return self.index + 1

    def cell(self, column: str) -> str:
        """Name of the row's cell in that column, such as "C5"; the row's first cell where the column is absent."""
        return self.text.cell(self.index, self.columns.get(column, 0))

    def fault(self, column: str, code: str, *, wanted: str, mend: str, warning: bool = False) -> Fault:
        """A fault at the row's cell of that column, with the text found there."""
        found = f"'{self.written[column]}'" if self.written.get(column) else "nothing"
        return Fault(self.text.file, self.text.name, self.cell(column), code, found, wanted, mend, warning)


def sheet_kind(name: str) -> Sheet | None:
    """The kind of sheet that a name means: a kind's name, alone or followed by a separator and anything."""
    folded = name.strip().lower().replace("-", " ").replace("_", " ")
    for sheet in sorted(SHEETS, key=lambda sheet: -len(sheet.name)):
        kind = sheet.name.replace("_", " ")
        if folded == kind or (folded.startswith(kind) and folded[len(kind)] in SEPARATORS):
            return sheet
    return None


def read_rows(text: TextSheet) -> tuple[list[Row], list[Fault]]:
    """All rows of one sheet with their typed values, and all faults found in it."""
    sheet = sheet_kind(text.name)
    if sheet is None:
        return [], [_unknown_sheet(text)]
    header = header_row(text, sheet)
    columns, faults = _columns(text, sheet, header)
    if any(not fault.is_warning for fault in faults):
        return [], faults
    rows = list(_filled_rows(text, sheet, header, columns))
    for row in rows:
        _read_row(row)
        faults += row.faults
    return rows, faults


def unread_kinds(faults: Iterable[Fault]) -> set[str]:
    """Kinds of sheets of which these faults kept rows out; a sheet of unknown name may be of any kind."""
    kinds = set()
    for fault in faults:
        if fault.code in UNREAD:
            kind = sheet_kind(fault.sheet)
            kinds |= {kind.name} if kind else {sheet.name for sheet in SHEETS}
    return kinds


def _unknown_sheet(text: TextSheet) -> Fault:
    kinds = [sheet.name for sheet in SHEETS]
    near = _kinds_by_header(text) or get_close_matches(text.name.lower(), kinds, n=1, cutoff=0.6)
    wanted = f"a sheet named {near[0]}" if near else "a sheet named after what it holds: " + ", ".join(kinds)
    path = PurePath(text.file)
    if path.stem == text.name:  # delimited text, one sheet named like its file
        mend = f"Rename the file, such as {near[0] if near else 'observations'}-{path.name}."
    else:
        mend = "Rename the sheet, or begin its name with _ if it holds only notes."
    return Fault(text.file, text.name, "", "unknown_sheet", f"a sheet named '{text.name}'", wanted, mend)


def _kinds_by_header(text: TextSheet) -> list[str]:
    """Kinds of which the sheet has every required column, the one with most columns in common first."""
    common = {}
    for sheet in SHEETS:
        header = {_fold(cell) for cell in text.cells[header_row(text, sheet)]}
        if all(column.name in header for column in sheet.columns if column.required):
            common[sheet.name] = len(header.intersection(sheet.names))
    return sorted(common, key=common.get, reverse=True)


def _fold(header: str) -> str:
    return "_".join(header.strip().lower().replace("-", " ").replace("_", " ").split())


def header_row(text: TextSheet, sheet: Sheet) -> int:
    """0-based index of the row, among a sheet's first ones, that holds most of the column names of its kind."""
    names = set(sheet.names)
    first = text.cells[:HEADER_WITHIN]
    counts = [len(names & {_fold(cell) for cell in row}) for row in first]
    return max(range(len(first)), key=lambda index: (counts[index], -index))


def _columns(text: TextSheet, sheet: Sheet, header: int) -> tuple[dict[str, int], list[Fault]]:
    """Column index by name (a period's label for a column of that period), and the header's faults."""
    columns: dict[str, int] = {}
    unknown: dict[str, int] = {}
    faults: list[Fault] = []
    for index, cell in enumerate(text.cells[header]):
        if not cell or cell.startswith("_"):
            continue
        name = _fold(cell) if _fold(cell) in sheet.names else _period_label(cell) if sheet.has_period_columns else None
        if name is None:
            unknown[cell] = index
        elif name in columns:
            faults.append(_header_fault(text, header, index, "duplicate_column", "each column once", "Remove one."))
        else:
            columns[name] = index
    faults += _missing_columns(text, sheet, header, columns, unknown)
    faults += _unknown_columns(text, sheet, header, columns, unknown)
    return columns, faults


def _period_label(cell: str) -> str | None:
    try:
        return read_period(cell).label
    except NotAPeriod:
        return None


def _header_fault(text: TextSheet, header: int, index: int, code: str, wanted: str, mend: str) -> Fault:
    found = f"a column '{text.cells[header][index]}'"
    return Fault(text.file, text.name, text.cell(header, index), code, found, wanted, mend)


def _missing_columns(text, sheet, header, columns, unknown) -> list[Fault]:
    faults = []
    for column in sheet.columns:
        if column.required and column.name not in columns:
            near = get_close_matches(column.name, [_fold(cell) for cell in unknown], n=1, cutoff=0.6)
            found = f"no column {column.name}" + (f", but one named '{near[0]}'" if near else "")
            mend = f"Rename '{near[0]}' to {column.name}." if near else f"Add the column {column.name} to the header."
            place, wanted = text.cell(header, 0), f"a column {column.name} ({column.note})"
            faults.append(Fault(text.file, text.name, place, "missing_column", found, wanted, mend))
    is_filled = any(_filled_rows(text, sheet, header, columns))
    if sheet.has_period_columns and is_filled and not any(name not in sheet.names for name in columns):
        mend = "Write the periods into the header row, such as 2023, 2024, 2025."
        found, wanted = "no column named after a period", "at least one period across"
        faults.append(Fault(text.file, text.name, text.cell(header, 0), "missing_column", found, wanted, mend))
    return faults


def _unknown_columns(text, sheet, header, columns, unknown) -> list[Fault]:
    """A name close to one that is absent is a fault; any other is left out, and said."""
    faults = []
    for cell, index in unknown.items():
        absent = [column.name for column in sheet.columns if column.name not in columns and not column.required]
        near = get_close_matches(_fold(cell), absent, n=1, cutoff=0.75)
        place, found = text.cell(header, index), f"a column '{cell}'"
        if near:
            mend = f"Rename it to {near[0]}, or begin its name with _ to leave it out."
            faults.append(Fault(text.file, text.name, place, "unknown_column", found, near[0], mend))
        else:
            mend = "The column is left out; begin its name with _ to say that this is meant."
            wanted = "one of " + ", ".join(sheet.names)
            faults.append(Fault(text.file, text.name, place, "extra_column", found, wanted, mend, True))
    return faults


def _filled_rows(text: TextSheet, sheet: Sheet, header: int, columns: dict[str, int]) -> Iterator[Row]:
    for index in range(header + 1, len(text.cells)):
        cells = text.cells[index]
        first = next((cell for cell in cells if cell), "")
        if first and not first.startswith("#"):
            yield Row(sheet, text, index, columns, {name: cells[at] for name, at in columns.items()})


def _read_row(row: Row) -> None:
    """Fills the row's typed values and the faults of its cells."""
    for column in row.sheet.columns:
        written = row.written.get(column.name, "")
        if not written:
            row.values[column.name] = [] if column.reads is Reads.codes else None
            if column.required:
                mend = "Fill the cell, or begin the row with # if it is only a remark."
                wanted = f"a value for {column.name} ({column.note})"
                row.faults.append(row.fault(column.name, "missing_value", wanted=wanted, mend=mend))
            continue
        try:
            row.values[column.name] = _READERS[column.reads](written, column)
        except ValueError as error:
            row.values[column.name] = None
            code = _CODES[column.reads]
            row.faults.append(row.fault(column.name, code, wanted=_wanted(column), mend=sentence(error)))


def sentence(error: ValueError) -> str:
    """An error's reason as a sentence; what was found is said beside it."""
    text = str(getattr(error, "reason", error)).strip().rstrip(".")
    return text[:1].upper() + text[1:] + "."


def _wanted(column: Column) -> str:
    return "one of " + ", ".join(column.choice) if column.choice else _EXAMPLES[column.reads]


def read_choice(written: str, choice: type[Coded]) -> Coded:
    """The code that a cell means: the code itself or its label in either language. ValueError, naming the nearest."""
    folded = _fold(written)
    for code in choice:
        if folded in {_fold(code.value), _fold(code.label("en"))} or written.strip() == code.label("zh"):
            return code
    codes = {_fold(code.value): code for code in choice}
    near = get_close_matches(folded, codes, n=1, cutoff=0.5)
    raise ValueError(f"Write {codes[near[0]]}" if near else "Write one of these codes")


def _choice(written: str, column: Column) -> Coded:
    return read_choice(written, column.choice)


def _read_code(written: str, _column: Column) -> str:
    code = written.strip()
    if len(code) > 80 or ";" in code:
        raise ValueError("A code is one short word or phrase of at most 80 characters without semicolons")
    return code


def _read_codes(written: str, _column: Column) -> list[str]:
    return list(dict.fromkeys(part.strip() for part in written.replace("；", ";").split(";") if part.strip()))


def _read_link(written: str, _column: Column) -> str:
    if any(blank in written for blank in " \n\t") or written.lower().startswith(("javascript:", "data:")):
        raise ValueError("Write one address that begins with http:// or https://, or a document's name")
    return written


_READERS = {
    Reads.code: _read_code,
    Reads.codes: _read_codes,
    Reads.text: lambda written, _column: written.strip(),
    Reads.choice: _choice,
    Reads.number: lambda written, _column: read_number(written),
    Reads.quantity: lambda written, _column: read_quantity(written),
    Reads.statement: lambda written, _column: read_statement(written),
    Reads.period: lambda written, _column: read_period(written),
    Reads.day: lambda written, _column: read_day(written),
    Reads.link: _read_link,
}

_EXAMPLES = {
    Reads.code: "a short code, such as robot_density_cn",
    Reads.codes: "codes separated by semicolons, such as MIIT; NDRC",
    Reads.text: "text",
    Reads.number: "a number, such as 12.5",
    Reads.quantity: "a number as published, such as 392, > 300, ~30 or 3–5",
    Reads.statement: "a number as stated, such as more than 100 or double versus 2020",
    Reads.period: "a period, such as 2024, 2025-Q1, 2025-03 or 2026-01..08",
    Reads.day: "a day, such as 2024-11-20, or a month or year",
    Reads.link: "one web address",
}

_CODES = {
    Reads.code: "not_a_code",
    Reads.codes: "not_a_code",
    Reads.text: "not_text",
    Reads.choice: "unknown_code",
    Reads.number: "not_a_number",
    Reads.quantity: "not_a_number",
    Reads.statement: "not_a_statement",
    Reads.period: "impossible_period",
    Reads.day: "impossible_date",
    Reads.link: "not_a_link",
}
