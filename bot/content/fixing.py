"""What can be mended in a file without a thought: signs that nobody sees, and never a word."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from bot.content.yaml_letters import CURLY, INVISIBLE, structure_of
from bot.content.yaml_lines import text_lines

_ENGLISH = ("flows/", "talks/", "bot.yaml", "campaigns.yaml", "glossary.yaml", "interface.yaml", "notices.yaml")
"""Files in English, where no invisible character is right. Elsewhere names in other languages may need one."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_LEADING = re.compile(r"^[ \t]*\t[ \t]*")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was mended: in which line of which file; line 0 is the whole file."""

    file: str
    line: int
    what: str


def fix_file(file: str, data: bytes) -> tuple[bytes, tuple[Change, ...]]:
    """Return a YAML file or a talk with what needs no thought mended, and what that was.

    A file that is not UTF-8 stays as it is: which letters it means is a guess.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data, ()
    changes: dict[Change, None] = {}
    while (mended := _fix_once(file, text, changes)) != text:  # one mend can bare another; each leaves fewer signs
        text = mended
    return text.encode(), tuple(sorted(changes, key=lambda change: (change.line, change.what)))


def _fix_once(file: str, text: str, changes: dict[Change, None]) -> str:
    def say(line: int, what: str) -> None:
        changes[Change(file, line, what)] = None

    if text.startswith("\ufeff"):
        text = text.lstrip("\ufeff")
        say(1, "removed the byte order mark")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        say(0, "changed the line ends of Windows to those of YAML")
    if text and not text.endswith("\n"):
        text += "\n"
        say(text.count("\n"), "added the line end that was missing")
    lines = text.split("\n")
    inside = text_lines(lines)
    for number, line in enumerate(lines, 1):
        lines[number - 1] = _fix_line(file, line, is_text=number in inside, say=partial(say, number))
    return "\n".join(lines)


def _fix_line(file: str, line: str, *, is_text: bool, say: Callable[[str], None]) -> str:
    for what, mend in (
        ("removed a control character", lambda old: _CONTROL.sub("", old)),
        ("replaced or removed an invisible character", lambda old: _visible(file, old, is_text=is_text)),
        ("replaced tabs by spaces", _without_tabs),
        ("made curly quotes straight", lambda old: old if is_text else _straight(old)),
        ("removed spaces at the end", lambda old: old.rstrip(" \t")),
    ):
        mended = mend(line)
        if mended != line:
            say(what)
            line = mended
    return line


def _visible(file: str, line: str, *, is_text: bool) -> str:
    """Return a line with ordinary spaces for others, and without what has no width."""
    if file.startswith(_ENGLISH):
        return INVISIBLE.sub("", _SPACES.sub(" ", line))
    if is_text:
        return line
    for start, part in structure_of(line):
        if INVISIBLE.search(part):
            mended = INVISIBLE.sub("", _SPACES.sub(" ", part))
            return line[:start] + mended + line[start + len(part) :]
    return line


def _without_tabs(line: str) -> str:
    found = _LEADING.match(line)
    return found.group().replace("\t", "  ") + line[found.end() :] if found else line


def _straight(line: str) -> str:
    """Return a line whose value stands between straight quotes in place of curly ones."""
    found = CURLY.match(line)
    if found is None or '"' in found[1] or "\\" in found[1]:
        return line
    return f'{line[: found.start(1)]}"{found[1][1:-1]}"{line[found.end(1) :]}'
