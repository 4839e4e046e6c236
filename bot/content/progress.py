"""How far each language is, flow by flow: a text weighs more where a mistake harms more and where many people read.

A page weighs 3, 2 or 1 by its sensitivity (red, yellow, green), times 1 and how often it was shown compared with an
average page. So half of all weight goes by risk alone, and half by risk and use; with no figures, all pages count as
used alike. The bot's own words and its menu are on every page and weigh as a red page of average use; the flow of the
emergency page is red.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.content.library import Library
from bot.content.model import Sensitivity
from bot.i18n.ledger import State

_RISK: Mapping[Sensitivity, int] = {"red": 3, "yellow": 2, "green": 1}
_AVERAGE_USE = 2.0
_EVERYWHERE = frozenset({"interface", "bot"})
IN_STEP = frozenset({State.MACHINE, State.HUMAN, State.REVIEWED})
READ = frozenset({State.HUMAN, State.REVIEWED})


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one flow is in one language; shares are of its weight, from 0 to 1.

    `present` is the share that is translated and follows today's English, `read` the one that a person wrote or
    reviewed; `weight` is all of it, `states` counts texts.
    """

    locale: str
    flow: str
    weight: float
    present: float
    read: float
    states: Counter[State]


def weigh_texts(library: Library, shown: Mapping[str, int]) -> dict[str, float]:
    """Return the weight of every text.

    Args:
        library: the content.
        shown: how often each step was shown, as far as that may be told; {} if nothing is known.
    """
    uses = {step: shown.get(step, 0) for step in library.steps}
    average = sum(uses.values()) / max(len(uses), 1)
    factors = {step: 1 + (use / average if average else 1.0) for step, use in uses.items()}
    return {
        context: _weight(library, context, source.domain, factors) for context, source in library.source_texts.items()
    }


def _weight(library: Library, context: str, domain: str, factors: Mapping[str, float]) -> float:
    if domain in _EVERYWHERE:
        return _RISK["red"] * _AVERAGE_USE
    name = ".".join(context.split(".")[:2])
    step = library.steps.get(name)
    if step:
        is_emergency = domain == library.bot.pages.emergency.partition(".")[0]
        return _RISK["red" if is_emergency else step.sensitivity] * factors[name]
    flow = library.flows.get(domain)
    risks = [_RISK[each.sensitivity] for each in flow.steps.values()] if flow else [_RISK["yellow"]]
    return max(risks) * _AVERAGE_USE


def measure(library: Library, locale: str, weights: Mapping[str, float]) -> list[Progress]:
    """Return how far each flow is in a language; first those whose texts weigh most, one by one."""
    texts: dict[str, list[tuple[State, float]]] = defaultdict(list)
    for context, source in library.source_texts.items():
        texts[source.domain].append((library.texts[locale][context].state, weights[context]))
    measured = [_progress(locale, flow, found) for flow, found in texts.items()]
    return sorted(measured, key=lambda progress: -progress.weight / progress.states.total())


def measure_all(library: Library, locale: str, weights: Mapping[str, float]) -> Progress:
    """Return how far a language is in all flows together."""
    return _progress(locale, "", [(library.texts[locale][context].state, weights[context]) for context in weights])


def _progress(locale: str, flow: str, texts: Sequence[tuple[State, float]]) -> Progress:
    total = sum(weight for _, weight in texts)
    present = sum(weight for state, weight in texts if state in IN_STEP)
    read = sum(weight for state, weight in texts if state in READ)
    return Progress(locale, flow, total, present / total, read / total, Counter(state for state, _ in texts))
