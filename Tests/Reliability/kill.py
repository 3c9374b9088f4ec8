"""Kills a writer with SIGKILL at random moments; whatever it said it had saved must be there, and the journal intact.

Usage: kill.py WRITER [ROUNDS]. The moments follow a fixed seed, counted from the writer's first save.
"""

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def main() -> None:
    writer, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 50
    moments = random.Random(5018)
    with tempfile.TemporaryDirectory(prefix="guvence-kill-") as folder:
        database, said = Path(folder, "a.db"), Path(folder, "said.txt")
        said.touch()
        for number in range(1, rounds + 1):
            lines = killed(writer, database, said, number, moments.uniform(0, 0.15))
            with said.open("a") as file:
                file.writelines(line for line in lines if line.startswith("ACK ") and line.endswith("\n"))
        last = run(writer, database, said, -1)
        checked = last.stdout.readline()
        if last.wait() != 0:
            sys.exit(f"after {rounds} kills: {checked}")
        count = len(said.read_text().splitlines())
        if count < rounds:
            sys.exit(f"only {count} saves in {rounds} rounds: nothing was shown")
        print(f"{rounds} kills, {count} acknowledged saves, none lost; {checked.strip()}")


def killed(writer: str, database: Path, said: Path, seed: int, moment: float) -> list[str]:
    process = run(writer, database, said, seed)
    first = [process.stdout.readline(), process.stdout.readline()]
    if not first[0].startswith("CHECKED") or not first[1].startswith("ACK"):
        process.kill()
        sys.exit(f"round {seed}: {''.join(first)}{process.stdout.read()}")
    time.sleep(moment)
    process.kill()
    rest = process.stdout.readlines()
    process.wait()
    return first + rest


def run(writer: str, database: Path, said: Path, seed: int) -> subprocess.Popen:
    command = [writer, str(database), str(seed), str(said)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


if __name__ == "__main__":
    main()
