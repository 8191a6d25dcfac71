"""Checks that need more than one row: codes that must be registered, keys that may not repeat, one headline."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches

from etl.errors import Fault
from etl.normalise.register import Register
from etl.normalise.rows import Row
from etl.vocabulary import Link, Role

DIRECTED = (Link.same_as, Link.contributes_to, Link.part_of, Link.supersedes)


def check_rows(rows: list[Row], register: Register, before: Register, unread: Collection[str] = ()) -> list[Fault]:
    """Faults between the rows of one load, given all that is registered with it, and what was registered before it.

    Codes of the kinds of sheets in `unread` may be missing from the register and are not judged.
    """
    return [
        *_unknown_codes(rows, register, unread),
        *([] if {"bases", "series"}.intersection(unread) else _unknown_bases(rows, register)),
        *_repeated_keys(rows),
        *_two_headlines(rows),
        *_shared_slugs(rows, register),
        *_changed_units(rows, before.units),
        *_named_itself(rows),
        *_circles(rows, before.links),
    ]


def _unknown_codes(rows: Iterable[Row], register: Register, unread: Collection[str]) -> Iterable[Fault]:
    for row in rows:
        for column in row.sheet.columns:
            if column.refers and column.refers not in unread:
                given = row.values.get(column.name) or []
                for code in [given] if isinstance(given, str) else given:
                    if code not in register.known(column.refers):
                        yield _unknown(row, column.name, code, register.known(column.refers), column.refers)


def _unknown(row: Row, column: str, code: str, known: set[str], sheet: str) -> Fault:
    near = get_close_matches(code, known, n=1, cutoff=0.6)
    mend = f"Did you mean {near[0]}? " if near else ""
    mend += f"Else register {code} on a sheet {sheet}, in this file or in one loaded with it or before it."
    return row.fault(column, "unknown_code", wanted=f"a code registered under {sheet}", mend=mend)


def _unknown_bases(rows: Iterable[Row], register: Register) -> Iterable[Fault]:
    for row in rows:
        basis = row.values.get("basis")
        series_id = row.values.get("series_id")
        if series_id and row.sheet.name != "bases":
            known = register.bases.get(series_id, set())
            for column in ("basis", "to_basis"):
                if row.values.get(column) and row.values[column] not in known:
                    yield _unknown(row, column, row.values[column], known, f"bases for {series_id}")
        elif basis and row.sheet.name == "targets":
            known = set().union(*register.bases.values()) if register.bases else set()
            if basis not in known:
                yield _unknown(row, "basis", basis, known, "bases")


def _repeated_keys(rows: Iterable[Row]) -> Iterable[Fault]:
    """The second of two rows of one file with the same key; for figures, of two cells."""
    first: dict[tuple, tuple[Row, str]] = {}
    for row in rows:
        for key, column in _keys(row):
            full = (row.text.file, *key)
            if full in first:
                earlier, at = first[full]
                key_names = ", ".join(row.sheet.key)
                wanted = f"{key_names} once; the first is {earlier.text.name} {earlier.cell(at)}"
                yield row.fault(column, "duplicate_key", wanted=wanted, mend="Remove one of the two.")
            else:
                first[full] = (row, column)


def _keys(row: Row) -> Iterable[tuple[tuple, str]]:
    values, sheet = row.values, row.sheet
    if sheet.name not in ("observations", "by year"):
        yield (sheet.name, *(str(values[name]) for name in sheet.key)), sheet.key[0]
        return
    published = values["published"].day if values["published"] else None
    known = (values["series_id"], values["basis"] or "", published)
    if sheet.has_period_columns:
        for column in row.columns:
            if column not in sheet.names and row.written[column]:
                yield ("observation", *known, column), column
    elif values["period"]:
        yield ("observation", *known, values["period"].label), "value"


def _two_headlines(rows: Iterable[Row]) -> Iterable[Fault]:
    headlines: dict[tuple[str, str], Row] = {}
    for row in rows:
        if row.sheet.name == "target_series" and row.values["role"] is Role.headline:
            target_id = row.values["target_id"]
            earlier = headlines.setdefault((row.text.file, target_id), row)
            if earlier is not row:
                wanted = f"one headline series for {target_id}; {earlier.cell('role')} names the first"
                yield row.fault("role", "two_headlines", wanted=wanted, mend="Make one of the two rival or proxy.")


def _shared_slugs(rows: Iterable[Row], register: Register) -> Iterable[Fault]:
    for row in rows:
        if row.sheet.name == "targets" and row.values["slug"]:
            owner = register.slugs.get(row.values["slug"])
            if owner not in (None, row.values["target_id"]):
                wanted = f"a slug of its own; {owner} has this one"
                yield row.fault("slug", "duplicate_key", wanted=wanted, mend="Choose another slug.")


def _changed_units(rows: Iterable[Row], units_before: dict[str, str]) -> Iterable[Fault]:
    """Values already in the tables stand in the unit registered first."""
    for row in rows:
        if row.sheet.name == "indicators":
            unit = units_before.get(row.values["indicator_id"], row.values["unit"])
            if unit != row.values["unit"]:
                mend = "Keep the unit, or register another indicator."
                yield row.fault("unit", "changed_unit", wanted=f"{unit}, in which values are stored", mend=mend)


def _named_itself(rows: Iterable[Row]) -> Iterable[Fault]:
    """Targets linked with themselves, and documents that succeed themselves."""
    for row in rows:
        for sheet, own, other in (("target_links", "target_id", "other_id"), ("policies", "policy_id", "succeeds")):
            if row.sheet.name == sheet and row.values[own] and row.values[own] == row.values[other]:
                wanted = f"another one than {row.values[own]}"
                yield row.fault(other, "names_itself", wanted=wanted, mend="Correct the code, or leave the row out.")


def _circles(rows: Iterable[Row], links_before: dict[str, set[tuple[str, str]]]) -> Iterable[Fault]:
    """Links of one kind that lead back to where they began. A load gives all links of the targets it names anew."""
    own = [row for row in rows if row.sheet.name == "target_links" and row.values["link"] in DIRECTED]
    own = [row for row in own if row.values["target_id"] != row.values["other_id"]]
    named = {row.values["target_id"] for row in own}
    for link in DIRECTED:
        ways = {one: {other for kind, other in links if kind == link} for one, links in links_before.items()}
        ways = {one: others for one, others in ways.items() if one not in named}
        for row in own:
            if row.values["link"] is link:
                ways.setdefault(row.values["target_id"], set()).add(row.values["other_id"])
        for row in own:
            if row.values["link"] is link and row.values["target_id"] in _reached(row.values["other_id"], ways):
                wanted = f"links {link} that do not come back to {row.values['target_id']}"
                yield row.fault("other_id", "circle", wanted=wanted, mend="Remove one of the links of the circle.")


def _reached(start: str, ways: dict[str, set[str]]) -> set[str]:
    """Everything that the ways lead to from a start, itself included."""
    found, ahead = set(), [start]
    while ahead:
        here = ahead.pop()
        if here not in found:
            found.add(here)
            ahead += ways.get(here, ())
    return found
