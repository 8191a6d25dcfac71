"""The sheets on what to look at: deadlines passed, what does not add up, rival series, analysts' decisions."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from etl.judge.arithmetic import Found
from etl.judge.decisions import Standing, standings
from etl.judge.remarks import remark
from etl.report.book import Field
from etl.report.fields import fields, observed_value, target_value, word, yes_no
from etl.report.frames import Row, named, unit_of
from etl.report.marks import MARKS
from etl.report.numbers import Bounded
from etl.report.scoreboard import target_name
from etl.report.text import Text
from etl.status import was_judged
from etl.vocabulary import ON_BASES, Choice, Finding, Reason, Role, Status

IN_FORCE: Mapping[Standing, bool | None] = {Standing.in_force: True, Standing.replaced: False, Standing.noted: None}


def docket_rows(rows: Iterable[dict], decisions: Iterable[dict], as_of: date) -> list[dict]:
    """Status rows of targets with a number whose deadline has passed, with analysts' notes on them.

    The latest deadline stands first, and of one deadline the targets by status.
    """
    notes: dict[str, list[dict]] = {}
    for decision in decisions:
        if decision["choice"] not in ON_BASES:
            notes.setdefault(decision["target_id"], []).append(decision)
    past = [row for row in rows if row["deadline"] and row["deadline"] < as_of and was_judged(row)]
    past.sort(key=lambda row: (-row["deadline"].toordinal(), list(Status).index(row["status"])))
    return [row | {"notes": notes.get(row["target_id"], [])} for row in past]


def docket_fields(text: Text, sheets: Mapping[str, str]) -> list[Field]:
    """Columns of the docket."""
    return fields(
        text,
        ("deadline", 11, "text", "deadline"),
        ("mark", 6, "mark", lambda row: MARKS[Status(row["status"])].symbol),
        ("status", 19, "wrap", lambda row: word(Status, row["status"], text)),
        ("target", 32, "wrap", lambda row: target_name(row, sheets, text)),
        ("target_value", 13, "number", lambda row: target_value(row, text)),
        ("evidence", 13, "number", lambda row: observed_value(row, text)),
        ("unit", 26, "wrap", lambda row: unit_of(row, text.lang)),
        ("period", 11, "text", "period"),
        ("published", 11, "text", "published_on"),
        ("reason", 58, "wrap", lambda row: word(Reason, row["reason"], text)),
        ("last_class", 18, "wrap", lambda row: word(Status, row["detail"], text)),
        ("signed_note", 44, "wrap", lambda row: "\n".join(_signed(note, text) for note in row["notes"])),
        ("policy", 36, "wrap", lambda row: named(row, "short", text.lang)),
        ("target_id", 9, "text", "target_id"),
    )


def _signed(note: Row, text: Text) -> str:
    what, why = word(Choice, note["choice"], text), _why(note, text)
    return text("signed", what=what, why=why, who=note["decided_by"], day=text.day(note["decided_on"]))


def finding_rows(findings: Iterable[Found], targets: Mapping[str, dict], policies: Mapping[str, dict]) -> list[dict]:
    """Findings on these targets: the finding, the status row of its target, and the document that bears on it."""
    return [
        {"found": found, "target": targets[found.target_id], "document": policies.get(found.policy_id, {})}
        for found in findings
        if found.target_id in targets
    ]


def finding_fields(text: Text, sheets: Mapping[str, str]) -> list[Field]:
    """Columns of the sheet of findings: in words, and each number by itself."""
    return fields(
        text,
        ("finding", 32, "wrap", lambda row: word(Finding, row["found"].code, text)),
        ("target", 38, "wrap", lambda row: target_name(row["target"], sheets, text)),
        ("in_words", 80, "wrap", lambda row: remark(row["found"], row["target"], text.lang)),
        ("counted", 12, "number", lambda row: _counted(row["found"], text)),
        ("at_most", 12, "number", lambda row: row["found"].high),
        ("against", 12, "number", lambda row: row["found"].against),
        ("unit", 26, "wrap", lambda row: _unit_of_numbers(row, text)),
        ("period", 11, "text", lambda row: row["found"].period),
        ("day", 11, "text", lambda row: row["found"].day),
        ("linked", 16, "wrap", lambda row: ", ".join(row["found"].others)),
        ("successor", 34, "wrap", lambda row: named(row["document"], "short", text.lang)),
        ("policy", 36, "wrap", lambda row: named(row["target"], "short", text.lang)),
        ("target_id", 9, "text", lambda row: row["found"].target_id),
    )


def _counted(found: Found, text: Text) -> Bounded | None:
    return observed_value({"value": found.low, "high": None, "qualifier": found.qualifier}, text)


def _unit_of_numbers(row: dict, text: Text) -> str:
    return "" if row["found"].against is None else unit_of(row["target"], text.lang)


def rival_rows(
    rivals: Iterable[dict], roles: Iterable[dict], targets: Mapping[str, dict], series: Mapping[str, dict]
) -> list[dict]:
    """The verdict on each rival series beside its target's status row, in the order of the targets; `role` says how
    the two differ."""
    notes = {(row["target_id"], row["series_id"]): row for row in roles if row["role"] == Role.rival}
    places = {target_id: place for place, target_id in enumerate(targets)}
    told = [row for row in rivals if row["target_id"] in targets]
    return [
        {
            "rival": rival,
            "target": targets[rival["target_id"]],
            "headline": series.get(targets[rival["target_id"]]["series_id"], {}),
            "role": notes.get((rival["target_id"], rival["series_id"]), {}),
        }
        for rival in sorted(told, key=lambda row: (places[row["target_id"]], row["series_id"]))
    ]


def rival_fields(text: Text, sheets: Mapping[str, str]) -> list[Field]:
    """Columns of the sheet of rivals: the headline's verdict and figure, the rival's, and whether they agree."""
    lang = text.lang
    return fields(
        text,
        ("target", 32, "wrap", lambda row: target_name(row["target"], sheets, text)),
        ("target_value", 13, "number", lambda row: target_value(row["target"], text)),
        ("unit", 20, "wrap", lambda row: unit_of(row["target"], lang)),
        ("headline", 28, "wrap", lambda row: named(row["headline"], "name", lang)),
        ("headline_status", 22, "wrap", lambda row: word(Status, row["target"]["status"], text)),
        ("headline_latest", 13, "number", lambda row: observed_value(row["target"], text)),
        ("headline_period", 11, "text", lambda row: row["target"]["period"]),
        ("rival", 28, "wrap", lambda row: named(row["rival"], "name", lang)),
        ("rival_status", 22, "wrap", lambda row: word(Status, row["rival"]["status"], text)),
        ("rival_latest", 13, "number", lambda row: observed_value(row["rival"], text)),
        ("rival_period", 11, "text", lambda row: row["rival"]["period"]),
        ("agree", 11, "text", lambda row: yes_no(row["rival"]["status"] == row["target"]["status"], text)),
        ("rival_reason", 34, "wrap", lambda row: word(Reason, row["rival"]["reason"], text)),
        ("publisher", 28, "wrap", lambda row: named(row["rival"], "publisher", lang)),
        ("published", 11, "text", lambda row: row["rival"]["published_on"]),
        ("differs", 44, "wrap", lambda row: named(row["role"], "note", lang)),
        ("target_id", 9, "text", lambda row: row["rival"]["target_id"]),
        ("series_id", 16, "text", lambda row: row["rival"]["series_id"]),
    )


def decision_rows(
    decisions: Sequence[dict], targets: Mapping[str, dict], series: Mapping[str, dict], as_of: date
) -> list[dict]:
    """Decisions on these targets and series, the latest first; `is_in_force` is None for what is on record only."""
    standing = standings(decisions, as_of)
    return [
        row
        | {"target": targets.get(row["target_id"]), "about": series.get(row["series_id"], {})}
        | {"is_in_force": IN_FORCE[standing[row["decision_id"]]]}
        for row in reversed(decisions)
        if row["target_id"] in targets or row["series_id"] in series
    ]


def decision_fields(text: Text, sheets: Mapping[str, str]) -> list[Field]:
    """Columns of the sheet of decisions."""
    return fields(
        text,
        ("day", 11, "text", "decided_on"),
        ("decided_by", 20, "wrap", "decided_by"),
        ("decision", 26, "wrap", lambda row: word(Choice, row["choice"], text)),
        ("in_force", 9, "text", lambda row: yes_no(row["is_in_force"], text)),
        ("why", 60, "wrap", lambda row: _why(row, text)),
        ("series", 34, "wrap", lambda row: named(row["about"], "name", text.lang)),
        ("basis", 22, "wrap", "basis"),
        ("to_basis", 22, "wrap", "to_basis"),
        ("factor", 9, "number", "factor"),
        ("overlap", 11, "text", "overlap"),
        ("target", 38, "wrap", lambda row: target_name(row["target"], sheets, text) if row["target"] else ""),
        ("url", 50, "url", "url"),
        ("load", 7, "number", "load_id"),
        ("sheet", 14, "text", "sheet"),
        ("decision_id", 28, "text", "decision_id"),
    )


def _why(row: Row, text: Text) -> str:
    return str((row["reason_zh"] if text.lang == "zh" else None) or row["reason"])
