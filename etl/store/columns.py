"""What tables are made of: columns with their comments, codes with their checks, references, provenance."""

from collections.abc import Iterable

import sqlalchemy as sa

from etl import vocabulary as v

KEYED = ("body", "policy", "area", "sector", "indicator", "series", "target")

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def column(
    name: str, kind: type | sa.types.TypeEngine, comment: str, null: bool = False, key: bool = False
) -> sa.Column:
    """A column of its own kind; it holds a value in every row unless `null`."""
    return sa.Column(name, kind, nullable=null, primary_key=key, comment=comment, autoincrement=False)


def text(name: str, comment: str, null: bool = True, key: bool = False) -> sa.Column:
    """A column of text."""
    return column(name, sa.Text, comment, null, key)


def number(name: str, comment: str) -> sa.Column:
    """A column of numbers, which may be empty."""
    return column(name, sa.Float(53), comment, null=True)


def day(name: str, comment: str, null: bool = True, key: bool = False) -> sa.Column:
    """A column of days."""
    return column(name, sa.Date, comment, null, key)


def chosen(name: str, codes: type[v.Coded], comment: str, null: bool = False, key: bool = False) -> Iterable:
    """A column that holds one code of a vocabulary, and the check that keeps it so."""
    listed = ", ".join(f"'{code}'" for code in codes)
    return text(name, comment, null, key), sa.CheckConstraint(f"{name} IN ({listed})", name=name)


_RENAMED = {"publisher_id": "body", "other_id": "target", "succeeds_id": "policy"}


def referred(one: sa.Column) -> str | None:
    """The register table (body, policy, …) whose code a column holds; None for any other column."""
    name = _RENAMED.get(one.name, one.name.removesuffix("_id"))
    return name if one.name.endswith("_id") and name in KEYED else None


def refers(name: str, comment: str, null: bool = False, key: bool = False) -> Iterable:
    """A column that names a code of the `…_key` table called after the column."""
    made = text(name, comment, null, key)
    table = referred(made)
    return made, sa.ForeignKeyConstraint([name], [f"{table}_key.{table}_id"])


def names() -> Iterable:
    """The English and the Chinese name of a thing."""
    return text("name_en", "English name", null=False), text("name_zh", "Chinese name")


def notes() -> Iterable:
    """Remarks in both languages."""
    return text("note_en", "Remark in English"), text("note_zh", "Remark in Chinese")


def source() -> Iterable:
    """Where a row was read."""
    return (
        text("via", "Page or outlet on which it was read, where that is not the publisher's own"),
        text("source", "Title of the page or document read"),
        text("url", "Address of the page read"),
        *chosen("grade", v.Grade, "How it was read"),
    )


def provenance() -> Iterable:
    """Load, sheet and row that a row comes from."""
    return (
        column("load_id", sa.Integer, "Load that brought the row", key=True),
        sa.ForeignKeyConstraint(["load_id"], ["load.load_id"]),
        text("sheet", "Sheet of the file", null=False),
        column("row", sa.Integer, "Row of the sheet, counted from 1"),
    )


def table(name: str, comment: str, *parts) -> sa.Table:
    """A table of these columns and constraints; groups of them are laid flat."""
    flat = [item for part in parts for item in (part if isinstance(part, tuple) else (part,))]
    return sa.Table(name, metadata, *flat, comment=comment)


def key_table(name: str) -> sa.Table:
    """The table that holds each code of a register once."""
    return table(
        f"{name}_key",
        f"Every code ever used in the table {name}, once",
        text(f"{name}_id", f"Code of the {name}", null=False, key=True),
    )
