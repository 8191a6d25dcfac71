"""How wide and how high cells must be for what stands in them."""

import re
from collections.abc import Iterable
from functools import lru_cache
from textwrap import wrap

from etl.report.numbers import shown

LINE_HEIGHT = 13.5  # points
WIDE_LINE_HEIGHT = 16.5  # of a line with Chinese signs, whose font is taller
MAX_HEIGHT = 409  # points, Excel's limit
MAX_WIDTH = 60  # characters; a longer text that does not wrap is cut by its neighbour
PADDING = 2.5  # characters: the cell's own margins and the indent
WRAPPED = ("wrap", "url", "chance")
_WIDE = re.compile("[⺀-\U0010ffff]")


@lru_cache(maxsize=4096)
def line_count(text: str, width: float) -> int:
    """Lines that a text takes in a column so many characters wide; a Chinese sign takes two and may end a line."""
    lines = (_WIDE.sub("字 ", line) for line in text.split("\n"))
    return sum(1 if len(line) <= width else len(wrap(line, max(1, int(width)))) for line in lines)


def column_width(shape: str, wish: float, values: Iterable[object]) -> float:
    """The width wished for, or more where a value that does not wrap would be cut or shown as ####."""
    if shape in WRAPPED:
        return wish
    widths = (len(_WIDE.sub("字 ", shown(value, shape))) for value in values if value is not None)
    return max(wish, min(MAX_WIDTH, max(widths, default=0) + PADDING))


def text_height(text: str, width: float) -> float:
    """Points that a text takes in a column so many characters wide."""
    return line_count(text, width) * (WIDE_LINE_HEIGHT if _WIDE.search(text) else LINE_HEIGHT)


def row_height(points: float) -> float:
    """Height of a row for texts that take so many points."""
    return min(points + 2, MAX_HEIGHT)
