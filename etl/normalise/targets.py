"""Rows of targets and milestones into records: kind, comparator, value, baseline, deadline as stated."""

from etl.errors import Fault
from etl.normalise.numbers import Quantity
from etl.normalise.observations import in_unit
from etl.normalise.periods import Period
from etl.normalise.register import Register
from etl.normalise.rows import Row
from etl.normalise.statements import Statement
from etl.vocabulary import JUDGING, Comparator, Firmness, Kind, Qualifier, TextStatus

WITHOUT_NUMBER = (Kind.action, Kind.direction)
RELATIVE = (Kind.change, Kind.growth_per_year)  # their number is a per cent, whatever the indicator's unit


def target(row: Row, register: Register) -> tuple[dict, list[Fault]]:
    """The record of one target row (without source and place), and its faults."""
    values = row.values
    statement: Statement | None = values["stated"]
    kind = values["kind"] or (statement.kind if statement else Kind.action) or Kind.level
    comparator = values["comparator"] or (statement.comparator if statement else None)
    unit = register.units.get(values["indicator_id"] or "")
    value, high, faults = _stated_value(row, kind, statement, unit)
    base = _base(row, statement)
    baseline, baseline_faults = _baseline(row, unit)
    faults += baseline_faults + _check(row, kind, comparator, statement)
    return {
        **{name: values[name] for name in _AS_THEY_ARE},
        "kind": kind,
        "comparator": comparator,
        "stated": row.written.get("stated", ""),
        "value": value,
        "high": high,
        "unit_as_written": row.written.get("unit", ""),
        "baseline_value": baseline,
        "baseline_period": base.label if base else None,
        "deadline": values["deadline"].end if values["deadline"] else None,
        "deadline_as_written": row.written.get("deadline", ""),
        "firmness": values["firmness"] or Firmness.unstated,
        "text_status": values["text_status"] or TextStatus.final,
        "stated_on": values["stated_on"].day if values["stated_on"] else register.issued.get(values["policy_id"]),
    }, faults


_AS_THEY_ARE = (
    *("target_id", "slug", "policy_id", "name_en", "name_zh", "statement_en", "statement_zh", "indicator_id"),
    *("sector_id", "expression", "tolerance", "basis", "scope_en", "scope_zh", "method", "note", "note_zh"),
)


def _base(row: Row, statement: Statement | None) -> Period | None:
    """Period of the baseline: as the row's column says, else as the statement does."""
    return row.values["baseline_period"] or (statement.base_period if statement else None)


def _stated_value(row: Row, kind: Kind, statement: Statement | None, unit: str | None):
    """Value and upper end: in the indicator's unit, or per cent for a relative target."""
    if statement is None or statement.value is None:
        return None, None, []
    if kind in RELATIVE or statement.kind in RELATIVE:
        return statement.value, statement.high, []
    quantity = Quantity(statement.value, statement.high, Qualifier.exact, statement.unit)
    return in_unit(row, "stated", quantity, unit)


def _baseline(row: Row, unit: str | None) -> tuple[float | None, list[Fault]]:
    quantity = row.values["baseline"]
    if quantity is None:
        return None, []
    if row.values["kind"] in RELATIVE or (row.values["stated"] and row.values["stated"].kind in RELATIVE):
        return quantity.value, []  # the row's unit is that of the per cent; the baseline stands in the indicator's
    value, _, faults = in_unit(row, "baseline", quantity, unit)
    return value, faults


def _check(row: Row, kind: Kind, comparator: Comparator | None, statement: Statement | None) -> list[Fault]:
    faults = []
    baseline, deadline = _base(row, statement), row.values["deadline"]
    if baseline and deadline and deadline.end <= baseline.end:
        wanted = f"a deadline after the baseline's period {baseline.label}"
        faults.append(row.fault("deadline", "deadline_before_baseline", wanted=wanted, mend="Correct one of the two."))
    has_number = statement is not None and statement.value is not None
    if not has_number and kind not in WITHOUT_NUMBER:
        mend = "Write the number, or set the kind to action or direction."
        faults.append(row.fault("stated", "missing_number", wanted=f"a number, for kind {kind}", mend=mend))
    if has_number and comparator is None and kind is not Kind.listed:
        wanted = "how the number is meant: " + ", ".join(Comparator)
        mend = 'Fill the column comparator, or write it into the statement ("at least 40").'
        faults.append(row.fault("comparator", "missing_comparator", wanted=wanted, mend=mend))
    if has_number and row.values["indicator_id"] is None and kind not in WITHOUT_NUMBER:
        mend = "Name the indicator; register it on a sheet indicators first where it is new."
        faults.append(row.fault("indicator_id", "missing_value", wanted="the quantity of the number", mend=mend))
    if row.values["method"] not in (None, *JUDGING):
        wanted = "a method that judges the way to a target: " + ", ".join(JUDGING)
        faults.append(row.fault("method", "trend_alone", wanted=wanted, mend="Choose one of these, or empty the cell."))
    return faults


def milestone(row: Row, register: Register) -> tuple[dict, list[Fault]]:
    """The record of one milestone row, and its faults."""
    unit = register.units.get(register.aims.get(row.values["target_id"]) or "")
    value, _, faults = in_unit(row, "stated", row.values["stated"], unit)
    return {
        "target_id": row.values["target_id"],
        "deadline": row.values["deadline"].end,
        "value": value,
        "stated": row.written["stated"],
        "note": row.values["note"],
    }, faults
