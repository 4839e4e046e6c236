"""Puts new entries into a YAML file as text, and leaves every other sign as the editor typed it."""

import re
from collections.abc import Mapping, Sequence

import yaml

from bot.content.marks import Path
from bot.content.scalars import WIDTH, write_lines, write_scalar

Written = str | Sequence[str] | Mapping[str, str] | Sequence[Mapping[str, "Written"]] | Mapping[str, "Written"]
"""What an entry is made of: texts, lists on one line, texts by language, lists of entries, entries."""

_UNUSUAL = re.compile("[\r\x85\u2028\u2029]")
"""What YAML takes for the end of a line, and nothing else does."""
_STEP = 2


def entry_lines(values: Mapping[str, Written], indent: int = 0) -> list[str]:
    """Return an entry as lines of YAML, indented by so many spaces; what is empty or only white space is left out."""
    return [line for name, value in values.items() if _holds(value) for line in key_lines(name, value, indent)]


def _holds(value: Written) -> bool:
    """Tell whether a value says anything."""
    return bool(value.strip() if isinstance(value, str) else value)


def listed(values: Mapping[str, Written], indent: int = 0) -> list[str]:
    """Return an entry as lines of YAML, as one of a list."""
    first, *others = entry_lines(values, indent + _STEP)
    return [f"{' ' * indent}- {first.lstrip(' ')}", *others]


def key_lines(name: str, value: Written, indent: int, *, is_in_braces: bool = False) -> list[str]:
    """Return a key and its value as lines; texts by language stand in braces if they fit, or anyway if wanted."""
    pad = " " * indent
    if isinstance(value, str):
        behind, below = write_lines(value.strip(), indent + _STEP)
        return [f"{pad}{name}: {behind}", *below]
    if isinstance(value, Mapping):
        parts = [f"{key}: {write_scalar(part, is_inside=True)}" for key, part in value.items() if isinstance(part, str)]
        inside = ", ".join(parts)
        if len(parts) == len(value) and (is_in_braces or len(inside) + len(name) + indent < WIDTH):
            return [f"{pad}{name}: {{{inside}}}"]
        return [f"{pad}{name}:", *entry_lines(value, indent + _STEP)]
    entries = [part for part in value if isinstance(part, Mapping)]
    if entries:
        return [f"{pad}{name}:", *(line for part in entries for line in listed(part, indent + _STEP))]
    return key_lines(name, ", ".join(map(str, value)), indent)


def open_lines(data: bytes) -> tuple[str, str, str]:
    """Return a file as its byte order mark, its text with plain line ends, and the line end that it has.

    Raises:
        ValueError: its lines end in different ways, so that not all could stay as they are.
    """
    text = data.decode("utf-8")
    body = text.removeprefix("\ufeff")
    line_break = "\r\n" if "\r\n" in body else "\n"
    unified = body.replace("\r\n", "\n")
    if _UNUSUAL.search(unified) or body not in {unified, unified.replace("\n", "\r\n")}:
        raise ValueError("The lines of this file end in different ways. Change it in an editor.")
    return text[: len(text) - len(body)], unified, line_break


def close_lines(head: str, body: str, line_break: str) -> bytes:
    """Return a file that was opened."""
    return (head + body.replace("\n", line_break)).encode("utf-8")


def insert(data: bytes, path: Path, lines: Sequence[str]) -> bytes:
    """Return a file in which lines stand as the last of the mapping or list at a path, indented like the others.

    What comes to the file itself stands at its very end, behind its last comment and a blank line.

    Args:
        data: a file that the reader has read without an error.
        path: where the mapping or list stands; () is the file itself.
        lines: what to insert, without indentation.

    Raises:
        ValueError: something else stands there, it is written between brackets, or line ends are mixed.
    """
    head, body, line_break = open_lines(data)
    root = yaml.compose(body, Loader=yaml.CSafeLoader)
    if root is None and not path:
        above = f"{body.rstrip()}\n\n" if body.strip() else ""
        return close_lines(head, above + "\n".join(lines) + "\n", line_break)
    node = _find(root, path)
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        raise ValueError(f"Nothing can be added to {'.'.join(map(str, path)) or 'the file'}: write it there yourself.")
    first = node.value[0][0] if isinstance(node, yaml.MappingNode) else node
    at = _line_end(body, _end(node)) if path else len(body.rstrip())
    space = " " * first.start_mark.column
    gap = "\n" if not path or _is_spaced(body, node) else ""
    block = "".join(f"\n{space}{line}" if line else "\n" for line in lines)
    changed = body[:at] + gap + block + body[at:]
    return close_lines(head, changed.rstrip("\n") + "\n", line_break)


def _find(node: yaml.Node | None, path: Path) -> yaml.Node | None:
    for part in path:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == part), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
        else:
            return None
    return node


def _end(node: yaml.Node) -> int:
    """Return where a value ends; YAML counts the comments and empty lines below a block into it, we do not."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(node, yaml.MappingNode) else last)
    return int(node.end_mark.index)


def _line_end(body: str, position: int) -> int:
    """Return the end of the last line that has something of what ends at a position."""
    filled = len(body[:position].rstrip())
    found = body.find("\n", filled)
    return len(body) if found < 0 else found


def _is_spaced(body: str, node: yaml.CollectionNode) -> bool:
    """Tell whether empty lines stand between the entries of a mapping or list."""
    starts = [(part[0] if isinstance(part, tuple) else part).start_mark.index for part in node.value]
    if len(starts) < _STEP:
        return isinstance(node, yaml.MappingNode) and any(
            isinstance(value, yaml.MappingNode) for _, value in node.value
        )
    return "\n\n" in body[starts[0] : starts[-1]]
