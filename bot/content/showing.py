"""Showing a page to somebody who reads another language: the language travels in the button, as an answer."""

from bot.i18n.locales import LANGUAGES

SHOWN_QUESTION = "shown"
"""No step asks it; the choice of a language to show does."""


def shown_identifiers() -> list[str]:
    """Return the ids that such buttons carry: the question, and each language as an answer."""
    return [f"question:{SHOWN_QUESTION}", *(f"answer:{locale}" for locale in LANGUAGES)]
