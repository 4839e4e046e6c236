"""The short line under a page: draft or confirmed, from when, and how it was translated."""

from datetime import date

from bot.content.ages import Age, confirmed
from bot.content.library import Library
from bot.content.model import Flow, Source, Step
from bot.content.phrases import Phrase
from bot.content.remembering import remembered
from bot.content.signing import is_signed_off
from bot.dialogue.messages import Block, plain_block
from bot.i18n.bidi import isolate_name
from bot.i18n.formats import format_day, format_partial_date
from bot.i18n.ledger import State
from bot.i18n.locales import SOURCE_LOCALE


@remembered
def state_blocks(library: Library, step_id: str, locale: str, age: Age, words_locale: str = "") -> tuple[Block, ...]:
    """Return what a reader must know of this page's truth, in one line, in their language.

    `words_locale` is the language of the page itself, where that is another.
    """
    shown = words_locale or locale
    step = library.steps[step_id]
    parts = [say_sign_off(library, library.flows[step.flow], locale), _origin(library, step, locale)]
    if age is Age.OVERDUE:
        parts.append(library.say(locale, Phrase.OVERDUE))
    if shown != SOURCE_LOCALE:
        states = library.step_states(step, shown)
        if State.OUTDATED in states:
            parts.append(library.say(locale, Phrase.OUTDATED))
        if State.MACHINE in states:
            parts.append(library.say(locale, Phrase.MACHINE))
    return (plain_block("state", " ".join(part for part in parts if part), locale),)


def say_sign_off(library: Library, flow: Flow, locale: str, draft: Phrase = Phrase.DRAFT) -> str:
    """Return who confirmed a flow and when, or that nobody did."""
    if flow.signed_off is None or not is_signed_off(library, flow):
        return library.say(locale, draft)
    day = isolate_name(format_day(flow.signed_off.date, locale), locale)
    return library.say(locale, Phrase.SIGNED_OFF, role=isolate_name(flow.signed_off.role, locale), date=day)


def _origin(library: Library, step: Step, locale: str) -> str:
    """Say from when the oldest source is; nothing for a page that states nothing."""
    sources = [library.sources[name] for name in step.sources if name in library.sources]
    if not sources:
        return ""
    flow = library.flows[step.flow]
    checks = [day for day in (_checked(source, flow.checked) for source in sources) if day]
    if len(checks) == len(sources):
        return library.say(locale, Phrase.SOURCE_CHECKED, date=isolate_name(format_day(min(checks), locale), locale))
    dated = [source.date for source in sources if source.date]
    if dated:
        oldest = isolate_name(format_partial_date(min(dated), locale), locale)
        return library.say(locale, Phrase.SOURCE_DATED, date=oldest)
    seen = min(day for day in map(confirmed, sources) if day)
    month = isolate_name(format_partial_date(seen.isoformat()[:7], locale), locale)
    return library.say(locale, Phrase.SOURCE_UNDATED, date=month)


def _checked(source: Source, flow_checked: date | None) -> date | None:
    days = [day for day in (source.checked, flow_checked) if day]
    return max(days) if days else None
