"""All loaded content, frozen: what a conversation is made from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.content.audio import Recording
from bot.content.gazetteer import Area
from bot.content.keys import Keys
from bot.content.model import Bot, Campaign, Fact, Flow, Notice, Place, Source, Step, Term
from bot.content.phrases import Phrase, fill
from bot.content.talks import Talk
from bot.content.texts import step_context
from bot.i18n.catalogues import SourceText, Translated
from bot.i18n.ledger import State
from bot.i18n.locales import SOURCE_LOCALE
from bot.settings import Review


@dataclass(frozen=True, eq=False, repr=False, slots=True, weakref_slot=True)
class Library:
    """All loaded content. `texts` maps locale -> context -> text; English is in it like any other.

    `moved` maps former step ids to today's; `content_date` is the newest date in the content;
    `require_review` says which pages need a translation that a person has reviewed (setting REQUIRE_REVIEW);
    `recordings` maps (locale, step) to the recording that fits its words today; the sound itself is not in it.
    """

    bot: Bot
    flows: Mapping[str, Flow]
    steps: Mapping[str, Step]
    facts: Mapping[str, Fact]
    sources: Mapping[str, Source]
    glossary: Mapping[str, Term]
    places: Mapping[str, Place]
    notices: Mapping[str, Notice]
    campaigns: Mapping[str, Campaign]
    questions: Mapping[str, str]
    areas: tuple[Area, ...]
    talks: tuple[Talk, ...]
    source_texts: Mapping[str, SourceText]
    texts: Mapping[str, Mapping[str, Translated]]
    keys: Keys
    moved: Mapping[str, str]
    content_date: date
    revision: str
    require_review: Review = "none"
    recordings: Mapping[tuple[str, str], Recording] = field(default_factory=dict)

    def __repr__(self) -> str:
        """Name the library by its revision: the whole would fill megabytes of a log."""
        return f"Library(revision={self.revision!r})"

    @property
    def locales(self) -> tuple[str, ...]:
        """The languages the bot speaks, in the order of bot.yaml."""
        return tuple(self.bot.locales)

    def chain(self, locale: str) -> Iterator[str]:
        """Yield the language, its fallbacks, and English."""
        yield locale
        known = self.bot.locales.get(locale)
        if known:
            yield from known.fallback
        if locale != SOURCE_LOCALE:
            yield SOURCE_LOCALE

    def find_text(self, locale: str, context: str) -> Translated | None:
        """Return a text in just this language, or None if it is missing there."""
        found = self.texts.get(locale, {}).get(context)
        return None if found is None or found.state is State.MISSING else found

    def text(self, locale: str, context: str) -> str:
        """Return a text in the language or the nearest fallback that has it.

        Raises:
            KeyError: no text has this context.
        """
        for candidate in self.chain(locale):
            found = self.find_text(candidate, context)
            if found:
                return found.text
        return self.source_texts[context].text

    def say(self, locale: str, phrase: Phrase, **values: str) -> str:
        """Return one of the bot's own words, filled in."""
        return fill(self.text(locale, f"interface.{phrase.value}"), values)

    def step_states(self, step: Step, locale: str) -> frozenset[State]:
        """Return the states of all parts of a page in a language."""
        contexts = [step_context(step, "title"), step_context(step, "text")]
        contexts += [step_context(step, f"option.{option.slug}") for option in step.options]
        known = self.texts.get(locale, {})
        return frozenset(known[context].state if context in known else State.MISSING for context in contexts)

    def needs_review(self, step: Step) -> bool:
        """Tell whether this page may be shown only in translations that a person has reviewed."""
        if self.flows[step.flow].review == "required" or self.require_review == "all":
            return True
        return self.require_review == "critical" and step.sensitivity == "red"

    def is_readable(self, step: Step, locale: str) -> bool:
        """Tell whether a page can be shown in a language: whole, and reviewed where that is demanded."""
        if locale == SOURCE_LOCALE:
            return True
        states = self.step_states(step, locale)
        if State.MISSING in states:
            return False
        return not self.needs_review(step) or states <= {State.REVIEWED, State.HUMAN}

    def find_step(self, identifier: str) -> Step | None:
        """Return a step by its id of today or a former one."""
        return self.steps.get(self.moved.get(identifier, identifier))
