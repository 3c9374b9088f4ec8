"""Sizes: no file over 400 lines, no data file over 400, no function over 60; reports the medians.

A golden file may have 200 lines. Limits are ceilings; CONTRIBUTING.md says what to aim at.
"""

from statistics import median

from repository import finish, files, text
from swift_functions import lengths

FILE_CEILING = 400
DATA_CEILING = 400
GOLDEN_CEILING = 200
FUNCTION_CEILING = 60
SOURCE_MEDIAN = 100


def main() -> None:
    problems: list[str] = []
    source_sizes: list[int] = []
    function_sizes: list[int] = []
    for path in files(".swift", ".py"):
        source = text(path) or ""
        size = len(source.splitlines())
        if size > FILE_CEILING:
            problems.append(f"{path}: {size} lines; the ceiling is {FILE_CEILING}")
        if path.suffix == ".swift":
            functions = list(lengths(source))
            problems += [
                f"{path}:{first}: {name} has {count} lines; the ceiling is {FUNCTION_CEILING}"
                for name, first, count in functions if count > FUNCTION_CEILING]
            if path.parts[0] == "Sources":
                source_sizes.append(size)
                function_sizes += [count for _, _, count in functions]
    for path in files(".yaml", ".yml", ".css", ".js", under=("rules", "catalogs", "reports")):
        problems += too_long(path, DATA_CEILING)
    for path in files(under=("Tests/Golden",)):
        problems += too_long(path, GOLDEN_CEILING)
    if source_sizes and median(source_sizes) > SOURCE_MEDIAN:
        problems.append(f"Sources: the median file has {median(source_sizes):g} lines; aim at {SOURCE_MEDIAN}")
    report(source_sizes, function_sizes)
    finish(problems)


def too_long(path, ceiling: int) -> list[str]:
    content = text(path)
    size = len(content.splitlines()) if content is not None else 0
    return [f"{path}: {size} lines; the ceiling is {ceiling}"] if size > ceiling else []


def report(sources: list[int], functions: list[int]) -> None:
    print(f"Swift sources: {len(sources)} files, {sum(sources)} lines, median {median(sources):g}, longest {max(sources)}")
    print(f"functions: {len(functions)}, median {median(functions):g} lines, longest {max(functions)}")


if __name__ == "__main__":
    main()
