"""Words from gettext catalogues: one folder a language, one .po file a subject, the same keys in each."""

import gettext
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import read_po


@dataclass(frozen=True)
class Catalogue:
    """Texts of one language by key, and the forms of those that change with a number."""

    texts: Mapping[str, str]
    forms: Mapping[str, Sequence[str]]
    form_of: Callable[[int], int]

    def text(self, key: str, **fields: object) -> str:
        """The text of `key` with its fields filled in. Raises KeyError where the catalogue has no such text."""
        text = self.texts[key]
        return text.format(**fields) if fields else text

    def counted(self, key: str, number: int, **fields: object) -> str:
        """The form of `key` that goes with `number`, with its fields filled in."""
        return self.forms[key][self.form_of(number)].format(**fields)


@lru_cache
def read(folder: Path) -> Catalogue:
    """The catalogue of a language's folder. Raises PoFileError for a file that is not well formed."""
    texts: dict[str, str] = {}
    forms: dict[str, Sequence[str]] = {}
    plural = "0"
    for path in sorted(folder.glob("*.po")):
        with path.open("rb") as file:
            catalogue = read_po(file, abort_invalid=True)
        plural = catalogue.plural_expr
        for message in _messages(catalogue):
            if isinstance(message.id, str):
                texts[message.id] = message.string
            else:
                forms[message.id[0]] = message.string
    return Catalogue(texts, forms, gettext.c2py(plural))


def _messages(catalogue: Iterator[Message]) -> Iterator[Message]:
    """The entries without the header."""
    return (message for message in catalogue if message.id)
