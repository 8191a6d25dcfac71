"""Names of cells, and their values as text.

Nothing heavy is imported here: the process that opens a workbook starts with this module.
"""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache

DIGITS = 15  # a spreadsheet keeps and shows no more; beyond them 0.1 + 0.2 is not 0.3
INVISIBLE = " \t\u3000\u00a0\u200b\ufeff"  # blanks, also full-width and unbreakable ones, and what paste leaves behind
_LETTERS = re.compile("[A-Z]{1,3}")


def cell_name(row: int, column: int) -> str:
    """Name of the cell at 0-based indices: (4, 2) is "C5"."""
    letters = ""
    rest = column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row + 1}"


def cell_place(name: str) -> tuple[int, int]:
    """0-based row and column of a cell's name: "C5" is (4, 2). ValueError for what is no such name."""
    letters = name.rstrip("0123456789")
    if not name[len(letters) :]:
        raise ValueError(f"'{name}' names no cell")
    return int(name[len(letters) :]) - 1, _column(letters)


@cache
def _column(letters: str) -> int:
    if not _LETTERS.fullmatch(letters):
        raise ValueError(f"'{letters}' names no cell's column")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1


def tidy(text: str) -> str:
    """A text cell without blanks around it or around its lines; line breaks become one space."""
    lines = text.splitlines()
    if len(lines) == 1:
        return lines[0].strip(INVISIBLE)
    return " ".join(line for line in (line.strip(INVISIBLE) for line in lines) if line)


def number_text(value: float) -> str:
    """The shortest text with the 15 digits that a spreadsheet keeps, without an exponent: 1e8 is "100000000"."""
    text = f"{value:.{DIGITS}g}"
    if text == "-0":
        return "0"
    return format(Decimal(text), "f") if "e" in text else text


def per_cent_text(value: float) -> str:
    """A share as per cent: 0.479 is "47.9%"."""
    return number_text(value * 100) + "%"


def value_text(value: object) -> str:
    """A cell's value as text: TRUE or FALSE, a number, an ISO day (with its time where that is not midnight), text."""
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return number_text(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    raise TypeError(f"a cell of type {type(value).__name__}")


def day_of(serial: float, is_1904: bool) -> datetime:
    """The day that a serial number means. ISO/IEC 29500-1, 18.17.4: day 60 of the 1900 system never was."""
    if is_1904:
        return datetime(1904, 1, 1) + timedelta(days=serial)
    return datetime(1899, 12, 31 if serial < 60 else 30) + timedelta(days=serial)
