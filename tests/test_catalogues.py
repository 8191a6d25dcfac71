"""The catalogues of texts: whole, alike in both languages, and every text used."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from etl import vocabulary
from etl.judge.methods import METHODS
from etl.judge.odds import FRACTIONS
from etl.report.guide import PARTS, SHARED
from etl.vocabulary import LANGUAGES, Coded
from tests.app.visible import CHINESE, TERMS, WORD

ROOT = Path(__file__).parents[1]
FOLDERS = (ROOT / "app/text", ROOT / "etl/text")
SUBJECTS = [(folder, path.stem) for folder in FOLDERS for path in sorted((folder / "en").glob("*.po"))]
PLURALS = {"en": "nplurals=2; plural=(n != 1);", "zh": "nplurals=1; plural=0;"}


def catalogue(folder: Path, lang: str, subject: str) -> Catalog:
    """A file as Babel reads it."""
    with (folder / lang / f"{subject}.po").open("rb") as file:
        return read_po(file, abort_invalid=True)


def entries(folder: Path, lang: str, subject: str) -> list[Message]:
    """The texts of a file."""
    return [message for message in catalogue(folder, lang, subject) if message.id]


def key_of(message: Message) -> str:
    """What the code calls a text."""
    return message.id if isinstance(message.id, str) else message.id[0]


def forms_of(message: Message) -> tuple[str, ...]:
    """A text, or its forms."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def fields(message: Message) -> set[str]:
    """Names of the fields; a number as a predicate, `latest_is`, tells the same as the number."""
    parts = [part for form in forms_of(message) for part in Formatter().parse(form)]
    return {name.removesuffix("_is") for _text, name, _form, _conversion in parts if name}


def test_both_languages_have_the_same_files():
    for folder in FOLDERS:
        files = [sorted(path.name for path in (folder / lang).iterdir()) for lang in LANGUAGES]
        assert files[0] == files[1]


@pytest.mark.parametrize(("folder", "subject"), SUBJECTS)
def test_the_per_cent_sign_stands_apart_by_a_thin_space_in_english_and_close_in_chinese(folder, subject):
    wrong = {"en": r"""[\d}] ?%(?!\")""", "zh": r"[\d}]\s%"}  # what is typed into a cell stands between quotes
    for lang in LANGUAGES:
        texts = [form for message in entries(folder, lang, subject) for form in forms_of(message)]
        assert [form for form in texts if re.search(wrong[lang], form)] == []


@pytest.mark.parametrize(("folder", "subject"), SUBJECTS)
def test_a_catalogue_is_whole(folder, subject):
    for lang in LANGUAGES:
        found = catalogue(folder, lang, subject)
        assert (found.plural_forms, found.charset) == (PLURALS[lang], "utf-8")
        for message in entries(folder, lang, subject):
            assert list(message.check(found)) == []
            assert all(form for form in forms_of(message)), key_of(message)
            assert not message.fuzzy, key_of(message)
        assert not found.obsolete


@pytest.mark.parametrize(("folder", "subject"), SUBJECTS)
def test_both_languages_have_the_same_texts_with_the_same_fields(folder, subject):
    english, chinese = (entries(folder, lang, subject) for lang in LANGUAGES)
    assert [key_of(message) for message in english] == [key_of(message) for message in chinese]
    assert [key_of(one) for one, other in zip(english, chinese, strict=True) if fields(one) != fields(other)] == []


@pytest.mark.parametrize(("folder", "subject"), SUBJECTS)
def test_a_text_is_in_its_own_language(folder, subject):
    for lang, other in (("en", CHINESE), ("zh", WORD)):
        texts = [form for entry in entries(folder, lang, subject) for form in forms_of(entry)]
        found = {word for text in texts for word in other.findall(re.sub(r"\{.*?\}", "", text))}
        assert found - TERMS == set()


def test_a_key_stands_once_in_the_interface():
    keys = [
        key_of(one)
        for folder, subject in SUBJECTS
        if folder.parent.name == "app"
        for one in entries(folder, "en", subject)
    ]
    assert sorted(keys) == sorted(set(keys))


Made = tuple[str | None, ...]


def strings_of(folder: str) -> tuple[set[str], set[Made]]:
    """The strings of a package's code, and those put together from others: their parts, None for one that varies."""
    whole, made = set(), set()
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                made.add(tuple(part.value if isinstance(part, ast.Constant) else None for part in node.values))
    return whole, made


(APP, MADE_BY_APP), (ETL, MADE_BY_ETL) = strings_of("app"), strings_of("etl")
VARYING = APP | ETL | {str(number) for number in range(4)} | {str(fraction) for fraction in FRACTIONS}


def is_made(key: str, parts: Made) -> bool:
    """Whether a key is these parts, where each that varies is a string of the code."""
    if not parts:
        return not key
    first, *rest = parts
    heads = [first] if first else [key[:end] for end in range(1, len(key) + 1) if key[:end] in VARYING]
    return any(key.startswith(head) and is_made(key[len(head) :], rest) for head in heads)


@pytest.mark.parametrize(("folder", "subject"), [one for one in SUBJECTS if one[1] != "codes"])
def test_every_text_is_used(folder, subject):
    whole, made = (APP, MADE_BY_APP) if folder is FOLDERS[0] else (ETL, MADE_BY_ETL)
    keys = {key_of(message) for message in entries(folder, "en", subject)} - whole
    assert sorted(key for key in keys if not any(is_made(key, parts) for parts in made)) == []


def test_every_code_has_its_word_and_no_other_has():
    codes = {
        f"{kind.__name__}.{code.name}"
        for kind in vars(vocabulary).values()
        if isinstance(kind, type) and issubclass(kind, Coded)
        for code in kind
    }
    assert {key_of(one) for one in entries(FOLDERS[1], "en", "codes")} == codes - {"Qualifier.exact"}


def test_the_guide_explains_every_item_of_its_parts():
    items = {f"{part}.{item}" for part, items in PARTS.items() for item in items} | {f"topics.{one}" for one in SHARED}
    assert {key_of(one) for one in entries(FOLDERS[1], "en", "guide")} == items


def test_every_method_and_class_is_described():
    keys = {"read", "not_read"}
    for method in METHODS.values():
        classes = method.classes + (method.beside.classes if method.beside else ())
        keys |= {f"{method.id}.{part}" for part in ("rule", "measure", "needs")} | {
            f"{method.id}.{one.name}" for one in classes
        }
        keys |= {f"{method.id}.remark"} if method.has_remark else set()
    assert {key_of(one) for one in entries(FOLDERS[1], "en", "methods")} == keys
