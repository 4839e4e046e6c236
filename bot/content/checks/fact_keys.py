"""What checks of texts can see of the facts: those that the texts name, and whether another could be meant."""

from collections.abc import Mapping
from functools import partial

from bot.content.checks.inspection import Inspection
from bot.content.checks.written import TextGroup
from bot.content.memo import digest_of


class FactKeys:
    """A key for each fact that a text names, equal only as long as everything is that issues can depend on."""

    def __init__(self, inspection: Inspection) -> None:
        self._reading = inspection.reading
        self._file = inspection.reading.files.get("facts.yaml")
        facts = inspection.library.facts.items()
        self._facts = self._reading.memo.recall(
            ("facts", self._file), lambda: {name: repr(fact) for name, fact in facts}
        )
        self._all = digest_of(list(self._facts), inspection.is_broken("facts.yaml"))
        """Every name: a text that names none of them is answered with the nearest one."""

    def of(self, group: TextGroup) -> Mapping[str, str]:
        """Return the keys of the names in a group of texts."""
        key = ("facts-seen", group.key, self._file)
        return self._reading.memo.recall(key, partial(self._keys, group))

    def _keys(self, group: TextGroup) -> dict[str, str]:
        return {name: self._key(name) for name in group.names}

    def _key(self, name: str) -> str:
        if name in self._facts:
            return self._facts[name]
        return f"{name} {f'fact:{name}' in self._reading.unreadable} {self._all}"
