"""The tables, with a comment on every column.

Nothing is updated or deleted. A row says which load brought it and from which cell; a later load's row with the same
key is followed instead of the earlier one, and a withdrawn load's rows are followed by none. Codes that other tables
refer to stand once in a `…_key` table, so that foreign keys hold whatever version of a row is in force.
"""

import sqlalchemy as sa

from etl import vocabulary as v
from etl.store import columns
from etl.store.columns import KEYED

metadata = columns.metadata

load = columns.table(
    "load",
    "One accepted file, or the withdrawal of one",
    sa.Column("load_id", sa.Integer, primary_key=True, autoincrement=False, comment="Number of the load, from 1"),
    columns.text("kind", "file or withdrawal", null=False),
    sa.CheckConstraint("kind IN ('file', 'withdrawal')", name="kind"),
    columns.text("file_name", "Name of the file, without its folder"),
    columns.text("sha256", "Hash of the file's bytes"),
    columns.column("content", sa.LargeBinary, "The file's bytes", null=True),
    columns.column("loaded_at", sa.DateTime, "When it was accepted (UTC)"),
    columns.text("loaded_by", "Who loaded it", null=False),
    columns.column("row_count", sa.Integer, "Rows it added to the tables"),
    columns.column("withdraws", sa.Integer, "The load that this row withdraws", null=True),
    sa.ForeignKeyConstraint(["withdraws"], ["load.load_id"]),
    columns.text("reason", "Why it was withdrawn"),
    sa.CheckConstraint("(kind = 'file') = (withdraws IS NULL)", name="withdraws"),
    sa.CheckConstraint("(kind = 'file') = (content IS NOT NULL)", name="content"),
    sa.UniqueConstraint("withdraws", name="uq_load_withdraws"),
)

KEYS = {name: columns.key_table(name) for name in KEYED}

basis_key = columns.table(
    "basis_key",
    "Every basis of a series ever used, once; the empty one is the only basis of a series that names none",
    columns.refers("series_id", "Series of the basis", key=True),
    columns.text("basis", "Code of the basis, unique within the series", null=False, key=True),
)

body = columns.table(
    "body",
    "Public bodies that state targets, and publishers of figures",
    columns.refers("body_id", "Code of the body", key=True),
    columns.names(),
    columns.text("note", "Remarks"),
    columns.provenance(),
)

policy = columns.table(
    "policy",
    "Documents in which public bodies state targets",
    columns.refers("policy_id", "Code of the document", key=True),
    columns.names(),
    columns.text("short_en", "Short English name for headings", null=False),
    columns.text("short_zh", "Short Chinese name for headings"),
    columns.text("number", "Official number of the document"),
    columns.day("issued", "Day of the document; its targets are known from then", null=False),
    columns.text("issued_as_written", "The day as written", null=False),
    columns.refers("succeeds_id", "Document of the period before, which it takes over from", null=True),
    columns.source(),
    columns.text("note", "Remarks"),
    columns.text("note_zh", "Remarks, in Chinese"),
    columns.provenance(),
)

policy_body = columns.table(
    "policy_body",
    "Issuing bodies of a document; the set of the newest load counts",
    columns.refers("policy_id", "Document", key=True),
    columns.refers("body_id", "Issuing body", key=True),
    columns.column("place", sa.Integer, "Place among the bodies, the leading one is 1"),
    columns.provenance(),
)

area = columns.table(
    "area",
    "Countries, regions and the world",
    columns.refers("area_id", "Code of the area", key=True),
    columns.names(),
    columns.text("note", "Remarks"),
    columns.provenance(),
)

sector = columns.table(
    "sector",
    "Fields of the economy by which targets are listed",
    columns.refers("sector_id", "Code of the sector", key=True),
    columns.names(),
    columns.text("note", "Remarks"),
    columns.provenance(),
)

indicator = columns.table(
    "indicator",
    "Quantities with one definition and unit",
    columns.refers("indicator_id", "Code of the indicator", key=True),
    columns.names(),
    columns.text("unit", "Unit of all values of the indicator", null=False),
    columns.text("unit_zh", "The unit in Chinese"),
    columns.chosen("measured", v.Measured, "State at a date or quantity over a period"),
    columns.number("lower", "Smallest possible value"),
    columns.number("upper", "Largest possible value"),
    columns.text("definition", "What is counted, over what"),
    columns.provenance(),
)

series = columns.table(
    "series",
    "An indicator for one area by one originating publisher",
    columns.refers("series_id", "Code of the series", key=True),
    columns.refers("indicator_id", "Indicator of the series"),
    columns.refers("area_id", "Area of the series"),
    columns.refers("publisher_id", "Body from which the figures come"),
    columns.names(),
    columns.chosen("frequency", v.Frequency, "Length of the periods that decide"),
    columns.text("scope_en", "What the figures cover, in English"),
    columns.text("scope_zh", "What the figures cover, in Chinese"),
    columns.number("lag_days", "Days from a period's end to its figure, as announced"),
    columns.day("discontinued", "Last day of a series that was ended"),
    columns.text("note", "Remarks"),
    columns.provenance(),
)

basis = columns.table(
    "basis",
    "Definitions or denominators of a series between which values are not compared",
    columns.text("series_id", "Series of the basis", null=False, key=True),
    columns.text("basis", "Code of the basis", null=False, key=True),
    sa.ForeignKeyConstraint(["series_id", "basis"], ["basis_key.series_id", "basis_key.basis"]),
    columns.text("description_en", "What the basis is, in English", null=False),
    columns.text("description_zh", "What the basis is, in Chinese"),
    columns.provenance(),
)

observation = columns.table(
    "observation",
    "A series' value for a period, as one publication gave it",
    columns.text("series_id", "Series", null=False, key=True),
    columns.text("basis", "Basis the value stands on; empty: the series' only one", null=False, key=True),
    sa.ForeignKeyConstraint(["series_id", "basis"], ["basis_key.series_id", "basis_key.basis"]),
    columns.text("period", "Period: 2024, 2025-H1, 2025-Q1, 2025-03, 2026-01..08, 2021..2024", null=False, key=True),
    columns.day("period_start", "First day of the period", null=False),
    columns.day("period_end", "Last day of the period", null=False),
    columns.chosen("frequency", v.Frequency, "Length of the period"),
    columns.number("value", "Value in the indicator's unit"),
    columns.number("high", "Upper end, where a range was published"),
    columns.chosen("qualifier", v.Qualifier, "Bound or approximation put before the value"),
    columns.day("published_on", "Day the value was made known; a month or year counts from its last day"),
    columns.day("known_on", "The same, or the day of the load where no day is known", null=False, key=True),
    columns.text("value_as_written", "The value as typed", null=False),
    columns.text("period_as_written", "The period as typed", null=False),
    columns.text("unit_as_written", "The unit as typed; empty: the indicator's own", null=False),
    columns.text("published_as_written", "The publication day as typed", null=False),
    columns.refers("publisher_id", "Body that made it known"),
    columns.source(),
    columns.chosen("flag", v.Flag, "Provisional, forecast, estimate or derived", null=True),
    columns.text("note", "Remarks"),
    columns.text("note_zh", "Remarks, in Chinese"),
    columns.provenance(),
    columns.text("cell", "Cell of the value, such as E14", null=False),
    sa.CheckConstraint("period_start <= period_end", name="period"),
    sa.Index(None, "series_id", "known_on"),
)

target = columns.table(
    "target",
    "Stated targets, one row a version of one target",
    columns.refers("target_id", "Code of the target", key=True),
    columns.day("stated_on", "Day from which this version is known", null=False, key=True),
    columns.text("slug", "Readable name for addresses", null=False),
    columns.refers("policy_id", "Document that states it"),
    columns.names(),
    columns.text("statement_en", "The claim in own words, in English", null=False),
    columns.text("statement_zh", "The claim in own words, in Chinese"),
    columns.refers("indicator_id", "Quantity the target is about", null=True),
    columns.refers("sector_id", "Sector under which it is listed", null=True),
    columns.chosen("kind", v.Kind, "What is promised"),
    columns.text("stated", "The number as written", null=False),
    columns.chosen("comparator", v.Comparator, "How the number is meant", null=True),
    columns.number("value", "The number, in the indicator's unit; per cent for change and growth_per_year"),
    columns.number("high", "Upper end of a range"),
    columns.text("unit_as_written", "Unit of the stated number as typed; empty: the indicator's own", null=False),
    columns.text("expression", "Figure the document gives beside a relative target, as written"),
    columns.number("baseline_value", "Baseline value as stated, in the indicator's unit"),
    columns.text("baseline_period", "Period of the baseline"),
    columns.day("deadline", "Last day of the period at whose end the target is due"),
    columns.text("deadline_as_written", "The deadline as typed", null=False),
    columns.number("tolerance", "For exact targets: allowed distance, in the unit"),
    columns.text("basis", "Basis the target is bound to, where stated"),
    columns.text("scope_en", "Whom and what it covers, in English"),
    columns.text("scope_zh", "Whom and what it covers, in Chinese"),
    columns.chosen("firmness", v.Firmness, "How firmly it is stated"),
    columns.chosen("text_status", v.TextStatus, "Adopted text or draft"),
    columns.chosen("method", v.Method, "Method that judges it unless the reader picks another", null=True),
    columns.source(),
    columns.text("note", "Remarks"),
    columns.text("note_zh", "Remarks, in Chinese"),
    columns.provenance(),
)

target_series = columns.table(
    "target_series",
    "Which series measure a target; the set of the newest load counts, at most one is the headline",
    columns.refers("target_id", "Target", key=True),
    columns.refers("series_id", "Series", key=True),
    columns.chosen("role", v.Role, "headline decides; rivals and proxies are shown"),
    columns.notes(),
    columns.provenance(),
)

target_link = columns.table(
    "target_link",
    "How targets stand to each other; the set of the newest load counts",
    columns.refers("target_id", "Target", key=True),
    columns.chosen("link", v.Link, "Kind of link", key=True),
    columns.refers("other_id", "The other target", key=True),
    columns.notes(),
    columns.provenance(),
    sa.CheckConstraint("target_id <> other_id", name="other"),
)

milestone = columns.table(
    "milestone",
    "Values to be passed on the way to a target; the set of the newest load counts",
    columns.refers("target_id", "Target", key=True),
    columns.day("deadline", "Last day of the period at whose end it is due", null=False, key=True),
    columns.number("value", "Value in the indicator's unit"),
    columns.text("stated", "The value as written", null=False),
    columns.text("note", "Remarks"),
    columns.provenance(),
)

list_item = columns.table(
    "list_item",
    "Things a document lists by name; the set of the newest load counts",
    columns.text("list_id", "Code of the list", null=False, key=True),
    columns.column("number", sa.Integer, "Place in the list", key=True),
    columns.refers("policy_id", "Document that lists it"),
    columns.names(),
    columns.text("lead", "Leading firm or body"),
    columns.text("partners", "Others named"),
    columns.text("lead_zh", "Leading firm or body, in Chinese"),
    columns.text("partners_zh", "Others named, in Chinese"),
    columns.text("note", "Remarks"),
    columns.text("note_zh", "Remarks, in Chinese"),
    columns.provenance(),
)

event = columns.table(
    "event",
    "What happened: policy and company news",
    columns.text("event_id", "Code of the event", null=False, key=True),
    columns.day("day", "Day of the event", null=False),
    columns.text("kind", "policy or corporate", null=False),
    columns.text("headline_en", "What happened, in English", null=False),
    columns.text("headline_zh", "What happened, in Chinese"),
    columns.refers("policy_id", "Document it belongs to", null=True),
    columns.source(),
    columns.text("note", "Remarks"),
    columns.provenance(),
)

decision = columns.table(
    "decision",
    "What analysts decided; of one basis the latest up to a day holds",
    columns.text("decision_id", "Code of the decision", null=False, key=True),
    columns.chosen("choice", v.Choice, "What was decided"),
    columns.refers("series_id", "Series whose basis changed", null=True),
    columns.text("basis", "The basis decided on"),
    columns.text("to_basis", "The basis it is compared with"),
    sa.ForeignKeyConstraint(["series_id", "basis"], ["basis_key.series_id", "basis_key.basis"]),
    sa.ForeignKeyConstraint(["series_id", "to_basis"], ["basis_key.series_id", "basis_key.basis"]),
    columns.number("factor", "What values on the basis are multiplied by"),
    columns.text("overlap", "Period known on both bases, in place of a factor"),
    columns.refers("target_id", "Target that was given up or remarked on", null=True),
    columns.day("decided_on", "Day of the decision; it holds from then", null=False),
    columns.text("decided_by", "Who decided", null=False),
    columns.text("reason", "Why", null=False),
    columns.text("reason_zh", "Why, in Chinese"),
    columns.text("url", "Address of the evidence"),
    columns.provenance(),
)

flag = columns.table(
    "flag",
    "What the checks noticed about a cell and let pass",
    columns.column("load_id", sa.Integer, "Load of the file", key=True),
    sa.ForeignKeyConstraint(["load_id"], ["load.load_id"]),
    columns.text("sheet", "Sheet of the file", null=False, key=True),
    columns.text("cell", "Cell", null=False, key=True),
    columns.text("code", "Kind of remark", null=False, key=True),
    columns.text("found", "What was found", null=False),
    columns.text("wanted", "What is wanted", null=False),
)

assessment = columns.table(
    "assessment",
    "Verdict history: where a target stood, valid from a day until the next row; the newest load's generation counts",
    columns.refers("target_id", "Target", key=True),
    columns.text("series_id", "Series it is judged on; empty: none", null=False, key=True),
    columns.chosen("role", v.Role, "Whether that is the headline, which decides, or a rival"),
    columns.chosen("method", v.Method, "Method", key=True),
    columns.day("valid_from", "First day on which the verdict holds", null=False, key=True),
    columns.column("rules_version", sa.Integer, "Version of the rules by which it was worked out"),
    columns.column("load_id", sa.Integer, "Load after which it was worked out", key=True),
    sa.ForeignKeyConstraint(["load_id"], ["load.load_id"]),
    columns.chosen("status", v.Status, "Where the target stands"),
    columns.chosen("reason", v.Reason, "Why"),
    columns.chosen("detail", v.Status, "Class held before the deadline, while data are awaited", null=True),
    columns.number("ratio", "Number by which the method judges"),
    columns.chosen("method_class", v.MethodClass, "Class in the method's own words", null=True),
    columns.chosen("obstacle", v.Obstacle, "What stands against the method", null=True),
    columns.text("workings", "The method's own numbers by name, as JSON"),
    columns.number("chance", "Chance that the target is met at its deadline (0 to 1)"),
    columns.number("expected", "Value expected at the deadline"),
    columns.chosen("no_chance", v.NoChance, "Why no chance is given", null=True),
    columns.number("progress_share", "Share of the distance closed (0 to 1, not capped)"),
    columns.number("time_share", "Share of the time used at the observation's date"),
    columns.number("required_value", "Value on the required path at the observation's date"),
    columns.text("period", "Period of the latest observation"),
    columns.number("value", "Value of the latest observation"),
    columns.number("high", "Its upper end, where a range"),
    columns.text("qualifier", "Its bound or approximation"),
    columns.day("published_on", "Day it was made known"),
    columns.text("basis", "Basis it stands on"),
    columns.text("second_period", "Period of the last reading on the target's basis"),
    columns.number("second_value", "Value of the last reading on the target's basis"),
    columns.text("second_basis", "The target's basis"),
    columns.text("baseline_period", "Period of the baseline used"),
    columns.number("baseline_value", "Baseline value used"),
    columns.day("baseline_published_on", "Day the baseline value was made known"),
    columns.number("target_value", "Target value, in the unit"),
    columns.number("target_high", "Upper end of a target range"),
    columns.column("target_is_derived", sa.Boolean, "Whether the target value was worked out from the baseline"),
    columns.number("actual_per_year", "Change per year since the baseline"),
    columns.number("required_per_year", "Change per year needed until the deadline"),
    columns.number("distance", "Distance to the target in the wanted direction, in the unit"),
    columns.text("badges", "Reservations, separated by spaces", null=False),
    columns.column("source_load_id", sa.Integer, "Load of the latest observation", null=True),
    columns.text("source_sheet", "Its sheet"),
    columns.text("source_cell", "Its cell"),
    sa.Index(None, "target_id", "method", "load_id"),
)
