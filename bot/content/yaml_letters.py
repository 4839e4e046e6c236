"""Characters that nobody sees and that break YAML, as text pasted from Word or a web page brings them."""

import re
import unicodedata
from collections.abc import Iterator

from bot.content.issues import Issue, Mark, error
from bot.content.yaml_lines import text_lines

_SIGNS = "\u00a0\u00ad\u034f\u061c\u115f\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff"
INVISIBLE = re.compile(f"[{_SIGNS}]")
"""No-break and other spaces, soft hyphen, joiners, direction signs, byte order mark."""
_KEY = re.compile(r"^([^:#\"']*)(:)(?=[\s\u00a0\u200b\ufeff]|$)")
_NAME = re.compile(rf"(?<=: ) *([!#-&(-~{_SIGNS}]+) *$")
"""A value that is a single word without letters of other languages: an id, or as good as one."""
CURLY = re.compile(r"^\s*(?:- +)*[\w.-]+:\s+([“”„«‘‚][^“”„«»‘’]*[“”»’])\s*$")
"""A value between curly quotes, and none inside."""


def find_letters(file: str, lines: list[str]) -> Iterator[Issue]:
    """Yield each invisible character that stands where the structure of the file is: before a key, in it, in a name."""
    text = text_lines(lines)
    for number, line in enumerate(lines, 1):
        for start, part in structure_of(line) if number not in text else ():
            found = INVISIBLE.search(part)
            if found:
                yield _invisible(Mark(file, number, start + found.start() + 1, line), found.group())
                break


def find_curly_quotes(file: str, lines: list[str]) -> Iterator[Issue]:
    """Yield each value that stands between the curly quotes of Word, which YAML takes for part of it."""
    text = text_lines(lines)
    for number, line in enumerate(lines, 1):
        found = CURLY.match(line) if number not in text else None
        if found:
            sentence = (
                f"The quotes around {found[1]} are the curly ones of Word. Here they would become part of the text."
            )
            mend = 'Type straight quotes in their place: "…". Or run: wegwijs check --fix'
            yield error("yaml-quote", Mark(file, number, found.start(1) + 1, line), sentence, mend)


def structure_of(line: str) -> Iterator[tuple[int, str]]:
    """Yield the parts of a line that are no text: indentation, key, and a value that is a single word."""
    yield 0, line[: len(line) - len(INVISIBLE.sub(" ", line).lstrip())]
    key = _KEY.match(line)
    if key:
        yield 0, line[: key.end() + 1]
        name = _NAME.search(line)
        if name:
            yield name.start(1), name.group(1)


def _invisible(mark: Mark, sign: str) -> Issue:
    name = unicodedata.name(sign, f"U+{ord(sign):04X}").lower()
    sentence = f"An invisible character stands here ({name}), as text pasted from Word or a web page brings it."
    mend = "Run: wegwijs check --fix. Or delete the line and type it again."
    return error("yaml-invisible", mark, sentence, mend)
