"""What a check of some texts can see of the facts: those they name, and whether the others could be meant."""

from collections.abc import Hashable

from bot.content.checks.inspection import Inspection
from bot.content.checks.written import TextGroup
from bot.content.memo import digest_of


class FactKeys:
    """A key for each group of texts, equal only as long as every fact that its issues can depend on is."""

    def __init__(self, inspection: Inspection) -> None:
        self._reading = inspection.reading
        self._facts = {name: repr(fact) for name, fact in inspection.library.facts.items()}
        self._all = digest_of(list(self._facts), inspection.is_broken("facts.yaml"))
        """Every name: a text that names none of them is answered with the nearest one."""

    def of(self, group: TextGroup) -> tuple[Hashable, ...]:
        """Return the key of a group."""
        names = self._reading.memo.recall(("names", group.key), lambda: sorted(group.names))
        return (digest_of([self._seen(name) for name in names]),)

    def _seen(self, name: str) -> str:
        if name in self._facts:
            return self._facts[name]
        return f"{name} {f'fact:{name}' in self._reading.unreadable} {self._all}"
