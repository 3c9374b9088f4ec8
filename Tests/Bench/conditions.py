"""The machine and the versions under which a run was made."""

import importlib.metadata
import os
import platform
import sqlite3
import subprocess


def load() -> float:
    return os.getloadavg()[0]


def all(load_before: float) -> dict[str, str]:
    return {
        "işlemci": f"{os.cpu_count()} × {processor()}",
        "yük (load, before/after)": f"{load_before:.2f}/{load():.2f}",
        "kernel": platform.release().split("-")[0],
        "Swift": first_line(["swift", "--version"]).split("version ")[-1].split(" ")[0],
        "Python": platform.python_version(),
        "SQLite (python)": sqlite3.sqlite_version,
        "libsqlite3": first_line(["pkg-config", "--modversion", "sqlite3"]),
        "openpyxl": version("openpyxl"),
        "lxml": version("lxml"),
        "Flask": version("flask"),
        "waitress": version("waitress"),
    }


def processor() -> str:
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        names = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
    return names[0] if names else platform.machine()


def version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "-"


def first_line(command: list[str]) -> str:
    try:
        lines = subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()
    except OSError:
        return "-"
    return lines[0] if lines else "-"
