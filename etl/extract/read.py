"""One file into its text sheets: which reader, and what is refused before any reader sees it."""

import os
from pathlib import Path

from etl.errors import Fault, InputFaults
from etl.extract.delimited import read_delimited
from etl.extract.frame import TextSheet
from etl.extract.limits import DEFAULT, Limits
from etl.extract.workbook import read_workbook

WORKBOOKS = (".xlsx", ".xlsm", ".ods")
ENDINGS = (*WORKBOOKS, ".csv")


def read_file(path: Path, limits: Limits = DEFAULT) -> list[TextSheet]:
    """Sheets of a workbook (.xlsx, .xlsm, .ods) or of a .csv file; sheets whose names begin with _ are left out.

    Raises InputFaults with all structural faults of the file.
    """
    path = Path(path)
    fault = _refused(path, limits)
    if fault:
        raise InputFaults([fault])
    sheets = read_workbook(path, limits) if path.suffix.lower() in WORKBOOKS else [read_delimited(path, limits)]
    if not any(cell for sheet in sheets for row in sheet.cells for cell in row):
        found, wanted = "no filled cell", "at least one sheet with rows, whose name does not begin with _"
        raise InputFaults([_fault(path, "empty_file", found, wanted, "Fill a sheet, or leave the file out.")])
    return [sheet for sheet in sheets if any(cell for row in sheet.cells for cell in row)]


def _refused(path: Path, limits: Limits) -> Fault | None:
    """The fault of a file that is not opened at all."""
    if not path.exists():
        return _fault(path, "no_file", "no file of that name", "an existing file", f"Check the path {path}.")
    if not path.is_file():
        found = "a folder" if path.is_dir() else "a device"
        return _fault(path, "no_file", found, "a file", "Name the files in it, such as data/*.xlsx.")
    if path.suffix.lower() not in ENDINGS:
        mend = "Save it as .xlsx, .ods or .csv."
        return _fault(path, "unknown_ending", f"the ending '{path.suffix}'", "one of " + ", ".join(ENDINGS), mend)
    size = path.stat().st_size
    if size == 0:
        return _fault(path, "empty_file", "an empty file (0 bytes)", "a workbook or a text file", "Save it again.")
    if size > limits.file_bytes:
        found, wanted = f"{size / 1e6:.1f} MB", f"at most {limits.file_bytes / 1e6:.0f} MB"
        return _fault(path, "too_large", found, wanted, "Split it into several files, or remove pictures.")
    if not os.access(path, os.R_OK):
        return _fault(
            path, "no_file", "a file that may not be read", "a readable file", "Ask for the right to read it."
        )
    return None


def _fault(path: Path, code: str, found: str, wanted: str, mend: str) -> Fault:
    return Fault(path.name or str(path), "", "", code, found, wanted, mend)
