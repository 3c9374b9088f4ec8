"""Register pages of 100 rows per second, against a Flask page of the same rows."""

from pathlib import Path

from outcome import Outcome, Skipped


def measure(folder: Path) -> list[Outcome]:
    raise Skipped("sunucu henüz yok (no server yet)")
