"""Measures Güvence against the baselines in this folder, on this machine, in this run.

usage: bin/bench [--json] [NAME ...]     NAME: bulk-write rescore method xlsx heat-map page portfolio charts start-up

Every figure is a ratio of two runs taken in turn. Goals that are not met do not fail the run: they are printed as such.
"""

import argparse
import dataclasses
import json
import sys
import tempfile
from pathlib import Path

import conditions
from measures import bulk_write, charts, heat_map, method, page, portfolio, rescore, start_up, xlsx
from outcome import Outcome, Skipped, table

MEASURES = {
    "bulk-write": bulk_write.measure,
    "rescore": rescore.measure,
    "method": method.measure,
    "xlsx": xlsx.measure,
    "heat-map": heat_map.measure,
    "page": page.measure,
    "portfolio": portfolio.measure,
    "charts": charts.measure,
    "start-up": start_up.measure,
}


def main() -> int:
    parser = argparse.ArgumentParser(description="Ratios against baselines run beside the product.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=" ".join(MEASURES))
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    options = parser.parse_args()
    if unknown := [name for name in options.names if name not in MEASURES]:
        parser.error(f"unknown: {' '.join(unknown)} (known: {' '.join(MEASURES)})")
    before = conditions.load()
    outcomes: list[Outcome] = []
    for name in options.names or MEASURES:
        print(f"… {name}", file=sys.stderr, flush=True)
        outcomes += run(name)
    surroundings = conditions.all(before)
    if options.json:
        rows = [dataclasses.asdict(outcome) | {"ratio": outcome.ratio, "met": outcome.met} for outcome in outcomes]
        print(json.dumps({"conditions": surroundings, "measures": rows}, ensure_ascii=False, indent=2))
    else:
        print(table(outcomes))
        print("\nKoşullar (conditions): " + ", ".join(f"{key} {value}" for key, value in surroundings.items()))
    return 0


def run(name: str) -> list[Outcome]:
    with tempfile.TemporaryDirectory(prefix="guvence-bench-") as folder:
        try:
            return MEASURES[name](Path(folder))
        except Skipped as reason:
            return [Outcome(name, f"ölçülemedi (not measured): {reason}")]


if __name__ == "__main__":
    sys.exit(main())
