"""A correction of the English that changes no meaning, such as a comma: its translations stay in step with it.

Whether a change is one is not left to the person who makes it. Here only what cannot change a statement counts as a
correction; all else is a new text, and its translations are outdated until somebody has looked at them.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from rapidfuzz.distance import DamerauLevenshtein

from bot.content.markup import read_markup
from bot.content.merge import former_english
from bot.content.phrases import split_placeholders
from bot.i18n.catalogues import SourceText
from bot.i18n.ledger import CatalogueEntry, LedgerEntry, State, fingerprint, state_of

MOST_WORDS = 3
"""Words that a correction may change; more is a new text."""
_GUARDED = frozenset(
    re.findall(
        r"[a-z]+",
        "no not never none nobody nothing nor neither without cannot only must may might can could shall should will "
        "would need needs if unless until till before after within during always all every each any some most least "
        "more less both either or and but except free again already yet still ever here there than then "
        "zero one two three four five six seven eight nine ten eleven twelve first second third last next half twice "
        "once",
    )
)
"""Words on which a statement turns. They must be the same ones in the same order."""
_ARTICLES = frozenset({"a", "an", "the"})
"""Words that may come and go."""
_SHORTEST = 5
_LONG = 8
"""Letters from which a word can be known in spite of one wrong letter, and of two."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Corrected:
    """What is to be written of one text: the entry and the ledger's line with today's English."""

    entry: CatalogueEntry
    known: LedgerEntry


def find_change_of_meaning(old: str, new: str) -> str | None:
    """Say what a change of an English text touches that may change its meaning; None for a mere correction."""
    if _names(old) != _names(new):
        return "it changes names between braces"
    if _digits(old) != _digits(new):
        return "it changes a number"
    if _shape(old) != _shape(new):
        return "it changes paragraphs, lists, bold or questions"
    words, others = _words(old), _words(new)
    if _guarded(words) != _guarded(others):
        changed = sorted(set(_guarded(words)) ^ set(_guarded(others))) or ["the order of such words"]
        return f"it touches words on which the meaning turns ({', '.join(changed)})"
    changes = list(_changes(words, others))
    if sum(max(len(here), len(there)) for here, there in changes) > MOST_WORDS:
        return f"it changes more than {MOST_WORDS} words"
    wrong = next((pair for pair in changes if not _is_spelling(*pair)), None)
    if wrong:
        return f'it puts "{" ".join(wrong[1])}" in the place of "{" ".join(wrong[0])}"'
    return None


def correct(source: SourceText, entry: CatalogueEntry | None, known: LedgerEntry | None) -> Corrected | str | None:
    """Return a translation as it stands beside the corrected English.

    Returns:
        The entry and its line in the ledger; or in words why it is not taken along; or None where there is nothing to
        do: no translation, or one that is in step already.
    """
    if entry is None or state_of(source.text, entry, known) is not State.OUTDATED:
        return None
    old = former_english(entry, known)
    if not old:
        return "the English it was made from is not known any more"
    reason = find_change_of_meaning(old, source.text)
    if reason:
        return reason
    current = known if known and known.text == fingerprint(entry.text) else None
    line = current or LedgerEntry("", fingerprint(entry.text), "human")
    return Corrected(CatalogueEntry(source.text, entry.text), replace(line, source=fingerprint(source.text)))


def _names(text: str) -> list[str]:
    return [part for part, is_name in split_placeholders(text) if is_name]


def _digits(text: str) -> list[str]:
    signs = (sign if unicodedata.category(sign) in {"Nd", "Nl", "No", "Sc"} else " " for sign in _prose(text))
    return "".join(signs).split()


def _shape(text: str) -> list[tuple[str, int, int]]:
    """Return for each block what it is, how many of its words are bold, and how many questions it asks."""
    shape: list[tuple[str, int, int]] = []
    for block in read_markup(text):
        bold = " ".join(span.text for span in block.spans if span.bold)
        shape.append((block.kind, len(_WORD.findall(bold)), sum(span.text.count("?") for span in block.spans)))
    return shape


def _words(text: str) -> list[str]:
    return [word.replace("’", "'").casefold() for word in _WORD.findall(_prose(text))]


def _prose(text: str) -> str:
    return "".join(" " if is_name else part for part, is_name in split_placeholders(text))


def _guarded(words: list[str]) -> list[str]:
    return [word for word in words if word in _GUARDED or word.endswith("n't")]


def _changes(old: list[str], new: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the runs of words that differ, as they were and as they are, without articles."""
    old, new = ([word for word in words if word not in _ARTICLES] for words in (old, new))
    for what, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            yield old[first:last], new[start:end]


def _is_spelling(old: list[str], new: list[str]) -> bool:
    """Tell whether each word is the same one, spelt otherwise."""
    if "".join(old) == "".join(new):
        return True
    return len(old) == len(new) and all(map(_is_same_word, old, new))


def _is_same_word(old: str, new: str) -> bool:
    """Tell whether a word is the other with a letter or two wrong; its first letter must be right (illegal, unable)."""
    longest = max(len(old), len(new))
    if longest < _SHORTEST or old[0] != new[0]:
        return False
    return DamerauLevenshtein.distance(old, new) <= (1 if longest < _LONG else 2)
