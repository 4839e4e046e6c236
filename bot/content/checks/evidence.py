"""Facts and sources: each well formed, each known, each used, and enough of them where a mistake harms."""

from collections.abc import Iterator

from bot.content.checks.codes import Code
from bot.content.checks.filling import faults_of
from bot.content.checks.inspection import Inspection
from bot.content.checks.written import locate
from bot.content.facts import FACTS_OF_THE_BOT
from bot.content.issues import Issue, Mark, error, note, warning
from bot.content.marks import suggest
from bot.content.phrases import placeholders
from bot.i18n.locales import LANGUAGES

_NONE = "none"


def check_values(inspection: Inspection) -> Iterator[Issue]:
    """Every fact has a value of its kind, in every language."""
    for fact in inspection.library.facts.values():
        for locale, fault in faults_of(fact).items():
            path = ("in", locale) if locale else ("value",)
            value = fact.local.get(locale, fact.value)
            mark = locate(inspection.reading, inspection.mark(f"fact:{fact.id}", *path), value)
            sentence = f'The value "{value}" of {fact.id} {fault}.'
            mend = "Compare it with its source; the kinds of facts stand in docs/editors.md."
            yield error(Code.FACT_VALUE, mark, sentence, mend)
        for locale in fact.local:
            if locale not in LANGUAGES:
                mark = inspection.mark(f"fact:{fact.id}", "in", locale)
                sentence = f'"{locale}" is no language this bot knows, so nobody will read this value.'
                yield error(Code.FACT_LOCALE, mark, sentence, suggest(locale, LANGUAGES))


def check_origins(inspection: Inspection) -> Iterator[Issue]:
    """Every fact but a term says where it comes from and when that was read."""
    for fact in inspection.library.facts.values():
        mark = inspection.mark(f"fact:{fact.id}")
        if fact.kind == "term":
            continue
        is_own = inspection.written(f"fact:{fact.id}", "sources") == _NONE
        if not fact.sources and not is_own:
            sentence = f"The fact {fact.id} does not say where it comes from, so nobody can check it."
            mend = 'Add the line "sources: …" with ids from sources.yaml.'
            yield error(Code.FACT_UNSOURCED, mark, sentence, mend)
        if fact.seen is None:
            sentence = f"The fact {fact.id} does not say when its source was read, so nobody knows how old it is."
            yield error(Code.FACT_UNSEEN, mark, sentence, 'Add the line "seen: …" with a day: 2026-11-21.')


def check_used_facts(inspection: Inspection) -> Iterator[Issue]:
    """Every fact is shown somewhere, and those that the bot itself shows are there."""
    if not inspection.is_whole:
        return
    library = inspection.library
    shown = {name for source in library.source_texts.values() for name in placeholders(source.text)}
    for name in library.facts:
        if name not in shown and name not in FACTS_OF_THE_BOT:
            sentence = f"No text shows {{{name}}}, but somebody has to keep it up to date."
            yield warning(Code.FACT_UNUSED, inspection.mark(f"fact:{name}"), sentence, "Use it, or remove it.")
    for name in FACTS_OF_THE_BOT:
        if name not in library.facts:
            sentence = f"The bot itself shows {{{name}}}, and it is not in facts.yaml."
            yield error(Code.FACT_MISSING, Mark("facts.yaml"), sentence, f'Add the entry "{name}:" with a value.')


def check_known_sources(inspection: Inspection) -> Iterator[Issue]:
    """Every source that is named stands in sources.yaml."""
    if inspection.is_broken("sources.yaml"):
        return
    known = inspection.library.sources
    for identifier, names in sources_by_entry(inspection).items():
        for name in names:
            if name not in known and f"source:{name}" not in inspection.reading.unreadable:
                mark = locate(inspection.reading, inspection.mark(identifier, "sources"), name)
                sentence = f'There is no source "{name}" in sources.yaml, so nobody can check this statement.'
                yield error(Code.SOURCE_UNKNOWN, mark, sentence, suggest(name, known))


def check_used_sources(inspection: Inspection) -> Iterator[Issue]:
    """Every source is named by somebody."""
    if not inspection.is_whole:
        return
    used = {name for names in sources_by_entry(inspection).values() for name in names}
    for name in inspection.library.sources:
        if name not in used:
            sentence = f'No statement comes from "{name}".'
            mend = "Name it where it was used, or remove it."
            yield note(Code.SOURCE_UNUSED, inspection.mark(f"source:{name}"), sentence, mend)


def sources_by_entry(inspection: Inspection) -> dict[str, tuple[str, ...]]:
    """Return for each step, fact, term and notice the sources it names."""
    library = inspection.library
    named = {f"step:{step.id}": step.sources for step in inspection.steps()}
    named |= {f"fact:{fact.id}": fact.sources for fact in library.facts.values()}
    named |= {f"term:{term.id}": term.sources for term in library.glossary.values()}
    return named | {f"notice:{notice.id}": notice.sources for notice in library.notices.values()}
