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

    also: Hashable
    facts: Mapping[str, str]
    issues: tuple[Issue, ...]
    faulty: frozenset[str]


class Looking:
    """A look at a group of texts, beside the same group in the last round."""

    def __init__(self, inspection: Inspection, group: TextGroup) -> None:
        self._inspection, self._group = inspection, group
        self._memo = inspection.reading.memo
        name = ("group", group.locale, group.domain)
        former: TextGroup | None = self._memo.find(name)
        self._memo.keep(name, group)
        self._is_new = former is None
        self._changed = frozenset(_changed(former, group)) if former is not None else frozenset()
        self._is_same = former is not None and former.key == group.key

    def again(self, checks: tuple[Check, ...], also: Hashable, facts: Mapping[str, str]) -> tuple[Issue, ...]:
        """Return what checks find in the texts, each of which they look at by itself.

        Args:
            checks: what looks at the texts.
            also: what these checks look at beside the texts and the facts that these show.
            facts: a key for each name in the texts, if the checks look at facts.
        """
        name = ("looked", checks, self._group.locale, self._group.domain)
        before: Looked | None = self._memo.find(name)
        if before is None or self._is_new or before.also != also:
            before = self._look(checks, self._group.texts, also, facts)
        elif not self._is_same or before.facts != facts:
            before = self._look(checks, tuple(self._doubtful(before, facts)), also, facts)
        self._memo.keep(name, before)
        return before.issues

    def _doubtful(self, before: Looked, facts: Mapping[str, str]) -> Iterator[Written]:
        """Yield the texts that are not what they were, had something wrong with them, or show a fact that changed."""
        contexts = self._changed | before.faulty
        names = frozenset(name for name, key in facts.items() if before.facts.get(name) != key)
        for text in self._group.texts:
            if text.source.context in contexts or (names and not names.isdisjoint(placeholders(text.text))):
                yield text

    def _look(
        self, checks: tuple[Check, ...], texts: tuple[Written, ...], also: Hashable, facts: Mapping[str, str]
    ) -> Looked:
        issues = self._issues(checks, texts)
        faulty = (text.source.context for text in texts if issues and self._issues(checks, (text,)))
        return Looked(also, facts, issues, frozenset(faulty))

    def _issues(self, checks: tuple[Check, ...], texts: tuple[Written, ...]) -> tuple[Issue, ...]:
        part = replace(self._inspection, groups=(self._group.only(texts),))
        return tuple(issue for check in checks for issue in check(part))


def _changed(former: TextGroup, group: TextGroup) -> Iterator[str]:
    """Yield the contexts of texts that are not what they were."""
    if former is not group:
        before = {text.source.context: text for text in former.texts}
        for text in group.texts:
            if not _is_same(before.get(text.source.context), text):
                yield text.source.context


def _is_same(before: Written | None, now: Written) -> bool:
    """Tell whether a text is what it was; where it stands makes no difference as long as nothing is said of it."""
    return (
        before is not None
        and before.text == now.text
        and before.source == now.source
        and before.state is now.state
        and before.kind == now.kind
    )
