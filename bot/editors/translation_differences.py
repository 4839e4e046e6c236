"""Which translations a change makes outdated or leaves missing, and which were written or reviewed, per language."""

from collections import Counter
from collections.abc import Iterator

from bot.editors.changes import Change, Chapter, Subject
from bot.editors.page_differences import Both
from bot.i18n.ledger import State
from bot.i18n.locales import LANGUAGES, SOURCE_LOCALE

_BECAME = {
    State.OUTDATED: "Outdated from now on",
    State.MISSING: "Missing",
    State.MACHINE: "Drafted by machine, unread",
    State.HUMAN: "Written by a person",
    State.REVIEWED: "Reviewed",
}
_UNFIT = "The recording no longer fits the words of the page, and is not played."


def compare_translations(both: Both, left_out: frozenset[str]) -> Iterator[Chapter]:
    """Yield how the state of translations changes in each language, with numbers for each topic.

    Languages in which the same changes stand together.
    """
    alike: dict[tuple[Change, ...], list[str]] = {}
    for locale in both.new.locales:
        changes = () if locale == SOURCE_LOCALE else tuple(_compare_locale(both, locale, left_out))
        if changes:
            alike.setdefault(changes, []).append(locale)
    subjects = [
        Subject(", ".join(LANGUAGES[locale].own_name for locale in locales), ", ".join(locales), changes)
        for changes, locales in alike.items()
    ]
    if subjects:
        yield Chapter("Translations", tuple(subjects))


def compare_recordings(both: Both, left_out: frozenset[str]) -> Iterator[Chapter]:
    """Yield the recordings that no longer fit the words of their pages; nothing while facts or topics are missing."""
    subjects = [
        Subject(f"{both.title(step)}, {LANGUAGES[locale].own_name}", f"{locale} {step}", (Change(_UNFIT),))
        for locale, step in both.old.recordings
        if (locale, step) not in both.new.recordings and not left_out
    ]
    if subjects:
        yield Chapter("Read aloud", tuple(subjects))


def _compare_locale(both: Both, locale: str, left_out: frozenset[str]) -> Iterator[Change]:
    became: dict[State, Counter[str]] = {state: Counter() for state in _BECAME}
    reworded: Counter[str] = Counter()
    old_texts, new_texts = both.old.texts.get(locale, {}), both.new.texts[locale]
    for context, source in both.new.source_texts.items():
        before, after = old_texts.get(context), new_texts[context]
        if f"flow:{source.domain}" in left_out or after == before:
            continue
        if before is None or before.state is not after.state:
            became[after.state][source.domain] += 1
        else:
            reworded[source.domain] += 1
    for state, words in _BECAME.items():
        if became[state]:
            yield Change(f"{words}: {_count(became[state])}.")
    if reworded:
        yield Change(f"Reworded: {_count(reworded)}.")
    yield from _lost_pages(both, locale, left_out)


def _lost_pages(both: Both, locale: str, left_out: frozenset[str]) -> Iterator[Change]:
    """Yield the pages that readers of a language had and have no more: one missing text takes its page away."""
    lost = [
        f'"{step.title}" ({step.id})'
        for step in both.new.steps.values()
        if f"flow:{step.flow}" not in left_out
        and step.id in both.old.steps
        and locale in both.old.locales
        and both.old.is_readable(both.old.steps[step.id], locale)
        and not both.new.is_readable(step, locale)
    ]
    if lost:
        yield Change(f"Not shown in this language until somebody translates or reviews it: {', '.join(lost)}.")


def _count(numbers: Counter[str]) -> str:
    """Return how many texts, and how many of each topic: "3 texts (paper 2, help 1)"."""
    topics = ", ".join(f"{domain} {number}" for domain, number in numbers.most_common())
    return f"{numbers.total()} {'text' if numbers.total() == 1 else 'texts'} ({topics})"
