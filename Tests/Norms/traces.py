"""Traces of one machine: absolute paths of somebody's computer and addresses of package registries.

The product must build and run anywhere, with whatever mirrors that place has configured.
"""

import re

from repository import finish, files, text

PATH = re.compile(r"(?<![\w.~}\])/-])/(?:home|root|tmp|work|opt|mnt|srv|Users)/[\w.-]+")
REGISTRY = re.compile(
    r"(?i)--(?:(?:extra-)?index-url|find-links)|https?://[\w.-]*(?:pypi|registry|mirror|artifactory|nexus)[\w.-]*")


def main() -> None:
    problems: list[str] = []
    for path in files():
        for number, line in enumerate((text(path) or "").splitlines(), start=1):
            for pattern, kind in ((PATH, "a path of one machine"), (REGISTRY, "a registry's address")):
                if found := pattern.search(line):
                    problems.append(f"{path}:{number}: {kind}: {found.group()}")
    finish(problems)


if __name__ == "__main__":
    main()
