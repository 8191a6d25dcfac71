"""A look at a workbook's first bytes and its archive's directory, before any reader opens it."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from etl.errors import Fault
from etl.extract.limits import Limits

OLE = b"\xd0\xcf\x11\xe0"  # old .xls files and password-protected .xlsx ones
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
SMALL = 10_000_000  # bytes unpacked that are never too many, however far they are packed
MANIFEST = "META-INF/manifest.xml"
DAMAGE = (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, struct.error, zlib.error)
KINDS = {"xl/": (".xlsx", ".xlsm"), "content.xml": (".ods",)}
BINARY = "xl/workbook.bin"  # of .xlsb workbooks, which say neither formulas nor formats in XML


def look_into(path: Path, limits: Limits) -> list[Fault]:
    """Faults of a file that must not be handed to a reader; none for one that may."""
    with path.open("rb") as file:
        begin = file.read(4)
    if begin == OLE:
        return [_protected_or_old(path)]
    if begin not in ZIP:
        mend = "Open it in a spreadsheet program and save it as .xlsx or .ods."
        return [_fault(path, "not_a_workbook", "a file that is no workbook", "an .xlsx or .ods workbook", mend)]
    try:
        with zipfile.ZipFile(path) as archive:
            faults = list(_directory(path, archive, limits))
            return faults or list(_kind(path, archive))
    except DAMAGE as error:
        mend = "Save it again, or fetch it anew: it was cut off or damaged."
        return [_fault(path, "damaged", f"a damaged workbook ({error})", "a whole workbook", mend)]


def _protected_or_old(path: Path) -> Fault:
    """ECMA's encryption wraps the archive into the container of old .xls files."""
    if ENCRYPTED in path.read_bytes():
        found, mend = "a password-protected workbook", "Open it, remove the password, and save it."
    else:
        found = "an old .xls or password-protected workbook"
        mend = "Open it in a spreadsheet program and save it as .xlsx without a password."
    return _fault(path, "password", found, "an .xlsx or .ods workbook without a password", mend)


def _directory(path: Path, archive: zipfile.ZipFile, limits: Limits) -> Iterator[Fault]:
    """What the directory alone tells: how much it unpacks to, how many entries, their names, encryption."""
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    if unpacked > limits.unpacked_bytes or (unpacked > SMALL and unpacked / packed > limits.ratio):
        found = f"{packed / 1e6:.1f} MB that unpack to {unpacked / 1e6:,.0f} MB"
        wanted = f"at most {limits.unpacked_bytes / 1e6:.0f} MB unpacked, {limits.ratio} times the packed size"
        yield _fault(path, "archive_bomb", found, wanted, "Copy the filled cells into a new workbook.")
    if len(entries) > limits.entries:
        found, wanted = f"an archive of {len(entries):,} entries", f"at most {limits.entries:,}"
        yield _fault(path, "archive_bomb", found, wanted, "Copy the filled cells into a new workbook.")
    names = [entry.filename for entry in entries]
    odd = [name for name in names if _leads_outside(name)] or [name for name in names if names.count(name) > 1][:1]
    if odd and len(entries) <= limits.entries:
        found = f"an archive with an entry named '{odd[0]}'" + ("" if _leads_outside(odd[0]) else " twice")
        yield _fault(path, "damaged", found, "a workbook's own parts", "Copy the cells into a new workbook.")
    if any(entry.flag_bits & 1 for entry in entries):
        yield _fault(path, "password", "a password-protected archive", "no password", "Remove the password.")


def _leads_outside(name: str) -> bool:
    place = PurePosixPath(name.replace("\\", "/"))
    return place.is_absolute() or ".." in place.parts or ":" in name


def _kind(path: Path, archive: zipfile.ZipFile) -> Iterator[Fault]:
    """Whether the archive is the workbook that the file's ending promises."""
    names = set(archive.namelist())
    if MANIFEST in names and _is_encrypted(archive):
        found, wanted = "a password-protected workbook", "a workbook without a password"
        yield _fault(path, "password", found, wanted, "Open it, remove the password, and save it.")
        return
    kinds = () if BINARY in names else KINDS.items()
    endings = next((endings for part, endings in kinds if any(name.startswith(part) for name in names)), ())
    if path.suffix.lower() in endings:
        return
    found = f"an {endings[0]} workbook named {path.suffix}" if endings else "an archive that is no workbook"
    mend = f"Rename it to {path.stem}{endings[0]}." if endings else "Save it as .xlsx or .ods in a spreadsheet program."
    yield _fault(path, "not_a_workbook", found, f"an {path.suffix.lower()} workbook", mend)


def _is_encrypted(archive: zipfile.ZipFile) -> bool:
    with archive.open(MANIFEST) as manifest:
        return b"encryption-data" in manifest.read(SMALL)


def _fault(path: Path, code: str, found: str, wanted: str, mend: str) -> Fault:
    return Fault(path.name, "", "", code, found, wanted, mend)
