"""Lengths: what fits on a small phone, and what Telegram takes."""

from collections.abc import Iterator, Mapping

from bot.content.checks.codes import Code
from bot.content.checks.filling import fill_shown, longest_filled
from bot.content.checks.inspection import Inspection
from bot.content.checks.written import TextKind, Written
from bot.content.issues import Issue, error
from bot.content.markup import plain_words
from bot.content.texts import BUTTON_LIMIT, TEXT_LIMIT, TITLE_LIMIT
from bot.i18n.locales import SOURCE_LOCALE

COMMAND_LIMIT = 256
"""Characters of a command's description that Telegram takes (setMyCommands)."""
_ENGLISH: Mapping[TextKind, int] = {"button": BUTTON_LIMIT, "title": TITLE_LIMIT, "text": TEXT_LIMIT}
_TRANSLATED: Mapping[TextKind, int] = {"button": 60, "title": 90, "text": 1400}
_NAMES: Mapping[TextKind, tuple[Code, str]] = {
    "button": (Code.LIMIT_BUTTON, "The words on a button"),
    "title": (Code.LIMIT_TITLE, "A heading"),
    "text": (Code.LIMIT_TEXT, "A page"),
    "profile": (Code.LIMIT_PROFILE, "This text in Telegram's profile"),
    "phrase": (Code.LIMIT_PROFILE, "The description of a command in Telegram's list"),
}
_MENDS: Mapping[TextKind, str] = {
    "button": "Say it with fewer words; a small phone cuts the rest off.",
    "title": "Say it with fewer words.",
    "text": "Split it into two pages, or leave out what the next page says.",
    "profile": "Shorten it; Telegram refuses more.",
    "phrase": "Shorten it; Telegram refuses more.",
}


def check_lengths(inspection: Inspection) -> Iterator[Issue]:
    """Buttons, headings, pages and profile texts are short enough, with their facts filled in."""
    for written in inspection.texts:
        limit = limit_of(written)
        if not limit or longest_filled(inspection.library, written.text) <= limit:
            continue
        filled = fill_shown(inspection.library, written.text, written.locale)
        length = len(plain_words(filled) if written.kind == "text" else filled)
        if length > limit:
            code, name = _NAMES[written.kind]
            sentence = f"{name} can have {limit} characters; this one has {length}"
            sentence += ", with its facts filled in." if "{" in written.text else "."
            yield error(code, written.mark, sentence, _MENDS[written.kind])


def limit_of(written: Written) -> int:
    """Return how many characters a text may have; 0 for those without a limit."""
    if written.kind == "profile":
        return written.source.limit
    if written.source.context.startswith("interface.command-"):
        return COMMAND_LIMIT
    limits = _ENGLISH if written.locale == SOURCE_LOCALE else _TRANSLATED
    return limits.get(written.kind, 0)
