"""How long the functions of a Swift file are, without a Swift parser.

Comments and strings are blanked first, keeping lines; then every `func`, `init`, `deinit` and `subscript` that has a
body is measured from its keyword to the closing brace.
"""

import re
from typing import Iterator

DECLARATION = re.compile(r"(?<![.\w`#])(?:func\s+(`?[^\s(<]+)|(init)\s*[?!]?\s*[(<]|(deinit)\s*\{|(subscript)\s*[(<])")
NEXT = re.compile(r"\s*(?:\{|where\b|throws\b|rethrows\b|async\b|->|&|,|==|:)")
OPENING, CLOSING = "([", ")]"


def lengths(source: str) -> Iterator[tuple[str, int, int]]:
    """Yields name, first line and number of lines of every function."""
    code = blank(source)
    for match in DECLARATION.finditer(code):
        opening = body_start(code, match.end() - 1)
        if opening is None:
            continue
        closing = matching_brace(code, opening)
        first = code.count("\n", 0, match.start()) + 1
        name = next(group for group in match.groups() if group)
        yield name, first, code.count("\n", 0, closing) + 2 - first


def body_start(code: str, index: int) -> int | None:
    """Where the body's brace stands, or nothing for a requirement of a protocol."""
    depth = 0
    while index < len(code):
        sign = code[index]
        if sign in OPENING:
            depth += 1
        elif sign in CLOSING:
            depth -= 1
        elif depth == 0 and sign == "{":
            return index
        elif depth == 0 and (sign in "};" or (sign == "\n" and not continues(code, index))):
            return None
        index += 1
    return None


def continues(code: str, newline: int) -> bool:
    """Whether the declaration goes on after this line's end."""
    before = code[:newline].rstrip()
    return before.endswith(("->", ",", "where", "throws", "async", "&", ":", "==")) or bool(NEXT.match(code, newline))


def matching_brace(code: str, opening: int) -> int:
    depth = 0
    for index in range(opening, len(code)):
        depth += {"{": 1, "}": -1}.get(code[index], 0)
        if depth == 0:
            return index
    return len(code) - 1


def blank(source: str) -> str:
    """The source with comments and strings turned into spaces, line for line."""
    out = list(source)
    index = 0
    while index < len(source):
        end = skip(source, index)
        for position in range(index, end):
            if out[position] != "\n":
                out[position] = " "
        index = end if end > index else index + 1
    return "".join(out)


def skip(source: str, index: int) -> int:
    """The end of the comment or string that begins here; `index` itself when none does."""
    if source.startswith("//", index):
        end = source.find("\n", index)
        return len(source) if end < 0 else end
    if source.startswith("/*", index):
        return comment_end(source, index)
    if fence := re.compile(r'(#*)("""|")').match(source, index):
        return string_end(source, fence.end(), fence.group(1), fence.group(2))
    return index


def comment_end(source: str, index: int) -> int:
    depth = 0
    for mark in re.compile(r"/\*|\*/").finditer(source, index):
        depth += 1 if mark.group() == "/*" else -1
        if depth == 0:
            return mark.end()
    return len(source)


def string_end(source: str, index: int, hashes: str, quotes: str) -> int:
    escape = "\\" + hashes
    while index < len(source):
        if source.startswith(quotes + hashes, index):
            return index + len(quotes + hashes)
        if source.startswith(escape + "(", index):
            index = interpolation_end(source, index + len(escape) + 1)
        elif source.startswith(escape, index):
            index += len(escape) + 1
        elif source[index] == "\n" and quotes == '"':
            return index
        else:
            index += 1
    return index


def interpolation_end(source: str, index: int) -> int:
    depth = 1
    while index < len(source) and depth:
        end = skip(source, index)
        if end == index:
            depth += {"(": 1, ")": -1}.get(source[index], 0)
            end = index + 1
        index = end
    return index
