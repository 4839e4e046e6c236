"""The length of a translation beside its English: twice as long or a third of it, something was added or left out."""

from collections.abc import Iterator

from bot.content.checks.codes import Code
from bot.content.checks.inspection import Inspection
from bot.content.checks.widths import width_of
from bot.content.issues import Issue, warning

MIN_LETTERS = 60
"""Shorter texts can double or halve by a single word."""
MOST, LEAST = 2.0, 0.4
"""Of the width of the English. All translations into our first four languages lie between 0.5 and 1.7."""


def check_sizes(inspection: Inspection) -> Iterator[Issue]:
    """No translation is more than twice as long as its English, or less than half."""
    for written in inspection.translations:
        if written.kind == "keywords" or len(written.source.text) < MIN_LETTERS:
            continue
        if 0.9 < len(written.text) / len(written.source.text) < 1.3:  # noqa: PLR2004 - surely neither, in any script
            continue
        ratio = width_of(written.text) / width_of(written.source.text)
        if ratio > MOST or ratio < LEAST:
            what = "more than twice as long as" if ratio > MOST else "less than half as long as"
            sentence = f"The translation is {what} the English. Something may have been {_done(ratio)}."
            mend = "Compare the two. If the translation is right, nothing has to be done."
            yield warning(Code.TRANSLATION_LENGTH, written.mark, sentence, mend)


def _done(ratio: float) -> str:
    return "added" if ratio > MOST else "left out"
