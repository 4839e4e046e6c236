"""Changes one entry of a YAML file and leaves every other sign as the editor typed it: comments, order, quotes, blanks.

The file is not written anew from its values, and no library is trusted with the rest of it. What comes of a change is
read again: if it says anything else than it should, nothing is changed.
"""

from collections.abc import Mapping, Sequence

import yaml

from bot.content.inserting import close_lines, entry_lines, insert, key_lines, open_lines
from bot.content.marks import Node, read_yaml
from bot.content.scalars import write_scalar

Value = str | tuple[str, ...] | Mapping[str, str]
"""What a key holds: a text, several words, or a text for each language."""


def change_entry(data: bytes, entry: str, changes: Mapping[str, Value | None], order: Sequence[str]) -> bytes:
    """Return a file in which some keys of an entry are changed, added or (None) removed.

    Args:
        data: a file that the reader has read without an error.
        entry: the key of the entry at the top of the file.
        changes: the keys that change, and no others.
        order: all keys in the order in which they are usually written; a new one comes behind its neighbours.

    Raises:
        ValueError: the entry has an unusual form, so that it can only be changed in the file itself.
    """
    before = _read(data)
    head, body, line_break = open_lines(data)
    for key, value in changes.items():
        body = _set(body, (entry, key), value, order)
    wanted = {key: value for key, value in before[entry].items() if key not in changes}
    for key, value in changes.items():
        if value is not None:
            wanted[key] = list(value) if isinstance(before[entry].get(key), list) else _plain(value)
    return _proved(close_lines(head, body, line_break), {**before, entry: wanted})


def add_entry(data: bytes, entry: str, values: Mapping[str, Value]) -> bytes:
    """Return a file with a new entry at its end; a value that is empty is left out.

    Raises:
        ValueError: there is such an entry, or the file has an unusual form, so that it can only be changed by hand.
    """
    before = _read(data)
    if entry in before:
        raise ValueError(f"There is an entry {entry} already. Choose another id.")
    changed = insert(data, (), [f"{write_scalar(entry)}:", *entry_lines(values, 2)])
    new = {key: _plain(value) for key, value in values.items() if value}
    return _proved(changed, {**before, entry: new})


def _proved(changed: bytes, wanted: Mapping[str, object]) -> bytes:
    """Return a changed file if it says what it should, and nothing else."""
    if _read(changed) != _tidy(wanted):
        raise ValueError("This entry is written in an unusual form. Change it in the file itself.")
    return changed


def _read(data: bytes) -> dict[str, dict[str, object]]:
    node, issues = read_yaml("", data)
    if node is None or issues:
        raise ValueError("The file cannot be read. Mend it first.")
    found = _tidy(node.plain())
    assert isinstance(found, dict)
    return found


def _tidy(value: object) -> object:
    """Return a value without the space around its texts, which no reader of an entry keeps."""
    if isinstance(value, Mapping):
        return {key: _tidy(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_tidy(inner) for inner in value]
    return value.strip() if isinstance(value, str) else value


def _plain(value: Value) -> object:
    return ", ".join(value) if isinstance(value, tuple) else value


def _set(body: str, path: tuple[str, ...], value: Value | None, order: Sequence[str]) -> str:
    """Return the text with one key changed."""
    mapping = _find(body, path[:-1])
    if mapping.flow_style:
        raise ValueError("This entry stands on one line, between braces. Change it in the file itself.")
    found = {key.value: (key, inner) for key, inner in mapping.value}
    lines = body.split("\n")
    if path[-1] not in found:
        if value is None:
            return body
        place, indent = _place(lines, mapping, path[-1], order), mapping.value[0][0].start_mark.column
        return "\n".join([*lines[:place], *key_lines(path[-1], value, indent), *lines[place:]])
    key, old = found[path[-1]]
    if isinstance(value, Mapping) and isinstance(old, yaml.MappingNode) and not old.flow_style:
        return _set_each(body, path, value, old)
    first, last = key.start_mark.line, _last_line(lines, key, old)
    if value is None:
        return "\n".join([*lines[:first], *lines[last + 1 :]])
    return _replace(body, (key, old), value, last)


def _set_each(body: str, path: tuple[str, ...], value: Mapping[str, str], old: yaml.MappingNode) -> str:
    """Change the lines of a text in several languages one by one, so that comments between them stay."""
    known = {key.value: inner.value for key, inner in old.value}
    for language in [*value, *(each for each in known if each not in value)]:
        if known.get(language) != value.get(language):
            body = _set(body, (*path, language), value.get(language), list(value))
    return body


def _find(body: str, path: Sequence[str]) -> yaml.MappingNode:
    node: yaml.Node | None = yaml.compose(body, Loader=yaml.CSafeLoader)
    for name in path:
        assert isinstance(node, yaml.MappingNode)
        node = next((inner for key, inner in node.value if key.value == name), None)
    if not isinstance(node, yaml.MappingNode) or not node.value:
        raise ValueError("This entry is empty. Write it in the file itself.")
    return node


def _place(lines: list[str], mapping: yaml.MappingNode, key: str, order: Sequence[str]) -> int:
    """Return the line before which a new key is written: behind the last of those that usually stand before it."""
    ahead = order[: order.index(key)] if key in order else order
    place = int(mapping.value[0][0].start_mark.line)
    for known, value in mapping.value:
        if known.value in ahead:
            place = max(place, _last_line(lines, known, value) + 1)
    return place


def _last_line(lines: list[str], key: yaml.Node, value: yaml.Node) -> int:
    """Return the last line of a value; blank lines and comments below it are none of it."""
    if isinstance(value, yaml.CollectionNode) and not value.flow_style and value.value:
        last = value.value[-1]
        return _last_line(lines, *last) if isinstance(last, tuple) else _last_line(lines, key, last)
    if isinstance(value, yaml.ScalarNode) and value.style in {"|", ">"}:
        last_line = int(value.start_mark.line)
        for number in range(last_line + 1, len(lines)):
            line = lines[number]
            if line.strip() and len(line) - len(line.lstrip(" ")) <= key.start_mark.column:
                break
            last_line = number if line.strip() else last_line
        return last_line
    ends = [key.end_mark.line, value.end_mark.line] if value.value else [key.end_mark.line]
    return max(int(line) for line in ends)


def _replace(body: str, pair: tuple[yaml.Node, yaml.Node], value: Value, last: int) -> str:
    """Write another value behind a key; the comment behind it stays."""
    key, old = pair
    lines = body.split("\n")
    first = key.start_mark.line
    comment = _comment(lines[first], old)
    if isinstance(old, yaml.SequenceNode) and isinstance(value, tuple):
        new = [f"{key.value}: [{', '.join(write_scalar(word, is_inside=True) for word in value)}]"]
    else:
        is_in_braces = isinstance(old, yaml.MappingNode) and bool(old.flow_style)
        new = key_lines(key.value, value, key.start_mark.column, is_in_braces=is_in_braces)
    new[0] = lines[first][: key.start_mark.column] + new[0].lstrip(" ") + comment
    return "\n".join([*lines[:first], *new, *lines[last + 1 :]])


def _comment(line: str, old: yaml.Node) -> str:
    """Return the comment behind a value that ends on the line of its key, with the space before it."""
    if isinstance(old, yaml.ScalarNode) and old.style in {"|", ">"}:
        rest = line[old.start_mark.column :].lstrip("|>-+0123456789")
    elif old.end_mark.line == old.start_mark.line:
        rest = line[old.end_mark.column :]
    else:
        return ""
    return rest.rstrip() if rest.strip().startswith("#") else ""


def values_of(node: Node) -> dict[str, Value]:
    """Return what an entry holds, as a form shows it."""
    found: dict[str, Value] = {}
    for key, value in node.plain().items() if isinstance(node.value, dict) else ():
        if isinstance(value, Mapping):
            found[key] = {name: str(text).strip() for name, text in value.items()}
        elif isinstance(value, list):
            found[key] = tuple(str(word).strip() for word in value)
        else:
            found[key] = str(value).strip()
    return found
