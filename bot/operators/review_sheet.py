"""One flow as a printed sheet that a lawyer or a return counsellor can sign or correct."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.content.ages import share_of_interval, sources_of
from bot.content.confidence import GRAVE, SLIGHT, Confidence, evidence_of, weigh
from bot.content.issues import Mark
from bot.content.library import Library
from bot.content.model import Fact, Flow, Option, Source, Step
from bot.content.signing import facts_shown, flow_fingerprint
from bot.content.statements import Statement, statements_of
from bot.dialogue.words import fill_facts
from bot.i18n.formats import format_day, format_partial_date
from bot.i18n.locales import SOURCE_LOCALE
from bot.operators.review_status import standing_of

KINDS = {
    "law": "law",
    "official": "official page",
    "court": "court",
    "organisation": "organisation",
    "press": "press",
}
SENSITIVITIES = {"green": "green: public", "yellow": "yellow: protection", "red": "red: personal or political"}
_TEMPLATES = Environment(
    loader=PackageLoader("bot.operators"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
    lstrip_blocks=True,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A source or a fact as a line of the sheet: its days in words, and whether it is past its review interval."""

    entry: Source | Fact
    date: str
    seen: str
    checked: str
    is_overdue: bool
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement with its number and what stands behind it."""

    number: str
    statement: Statement
    facts: tuple[Row, ...]
    confidence: Confidence | None


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: its words, where it leads, and when it is shown."""

    text: str
    target: str
    condition: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the flow; `sources` are labelled through the whole sheet."""

    step: Step
    number: int
    title: str
    mark: Mark
    condition: str
    statements: tuple[Stated, ...]
    other_facts: tuple[Row, ...]
    sources: Mapping[str, Row]
    choices: tuple[Choice, ...]


def write_sheet(library: Library, flow: Flow, marks: Mapping[str, Mark], today: date) -> str:
    """Return the whole HTML of a flow's sheet.

    Args:
        library: all content.
        flow: the flow.
        marks: where each step stands, by its id.
        today: the day of printing; ages are those of this day.
    """
    return _TEMPLATES.get_template("sheet.html").render(
        name=library.bot.name,
        flow=flow,
        hash=flow_fingerprint(library, flow.flow),
        standing=standing_of(library, flow),
        content_date=format_day(library.content_date, SOURCE_LOCALE),
        today=format_day(today, SOURCE_LOCALE),
        checked=_day(flow.checked),
        pages=list(_Writer(library, flow, today).pages(marks)),
        grave=GRAVE,
        slight=SLIGHT,
        kinds=KINDS,
        sensitivities=SENSITIVITIES,
    )


class _Writer:
    """Turns the steps of one flow into pages of a sheet, and numbers the sources as they come."""

    def __init__(self, library: Library, flow: Flow, today: date) -> None:
        self._library, self._flow, self._today = library, flow, today
        self._labels: dict[str, str] = {}

    def pages(self, marks: Mapping[str, Mark]) -> Iterator[Page]:
        """Yield the pages in the order of the file."""
        for number, step in enumerate(self._flow.steps.values(), 1):
            facts = facts_shown(self._library, step)
            sources = {self._label(source): self._row(source) for source in evidence_of(self._library, step, facts)}
            statements = tuple(self._stated(step, number))
            told = {fact.id for one in statements for fact in one.statement.facts}
            yield Page(
                step=step,
                number=number,
                title=fill_facts(self._library, step.title, SOURCE_LOCALE),
                mark=marks[step.id],
                condition=_condition(step.when),
                statements=statements,
                other_facts=tuple(self._row(fact) for fact in facts if fact.id not in told),
                sources=sources,
                choices=tuple(self._choice(option) for option in step.options),
            )

    def _stated(self, step: Step, page: int) -> Iterator[Stated]:
        for number, statement in enumerate(statements_of(self._library, step), 1):
            facts = tuple(self._row(fact) for fact in statement.facts)
            confidence = weigh(self._library, step, statement.facts, self._today)
            yield Stated(f"{page}.{number}", statement, facts, confidence)

    def _label(self, source: Source) -> str:
        return self._labels.setdefault(source.id, f"S{len(self._labels) + 1}")

    def _row(self, entry: Source | Fact) -> Row:
        named = sources_of(self._library, entry) if isinstance(entry, Fact) else ()
        dated = entry.date if isinstance(entry, Source) else None
        return Row(
            entry=entry,
            date=format_partial_date(dated, SOURCE_LOCALE) if dated else "",
            seen=_day(entry.seen),
            checked=_day(entry.checked),
            is_overdue=share_of_interval(entry, self._flow, self._today) > 1,
            labels=tuple(self._label(source) for source in named),
        )

    def _choice(self, option: Option) -> Choice:
        text = fill_facts(self._library, option.text, SOURCE_LOCALE)
        return Choice(text, self._target(option), _condition(option.when))

    def _target(self, option: Option) -> str:
        if option.places:
            return f"places: {self._library.bot.kinds[option.places].text}"
        goal = self._library.find_step(option.to or "")
        return f"{goal.title} ({goal.id})" if goal else ""


def _day(day: date | None) -> str:
    return format_day(day, SOURCE_LOCALE) if day else ""


def _condition(when: Mapping[str, Iterable[str]]) -> str:
    """Return "home is none or not-given" for the conditions of a step or an option."""
    return " and ".join(f"{question} is {' or '.join(answers)}" for question, answers in when.items())
