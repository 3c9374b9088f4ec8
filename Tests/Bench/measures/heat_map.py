"""The heat map of 1,000,000 assessments in 120 units, against GROUP BY over the assessments."""

from pathlib import Path

from outcome import Outcome
from processes import product

COUNT = 1_000_000


def measure(folder: Path) -> list[Outcome]:
    database = folder / "heat.db"
    product("heat-map-fill", database, str(COUNT))
    answer = product("heat-map", database).answer

    def outcome(key: str, title: str) -> Outcome:
        return Outcome(
            "heat-map", title, "ms", answer[key]["wall"] * 1000, answer[key + "Plain"]["wall"] * 1000, 1.0, "ours",
            is_speedup=True, decimals=3)

    outcomes = [outcome("all", "bütün birimler (scope: all)"), outcome("ten", "10 birim (scope: 10 of 120 units)")]
    outcomes[-1].notes = [
        "Güvence: Database.read içinde HeatTable.cells, artık risk; 301 okumanın ortancası, geçen süre. Sonuçlar taban ile "
        "hücre hücre karşılaştırılır.",
        "Baseline (Tests/Bench/Plain/matrix.c): the C API, GROUP BY likelihood, impact over the table of assessments, "
        "joined to the risks by their units for the scope; statement prepared, second walk, median of 3.",
    ]
    return outcomes
