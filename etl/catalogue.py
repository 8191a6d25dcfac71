"""Words from gettext catalogues: one folder a language, one .po file a subject, the same keys in each."""

import gettext
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from pathlib import Path

from babel import Locale
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent / "text"
LOCALES = {"en": Locale("en", "GB"), "zh": Locale("zh", "CN", script="Hans")}


@dataclass(frozen=True)
class Catalogue:
    """Texts of one language by key, and the forms of those that change with a number."""

    texts: Mapping[str, str]
    forms: Mapping[str, Sequence[str]]
    form_of: Callable[[int], int]

    def __call__(self, key: str, **fields: object) -> str:
        """The text of `key` with its fields filled in. Raises KeyError where the catalogue has no such text."""
        text = self.texts[key]
        return text.format(**fields) if fields else text

    def counted(self, key: str, number: int, **fields: object) -> str:
        """The form of `key` that goes with `number`, with its fields filled in."""
        return self.forms[key][self.form_of(number)].format(**fields)


@lru_cache
def of(subject: str, lang: str) -> Catalogue:
    """The texts on a subject in a language ("en" or "zh")."""
    return read(FOLDER / lang / f"{subject}.po")


def flow(sentences: Iterable[str], lang: str) -> str:
    """Sentences one after the other, as the language sets them; those that are "" are left out."""
    texts, said = of("measures", lang), [one for one in sentences if one]
    return reduce(lambda before, one: texts("flow", before=before, sentence=one), said) if said else ""


@lru_cache
def read(*paths: Path) -> Catalogue:
    """The texts of .po files of one language. Raises PoFileError for a file that is not well formed."""
    texts: dict[str, str] = {}
    forms: dict[str, Sequence[str]] = {}
    for path in paths:
        with path.open("rb") as file:
            catalogue = read_po(file, abort_invalid=True)
        for message in catalogue:
            if isinstance(message.id, str):
                texts[message.id] = message.string
            else:
                forms[message.id[0]] = message.string
    del texts[""]  # the header
    return Catalogue(texts, forms, gettext.c2py(catalogue.plural_expr))
