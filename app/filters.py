"""Which rows the filters of a view leave, and what there is to choose from. Rows are those of `promises.tell`."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from operator import itemgetter

from app import search
from app.address import View

NAMES = ("status", "q", "policy", "sector", "body", "area", "due", "age")
"""Fields of a view that leave rows out."""

NOTHING: Mapping[str, object] = {"status": None} | dict.fromkeys(NAMES[1:], "")
"""The same fields where they leave none out."""

YEAR_DAYS = 365


def held(view: View) -> list[str]:
    """The fields by which a view leaves rows out."""
    return [name for name in NAMES if getattr(view, name) != NOTHING[name]]


def left(rows: Iterable[dict], view: View) -> list[dict]:
    """The rows that fit a view's filters, whatever their status."""
    words = search.words_of(view.q)
    return [row for row in rows if _fits(row, view) and _holds(row, words)]


def _holds(row: Mapping, words: Sequence[str]) -> bool:
    return not words or search.fits(search.fields_of("target", row), words)


def _fits(row: Mapping, view: View) -> bool:
    return (
        view.policy in ("", row["policy_id"])
        and view.sector in ("", row["sector_id"])
        and (not view.body or view.body in codes(row["bodies"]))
        and view.area in ("", row["area_id"])
        and (not view.due or is_due(row["deadline"], view.due, view.as_of))
        and view.age in ("", age_of(row, view.as_of))
    )


def is_due(deadline: date | None, due: str, as_of: date) -> bool:
    """Whether a deadline lies where `due` says: one of `address.DUES`, or a year."""
    if deadline is None:
        return due == "none"
    soon = date(as_of.year + 1, 12, 31)
    spans = {"passed": deadline < as_of, "soon": as_of <= deadline <= soon, "later": deadline > soon, "none": False}
    return spans[due] if due in spans else due == str(deadline.year)


def age_of(row: Mapping, as_of: date) -> str | None:
    """How old a row's figure is: one of `address.AGES`; None for a figure whose day is not known."""
    if row["value"] is None:
        return "none"
    if row["published_on"] is None:
        return None
    days = (as_of - row["published_on"]).days
    return "fresh" if days < YEAR_DAYS else "aging" if days < 2 * YEAR_DAYS else "old"


def codes(joined: str | None) -> list[str]:
    """The codes in a cell that holds several, "MIIT; MOE"."""
    return joined.split("; ") if joined else []


def bodies_in(rows: Iterable[Mapping]) -> list[str]:
    """Codes of the bodies that issued the rows, those of most rows first."""
    counts = Counter(code for row in rows for code in codes(row["bodies"]))
    return sorted(counts, key=lambda code: (-counts[code], code))


def names_in(rows: Iterable[Mapping], kind: str) -> dict[str, str]:
    """Names of the rows' areas or sectors (`kind` "area" or "sector") by code, in the order of the names."""
    return dict(sorted({row[f"{kind}_id"]: row[kind] for row in rows if row[f"{kind}_id"]}.items(), key=itemgetter(1)))


def years_in(rows: Sequence[Mapping]) -> list[int]:
    """Years in which the rows fall due, the earliest first."""
    return sorted({row["deadline"].year for row in rows if row["deadline"]})
