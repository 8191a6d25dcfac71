"""The XML parts of a workbook's archive, streamed to expat; document types and entities are refused."""

import zipfile
from collections.abc import Iterator
from typing import NoReturn
from xml.parsers import expat

from etl.extract.details import Broken, Entities

CHUNK = 1 << 18


class _Begun(Exception):
    """The root element has begun: nothing can be declared any more."""


def refuse_entities(archive: zipfile.ZipFile) -> None:
    """Looks at what stands before the root element of every XML part. Raises Entities."""
    for name in archive.namelist():
        if name.lower().endswith((".xml", ".rels")):
            try:
                stream(archive, name, parser(name, start=_begun))
            except (_Begun, expat.ExpatError):
                continue  # no declarations; a part that is broken is said where it is read


def parser(part: str, start) -> expat.XMLParserType:
    """A parser that hands elements to `start(name, attributes)` and raises Entities at a document type."""

    def refuse(*_declared) -> NoReturn:
        raise Entities(part)

    made = expat.ParserCreate()
    made.StartDoctypeDeclHandler = refuse
    made.EntityDeclHandler = refuse
    made.StartElementHandler = start
    made.buffer_text = True
    return made


def stream(archive: zipfile.ZipFile, name: str, into: expat.XMLParserType) -> None:
    """Parses one part piece by piece. Raises expat.ExpatError, or Broken for a missing part or unknown letters."""
    try:
        with archive.open(name) as part:
            for chunk in iter(lambda: part.read(CHUNK), b""):
                into.Parse(chunk, False)
        into.Parse(b"", True)
    except (LookupError, UnicodeDecodeError) as error:
        raise Broken(f"{name}: {error}") from error


def elements(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Local names and attributes of a small part's elements, in their order."""
    found: list[tuple[str, dict[str, str]]] = []
    stream(archive, name, parser(name, start=lambda tag, attributes: found.append((local(tag), attributes))))
    return iter(found)


def local(name: str) -> str:
    """A name without its prefix: some programs write "x:row" for "row"."""
    return name.rpartition(":")[2]


def _begun(_name: str, _attributes: dict[str, str]) -> NoReturn:
    raise _Begun
