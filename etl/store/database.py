"""Open the database by its URL: a SQLite file by default, or PostgreSQL."""

import os
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from etl.errors import DatabaseError, NoDatabase

DEFAULT_URL = "sqlite:///data/milepost.db"
ENVIRONMENT = "MILEPOST_DB"
WRITES = "milepost_writes"  # execution option of a connection that will write: SQLite's lock is taken at once

MEND = {"unable to open database file": " Whoever uses it, even to read, must be able to write to its folder."}
"""What helps against what SQLite says: it keeps files beside the database while that is in use."""

SNAPSHOT = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


def database_url(url: str | None = None) -> str:
    """The URL in use: the one given, else the environment's, else the default."""
    return url or os.environ.get(ENVIRONMENT) or DEFAULT_URL


def open_database(url: str | None = None, create: bool = False) -> sa.Engine:
    """An engine on a database of the current schema.

    With `create` a missing database is made and an older schema is brought up to date; without it both are errors.
    Raises DatabaseError if the database cannot be reached, is missing, or holds something else.
    """
    engine = _engine(database_url(url), create)
    try:
        _migrate(engine) if create else _require_schema(engine)
    except DatabaseError:
        engine.dispose()
        raise
    except sa.exc.DatabaseError as error:
        engine.dispose()
        reason = str(error.orig).strip().splitlines()[0]
        mend = MEND.get(reason, "")
        raise DatabaseError(f"The database {_shown(engine)} cannot be used: {reason}.{mend}") from error
    return engine


def snapshot(engine: sa.Engine) -> sa.Connection:
    """A connection that sees the database as it is at its first reading until it is closed; no writer waits for it.

    SQLite's transactions do so of themselves, in a database that logs what is written ahead of it.
    """
    return engine.connect().execution_options(**(SNAPSHOT if engine.dialect.name == "postgresql" else {}))


def _engine(url: str, create: bool) -> sa.Engine:
    try:
        parsed = sa.make_url(url)
        if parsed.drivername == "postgresql":
            parsed = parsed.set(drivername="postgresql+psycopg")
        engine = sa.create_engine(parsed)
    except (sa.exc.ArgumentError, sa.exc.NoSuchModuleError, ImportError) as error:
        reason = str(error).rstrip(".")
        wanted = "Write sqlite:///folder/file.db or postgresql://user@host/name."
        raise DatabaseError(f"'{url}' is not a database URL that can be opened: {reason}. {wanted}") from error
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine, create)
    return engine


def _prepare_sqlite(engine: sa.Engine, create: bool) -> None:
    file = engine.url.database
    if file and file != ":memory:":
        if not create and not Path(file).exists():
            raise NoDatabase(f"There is no database at {file}. Make one with: milepost load FILE…")
        if create and not Path(file).parent.is_dir():
            raise DatabaseError(f"The folder {Path(file).parent} for the database does not exist. Make it first.")

    @sa.event.listens_for(engine, "connect")
    def _connect(connection, _record):
        connection.isolation_level = None  # the driver's own transactions leave schema changes outside
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA busy_timeout = 30000")
        if create:
            connection.execute("PRAGMA journal_mode = WAL")  # stays in the file: readers and a writer do not wait

    @sa.event.listens_for(engine, "begin")
    def _begin(connection):
        writes = connection.get_execution_options().get(WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def _migrate(engine: sa.Engine) -> None:
    config = _config()
    with engine.connect() as connection:
        present, head = _revision(connection), ScriptDirectory.from_config(config).get_current_head()
        if present == head:
            return
        if present is None and sa.inspect(connection).get_table_names():
            raise DatabaseError(
                f"The database {_shown(engine)} holds tables that are not Milepost's. Name another one."
            )
        connection.rollback()
        with connection.begin():
            config.attributes["connection"] = connection
            command.upgrade(config, "head")


def _require_schema(engine: sa.Engine) -> None:
    with engine.connect() as connection:
        present = _revision(connection)
    head = ScriptDirectory.from_config(_config()).get_current_head()
    if present is None:
        raise NoDatabase(f"The database {_shown(engine)} is empty. Fill it with: milepost load FILE…")
    if present != head:
        raise DatabaseError(f"The database {_shown(engine)} has another schema ({present}). Load a file to update it.")


def _revision(connection: sa.Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _shown(engine: sa.Engine) -> str:
    return engine.url.render_as_string(hide_password=True)
