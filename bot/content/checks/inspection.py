"""What every check looks at: the content, each text of it in each language, and the day."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.content.checks.written import TextGroup, Written, source_groups, translated_groups
from bot.content.issues import Mark
from bot.content.library import Library
from bot.content.model import Step
from bot.content.reader import Reading

_ENTRY_FILES = ("facts.yaml", "sources.yaml", "glossary.yaml", "notices.yaml", "campaigns.yaml")


@dataclass(frozen=True, slots=True)
class Inspection:
    """One reading under inspection; `today` is None where no clock may matter."""

    reading: Reading
    library: Library
    today: date | None
    groups: tuple[TextGroup, ...]

    @property
    def texts(self) -> Iterator[Written]:
        """Every text in every language, English first."""
        return (written for group in self.groups for written in group.texts)

    @property
    def sources(self) -> Iterator[Written]:
        """Every English text."""
        return (written for group in self.groups if group.is_source for written in group.texts)

    @property
    def translations(self) -> Iterator[Written]:
        """Every text that exists in another language."""
        return (written for group in self.groups if not group.is_source for written in group.texts)

    def suspects(self, is_there: Callable[[str], object]) -> Iterator[Written]:
        """Yield the texts of which something is true, such as that they hold a sign; a quick look at many at once.

        Args:
            is_there: true of a text; then it must be true of any longer one that holds the text as paragraphs.
        """
        for group in self.groups:
            if is_there(group.joined):
                yield from (written for written in group.texts if is_there(written.text))

    def having(self, is_wanted: Callable[[str], bool]) -> Iterator[Written]:
        """Yield the texts that have a sign of some kind; each sign is looked at once for all texts of a group."""
        for group in self.groups:
            signs = "".join(filter(is_wanted, set(group.joined)))
            if signs:
                search = re.compile(f"[{re.escape(signs)}]").search
                yield from (written for written in group.texts if search(written.text))

    @property
    def is_whole(self) -> bool:
        """Tell whether every entry could be read; if not, "nobody uses this" cannot be said."""
        broken = [name for name in self.reading.files if name.startswith("flows/") and self.is_broken(name)]
        return not self.reading.unreadable and not broken and not any(map(self.is_broken, _ENTRY_FILES))

    def is_broken(self, file: str) -> bool:
        """Tell whether a file is there and could not be read, so that its entries are not to be missed."""
        return file in self.reading.files and file not in self.reading.documents

    def mark(self, identifier: str, *path: str | int) -> Mark:
        """Return where a part of an entry stands."""
        return self.reading.mark(identifier, *path)

    def bot_mark(self, *path: str | int) -> Mark:
        """Return where a part of bot.yaml stands."""
        return self.reading.documents["bot.yaml"].find_mark(path)

    def written(self, identifier: str, *path: str) -> str:
        """Return a value as the editor wrote it, "" if it is not there."""
        file, home = self.reading.homes[identifier]
        node = self.reading.documents[file]
        for part in (*home, *path):
            if not isinstance(node.value, dict) or not isinstance(part, str) or part not in node.value:
                return ""
            node = node.value[part]
        return node.value if isinstance(node.value, str) else ""

    def steps(self) -> Iterator[Step]:
        """Yield every step, flow by flow."""
        for flow in self.library.flows.values():
            yield from flow.steps.values()


def make_inspection(reading: Reading, library: Library, today: date | None) -> Inspection:
    """Return a reading ready for inspection."""
    sources = tuple(source_groups(reading, library))
    return Inspection(reading, library, today, (*sources, *translated_groups(reading, library, sources)))
