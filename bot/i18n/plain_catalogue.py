"""Catalogues of the plain form that our tools and Poedit write, read several times as fast as by Babel."""

import re
from dataclasses import dataclass
from functools import lru_cache

_STRING = r'"[^"\\\n]*(?:\\.[^"\\\n]*)*"'
_STRINGS = rf"({_STRING}(?:\n{_STRING})*)\n"
_ENTRY = re.compile(rf"(?:\n|#(?!~).*\n)*(?:msgctxt {_STRINGS})?msgid {_STRINGS}msgstr {_STRINGS}")
_REST = re.compile(r"(?:\n|#(?!~).*\n)*")
_UTF8 = re.compile(r"^Content-Type:.*charset=utf-8$", re.IGNORECASE | re.MULTILINE)
_ESCAPE = re.compile(r'\\([\\trn"])')
_MEANINGS = {"n": "\n", "t": "\t", "r": "\r"}
_OTHER_LINE_ENDS = re.compile("[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class PlainEntry:
    """One entry as it stands in the file: the line of its context, and its three parts."""

    line: int
    context: str
    source: str
    text: str


@lru_cache(maxsize=1024)  # a catalogue is read for its texts, and once more for their places
def read_plain(data: bytes) -> tuple[PlainEntry, ...] | None:
    """Return the entries that have a context, or None if anything is not of the plain form.

    The plain form is UTF-8, and says so in its header. Each entry is msgctxt, msgid and msgstr in this order, with
    comments before it. There are no plurals, no entry that is commented out, no context twice.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    header = _ENTRY.match(text)
    if header is None or header[1] or not _UTF8.search(_unquote(header[3])) or _OTHER_LINE_ENDS.search(text):
        return None
    entries: dict[str, PlainEntry] = {}
    end, line = header.end(), text.count("\n", 0, header.end()) + 1
    while found := _ENTRY.match(text, end):
        if found[1] is None:
            return None
        context = _unquote(found[1])
        if context in entries:
            return None
        start = line + text.count("\n", end, found.start(1))
        entries[context] = PlainEntry(start, context, _unquote(found[2]), _unquote(found[3]))
        line += text.count("\n", end, found.end())
        end = found.end()
    return tuple(entries.values()) if _REST.fullmatch(text, end) else None


def _unquote(strings: str) -> str:
    """Return what the strings of one part say together."""
    joined = strings[1:-1].replace('"\n"', "")
    if "\\" not in joined:
        return joined
    return _ESCAPE.sub(lambda match: _MEANINGS.get(match[1], match[1]), joined)
