"""What the files in terms/ say: the official words of a language for each term of the glossary."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Annotated

from pydantic import Field

from bot.content.model import CommaSeparated, Entry, Term
from bot.content.phrases import split_placeholders

TERMS_FOLDER = "terms/"
_PASSED_OVER = re.compile("[*_\u0307\u0640\u064b-\u065f\u200c\u200d]")
"""Signs of bold and italic, the dot of a Turkish İ, Arabic vowel signs and lengthening strokes, joiners: without them
it is the same word."""
_SAME = (
    *(("’", "'"), ("ʼ", "'"), ("ı", "i"), ("ş", "ș"), ("ţ", "ț"), ("ё", "е"), ("፡", " ")),
    *(("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ي", "ی"), ("ك", "ک")),
)
"""Two ways to write one letter or sign, of which the first counts as the second."""
_IS_ARABIC = re.compile("[\u0600-\u06ff]")
_BEFORE = r"(?:[وفبکل]?ال|لل|[وبکل]|(?:د|له|په)\s)?"
"""What Arabic writes onto a word of a phrase (and, so, in, as, for, the), and Pashto before one (of, from, in)."""


class TermWords(Entry):
    """The words for one term in one language; one of them stands wherever the English has the term."""

    id: str
    words: Annotated[
        CommaSeparated,
        Field(
            min_length=1, description="Beginnings of words; with commas, each is right.", examples=["gesloten centr"]
        ),
    ]
    excuses: Annotated[
        CommaSeparated,
        Field(alias="except", description="Texts where another word is right.", examples=["detention.start.text"]),
    ] = ()


class TermFinder:
    """Finds the terms of a glossary in English texts; it looks once at each, as every language asks for the same."""

    def __init__(self, glossary: Mapping[str, Term]) -> None:
        self._forms = {form.casefold(): term.id for term in glossary.values() for form in (term.term, *term.also)}
        words = (r"\s+".join(map(re.escape, form.split())) for form in sorted(self._forms, key=len, reverse=True))
        self._expression = re.compile(rf"\b({'|'.join(words)})(?:s|es)?\b", re.IGNORECASE)
        self.find = lru_cache(maxsize=8192)(self._find)
        """Return the terms that an English text uses; where one is part of a longer one, only the longer."""

    def _find(self, text: str) -> frozenset[str]:
        if not self._forms:
            return frozenset()
        plain = _PASSED_OVER.sub("", without_names(text))
        return frozenset(self._forms[" ".join(found.casefold().split())] for found in self._expression.findall(plain))


def term_file(locale: str) -> str:
    """Return where the term base of a language stands below the content folder."""
    return f"{TERMS_FOLDER}{locale}.yaml"


def without_names(text: str) -> str:
    """Return a text with a stroke for each name between braces, so that no words grow together."""
    if "{" not in text:
        return text
    return "".join("|" if is_name else part for part, is_name in split_placeholders(text))


def has_words(words: Iterable[str], text: str) -> bool:
    """Tell whether a text has one of these words, in any form that begins like it or is made with it."""
    plain = _normal(text)
    return any(_stands_in(plain, _normal(word)) for word in words)


def _stands_in(plain: str, word: str) -> bool:
    first, *others = word.split(" ")
    return first in plain and (not others or bool(_phrase(word).search(plain)))


@lru_cache(maxsize=8192)
def _normal(text: str) -> str:
    text = text.casefold()
    for written, read in _SAME:  # several times as fast as str.translate
        text = text.replace(written, read)
    return " ".join(_PASSED_OVER.sub("", text).split())


@lru_cache(maxsize=4096)
def _phrase(words: str) -> re.Pattern[str]:
    between = rf"\w*\s{_BEFORE}" if _IS_ARABIC.match(words) else r"\w*\s"
    return re.compile(between.join(map(re.escape, words.split(" "))))
