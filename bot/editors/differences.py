"""Two contents compared: what readers, editors and translators will notice, in words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.content.issues import Severity
from bot.content.reader import Reading, read_content
from bot.editors.changes import Chapter
from bot.editors.entry_differences import compare_bot, compare_entries, compare_facts
from bot.editors.old_buttons import compare_buttons
from bot.editors.page_differences import Both, compare_topics
from bot.editors.translation_differences import compare_recordings, compare_translations

_ENTRY_FILES = {
    "facts.yaml": "fact",
    "sources.yaml": "source",
    "glossary.yaml": "term",
    "notices.yaml": "notice",
    "campaigns.yaml": "campaign",
}
_NEW_WORDS = ("interface-missing", "interface-unknown")
"""What earlier words of the bot get from today's program: they are no fault of theirs, and are compared."""


@dataclass(frozen=True, slots=True)
class Differences:
    """What changed; `unread` says, in sentences, what could not be read on one side and so was not compared."""

    chapters: tuple[Chapter, ...]
    unread: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed, as far as could be read."""
        return not self.chapters


def compare(old: Reading, new: Reading, names: tuple[str, str] = ("before", "now")) -> Differences:
    """Return what changed from one content to another.

    What cannot be read on one side is left out on both: it would seem to be new, or gone.

    Args:
        old: the content before.
        new: the content after.
        names: what the two are called in sentences.
    """
    before, after = _with_bot_of(old, new), _with_bot_of(new, old)
    if before.library is None or after.library is None:
        return Differences((), tuple(_unread_bot(old, new, names)))
    left_out = frozenset((*_unreadable(before, after), *_unreadable(after, before)))
    both = Both(before.library, after.library)
    flows = frozenset(name.removeprefix("flow:") for name in left_out if name.startswith("flow:"))
    chapters = (
        *compare_topics(both, flows),
        *compare_buttons(both, left_out),
        *compare_facts(both, left_out),
        *compare_entries(both, left_out),
        *compare_bot(both),
        *compare_translations(both, left_out),
        *compare_recordings(both, left_out),
    )
    unread = (*_unread_bot(old, new, names), *_say_unread(before, names[0]), *_say_unread(after, names[1]))
    return Differences(chapters, unread)


def _with_bot_of(reading: Reading, other: Reading) -> Reading:
    """Return the reading; if its bot.yaml is unusable, the same content read with the other's."""
    if reading.library is not None or "bot.yaml" not in other.files:
        return reading
    read = read_content({**reading.files, "bot.yaml": other.files["bot.yaml"]}, reading.sounds)
    return read if read.library is None else replace(read, files=reading.files)


def _unread_bot(old: Reading, new: Reading, names: tuple[str, str]) -> Iterator[str]:
    for reading, name in zip((old, new), names, strict=True):
        if reading.library is None:
            yield f"bot.yaml cannot be read {name}, so the menu and the languages are not compared."


def _unreadable(reading: Reading, other: Reading) -> Iterator[str]:
    """Yield the ids of what cannot be compared, since this side could not be read there."""
    yield from (name for name in reading.unreadable if _is_faulty(reading, name))
    for file, kind in _ENTRY_FILES.items():
        if _is_broken(reading, file) and other.library is not None:
            attribute = {"term": "glossary"}.get(kind, f"{kind}s")
            yield from (f"{kind}:{name}" for name in getattr(other.library, attribute))
    for identifier, (file, _) in other.homes.items():
        if identifier.startswith("place:") and _is_broken(reading, file):
            yield identifier


def _is_faulty(reading: Reading, identifier: str) -> bool:
    """Tell an entry that is there with faults from one that is not there."""
    space, _, name = identifier.partition(":")
    return space != "flow" or f"flows/{name}.yaml" in reading.files


def _is_broken(reading: Reading, file: str) -> bool:
    return file in reading.files and file not in reading.documents


def _say_unread(reading: Reading, name: str) -> Iterator[str]:
    faults = [issue for issue in reading.issues if issue.severity is Severity.ERROR and issue.code not in _NEW_WORDS]
    files = {issue.mark.file: issue for issue in reversed(faults)}
    for file, issue in sorted(files.items()):
        yield f"{file} has a fault {name} (line {issue.mark.line}: {issue.sentence}) What is faulty is not compared."
