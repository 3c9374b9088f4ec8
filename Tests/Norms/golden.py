"""Golden files that nothing compares any more: each file in Tests/Golden must be named by a test or a document.

A test may name the file itself, or its folder when it walks through all files of that folder.
"""

from pathlib import Path

from repository import finish, files, text

GOLDEN = Path("Tests/Golden")


def main() -> None:
    golden = files(under=(str(GOLDEN),))
    readers = [path for path in files(under=("Tests", "README.md", "bin")) if GOLDEN not in path.parents]
    words = "\n".join(content for path in readers if (content := text(path)))
    finish([f"{path}: no test names this golden file" for path in golden if not named(path, words)])


def named(path: Path, words: str) -> bool:
    folder = path.relative_to(GOLDEN).parent
    whole_folder = folder != Path(".") and f"Golden/{folder}" in words
    return path.name in words or f'"{path.stem}"' in words or whole_folder


if __name__ == "__main__":
    main()
