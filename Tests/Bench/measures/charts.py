"""Workflow charts: how long a layout takes and how good it is, with Graphviz beside it."""

import shutil
from pathlib import Path

from chart_geometry import by_graphviz, gates, quality, read
from outcome import Outcome, Skipped, middle
from processes import HERE, product

COUNT = 500
# Charts laid out by Graphviz as well, which takes its time with the larger ones.
SAMPLE = 100
GOAL_MS = 50
KEPT = HERE.parents[1] / ".build" / "charts"


def measure(folder: Path) -> list[Outcome]:
    answer = product("charts", folder, str(COUNT)).answer
    files = {kind: sorted((folder / kind).glob("*.bpmn")) for kind in answer}
    shutil.rmtree(KEPT, ignore_errors=True)
    shutil.copytree(folder, KEPT)
    drawn = {kind: [read(path) for path in paths] for kind, paths in files.items()}
    for kind, charts in drawn.items():
        rows = {row["code"]: row for row in answer[kind]}
        for path, chart in zip(files[kind], charts):
            compare(path, chart, rows[path.stem])
    dots = {kind: graphviz(charts[:SAMPLE]) for kind, charts in drawn.items()}
    return times(answer, dots) + drawings(answer, dots)


def compare(path: Path, chart, row: dict) -> None:
    """The product's scorer and the one beside this file agree."""
    if broken := {name: count for name, count in gates(chart).items() if count}:
        raise Skipped(f"{path.name}: {broken}")
    for name, value in quality(chart).items():
        if abs(value - row[name]) > 0.5:
            raise Skipped(f"{path.name}: {name} {row[name]} ≠ {value}")


def graphviz(charts: list) -> list[dict] | None:
    if not shutil.which("dot"):
        return None
    found = []
    for chart in charts:
        done = by_graphviz(chart)
        if done is None:
            continue
        other, milliseconds = done
        found.append(quality(other) | {"ms": milliseconds, "intrusions": gates(other)["intrusions"]})
    return found


def times(answer: dict, dots: dict) -> list[Outcome]:
    found = []
    for kind, title in (("random", f"{COUNT} rastgele şema (random charts)"), ("catalogue", "katalog (catalogue)")):
        wall = [row["time"]["wall"] * 1000 for row in answer[kind]]
        other = [row["ms"] for row in dots[kind] or []]
        found += [
            Outcome("charts", f"{title}, ortanca", "ms", middle(wall), middle(other) if other else None, decimals=1),
            Outcome(
                "charts", "  en uzunu (slowest)", "ms", max(wall), max(other) if other else None, GOAL_MS, "ours",
                decimals=1),
        ]
    found.append(Outcome(
        "charts", f"  kapı ihlali (gates), {COUNT} × 3 çizim", "", total(answer["random"], "gates"), None, 0, "ours",
        decimals=0))
    return found


def total(rows: list[dict], name: str) -> float:
    return sum(sum(row[name]) if isinstance(row[name], list) else row[name] for row in rows)


def drawings(answer: dict, dots: dict) -> list[Outcome]:
    found = []
    for kind, title in (("catalogue", "katalog"), ("random", "rastgele")):
        ours, other = means(answer[kind]), means(dots[kind]) if dots[kind] else {}
        goals = (0.40, 0.60, 200, 45_000, 70) if kind == "catalogue" else (None,) * 5
        for (name, words, unit), goal in zip(FIGURES, goals):
            found.append(Outcome(
                "charts", f"{title}: {words}", unit, ours[name], other.get(name), goal, "ours",
                more_is_better=name == "straight", decimals=2 if ours[name] < 20 else 0))
        found.append(Outcome(
            "charts", f"{title}: başka kulvarda adım (intrusions)", "", 0, other.get("intrusions"), decimals=0))
    found[-1].notes = [
        f"Tek ölçüm, geçen süre; {COUNT} şema 10–60 adım, 1–8 rol, döngüler. Kapılar yatay, dikey ve BPMN çizimlerinde; bütün "
        f"BPMN dosyaları ayrıca bağımsız ölçülür (chart_geometry.py). Dosyalar: {KEPT.relative_to(HERE.parents[1])}",
        "Baseline: Graphviz dot, lanes as clusters, splines=ortho, the same node sizes, no labels; its time is that of the "
        f"program. Random charts: of the first {SAMPLE} the {len(dots['random'] or [])} that it does not abort on.",
    ]
    return found


FIGURES = [
    ("crossings", "kesişme / şema (crossings)", ""), ("bends", "dönüş / ok (bends)", ""),
    ("length", "ok uzunluğu (length)", "px"), ("area", "alan / adım (area)", "px²"),
    ("straight", "düz ok (straight)", "%"),
]


def means(rows: list[dict]) -> dict[str, float]:
    edges, nodes = total(rows, "edges"), total(rows, "nodes")
    return {
        "crossings": total(rows, "crossings") / len(rows), "bends": total(rows, "bends") / edges,
        "length": total(rows, "length") / edges, "area": total(rows, "area") / nodes,
        "straight": 100 * total(rows, "straight") / edges,
        "intrusions": sum(row.get("intrusions", 0) for row in rows),
    }
