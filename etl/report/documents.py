"""The workbook of documents: one row each, with how many of its commitments stand where."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from etl.report.book import Book, Field
from etl.report.fields import fields, word
from etl.report.registers import write_methods
from etl.report.text import Text
from etl.vocabulary import STRIP, Family, Grade

KEYS = (
    "policy_id", "short", "name", "issued", "commitments", *STRIP, "others", "number", "bodies", "source", "via", "url",
    "grade",
)  # fmt: skip
"""What a row tells: names in one language, bodies separated by semicolons; commitments with a number, of these how many
are of each family, and commitments that are not judged."""


def write_documents(rows: Sequence[Mapping], out: Path, as_of: date, lang: str) -> None:
    """Writes the workbook of rows with KEYS. Raises CallError for a place that cannot be written to."""
    book = Book(Text(lang), as_of)
    book.table_sheet(book.text("sheet.documents"), "Documents", document_fields(book.text), rows, named=2)
    write_methods(book)
    book.save(out)


def document_fields(text: Text) -> list[Field]:
    """Columns of the sheet, in the order of KEYS."""
    counts = [Field(Family(family).label(text.lang), 12, "number", _count(family)) for family in STRIP]
    return [
        *fields(
            text,
            ("policy_id", 22, "text", "policy_id"),
            ("policy", 30, "wrap", "short"),
            ("document", 50, "wrap", "name"),
            ("issued", 11, "text", "issued"),
            ("commitments", 12, "number", "commitments"),
        ),
        *counts,
        *fields(
            text,
            ("others", 12, "number", "others"),
            ("number", 24, "wrap", "number"),
            ("bodies", 50, "wrap", "bodies"),
            ("source", 40, "wrap", "source"),
            ("via", 24, "wrap", "via"),
            ("url", 50, "url", "url"),
            ("grade", 14, "text", lambda row: word(Grade, row["grade"], text)),
        ),
    ]


def _count(family: Family) -> Callable[[Mapping], int]:
    return lambda row: row[family]
