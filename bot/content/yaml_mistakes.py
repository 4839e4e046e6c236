"""Mistakes in YAML in the words of somebody who knows Word: what the library complains about, found in the lines."""

import re
from dataclasses import dataclass

import yaml

from bot.content.issues import Issue, Mark, error
from bot.content.yaml_lines import indent_of, levels_at, owner_of, text_lines

_KEY = r"^\s*(?:- +)*[\w.-]+:"
_QUOTE_IT = 'Put the whole text between double quotes: "…". Or write it below "text: |".'
_BELOW = 'Write it below the key with a | sign: "text: |", and the text on the next lines, two spaces further in.'
_LOOK_BACK = 3
"""Lines above the one complained about that can hold the mistake: YAML often notices one line late."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake that shows in one line; group 1 of the pattern is the place to point at."""

    pattern: re.Pattern[str]
    code: str
    sentence: str
    mend: str


def _mistake(code: str, pattern: str, sentence: str, mend: str) -> Mistake:
    return Mistake(re.compile(pattern), code, sentence, mend)


MISTAKES = (
    _mistake(
        "yaml-structure",
        r"^(---|\.\.\.)",
        "A line {0} splits the file in two.",
        "Remove that line.",
    ),
    _mistake(
        "yaml-list",
        r"^\s*([•·●▪‣◦*–—])\s*\S",
        'The line begins with "{0}", a bullet or dash of Word. A list needs the small dash.',
        'Begin the line with "- ": a small dash and a space.',
    ),
    _mistake(
        "yaml-list",
        r"^\s*(-)[A-Za-z]",
        "There is no space after the dash, so that it is no list.",
        'Write "- " with a space: "- text: …".',
    ),
    _mistake(
        "yaml-quote",
        rf"{_KEY}\s+([“”„«‘’]).*[:#]",
        "The text begins with a curly quote {0}, as Word makes them. To the computer it is a letter, not a quote.",
        'Type straight quotes in the place of both: "…".',
    ),
    _mistake(
        "yaml-quote",
        rf"""{_KEY}\s+(["'])(?:(?!\1).)*\1\s*[^\s#]""",
        "A quote {0} ends before the text does.",
        'Write the text below "text: |" without quotes around it, or use the other kind of quote inside.',
    ),
    _mistake(
        "yaml-sign",
        rf"{_KEY}\s+([|>])\s*[^\s|>+#0-9-]",
        "Words stand behind the sign {0}. It says that the text begins on the next line.",
        "Press Enter behind the sign and begin the text two spaces further in.",
    ),
    _mistake(
        "yaml-sign",
        rf"{_KEY}\s+([@%`&*!?\-:,](?=.)|[{{\[](?!.*[}}\]]\s*(?:#.*)?$))",
        'The text begins with "{0}", which the computer takes for a command.',
        _QUOTE_IT,
    ),
    _mistake(
        "yaml-colon",
        r"^\s*(?:- +)*[\w.-]+\s*([;=：])",
        'There is "{0}" where a colon belongs.',
        'Write a colon and a space: "key: value".',
    ),
    _mistake(
        "yaml-colon",
        r"^\s*(?:- +)*[A-Za-z][\w-]*(:)(?!//)[^\s:]",
        "There is no space after the colon, so that key and value are one word.",
        'Write "key: value", with a space after the colon.',
    ),
    _mistake(
        "yaml-colon",
        rf"{_KEY}\s+[^\s\"'|>#{{\[][^\"']*?(:)(?:\s|$)",
        "There is a second colon in this line, and only the first one may be there.",
        _QUOTE_IT,
    ),
)
"""What can be seen in a single line, the surest first."""

_TEXT_LINE = re.compile(r"^\s*(?!- )([^\s#:\"'\-][^:]*)$")


def explain(file: str, lines: list[str], problem: yaml.MarkedYAMLError) -> Issue:
    """Say in plain words why a file is no YAML, and point at the line where somebody has to look."""
    context, begun = str(problem.context), problem.context_mark
    if begun is not None and "quoted scalar" in context:
        return _open_quote(file, lines, begun.line + 1, begun.column + 1)
    if begun is not None and "flow" in context:
        found = _find_mistake(file, lines, begun.line + 1)
        return found or _open_bracket(file, lines, begun.line + 1, begun.column + 1)
    position = problem.problem_mark or begun
    line = min(position.line + 1, max(len(lines), 1)) if position else 1
    text = text_lines(lines)
    near = [number for number in range(line, max(line - _LOOK_BACK, 0), -1) if number not in text]
    for find in (_find_mistake, _find_lone_words, _find_indentation):
        for number in near:
            issue = find(file, lines, number)
            if issue is not None:
                return issue
    mark = mark_at(file, lines, line, position.column + 1 if position else 1)
    sentence = f"The computer cannot read this line or the one above it ({problem.problem or 'unreadable'})."
    return error("yaml-structure", mark, sentence, "Compare the indentation and the colons with docs/editors.md.")


def _find_mistake(file: str, lines: list[str], number: int) -> Issue | None:
    """Find what can be seen in this line alone."""
    for mistake in MISTAKES:
        found = mistake.pattern.search(lines[number - 1]) if number <= len(lines) else None
        if found:
            mark = mark_at(file, lines, number, found.start(1) + 1)
            return error(mistake.code, mark, mistake.sentence.format(found[1]), mistake.mend)
    return None


def _find_lone_words(file: str, lines: list[str], number: int) -> Issue | None:
    """Find a line that is neither a key nor an entry of a list: text that does not stand below a | sign."""
    if not _TEXT_LINE.match(lines[number - 1] if number <= len(lines) else ""):
        return None
    owner = owner_of(lines, number)
    if owner and re.search(r":\s*$", lines[owner - 1]) and not re.match(rf"{_KEY}|^\s*- ", lines[owner]):
        sentence = "The text below this key has several lines or a list, and the key has no | sign."
        mark = mark_at(file, lines, owner, indent_of(lines[owner - 1]) + 1)
        return error("yaml-text", mark, sentence, _BELOW)
    sentence = "This line is neither a key with a colon nor part of the text above it."
    mend = "Begin each line of a text two spaces further in than its key, and put a | sign behind the key."
    mark = mark_at(file, lines, number, indent_of(lines[number - 1]) + 1)
    return error("yaml-text", mark, sentence, mend)


def _find_indentation(file: str, lines: list[str], number: int) -> Issue | None:
    """Find a key that has another indentation than every line it could belong to."""
    line = lines[number - 1] if number <= len(lines) else ""
    here, possible = indent_of(line), levels_at(lines, number)
    if not re.match(rf"{_KEY}|^\s*- ", line) or here in possible:
        return None
    nearest = min(possible, key=lambda level: abs(level - here))
    sentence = f"This line begins with {_spaces(here)}, and the lines it belongs to begin with {nearest}."
    mend = f"Begin it with {_spaces(nearest)}, just as the lines of the same level above it."
    return error("yaml-indent", mark_at(file, lines, number, here + 1), sentence, mend)


def _open_quote(file: str, lines: list[str], number: int, column: int) -> Issue:
    mark = mark_at(file, lines, number, column)
    sign = mark.quote[column - 1 : column] or '"'
    sentence = f"A quote {sign} is opened here and never closed."
    mend = f"Close it with the same sign {sign} at the end of the text."
    return error("yaml-quote", mark, sentence, mend)


def _open_bracket(file: str, lines: list[str], number: int, column: int) -> Issue:
    mark = mark_at(file, lines, number, column)
    sign = mark.quote[column - 1 : column] or "["
    sentence = f"A bracket {sign} is opened here and not closed."
    mend = "Close it on the same line. If it belongs to a text, put the whole text between double quotes."
    return error("yaml-sign", mark, sentence, mend)


def _spaces(number: int) -> str:
    return "1 space" if number == 1 else f"{number} spaces"


def mark_at(file: str, lines: list[str], line: int, column: int) -> Mark:
    """Return a place in a file, with the line as it is written."""
    quote = lines[line - 1] if 0 < line <= len(lines) else ""
    return Mark(file, line, column, quote)
