"""Terms: one word for one thing, in every language that has a term base."""

from collections.abc import Iterator

from bot.content.checks.codes import Code
from bot.content.checks.filling import fill_shown
from bot.content.checks.inspection import Inspection
from bot.content.issues import Issue, Mark, error, warning
from bot.content.marks import suggest
from bot.content.term_base import find_terms, has_words
from bot.i18n.ledger import State
from bot.i18n.locales import LANGUAGES


def check_words(inspection: Inspection) -> Iterator[Issue]:
    """A translation has the official word of its language wherever the English has the term."""
    bases = inspection.reading.term_bases
    glossary = inspection.library.glossary
    for written in inspection.translations:
        base = bases.get(written.locale)
        if not base or written.kind == "keywords" or written.state is State.OUTDATED:
            continue
        for term in sorted(find_terms(glossary, written.source.text) & base.keys()):
            entry = base[term]
            shown = fill_shown(inspection.library, written.text, written.locale)  # {term.…} puts the word in itself
            if written.source.context in entry.excuses or has_words(entry.words, shown):
                continue
            name = LANGUAGES[written.locale].own_name
            words = " or ".join(f'"{word}"' for word in entry.words)
            sentence = f'The English says "{glossary[term].term}"; the word for it in {name} begins with {words}.'
            file = f"terms/{written.locale}.yaml"
            mend = f"Use that word. If another is right here, name {written.source.context} in {file} under except."
            yield warning(Code.TERM_OTHER, written.mark, sentence, mend)


def check_entries(inspection: Inspection) -> Iterator[Issue]:
    """Every term base is for a language of the bot, and every entry of it for a term and texts that exist."""
    library = inspection.library
    for locale, base in inspection.reading.term_bases.items():
        if locale not in library.locales:
            sentence = f'The bot does not speak "{locale}", so this file is never used.'
            yield error(Code.TERM_UNKNOWN, Mark(f"terms/{locale}.yaml"), sentence, suggest(locale, library.locales))
        for name, entry in base.items() if inspection.is_whole else ():
            if name not in library.glossary:
                sentence = f'There is no term "{name}" in glossary.yaml.'
                mark = inspection.mark(f"words-{locale}:{name}")
                yield error(Code.TERM_UNKNOWN, mark, sentence, suggest(name, library.glossary))
            for context in entry.excuses:
                if context not in library.source_texts:
                    sentence = f'There is no text "{context}".'
                    mark = inspection.mark(f"words-{locale}:{name}", "except")
                    yield error(Code.TERM_UNKNOWN, mark, sentence, suggest(context, library.source_texts))
