"""Puts new entries into a YAML file as text, and leaves every other sign as the editor typed it."""

import json
import re
from collections.abc import Mapping, Sequence

import yaml

from bot.content.marks import Path, read_yaml

Written = str | Sequence[str] | Mapping[str, str] | Sequence[Mapping[str, "Written"]] | Mapping[str, "Written"]
"""What an entry is made of: texts, lists on one line, small mappings on one line, lists of entries, entries."""

_LOOKS_LIKE_ANOTHER_TYPE = re.compile(r"[-+]?[0-9][0-9._]*|true|false|yes|no|on|off|null|~", re.IGNORECASE)
_STEP = 2
_ON_A_LINE, _IN_BRACES = "k: TEXT", "{k: TEXT}"


def entry_lines(values: Mapping[str, Written]) -> list[str]:
    """Return an entry as lines of YAML; what is empty is left out."""
    lines: list[str] = []
    for name, value in values.items():
        if value:
            lines += _key_lines(name, value)
    return lines


def scalar(text: str, frame: str = _ON_A_LINE) -> str:
    """Return a text as YAML on one line: as it is where YAML reads just that, else between double quotes."""
    is_plain = _read(frame.replace("TEXT", text, 1)) == {"k": text}
    return text if is_plain and not _LOOKS_LIKE_ANOTHER_TYPE.fullmatch(text) else _quoted(text)


def insert(data: bytes, path: Path, lines: Sequence[str]) -> bytes:
    """Return a file in which lines stand as the last of the mapping or list at a path, indented like the others.

    Args:
        data: a file that the reader has read without an error.
        path: where the mapping or list stands; () is the file itself.
        lines: what to insert, without indentation.

    Raises:
        ValueError: something else stands there, or it is written between brackets.
    """
    text = data.decode("utf-8")
    body = text.removeprefix("\ufeff")
    root = yaml.compose(body, Loader=yaml.CSafeLoader)
    if root is None and not path:
        return (text.rstrip() + "\n\n" + "\n".join(lines) + "\n").encode()
    node = _find(root, path)
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        raise ValueError(f"Nothing can be added to {'.'.join(map(str, path)) or 'the file'}: write it there yourself.")
    first = node.value[0][0] if isinstance(node, yaml.MappingNode) else node
    at = _line_end(body, _end(node))
    space = " " * first.start_mark.column
    gap = "\n" if _is_spaced(body, node) else ""
    block = "".join(f"\n{space}{line}" if line else "\n" for line in lines)
    changed = body[:at] + gap + block + body[at:]
    if "\r\n" in body:
        changed = changed.replace("\r\n", "\n").replace("\n", "\r\n")
    return (text[: len(text) - len(body)] + changed.rstrip("\r\n") + ("\r\n" if "\r\n" in body else "\n")).encode()


def _key_lines(name: str, value: Written) -> list[str]:
    if isinstance(value, str):
        if "\n" in value.strip():
            return [f"{name}: |", *(f"  {line}" if line else "" for line in value.strip().splitlines())]
        return [f"{name}: {scalar(value.strip())}"]
    if isinstance(value, Mapping):
        if all(isinstance(part, str) for part in value.values()):
            parts = (f"{key}: {scalar(str(part), _IN_BRACES)}" for key, part in value.items())
            return [f"{name}: {{{', '.join(parts)}}}"]
        return [f"{name}:", *_indented(entry_lines(value))]
    entries = [part for part in value if isinstance(part, Mapping)]
    if entries:
        return [f"{name}:", *_indented([line for part in entries for line in listed(entry_lines(part))])]
    return [f"{name}: {', '.join(map(str, value))}"]


def listed(lines: Sequence[str]) -> list[str]:
    """Return the lines of an entry as one of a list."""
    return [f"- {line}" if number == 0 else f"  {line}" for number, line in enumerate(lines)]


def _indented(lines: Sequence[str]) -> list[str]:
    return [f"{' ' * _STEP}{line}" if line else "" for line in lines]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _read(line: str) -> object:
    node, issues = read_yaml("", line.encode())
    return node.plain() if node and not issues else None


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
    end = len(body) if found < 0 else found
    return end - 1 if body[end - 1 : end] == "\r" else end


def _is_spaced(body: str, node: yaml.CollectionNode) -> bool:
    """Tell whether empty lines stand between the entries of a mapping or list."""
    starts = [(part[0] if isinstance(part, tuple) else part).start_mark.index for part in node.value]
    if len(starts) < _STEP:
        return isinstance(node, yaml.MappingNode) and any(
            isinstance(value, yaml.MappingNode) for _, value in node.value
        )
    return "\n\n" in body[starts[0] : starts[-1]].replace("\r\n", "\n")
