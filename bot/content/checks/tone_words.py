"""Finds the words of a tone file in texts: whole words, in any case, across line breaks and markup."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.content.tone import Tone, ToneWord

_LETTER = r"(?:[^\W_]|[\u064b-\u065f])"
"""What a word goes on with: a letter, a digit, an Arabic vowel sign."""
_GAP = r"[\s*_]+"
"""Between two words: spaces, a line break, the signs of bold and italic."""
_VOWEL = "[\u0640\u064b-\u065f]"
"""An Arabic vowel sign or the lengthening stroke; who writes them and who does not means the same word."""
_SAME = ("'’", "اأإآ")
"""Signs that are written one for the other."""
_SIGNS = {sign: f"[{group}]" for group in _SAME for sign in group}
_PLAIN = str.maketrans({sign: group[0] for group in _SAME for sign in group} | dict.fromkeys("*_", " "))
_NAME = r"\{[^{}]*\}"
"""The name of a fact is no word of the text; it is read as a whole, so that no word is found inside it."""
_FORM = re.compile(r"[^\W_](?:[^\W_]|[\u064b-\u065f'’./-])*\*?")


@dataclass(frozen=True, slots=True)
class Finder:
    """What looks for the words of a tone file in the texts it was made for."""

    expression: re.Pattern[str]
    entries: tuple[tuple[re.Pattern[str], ToneWord], ...]

    def find(self, text: str) -> Iterator[tuple[str, ToneWord]]:
        """Yield each place where a word of the file stands, as written there, with its entry."""
        lowered = text.replace("İ", "I").lower()  # the one letter whose small form is longer than itself
        for match in self.expression.finditer(lowered) if self.entries else ():
            if match.lastindex:
                entry = next(entry for pattern, entry in self.entries if pattern.fullmatch(match.group(1)))
                yield text[match.start() : match.end()], entry


def make_finder(tone: Tone, texts: Iterable[str]) -> Finder:
    """Return what looks for the words of a file in these texts.

    An expression for all words takes a quarter of a second to build, so it has only those that the texts have at all.
    """
    plain = _simplify(" ".join(texts))
    known = " ".join(dict.fromkeys(plain.split()))  # a tenth as long, so most words are done with here
    wanted = [
        (pattern, word)
        for beginning, parts, pattern, word in _patterns(tone)
        if all(map(known.__contains__, parts)) and beginning in plain
    ]
    words = "|".join(_expression(pattern) for pattern, _ in wanted)
    prefixes = "|".join(map(_expression, tone.prefixes))
    expression = re.compile(rf"{_NAME}|(?<!{_LETTER})(?:{prefixes})*({words})(?!{_LETTER})")
    return Finder(expression, tuple((re.compile(_expression(pattern)), word) for pattern, word in wanted))


def is_pattern(pattern: str) -> bool:
    """Tell whether a pattern consists of words, each perhaps with * for any ending."""
    words = pattern.split()
    return bool(words) and all(map(_FORM.fullmatch, words))


@lru_cache(maxsize=64)
def _patterns(tone: Tone) -> tuple[tuple[str, tuple[str, ...], str, ToneWord], ...]:
    """Return what a text must have, its words, the pattern and its entry; of two that begin alike, the longer first."""
    pairs = ((pattern, word) for word in tone.words for pattern in word.find if is_pattern(pattern))
    rows = [(_simplify(pattern.partition("*")[0]), pattern, word) for pattern, word in pairs]
    rows.sort(key=lambda row: len(row[1]), reverse=True)
    return tuple((beginning, tuple(beginning.split()), pattern, word) for beginning, pattern, word in rows)


def _simplify(text: str) -> str:
    """Return a text with one sign for each of several ways to write the same."""
    return " ".join(re.sub(f"{_VOWEL}+", "", text.lower().translate(_PLAIN)).split())


def _expression(pattern: str) -> str:
    return _GAP.join(map(_word_expression, pattern.lower().split()))


def _word_expression(word: str) -> str:
    signs = [sign for sign in word.removesuffix("*") if not unicodedata.combining(sign)]
    expression = "".join(_SIGNS.get(sign, re.escape(sign)) + _vowels_after(sign) for sign in signs)
    return f"{expression}{_LETTER}*" if word.endswith("*") else expression


def _vowels_after(sign: str) -> str:
    return f"{_VOWEL}*" if unicodedata.bidirectional(sign) == "AL" else ""
