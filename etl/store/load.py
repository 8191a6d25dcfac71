"""The only writer: accepted files and withdrawals, appended in one transaction."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sa

from etl.errors import CallError, Fault
from etl.store import schema
from etl.store.columns import referred
from etl.store.database import WRITES
from etl.store.query import live_loads

ORDER = (
    *("body", "policy", "policy_body", "area", "sector", "indicator", "series", "basis", "target", "target_series"),
    *("target_link", "milestone", "list_item", "event", "decision", "observation"),
)


@dataclass(frozen=True)
class Accepted:
    """A file that passed all checks: its bytes, its records by table, and what the checks let pass."""

    file_name: str
    content: bytes
    records: Mapping[str, list[dict]]
    remarks: list[Fault]

    @property
    def sha256(self) -> str:
        """Hash of the bytes: the same file is known by it."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def row_count(self) -> int:
        """Rows that the load adds to the tables."""
        return sum(map(len, self.records.values()))


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection in one transaction; what is written in it stands as a whole or not at all."""
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(sa.text("LOCK TABLE load IN EXCLUSIVE MODE"))  # one writer at a time, as in SQLite
        yield connection


def earlier_load(connection: sa.Connection, sha256: str) -> int | None:
    """The live load of a file with these bytes, if there is one."""
    return connection.scalar(
        sa.select(sa.func.max(schema.load.c.load_id)).where(
            schema.load.c.sha256 == sha256, schema.load.c.load_id.in_(live_loads())
        )
    )


@dataclass(frozen=True)
class Signed:
    """Who writes and when (UTC, without a zone); what is written together bears the same signature."""

    by: str
    at: datetime


def signed(by: str, at: datetime | None = None) -> Signed:
    """The signature of someone who writes at that time; None: now."""
    return Signed(by, at or datetime.now(UTC).replace(tzinfo=None))


def append(connection: sa.Connection, accepted: Accepted, sign: Signed) -> int:
    """Writes one accepted file, whose codes are registered; returns the number of its load."""
    load_id = _next(connection)
    entry = {"load_id": load_id, "kind": "file", "file_name": accepted.file_name, "sha256": accepted.sha256}
    entry |= {"content": accepted.content, "loaded_at": sign.at, "loaded_by": sign.by}
    connection.execute(schema.load.insert(), entry | {"row_count": accepted.row_count})
    for table in ORDER:
        rows = [record | {"load_id": load_id} for record in accepted.records.get(table, [])]
        if table == "observation":
            rows = [row | {"known_on": row["published_on"] or sign.at.date()} for row in rows]
        if rows:
            connection.execute(schema.metadata.tables[table].insert(), rows)
    _append_flags(connection, load_id, accepted.remarks)
    return load_id


def withdraw(connection: sa.Connection, load_id: int, reason: str, sign: Signed) -> int:
    """Writes the withdrawal of a load; returns the number of the withdrawal.

    Raises CallError where there is no such live load, no reason, or other live loads stand on what it registered.
    """
    if not reason.strip():
        raise CallError("A withdrawal needs a reason: --reason 'why the file was wrong'.")
    if load_id not in connection.scalars(live_loads()).all():
        raise CallError(f"There is no load {load_id} to withdraw. See: milepost loads")
    orphans = list(_orphans(connection, load_id))
    if orphans:
        used = "; ".join(orphans)
        mend = "Withdraw those loads first, or load a file that registers the same."
        raise CallError(f"Load {load_id} cannot be withdrawn: other loads use what only it registers: {used}. {mend}")
    number = _next(connection)
    entry = {"load_id": number, "kind": "withdrawal", "withdraws": load_id, "reason": reason, "row_count": 0}
    connection.execute(schema.load.insert(), entry | {"loaded_by": sign.by, "loaded_at": sign.at})
    return number


def _next(connection: sa.Connection) -> int:
    return (connection.scalar(sa.select(sa.func.max(schema.load.c.load_id))) or 0) + 1


def append_codes(connection: sa.Connection, files: Sequence[Accepted]) -> None:
    """Registers the codes that are new in any of the files, so that they may refer to each other in any order."""
    records = {table: [record for file in files for record in file.records.get(table, [])] for table in ORDER}
    for name, key in schema.KEYS.items():
        codes = {record[f"{name}_id"] for record in records[name]}
        known = set(connection.scalars(sa.select(key.c[0])))
        if codes - known:
            connection.execute(key.insert(), [{f"{name}_id": code} for code in sorted(codes - known)])
    bases = {(record["series_id"], "") for record in records["series"]}
    bases |= {(record["series_id"], record["basis"]) for record in records["basis"]}
    known = {tuple(row) for row in connection.execute(sa.select(schema.basis_key))}
    new = [{"series_id": series_id, "basis": basis} for series_id, basis in sorted(bases - known)]
    if new:
        connection.execute(schema.basis_key.insert(), new)


def _append_flags(connection: sa.Connection, load_id: int, remarks: list[Fault]) -> None:
    rows = {
        (remark.sheet, remark.cell, remark.code): {
            "load_id": load_id,
            "sheet": remark.sheet,
            "cell": remark.cell,
            "code": remark.code,
            "found": remark.found,
            "wanted": remark.wanted,
        }
        for remark in remarks
    }
    if rows:
        connection.execute(schema.flag.insert(), list(rows.values()))


def _orphans(connection: sa.Connection, load_id: int) -> Iterator[str]:
    """Codes and bases that would be left without a row although rows of other live loads name them."""
    others = [number for number in connection.scalars(live_loads()) if number != load_id]
    yield from _codes_left(connection, others)
    yield from _bases_left(connection, others)


def _codes_left(connection: sa.Connection, others: Sequence[int]) -> Iterator[str]:
    for table in schema.metadata.tables.values():
        for column in table.c:
            name = referred(column)
            if name is None or table.name.endswith("_key") or table.name in (name, "assessment"):
                continue
            registered = sa.select(schema.metadata.tables[name].c[f"{name}_id"]).where(
                schema.metadata.tables[name].c.load_id.in_(others)
            )
            named = sa.select(column).where(table.c.load_id.in_(others), column.is_not(None), column.not_in(registered))
            for code in connection.scalars(named.distinct().limit(3)):
                yield f"{name} {code} (used in {table.name})"


def _bases_left(connection: sa.Connection, others: Sequence[int]) -> Iterator[str]:
    """Bases of series, and for targets, which name no series, bases that no series has."""
    own = schema.basis.c
    of_series = sa.select(own.series_id, own.basis).where(own.load_id.in_(others))
    of_any = sa.select(own.basis).where(own.load_id.in_(others))
    observed, decided, stated = schema.observation.c, schema.decision.c, schema.target.c
    for basis in (observed.basis, decided.basis, decided.to_basis):
        pair = sa.tuple_(basis.table.c.series_id, basis)
        yield from _left(connection, others, basis, pair.not_in(of_series))
    yield from _left(connection, others, stated.basis, stated.basis.not_in(of_any))


def _left(
    connection: sa.Connection, others: Sequence[int], basis: sa.Column, is_unregistered: sa.ColumnElement[bool]
) -> Iterator[str]:
    """Up to three of them; figures without a basis name an empty one, which no file registers."""
    named = sa.select(basis).where(basis.table.c.load_id.in_(others), basis != "", is_unregistered)
    for code in connection.scalars(named.distinct().limit(3)):
        yield f"basis {code} (used in {basis.table.name})"


def append_assessments(connection: sa.Connection, load_id: int, rows: list[dict]) -> None:
    """Writes verdict rows as worked out after that load."""
    if rows:
        connection.execute(schema.assessment.insert(), [row | {"load_id": load_id} for row in rows])
