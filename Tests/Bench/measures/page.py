"""Register pages of 100 rows per second, against a Flask page of the same rows."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator, NamedTuple

from outcome import Outcome, Skipped, middle
from processes import GUVENCE, HERE, product

RISKS = 2_000
ROUNDS = 3
SECONDS = 4
CONNECTIONS = 8
ADDRESS = "/risks?rows=100"
REFERENCE = re.compile(r"<th[^>]*><a href=\"/risks/(M\.RA\.\d+)\"")
TICK = os.sysconf("SC_CLK_TCK")
SERVERS = {"ours": "guvence serve", "flask": "Flask, threaded server", "waitress": "Flask, waitress (4 threads)"}


class Server(NamedTuple):
    address: str
    process: int


class Load(NamedTuple):
    """Pages per second, and the server's processor time per page in milliseconds."""

    rate: float
    cpu: float


def measure(folder: Path) -> list[Outcome]:
    database = folder / "page.db"
    token = product("page-prepare", database, str(RISKS)).answer["token"]
    with serving(folder, database, token) as servers:
        pages = {name: fetch(server.address, token) for name, server in servers.items()}
        references = {name: REFERENCE.findall(page) for name, page in pages.items()}
        if len(references["ours"]) != 100 or any(found != references["ours"] for found in references.values()):
            raise Skipped(f"sayfalar aynı satırları göstermiyor (rows differ): {list(map(len, references.values()))}")
        loads: dict[str, list[Load]] = {name: [] for name in servers}
        for _ in range(ROUNDS):
            for name, server in servers.items():
                loads[name].append(load(server, token))
    return outcomes(loads, pages)


def outcomes(loads: dict[str, list[Load]], pages: dict[str, str]) -> list[Outcome]:
    rates = {name: middle([load.rate for load in found]) for name, found in loads.items()}
    cpu = {name: middle([load.cpu for load in found]) for name, found in loads.items()}
    found = []
    for name in ("flask", "waitress"):
        found.append(Outcome(
            "page", f"sayfa/s, taban {SERVERS[name]}", "/s", rates["ours"], rates[name], 10, more_is_better=True,
            decimals=0))
        found.append(Outcome("page", "  sayfa başına işlemci süresi (CPU per page)", "ms", cpu["ours"], cpu[name]))
    sizes = ", ".join(f"{SERVERS[name]} {len(page.encode()) / 1000:.0f} kB" for name, page in pages.items())
    found[-1].notes = [
        f"100 satırlık sayfa ({ADDRESS}), {RISKS:,} risk, 120 birimin 12'sine yetkili oturum; wrk -t1 -c{CONNECTIONS}, "
        f"{ROUNDS} × {SECONDS} s, sırayla, aynı işlemcilerde. Sayfa boyu: {sizes}.",
        "Baseline (Tests/Bench/plain_page.py): Flask, sqlite3 and a compiled Jinja template with the same columns, units and "
        "counts from the same file; every request looks up session, account, grants, units, counts and rows. Ours does so "
        "too, but keeps units and counts until something is committed.",
    ]
    return found


@contextmanager
def serving(folder: Path, database: Path, token: str) -> Iterator[dict[str, Server]]:
    processes, servers = [], {}
    try:
        for name in SERVERS:
            port = free_port()
            plain = [sys.executable, "-B", HERE / "plain_page.py", name, database, port]
            command = [GUVENCE, "serve", "--db", database, "--port", port] if name == "ours" else plain
            with open(folder / f"{name}.log", "wb") as log:
                processes.append(subprocess.Popen(
                    [str(part) for part in command], stdout=log, stderr=log, stdin=subprocess.DEVNULL))
            servers[name] = Server(f"http://127.0.0.1:{port}{ADDRESS}", processes[-1].pid)
            wait(servers[name].address, token, folder / f"{name}.log")
        yield servers
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait(10)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait(address: str, token: str, log: Path) -> None:
    deadline = time.monotonic() + 30
    while True:
        try:
            fetch(address, token)
            return
        except OSError as error:
            if time.monotonic() > deadline:
                raise Skipped(f"sunucu yanıt vermiyor (no answer): {error}; {log.read_text()[-300:]}") from error
            time.sleep(0.1)


def fetch(address: str, token: str) -> str:
    request = urllib.request.Request(address, headers={"Cookie": f"guvence={token}"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return answer.read().decode()


def load(server: Server, token: str) -> Load:
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", f"Cookie: guvence={token}", server.address]
    before = cpu_seconds(server.process)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    text = done.stdout
    used = cpu_seconds(server.process) - before
    if done.returncode or "Non-2xx" in text:
        raise Skipped(f"hatalı yanıtlar (errors): {text}{done.stderr}")
    served = int(re.search(r"(\d+) requests in", text).group(1))
    return Load(float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1)), used * 1000 / max(1, served))


def cpu_seconds(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK
