"""Delimited text: one sheet, named like the file."""

import csv
import io
import re
from pathlib import Path

from etl.errors import Fault, InputFaults
from etl.extract.cells import tidy
from etl.extract.frame import TextSheet
from etl.extract.limits import Limits

DELIMITERS = ",;\t"
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
HEAD = 100_000  # characters in which the header is looked for
_QUOTED = re.compile(r'"[^"]*"')
WANTED = "text in UTF-8, UTF-16 or GB18030"


def read_delimited(path: Path, limits: Limits) -> TextSheet:
    """The file's cells: UTF-8, UTF-16 with its mark or GB18030; parted by comma, semicolon or tab, as the header is.

    Raises InputFaults for bytes that are no text, for a quotation that is never closed, and for too many cells.
    """
    text = _decoded(path)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    rows: list[list[str]] = []
    count = width = 0
    try:
        for row in reader:
            rows.append([tidy(cell) for cell in row])
            count, width = count + len(row), max(width, len(row))
            if max(count, width * len(rows)) > limits.cells:
                raise InputFaults([_huge(path, len(rows), width, limits)])
    except csv.Error as error:
        mend = 'Close every quotation mark, and double those within a text ("").'
        found = f"text that breaks off before line {reader.line_num + 1} ({error})"
        raise InputFaults([_fault(path, "broken_text", found, "closed quotations", mend)]) from None
    return TextSheet(path.name, path.stem, [row + [""] * (width - len(row)) for row in rows])


def _delimiter(text: str) -> str:
    """The one that parts the first line with text into most cells; marks within quotations do not count."""
    header = next((line for line in _QUOTED.sub("", text[:HEAD]).splitlines() if line.strip()), "")
    return max(DELIMITERS, key=header.count)


def _decoded(path: Path) -> str:
    content = path.read_bytes()
    marked = next((encoding for mark, encoding in MARKS if content.startswith(mark)), None)
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        mend = f"Rename it to {path.stem}.xlsx, or save it as CSV UTF-8."
        raise InputFaults([_fault(path, "not_text", "a workbook, not a text file", WANTED, mend)])
    for encoding in (marked,) if marked else ("utf-8", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "gb18030":
            _refuse_broken_utf8(path, content)
        if "\x00" not in text:
            return text
    raise InputFaults([_fault(path, "not_text", "not a text file", WANTED, "Save it as CSV UTF-8.")])


def _refuse_broken_utf8(path: Path, content: bytes) -> None:
    """UTF-8 with a damaged byte also passes for GB18030, as nonsense: what is mostly UTF-8 is taken for that."""
    text = content.decode("utf-8", errors="replace")
    foreign = sum(letter > "\x7f" for letter in text)
    broken = text.count("\ufffd")
    if foreign > 2 * broken:
        line = text.count("\n", 0, text.index("\ufffd")) + 1
        found = f"text in UTF-8 with a damaged letter in line {line}"
        raise InputFaults([_fault(path, "not_text", found, WANTED, "Mend that line, and save it as CSV UTF-8.")])


def _huge(path: Path, rows: int, columns: int, limits: Limits) -> Fault:
    found = f"more than {limits.cells:,} cells (by row {rows:,}, {columns:,} columns)"
    return _fault(path, "huge_sheet", found, f"at most {limits.cells:,} cells", "Split it into several files.")


def _fault(path: Path, code: str, found: str, wanted: str, mend: str) -> Fault:
    return Fault(path.name, path.stem, "", code, found, wanted, mend)
