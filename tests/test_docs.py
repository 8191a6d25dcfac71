"""The generated pages of docs/ say what the code does."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from docs.write import pages
from etl.cli import app

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", pages())
def test_a_reference_page_has_not_drifted_from_the_code(name):
    assert (ROOT / "docs" / name).read_text("utf-8") == pages()[name]


def test_every_file_that_the_readme_names_exists():
    text = (ROOT / "README.md").read_text("utf-8")
    named = [part.split(")")[0] for part in text.split("](")[1:]]
    assert [name for name in named if not name.startswith("http") and not (ROOT / name).exists()] == []


def shown_runs(name: str) -> list[tuple[str, str]]:
    """Command lines of a page and what it shows below each of them, up to the next empty line."""
    blocks = (ROOT / "docs" / name).read_text("utf-8").split("\n    $ milepost ")[1:]
    return [tuple(block.split("\n\n")[0].split("\n", 1)) for block in blocks]


@pytest.mark.parametrize(("command", "shown"), shown_runs("knowledge.md"))
def test_a_command_on_the_page_of_knowledge_prints_what_the_page_shows(loaded_database, command, shown):
    printed = CliRunner().invoke(app, [*command.split(), "--db", loaded_database])
    assert printed.output.split() == shown.split()
