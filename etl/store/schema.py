"""The tables, with a comment on every column.

Nothing is updated or deleted. A row says which load brought it and from which cell; a later load's row with the same
key is followed instead of the earlier one, and a withdrawn load's rows are followed by none. Codes that other tables
refer to stand once in a `…_key` table, so that foreign keys hold whatever version of a row is in force.
"""

from collections.abc import Iterable

import sqlalchemy as sa

from etl import vocabulary as v

KEYED = ("body", "policy", "area", "indicator", "series", "target")

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _column(name: str, kind: type | sa.types.TypeEngine, comment: str, null: bool = False, key: bool = False):
    return sa.Column(name, kind, nullable=null, primary_key=key, comment=comment, autoincrement=False)


def _text(name: str, comment: str, null: bool = True, key: bool = False) -> sa.Column:
    return _column(name, sa.Text, comment, null, key)


def _float(name: str, comment: str) -> sa.Column:
    return _column(name, sa.Float(53), comment, null=True)


def _day(name: str, comment: str, null: bool = True, key: bool = False) -> sa.Column:
    return _column(name, sa.Date, comment, null, key)


def _chosen(name: str, codes: type[v.Coded], comment: str, null: bool = False, key: bool = False) -> Iterable:
    """A column that holds one code of a vocabulary, and the check that keeps it so."""
    listed = ", ".join(f"'{code}'" for code in codes)
    return _text(name, comment, null, key), sa.CheckConstraint(f"{name} IN ({listed})", name=name)


def referred(column: sa.Column) -> str | None:
    """The register table (body, policy, …) whose code a column holds; None for any other column."""
    name = {"publisher_id": "body", "other_id": "target"}.get(column.name, column.name.removesuffix("_id"))
    return name if column.name.endswith("_id") and name in KEYED else None


def _refers(name: str, comment: str, null: bool = False, key: bool = False) -> Iterable:
    """A column that names a code of the `…_key` table called after the column."""
    column = _text(name, comment, null, key)
    table = referred(column)
    return column, sa.ForeignKeyConstraint([name], [f"{table}_key.{table}_id"])


def _names() -> Iterable:
    return _text("name_en", "English name", null=False), _text("name_zh", "Chinese name")


def _notes() -> Iterable:
    return _text("note_en", "Remark in English"), _text("note_zh", "Remark in Chinese")


def _source() -> Iterable:
    return (
        _text("via", "Page or outlet on which it was read, where that is not the publisher's own"),
        _text("source", "Title of the page or document read"),
        _text("url", "Address of the page read"),
        *_chosen("grade", v.Grade, "How it was read"),
    )


def _provenance() -> Iterable:
    return (
        _column("load_id", sa.Integer, "Load that brought the row", key=True),
        sa.ForeignKeyConstraint(["load_id"], ["load.load_id"]),
        _text("sheet", "Sheet of the file", null=False),
        _column("row", sa.Integer, "Row of the sheet, counted from 1"),
    )


def _table(name: str, comment: str, *parts) -> sa.Table:
    flat = [item for part in parts for item in (part if isinstance(part, tuple) else (part,))]
    return sa.Table(name, metadata, *flat, comment=comment)


def _key_table(name: str) -> sa.Table:
    return _table(
        f"{name}_key",
        f"Every code of a {name} ever used, once",
        _text(f"{name}_id", f"Code of the {name}", null=False, key=True),
    )


load = _table(
    "load",
    "One accepted file, or the withdrawal of one",
    sa.Column("load_id", sa.Integer, primary_key=True, autoincrement=False, comment="Number of the load, from 1"),
    _text("kind", "file or withdrawal", null=False),
    sa.CheckConstraint("kind IN ('file', 'withdrawal')", name="kind"),
    _text("file_name", "Name of the file, without its folder"),
    _text("sha256", "Hash of the file's bytes"),
    _column("content", sa.LargeBinary, "The file's bytes", null=True),
    _column("loaded_at", sa.DateTime, "When it was accepted (UTC)"),
    _text("loaded_by", "Who loaded it", null=False),
    _column("row_count", sa.Integer, "Rows it added to the tables"),
    _column("withdraws", sa.Integer, "The load that this row withdraws", null=True),
    sa.ForeignKeyConstraint(["withdraws"], ["load.load_id"]),
    _text("reason", "Why it was withdrawn"),
    sa.CheckConstraint("(kind = 'file') = (withdraws IS NULL)", name="withdraws"),
    sa.CheckConstraint("(kind = 'file') = (content IS NOT NULL)", name="content"),
    sa.UniqueConstraint("withdraws", name="uq_load_withdraws"),
)

KEYS = {name: _key_table(name) for name in KEYED}

basis_key = _table(
    "basis_key",
    "Every basis of a series ever used, once; the empty one is the only basis of a series that names none",
    _refers("series_id", "Series of the basis", key=True),
    _text("basis", "Code of the basis, unique within the series", null=False, key=True),
)

body = _table(
    "body",
    "Public bodies that state targets, and publishers of figures",
    _refers("body_id", "Code of the body", key=True),
    _names(),
    _text("note", "Remarks"),
    _provenance(),
)

policy = _table(
    "policy",
    "Documents in which public bodies state targets",
    _refers("policy_id", "Code of the document", key=True),
    _names(),
    _text("short_en", "Short English name for headings", null=False),
    _text("short_zh", "Short Chinese name for headings"),
    _text("number", "Official number of the document"),
    _day("issued", "Day of the document; its targets are known from then", null=False),
    _text("issued_as_written", "The day as written", null=False),
    _source(),
    _text("note", "Remarks"),
    _provenance(),
)

policy_body = _table(
    "policy_body",
    "Issuing bodies of a document; the set of the newest load counts",
    _refers("policy_id", "Document", key=True),
    _refers("body_id", "Issuing body", key=True),
    _column("place", sa.Integer, "Place among the bodies, the leading one is 1"),
    _provenance(),
)

area = _table(
    "area",
    "Countries, regions and the world",
    _refers("area_id", "Code of the area", key=True),
    _names(),
    _text("note", "Remarks"),
    _provenance(),
)

indicator = _table(
    "indicator",
    "Quantities with one definition and unit",
    _refers("indicator_id", "Code of the indicator", key=True),
    _names(),
    _text("unit", "Unit of all values of the indicator", null=False),
    _text("unit_zh", "The unit in Chinese"),
    _chosen("measured", v.Measured, "State at a date or quantity over a period"),
    _float("lower", "Smallest possible value"),
    _float("upper", "Largest possible value"),
    _text("definition", "What is counted, over what"),
    _provenance(),
)

series = _table(
    "series",
    "An indicator for one area by one originating publisher",
    _refers("series_id", "Code of the series", key=True),
    _refers("indicator_id", "Indicator of the series"),
    _refers("area_id", "Area of the series"),
    _refers("publisher_id", "Body from which the figures come"),
    _names(),
    _chosen("frequency", v.Frequency, "Length of the periods that decide"),
    _text("scope", "What the figures cover, in words"),
    _day("discontinued", "Last day of a series that was ended"),
    _text("note", "Remarks"),
    _provenance(),
)

basis = _table(
    "basis",
    "Definitions or denominators of a series between which values are not compared",
    _text("series_id", "Series of the basis", null=False, key=True),
    _text("basis", "Code of the basis", null=False, key=True),
    sa.ForeignKeyConstraint(["series_id", "basis"], ["basis_key.series_id", "basis_key.basis"]),
    _text("description_en", "What the basis is, in English", null=False),
    _text("description_zh", "What the basis is, in Chinese"),
    _provenance(),
)

observation = _table(
    "observation",
    "A series' value for a period, as one publication gave it",
    _text("series_id", "Series", null=False, key=True),
    _text("basis", "Basis the value stands on; empty: the series' only one", null=False, key=True),
    sa.ForeignKeyConstraint(["series_id", "basis"], ["basis_key.series_id", "basis_key.basis"]),
    _text("period", "Period: 2024, 2025-H1, 2025-Q1, 2025-03, 2026-01..08, 2021..2024", null=False, key=True),
    _day("period_start", "First day of the period", null=False),
    _day("period_end", "Last day of the period", null=False),
    _chosen("frequency", v.Frequency, "Length of the period"),
    _float("value", "Value in the indicator's unit"),
    _float("high", "Upper end, where a range was published"),
    _chosen("qualifier", v.Qualifier, "Bound or approximation put before the value"),
    _day("published_on", "Day the value was made known; a month or year counts from its last day"),
    _day("known_on", "The same, or the day of the load where no day is known", null=False, key=True),
    _text("value_as_written", "The value as typed", null=False),
    _text("period_as_written", "The period as typed", null=False),
    _text("unit_as_written", "The unit as typed; empty: the indicator's own", null=False),
    _text("published_as_written", "The publication day as typed", null=False),
    _refers("publisher_id", "Body that made it known"),
    _source(),
    _chosen("flag", v.Flag, "Provisional, forecast, estimate or derived", null=True),
    _text("note", "Remarks"),
    _provenance(),
    _text("cell", "Cell of the value, such as E14", null=False),
    sa.CheckConstraint("period_start <= period_end", name="period"),
    sa.Index(None, "series_id", "known_on"),
)

target = _table(
    "target",
    "Stated targets, one row a version of one target",
    _refers("target_id", "Code of the target", key=True),
    _day("stated_on", "Day from which this version is known", null=False, key=True),
    _text("slug", "Readable name for addresses", null=False),
    _refers("policy_id", "Document that states it"),
    _names(),
    _text("statement_en", "The claim in own words, in English", null=False),
    _text("statement_zh", "The claim in own words, in Chinese"),
    _refers("indicator_id", "Quantity the target is about", null=True),
    _chosen("kind", v.Kind, "What is promised"),
    _text("stated", "The number as written", null=False),
    _chosen("comparator", v.Comparator, "How the number is meant", null=True),
    _float("value", "The number, in the indicator's unit; per cent for change and growth_per_year"),
    _float("high", "Upper end of a range"),
    _text("unit_as_written", "Unit of the stated number as typed; empty: the indicator's own", null=False),
    _text("expression", "Figure the document gives beside a relative target, as written"),
    _float("baseline_value", "Baseline value as stated, in the indicator's unit"),
    _text("baseline_period", "Period of the baseline"),
    _day("deadline", "Last day of the period at whose end the target is due"),
    _text("deadline_as_written", "The deadline as typed", null=False),
    _float("tolerance", "For exact targets: allowed distance, in the unit"),
    _text("basis", "Basis the target is bound to, where stated"),
    _text("scope_en", "Whom and what it covers, in English"),
    _text("scope_zh", "Whom and what it covers, in Chinese"),
    _chosen("firmness", v.Firmness, "How firmly it is stated"),
    _chosen("text_status", v.TextStatus, "Adopted text or draft"),
    _source(),
    _text("note", "Remarks"),
    _provenance(),
)

target_series = _table(
    "target_series",
    "Which series measure a target; the set of the newest load counts, at most one is the headline",
    _refers("target_id", "Target", key=True),
    _refers("series_id", "Series", key=True),
    _chosen("role", v.Role, "headline decides; rivals and proxies are shown"),
    _notes(),
    _provenance(),
)

target_link = _table(
    "target_link",
    "How targets stand to each other; the set of the newest load counts",
    _refers("target_id", "Target", key=True),
    _chosen("link", v.Link, "Kind of link", key=True),
    _refers("other_id", "The other target", key=True),
    _notes(),
    _provenance(),
    sa.CheckConstraint("target_id <> other_id", name="other"),
)

milestone = _table(
    "milestone",
    "Values to be passed on the way to a target; the set of the newest load counts",
    _refers("target_id", "Target", key=True),
    _day("deadline", "Last day of the period at whose end it is due", null=False, key=True),
    _float("value", "Value in the indicator's unit"),
    _text("stated", "The value as written", null=False),
    _text("note", "Remarks"),
    _provenance(),
)

list_item = _table(
    "list_item",
    "Things a document lists by name; the set of the newest load counts",
    _text("list_id", "Code of the list", null=False, key=True),
    _column("number", sa.Integer, "Place in the list", key=True),
    _refers("policy_id", "Document that lists it"),
    _names(),
    _text("lead", "Leading firm or body"),
    _text("partners", "Others named"),
    _text("note", "Remarks"),
    _provenance(),
)

event = _table(
    "event",
    "What happened: policy and company news",
    _text("event_id", "Code of the event", null=False, key=True),
    _day("day", "Day of the event", null=False),
    _text("kind", "policy or corporate", null=False),
    _text("headline_en", "What happened, in English", null=False),
    _text("headline_zh", "What happened, in Chinese"),
    _refers("policy_id", "Document it belongs to", null=True),
    _source(),
    _text("note", "Remarks"),
    _provenance(),
)

flag = _table(
    "flag",
    "What the checks noticed about a cell and let pass",
    _column("load_id", sa.Integer, "Load of the file", key=True),
    sa.ForeignKeyConstraint(["load_id"], ["load.load_id"]),
    _text("sheet", "Sheet of the file", null=False, key=True),
    _text("cell", "Cell", null=False, key=True),
    _text("code", "Kind of remark", null=False, key=True),
    _text("found", "What was found", null=False),
    _text("wanted", "What is wanted", null=False),
)

assessment = _table(
    "assessment",
    "Verdict history: where a target stood, valid from a day until the next row; the newest load's generation counts",
    _refers("target_id", "Target", key=True),
    _text("series_id", "Headline series; empty: none", null=False, key=True),
    _chosen("method", v.Method, "Method", key=True),
    _day("valid_from", "First day on which the verdict holds", null=False, key=True),
    _column("load_id", sa.Integer, "Load after which it was worked out", key=True),
    sa.ForeignKeyConstraint(["load_id"], ["load.load_id"]),
    _chosen("status", v.Status, "Where the target stands"),
    _chosen("reason", v.Reason, "Why"),
    _chosen("detail", v.Status, "Class held before the deadline, while data are awaited", null=True),
    _float("ratio", "Ratio of the method"),
    _float("progress_share", "Share of the distance closed (0 to 1, not capped)"),
    _float("time_share", "Share of the time used at the observation's date"),
    _float("required_value", "Value on the required path at the observation's date"),
    _text("period", "Period of the latest observation"),
    _float("value", "Value of the latest observation"),
    _float("high", "Its upper end, where a range"),
    _text("qualifier", "Its bound or approximation"),
    _day("published_on", "Day it was made known"),
    _text("basis", "Basis it stands on"),
    _text("second_period", "Period of the last reading on the target's basis"),
    _float("second_value", "Value of the last reading on the target's basis"),
    _text("second_basis", "The target's basis"),
    _text("baseline_period", "Period of the baseline used"),
    _float("baseline_value", "Baseline value used"),
    _day("baseline_published_on", "Day the baseline value was made known"),
    _float("target_value", "Target value, in the unit"),
    _float("target_high", "Upper end of a target range"),
    _column("target_is_derived", sa.Boolean, "Whether the target value was worked out from the baseline"),
    _float("actual_per_year", "Change per year since the baseline"),
    _float("required_per_year", "Change per year needed until the deadline"),
    _float("distance", "Distance to the target in the wanted direction, in the unit"),
    _text("badges", "Reservations, separated by spaces", null=False),
    _column("source_load_id", sa.Integer, "Load of the latest observation", null=True),
    _text("source_sheet", "Its sheet"),
    _text("source_cell", "Its cell"),
)
