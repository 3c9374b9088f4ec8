"""The time from typing `guvence score 4 5` to the prompt."""

import subprocess
import time
from pathlib import Path

from outcome import Outcome, Skipped, middle
from processes import GUVENCE

ROUNDS = 41


def measure(folder: Path) -> list[Outcome]:
    command = [str(GUVENCE), "score", "4", "5", "--methodology", "5x5"]
    first = subprocess.run(command, capture_output=True, text=True, check=False)
    if first.returncode or "20" not in first.stdout:
        raise Skipped("`guvence score` çalışmıyor (does not work)")
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        times.append((time.perf_counter() - start) * 1000)
    return [Outcome(
        "start-up", "guvence score 4 5 --methodology 5x5 (wall)", "ms", middle(times), goal=30, goal_of="ours",
        decimals=1, notes=[f"Ortanca (median of {ROUNDS}); en az (least) {min(times):.1f} ms."])]
