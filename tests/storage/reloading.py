"""A content folder that is edited while a library made from it is in use."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot.content.talks import BELGIUM
from bot.ports import News
from bot.storage.building import Built, build
from bot.storage.live_library import LiveLibrary
from bot.storage.steady_reading import Content, read_steadily

NOW = datetime(2026, 11, 23, 12, tzinfo=BELGIUM)


@dataclass
class Told:
    """Operators of the tests: they remember what they were told."""

    news: list[News] = field(default_factory=list)

    def tell(self, news: News) -> None:
        """Remember it."""
        self.news.append(news)


async def build_here(content: Content) -> Built:
    """Build without another process."""
    return build(content)


def live_library(folder: Path, operators: Told) -> LiveLibrary:
    """Return the content of a folder in use."""
    library = build(read_steadily(folder)).library
    assert library is not None
    return LiveLibrary(folder, library, build_here, operators)


def edit(file: Path, old: str, new: str) -> None:
    """Change words of a file, as an editor does."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
