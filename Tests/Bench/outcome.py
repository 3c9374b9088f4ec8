"""What one measurement found, and how it is printed."""

import textwrap
from dataclasses import dataclass, field
from statistics import median

WIDTH = 118


class Skipped(Exception):
    """The measurement cannot be made here; says why."""


@dataclass
class Outcome:
    """One line of the table. `ours` and `baseline` are in `unit`. `goal` bounds their ratio, or `ours` itself where
    `goal_of` says so: from above, or from below where `more_is_better`. A speed-up is the baseline over ours."""

    name: str
    title: str
    unit: str = ""
    ours: float | None = None
    baseline: float | None = None
    goal: float | None = None
    goal_of: str = "ratio"
    more_is_better: bool = False
    is_speedup: bool = False
    decimals: int = 2
    notes: list[str] = field(default_factory=list)

    @property
    def ratio(self) -> float | None:
        if not self.ours or not self.baseline:
            return None
        return self.baseline / self.ours if self.is_speedup else self.ours / self.baseline

    @property
    def met(self) -> bool | None:
        value = self.ratio if self.goal_of == "ratio" else self.ours
        if self.goal is None or value is None:
            return None
        return value >= self.goal if self.more_is_better else value <= self.goal


def table(outcomes: list[Outcome]) -> str:
    lines = [row("ölçüm (measure)", "Güvence", "taban (baseline)", "oran", "hedef", "sonuç"), "-" * WIDTH]
    for outcome in outcomes:
        lines.append(row(
            f"{outcome.name}: {outcome.title}", figure(outcome.ours, outcome), figure(outcome.baseline, outcome),
            "" if outcome.ratio is None else f"{outcome.ratio:,.{0 if outcome.ratio >= 100 else 2}f}×", goal(outcome),
            {True: "tuttu", False: "TUTMADI", None: ""}[outcome.met]))
        for note in outcome.notes:
            lines += textwrap.wrap(note, WIDTH - 4, initial_indent="    ", subsequent_indent="    ")
    return "\n".join(lines)


def row(title: str, *cells: str) -> str:
    widths = (14, 17, 8, 9, 8)
    return f"{title:<57} " + " ".join(f"{cell:>{width}}" for cell, width in zip(cells, widths))


def figure(value: float | None, outcome: Outcome) -> str:
    return "" if value is None else f"{value:,.{outcome.decimals}f} {outcome.unit}".strip()


def goal(outcome: Outcome) -> str:
    if outcome.goal is None:
        return ""
    sign = "≥" if outcome.more_is_better else "≤"
    return f"{sign} {outcome.goal:g}" + ("×" if outcome.goal_of == "ratio" else f" {outcome.unit}")


def middle(values: list[float]) -> float:
    return median(values)
