from bot.content.issues import Severity
from bot.content.library import Library
from bot.content.reader import Reading
from bot.dialogue.checking import check_content
from bot.i18n.locales import SOURCE_LOCALE

FEWEST_TERMS = 30


def test_the_shipped_content_has_no_error(shipped_reading: Reading) -> None:
    errors = [issue for issue in check_content(shipped_reading) if issue.severity is Severity.ERROR]
    assert errors == []


def test_every_language_is_held_to_one_word_for_most_terms(shipped_reading: Reading, library: Library) -> None:
    bases = shipped_reading.term_bases
    held = {locale: len(bases.get(locale, {}).keys() & library.glossary.keys()) for locale in library.locales}
    del held[SOURCE_LOCALE]
    assert {locale: count for locale, count in held.items() if count < FEWEST_TERMS} == {}
