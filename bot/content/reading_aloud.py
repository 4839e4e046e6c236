"""What a person reads aloud of a page, and which recordings still fit it.

A recording binds the title and the text of a page in its language, without style, with every fact filled in as
facts.yaml has it: a changed telephone number makes it wrong, a bold word does not. How a number is written for
readers may change with the program; what is said stays the same, so that is not bound.
"""

from collections.abc import Callable
from enum import StrEnum

from bot.content.audio import Recording, RecordingEntries, Sounds, sound_file
from bot.content.facts import show_fact
from bot.content.library import Library
from bot.content.markup import TextBlock, read_markup
from bot.content.model import Fact, Step
from bot.content.phrases import split_placeholders
from bot.content.texts import step_context
from bot.i18n.ledger import fingerprint

Say = Callable[[Fact], str]
_URGENCY = {"red": 0, "yellow": 1, "green": 2}


class Fit(StrEnum):
    """How a recording of a page stands to the page's words."""

    FITS = "fits"
    OUTDATED = "outdated"
    MISSING = "missing"


def words_mark(library: Library, step: Step, locale: str) -> str | None:
    """Return the hash of what is read aloud of a page, or None if the page is not in this language."""
    lines = _lines(library, step, locale, lambda fact: fact.local.get(locale, fact.value))
    return fingerprint("\n".join(lines)) if lines else None


def script(library: Library, step: Step, locale: str) -> str | None:
    """Return what is read aloud of a page as readers see it, a line a paragraph; None if it is not there."""
    lines = _lines(library, step, locale, lambda fact: show_fact(fact, locale).text)
    return "\n\n".join(lines) if lines else None


def fitting(library: Library, entries: RecordingEntries, sounds: Sounds) -> dict[tuple[str, str], Recording]:
    """Return every recording that may be played: (locale, step) -> recording; a step that moved takes its along."""
    found: dict[tuple[str, str], Recording] = {}
    for locale, recorded in entries.items():
        for name, entry in recorded.items():
            step, file = library.find_step(name), sound_file(locale, name)
            sound = sounds.get(file)
            if step is None or sound is None or sound.fault or sound.is_large or sound.digest != entry.sound:
                continue
            if locale in library.locales and words_mark(library, step, locale) == entry.words:
                found[locale, step.id] = Recording(locale, step.id, file, sound.digest, sound.seconds)
    return found


def fit_of(library: Library, entries: RecordingEntries, step: Step, locale: str) -> Fit:
    """Return how the recording of a page stands; one whose file is faulty counts as missing."""
    if (locale, step.id) in library.recordings:
        return Fit.FITS
    mark = words_mark(library, step, locale)
    named = [entry for name, entry in entries.get(locale, {}).items() if library.find_step(name) is step]
    return Fit.OUTDATED if any(entry.words != mark for entry in named) else Fit.MISSING


def by_importance(library: Library) -> list[Step]:
    """Return all pages, those first where a mistake harms most; then the emergency, then by the order of the menu."""
    targets = [library.bot.pages.emergency, *(entry.to for entry in library.bot.menu if entry.to)]
    named = (target.partition(".")[0] for target in targets)
    flows = list(dict.fromkeys([*(flow for flow in named if flow in library.flows), *library.flows]))
    steps = [step for flow in flows for step in library.flows[flow].steps.values()]
    return sorted(steps, key=lambda step: _URGENCY[step.sensitivity])


def _lines(library: Library, step: Step, locale: str, say: Say) -> list[str]:
    """Return the title and the blocks of the text; nothing if one of the two is not in this language.

    Nor is there anything to read on the page that names the last day: it is another one for each reader.
    """
    if step.counter == "result":
        return []
    title = library.find_text(locale, step_context(step, "title"))
    text = library.find_text(locale, step_context(step, "text"))
    if title is None or text is None:
        return []
    blocks = (_spoken(library, block, say) for block in read_markup(text.text))
    return [" ".join(line.split()) for line in (_fill(library, title.text, say), *blocks)]


def _spoken(library: Library, block: TextBlock, say: Say) -> str:
    return "".join(_value(library, span.name, say) if span.name else span.text for span in block.spans)


def _fill(library: Library, text: str, say: Say) -> str:
    return "".join(_value(library, part, say) if is_name else part for part, is_name in split_placeholders(text))


def _value(library: Library, name: str, say: Say) -> str:
    fact = library.facts.get(name)
    return say(fact) if fact else f"{{{name}}}"
