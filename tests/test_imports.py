"""The house's rules: one arrow from app to etl, and rooms that do not know each other."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = [path for folder in ("etl", "app") for path in (ROOT / folder).rglob("*.py")]
LONGEST_FUNCTION = 50
LONGEST_FILE = 400


def _imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def _offenders(folder: str, *banned: str, pattern: str = "*.py") -> list[str]:
    return [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in (ROOT / folder).rglob(pattern)
        for name in sorted(_imported(path))
        if any(name == ban or name.startswith(ban + ".") for ban in banned)
    ]


def test_etl_knows_no_screen():
    assert _offenders("etl", "app", "dash", "plotly", "dash_mantine_components", "flask") == []


@pytest.mark.parametrize("name", ["progress", "cases", "rules"])
def test_the_arithmetic_of_judging_knows_only_numbers_and_the_vocabulary(name):
    allowed = (
        "numpy",
        "etl.vocabulary",
        "etl.judge.progress",
        "etl.judge.cases",
        "collections.abc",
        "math",
        "dataclasses",
    )
    names = _imported(ROOT / f"etl/judge/{name}.py")
    assert {name for name in names if not name.startswith(allowed)} == set()


def test_the_forecast_knows_only_numbers_the_vocabulary_and_its_own_tables():
    allowed = ("numpy", "etl.vocabulary", "collections.abc", "csv", "dataclasses", "datetime", "pathlib")
    own = {f"etl.judge.{name}" for name in ("calibration", "forecast", "reliability", "scales")}
    names = set().union(*(_imported(ROOT / f"{name.replace('.', '/')}.py") for name in own))
    assert {name for name in names if not name.startswith((*allowed, *own))} - {"etl.judge"} == set()


def test_judging_reads_no_clock():
    assert "today()" not in "".join(path.read_text("utf-8") for path in (ROOT / "etl/judge").rglob("*.py"))


def test_figures_know_no_dash_no_sql_and_no_clock():
    assert _offenders("app/figures", "dash", "sqlalchemy", "etl.store", "app.data", "app.pages") == []
    assert "today()" not in "".join(path.read_text("utf-8") for path in (ROOT / "app/figures").rglob("*.py"))


def test_pages_hold_no_sql():
    assert _offenders("app/pages", "sqlalchemy", "etl.store") == []


def test_only_load_writes():
    writers = [p for p in SOURCES if ".insert()" in p.read_text("utf-8") and "migrations" not in p.parts]
    assert [path.name for path in writers] == ["load.py"]
    changing = re.compile(r"sa\.(update|delete)\(|schema\.\w+\.(update|delete)\(")
    assert [path.name for path in SOURCES if changing.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_rooms_are_small(path):
    text = path.read_text("utf-8")
    if "migrations" in path.parts:
        return
    assert text.count("\n") <= LONGEST_FILE
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    assert [node.name for node in functions if node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION] == []
    public = [node for node in functions if not node.name.startswith("_") and node.col_offset == 0]
    assert [node.name for node in public if not ast.get_docstring(node)] == []
