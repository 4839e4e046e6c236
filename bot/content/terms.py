"""Which difficult words a page uses."""

import re
from functools import lru_cache

from bot.content.library import Library
from bot.content.model import Term
from bot.content.remembering import remembered


@remembered
def terms_of(library: Library, step_id: str) -> tuple[Term, ...]:
    """Return the terms of the glossary that a step's English words use, in the order of the glossary.

    The English decides for every language: the page and its words are the same everywhere.
    """
    step = library.steps[step_id]
    words = f"{step.title}\n{step.text}"
    return tuple(term for term in library.glossary.values() if _is_used((term.term, *term.also), words))


@lru_cache(maxsize=32768)  # by the words, so that a library read anew after an edit finds them again
def _is_used(forms: tuple[str, ...], words: str) -> bool:
    return _pattern(forms).search(words) is not None


@lru_cache(maxsize=1024)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    words = (r"\s+".join(map(re.escape, form.split())) for form in forms)
    return re.compile(rf"\b(?:{'|'.join(words)})(?:s|es)?\b", re.IGNORECASE)
