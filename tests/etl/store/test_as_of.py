"""What was known on a day is what a plain replay of the publications in order leaves, whatever was loaded when."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tables import REGISTER, workbook

from etl import pipeline
from etl.store import load, query
from etl.store.database import open_database

FIRST = date(2024, 1, 1)
PUBLICATIONS = st.tuples(
    st.sampled_from(["2020", "2021", "2022"]),
    st.sampled_from(["old", "new"]),
    st.integers(0, 8),
    st.integers(1, 999),
)
HISTORIES = st.lists(st.lists(PUBLICATIONS, max_size=6, unique_by=lambda one: one[:3]), min_size=1, max_size=5)


def record(row: int, period: str, basis: str, day: int, value: int) -> dict:
    """A record of the table `observation`."""
    published = FIRST + timedelta(days=day)
    return {
        "series_id": "robot_density_cn", "basis": basis, "period": period, "period_start": date(int(period), 1, 1),
        "period_end": date(int(period), 12, 31), "frequency": "year", "value": float(value), "high": None,
        "qualifier": "exact", "published_on": published, "value_as_written": str(value), "period_as_written": period,
        "unit_as_written": "", "published_as_written": published.isoformat(), "publisher_id": "IFR", "via": None,
        "source": None, "url": None, "grade": "primary", "flag": None, "note": None, "sheet": "observations",
        "row": row, "cell": f"C{row}",
    }  # fmt: skip


def replayed(loads: list, withdrawn: set[int], day: int) -> dict[tuple[str, str], float]:
    """The plain oracle: publications in the order of their days, of the same day in the order of their loads."""
    known: dict[tuple[str, str], float] = {}
    lines = [
        (published, number, period, basis, value)
        for number, publications in enumerate(loads)
        if number not in withdrawn
        for period, basis, published, value in publications
    ]
    for published, _, period, basis, value in sorted(lines, key=lambda line: line[:2]):
        if published <= day:
            known[period, basis] = float(value)
    return known


@pytest.fixture(scope="module")
def registered(tmp_path_factory):
    """An engine on a database that holds a register and no figures."""
    folder = tmp_path_factory.mktemp("as-of")
    engine = open_database(f"sqlite:///{folder}/m.db", create=True)
    pipeline.load_files(engine, [workbook(folder / "register.xlsx", REGISTER)], by="ann")
    yield engine
    engine.dispose()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(loads=HISTORIES, withdrawn=st.sets(st.integers(0, 4)), day=st.integers(-1, 9))
def test_as_of_reading_equals_a_plain_replay(registered, loads, withdrawn, day):
    sign = load.Signed("ann", datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None))
    with registered.connect() as connection:
        numbers = []
        for number, publications in enumerate(loads):
            rows = [record(row, *one) for row, one in enumerate(publications, start=2)]
            accepted = load.Accepted("f.csv", str(number).encode(), {"observation": rows}, [])
            numbers.append(load.append(connection, accepted, sign))
        for number in sorted(withdrawn):
            if number < len(numbers):
                load.withdraw(connection, numbers[number], "wrong", sign)
        frame = query.observations(connection, FIRST + timedelta(days=day))
        connection.rollback()
    found = {(row.period, row.basis): row.value for row in frame.itertuples()}
    assert found == replayed(loads, withdrawn, day)
