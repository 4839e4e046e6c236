"""Looking at texts again: only at those that changed, where the others had nothing wrong with them."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from bot.content.checks.inspection import Inspection
from bot.content.checks.written import TextGroup, Written
from bot.content.issues import Issue
from bot.content.phrases import placeholders

Check = Callable[[Inspection], Iterable[Issue]]


@dataclass(frozen=True, slots=True)
class Looked:
    """What some checks found in a group of texts, and the contexts of those in which they found something."""

    key: Hashable
    also: Hashable
    facts: Mapping[str, str]
    issues: tuple[Issue, ...]
    texts: tuple[Written, ...]
    faulty: frozenset[str]

    @property
    def clean(self) -> dict[str, Written]:
        """Context -> text, of the texts in which nothing was found."""
        return {text.source.context: text for text in self.texts if text.source.context not in self.faulty}


def look_again(
    inspection: Inspection, group: TextGroup, checks: tuple[Check, ...], also: Hashable, facts: Mapping[str, str]
) -> tuple[Issue, ...]:
    """Return what checks find in texts, each of which they look at by itself.

    Args:
        inspection: the whole content.
        group: the texts.
        checks: what looks at them.
        also: what these checks look at beside the texts and the facts that these show.
        facts: a key for each name in the texts, if the checks look at facts.
    """
    name = ("looked", checks, group.locale, group.domain)
    before: Looked | None = inspection.reading.memo.find(name)
    if before is None or before.key != group.key or before.also != also or before.facts != facts:
        texts = group.texts if before is None or before.also != also else tuple(_changed(before, group, facts))
        issues = _issues_of(inspection, group.only(texts), checks)
        faulty = (text for text in texts if issues and _issues_of(inspection, group.only((text,)), checks))
        contexts = frozenset(text.source.context for text in faulty)
        before = Looked(group.key, also, facts, issues, group.texts, contexts)
    inspection.reading.memo.keep(name, before)
    return before.issues


def _changed(before: Looked, group: TextGroup, facts: Mapping[str, str]) -> Iterator[Written]:
    """Yield the texts that are not what they were, show a fact that is not, or had something wrong with them."""
    clean = before.clean
    other = frozenset(name for name, key in facts.items() if before.facts.get(name) != key)
    for text in group.texts:
        is_clean = _is_same(clean.get(text.source.context), text)
        if not is_clean or (other and not other.isdisjoint(placeholders(text.text))):
            yield text


def _issues_of(inspection: Inspection, group: TextGroup, checks: tuple[Check, ...]) -> tuple[Issue, ...]:
    part = replace(inspection, groups=(group,))
    return tuple(issue for check in checks for issue in check(part))


def _is_same(before: Written | None, now: Written) -> bool:
    """Tell whether a text is what it was; where it stands makes no difference as long as nothing is said of it."""
    return (
        before is not None
        and before.text == now.text
        and before.source == now.source
        and before.state is now.state
        and before.kind == now.kind
    )
