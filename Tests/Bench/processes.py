"""Runs one side of a measurement as a process of its own and says what it took."""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
RELEASE = Path(os.environ.get("GUVENCE_RELEASE", HERE.parents[1] / ".build" / "release"))
BENCH = RELEASE / "guvence-bench"
GUVENCE = RELEASE / "guvence"


@dataclass
class Finished:
    """What a process printed as JSON, its processor time in seconds and its peak memory in MB, by wait4."""

    answer: dict
    cpu: float
    peak: float


def product(*arguments: str | Path) -> Finished:
    """One task of the measuring program, which calls the product's modules."""
    return finish([BENCH, *arguments])


def script(name: str, *arguments: str | Path) -> Finished:
    """One of the baselines in Python."""
    return finish([sys.executable, "-B", HERE / name, *arguments])


def finish(command: list) -> Finished:
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen([str(part) for part in command], stdout=output)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode()
    if process.returncode:
        raise SystemExit(f"{' '.join(str(part) for part in command)} failed with {process.returncode}")
    answer = json.loads(text) if text.strip() else {}
    return Finished(answer, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
