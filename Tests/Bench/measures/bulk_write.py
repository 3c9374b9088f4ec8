"""100,000 risks with an assessment each: the product with its journal, against the SQLite C API without one."""

import shutil
from pathlib import Path

from outcome import Outcome, middle
from processes import product

COUNT = 100_000
ROUNDS = 3
NOTES = [
    "Güvence: 100.000 risk + 100.000 değerlendirme + 200.000 günlük satırı (SHA-256 zinciri), ısı haritası sayaçları, "
    "birim sıra numaraları, kurallarla puanlama; tek işlem, WAL, synchronous=FULL.",
    "Baseline (Tests/Bench/Plain/bulk_write.c): the same 100,000 risk rows and 100,000 assessment rows, byte for byte, into "
    "the same tables with the same indexes, CHECKs and triggers, one prepared INSERT per table, every value bound "
    "SQLITE_TRANSIENT, one transaction, WAL, synchronous=FULL, foreign keys off. It scores nothing and writes no "
    "journal, no heat map and no counters. “Risks only” leaves the assessments out as well.",
]


def measure(folder: Path) -> list[Outcome]:
    empty = folder / "empty.db"
    product("prepare", empty)
    ours, plain, risks = [], [], []
    for turn in range(ROUNDS):
        written = copy(empty, folder / "ours.db")
        ours.append(product("bulk-write", written, str(COUNT)).answer["time"])
        if turn == 0:
            source = copy(written, folder / "source.db")
        plain.append(product("bulk-write-plain", copy(empty, folder / "plain.db"), source, "all").answer["time"])
        risks.append(product("bulk-write-plain", copy(empty, folder / "risks.db"), source, "risks").answer["time"])
    outcomes = []
    for clock, title, goal in (("cpu", "işlemci süresi (CPU)", 2.5), ("wall", "geçen süre (wall)", 2.5)):
        mine = middle([time[clock] for time in ours])
        outcomes.append(Outcome(
            "bulk-write", title, "s", mine, middle([time[clock] for time in plain]), goal))
        outcomes.append(Outcome(
            "bulk-write", f"{title}, yalnız riskler (risks only)", "s", mine, middle([time[clock] for time in risks])))
    outcomes[-1].notes = NOTES
    return outcomes


def copy(source: Path, target: Path) -> Path:
    """Copies a database with its log, over what was there."""
    for ending in ("", "-wal", "-shm"):
        Path(f"{target}{ending}").unlink(missing_ok=True)
        if ending != "-shm" and Path(f"{source}{ending}").exists():
            shutil.copyfile(f"{source}{ending}", f"{target}{ending}")
    return target
