"""How large and how long a file may be before it is refused."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Limits on one file.

    `file_bytes` on disk, `unpacked_bytes` and `entries` of its archive, `ratio` of unpacked to packed size, `cells`
    of one sheet's rectangle, `memory_bytes` and `seconds` of the process that opens it.
    """

    file_bytes: int = 50_000_000
    unpacked_bytes: int = 400_000_000
    entries: int = 10_000
    ratio: int = 200
    cells: int = 20_000_000
    memory_bytes: int = 2_500_000_000
    seconds: float = 120


DEFAULT = Limits()
