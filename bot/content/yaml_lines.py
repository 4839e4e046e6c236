"""What can be known of the lines of a YAML file before it is read: their indentation, and which are text."""

import re

_KEY_OF_TEXT = re.compile(r"^(\s*(?:- +)*)[^\s#:][^:#]*:\s+[|>][-+0-9]*\s*(?:#.*)?$")


def indent_of(line: str) -> int:
    """Return the number of spaces that a line begins with."""
    return len(line) - len(line.lstrip(" "))


def text_lines(lines: list[str]) -> frozenset[int]:
    """Return the numbers of the lines that stand below a | sign: words for readers, in which YAML sees no structure."""
    inside: set[int] = set()
    level: int | None = None
    for number, line in enumerate(lines, 1):
        if level is not None and (not line.strip() or indent_of(line) > level):
            inside.add(number)
            continue
        found = _KEY_OF_TEXT.match(line)
        level = len(found[1]) if found else None
    return frozenset(inside)


def line_above(lines: list[str], number: int) -> int:
    """Return the number of the nearest line above that is not empty and no comment; 0 if there is none."""
    numbers = range(number - 1, 0, -1)
    return next((one for one in numbers if lines[one - 1].strip() and not lines[one - 1].lstrip().startswith("#")), 0)


def owner_of(lines: list[str], number: int) -> int:
    """Return the number of the line below whose key this one stands: the nearest above that is less indented."""
    here, above = indent_of(lines[number - 1]), line_above(lines, number)
    while above and indent_of(lines[above - 1]) >= here:
        above = line_above(lines, above)
    return above


def levels_at(lines: list[str], number: int) -> list[int]:
    """Return the indentations that a line can have at this place, the innermost first."""
    levels: list[int] = []
    above = line_above(lines, number)
    while above:
        line = lines[above - 1]
        inner = len(line) - len(re.sub(r"^\s*(?:- +)*", "", line))
        levels += [level for level in (inner, indent_of(line)) if not levels or level < min(levels)]
        above = line_above(lines, above)
    above = line_above(lines, number)
    if above and re.search(r":\s*(?:#.*)?$", lines[above - 1]):
        levels.insert(0, levels[0] + 2)
    return levels or [0]
