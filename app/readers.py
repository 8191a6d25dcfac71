"""What pages may read: the readers of `etl.store.query`, and those that work something out of them."""

from types import SimpleNamespace

from etl.changes import change_rows
from etl.citation import stood
from etl.judge.ahead import ahead
from etl.judge.comparable import comparable
from etl.judge.findings import findings
from etl.judge.grading import graded
from etl.judge.what_if import what_if
from etl.origin import sheets_of
from etl.store import query

READERS = SimpleNamespace(
    **{name: reader for name, reader in vars(query).items() if callable(reader)},
    ahead=ahead,
    change_rows=change_rows,
    comparable=comparable,
    findings=findings,
    graded=graded,
    sheets_of=sheets_of,
    stood=stood,
    what_if=what_if,
)
"""Every reader takes a database first; tests put another set in place of this one."""
