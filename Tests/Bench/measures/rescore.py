"""1,000,000 pairs scored, against a C loop over a table."""

from pathlib import Path

from outcome import Outcome
from processes import product

COUNT = 1_000_000


def measure(folder: Path) -> list[Outcome]:
    answer = product("rescore", str(COUNT)).answer
    plain = answer["plain"]["cpu"] * 1000

    def outcome(key: str, title: str) -> Outcome:
        return Outcome("rescore", title, "ms", answer[key]["cpu"] * 1000, plain)

    outcomes = [
        outcome("compiled", "açıklamasız, derlenmiş (CompiledMethodology)"),
        outcome("silent", "açıklamasız (score, explained: false)"),
        outcome("explained", "gerekçeleriyle (score, explained: true)"),
    ]
    outcomes[-1].notes = [
        "1.000.000 olasılık × etki çifti, 5x5; tek iş parçacığı, işlemci süresi; ilk satır 15 turun ortancası.",
        "Baseline (Tests/Bench/Plain/rescore.c): reads the cell of each pair from a 25-cell array, stores its level, adds its "
        "score; no range check, no appetite, no review day. score() also gives verdict and next review day; with reasons it "
        "builds every step's text in two languages with its citation.",
    ]
    return outcomes
