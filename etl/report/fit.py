"""How wide and how high cells must be for what stands in them."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import ceil, inf

from etl.report.numbers import shown

LINE_HEIGHT = 13.5  # points
WIDE_LINE_HEIGHT = 16.5  # of a line with Chinese signs, whose font is taller
AIR = 5  # points above and below the texts of a row together
CENTRED = 3 * LINE_HEIGHT  # points up to which a row's texts stand in its middle, in higher rows at the top
MAX_HEIGHT = 409  # points, Excel's limit
MAX_WIDTH = 60  # characters; a longer text that does not wrap is cut by its neighbour
PADDING = 2.5  # characters: the cell's own margins and the indent
WRAPPED = ("wrap", "url", "chance")
WIDE_SIGN = 1.9  # characters that a Chinese sign takes: as wide as its font is high
_WIDE = re.compile("[⺀-\U0010ffff]")
_PIECES = re.compile(rf"{_WIDE.pattern}[，。；：、）》！？]*|[^\s⺀-\U0010ffff]+|\s+")  # between them a line may end


@lru_cache(maxsize=4096)
def line_count(text: str, width: float) -> int:
    """Lines that a text takes in a column so many characters wide."""
    return sum(_lines(line, max(1.0, width)) for line in text.split("\n"))


def _lines(line: str, width: float) -> int:
    """Lines of a text without line ends: pieces that do not fit go to the next line, blanks at an end are not seen."""
    count, used = 1, 0.0
    for piece in _PIECES.findall(line.rstrip()):
        size = text_width(piece)
        if used and used + size > width and not piece.isspace():
            count, used = count + 1, 0.0
        full = max(0, ceil((used + size) / width) - 1) if size > width else 0
        count, used = count + full, used + size - full * width
    return count


def text_width(text: str) -> float:
    """Width of a text in characters."""
    wide = len(_WIDE.findall(text))
    return len(text) - wide + wide * WIDE_SIGN


def column_width(shape: str, wish: float, values: Iterable[object]) -> float:
    """The width wished for, or more where a value that does not wrap would be cut or shown as ####."""
    if shape in WRAPPED:
        return wish
    widths = (text_width(shown(value, shape)) for value in values if value is not None)
    return max(wish, min(MAX_WIDTH, max(widths, default=0) + PADDING))


def text_height(text: str, width: float) -> float:
    """Points that a text takes in a column so many characters wide."""
    return line_count(text, width) * (WIDE_LINE_HEIGHT if _WIDE.search(text) else LINE_HEIGHT)


def cell_height(text: str, width: float, shape: str) -> float:
    """Points that a cell's text takes in a table; `shape` as in `book.Field`: only some of them wrap."""
    return text_height(text, width if shape in WRAPPED else inf)


def row_height(points: float) -> float:
    """Height of a row for texts that take so many points."""
    return min(points + AIR, MAX_HEIGHT)


def pages_across(widths: Sequence[float], named: int, page: float) -> int:
    """Pages side by side on which columns of these widths are printed at most so wide (`page`), each page beginning
    with the first `named` of them."""
    first = sum(widths[:named])
    return max(1, ceil((sum(widths) - first) / (page - first)))
