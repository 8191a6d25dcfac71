"""The sheets on what moved: figures published more than once, and verdicts, each with its cause."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from etl.judge.changes import Move
from etl.normalise.revisions import is_beyond_limit, is_compared
from etl.report.book import Field
from etl.report.fields import fields, observed_value, word, yes_no
from etl.report.frames import named, unit_of
from etl.report.marks import MARKS
from etl.report.numbers import Bounded
from etl.report.scoreboard import target_name
from etl.report.text import Text
from etl.vocabulary import Cause, Flag, Grade, Status


def revision_rows(vintages: Iterable[dict], series: Mapping[str, dict]) -> list[dict]:
    """Publications of those periods that have more than one, by series and period, each with its change to the one
    before on the same basis: `change` in the unit, `change_share` of the earlier value, `is_beyond_limit`."""
    rows = []
    for (series_id, _), group in groupby(vintages, key=lambda row: (row["series_id"], row["period"])):
        own = list(group)
        if len(own) > 1:
            rows += [row | {"about": series[series_id]} for row in _compared(own)]
    return rows


def _compared(own: Sequence[dict]) -> Iterator[dict]:
    """Publications for one period, with the change of each to the one before on its basis."""
    last = {row["basis"]: row for row in own}
    before: dict[str, dict] = {}
    for row in own:
        yield row | {"is_in_force": row is last[row["basis"]]} | _change(before.get(row["basis"]), row)
        before[row["basis"]] = row


def _change(earlier: dict | None, row: dict) -> dict:
    if earlier is None or not is_compared(earlier, row):
        return {"change": None, "change_share": None, "is_beyond_limit": None}
    change = row["value"] - earlier["value"]
    share = change / abs(earlier["value"]) if earlier["value"] else None
    return {"change": change, "change_share": share, "is_beyond_limit": is_beyond_limit(earlier, row)}


def revision_fields(text: Text, _sheets: Mapping[str, str]) -> list[Field]:
    """Columns of the sheet of revisions."""
    lang = text.lang
    return fields(
        text,
        ("series", 34, "wrap", lambda row: named(row["about"], "name", lang)),
        ("period", 11, "text", "period"),
        ("basis", 22, "wrap", "basis"),
        ("published", 11, "text", "known_on"),
        ("written", 14, "text", "value_as_written"),
        ("value", 12, "number", lambda row: observed_value(row, text)),
        ("unit", 26, "wrap", lambda row: unit_of(row, lang)),
        ("change", 12, "number", lambda row: _with_sign(row["change"])),
        ("change_share", 11, "change", "change_share"),
        ("beyond_limit", 12, "text", lambda row: yes_no(row["is_beyond_limit"], text)),
        ("in_force", 9, "text", lambda row: yes_no(row["is_in_force"], text)),
        ("flag", 12, "text", lambda row: word(Flag, row["flag"], text)),
        ("publisher", 28, "wrap", lambda row: named(row, "publisher", lang)),
        ("source", 44, "wrap", "source"),
        ("url", 50, "url", "url"),
        ("grade", 14, "text", lambda row: word(Grade, row["grade"], text)),
        ("file", 20, "wrap", "file_name"),
        ("sheet", 14, "text", "sheet"),
        ("cell", 7, "text", "cell"),
        ("series_id", 18, "text", "series_id"),
    )


def _with_sign(change: float | None) -> Bounded | None:
    return None if change is None else Bounded(change, "+" if change > 0 else "")


def change_rows(moves: Iterable[Move], targets: Mapping[str, dict]) -> list[dict]:
    """Verdicts that moved, the latest first: the move and the status row of its target."""
    return [{"move": move, "target": targets[move.target_id]} for move in moves if move.target_id in targets]


def change_fields(text: Text, sheets: Mapping[str, str]) -> list[Field]:
    """Columns of the sheet of changes."""
    return fields(
        text,
        ("day", 11, "text", lambda row: row["move"].day),
        ("target", 38, "wrap", lambda row: target_name(row["target"], sheets, text)),
        ("before", 31, "wrap", lambda row: _before(row["move"], text)),
        ("mark", 6, "mark", lambda row: MARKS[Status(row["move"].after["status"])].symbol),
        ("after", 31, "wrap", lambda row: word(Status, row["move"].after["status"], text)),
        ("cause", 20, "text", lambda row: word(Cause, row["move"].cause, text)),
        ("latest_then", 13, "number", lambda row: observed_value(row["move"].after, text)),
        ("unit", 26, "wrap", lambda row: unit_of(row["target"], text.lang)),
        ("period", 11, "text", lambda row: row["move"].after["period"]),
        ("published", 11, "text", lambda row: row["move"].after["published_on"]),
        ("basis", 22, "wrap", lambda row: row["move"].after["basis"]),
        ("policy", 36, "wrap", lambda row: named(row["target"], "short", text.lang)),
        ("target_id", 9, "text", lambda row: row["move"].target_id),
    )


def _before(move: Move, text: Text) -> str:
    return word(Status, move.before["status"], text) if move.before else ""
