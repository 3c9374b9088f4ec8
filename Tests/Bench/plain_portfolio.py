"""The portfolio simulated with numpy. usage: plain_portfolio.py FILE TRIALS per-trial|conditional

A line of FILE is `lognormal λ μ σ` (Poisson events, lognormal losses) or `pert p min mode max` (at most one event a year).
`per-trial` draws the number of events of each trial; `conditional` draws it once per risk and then a trial per event.
Prints one JSON object: time of the simulation, mean, percentiles and TVaR of a year's loss.
"""

import json
import sys
import time

import numpy as np


def main(path: str, trials: int, method: str) -> None:
    with open(path, encoding="ascii") as file:
        risks = [(words[0], *map(float, words[1:])) for words in map(str.split, file)]
    generator = np.random.Generator(np.random.SFC64(42))
    wall, cpu = time.perf_counter(), time.process_time()
    total, means = np.zeros(trials), np.zeros(len(risks))
    for number, (kind, *numbers) in enumerate(risks):
        simulate = {"pert": pert, "lognormal": per_trial if method == "per-trial" else conditional}[kind]
        loss = simulate(generator, trials, *numbers)
        means[number] = loss.mean()
        total += loss
    p50, p95, p99 = np.quantile(total, [0.5, 0.95, 0.99])
    tail = total[total >= p95].mean()
    took = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    print(json.dumps({
        "time": took, "numpy": np.__version__, "mean": total.mean(), "p50": p50, "p95": p95, "p99": p99, "tvar95": tail}))


def per_trial(generator, trials, rate, location, spread):
    counts = generator.poisson(rate, trials)
    return np.bincount(
        np.repeat(np.arange(trials), counts), weights=losses(generator, int(counts.sum()), location, spread),
        minlength=trials)


def conditional(generator, trials, rate, location, spread):
    count = int(generator.poisson(rate * trials))
    amounts = losses(generator, count, location, spread)
    return np.bincount(generator.integers(0, trials, count, dtype=np.uint32), weights=amounts, minlength=trials)


def losses(generator, count, location, spread):
    amounts = generator.standard_normal(count)
    amounts *= spread
    amounts += location
    return np.exp(amounts, out=amounts)


def pert(generator, trials, probability, minimum, mode, maximum):
    happened = generator.random(trials) < probability
    width = maximum - minimum
    loss = np.zeros(trials)
    loss[happened] = minimum + width * generator.beta(
        1 + 4 * (mode - minimum) / width, 1 + 4 * (maximum - mode) / width, int(happened.sum()))
    return loss


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
