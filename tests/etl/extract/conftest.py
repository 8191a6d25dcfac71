"""The makers of ugly files, and what reading one of them says."""

import importlib.util
from pathlib import Path

import pytest

from etl.errors import InputFaults
from etl.extract import DEFAULT, read_file


@pytest.fixture(scope="session")
def make():
    """The module of the makers."""
    spec = importlib.util.spec_from_file_location("extract_makers", Path(__file__).with_name("makers.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def faults_of():
    """A function: the faults of a file that cannot be read."""

    def faults(path, limits=DEFAULT):
        with pytest.raises(InputFaults) as raised:
            read_file(path, limits)
        return raised.value.faults

    return faults


@pytest.fixture
def fault_of(faults_of):
    """A function: the one fault of a file; it says everything that a fault should."""

    def fault(path, limits=DEFAULT):
        (only,) = faults_of(path, limits)
        assert only.file == Path(path).name
        assert all((only.code, only.found, only.wanted, only.mend))
        return only

    return fault


@pytest.fixture
def cells_of():
    """A function: the cells of a file's only sheet."""

    def cells(path, limits=DEFAULT):
        (sheet,) = read_file(path, limits)
        return sheet.cells

    return cells
