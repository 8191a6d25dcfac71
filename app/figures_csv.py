"""All figures as CSV: every publication of every series, with the names of what it measures."""

from collections.abc import Mapping, Sequence
from datetime import date

from etl.status import as_csv, plain

NAMED = {"name": "series", "area": "area", "publisher": "publisher"}
KEYS = (
    "indicator_id", "series_id", "series", "area_id", "area", "publisher", "period", "period_start", "period_end",
    "frequency", "value", "high", "qualifier", "unit", "basis", "published_on", "known_on", "in_force", "via", "source",
    "url", "grade", "flag", "value_as_written", "note", "load_id", "file_name", "sheet", "cell",
)  # fmt: skip


def figures_csv(published: Sequence[Mapping], series: Sequence[Mapping], lang: str) -> str:
    """Rows of `Data.published` as CSV for spreadsheets; `in_force` is true of the last one of a series, period and
    basis."""
    about = {one["series_id"]: one for one in series}
    last = {_key(one): one["known_on"] for one in published}
    rows = [_row(one, about[one["series_id"]], lang, last[_key(one)]) for one in published]
    return as_csv([{key: plain(row[key]) for key in KEYS} for row in rows], KEYS)


def _key(one: Mapping) -> tuple:
    return one["series_id"], one["period"], one["basis"]


def _row(one: Mapping, about: Mapping, lang: str, last: date) -> dict:
    words = {key: about[f"{stem}_{lang}"] or about[f"{stem}_en"] for stem, key in NAMED.items()}
    publisher = one[f"publisher_{lang}"] or one["publisher_en"]
    return {**about, **one, **words, "publisher": publisher, "in_force": one["known_on"] == last}
