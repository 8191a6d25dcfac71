"""Names like one that does not exist."""

from collections.abc import Iterable
from difflib import SequenceMatcher

MOST = 5
LEAST_LIKENESS = 0.6
OF_SHARED_WORDS = 0.9
"""How like names are of which one has all the words of the other; letters that agree all are more."""


def near(asked: str, known: Iterable[str]) -> list[str]:
    """The known names most like `asked`, the likest first: by their letters, or by the words that both are made of."""
    letters = SequenceMatcher()
    letters.set_seq2(asked.lower())
    likeness = {name: max(_by_letters(letters, name), _by_words(asked.lower(), name)) for name in known}
    found = [name for name, share in likeness.items() if share >= LEAST_LIKENESS]
    return sorted(found, key=lambda name: -likeness[name])[:MOST]


def _by_letters(letters: SequenceMatcher, name: str) -> float:
    """The share of letters that agree, as far as the cheaper upper bounds of it leave a hope; else 0."""
    letters.set_seq1(name)
    has_hope = letters.real_quick_ratio() >= LEAST_LIKENESS and letters.quick_ratio() >= LEAST_LIKENESS
    return letters.ratio() if has_hope else 0.0


def _by_words(asked: str, name: str) -> float:
    words, others = set(asked.split("-")), set(name.split("-"))
    return OF_SHARED_WORDS * len(words & others) / min(len(words), len(others))
