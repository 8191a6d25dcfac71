"""Names like one that does not exist."""

from collections.abc import Iterable
from difflib import SequenceMatcher

MOST = 5
LEAST_LIKENESS = 0.6


def near(asked: str, known: Iterable[str]) -> list[str]:
    """The known names most like `asked`, the likest first: by their letters, or by the words that both are made of."""
    likeness = {name: _likeness(asked.lower(), name) for name in dict.fromkeys(known)}
    found = [name for name in likeness if likeness[name] >= LEAST_LIKENESS]
    return sorted(found, key=lambda name: -likeness[name])[:MOST]


def _likeness(asked: str, name: str) -> float:
    words, others = set(asked.split("-")), set(name.split("-"))
    shared = len(words & others) / min(len(words), len(others))
    return max(SequenceMatcher(None, asked, name).ratio(), shared * 0.9)
