"""One case by one method, in words: for tests that are typed from published figures."""

from etl.judge.cases import Cases
from etl.judge.methods import METHODS
from etl.vocabulary import Method


def measure_and_class(method: Method, **figures) -> tuple[float, str | None]:
    """The method's number and its class's code; None for no class."""
    described = METHODS[method]
    found = described.find(Cases.of(**figures))
    rank = found.rank[0]
    return float(found.measure[0]), None if rank < 0 else str(described.classes[rank].name)


def class_of(method: Method, **figures) -> str | None:
    """The class's code alone."""
    return measure_and_class(method, **figures)[1]


def beside_and_class(method: Method, **figures) -> tuple[float, str | None]:
    """The second number that the method gives, and its class."""
    beside = METHODS[method].beside
    found = beside.find(Cases.of(**figures))
    rank = found.rank[0]
    return float(found.measure[0]), None if rank < 0 else str(beside.classes[rank].name)


def working(method: Method, name: str, **figures) -> float:
    """An intermediate number of the method."""
    return float(METHODS[method].find(Cases.of(**figures)).workings[name][0])
