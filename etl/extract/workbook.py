"""Workbooks, read by a process of their own with limits: its death is one clear fault, and never ours."""

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from etl.errors import Fault, InputFaults
from etl.extract.archive import look_into
from etl.extract.frame import TextSheet
from etl.extract.limits import Limits

ROOT = Path(__file__).parents[2]
NO_MEMORY = (b"MemoryError", b"memory allocation of", b"capacity overflow")


def read_workbook(path: Path, limits: Limits) -> list[TextSheet]:
    """Sheets of a workbook but those whose names begin with _. Raises InputFaults with all faults found in it."""
    faults = look_into(path, limits)
    if faults:
        raise InputFaults(sorted(faults))
    answer = _ask_child(path, limits)
    faults = [Fault(*fields) for fields in answer["faults"]]
    if faults:
        raise InputFaults(faults)
    return [TextSheet(path.name, name, cells) for name, cells in answer["sheets"]]


def _ask_child(path: Path, limits: Limits) -> dict[str, list]:
    """The answer of the process that reads the workbook. With -P it takes no module from the folder we stand in."""
    command = [sys.executable, "-P", "-m", "etl.extract.child", str(path.absolute()), json.dumps(asdict(limits))]
    known = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    surroundings = os.environ | {"PYTHONPATH": known, "RUST_BACKTRACE": "0"}
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=limits.seconds,
            check=False,
            env=surroundings,
        )
    except subprocess.TimeoutExpired as error:
        found = f"a workbook that takes more than {limits.seconds:g} seconds to read"
        raise InputFaults([_unreadable(path, "too_slow", found, error.stderr or b"")]) from None
    if done.returncode == 0:
        return json.loads(done.stdout)
    if any(sign in done.stderr for sign in NO_MEMORY):
        found = f"a workbook that takes more than {limits.memory_bytes / 1e6:,.0f} MB of memory to read"
        raise InputFaults([_unreadable(path, "too_much_memory", found, done.stderr)])
    raise InputFaults([_unreadable(path, "unreadable", "a workbook on which the reader broke down", done.stderr)])


def _unreadable(path: Path, code: str, found: str, told: bytes) -> Fault:
    """The fault of a reader that died; the last sheet it told of is the one that it died on."""
    names = [json.loads(line) for line in told.splitlines() if line.startswith(b'"') and line.endswith(b'"')]
    mend = "Copy the filled cells into a new workbook and load that."
    return Fault(path.name, names[-1] if names else "", "", code, found, "one that opens within the limits", mend)
