"""Reading: the sentences of a page are short on average, and its words too."""

import re
from collections.abc import Iterator

from bot.content.checks.codes import Code
from bot.content.checks.inspection import Inspection
from bot.content.checks.prose import count_words, split_sentences
from bot.content.checks.written import Written, locate
from bot.content.issues import Issue, Mark, warning

MAX_AVERAGE = 14
"""Words of a sentence, over a whole page; docs/editors.md says why."""
MAX_LIX = 40
"""Up to 40 is easy to read; newspapers have about 50, laws 60. LIX needs no syllables, so no dictionary of them."""
MIN_WORDS = 20
"""Of fewer words no average says anything."""
_LONG_WORD = re.compile(r"(?<![\w{.])[^\W\d_]{7,}")
"""LIX calls a word of seven letters long; the name of a fact is none."""


def check_average(inspection: Inspection) -> Iterator[Issue]:
    """The sentences of a page have at most 14 words on average."""
    for written, sentences in _pages(inspection):
        average = sum(map(count_words, sentences)) / len(sentences)
        if average > MAX_AVERAGE:
            longest = max(sentences, key=count_words)
            sentence = (
                f"The sentences of this page have {average:.0f} words on average; {MAX_AVERAGE} are easy to read. "
            )
            sentence += f'The longest begins with "{_beginning(longest)} …".'
            mark = _mark(inspection, written, longest)
            yield warning(Code.PROSE_AVERAGE, mark, sentence, "Make two of the longest one, each with one idea.")


def check_words(inspection: Inspection) -> Iterator[Issue]:
    """A page has few long words for the length of its sentences."""
    for written, sentences in _pages(inspection):
        score = lix(sentences)
        if score > MAX_LIX:
            hardest = max(sentences, key=lambda sentence: lix((sentence,)))
            sentence = f"This page is hard to read (LIX {score:.0f}; up to {MAX_LIX} is easy). "
            sentence += f'The hardest sentence begins with "{_beginning(hardest)} …".'
            mend = "Take shorter words and shorter sentences; explain an official word once, then use the plain one."
            yield warning(Code.PROSE_HARD, _mark(inspection, written, hardest), sentence, mend)


def lix(sentences: tuple[str, ...]) -> float:
    """Return how hard sentences are to read: words of a sentence, plus long words of a hundred."""
    words = sum(map(count_words, sentences))
    long_words = sum(len(_LONG_WORD.findall(sentence)) for sentence in sentences)
    return words / len(sentences) + 100 * long_words / words


def _pages(inspection: Inspection) -> Iterator[tuple[Written, tuple[str, ...]]]:
    for written in inspection.sources:
        if written.kind == "text" and written.source.domain in inspection.library.flows:
            sentences = tuple(filter(count_words, split_sentences(written.text)))
            if sum(map(count_words, sentences)) >= MIN_WORDS:
                yield written, sentences


def _beginning(sentence: str) -> str:
    return " ".join(sentence.split()[:4])


def _mark(inspection: Inspection, written: Written, sentence: str) -> Mark:
    return locate(inspection.reading, written.mark, " ".join(sentence.split()[:2]))
