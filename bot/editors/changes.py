"""What a comparison of two contents says: chapters, what changed in them, and each change in a sentence."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_CONTEXT = 4
"""Unchanged words that stand on each side of a change; between two changes the rest is left out."""
_BLANK = re.compile(r"\n\s*\n|\n(?=- )")


@dataclass(frozen=True, slots=True)
class Change:
    """One change in a sentence; `old` and `new` are the words themselves, where words changed."""

    sentence: str
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """A page, a fact, a place: its name as people know it, its id, and what changed."""

    name: str
    id: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Subjects of one sort: a topic, the facts, the translations."""

    heading: str
    subjects: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a changed text: left as they were, taken out, or put in."""

    kind: Literal["same", "old", "new"]
    words: str


def pieces_of(old: str, new: str) -> tuple[Piece, ...]:
    """Return both texts as one, word by word; long stretches without a change are cut to an ellipsis."""
    before, after = old.split(), new.split()
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    pieces: list[Piece] = []
    for number, (code, old_from, old_to, new_from, new_to) in enumerate(codes):
        if code == "equal":
            words = _cut(before[old_from:old_to], is_first=number == 0, is_last=number == len(codes) - 1)
            pieces.append(Piece("same", words))
            continue
        if old_to > old_from:
            pieces.append(Piece("old", " ".join(before[old_from:old_to])))
        if new_to > new_from:
            pieces.append(Piece("new", " ".join(after[new_from:new_to])))
    return tuple(pieces)


def _cut(words: list[str], *, is_first: bool, is_last: bool) -> str:
    head = 0 if is_first else _CONTEXT
    tail = 0 if is_last else _CONTEXT
    if len(words) <= head + tail + 1:
        return " ".join(words)
    return " ".join([*words[:head], "…", *(words[-tail:] if tail else [])])


def compare_text(what: str, old: str, new: str) -> Iterator[Change]:
    """Yield the changes between two texts, one for each paragraph or list entry that differs."""
    before, after = _paragraphs(old), _paragraphs(new)
    for code, old_from, old_to, new_from, new_to in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if code == "equal":
            continue
        gone, come = before[old_from:old_to], after[new_from:new_to]
        for number in range(max(len(gone), len(come))):
            left = gone[number] if number < len(gone) else ""
            right = come[number] if number < len(come) else ""
            yield Change(f"{what} {_verb(left, right)}:", left, right)


def _verb(old: str, new: str) -> str:
    if old and new:
        return "reworded"
    return "added" if new else "removed"


def _paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()).removeprefix("- ") for part in _BLANK.split(text.strip()) if part.strip()]


def compare_names(what: str, old: Iterable[str], new: Iterable[str]) -> Iterator[Change]:
    """Yield which names came to a list and which went."""
    before, after = list(old), list(new)
    gone = [name for name in before if name not in after]
    come = [name for name in after if name not in before]
    if gone:
        yield Change(f"{what} removed: {', '.join(gone)}.")
    if come:
        yield Change(f"{what} added: {', '.join(come)}.")
