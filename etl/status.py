"""Status rows: where each target stood, as the command line prints it. The keys are a contract."""

import csv
import io
from collections.abc import Collection, Mapping
from datetime import date

import pandas as pd

from etl.judge.sentences import sentence
from etl.store.query import plain_rows
from etl.vocabulary import GIVEN_UP, Comparator, Family

KEYS: Mapping[str, str] = {
    "target_id": "code of the target in the register",
    "slug": "readable name in addresses",
    "name": "name in the language asked for",
    "policy_id": "document that states it",
    "indicator_id": "quantity it is about",
    "sector_id": "sector under which it is listed; null: none",
    "series_id": "headline series; null: none",
    "series_role": "headline, or null",
    "kind": "what is promised: level, change, growth_per_year, count, limit, action, direction, listed",
    "status": "where it stands",
    "family": "group of statuses on the overview",
    "reason": "why it has that status",
    "detail": "class held before the deadline, where the status is awaiting_data",
    "sentence": "the verdict in plain words",
    "method": "method of the verdict",
    "as_of": "day whose knowledge is used",
    "period": "period of the latest observation",
    "value": "its value, in the unit",
    "qualifier": "its bound or approximation: exact, about, nearly, just_over, more_than, …",
    "published_on": "day on which it was made known",
    "basis": "basis it stands on; null: the series has one only",
    "baseline_period": "period of the baseline used",
    "baseline_value": "value of the baseline used",
    "comparator": "how the number is meant: at_least, more_than, at_most, up_to, exactly, about, between",
    "target_value": "value to be reached, in the unit; for growth_per_year in per cent a year",
    "target_is_derived": "whether that value was worked out from the baseline",
    "unit": "unit of the values",
    "deadline": "last day of the period at whose end it is due",
    "progress_share": "share of the distance closed, 0 to 1, not capped",
    "time_share": "share of the time used at the latest observation, 0 to 1",
    "required_value": "value on the required path at the latest observation",
    "ratio": "number by which the method judges",
    "method_class": "class in the method's own words; null: none",
    "chance": "chance that the target is met at its deadline, 0 to 1; null: none is given",
    "expected": "value expected at the deadline, in the unit",
    "no_chance": "why no chance is given",
    "badges": "reservations, a list",
    "same_as": "target that leads the same promise, for all but the leading one",
}


def status_rows(frame: pd.DataFrame, lang: str) -> list[dict]:
    """Rows of `query.status` as plain objects with exactly the contract's keys; absent values are None."""
    return [status_row(row, lang) for row in plain_rows(frame)]


def status_row(row: dict, lang: str) -> dict:
    """A row of `query.standing` in the same form."""
    name = row["name_zh"] if lang == "zh" and row["name_zh"] else row["name_en"]
    full = row | {"name": name, "sentence": sentence(row, lang), "badges": (row["badges"] or "").split()}
    return {key: plain(full[key]) for key in KEYS}


def was_judged(row: Mapping[str, object]) -> bool:
    """Whether a target is judged, or was until it was superseded or given up: a number that somebody aimed at."""
    is_aim = row["target_value"] is not None and row["comparator"] != Comparator.up_to
    return row["family"] != Family.not_judged or (row["status"] in GIVEN_UP and is_aim)


def as_csv(rows: list[dict], keys: Collection[str] = KEYS) -> str:
    """Rows as CSV with a byte order mark; lists are separated by spaces, risky text cells made harmless."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(keys)
    writer.writerows([_cell(row[key]) for key in keys] for row in rows)
    return "\ufeff" + text.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, list):
        return " ".join(value)
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@")):
        return "'" + value  # a spreadsheet would take it for a formula
    return value


def plain(value: object) -> object:
    """A value as JSON has it: a day as its ISO text."""
    return value.isoformat() if isinstance(value, date) else value
