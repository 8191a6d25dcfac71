"""Rows of decisions into records of the table `decision`."""

from collections.abc import Iterator, Mapping
from datetime import date

from etl.errors import Fault
from etl.normalise.observations import in_future
from etl.normalise.rows import Row
from etl.vocabulary import ON_BASES, Choice

WITH_OTHER = (Choice.keep, Choice.rebase)
TAKEN: Mapping[str, tuple[Choice, ...]] = {
    "to_basis": WITH_OTHER,
    "factor": (Choice.rebase,),
    "overlap": (Choice.rebase,),
}
"""Cells that only some choices take: another would silently leave them out."""

_AS_THEY_ARE = (
    *("decision_id", "choice", "series_id", "basis", "to_basis", "factor", "target_id"),
    *("decided_by", "reason", "reason_zh", "url"),
)


def decision(row: Row, today: date) -> tuple[dict, list[Fault]]:
    """The record of one decision, and its faults."""
    values = row.values
    return {
        **{name: values[name] for name in _AS_THEY_ARE},
        "overlap": values["overlap"].label if values["overlap"] else None,
        "decided_on": values["decided_on"].day,
    }, [*_faults(row), *in_future(row, "decided_on", today)]


def _faults(row: Row) -> Iterator[Fault]:
    values, choice = row.values, row.values["choice"]
    needed = ("target_id",) if choice not in ON_BASES else ("series_id", "basis")
    for column in (*needed, *(("to_basis",) if choice in WITH_OTHER else ())):
        if values[column] is None:
            yield row.fault(
                column, "missing_value", wanted=f"a {column} for the choice {choice}", mend="Fill the cell."
            )
    if values["to_basis"] is not None and values["to_basis"] == values["basis"]:
        mend = "Name the basis of the target."
        yield row.fault("to_basis", "same_basis", wanted="another basis than the one decided on", mend=mend)
    for column in [name for name, choices in TAKEN.items() if choice not in choices and values[name] is not None]:
        mend = f"Leave the cell empty, or choose {' or '.join(TAKEN[column])}."
        yield row.fault(column, "not_for_choice", wanted=f"no {column} for the choice {choice}", mend=mend)
    if choice is Choice.rebase:
        yield from _factor_faults(row)


def _factor_faults(row: Row) -> Iterator[Fault]:
    factor, overlap = row.values["factor"], row.values["overlap"]
    if (factor is None) == (overlap is None):
        mend = "Fill one of the two: a factor, or a period that is known on both bases."
        yield row.fault("factor", "factor_or_overlap", wanted="either a factor or an overlap", mend=mend)
    if factor is not None and factor <= 0:
        yield row.fault("factor", "not_positive", wanted="a factor above 0", mend="Correct the factor.")
