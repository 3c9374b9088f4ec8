"""A portfolio of 1,000 estimated risks over 100,000 years, against numpy."""

import math
import os
import random
from pathlib import Path

from outcome import Outcome, Skipped, middle
from processes import product, script

RISKS = 1_000
TRIALS = 100_000
ROUNDS = 3
GOAL = 6
NOTES = [
    f"{RISKS:,} risk × {TRIALS:,} yıl, geçen süre; {ROUNDS} tur sırayla, ortancaları, iki taraf da bir işlemciye bağlı. Güvence: tam "
    "sonuç; en çok katkı yapanların kötü yıllardaki payı ve yüzdeliklerin hatası da içinde. Ortalama ve %95 yüzdeliği "
    "tabanınkiyle %1 içinde. Yüklü makinede geçen süre oynar, işlemci süresine bakın.",
    "Baseline (Tests/Bench/plain_portfolio.py): numpy with SFC64, one vectorised step per risk; mean, percentiles and TVaR of "
    "the total, mean of each risk; no shares of the tail. Per trial draws each trial's number of events, conditional-uniform "
    "is the method of the product. Bernoulli × PERT: uniform below p, then beta.",
]


def measure(folder: Path) -> list[Outcome]:
    lognormal, pert = folder / "lognormal.txt", folder / "pert.txt"
    draws = random.Random(42)
    lognormal.write_text("".join(
        f"lognormal {draws.uniform(0.05, 3)} {math.log(mode(draws)[1])} {draws.uniform(0.4, 1.3)}\n" for _ in range(RISKS)))
    pert.write_text("".join(
        f"pert {draws.uniform(0.02, 0.6)} {' '.join(map(str, mode(draws)))}\n" for _ in range(RISKS)))
    with_one_processor = sorted(os.sched_getaffinity(0))
    sides = {
        "ours": lambda: product("portfolio", lognormal, str(TRIALS), "1"),
        "per-trial": lambda: script("plain_portfolio.py", lognormal, str(TRIALS), "per-trial"),
        "conditional": lambda: script("plain_portfolio.py", lognormal, str(TRIALS), "conditional"),
        "ours-pert": lambda: product("portfolio", pert, str(TRIALS), "1"),
        "pert": lambda: script("plain_portfolio.py", pert, str(TRIALS), "per-trial"),
    }
    found: dict[str, list[dict]] = {name: [] for name in sides}
    os.sched_setaffinity(0, with_one_processor[-1:])
    try:
        for _ in range(ROUNDS):
            for name, side in sides.items():
                found[name].append(side().answer)
    finally:
        os.sched_setaffinity(0, with_one_processor)
    found["ours-two"] = [product("portfolio", lognormal, str(TRIALS), "2").answer for _ in range(ROUNDS)]
    compare(found)
    times = {name: [answer["time"] for answer in answers] for name, answers in found.items()}
    return outcomes(
        {name: middle([time["wall"] for time in runs]) for name, runs in times.items()},
        {name: middle([time["cpu"] for time in runs]) for name, runs in times.items()})


def mode(draws: random.Random) -> tuple[float, float, float]:
    """Least, likeliest and greatest loss."""
    least = draws.uniform(1e4, 1e5)
    likeliest = least * draws.uniform(1.5, 4)
    return least, likeliest, likeliest * draws.uniform(1.5, 6)


def compare(found: dict[str, list[dict]]) -> None:
    for mine, theirs in (("ours", "per-trial"), ("ours", "conditional"), ("ours-pert", "pert")):
        for key in ("mean", "p95", "tvar95"):
            if abs(found[mine][0][key] / found[theirs][0][key] - 1) > 0.01:
                raise Skipped(f"sonuçlar ayrı (results differ): {mine} {theirs} {key}")
    if found["ours"][0]["fingerprint"] != found["ours-two"][0]["fingerprint"]:
        raise Skipped("iki iş parçacığı başka sonuç verdi (two threads differ)")


def outcomes(wall: dict[str, float], cpu: dict[str, float]) -> list[Outcome]:
    def outcome(
        title: str, ours: str, theirs: str, goal: float | None = None, times: dict[str, float] = wall
    ) -> Outcome:
        return Outcome(
            "portfolio", title, "s", times[ours], times[theirs], goal, more_is_better=True, is_speedup=True)

    found = [
        outcome("Poisson × lognormal, 1 çekirdek, taban per trial", "ours", "per-trial", GOAL),
        outcome("  işlemci süresi (CPU)", "ours", "per-trial", GOAL, cpu),
        outcome("  taban conditional-uniform", "ours", "conditional"),
        outcome("  taban conditional-uniform, CPU", "ours", "conditional", times=cpu),
        outcome("  2 iş parçacığı (threads), taban per trial", "ours-two", "per-trial"),
        outcome("Bernoulli × PERT, 1 çekirdek", "ours-pert", "pert"),
        outcome("  işlemci süresi (CPU)", "ours-pert", "pert", times=cpu),
    ]
    found[-1].notes = NOTES
    return found
