"""The files of the repository: what git tracks or would track, so that build products and databases are left out."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def files(*suffixes: str, under: tuple[str, ...] = ()) -> list[Path]:
    """Paths relative to the root, sorted; all suffixes when none is named."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", *under]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    paths = sorted({Path(name) for name in listed.split("\0") if name})
    return [path for path in paths if (ROOT / path).is_file() and (not suffixes or path.suffix in suffixes)]


def text(path: Path) -> str | None:
    """The file's text, or nothing for pictures, workbooks and other binary files."""
    data = (ROOT / path).read_bytes()
    if b"\0" in data:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def finish(problems: list[str]) -> None:
    """Prints what was found; ends the program with 1 when anything was."""
    for problem in problems:
        print(problem)
    raise SystemExit(1 if problems else 0)
