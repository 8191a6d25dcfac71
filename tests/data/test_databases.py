"""The shipped data in both databases."""

from datetime import date

import pytest
import sqlalchemy as sa

from etl import pipeline
from etl.store import query, schema
from etl.store.database import open_database
from etl.vocabulary import Method
from tests.conftest import SHIPPED

DAYS = (date(2021, 6, 30), date(2024, 12, 1), date(2026, 4, 7), date(2026, 11, 24))


@pytest.fixture
def on_postgres(postgres_url):
    """Engine on a PostgreSQL database that holds the shipped data."""
    engine = open_database(postgres_url, create=True)
    pipeline.load_files(engine, SHIPPED, by="tests")
    yield engine
    engine.dispose()


def rows(engine: sa.Engine, table: sa.Table) -> list[str]:
    """All rows of a table, sorted; the moment of loading left out."""
    columns = [column for column in table.c if column.name != "loaded_at"]
    with engine.connect() as connection:
        return sorted(repr(tuple(row)) for row in connection.execute(sa.select(*columns)))


def test_both_databases_give_the_same_tables_and_verdicts(shipped, on_postgres):
    for table in schema.metadata.sorted_tables:
        assert rows(on_postgres, table) == rows(shipped, table), table.name
    for day in DAYS:
        for method in Method:
            one, other = (query.plain_rows(query.status(engine, day, method)) for engine in (shipped, on_postgres))
            assert one == other
            assert one
