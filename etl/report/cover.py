"""The first sheet: what was known when, how many promises are kept, how to read the rest."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from etl.report.book import Book, Jump
from etl.report.fields import word
from etl.report.frames import Row, badges_of, is_judged, is_measured, named
from etl.report.marks import FAMILY_MARKS, INK, MUTED
from etl.report.scoreboard import COLUMN
from etl.vocabulary import STRIP, Badge, Family, Method

LAST = len(STRIP)  # last column of the texts; the first is a margin
LISTED = (
    *("scoreboard", "docket", "changes", "findings", "rivals"),
    *("targets", "observations", "revisions", "decisions", "sources", "methods"),
)


@dataclass(frozen=True)
class CoverPart:
    """What the cover tells: the scope in words, the document that the report is about (None: several), rows shown, and
    how many only repeat one of them; how many sheets of single targets there are, and which lists are empty and have no
    sheet."""

    scope: str
    document: Row | None
    rows: Sequence[dict]
    told_twice: int
    sheets: int
    empty: Collection[str]


def write_cover(book: Book, part: CoverPart) -> Worksheet:
    """Writes the cover. Counts are formulas over the scoreboard, with their values."""
    text = book.text
    sheet = book.sheet(text("sheet.cover"))
    book.widen(sheet, 0, 2)
    for column in range(1, LAST + 1):
        book.widen(sheet, column, 21)
    below = _write_title(book, sheet, part) + 1
    judged = [row for row in part.rows if is_judged(row)]
    missing = sum(not is_measured(row) for row in judged)
    book.put(sheet, (below, 1), text("no_figure", missing=missing, judged=len(judged)), font_size=13, bold=True)
    below = _write_strip(book, sheet, part.rows, below + 3)
    below = _write_remainder(book, sheet, part, len(part.rows) - len(judged), below + 1)
    below = _write_reading(book, sheet, below + 1)
    below = _write_badges(book, sheet, judged, below + 1)
    _write_contents(book, sheet, below + 1, part)
    sheet.fit_to_pages(1, 1)
    sheet.activate()
    return sheet


def _write_title(book: Book, sheet: Worksheet, part: CoverPart) -> int:
    """The question, or the document with who issued it when; below it what was known when; gives the row after them."""
    text, one = book.text, part.document
    lines = [(text("title") if one is None else named(one, "short", text.lang), {"bold": True, "font_size": 24})]
    if one is not None:
        name = named(one, "name", text.lang)
        lines += [(name, {"font_size": 14})] if name != lines[0][0] else []
        issuers = named(one, "body_names", text.lang).replace("; ", text("list.separator"))
        lines.append((text("issued_by", day=text.day(one["issued"]), bodies=issuers), {"font_size": 11}))
    methods = {row["method"] for row in part.rows}
    method = Method(methods.pop()).label(text.lang) if len(methods) == 1 else text("method.own")
    known = text("subtitle", day=text.day(book.as_of), method=method, scope=part.scope)
    for place, (words, look) in enumerate([*lines, (known, {"font_size": 11, "font_color": MUTED})]):
        book.put_across(sheet, place, words, LAST, first=1, **look)
    return len(lines) + 1


def _write_strip(book: Book, sheet: Worksheet, rows: Sequence[dict], top: int) -> int:
    """The six families: a bar of colour above the row `top`, the count, symbol and word; gives the row after them."""
    counts = Counter(row["family"] for row in rows)
    sheet.set_row(top - 1, 5)
    sheet.set_row(top, 34)
    sheet.set_row(top + 1, 18)
    column = chr(ord("A") + COLUMN["family"])
    board = book.text("sheet.scoreboard").replace("'", "''")
    for place, family in enumerate(STRIP, start=1):
        mark, label = FAMILY_MARKS[family], word(Family, family, book.text)
        book.put(sheet, (top - 1, place), None, bg_color=mark.colour)
        formula = f"=COUNTIF('{board}'!${column}$2:${column}${max(len(rows), 1) + 1},\"{label}\")"
        look = {"font_size": 24, "bold": True, "align": "left"}
        book.put_formula(sheet, (top, place), formula, counts[family], **look)
        book.put(sheet, (top + 1, place), f"{mark.symbol} {label}", font_size=11, bottom=1, bottom_color=INK)
    return top + 2


def _write_remainder(book: Book, sheet: Worksheet, part: CoverPart, not_judged: int, top: int) -> int:
    """How many have no number, and how many only repeat another, where there are any; gives the row after them."""
    text = book.text
    said = [text.counted("not_judged", not_judged)] if not_judged else []
    said += [text.counted("told_twice", part.told_twice, sheet=text("sheet.targets"))] if part.told_twice else []
    for place, words in enumerate(said, start=top):
        book.put(sheet, (place, 1), words, font_color=MUTED)
    return top + len(said)


def _heading(book: Book, sheet: Worksheet, place: int, key: str) -> None:
    sheet.set_row(place, 18)
    for column in range(1, LAST + 1):
        label = book.text(key) if column == 1 else None
        book.put(sheet, (place, column), label, bold=True, font_size=12, bottom=1, bottom_color=INK)


def _write_reading(book: Book, sheet: Worksheet, top: int) -> int:
    _heading(book, sheet, top, "how_to_read")
    lines = book.text.guide("reading").items()
    for place, (_, words) in enumerate(lines, start=top + 1):
        book.put_across(sheet, place, words, LAST, first=1)
    return top + len(lines) + 1


def _write_badges(book: Book, sheet: Worksheet, judged: Sequence[dict], top: int) -> int:
    """Each badge with its meaning and how many of the judged targets carry it."""
    _heading(book, sheet, top, "badges")
    counts = Counter(badge for row in judged for badge in badges_of(row))
    lines = book.text.guide("badges").items()
    for place, (badge, words) in enumerate(lines, start=top + 1):
        book.put(sheet, (place, 1), word(Badge, badge, book.text), bold=True)
        book.put(sheet, (place, 2), counts[badge], align="left")
        book.put_across(sheet, place, words, LAST, first=3)
    return top + len(lines) + 1


def _write_contents(book: Book, sheet: Worksheet, top: int, part: CoverPart) -> None:
    text = book.text
    _heading(book, sheet, top, "sheets")
    for place, key in enumerate(LISTED, start=top + 1):
        name = text(f"sheet.{key}")
        is_empty = key in part.empty
        book.put(sheet, (place, 1), name if is_empty else Jump(name, name))
        book.put(sheet, (place, 2), text("none_known") if is_empty else text(f"about.{key}"))
    book.put(sheet, (top + len(LISTED) + 1, 2), text("about.sheet", count=part.sheets))
