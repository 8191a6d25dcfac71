"""Whether the tables hold what their loads say: every load replayed into an empty database, and compared."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from etl import pipeline
from etl.store import query, schema
from etl.store.database import open_database


@dataclass(frozen=True)
class Compared:
    """One table: its rows, those that the replay lacks and those that it has beyond them."""

    table: str
    rows: int
    lacking: int
    beyond: int

    @property
    def is_same(self) -> bool:
        """Whether the replay made the same rows."""
        return not self.lacking and not self.beyond


def verify(engine: sa.Engine, track: pipeline.Track = pipeline.plainly) -> list[Compared]:
    """Replays every load and withdrawal in order, with its day and its name, and compares all tables row for row.

    Raises InputFaults where a file that was accepted then has faults now.
    """
    with TemporaryDirectory() as folder:
        again = open_database(f"sqlite:///{folder}/replay.db", create=True)
        for number, together in enumerate(track(_calls(engine), "Replaying")):
            _replay(engine, again, together, Path(folder) / str(number))
        found = [_compared(engine, again, table) for table in schema.metadata.sorted_tables]
        again.dispose()
    return found


def _calls(engine: sa.Engine) -> list[list[dict]]:
    """Entries of the journal by the call that made them: those of one call bear the same time."""
    journal = query.plain_rows(query.loads(engine))
    return [list(entries) for _, entries in groupby(journal, key=lambda entry: (entry["loaded_at"], entry["kind"]))]


def _replay(engine: sa.Engine, again: sa.Engine, together: list[dict], folder: Path) -> None:
    first = together[0]
    if first["kind"] == "withdrawal":
        pipeline.withdraw(again, int(first["withdraws"]), first["reason"], first["loaded_by"], at=first["loaded_at"])
        return
    paths = list(_written(engine, together, folder))
    pipeline.load_files(again, paths, first["loaded_by"], at=first["loaded_at"])


def _written(engine: sa.Engine, together: list[dict], folder: Path) -> Iterable[Path]:
    """The files of one call, each in a folder of its own: two may have the same name."""
    for entry in together:
        path = folder / str(entry["load_id"]) / entry["file_name"]
        path.parent.mkdir(parents=True)
        path.write_bytes(query.content(engine, entry["load_id"]))
        yield path


def _compared(engine: sa.Engine, again: sa.Engine, table: sa.Table) -> Compared:
    stored, made = _rows(engine, table), _rows(again, table)
    return Compared(table.name, stored.total(), (stored - made).total(), (made - stored).total())


def _rows(engine: sa.Engine, table: sa.Table) -> Counter[tuple]:
    with engine.connect() as connection:
        return Counter(tuple(row) for row in connection.execute(sa.select(table)))
