"""The generated pages of docs/ say what the code does."""

from pathlib import Path

import pytest

from docs.write import pages

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", pages())
def test_a_reference_page_has_not_drifted_from_the_code(name):
    assert (ROOT / "docs" / name).read_text("utf-8") == pages()[name]


def test_every_file_that_the_readme_names_exists():
    text = (ROOT / "README.md").read_text("utf-8")
    named = [part.split(")")[0] for part in text.split("](")[1:]]
    assert [name for name in named if not name.startswith("http") and not (ROOT / name).exists()] == []
