"""How well a statement is supported by the sources that we name: counted, never felt.

The rule, which the review sheet prints too. We look at the sources of the page and of the facts in the statement, and
note each doubt:

- grave: only press; a note of an editor says that sources differ or that something was not verified;
- slight: all sources are of one publisher; none is a law, a court or an official page; no source carries a date;
  the newest dated page is older than three years (laws aside, which stay in force); something is past its review
  interval.

No doubt: high, but only if a person has compared all of it with the live pages; else medium. One slight doubt: medium.
A grave one, or several: low. The rule knows nothing of the words, and sources are named for a page, not for a sentence:
it says where to look first, not what is true. Where no source is named at all there is no level: editors write
`sources: none` on pages that only ask, or only describe this bot.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.content.ages import share_of_interval, sources_of
from bot.content.library import Library
from bot.content.model import Fact, Flow, Source, Step


class Doubt(StrEnum):
    """A reason to trust a statement less, in the words of the sheet."""

    ONLY_PRESS = "only press"
    DISPUTED = "a note says that sources differ or that something was not verified"
    ONE_PUBLISHER = "one publisher only"
    NOT_OFFICIAL = "no law, court or official page"
    UNDATED = "no source carries a date"
    OLD = "newest dated page older than three years"
    OVERDUE = "past its review interval"
    NOT_COMPARED = "not yet compared with the live pages"


class Level(StrEnum):
    """What the doubts amount to."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Confidence:
    """A level and the doubts that lead to it."""

    level: Level
    doubts: tuple[Doubt, ...]


GRAVE = (Doubt.ONLY_PRESS, Doubt.DISPUTED)
SLIGHT = (Doubt.ONE_PUBLISHER, Doubt.NOT_OFFICIAL, Doubt.UNDATED, Doubt.OLD, Doubt.OVERDUE)
OLD_PAGE = timedelta(days=3 * 365)
_AUTHORITIES = frozenset({"law", "court", "official"})
_DISPUTED = re.compile(
    r"sources (differ|disagree|contradict)|another page gives|not (a rule of law that was checked|verified)"
    r"|(check|compare) with the",
    re.IGNORECASE,
)


def weigh(library: Library, step: Step, facts: Sequence[Fact], today: date) -> Confidence | None:
    """Return the confidence in a statement of a page that shows these facts; None if no source is named."""
    sources = evidence_of(library, step, facts)
    if not sources:
        return None
    sourced = [fact for fact in facts if fact.sources]
    found = {*_doubts_of_sources(sources)}
    found |= {*_doubts_of_days((*sources_of(library, step), *sourced), library.flows[step.flow], today)}
    if any(map(_DISPUTED.search, [*(source.note for source in sources), *(fact.note for fact in sourced)])):
        found.add(Doubt.DISPUTED)
    if _newest_is_old(sources, today):
        found.add(Doubt.OLD)
    doubts = tuple(doubt for doubt in Doubt if doubt in found)
    return Confidence(_level(doubts), doubts)


def evidence_of(library: Library, step: Step, facts: Iterable[Fact]) -> tuple[Source, ...]:
    """Return the sources of a page and of the facts in a statement, each once."""
    named = [*sources_of(library, step), *(source for fact in facts for source in sources_of(library, fact))]
    return tuple({source.id: source for source in named}.values())


def _doubts_of_days(evidence: Sequence[Fact | Source], flow: Flow, today: date) -> Iterable[Doubt]:
    if any(share_of_interval(entry, flow, today) > 1 for entry in evidence):
        yield Doubt.OVERDUE
    if not flow.checked and any(entry.checked is None for entry in evidence):
        yield Doubt.NOT_COMPARED


def _doubts_of_sources(sources: Sequence[Source]) -> Iterable[Doubt]:
    if all(source.kind == "press" for source in sources):
        yield Doubt.ONLY_PRESS
    elif _AUTHORITIES.isdisjoint(source.kind for source in sources):
        yield Doubt.NOT_OFFICIAL
    if len({source.publisher for source in sources}) == 1:
        yield Doubt.ONE_PUBLISHER
    if not any(source.date for source in sources):
        yield Doubt.UNDATED


def _newest_is_old(sources: Iterable[Source], today: date) -> bool:
    """Tell whether the newest dated page is old; a law stays in force, so one law is enough."""
    dated = [source for source in sources if source.date]
    if not dated or any(source.kind == "law" for source in dated):
        return False
    return max(_last_day(source.date or "") for source in dated) < today - OLD_PAGE


def _last_day(day: str) -> date:
    """Return the latest day that a date such as 2021 or 2021-05 can mean, a month counted as 28 days."""
    return date.fromisoformat(day + "-12-28"[len(day) - 4 :])


def _level(doubts: Sequence[Doubt]) -> Level:
    slight = [doubt for doubt in doubts if doubt in SLIGHT]
    if len(slight) > 1 or any(doubt in GRAVE for doubt in doubts):
        return Level.LOW
    return Level.MEDIUM if doubts else Level.HIGH
