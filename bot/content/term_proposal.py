"""Proposes a term base from the translations there are, for a person to correct."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from bot.content.library import Library
from bot.content.term_base import TermFinder, has_words

SHORTEST = 3
"""Letters of a beginning of a word that is proposed: a shorter one would stand in every text."""
_MOST_PHRASE = 3
_WORD = re.compile(r"[^\W\d_]+")
_HEAD = """\
# The word for each term of glossary.yaml. Proposed from the translations by wegwijs translations terms; a speaker has
# to correct it. Beginnings of words; with commas, each is right. Format: docs/editors.md
"""


def propose(library: Library, locale: str) -> str:
    """Return a term base as a file, with how many texts have each word; a term without a clear word is a comment."""
    finder = TermFinder(library.glossary)
    pairs = [
        (finder.find(source.text), library.texts[locale][context].text)
        for context, source in library.source_texts.items()
        if not context.endswith(".keywords") and library.find_text(locale, context)
    ]
    lines = [_HEAD]
    for name, term in library.glossary.items():
        having = [text for terms, text in pairs if name in terms]
        others = [text for terms, text in pairs if name not in terms]
        official = re.split(r"[()/,]", term.official.get(locale, ""))
        own = library.find_text(locale, f"glossary.{name}.term")
        words = _best([*official, own.text if own else ""], having, others)
        if words:
            found = sum(has_words([words], text) for text in having)
            lines.append(f"\n{name}:   # {term.term}: in {found} of {len(having)} texts\n  words: {words}\n")
        else:
            lines.append(f'\n# {name}: no clear word for "{term.term}" in {len(having)} texts\n')
    return "".join(lines)


def _best(given: Iterable[str], having: Sequence[str], others: Sequence[str]) -> str:
    """Return what stands in most of the texts that have the term, and in few others; a given word wins a draw."""
    known = [" ".join(_WORD.findall(word)) for word in given]
    candidates = [*dict.fromkeys(word for word in known if len(word) >= SHORTEST), *_frequent(having)]
    scored = [(_score(word, having, others), -place, word) for place, word in enumerate(candidates)]
    score, _, word = max(scored, default=(0.0, 0, ""))
    return word if score > 0 else ""


def _frequent(texts: Sequence[str]) -> list[str]:
    """Return runs of one to three words, and the beginnings of single ones, that stand in most of the texts."""
    counted: Counter[str] = Counter()
    for text in texts:
        words = [word.casefold() for word in _WORD.findall(text)]
        runs = {
            " ".join(words[start : start + length])
            for length in range(1, _MOST_PHRASE + 1)
            for start in range(len(words) - length + 1)
        }
        runs |= {word[:length] for word in words for length in range(SHORTEST + 1, len(word))}
        counted.update(run for run in runs if len(run) > SHORTEST)
    most = [run for run, count in counted.most_common(200) if 2 * count > len(texts)]
    return sorted(most, key=len, reverse=True)


def _score(word: str, having: Sequence[str], others: Sequence[str]) -> float:
    """Return the share of texts with the term that have the word, less the share of all others that have it too."""
    inside = sum(has_words([word], text) for text in having) / max(len(having), 1)
    outside = sum(has_words([word], text) for text in others) / max(len(others), 1)
    return inside - 2 * outside
