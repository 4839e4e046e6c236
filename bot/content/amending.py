"""Sets one line at the top of a YAML file, and leaves every other sign as the editor typed it."""

import yaml


def amend(data: bytes, key: str, value: str, after: str) -> bytes:
    """Return a file in which a key of the top has another value; a new line comes behind the line of `after`.

    The file is not written anew from its values: that would lose comments, quotes and line breaks. Read what comes of
    it before you keep it: a file of an unusual form can come out broken.

    Args:
        data: a file that the reader has read without an error.
        key: the key to be set.
        value: the value, as YAML has it.
        after: a key that the file has, with its value on one line.
    """
    text = data.decode("utf-8")
    body = text.removeprefix("\ufeff")
    values = _values(body)
    if key in values:
        amended = body[: values[key].start_mark.index] + value + body[_end(values[key]) :]
    else:
        head, line, rest = _cut_behind_line(body, _end(values[after]))
        line_break = "\r\n" if "\r\n" in body else "\n"
        amended = f"{head}{line.rstrip()}{line_break}{key}: {value}{line_break}{rest}"
    return (text[: len(text) - len(body)] + amended).encode("utf-8")


def _values(body: str) -> dict[str, yaml.Node]:
    root = yaml.compose(body, Loader=yaml.CSafeLoader)
    assert isinstance(root, yaml.MappingNode)
    return {name.value: value for name, value in root.value}


def _end(node: yaml.Node) -> int:
    """Return where a value ends; YAML counts the comments below a block into it, we do not."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
        return _end(node.value[-1][1])
    return node.end_mark.index


def _cut_behind_line(body: str, position: int) -> tuple[str, str, str]:
    start = body.rfind("\n", 0, position) + 1
    end = body.find("\n", position) + 1 or len(body)
    return body[:start], body[start:end], body[end:]
