import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from etl.errors import DatabaseError
from etl.store.database import open_database
from etl.store.schema import metadata


def test_the_migrations_make_the_tables_of_the_schema(engine):
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_every_table_and_column_has_a_comment():
    silent = [column for table in metadata.tables.values() for column in table.c if not column.comment]
    assert silent == []
    assert all(table.comment for table in metadata.tables.values())


def test_postgres_keeps_the_comments(postgres_url):
    engine = open_database(postgres_url, create=True)
    comments = {column["name"]: column["comment"] for column in sa.inspect(engine).get_columns("observation")}
    assert comments["known_on"] == "The same, or the day of the load where no day is known"
    engine.dispose()


def test_foreign_keys_are_enforced(engine):
    with pytest.raises(sa.exc.IntegrityError), engine.begin() as connection:
        connection.execute(metadata.tables["basis_key"].insert(), {"series_id": "no such", "basis": ""})


def test_codes_are_enforced(engine):
    row = {"load_id": 1, "kind": "rumour", "loaded_at": sa.func.now(), "loaded_by": "x", "row_count": 0}
    with pytest.raises(sa.exc.IntegrityError), engine.begin() as connection:
        connection.execute(metadata.tables["load"].insert().values(**row))


def test_a_missing_file_says_how_to_make_one(tmp_path):
    with pytest.raises(DatabaseError, match="milepost load"):
        open_database(f"sqlite:///{tmp_path}/none.db")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_database_says_how_to_fill_it(postgres_url):
    with pytest.raises(DatabaseError, match="is empty"):
        open_database(postgres_url)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("nonsense", "not a database URL"),
        ("oracle9://x", "not a database URL"),
        ("postgresql://nobody:secret@127.0.0.1:1/none", "cannot be used"),
        ("sqlite:////no/such/folder/x.db", "does not exist"),
    ],
)
def test_a_database_that_cannot_be_reached_is_one_clear_error(url, said):
    with pytest.raises(DatabaseError, match=said) as caught:
        open_database(url, create=True)
    assert "secret" not in str(caught.value)


def test_a_file_that_is_no_database_is_one_clear_error(tmp_path):
    (tmp_path / "x.db").write_text("these are not tables, but words that fill a file " * 20)
    with pytest.raises(DatabaseError, match="not a database"):
        open_database(f"sqlite:///{tmp_path}/x.db")


def test_a_folder_that_takes_no_files_beside_the_database_is_named_as_the_reason(tmp_path):
    open_database(f"sqlite:///{tmp_path}/m.db", create=True).dispose()
    (tmp_path / "m.db-wal").mkdir()
    with pytest.raises(DatabaseError, match=r"unable to open.*write to its folder\.$"):
        open_database(f"sqlite:///{tmp_path}/m.db")


def test_tables_of_another_program_are_left_alone(tmp_path):
    engine = sa.create_engine(f"sqlite:///{tmp_path}/x.db")
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE theirs (x INTEGER)"))
    with pytest.raises(DatabaseError, match="not Milepost's"):
        open_database(f"sqlite:///{tmp_path}/x.db", create=True)
    assert sa.inspect(engine).get_table_names() == ["theirs"]
    engine.dispose()
