"""The length of a translation beside its English: twice as long or a third of it, something was added or left out."""

from collections.abc import Iterator

from bot.content.checks.codes import Code
from bot.content.checks.inspection import Inspection
from bot.content.checks.widths import letter_width
from bot.content.issues import Issue, warning
from bot.i18n.locales import LANGUAGES

MIN_LETTERS = 60
"""Shorter texts can double or halve by a single word."""
MOST, LEAST = 2.0, 0.4
"""Of the width of the English. All translations into our first four languages lie between 0.5 and 1.7."""
_SCALES = {code: letter_width(language.own_name[-1]) / letter_width("a") for code, language in LANGUAGES.items()}
"""How much wider the letters of a language are than those of English: 2 of them can say as much as 3."""


def check_sizes(inspection: Inspection) -> Iterator[Issue]:
    """No translation is more than twice as long as its English, or less than half."""
    for written in inspection.translations:
        if written.kind == "keywords" or len(written.source.text) < MIN_LETTERS:
            continue
        ratio = len(written.text) / len(written.source.text) * _SCALES[written.locale]
        if ratio > MOST or ratio < LEAST:
            what = "more than twice as long as" if ratio > MOST else "less than half as long as"
            sentence = f"The translation is {what} the English. Something may have been {_done(ratio)}."
            mend = "Compare the two. If the translation is right, nothing has to be done."
            yield warning(Code.TRANSLATION_LENGTH, written.mark, sentence, mend)


def _done(ratio: float) -> str:
    return "added" if ratio > MOST else "left out"
