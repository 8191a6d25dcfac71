"""Columns that several sheets share, and how values of a row are put into words."""

from collections.abc import Callable

from etl.judge.odds import why_none
from etl.judge.wording import qualified
from etl.report.book import Field
from etl.report.frames import Row, badges_of
from etl.report.numbers import Bounded, plain_number
from etl.report.text import Text
from etl.vocabulary import Badge, Coded, Comparator, Kind, Qualifier

SIGNS: dict[Coded, str] = {
    Comparator.at_least: "≥ ",
    Comparator.more_than: "> ",
    Comparator.at_most: "≤ ",
    Comparator.up_to: "≤ ",
    Comparator.exactly: "= ",
    Comparator.about: "~",
    Comparator.between: "",
}
QUALIFIER_SIGNS: dict[Coded, str] = {
    Qualifier.exact: "",
    Qualifier.about: "~",
    Qualifier.more_than: "> ",
    Qualifier.at_least: "≥ ",
    Qualifier.less_than: "< ",
    Qualifier.at_most: "≤ ",
    Qualifier.between: "",
}


def observed_value(row: Row, text: Text) -> Bounded | None:
    """The latest figure with the publisher's own reservation before it."""
    if row["value"] is None:
        return None
    qualifier = Qualifier(row["qualifier"] or Qualifier.exact)
    sign = QUALIFIER_SIGNS.get(qualifier)
    before = qualified(qualifier.label(text.lang), "", text.lang) if sign is None else sign
    return Bounded(row["value"], before, _range_end(row["high"]))


def target_value(row: Row, text: Text) -> Bounded | None:
    """The target's value with its comparator before it; growth says that it is a rate a year."""
    if row["target_value"] is None:
        return None
    before = SIGNS[Comparator(row["comparator"])] if row["comparator"] else ""
    after = _range_end(row["target_high"])
    return Bounded(
        row["target_value"], before, after + (text("per_year") if row["kind"] == Kind.growth_per_year else "")
    )


def _range_end(high: float | None) -> str:
    return "" if high is None else f"–{plain_number(high)}"


def word(kind: type[Coded], code: str | None, text: Text) -> str:
    """The word of a code; '' for none."""
    return kind(code).label(text.lang) if code else ""


def yes_no(value: object, text: Text) -> str:
    """The word yes or no; '' for None."""
    return "" if value is None else text("yes" if value else "no")


def chance_value(row: Row, text: Text) -> float | str:
    """The chance (0 to 1), or why there is none; "" where none is asked for."""
    return why_none(row, text.lang) if row["chance"] is None else row["chance"]


def badge_words(row: Row, text: Text) -> str:
    """The row's badges in words, as a list."""
    return text("list.separator").join(Badge(badge).label(text.lang) for badge in badges_of(row))


def fields(text: Text, *columns: tuple[str, float, str, str | Callable[[dict], object]]) -> list[Field]:
    """Columns from (key of the header, width, shape, name of the value or a function of the row)."""
    return [
        Field(text(header), width, shape, value if callable(value) else _getter(value))
        for header, width, shape, value in columns
    ]


def _getter(name: str) -> Callable[[dict], object]:
    return lambda row: row[name]
