"""Typed rows into records of the tables; a record is a dict of one table's columns."""

from collections.abc import Callable

from etl.errors import Fault
from etl.normalise import decisions, observations, targets
from etl.normalise.register import Register
from etl.normalise.rows import Row
from etl.vocabulary import Grade

Record = tuple[str, dict]  # table, its columns


def records(row: Row, register: Register) -> tuple[list[Record], list[Fault]]:
    """The records that one row makes, and the faults found in making them."""
    builder = _BUILDERS.get(row.sheet.name)
    if builder:
        return builder(row, register)
    return _plain(row)


def place(row: Row) -> dict:
    """Columns that say where a record comes from (the load is added when it is written)."""
    return {"sheet": row.text.name, "row": row.number}


def source(row: Row) -> dict:
    """Columns of the source; where no grade is given, a page that is not the publisher's own is second hand."""
    grade = row.values["grade"] or (Grade.secondary if row.values["via"] else Grade.primary)
    return {name: row.values[name] for name in ("via", "source", "url")} | {"grade": grade}


_TABLES = {
    "bodies": "body",
    "areas": "area",
    "sectors": "sector",
    "indicators": "indicator",
    "series": "series",
    "bases": "basis",
    "target_series": "target_series",
    "target_links": "target_link",
    "list_items": "list_item",
}
_RENAMED = {"publisher": "publisher_id"}


def _plain(row: Row) -> tuple[list[Record], list[Fault]]:
    """A sheet whose columns are the table's."""
    values = {_RENAMED.get(name, name): value for name, value in row.values.items()}
    if values.get("discontinued"):
        values["discontinued"] = values["discontinued"].day
    if row.sheet.name == "list_items":
        values["number"] = int(values["number"])
    return [(_TABLES[row.sheet.name], values | place(row))], []


def _policy(row: Row, _register: Register) -> tuple[list[Record], list[Fault]]:
    values = row.values
    names = ("policy_id", "name_en", "name_zh", "short_en", "short_zh", "number", "note", "note_zh")
    record = {name: values[name] for name in names} | source(row) | place(row)
    record |= {"issued": values["issued"].day, "issued_as_written": row.written["issued"]}
    record |= {"succeeds_id": values["succeeds"]}
    bodies = [
        ("policy_body", {"policy_id": values["policy_id"], "body_id": body, "place": number} | place(row))
        for number, body in enumerate(values["bodies"], start=1)
    ]
    return [("policy", record), *bodies], []


def _event(row: Row, _register: Register) -> tuple[list[Record], list[Fault]]:
    names = ("event_id", "kind", "headline_en", "headline_zh", "policy_id", "note")
    record = {name: row.values[name] for name in names} | source(row) | place(row)
    return [("event", record | {"day": row.values["day"].day})], []


def _target(row: Row, register: Register) -> tuple[list[Record], list[Fault]]:
    record, faults = targets.target(row, register)
    return [("target", record | source(row) | place(row))], faults


def _decision(row: Row, register: Register) -> tuple[list[Record], list[Fault]]:
    record, faults = decisions.decision(row, register.today)
    return [("decision", record | place(row))], faults


def _milestone(row: Row, register: Register) -> tuple[list[Record], list[Fault]]:
    record, faults = targets.milestone(row, register)
    return [("milestone", record | place(row))], faults


def _observations(row: Row, register: Register) -> tuple[list[Record], list[Fault]]:
    found, faults = observations.observations(row, register)
    return [("observation", record | source(row) | place(row)) for record in found], faults


_BUILDERS: dict[str, Callable[[Row, Register], tuple[list[Record], list[Fault]]]] = {
    "policies": _policy,
    "events": _event,
    "targets": _target,
    "milestones": _milestone,
    "decisions": _decision,
    "observations": _observations,
    "by year": _observations,
}
