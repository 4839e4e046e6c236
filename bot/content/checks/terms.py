"""Terms: one word for one thing, in every language that has a term base."""

from collections.abc import Iterator
from functools import partial

from bot.content.checks.codes import Code
from bot.content.checks.filling import fill_shown
from bot.content.checks.inspection import Inspection
from bot.content.checks.written import Written
from bot.content.issues import Issue, Mark, error, warning
from bot.content.marks import suggest
from bot.content.term_base import TermFinder, TermWords, has_words, term_file, without_names
from bot.i18n.ledger import State
from bot.i18n.locales import LANGUAGES


def check_words(inspection: Inspection) -> Iterator[Issue]:
    """A translation has the official word of its language wherever the English has the term."""
    for group in inspection.groups:
        base = inspection.reading.term_bases.get(group.locale)
        if not base or group.is_source:
            continue
        finder = _finder(inspection)
        for written in group.texts:
            terms = finder.find(written.source.text) & base.keys()
            if terms and written.kind != "keywords" and written.state is not State.OUTDATED:
                for entry in map(base.__getitem__, sorted(terms)):
                    if written.source.context not in entry.excuses and not _has_words(inspection, written, entry):
                        yield _other_word(inspection, written, entry)


def _has_words(inspection: Inspection, written: Written, entry: TermWords) -> bool:
    if has_words(entry.words, without_names(written.text)):
        return True
    shown = fill_shown(inspection.library, written.text, written.locale)  # {term.…} puts the word in itself
    return has_words(entry.words, shown)


def glossary_key(inspection: Inspection) -> str:
    """Return what these checks can see of the glossary, the English words for each term, quick to compare."""
    return repr([(term.id, term.term, term.also) for term in inspection.library.glossary.values()])


def _finder(inspection: Inspection) -> TermFinder:
    key = ("terms", glossary_key(inspection))
    return inspection.reading.memo.recall(key, partial(TermFinder, inspection.library.glossary))


def _other_word(inspection: Inspection, written: Written, entry: TermWords) -> Issue:
    name = LANGUAGES[written.locale].own_name
    words = " or ".join(f'"{word}"' for word in entry.words)
    english = inspection.library.glossary[entry.id].term
    sentence = f'The English says "{english}"; the word for it in {name} begins with {words}.'
    file = term_file(written.locale)
    mend = f"Use that word. If another is right here, name {written.source.context} in {file} under except."
    return warning(Code.TERM_OTHER, written.mark, sentence, mend)


def check_entries(inspection: Inspection) -> Iterator[Issue]:
    """Every term base is for a language of the bot, and every entry of it for a term and texts that exist."""
    library = inspection.library
    for locale, base in inspection.reading.term_bases.items():
        if locale not in library.locales:
            sentence = f'The bot does not speak "{locale}", so this file is never used.'
            yield error(Code.TERM_UNKNOWN, Mark(term_file(locale)), sentence, suggest(locale, library.locales))
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
