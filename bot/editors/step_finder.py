"""Which step a line of a file belongs to, so that an issue can be shown beside its page."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import takewhile

from bot.content.issues import Issue, Mark
from bot.content.reader import Reading

_FLOW_FILE = re.compile(r"flows/([a-z0-9-]+)\.yaml")
_CATALOGUE = re.compile(r"locales/[^/]+/(?:LC_MESSAGES|ledger)/([a-z0-9-]+)\.(?:po|yaml)")
_CONTEXT = re.compile(rb'^msgctxt "([a-z0-9-]+\.[a-z0-9-]+)\.')


class StepFinder:
    """Finds the flow and the step of a mark in one reading of the content."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._starts: dict[str, tuple[list[int], list[str]]] = {}
        self._lines: dict[str, list[bytes]] = {}

    def find(self, mark: Mark) -> tuple[str, str]:
        """Return the ids of the flow and of the step that a mark stands in; "" for what it stands in none of."""
        flow = _FLOW_FILE.fullmatch(mark.file)
        if flow:
            return flow[1], self._find_in_flow(mark, flow[1])
        catalogue = _CATALOGUE.fullmatch(mark.file)
        return (catalogue[1], self._find_in_catalogue(mark)) if catalogue else ("", "")

    def count(self, issues: Iterable[Issue]) -> Mapping[str, int]:
        """Return how many issues each flow and each step has, by id."""
        counted: Counter[str] = Counter()
        for issue in issues:
            flow, step = self.find(issue.mark)
            counted.update(name for name in (flow, step) if name)
        return counted

    def _find_in_flow(self, mark: Mark, flow: str) -> str:
        if mark.file not in self._starts:
            self._starts[mark.file] = self._steps_of(mark.file)
        starts, names = self._starts[mark.file]
        place = bisect_right(starts, mark.line)
        return f"{flow}.{names[place - 1]}" if place else ""

    def _steps_of(self, file: str) -> tuple[list[int], list[str]]:
        document = self._reading.documents.get(file)
        steps = document.value.get("steps") if document and isinstance(document.value, dict) else None
        lines = sorted((mark.line, name) for name, mark in steps.key_marks.items()) if steps else []
        return [line for line, _ in lines], [name for _, name in lines]

    def _find_in_catalogue(self, mark: Mark) -> str:
        """Return the step of the context in the same paragraph of a catalogue, at, above or below a line."""
        if mark.file not in self._lines:
            self._lines[mark.file] = self._reading.files.get(mark.file, b"").splitlines()
        lines = self._lines[mark.file]
        above = takewhile(bytes.strip, reversed(lines[: mark.line]))
        below = takewhile(bytes.strip, lines[mark.line :])
        found = (_CONTEXT.match(line) for line in (*above, *below))
        return next((match[1].decode() for match in found if match), "")
