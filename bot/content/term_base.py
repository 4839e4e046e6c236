"""What the files in terms/ say: the official words of a language for each term of the glossary."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Annotated

from pydantic import Field

from bot.content.model import CommaSeparated, Entry, Term
from bot.content.phrases import split_placeholders

TERMS_FOLDER = "terms/"
_PASSED_OVER = re.compile("[*_\u0640\u064b-\u065f\u200c\u200d]")
"""Signs of bold and italic, Arabic vowel signs and lengthening strokes, joiners: without them it is the same word."""
_ARABIC = {"أ": "ا", "إ": "ا", "آ": "ا", "ي": "ی", "ك": "ک"}
_LATIN = {"İ": "i", "ı": "i", "ş": "ș", "ţ": "ț", "Ş": "ș", "Ţ": "ț"}
"""Turkish i with and without a dot, as capitals differ by language; both ways to write the Romanian letters."""
_ETHIOPIC = {"፡": " "}
_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "ё": "е", "Ё": "е"} | _ARABIC | _LATIN | _ETHIOPIC)
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
        plain = _PASSED_OVER.sub("", "".join("|" if is_name else part for part, is_name in split_placeholders(text)))
        return frozenset(self._forms[" ".join(found.casefold().split())] for found in self._expression.findall(plain))


def term_file(locale: str) -> str:
    """Return where the term base of a language stands below the content folder."""
    return f"{TERMS_FOLDER}{locale}.yaml"


def has_words(words: Iterable[str], text: str) -> bool:
    """Tell whether a text has one of these words, in any form that begins like it or is made with it."""
    plain = _normal(text)
    return any(_stem(word).search(plain) for word in words)


@lru_cache(maxsize=8192)
def _normal(text: str) -> str:
    return " ".join(_PASSED_OVER.sub("", text.translate(_PLAIN)).casefold().split())


@lru_cache(maxsize=4096)
def _stem(word: str) -> re.Pattern[str]:
    return re.compile(rf"\w*\s{_BEFORE}".join(re.escape(part) for part in _normal(word).split(" ")))
