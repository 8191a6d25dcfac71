"""What every method said of a target, on its sheet: class, number and sentence, a row a method."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from etl.judge.sentences import sentence
from etl.report.book import Book
from etl.report.fit import WIDE_LINE_HEIGHT, line_count, row_height
from etl.report.frames import Row
from etl.report.marks import INK, MUTED, SHADE
from etl.vocabulary import Method, MethodClass, Obstacle

NAMES = ("method", "class", "number", "sentence")
LABEL_WIDTH = 24  # characters of a method's name that its column shows in a line
SENTENCE = NAMES.index("sentence")


def write_panel(book: Book, sheet: Worksheet, row: Row, panel: Sequence[Row], cells: tuple[int, int]) -> int:
    """Writes a line a method from a row on, sentences up to a last column (`cells`), and gives the row after them.

    A method without a class tells what stands against it.
    """
    top, last = cells
    book.put(sheet, (top, 0), book.text("panel"), bold=True)
    for column, name in enumerate(NAMES):
        look = {"bold": True, "bottom": 1, "bottom_color": INK, "bg_color": SHADE}
        book.put(sheet, (top + 1, column), book.text(f"panel.{name}"), **look)
    for place, said in enumerate(panel, start=top + 2):
        _write_method(book, sheet, row | dict(said), (place, last), said["method"] == row["method"])
    return top + 2 + len(panel)


def _write_method(book: Book, sheet: Worksheet, row: Row, cells: tuple[int, int], is_own: bool) -> None:
    (place, last), lang = cells, book.text.lang
    method, name, obstacle = Method(row["method"]), row["method_class"], row["obstacle"]
    told = MethodClass(name).label(lang) if name else "–"
    said = Obstacle(obstacle).label(lang) if obstacle and not name else sentence(row, lang)
    book.put_across(sheet, place, said, last, SENTENCE, **({} if name else {"font_color": MUTED}))
    lines = line_count(method.label(lang), LABEL_WIDTH)
    if lines > 1:
        sheet.set_row(place, row_height(lines * WIDE_LINE_HEIGHT))
    book.put(sheet, (place, 0), method.label(lang), "wrap", bold=is_own)
    book.put(sheet, (place, 1), told, "wrap")
    book.put(sheet, (place, 2), row["ratio"], "worked", align="left")
