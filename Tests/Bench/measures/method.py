"""Another methodology over 100,000 risks: simulated, published and taken back through the use cases."""

from pathlib import Path

from outcome import Outcome
from processes import product

COUNT = 100_000


def measure(folder: Path) -> list[Outcome]:
    database = folder / "method.db"
    product("heat-map-fill", database, str(COUNT))
    answer = product("method-change", database).answer

    def outcome(key: str, title: str, goal: float) -> Outcome:
        return Outcome("method", title, "s", answer[key]["wall"], None, goal, "ours")

    outcomes = [
        outcome("simulate", "deneme, 5x5 → 10x10 (simulate)", 1.0),
        outcome("publish", "yayım (publish)", 10.0),
        outcome("undo", "geri alma (undo)", 10.0),
    ]
    outcomes[-1].notes = [
        f"{answer['risks']:,} değerlendirilmiş risk, 120 birim; {answer['changed']:,} riskin düzeyi ya da iştah sonucu değişir. "
        "Geçen süre, App'in kullanım durumlarıyla; deneme 5 turun ortancası. Yayım: her riske bir türetilmiş değerlendirme, "
        "günlük satırı ve ısı haritası, tek işlem, synchronous=FULL. No baseline: the goal is the time itself.",
    ]
    return outcomes
