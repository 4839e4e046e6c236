"""Turns a file's values into typed entries, and pydantic's findings into an editor's words."""

from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.content.issues import Issue, error
from bot.content.marks import Node, suggest
from bot.content.model import ICONS, Entry, Option, Step, Telegram, Web, known_keys
from bot.content.tone import ToneExcuse, ToneWord

Model = TypeVar("Model", bound=Entry)

_SENTENCES: dict[str, tuple[str, str, str]] = {
    "missing": ("entry-missing", '"{key}" is missing.', 'Add the line "{key}: …".'),
    "literal_error": ("entry-choice", '"{value}" is not possible for "{key}".', "Possible: {expected}."),
    "string_too_short": (
        "entry-empty",
        '"{key}" is empty.',
        "Write something, or remove the line if it is optional.",
    ),
    "string_type": ("entry-text", '"{key}" must be a text.', 'Put it between double quotes: "…", or below a | sign.'),
    "date_from_datetime_parsing": ("entry-date", '"{value}" is not a day.', "Write it as 2026-11-20."),
    "date_parsing": ("entry-date", '"{value}" is not a day.', "Write it as 2026-11-20."),
    "bool_parsing": ("entry-choice", '"{value}" is not possible for "{key}".', "Write true or false."),
    "float_parsing": ("entry-number", '"{value}" is not a number.', "Write a point as 51.0543, 3.7174."),
    "greater_than_equal": (
        "entry-number",
        '"{value}" lies outside the possible range.',
        "Look for a wrong digit.",
    ),
    "less_than_equal": (
        "entry-number",
        '"{value}" lies outside the possible range.',
        "Look for a wrong digit.",
    ),
    "dict_type": (
        "entry-shape",
        '"{key}" needs lines of the form "name: value" below it.',
        "Compare docs/editors.md.",
    ),
    "model_type": (
        "entry-shape",
        '"{key}" needs lines of the form "name: value" below it.',
        "Compare docs/editors.md.",
    ),
    "tuple_type": ("entry-shape", '"{key}" needs a list.', 'Begin each entry below it with "- ".'),
    "too_short": ("entry-empty", '"{key}" is empty.', "Write at least one entry."),
}
_PATTERNS = {
    "^[a-z][a-z0-9]*(-[a-z0-9]+)*$": "Use small letters, digits and hyphens, beginning with a letter: no-address.",
    "^[a-z][a-z0-9]*(-[a-z0-9]+)*\\.[a-z][a-z0-9]*(-[a-z0-9]+)*$": "Write the id of a step, or flow.step.",
    "^[a-z]+\\.[a-z][a-z0-9_]*$": "Write kind.name with small letters and underscores: phone.return_line.",
    "^https?://[^\\s]+$": "Write the whole address, beginning with https://.",
    "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$": "Write a year, a month or a day: 2021, 2021-05, 2021-05-03.",
    "^https?://[^\\s/;,]+$": "Write the scheme and the host alone, without a slash at the end: https://www.example.org",
    "^#[0-9a-fA-F]{6}$": 'Write six digits and letters from a to f behind #, between quotes: "#0b5394".',
    "^[A-Za-z][A-Za-z0-9_]{3,31}$": "Write the name without @: a letter, then letters, digits and underscores.",
    "^[a-z0-9][a-z0-9-]{0,30}$": "Use small letters, digits and hyphens, at most 31: antwerp-2026.",
    "^[1-9][0-9]{3}$": "Write a Belgian postcode of four digits.",
}

_PARTS: dict[str | int, type[Entry]] = {
    "steps": Step,
    "options": Option,
    "words": ToneWord,
    "except": ToneExcuse,
    "web": Web,
    "telegram": Telegram,
}
"""Lists and groups inside an entry, and what each of their parts is."""


def make_entry(model: type[Model], node: Node, injected: dict[str, object]) -> tuple[Model | None, list[Issue]]:
    """Build one entry from the values of a file.

    Args:
        model: what it shall become.
        node: the entry's values.
        injected: values that the file does not repeat, such as the id.

    Returns:
        The entry, or None and every fault found in it.
    """
    if not isinstance(node.value, dict):
        sentence = 'Lines of the form "name: value" are expected here.'
        return None, [error("entry-shape", node.mark, sentence, "Compare docs/editors.md.")]
    values = node.plain() | injected
    try:
        return model.model_validate(values), []
    except ValidationError as problem:
        return None, [_explain(model, node, details) for details in problem.errors(include_url=False)]


def _explain(model: type[BaseModel], node: Node, details: ErrorDetails) -> Issue:
    location = tuple(part for part in details["loc"] if part != "function-before[_listed(), tuple[str, ...]]")
    mark = node.find_mark(location)
    key = str(location[-1]) if location else ""
    value = str(details.get("input", ""))[:60]
    if details["type"] == "extra_forbidden":
        sentence = f'The key "{key}" does not exist here.'
        owner = next((_PARTS[part] for part in reversed(location[:-1]) if part in _PARTS), model)
        return error("entry-key", mark, sentence, suggest(key, known_keys(owner)))
    if details["type"] == "string_pattern_mismatch":
        pattern = str(details.get("ctx", {}).get("pattern", ""))
        sentence = f'"{value}" is not well formed for "{key}".'
        return error("entry-form", mark, sentence, _PATTERNS.get(pattern, "Compare docs/editors.md."))
    if key == "icon" and details["type"] == "literal_error":
        return error("entry-choice", mark, f'There is no icon "{value}".', suggest(value, ICONS))
    code, sentence, mend = _SENTENCES.get(
        details["type"], ("entry-form", '"{value}" is not possible for "{key}".', "Compare docs/editors.md.")
    )
    words = {"key": key, "value": value, "expected": str(details.get("ctx", {}).get("expected", ""))}
    return error(code, mark, sentence.format(**words), mend.format(**words))
