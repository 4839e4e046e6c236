"""Wording: no numbers, addresses or exclamation marks in texts, and sentences that can be read."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from bot.content.checks.codes import Code
from bot.content.checks.inspection import Inspection
from bot.content.checks.written import Written, locate
from bot.content.issues import Issue, error
from bot.content.markup import plain_words
from bot.content.phrases import split_placeholders
from bot.i18n.bidi import CONTROLS
from bot.i18n.locales import SOURCE_LOCALE

MAX_WORDS = 25
"""Words of a sentence; docs/editors.md says why."""
_ADDRESS = re.compile(r"https?://\S*|www\.\S+|\S+@\S+|\b[\w-]+\.(?:be|com|org|net|eu|info|brussels|vlaanderen)\b")
_HINT = re.compile(r"@|://|www\.|\.(?:be|com|org|net|eu|info|brussels|vlaanderen)\b")
"""What every address holds; found faster than a whole one."""
_EXCLAMATION = re.compile("[!！¡‼⁉]")
_SENTENCE_END = re.compile(r"""(?<=[.!?…])["”’'»)]*\s+|\n""")
_WORD = re.compile(r"\S*?[^\W_]\S*")
_JOINERS = frozenset("\u200c\u200d")
"""Persian, Kurdish and others need them inside words."""
_FOREIGN_SPACES = frozenset("\u00a0\u202f")
"""French sets them before : ; ? and inside quotation marks."""


def check_numbers(inspection: Inspection) -> Iterator[Issue]:
    """No number stands in an English text: each is a fact."""
    for written in inspection.sources:
        for number in numbers_in(written.text) if written.kind != "keywords" else ():
            sentence = f'The number "{number}" stands in the text, where nobody sees its source or its age.'
            mend = "Put it into facts.yaml and write its name here: {deadline.appeal}. 9ter or Annex are a {term.…}."
            yield _issue(inspection, Code.PROSE_NUMBER, written, (number, sentence, mend))


def numbers_in(text: str) -> list[str]:
    """Return the runs of digits and numerals outside placeholders."""
    runs: list[str] = []
    for part, is_name in split_placeholders(text):
        if not is_name and any(map(str.isnumeric, set(part))):  # a quick look first: there are millions of letters
            signs = "".join(sign if unicodedata.category(sign).startswith("N") else " " for sign in part)
            runs += signs.split()
    return runs


def check_addresses(inspection: Inspection) -> Iterator[Issue]:
    """No web or e-mail address stands in a text: each is a fact."""
    for written in inspection.suspects(_HINT.search):
        for address in _ADDRESS.findall(_without_names(written)):
            sentence = f'The address "{address}" stands in the text, where it cannot be checked or tapped.'
            mend = "Put it into facts.yaml and write its name here: {link.return_desk}, {email.stateless}."
            yield _issue(inspection, Code.PROSE_ADDRESS, written, (address, sentence, mend))


def check_exclamations(inspection: Inspection) -> Iterator[Issue]:
    """No text has an exclamation mark, in any language."""
    for written in inspection.suspects(_EXCLAMATION.search):
        found = _EXCLAMATION.search(written.text)
        if found:
            sentence = "An exclamation mark sounds like an order or an advertisement."
            yield _issue(inspection, Code.PROSE_EXCLAMATION, written, (found.group(), sentence, "Write a full stop."))


def check_invisible(inspection: Inspection) -> Iterator[Issue]:
    """No text holds characters that nobody can see."""
    for written in inspection.suspects(_has_invisible):
        for sign in dict.fromkeys(written.text):
            if _is_invisible(sign, written):
                name = "tab" if sign == "\t" else unicodedata.name(sign, f"U+{ord(sign):04X}").lower()
                sentence = f"An invisible character stands here ({name}); it breaks searching and copying."
                mend = "Delete the words around it and type them again."
                if not written.mark.file.endswith(".po"):
                    mend = "Run: wegwijs check --fix. Or delete the words around it and type them again."
                yield _issue(inspection, Code.PROSE_INVISIBLE, written, (sign, sentence, mend))


def _has_invisible(text: str) -> bool:
    return not text.replace("\n", " ").isprintable()


def _is_invisible(sign: str, written: Written) -> bool:
    if sign in "\n ":
        return False
    if written.locale != SOURCE_LOCALE and (sign in _JOINERS or sign in _FOREIGN_SPACES or sign in CONTROLS):
        return False
    return unicodedata.category(sign) in {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"}


def check_sentences(inspection: Inspection) -> Iterator[Issue]:
    """No English sentence is longer than 25 words; each entry of a list counts by itself."""
    for written in inspection.sources:
        if written.kind not in {"text", "phrase", "profile"}:
            continue
        for sentence in split_sentences(written.text):
            count = count_words(sentence)
            if count > MAX_WORDS:
                beginning = " ".join(sentence.split()[:4])
                words = f'The sentence "{beginning} …" has {count} words; at most {MAX_WORDS} can be read at once.'
                fragment = " ".join(sentence.split()[:2])
                mend = "Make two sentences of it, each with one idea."
                yield _issue(inspection, Code.PROSE_LONG_SENTENCE, written, (fragment, words, mend))


@lru_cache(maxsize=8192)
def split_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text; a paragraph or an entry of a list ends one."""
    return tuple(part.strip() for part in _SENTENCE_END.split(plain_words(text)) if part and part.strip())


def count_words(sentence: str) -> int:
    """Return how many words a sentence has; a fact counts as one."""
    return len(_WORD.findall(sentence))


def _without_names(written: Written) -> str:
    return "".join("" if is_name else part for part, is_name in split_placeholders(written.text))


def _issue(inspection: Inspection, code: Code, written: Written, words: tuple[str, str, str]) -> Issue:
    fragment, sentence, mend = words
    return error(code, locate(inspection.reading, written.mark, fragment), sentence, mend)
