"""YAML in which every value is text and knows its file, line and column."""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from bot.content.issues import Issue, Mark, error
from bot.content.yaml_letters import find_curly_quotes, find_letters
from bot.content.yaml_mistakes import explain, mark_at

MAX_BYTES = 1_000_000
"""A larger file is refused: the longest real flow has about 60 000 bytes."""
MAX_DEPTH = 12
"""Deeper nesting is refused; the format needs seven levels."""

_HIDDEN = re.compile(r"\s*(?<!\S)(#[^\s#])")

Path = tuple[str | int, ...]
"""Keys and list positions from the top of a file down to a value."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a file: text, a mapping or a list, and where it begins."""

    mark: Mark
    value: "str | dict[str, Node] | tuple[Node, ...]"
    key_marks: dict[str, Mark] = field(default_factory=dict)

    def plain(self) -> Any:
        """Return the value without its marks (any: text, mapping or list as the file has it)."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, tuple):
            return [node.plain() for node in self.value]
        return self.value

    def find_mark(self, path: Path) -> Mark:
        """Return where the value at this path begins, or its nearest parent that exists."""
        node, mark = self, self.mark
        for part in path:
            if isinstance(node.value, dict) and isinstance(part, str) and part in node.value:
                mark = node.key_marks[part]
                node = node.value[part]
            elif isinstance(node.value, tuple) and isinstance(part, int) and part < len(node.value):
                node = node.value[part]
                mark = node.mark
            else:
                break
        return mark


def read_yaml(file: str, data: bytes) -> tuple[Node | None, tuple[Issue, ...]]:
    """Read one file; return its top node, or None and what is wrong with it."""
    if len(data) > MAX_BYTES:
        mark = Mark(file)
        return None, (error("yaml-too-large", mark, "The file is too large to be read.", "Split it."),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data[: problem.start].count(b"\n") + 1
        sentence = "The file is not written in UTF-8, so some letters cannot be read."
        return None, (
            error(
                "yaml-encoding", Mark(file, line), sentence, 'In your editor, choose "Save as" and the encoding UTF-8.'
            ),
        )
    lines = text.splitlines()
    tab = _find_tab(lines)
    if tab is not None:
        mark = mark_at(file, lines, tab, 1)
        sentence = "The line begins with a tab. Only spaces can stand there."
        return None, (error("yaml-tab", mark, sentence, "Replace each tab by two spaces, or run: wegwijs check --fix"),)
    letters = (*find_letters(file, lines), *find_curly_quotes(file, lines))
    return (None, letters) if letters else _compose(file, text, lines)


def _compose(file: str, text: str, lines: list[str]) -> tuple[Node | None, tuple[Issue, ...]]:
    issues: list[Issue] = []
    try:
        refused = _refuse_events(file, lines, text)
        if refused is not None:
            return None, (refused,)
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
        if root is None:
            return Node(Mark(file), {}), ()
        return _convert(file, lines, root, issues), tuple(issues)
    except yaml.MarkedYAMLError as problem:
        return None, (explain(file, lines, problem),)
    except yaml.reader.ReaderError as problem:
        line = text[: problem.position].count("\n") + 1
        sentence = "The file holds an invisible character that cannot be read."
        mend = "Run: wegwijs check --fix. Or delete the line and type it again."
        return None, (error("yaml-character", mark_at(file, lines, line, 1), sentence, mend),)


def _refuse_events(file: str, lines: list[str], text: str) -> Issue | None:
    """Find the first anchor, alias or tag, or nesting too deep for the composer, which would end the program.

    Anchors and aliases let one line change another; a tag can turn a text into code.
    """
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        assert event.start_mark is not None
        is_command = getattr(event, "anchor", None) is not None or getattr(event, "tag", None) is not None
        if depth > MAX_DEPTH or is_command:
            mark = mark_at(file, lines, event.start_mark.line + 1, event.start_mark.column + 1)
            if depth > MAX_DEPTH:
                return _too_deep(mark)
            sign = mark.quote[mark.column - 1 : mark.column]
            sentence = f'The text begins with "{sign}", which the computer takes for a command.'
            return error("yaml-sign", mark, sentence, 'Put the whole text between double quotes: "…".')
        if isinstance(event, yaml.ScalarEvent) and not event.style:
            hidden = _find_hidden(file, lines, event)
            if hidden is not None:
                return hidden
    return None


def _find_hidden(file: str, lines: list[str], event: yaml.ScalarEvent) -> Issue | None:
    """Find words behind a # sign that somebody meant to be read: "desk #3"; a comment has a space after the sign."""
    assert event.end_mark is not None
    line = event.end_mark.line + 1
    found = _HIDDEN.match(lines[line - 1], event.end_mark.column) if line <= len(lines) else None
    if found is None:
        return None
    sentence = "What stands behind a # sign is not read, so the end of this text would be missing."
    mend = 'Put the whole text between double quotes: "…". A comment has a space behind its # sign.'
    return error("yaml-comment", mark_at(file, lines, line, found.start(1) + 1), sentence, mend)


def _convert(file: str, lines: list[str], node: yaml.Node, issues: list[Issue]) -> Node:
    mark = mark_at(file, lines, node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.ScalarNode):
        return Node(mark, node.value)
    if isinstance(node, yaml.SequenceNode):
        return Node(mark, tuple(_convert(file, lines, child, issues) for child in node.value))
    values: dict[str, Node] = {}
    key_marks: dict[str, Mark] = {}
    for key_node, child in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else str(key_node.value)
        key_mark = mark_at(file, lines, key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        if key in values:
            sentence = f'"{key}" stands twice here; the first time in line {key_marks[key].line}.'
            issues.append(error("yaml-twice", key_mark, sentence, "Keep one of the two."))
            continue
        values[key] = _convert(file, lines, child, issues)
        key_marks[key] = key_mark
    return Node(mark, values, key_marks)


def _too_deep(mark: Mark) -> Issue:
    sentence = "The nesting is too deep."
    return error("yaml-depth", mark, sentence, "Compare the indentation with docs/editors.md.")


def _find_tab(lines: list[str]) -> int | None:
    return next((number for number, line in enumerate(lines, 1) if re.match(r" *\t+ *\S", line)), None)


def suggest(word: str, known: Iterable[str]) -> str:
    """Return "Did you mean …?" for the nearest known word, else the words that exist."""
    choices = list(known)
    near = difflib.get_close_matches(word, choices, n=1, cutoff=0.6)
    if near:
        return f'Did you mean "{near[0]}"?'
    return f"Possible: {', '.join(choices[:12])}." if choices else ""


def walk(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Go through a node and all below it, each with its path."""
    yield path, node
    if isinstance(node.value, dict):
        for key, child in node.value.items():
            yield from walk(child, (*path, key))
    elif isinstance(node.value, tuple):
        for number, child in enumerate(node.value):
            yield from walk(child, (*path, number))
