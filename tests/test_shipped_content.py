"""What must be true of the content that this repository ships."""

import re

import pytest

from bot.content.issues import Severity
from bot.content.library import Library
from bot.content.reader import Reading
from bot.dialogue.checking import check_content
from bot.dialogue.words import step_blocks
from bot.i18n.bidi import strip_controls
from bot.i18n.locales import SOURCE_LOCALE

FEWEST_TERMS = 30


def test_the_shipped_content_has_no_error(shipped_reading: Reading) -> None:
    """The first thing that an operator runs."""
    errors = [issue for issue in check_content(shipped_reading) if issue.severity is Severity.ERROR]
    assert errors == []


def test_every_language_is_held_to_one_word_for_most_terms(shipped_reading: Reading, library: Library) -> None:
    bases = shipped_reading.term_bases
    held = {locale: len(bases.get(locale, {}).keys() & library.glossary.keys()) for locale in library.locales}
    del held[SOURCE_LOCALE]
    assert {locale: count for locale, count in held.items() if count < FEWEST_TERMS} == {}


def test_official_words_stand_in_every_language_of_papers(library: Library) -> None:
    """A reader of Dutch can hold a paper in French; no language drops a word that others show."""
    terms = [fact for fact in library.facts.values() if fact.kind == "term"]
    assert any(fact.local for fact in terms)
    dropped = [
        (fact.id, locale)
        for fact in terms
        for locale, value in fact.local.items()
        if not set(re.findall(r"\w+", fact.value)) <= set(re.findall(r"\w+", value))
    ]
    assert dropped == []


@pytest.mark.parametrize("locale", ["nl", "fr", "de"])
def test_no_page_says_an_official_name_twice(library: Library, locale: str) -> None:
    """As in "Dienst Vreemdelingenzaken (Dienst Vreemdelingenzaken)"."""
    twice = re.compile(r"\b(\w[\w’ ]*\w) ?[»”“]? \(\1\b", re.IGNORECASE)
    found = []
    for step in library.steps:
        words = strip_controls("\n".join(block.words for block in step_blocks(library, step, locale)))
        found += [f"{step}: {one[0]}" for one in twice.finditer(words)]
    assert found == []
